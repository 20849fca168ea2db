package gateway_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// rig is a bot that answers every command late: it defers, works for a second and edits.
type rig struct {
	t    *testing.T
	d    *discordtest.Server
	g    *gateway.Supervisor
	rest *gateway.REST
	stop context.CancelFunc
	done chan error

	mu   sync.Mutex
	seen []string // what the handler got, in a word each
}

// deaf is a log that nobody reads.
var deaf = slog.New(slog.DiscardHandler)

// newRig starts the bot, inside a synctest bubble. change may alter its options.
func newRig(t *testing.T, d *discordtest.Server, change func(*gateway.Options)) *rig {
	t.Helper()
	r := &rig{t: t, d: d, rest: gateway.NewREST(discordtest.Token, d.Client()), done: make(chan error, 1)}
	o := gateway.Options{
		Log: deaf, Client: d.Client(), Dial: d.Dial, Handler: r.handle,
		Intents: discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages,
	}
	if change != nil {
		change(&o)
	}
	r.g = gateway.New(discordtest.Token, o)
	ctx, stop := context.WithCancel(t.Context())
	r.stop = stop
	go func() { r.done <- r.g.Run(ctx) }()
	return r
}

func (r *rig) note(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seen = append(r.seen, fmt.Sprintf(format, args...))
}

func (r *rig) notes() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return strings.Join(r.seen, ", ")
}

func (r *rig) handle(ctx context.Context, _ *discordgo.Session, event any) {
	switch e := event.(type) {
	case *discordgo.InteractionCreate:
		text := "no data"
		if e.Type == discordgo.InteractionApplicationCommand {
			text = e.ApplicationCommandData().Name
			if text == "crash" {
				panic("handler of crash")
			}
			if res := e.ApplicationCommandData().Resolved; res != nil && len(res.Messages) > 0 {
				for _, m := range res.Messages {
					text = "menu on " + m.Content
				}
			}
		}
		p := r.rest.Reply(e.Interaction)
		if err := p.Defer(ctx, false); err != nil {
			r.note("defer: %v", err)
			return
		}
		pass(time.Second)
		if err := p.Edit(ctx, gateway.Message{Content: text}); err != nil {
			r.note("edit: %v", err)
		}
	case *discordgo.MessageCreate:
		r.note("message %q by %s", e.Content, e.Author.ID)
	case *gateway.Undecoded:
		r.note("undecoded %s of %s", e.Event, e.Author)
		if err := r.rest.ReplyUndecoded(e).Answer(ctx, gateway.Message{Content: "sorry", Private: true}); err != nil {
			r.note("answer: %v", err)
		}
	}
}

// end stops the bot and checks that nothing is left of it.
func (r *rig) end() error {
	r.t.Helper()
	r.stop()
	err := <-r.done
	pass(2 * time.Second) // discordgo's own goroutines sleep a second before they end
	synctest.Wait()
	if left := stacks("discordgo.(*Session)", "gateway.(*Supervisor)", "gateway.(*shard)", "gateway.(*intake)"); left != "" {
		r.t.Errorf("goroutines left:\n%s", left)
	}
	return err
}

// pass lets the bubble's time go on.
func pass(d time.Duration) { time.Sleep(d) } //nolint:forbidigo // in a synctest bubble only

// stacks returns the stacks of this test binary's goroutines in which one of these names occurs.
func stacks(names ...string) string {
	buf := make([]byte, 1<<20)
	buf = buf[:runtime.Stack(buf, true)]
	var found []string
	for s := range strings.SplitSeq(string(buf), "\n\n") {
		for _, n := range names {
			if strings.Contains(s, n) {
				found = append(found, s)
				break
			}
		}
	}
	return strings.Join(found, "\n\n")
}

// fault is a row of the table. A connection is made, a command is being answered, the fault strikes, another command is
// used while the bot may be away: both must be answered in the end.
type fault struct {
	name    string
	script  []discordtest.Fault // for the first connections
	strike  discordtest.Fault   // on the living connection, when At is not Never
	forget  bool                // Discord loses the session as well
	within  time.Duration       // bound of the recovery
	resumed bool                // by RESUME, so that no event is lost
	refused int                 // Run ends with this code
}

