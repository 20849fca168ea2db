package desk

import (
	"fmt"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/reader"
)

// TestDoor asks in the ways that come to the engine by a roundabout: of a server
// with so many articles that they are searched, of one of several that are meant,
// for what is left, and for the reasons. Each is read closely.
func TestDoor(t *testing.T) {
	list := []*corpus.Article{
		articleOf("a1", "Ines Oberlin, the harbour master, had the gates locked on Tuesday evening.", "“Nobody sails,” said Oberlin, who locked the gates herself.", "The gates are of oak. The island of Vigra has 412 inhabitants."),
		articleOf("a2", "The mill at Brennau burned down on Friday.", "Nobody was hurt, said Karl Tevis, who owns the mill."),
	}
	list[0].Title, list[1].Title = "Gates of the harbour locked", "Mill of the harbour burned"
	for i := range 30 {
		list = append(list, articleOf(fmt.Sprintf("b%d", i), fmt.Sprintf("Notice %d of the council: the fair is held in field %d.", i, i)))
	}
	scope, err := index.Memory(list...)
	if err != nil {
		t.Fatal(err)
	}
	const question = "who locked the gates"
	message := say.Event{Kind: say.Message, Text: question}
	for name, tt := range map[string]struct {
		events []say.Event
		reads  int // how often passages are read
	}{
		"many articles":            {[]say.Event{message}, 1},
		"which of several":         {[]say.Event{{Kind: say.Command, Command: "ask", Options: map[string]string{"question": "who was hurt", "article": "harbour"}}}, 2},
		"check in several":         {[]say.Event{{Kind: say.Command, Command: "check", Options: map[string]string{"quote": "all of the mills are on fire", "article": "harbour"}}}, 2},
		"Why?":                     {[]say.Event{{Kind: say.Menu, Command: say.Why, Mod: true, Text: question}}, 2}, // the second time they are remembered
		"words that are not there": {[]say.Event{{Kind: say.Command, Command: "who-said", Options: map[string]string{"words": "somebody has locked up the gates"}}}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			d, read := readingDesk(scope)
			for _, ev := range tt.events {
				ev.Server, ev.Member = "9", "1"
				if r := d.Handle(t.Context(), ev); r.Outcome == "error" {
					t.Error(screen(r))
				}
			}
			if *read != tt.reads {
				t.Errorf("passages were read %d times, want %d", *read, tt.reads)
			}
		})
	}
	t.Run("what is left", func(t *testing.T) {
		d, _ := readingDesk(scope)
		a, err := d.Engine.Ask(t.Context(), scope, ask.Question{Text: question, Top: passagesPerAnswer})
		if err != nil || !a.Answered || len(a.Citations) < 3 {
			t.Fatalf("%+v, %v", a, err)
		}
		at := 0
		for _, text := range []string{question, "tell me more"} {
			message.Text, message.Server, message.Member = text, "9", "1"
			for _, e := range d.Handle(t.Context(), message).Excerpts {
				if c := a.Citations[at]; e.Ref.Article != c.Ref.Article || e.Ref.Paragraph != c.Ref.Paragraph {
					t.Errorf("%s shows %v, the %d. answer is %v", text, e.Ref, at+1, c.Ref)
				}
				at++
			}
		}
		if at < 3 {
			t.Errorf("only %d passages were shown", at)
		}
	})
}

// readingDesk is a desk that reads closely, and how often it did.
func readingDesk(scope *index.Scope) (*Desk, *int) {
	pool, n := reader.NewPool(reader.Embedded(), reader.Limits{Workers: 1}), 0
	pool.Observe = func(time.Duration, string) { n++ }
	return &Desk{Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.Reading(pool), Key: say.Key("k")}, &n
}

// TestSureReading asks while the server wants the bot to be careful, normal and
// eager, and passages are read closely: who is to be surer never answers more,
// and what is about something else stays without an answer.
func TestSureReading(t *testing.T) {
	scope, err := index.Memory(articleOf("a1",
		"The ferry between Vigra and the mainland has been a matter of dispute for years.",
		"Ines Oberlin, the harbour master, had the gates locked on Tuesday evening after a wave broke two windows of the boat.",
		"“She is right,” said Karl Tevis, who runs the boat. “We lost two panes and a life raft.”",
		"The island has 412 inhabitants, a school and a shop that sells ropes."))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := readingDesk(scope)
	set := store.Settings{}
	d.Books.Settings = func(string) (store.Settings, error) { return set, nil }
	answered := func(text string) bool {
		t.Helper()
		r := d.Handle(t.Context(), say.Event{Kind: say.Message, Server: "9", Member: "1", Text: text})
		if r.Outcome != "answered" && r.Outcome != "no_answer" {
			t.Fatal(screen(r))
		}
		return r.Outcome == "answered"
	}
	var before []bool
	for _, degree := range []ask.Sureness{ask.Eager, ask.Normal, ask.Careful} {
		set.Sureness = string(degree)
		var now []bool
		for i, q := range []string{
			"who locked the gates", "how many people live on the isle", "what did tevis lose", "who was hurt when the window broke", "what is sold on the island", "why were the gates locked",
			"who is the captain of the ferry", "when did the boat sink", "how old is the school", "who runs the shop",
		} {
			if now = append(now, answered(q)); before != nil && now[i] && !before[i] {
				t.Errorf("%q answers what a surer one did not: %s", degree, q)
			}
		}
		if before = now; !now[0] {
			t.Errorf("%q does not answer who locked the gates", degree)
		}
		for _, q := range []string{"what is the capital of Peru", "how do I bake bread without yeast", "who won the cup final in 1998", "what does a litre of petrol cost"} {
			if answered(q) {
				t.Errorf("%q answers %s", degree, q)
			}
		}
	}
}
