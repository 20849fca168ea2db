package main

import (
	"context"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// TestComplete presses Tab at the end of a line, or where | stands.
func TestComplete(t *testing.T) {
	scope, err := index.Memory(mustParse(t, "quay.txt", quay),
		mustParse(t, "bread.txt", "Bread is dearer\n“A loaf costs more,” said Ole Åsen, a baker. “Nobody likes it,” said Marta Lund.\n"))
	if err != nil {
		t.Fatal(err)
	}
	p := &playground{
		scope: scope, desk: newDesk(func(string) (*index.Scope, error) { return scope, nil }, io.Discard), base: say.Event{Member: "0"},
	}
	for _, tt := range []struct {
		name, line string
		head       string
		want       []string
	}{
		{"all commands", "/", "", []string{"/ask ", "/said ", "/who-said ", "/check ", "/article list", "/article show ", "/article speakers ", "/help", "/privacy", "/quit"}},
		{"a command", "/w", "", []string{"/who-said "}},
		{"a command below another", "/article s", "", []string{"/article show ", "/article speakers "}},
		{"a whole command", "/help", "/help", nil},
		{"no command", "/dance", "/dance", nil},
		{"what an option takes", "/said mari", "/said ", []string{"Marit Aas"}},
		{"an option by its name", "/said Marit Aas article: qua", "/said Marit Aas article: ", []string{"Quay of Lomvik to close"}},
		{"an option that takes anything", "/who-said qua", "/who-said qua", nil},
		{"the second option", "/check “We cannot repair it” speaker: marit", "/check “We cannot repair it” speaker: ", []string{"Marit Aas"}},
		{"an article", "/article show brea", "/article show ", []string{"Bread is dearer"}},
		{"a name in a question", "What did Mari", "What did ", []string{"Marit Aas"}},
		{"a name by its last word", "what did aa", "what did ", []string{"Marit Aas"}},
		{"a name in the middle", "What did Mari| say?", "What did ", []string{"Marit Aas"}},
		{"a letter is too little", "What did m", "What did ", nil},
		{"nobody", "What did Xaver", "What did ", nil},
		{"nothing", "", "", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			line, pos, tail := tt.line, utf8.RuneCountInString(tt.line), ""
			if before, after, ok := strings.Cut(tt.line, "|"); ok {
				line, pos, tail = before+after, utf8.RuneCountInString(before), after
			}
			head, got, rest := p.complete(context.Background(), line, pos)
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
			if head != tt.head || rest != tail {
				t.Errorf("between %q and %q, want %q and %q", head, rest, tt.head, tail)
			}
		})
	}
}
