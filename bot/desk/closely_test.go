package desk

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/reader"
)

// TestOneDoor asks by every way there is: each goes through the reader.
func TestOneDoor(t *testing.T) {
	scope, err := index.Memory(
		articleOf("a1", "Ines Oberlin, the harbour master, had the gates locked on Tuesday evening.", "The island of Vigra has 412 inhabitants and a school."),
		articleOf("a2", "The mill at Brennau burned down on Friday.", "Nobody was hurt, said Karl Tevis, who owns the mill."),
	)
	if err != nil {
		t.Fatal(err)
	}
	for name, ev := range map[string]say.Event{
		"mention":          {Kind: say.Message, Text: "who locked the gates"},
		"follow-up":        {Kind: say.Message, Text: "when was that?", Previous: "Who locked the gates of the harbour?"},
		"/ask":             {Kind: say.Command, Command: "ask", Options: map[string]string{"question": "who locked the gates"}},
		"/ask, an article": {Kind: say.Command, Command: "ask", Options: map[string]string{"question": "who owns the mill", "article": "a2"}},
		"find in articles": {Kind: say.Menu, Command: "Find in articles", Text: "somebody locked up the gates of the harbour"},
		"/check":           {Kind: say.Command, Command: "check", Options: map[string]string{"quote": "somebody locked up the gates of the harbour"}},
		"check quotes":     {Kind: say.Menu, Command: "Check quotes", Text: "He said: “Somebody locked up the gates of the harbour.”"},
		"/who-said":        {Kind: say.Command, Command: "who-said", Options: map[string]string{"words": "somebody locked up the gates of the harbour"}},
	} {
		t.Run(name, func(t *testing.T) {
			pool := reader.NewPool(reader.Embedded(), reader.Limits{Workers: 1})
			var read atomic.Int64
			pool.Observe = func(time.Duration, string) { read.Add(1) }
			d := &Desk{Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.Reading(pool), Key: say.Key("k")}
			ev.Server, ev.Member = "9", "1"
			if r := d.Handle(t.Context(), ev); read.Load() == 0 {
				t.Errorf("was answered without: %s", screen(r))
			}
		})
	}
}

// TestBusy answers by words alone when there is no time to read, and says that
// it is not sure.
func TestBusy(t *testing.T) {
	scope, err := index.Memory(articleOf("a1", "Ines Oberlin, the harbour master, had the gates locked on Tuesday evening.", "The island of Vigra has 412 inhabitants."))
	if err != nil {
		t.Fatal(err)
	}
	pool := reader.NewPool(reader.Embedded(), reader.Limits{Workers: 1, Budget: 1})
	d := &Desk{Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.Reading(pool), Key: say.Key("k")}
	r := d.Handle(t.Context(), say.Event{Kind: say.Message, Server: "9", Member: "1", Text: "Who had the gates locked on Tuesday evening?"})
	if r.Outcome != "answered" || !strings.Contains(r.Text, say.WordsFor("").Perhaps) {
		t.Errorf("not said to be unsure: %s", screen(r))
	}
}
