package discord_test

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
)

// TestRegistration registers the commands while Discord does not answer, limits or rejects that. Nothing else waits for it,
// and a resume, after which there is no READY, ends nothing.
func TestRegistration(t *testing.T) {
	var faults strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&faults, `"%d":{"name":{"_errors":[{"code":"BASE_TYPE_BAD_LENGTH","message":"Must be between 1 and 32 in length."}]}},`, i)
	}
	rejection := `{"message":"Invalid Form Body","code":50035,"errors":{` + strings.TrimSuffix(faults.String(), ",") + `}}`
	for _, tt := range []struct {
		name   string
		kind   discordtest.Kind
		times  int
		fault  discordtest.RESTFault
		after  time.Duration // when a new session begins, 0 = none
		puts   int           // registrations that Discord takes in the end
		logged int           // longest line
	}{
		{"nothing", discordtest.GetCommands, 0, discordtest.RESTFault{}, 0, 1, 0},
		{"reading met by 503", discordtest.GetCommands, 20, discordtest.RESTFault{Status: 503}, 0, 1, 0},
		{"reading limited", discordtest.GetCommands, 1, discordtest.RESTFault{Status: 429, RetryAfter: time.Minute, Headers: true}, 0, 1, 0},
		{"writing met by 503", discordtest.PutCommands, 20, discordtest.RESTFault{Status: 503}, 0, 1, 0},
		{"away for twenty minutes", discordtest.GetCommands, 180, discordtest.RESTFault{Status: 503}, 0, 1, 300},
		{"rejected", discordtest.PutCommands, 1, discordtest.RESTFault{Status: 400, Text: rejection}, 0, 0, 300},
		{"rejected, then a new session", discordtest.PutCommands, 1, discordtest.RESTFault{Status: 400, Text: rejection}, time.Minute, 1, 300},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := newDesk(t, harbour(t))
			indexed(t, k)
			synctest.Test(t, func(t *testing.T) {
				var log logbook
				k.Log = slog.New(slog.NewTextHandler(&log, nil))
				d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
				d.Fail(tt.kind, tt.times, tt.fault)
				stop := run(t, d, discord.New(k, rest(d)))
				pass(10 * time.Second)
				d.Do(discordtest.Fault{At: discordtest.Ready, Do: discordtest.Reconnect}) // resumed
				if got := d.ReplyTo(d.Message(discordtest.Message{Text: "What do tickets for Sunday's crossing cost?", Mention: true})); !strings.Contains(got.Text(), "12 crowns") {
					t.Errorf("meanwhile: %s", got.Text())
				}
				if tt.after > 0 {
					pass(tt.after)
					d.Forget()
					d.Do(discordtest.Fault{At: discordtest.Ready, Do: discordtest.Cut})
				}
				pass(30 * time.Minute)
				puts := 0
				for _, c := range d.Calls(discordtest.PutCommands) {
					if c.Status == 200 {
						puts++
					}
				}
				if puts != tt.puts {
					t.Errorf("registered %d times, want %d", puts, tt.puts)
				}
				longest := 0
				for line := range strings.Lines(log.String()) {
					if strings.Contains(line, "could not send") {
						longest = max(longest, len(line))
					}
				}
				if longest > tt.logged || tt.logged > 0 && longest == 0 {
					t.Errorf("longest complaint: %d bytes, want at most %d:\n%.2000s", longest, tt.logged, log.String())
				}
				stop()
				pass(2 * time.Second) // discordgo's own goroutines
			})
		})
	}
}

// TestAway asks while Discord takes events out but no answers in, for 8 s: each answer arrives when it does, once.
func TestAway(t *testing.T) {
	for _, fault := range []discordtest.RESTFault{{Status: 503}, {Status: 502, Text: "<html>"}} {
		t.Run(fmt.Sprint(fault.Status), func(t *testing.T) {
			k := newDesk(t, harbour(t))
			indexed(t, k)
			synctest.Test(t, func(t *testing.T) {
				d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
				stop := run(t, d, discord.New(k, rest(d)))
				for _, kind := range []discordtest.Kind{discordtest.CreateMessage, discordtest.Callback, discordtest.EditOriginal, discordtest.Typing} {
					d.Fail(kind, 1<<20, fault)
				}
				const question = "What do tickets for Sunday's crossing cost?"
				var asked []string
				for range 3 {
					asked = append(asked, d.Message(discordtest.Message{Text: question, Mention: true}))
					d.Interact(discordtest.Slash("ask", discordtest.Opt("question", question)))
					pass(time.Second)
				}
				pass(5 * time.Second)
				d.Heal()
				pass(time.Minute)
				shown := 0
				for _, c := range d.Calls() {
					if c.Shows() && strings.Contains(c.Text(), "12 crowns") {
						shown++
					}
				}
				if shown != 2*len(asked) {
					t.Errorf("%d answers to %d questions:\n%v", shown, 2*len(asked), d.Calls())
				}
				stop()
				pass(2 * time.Second) // discordgo's own goroutines
			})
		})
	}
}

// pass lets the bubble's time go on.
func pass(d time.Duration) { time.Sleep(d) } //nolint:forbidigo // in a synctest bubble only
