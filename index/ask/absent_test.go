package ask

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// TestNoWordToGoBy asks what only a reply could make sense of.
func TestNoWordToGoBy(t *testing.T) {
	s, err := index.Memory(&corpus.Article{Title: "T", Language: "en", Paragraphs: []corpus.Paragraph{{Text: "Mara Oduya closed the bridge on Monday."}, {Text: "It is old."}}})
	if err != nil {
		t.Fatal(err)
	}
	a, err := New().Ask(t.Context(), s, Question{Text: "who is he?"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Answered || a.Confidence != 0 || len(a.Nearest) == 0 {
		t.Errorf("got %+v, want a no with nearest passages", a)
	}
}

// TestMissing asks about somebody whom no article has.
func TestMissing(t *testing.T) {
	s, err := index.Memory(&corpus.Article{Title: "T", Language: "en", Paragraphs: []corpus.Paragraph{{Text: "Mara Oduya closed the bridge on Monday."}}})
	if err != nil {
		t.Fatal(err)
	}
	a, err := New().Ask(t.Context(), s, Question{Text: "What did Fenwick say about Oduya?"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Missing) != 1 || a.Missing[0] != "Fenwick" {
		t.Errorf("missing %q, want Fenwick", a.Missing)
	}
}
