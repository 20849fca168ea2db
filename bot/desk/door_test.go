package desk

import (
	"fmt"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
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
	pool.Observe = func(time.Duration, bool) { n++ }
	return &Desk{Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.Reading(pool), Key: say.Key("k")}, &n
}
