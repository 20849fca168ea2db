package discord_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/moderate"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// TestSlow has replies take longer than Discord waits.
func TestSlow(t *testing.T) {
	for _, tt := range []struct {
		name    string
		takes   time.Duration
		in      discordtest.Interaction
		kinds   []discordtest.Kind
		want    string
		private bool
	}{
		{"in time", time.Second, slash("article list"), []discordtest.Kind{discordtest.Callback}, "**Articles: 1**", true},
		{"late", 5 * time.Second, slash("article list"), []discordtest.Kind{discordtest.Callback, discordtest.EditOriginal}, "**Articles: 1**", true},
		{"late and public", 5 * time.Second, slash("who-said", discordtest.Opt("words", "Not in my lifetime")), []discordtest.Kind{discordtest.Callback, discordtest.EditOriginal}, "Found, word for word:", false},
		{"announced as public, then an error", 5 * time.Second, slash("ask", discordtest.Opt("question", "?")), []discordtest.Kind{discordtest.Callback, discordtest.DropOriginal, discordtest.FollowUp}, "There is no question in that.", true},
		{"a form", 5 * time.Second, mod(slash("corpus add")), []discordtest.Kind{discordtest.Callback, discordtest.EditOriginal}, "The form took too long to open.", true},
		{"completions", 5 * time.Second, discordtest.Suggest("ask", discordtest.Opt("article", "")), []discordtest.Kind{discordtest.Callback}, "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := newDesk(t, harbour(t))
			indexed(t, k)
			synctest.Test(t, func(t *testing.T) {
				scopes := k.Scopes
				k.Stock = moderate.New(nil, nil, nil, nil) // asked for a form only
				k.Scopes = func(server string) (*index.Scope, error) {
					time.Sleep(tt.takes) //nolint:forbidigo // in a bubble
					return scopes(server)
				}
				d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
				stop := connect(t, d, discord.New(k, rest(d)))
				sent := d.Interact(tt.in)
				got := d.Reply(sent)
				if !strings.HasPrefix(got.Text(), tt.want) || got.Private != tt.private {
					t.Errorf("private %v:\n%s", got.Private, got.Text())
				}
				synctest.Wait()
				var kinds []discordtest.Kind
				for _, c := range d.Calls() {
					if c.Interaction == sent.ID {
						kinds = append(kinds, c.Kind)
						if c.Kind == discordtest.Callback && c.After > 3*time.Second {
							t.Errorf("first response after %v", c.After)
						}
					}
				}
				if strings.Join(names(kinds), ", ") != strings.Join(names(tt.kinds), ", ") {
					t.Errorf("calls %v, want %v", kinds, tt.kinds)
				}
				stop()
				time.Sleep(tt.takes) //nolint:forbidigo // in a bubble; what was late ends
			})
		})
	}
}

