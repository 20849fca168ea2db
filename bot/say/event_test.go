package say

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTyped(t *testing.T) {
	for _, tt := range []struct {
		line string
		want Event
	}{
		{" Who won? ", Event{Kind: Message, Text: "Who won?"}},
		{"", Event{Kind: Message}},
		{"/help", Event{Kind: Command, Command: "help", Options: map[string]string{}}},
		{"/ask who won: the red or the blue?", Event{Kind: Command, Command: "ask", Options: map[string]string{"question": "who won: the red or the blue?"}}},
		{"/said Ilse Brandt about: the bridge order:newest", Event{Kind: Command, Command: "said", Options: map[string]string{"speaker": "Ilse Brandt", "about": "the bridge", "order": "newest"}}},
		{"/ask article: a1 question: when", Event{Kind: Command, Command: "ask", Options: map[string]string{"article": "a1", "question": "when"}}},
		{"/article show a1¶7", Event{Kind: Command, Command: "article show", Options: map[string]string{"article": "a1¶7"}}},
		{"/article  list", Event{Kind: Command, Command: "article list", Options: map[string]string{}}},
		{"/article burn", Event{Kind: Command, Command: "article burn", Options: map[string]string{}}},
		{"/artikel zeige a1¶7", Event{Kind: Command, Command: "article show", Options: map[string]string{"article": "a1¶7"}}},
		{"/чьи-слова да, так", Event{Kind: Command, Command: "who-said", Options: map[string]string{"words": "да, так"}}},
		{"/nonsense x", Event{Kind: Command, Command: "nonsense", Options: map[string]string{}}},
	} {
		if diff := cmp.Diff(tt.want, Typed(tt.line)); diff != "" {
			t.Errorf("Typed(%q) (-want +got):\n%s", tt.line, diff)
		}
	}
}
