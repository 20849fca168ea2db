package ask

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// TestMissing asks about people of whom some are in no article, and some in an
// article that is not read because others fit the question better.
func TestMissing(t *testing.T) {
	bridge := func(n int, text string) *corpus.Article {
		return &corpus.Article{ID: fmt.Sprintf("a%d", n), Title: "T", Language: "en", Paragraphs: []corpus.Paragraph{{Text: text}}}
	}
	few := []*corpus.Article{bridge(1, "Mara Oduya closed the bridge on Monday.")}
	many := []*corpus.Article{bridge(1, "Ansel Fenwick went home, and it rained all day on the long road to the sea.")}
	for n := range 20 {
		many = append(many, bridge(n+2, "Mara Oduya closed the bridge on Monday, and Mara Oduya said why the bridge was closed."))
	}
	for _, tt := range []struct {
		name, question string
		articles       []*corpus.Article
		want           []string
	}{
		{"one of two", "What did Fenwick say about Oduya?", few, []string{"Fenwick"}},
		{"first name and surname", "What did Ansel Fenwick tell Mara Oduya in Lisbon?", few, []string{"Ansel Fenwick", "Lisbon"}},
		{"in an article that is not read", "Why did Fenwick say that Mara Oduya closed the bridge on Monday?", many, nil},
		{"in no article of many", "Why did Tarkington say that Mara Oduya closed the bridge on Monday?", many, []string{"Tarkington"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := index.Memory(tt.articles...)
			if err != nil {
				t.Fatal(err)
			}
			a, err := New().Ask(t.Context(), s, Question{Text: tt.question})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, a.Missing); diff != "" {
				t.Errorf("missing names (-want +got):\n%s", diff)
			}
		})
	}
}
