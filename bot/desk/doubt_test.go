package desk

import (
	"log/slog"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// TestDoubted presses "Not right?" under answers of which the bot was sure, not so
// sure and not at all, and under what is no answer: how sure it was is counted,
// and nothing else is told.
func TestDoubted(t *testing.T) {
	scope, err := index.Memory(articleOf("a1", "Ines Oberlin, the harbour master, had the gates locked on Tuesday evening.", "The island of Vigra has 412 inhabitants and a school."))
	if err != nil {
		t.Fatal(err)
	}
	var answered, doubted []string
	d := &Desk{
		Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.New(), Key: say.Key("k"), Log: slog.New(slog.DiscardHandler),
		Books:    Books{Doubt: func(string, store.Doubt) error { return nil }},
		Answered: func(sure string) { answered = append(answered, sure) }, Doubted: func(sure string) { doubted = append(doubted, sure) },
	}
	press := func(r say.Reply) {
		t.Helper()
		i := slices.IndexFunc(r.Buttons, func(b say.Button) bool { return b.Label == "Not right?" })
		if i < 0 {
			t.Fatal(screen(r))
		}
		d.Handle(t.Context(), say.Event{Kind: say.Press, Server: "9", Member: "1", CustomID: r.Buttons[i].CustomID})
	}
	for _, text := range []string{"Who had the gates locked on Tuesday evening?", "what is the capital of Peru", "who wrote the article about the school"} {
		press(d.Handle(t.Context(), say.Event{Kind: say.Message, Server: "9", Member: "1", Text: text}))
	}
	press(d.Handle(t.Context(), say.Event{Kind: say.Command, Server: "9", Member: "1", Command: "check", Options: map[string]string{"quote": "had the gates locked"}}))
	old, _ := (&say.Request{Event: say.Event{Server: "9"}, Key: d.Key}).Seal(opDoubt, "a1") // as before confidences were counted
	d.Handle(t.Context(), say.Event{Kind: say.Press, Server: "9", Member: "1", CustomID: old})
	if diff := cmp.Diff(append(slices.Clone(answered), "other", "other"), doubted); diff != "" {
		t.Errorf("(-answered +doubted):\n%s", diff)
	}
	if len(answered) != 3 || answered[0] != "0.9" || answered[1] != "none" {
		t.Errorf("answered %v", answered)
	}
}