var faults = []fault{
	{name: "none: the first connection", within: time.Second},
	{name: "HELLO never comes", script: one(discordtest.Hello, discordtest.Silence, 0), within: time.Minute},
	{name: "READY never comes", script: one(discordtest.Answer, discordtest.Silence, 0), within: time.Minute},
	{name: "op 7 instead of HELLO", script: one(discordtest.Hello, discordtest.Reconnect, 0), within: time.Minute},
	{name: "op 7 before READY", script: one(discordtest.Answer, discordtest.Reconnect, 0), within: time.Minute},
	{name: "op 7 right after READY", script: one(discordtest.Ready, discordtest.Reconnect, 0), within: 5 * time.Second, resumed: true},
	{name: "op 7 in operation", strike: now(discordtest.Reconnect, 0), within: time.Second, resumed: true},
	{name: "op 7, then op 7 before RESUMED", script: after(discordtest.Reconnect), strike: now(discordtest.Reconnect, 0), within: 10 * time.Second, resumed: true},
	{name: "op 7, then op 9 false after RESUME", script: after(discordtest.Invalidate), strike: now(discordtest.Reconnect, 0), within: 15 * time.Second},
	{name: "op 7, then op 9 true after RESUME", script: after(discordtest.InvalidateResumable), strike: now(discordtest.Reconnect, 0), within: 15 * time.Second, resumed: true},
	{name: "op 7, then silence after RESUME", script: after(discordtest.Silence), strike: now(discordtest.Reconnect, 0), within: time.Minute, resumed: true},
	{name: "op 9 false instead of READY", script: one(discordtest.Answer, discordtest.Invalidate, 0), within: 15 * time.Second},
	{name: "op 9 false in operation", strike: now(discordtest.Invalidate, 0), within: 15 * time.Second},
	{name: "op 9 true in operation", strike: now(discordtest.InvalidateResumable, 0), within: 15 * time.Second, resumed: true},
	{name: "session forgotten", strike: now(discordtest.Cut, 0), forget: true, within: 15 * time.Second},
	{name: "connection cut", strike: now(discordtest.Cut, 0), within: time.Second, resumed: true},
	{name: "zombie: no acknowledgements", strike: now(discordtest.Deafen, 0), within: 80 * time.Second, resumed: true},
	{name: "close 1000", strike: now(discordtest.Close, 1000), within: time.Second, resumed: true},
	{name: "close 1001", strike: now(discordtest.Close, 1001), within: time.Second, resumed: true},
	{name: "close 1011 internal error", strike: now(discordtest.Close, 1011), within: time.Second, resumed: true},
	{name: "close 1012 restart", strike: now(discordtest.Close, 1012), within: time.Second, resumed: true},
	{name: "close 4999 not documented", strike: now(discordtest.Close, 4999), within: time.Second, resumed: true},
	{name: "close 4000 unknown error", strike: now(discordtest.Close, 4000), within: time.Second, resumed: true},
	{name: "close 4001 unknown opcode", strike: now(discordtest.Close, 4001), within: time.Second, resumed: true},
	{name: "close 4002 decode error", strike: now(discordtest.Close, 4002), within: time.Second, resumed: true},
	{name: "close 4003 not authenticated", strike: now(discordtest.Close, 4003), within: 10 * time.Second},
	{name: "close 4005 already authenticated", strike: now(discordtest.Close, 4005), within: time.Second, resumed: true},
	{name: "close 4007 invalid sequence", strike: now(discordtest.Close, 4007), within: 10 * time.Second},
	{name: "close 4008 rate limited", strike: now(discordtest.Close, 4008), within: time.Second, resumed: true},
	{name: "close 4009 session timed out", strike: now(discordtest.Close, 4009), within: 10 * time.Second},
	{name: "close 4004 authentication failed", strike: now(discordtest.Close, 4004), refused: 4004},
	{name: "close 4010 invalid shard", strike: now(discordtest.Close, 4010), refused: 4010},
	{name: "close 4011 sharding required", strike: now(discordtest.Close, 4011), refused: 4011},
	{name: "close 4012 invalid version", strike: now(discordtest.Close, 4012), refused: 4012},
	{name: "close 4013 invalid intents", strike: now(discordtest.Close, 4013), refused: 4013},
	{name: "close 4014 disallowed intents", strike: now(discordtest.Close, 4014), refused: 4014},
	{name: "close 4014 instead of READY", script: one(discordtest.Answer, discordtest.Close, 4014), refused: 4014},
	{name: "five resumes refused by silence", script: []discordtest.Fault{
		{},
		{At: discordtest.Hello, Do: discordtest.Cut},
		{At: discordtest.Hello, Do: discordtest.Cut},
		{At: discordtest.Answer, Do: discordtest.Cut},
		{At: discordtest.Answer, Do: discordtest.Cut},
		{At: discordtest.Answer, Do: discordtest.Cut},
	}, strike: now(discordtest.Cut, 0), within: 3 * time.Minute},
}

func one(at discordtest.Moment, do discordtest.Act, code int) []discordtest.Fault {
	return []discordtest.Fault{{At: at, Do: do, Code: code}}
}

// after is a fault instead of the answer to the second connection.
func after(do discordtest.Act) []discordtest.Fault {
	return []discordtest.Fault{{}, {At: discordtest.Answer, Do: do}}
}

func now(do discordtest.Act, code int) discordtest.Fault {
	return discordtest.Fault{At: discordtest.Ready, Do: do, Code: code}
}

