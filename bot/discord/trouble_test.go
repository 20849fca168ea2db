package discord_test

import (
	"bytes"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// logbook is a log that a test reads while it is written.
type logbook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logbook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// TestTrouble has Discord refuse calls in every way it does. The member gets
// the answer where there is a way to give it, and the log says what went
// wrong without a word of the question.
func TestTrouble(t *testing.T) {
	limited := func(global bool, scope string) discordtest.RESTFault {
		return discordtest.RESTFault{Status: 429, RetryAfter: 50 * time.Millisecond, Headers: true, Global: global, Scope: scope}
	}
	const answer, direct = "12 crowns", "I may not write in <#" + discordtest.Channel + ">;"
	for _, tt := range []struct {
		name    string
		mention bool // asked by a mention; else by a command
		faults  map[discordtest.Kind]discordtest.RESTFault
		where   discordtest.Kind // how the answer arrives; "" = not at all
		direct  bool             // in person
		want    []string
		logged  string // "" = nothing
	}{
		{"callback: rate limit", false, map[discordtest.Kind]discordtest.RESTFault{discordtest.Callback: limited(false, "user")}, discordtest.Callback, false, []string{answer}, ""},
		{"callback: global rate limit", false, map[discordtest.Kind]discordtest.RESTFault{discordtest.Callback: limited(true, "global")}, discordtest.Callback, false, []string{answer}, ""},
		{"callback: shared rate limit", false, map[discordtest.Kind]discordtest.RESTFault{discordtest.Callback: limited(false, "shared")}, discordtest.Callback, false, []string{answer}, ""},
		{"callback: 503", false, map[discordtest.Kind]discordtest.RESTFault{discordtest.Callback: {Status: 503}}, discordtest.Callback, false, []string{answer}, ""},
		{"callback: 10062", false, map[discordtest.Kind]discordtest.RESTFault{discordtest.Callback: {Status: 404, Code: 10062}}, "", false, nil, "the interaction is over"},
		{"callback: 40060", false, map[discordtest.Kind]discordtest.RESTFault{discordtest.Callback: {Status: 400, Code: 40060}}, "", false, nil, "has an answer already"},
		{"message: rate limit", true, map[discordtest.Kind]discordtest.RESTFault{discordtest.CreateMessage: limited(false, "user")}, discordtest.CreateMessage, false, []string{answer}, ""},
		{"message: global rate limit", true, map[discordtest.Kind]discordtest.RESTFault{discordtest.CreateMessage: limited(true, "global")}, discordtest.CreateMessage, false, []string{answer}, ""},
		{"message: shared rate limit", true, map[discordtest.Kind]discordtest.RESTFault{discordtest.CreateMessage: limited(false, "shared")}, discordtest.CreateMessage, false, []string{answer}, ""},
		{"message: 500", true, map[discordtest.Kind]discordtest.RESTFault{discordtest.CreateMessage: {Status: 500}}, discordtest.CreateMessage, false, []string{answer}, ""},
		{"message: 50013", true, map[discordtest.Kind]discordtest.RESTFault{discordtest.CreateMessage: {Status: 403, Code: 50013}}, discordtest.CreateMessage, true, []string{direct, answer}, ""},
		{"message: 50001", true, map[discordtest.Kind]discordtest.RESTFault{discordtest.CreateMessage: {Status: 403, Code: 50001}}, discordtest.CreateMessage, true, []string{direct, answer}, ""},
		{
			"message: 50013, and 50007 in person", true,
			map[discordtest.Kind]discordtest.RESTFault{discordtest.CreateMessage: {Status: 403, Code: 50013}, discordtest.OpenDM: {Status: 403, Code: 50007}},
			"", false, nil, "takes no direct messages",
		},
		{"message: 160002", true, map[discordtest.Kind]discordtest.RESTFault{discordtest.CreateMessage: {Status: 400, Code: 160002}}, discordtest.CreateMessage, false, []string{answer}, ""},
		{"message: 10003", true, map[discordtest.Kind]discordtest.RESTFault{discordtest.CreateMessage: {Status: 404, Code: 10003}}, "", false, nil, "is gone"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var log logbook
			k := newDesk(t, harbour(t))
			k.Log = slog.New(slog.NewTextHandler(&log, nil))
			d := online(t, k)
			for kind, f := range tt.faults {
				d.Fail(kind, 1, f)
			}
			const question = "What do tickets for Sunday's crossing cost?"
			if tt.mention {
				d.Message(discordtest.Message{Text: question, Mention: true})
			} else {
				d.Interact(discordtest.Slash("ask", discordtest.Opt("question", question)))
			}
			if tt.where == "" {
				deadline := time.Now().Add(time.Minute)
				for !strings.Contains(log.String(), tt.logged) && time.Now().Before(deadline) {
					time.Sleep(time.Millisecond) //nolint:forbidigo // until the log says so
				}
			} else {
				got := d.Wait(1, func(c discordtest.Call) bool { return c.Kind == tt.where && c.Shows() })[0]
				for _, w := range tt.want {
					if !strings.Contains(strings.ReplaceAll(got.Text(), "**", ""), w) {
						t.Errorf("no %q in\n%s", w, got.Text())
					}
				}
				if got.Channel == discordtest.Channel == tt.direct {
					t.Errorf("answered in %s", got.Channel)
				}
				if n := len(got.Buttons()); (n > 0) == tt.direct {
					t.Errorf("%d buttons", n)
				}
			}
			if tt.logged != "" != strings.Contains(log.String(), "could not send") || !strings.Contains(log.String(), tt.logged) || strings.Contains(log.String(), "crossing") {
				t.Errorf("log: %s", log.String())
			}
		})
	}
}

// TestSilentLogChannel changes the settings where the bot may not write into
// the log channel: the moderator is answered all the same.
func TestSilentLogChannel(t *testing.T) {
	var log logbook
	k := newDesk(t, harbour(t))
	k.Log = slog.New(slog.NewTextHandler(&log, nil))
	if _, err := k.Books.Set(discordtest.GuildID, "m", func(s *store.Settings) { s.LogChannel = logChannel }); err != nil {
		t.Fatal(err)
	}
	d := online(t, k)
	d.Fail(discordtest.CreateMessage, 1, discordtest.RESTFault{Status: 403, Code: 50001})
	in := discordtest.Slash("settings", discordtest.Opt("private", true))
	in.Permissions = manageServer
	if got := d.Reply(d.Interact(in)); !strings.HasPrefix(got.Text(), "Saved.") {
		t.Errorf("%s", got.Text())
	}
	d.WaitKind(1, discordtest.CreateMessage)
	for deadline := time.Now().Add(time.Minute); !strings.Contains(log.String(), "log channel"); {
		if time.Now().After(deadline) {
			t.Fatalf("log: %s", log.String())
		}
		time.Sleep(time.Millisecond) //nolint:forbidigo // until the log says so
	}
}
