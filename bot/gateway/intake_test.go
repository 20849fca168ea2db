package gateway_test

import (
	"context"
	"strconv"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

func TestHandlers(t *testing.T) {
	broken := map[string]any{"type": 99, "id": 1}
	for _, tt := range []struct {
		name string
		send func(d *discordtest.Server) (discordtest.Sent, bool)
		want string // text of the reply
		note string
	}{
		{"a panic", func(d *discordtest.Server) (discordtest.Sent, bool) {
			d.Interact(discordtest.Slash("crash"))
			return d.Interact(discordtest.Slash("help")), true
		}, "help", ""},
		{"menu on a message with unknown components", func(d *discordtest.Server) (discordtest.Sent, bool) {
			m := d.Posted(discordtest.Message{Text: "hello", Extra: map[string]any{"components": []any{broken}}})
			return d.Interact(discordtest.Menu("Check quotes", m)), true
		}, "menu on hello", ""},
		{"message with unknown components", func(d *discordtest.Server) (discordtest.Sent, bool) {
			d.Message(discordtest.Message{Text: "hello", Extra: map[string]any{"components": []any{broken}}})
			return discordtest.Sent{}, false
		}, "", `message "hello" by ` + discordtest.Member},
		{"modal with unknown components", func(d *discordtest.Server) (discordtest.Sent, bool) {
			in := discordtest.Submit("why", "", nil)
			in.Extra = map[string]any{"data": map[string]any{"custom_id": "why", "components": []any{broken}}}
			return d.Interact(in), true
		}, "sorry", "undecoded INTERACTION_CREATE of " + discordtest.Member},
		{"interaction with a field of a wrong type", func(d *discordtest.Server) (discordtest.Sent, bool) {
			in := discordtest.Slash("help")
			in.Extra = map[string]any{"locale": 7}
			return d.Interact(in), true
		}, "help", ""},
		{"event of an unknown type", func(d *discordtest.Server) (discordtest.Sent, bool) {
			d.Event(discordtest.GuildID, "SOMETHING_NEW", map[string]any{"a": 1})
			return d.Interact(discordtest.Slash("help")), true
		}, "help", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true})
				r := newRig(t, d, nil)
				d.WaitReady(1)
				if in, replied := tt.send(d); replied && d.Reply(in).Text() != tt.want {
					t.Errorf("reply %q, want %q", d.Reply(in).Text(), tt.want)
				}
				synctest.Wait()
				if got := r.notes(); got != tt.note {
					t.Errorf("handler noted %q, want %q", got, tt.note)
				}
				_ = r.end()
			})
		})
	}
}

// TestBusy fills the handlers: the next command is told so, and the one after that is dropped without harm.
func TestBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true})
		free := make(chan struct{})
		var r *rig
		r = newRig(t, d, func(o *gateway.Options) {
			o.Handlers = 2
			o.Handler = func(_ context.Context, _ *discordgo.Session, e any) {
				if _, ok := e.(*discordgo.InteractionCreate); ok {
					<-free
				}
			}
			o.Busy = func(ctx context.Context, _ *discordgo.Session, e any) {
				r.note("busy")
				<-free
			}
		})
		d.WaitReady(1)
		for range 4 {
			d.Interact(discordtest.Slash("help"))
		}
		synctest.Wait()
		st := r.g.Stats()
		if st.Busy != 1 || st.Dropped != 1 || st.Running != 3 {
			t.Errorf("stats %+v, want 1 busy, 1 dropped, 3 running", st)
		}
		close(free)
		_ = r.end()
	})
}

// TestShutdown stops the bot while an answer is under way: it is still delivered, and Discord is told goodbye.
func TestShutdown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true})
		r := newRig(t, d, nil)
		d.WaitReady(1)
		in := d.Interact(discordtest.Slash("ask"))
		d.WaitKind(1, discordtest.Callback)
		r.stop()
		if got := d.Reply(in).Text(); got != "ask" {
			t.Errorf("answer under way: %q", got)
		}
		if err := r.end(); err != nil {
			t.Error(err)
		}
		if l := d.Links()[0]; l.CloseCode != 1000 {
			t.Errorf("closed with %d, want 1000", l.CloseCode)
		}
	})
}

// TestFlood holds up the handler of events about servers while more come than may wait: what is too much is dropped and
// counted, but READY is not.
func TestFlood(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const flood, most = 12_000, 10_000
		d := discordtest.New(t, discordtest.Options{Memory: true, Guilds: []string{}, Light: true})
		var joined, ready atomic.Int32
		free := make(chan struct{})
		r := newRig(t, d, func(o *gateway.Options) {
			o.Handler = func(_ context.Context, _ *discordgo.Session, e any) {
				switch e.(type) {
				case *discordgo.GuildCreate:
					if joined.Add(1) == 1 {
						<-free
					}
				case *discordgo.Ready:
					ready.Add(1)
				}
			}
		})
		d.WaitReady(1)
		for i := range flood {
			d.GuildCreate(strconv.Itoa(i << 22))
			synctest.Wait()
		}
		if got := r.g.Stats().Missed; got != flood-most-1 {
			t.Errorf("%d dropped, want %d", got, flood-most-1)
		}
		d.Do(now(discordtest.Invalidate, 0))
		d.WaitReady(2)
		close(free)
		synctest.Wait()
		if joined.Load() != most+1 || ready.Load() != 2 {
			t.Errorf("%d joined, %d ready", joined.Load(), ready.Load())
		}
		_ = r.end()
	})
}
