package ask

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/question"
)

const quay = `Quay of Norland shut
By Rita Falk
12 May 2031
The quay of Norland was shut on Monday because its third pier had a crack.
“Nobody will lose a berth,” said Ada Wren, the harbour master. “We move every boat.”
Fishermen were angry. Piet Lund, a sailor, said that the crack had been known for years.
The engineers will come back in June.`

// TestTalk says what is no question.
func TestTalk(t *testing.T) {
	s, err := index.Memory(plain(t, quay))
	if err != nil {
		t.Fatal(err)
	}
	got, err := New().Ask(t.Context(), s, Question{Text: "thanks!"})
	if err != nil || got.Talk != question.Thanks || got.Answered || len(got.Citations)+len(got.Nearest) > 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestHead asks about the article itself, with and without a head.
func TestHead(t *testing.T) {
	known := plain(t, "Bridge of Norland opens\nThe bridge was opened on Monday by the mayor, who wrote a book about the piers.")
	known.Byline, known.Date, known.Publisher = "Jon Falk", "2031-05-03", "Norland Herald"
	for _, tt := range []struct {
		a              *corpus.Article
		question, want string
		head           bool
	}{
		{known, "Who wrote this article?", "Jon Falk", true},
		{known, "who's the author of this piece?", "Jon Falk", true},
		{known, "When was this story published?", "2031-05-03", true},
		{known, "what is the date of this article", "2031-05-03", true},
		{known, "Which newspaper is this article from?", "Norland Herald", true},
		{known, "Who published this?", "Norland Herald", true},
		{known, "What is the headline?", "Bridge of Norland opens", false},
		{known, "Who is the article by?", "Jon Falk", true},
		{known, "whose name stands above this story?", "Jon Falk", true},
		{known, "when did the piece first go online?", "2031-05-03", true},
		{known, "how long ago was this article published?", "2031-05-03", true},
		{plain(t, quay), "Who is the author?", "Rita Falk", false},
		{plain(t, quay), "who wrote this?", "Rita Falk", false},
		{plain(t, quay), "When was this article published?", "12 May 2031", false},
		{plain(t, quay), "Who published this article?", "", false},
	} {
		s, err := index.Memory(tt.a)
		if err != nil {
			t.Fatal(err)
		}
		got, err := New().Ask(t.Context(), s, Question{Text: tt.question})
		if err != nil {
			t.Fatal(err)
		}
		answer := got.Head
		if len(got.Citations) > 0 {
			r := got.Citations[0].Ref
			r.Span = got.Citations[0].Mark
			answer = cut(tt.a, r)
		}
		if answer != tt.want || got.Answered != (tt.want != "") || (got.Head != "") != tt.head {
			t.Errorf("%s: %q, answered %v, head %q, want %q", tt.question, answer, got.Answered, got.Head, tt.want)
		}
	}
	// What is in the article is no question about it.
	s, err := index.Memory(known)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range [...]string{"Who wrote a book about the piers?", "Who wrote the book?", "Who wrote the report?"} {
		if got, err := New().Ask(t.Context(), s, Question{Text: q}); err != nil || got.Head != "" {
			t.Errorf("%s: %+v, %v", q, got, err)
		}
	}
}