// TestFaults walks every fault of the connection with the real discordgo at Discord's real intervals, in the bubble's time.
// What else discordgo v0.29.0 does wrong has its tests elsewhere: half-decoded events, panics and events of unknown types
// in TestHandlers; edits that queue in TestEditsDoNotWait; buckets kept for ever in TestMemory; rate limits in TestREST and
// TestGlobalLimit; the race of HeartbeatLatency is avoided, as every row reads Ready under -race; READY before Open returns
// and the user after a resume in TestStateAfterResume; a late heartbeat that closes the next connection in TestWireRead,
// whose last lines write after the end.
func TestFaults(t *testing.T) {
	var table strings.Builder
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { fmt.Fprintf(&table, "%-42s %s\n", f.name, f.run(t)) })
		})
	}
	t.Logf("fault, outcome, time to recovery\n%s", table.String())
}

// run is one row; it returns the outcome in words.
func (f fault) run(t *testing.T) string {
	t.Helper()
	d := discordtest.New(t, discordtest.Options{Memory: true, Patience: 10 * time.Minute})
	d.Script(f.script...)
	r := newRig(t, d, nil)
	began := time.Now()
	if f.refused > 0 && f.strike.At == discordtest.Never {
		return f.refusal(t, r, began)
	}
	d.WaitReady(1)
	var first discordtest.Sent
	if f.strike.At != discordtest.Never {
		pass(time.Minute) // in the middle of a heartbeat interval
		first = d.Interact(discordtest.Slash("ask", discordtest.Opt("question", "before")))
		d.WaitKind(1, discordtest.Callback)
		began = time.Now()
		if f.forget {
			d.Forget()
		}
		d.Do(f.strike)
		if f.refused > 0 {
			return f.refusal(t, r, began)
		}
		d.WaitReady(2)
	}
	r.healthy(f.strike.Do == discordtest.Deafen)
	took := time.Since(began)
	if took > f.within {
		t.Errorf("recovered after %v, want within %v", took, f.within)
	}
	if first.ID != "" && d.Reply(first).Text() != "ask" {
		t.Error("the answer under way was lost")
	}
	if got := d.Reply(d.Interact(discordtest.Slash("help"))).Text(); got != "help" {
		t.Errorf("the answer after the fault is %q", got)
	}
	links := d.Links()
	last := links[len(links)-1]
	if f.resumed != last.Resumed {
		t.Errorf("resumed: %t, want %t", last.Resumed, f.resumed)
	}
	for _, l := range links[:len(links)-1] {
		if f.resumed && (l.CloseCode == 1000 || l.CloseCode == 1001) {
			t.Errorf("closed with %d, which discards the session", l.CloseCode)
		}
	}
	if last.Resumed && !strings.HasPrefix(last.Host, "resume.") {
		t.Errorf("resumed at %q, not at resume_gateway_url", last.Host)
	}
	if err := r.end(); err != nil {
		t.Errorf("Run: %v", err)
	}
	how := "new session"
	if last.Resumed {
		how = "resumed"
	}
	return fmt.Sprintf("%-12s connections %d  %8.2f s", how, len(links), took.Seconds())
}

// healthy waits until the bot counts as ready again; a zombie still counts as ready at first.
func (r *rig) healthy(zombie bool) {
	r.t.Helper()
	if _, ok := r.g.Ready(); !ok && !zombie {
		synctest.Wait()
		if age, ok := r.g.Ready(); !ok {
			r.t.Errorf("not ready after READY, acknowledgement is %v old", age)
		}
	}
}

// refusal checks that Run ended, and why.
func (f fault) refusal(t *testing.T, r *rig, began time.Time) string {
	t.Helper()
	err := <-r.done
	took := time.Since(began)
	r.done <- err
	no, ok := errors.AsType[*gateway.RefusedError](err)
	if !ok || no.Code != f.refused || no.What == "" || no.Do == "" {
		t.Errorf("Run: %v, want a refusal with code %d", err, f.refused)
	}
	if _, up := r.g.Ready(); up {
		t.Error("still ready")
	}
	_ = r.end()
	return fmt.Sprintf("%-12s %-14s %8.2f s  %v", "ends", "", took.Seconds(), err)
}

func TestRefusedToken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true})
		g := gateway.New("not the token", gateway.Options{Log: deaf, Client: d.Client(), Dial: d.Dial})
		no, ok := errors.AsType[*gateway.RefusedError](g.Run(t.Context()))
		if !ok || no.Code != 401 || !strings.Contains(no.Do, "DISCORD_TOKEN") {
			t.Errorf("Run: %v", no)
		}
	})
}

// TestMissedEvents shows that what is sent while the bot is away arrives after the resume, once.
func TestMissedEvents(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true})
		r := newRig(t, d, nil)
		d.WaitReady(1)
		pass(time.Minute)
		d.Script(discordtest.Fault{At: discordtest.Hello, Do: discordtest.Cut})
		d.Do(now(discordtest.Cut, 0))
		for i := range 3 {
			d.Message(discordtest.Message{Text: fmt.Sprint("missed ", i)})
		}
		d.WaitReady(2)
		synctest.Wait()
		for i := range 3 {
			if n := strings.Count(r.notes(), fmt.Sprintf("%q", fmt.Sprint("missed ", i))); n != 1 {
				t.Errorf("message %d arrived %d times", i, n)
			}
		}
		_ = r.end()
	})
}