// indexed makes a desk's index now: Bleve's workers stand outside of bubbles.
func indexed(t *testing.T, k *desk.Desk) {
	t.Helper()
	scope, err := k.Scopes(discordtest.GuildID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := scope.Search(t.Context(), "ferry", 1); err != nil {
		t.Fatal(err)
	}
}

func slash(command string, options ...map[string]any) discordtest.Interaction {
	return discordtest.Slash(command, options...)
}

func mod(in discordtest.Interaction) discordtest.Interaction {
	in.Permissions = manageServer
	return in
}

func names(kinds []discordtest.Kind) []string {
	var out []string
	for _, k := range kinds {
		out = append(out, string(k))
	}
	return out
}

// TestReindex reindexes for longer than an interaction can be answered.
func TestReindex(t *testing.T) {
	for _, tt := range []struct {
		name  string
		each  time.Duration
		fail  error
		away  int // edits that Discord does not answer
		want  string
		where discordtest.Kind
	}{
		{"quick", 100 * time.Millisecond, nil, 0, "Reindexed. Articles: 20.", discordtest.EditOriginal},
		{"longer than the token lives", time.Minute, nil, 0, "Reindexed. Articles: 20.", discordtest.CreateMessage},
		{"fails", time.Second, errors.New("no space left"), 0, "Something went wrong on my side", discordtest.EditOriginal},
		{"busy", time.Second, index.ErrBusy, 0, "The articles are being reindexed already.", discordtest.EditOriginal},
		{"while Discord is away", time.Second, nil, 50, "Reindexed. Articles: 20.", discordtest.EditOriginal},
	} {
		t.Run(tt.name, func(t *testing.T) {
			records, err := store.Open(t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = records.Close() }()
			synctest.Test(t, func(t *testing.T) {
				k := newDesk(t, harbour(t))
				k.Stock = moderate.New(records, nil, nil, nil)
				k.Stock.Reindex = func(_ context.Context, _, _ string, progress func(index.Progress)) (index.Report, error) {
					began := time.Now()
					defer func() {
						if took := time.Since(began); took != 20*tt.each {
							t.Errorf("the work waited for its reports: %v", took)
						}
					}()
					for i := range 20 {
						time.Sleep(tt.each) //nolint:forbidigo // in a bubble
						progress(index.Progress{Stage: index.Building, Done: i + 1, Total: 20})
					}
					return index.Report{Articles: 20}, tt.fail
				}
				d := discordtest.New(t, discordtest.Options{Memory: true, Patience: 2 * time.Hour})
				stop := connect(t, d, discord.New(k, rest(d)))
				in := slash("corpus reindex")
				in.Permissions = manageServer
				sent := d.Interact(in)
				d.Fail(discordtest.EditOriginal, tt.away, discordtest.RESTFault{Status: 503})
				if got := d.Reply(sent); !got.Private || !strings.HasPrefix(got.Text(), "Reindexing.") {
					t.Errorf("private %v:\n%s", got.Private, got.Text())
				}
				last := d.Wait(1, func(c discordtest.Call) bool { return strings.HasPrefix(c.Text(), tt.want) })[0]
				if last.Kind != tt.where {
					t.Errorf("told by %s, want %s", last.Kind, tt.where)
				}
				stop()
			})
		})
	}
}

// TestTyping shows the bot as typing while it thinks, and not while its answer
// is on its way.
func TestTyping(t *testing.T) {
	for _, tt := range []struct {
		name   string
		thinks time.Duration
		sends  time.Duration
		limit  time.Duration // of typing, so that it would come after the answer
		typing int
	}{
		{"quick", 100 * time.Millisecond, 0, 0, 0},
		{"thinks for long", time.Second, 0, 0, 1},
		{"sends for long", 100 * time.Millisecond, 5 * time.Second, 0, 0},
		{"typing is slow", 500 * time.Millisecond, 0, 10 * time.Second, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := newDesk(t, harbour(t))
			indexed(t, k)
			synctest.Test(t, func(t *testing.T) {
				scopes := k.Scopes
				k.Scopes = func(server string) (*index.Scope, error) {
					time.Sleep(tt.thinks) //nolint:forbidigo // in a bubble
					return scopes(server)
				}
				d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
				connect(t, d, discord.New(k, rest(d)))
				d.Fail(discordtest.CreateMessage, 1, discordtest.RESTFault{Delay: tt.sends})
				d.Fail(discordtest.Typing, 1, discordtest.RESTFault{Delay: tt.limit})
				d.ReplyTo(d.Message(discordtest.Message{Text: "Who is the harbour master?", Mention: true}))
				time.Sleep(time.Minute) //nolint:forbidigo // in a bubble
				shown := 0
				for _, c := range d.Calls(discordtest.Typing) {
					if c.Status == 204 {
						shown++
					}
				}
				if shown != tt.typing {
					t.Errorf("shown as typing %d times, want %d", shown, tt.typing)
				}
			})
		})
	}
}
