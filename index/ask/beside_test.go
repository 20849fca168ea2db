package ask

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// TestBeside asks what passages with nearly all of the question's words do not
// tell, and what one of their kind does.
func TestBeside(t *testing.T) {
	s, err := index.Memory(plain(t, `Ferries of Norland stop
The Harbor Safety Board of Norland (HSB) stopped all ferries to the island of Hale on Monday, a day after a storm.
The ferries will stay in the harbor until the storm is over, said Jonas Osk, who is 81 and owns two of them.
Ada Wren has worked on the ferries for 31 years. She watched the storm from the quay.
“The storm broke two masts and the gate of the harbor,” said Piet Lund, a sailor of the NFL who had spent the night on his ferry.
Harbor master Ida Falk looked at the masts and the gate.
The European Union (EU) will pay for the gate.`))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		question string
		answered bool
		mark     string
	}{
		{"What does HSB stand for?", true, "Harbor Safety Board"},
		{"What is the HSB short for?", true, "Harbor Safety Board"},
		{"What does NFL stand for?", false, ""},
		{"What does EU stand for?", true, ""},
		{"How old is Jonas Osk?", true, "81"},
		{"How old is Ada Wren?", false, ""},
		{"What did Lund say about the storm and the harbor gate?", true, ""},
		{"What did Wren say about the masts and the gate of the harbor?", false, ""},
		{"What did the sailor say about the storm?", true, ""},
		{"What did the harbor master say about the masts?", false, ""},
		{"Did the harbor master comment on the gate?", false, ""},
	} {
		a, err := New().Ask(t.Context(), s, Question{Text: tt.question})
		if err != nil {
			t.Fatal(err)
		}
		if a.Answered != tt.answered {
			t.Errorf("%s: answered %v (%.2f), want %v", tt.question, a.Answered, a.Confidence, tt.answered)
			continue
		}
		if tt.mark == "" {
			continue
		}
		c := a.Citations[0]
		if got, err := c.Article.Cut(corpus.Ref{Article: c.Ref.Article, Paragraph: c.Ref.Paragraph, Span: c.Mark}); err != nil || got != tt.mark {
			t.Errorf("%s: marked %q, %v, want %q", tt.question, got, err, tt.mark)
		}
	}
}

// plain reads an article of plain text, its title first.
func plain(t *testing.T, text string) *corpus.Article {
	t.Helper()
	a, err := corpus.Parse("a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	a.ID = "a1"
	return a
}
