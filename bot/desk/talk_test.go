package desk

import (
	"context"
	"log/slog"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// TestTalk is answered in a line, without a passage.
func TestTalk(t *testing.T) {
	scope, err := index.Memory(&corpus.Article{Title: "T", Language: "en", Paragraphs: []corpus.Paragraph{{Text: "Thank God we had some money for a good bot."}}})
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.New(), Key: say.Key("k"), Log: slog.New(slog.DiscardHandler)}
	for _, text := range []string{"thanks!", "hi", "good bot", "help", "what can you do", "are you a bot", "exit"} {
		r := d.Handle(context.Background(), say.Event{Kind: say.Message, Server: "1001", Channel: "7", Member: "1", Text: text})
		if r.Text == "" || len(r.Excerpts) > 0 || strings.Contains(r.Text, "money") {
			t.Errorf("%s: %q", text, r.Text)
		}
	}
}
