package desk

import (
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/say"
)

func TestLimits(t *testing.T) {
	l := NewLimits()
	now := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	for i := range memberBurst {
		if wait, ok := l.take("9", "m", now); !ok {
			t.Fatalf("question %d refused, wait %v", i+1, wait)
		}
	}
	wait, ok := l.take("9", "m", now)
	if ok || wait <= 0 || wait > memberEvery {
		t.Errorf("after the burst: %v, wait %v", ok, wait)
	}
	if _, ok := l.take("9", "other", now); !ok {
		t.Error("another member has to wait as well")
	}
	if _, ok := l.take("9", "m", now.Add(wait)); !ok {
		t.Error("refused after the wait it was told")
	}
	for i := range serverBurst {
		l.take("7", "s"+string(rune('a'+i)), now)
	}
	if wait, ok := l.take("7", "fresh", now); ok || wait <= 0 {
		t.Errorf("a server without limit: %v", wait)
	}
	if _, ok := l.take("", "fresh", now); !ok {
		t.Error("a direct message is refused for its sender's server")
	}
}

func TestTooOften(t *testing.T) {
	req, _ := scene(t, say.Event{Kind: say.Command, Command: "help", Server: "9"})
	now := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	var r say.Reply
	for range memberBurst + 1 {
		ev := req.Event
		ev.Time = now
		r = req.desk.Handle(t.Context(), ev)
	}
	if want := "That was a lot at once. Try again in 2 s."; r.Text != want || !r.Private {
		t.Errorf("got %q, private %v, want %q", r.Text, r.Private, want)
	}
}
