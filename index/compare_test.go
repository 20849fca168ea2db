package index

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// written makes a document of paragraphs; "Name: words" is a quote.
func written(paragraphs ...string) *Document {
	a := &corpus.Article{ID: "a1"}
	x := &quote.Extraction{}
	for i, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p})
		if who, words, ok := strings.Cut(p, ": "); ok {
			ref := corpus.Ref{Article: "a1", Paragraph: i + 1, Span: corpus.Span{Start: len(p) - len(words), End: len(p)}}
			x.Quotes = append(x.Quotes, quote.Quote{Ref: ref, Speaker: who})
			x.Speakers = append(x.Speakers, quote.Speaker{Name: who, Quotes: 1})
		}
	}
	return &Document{Article: a, Quotes: x}
}

func TestCompare(t *testing.T) {
	was := []string{"The mill closes.", "Nobody asked the miller about it at all.", "Ada: We shall be back in spring."}
	for _, tt := range []struct {
		name string
		is   []string
		want Difference
	}{
		{"nothing", was, Difference{}},
		{"moved", []string{was[2], was[0], was[1]}, Difference{}},
		{"a paragraph more", append([]string{"The weather was fine."}, was...), Difference{Paragraphs: Turnover{Added: 1}}},
		{"a paragraph less", was[1:], Difference{Paragraphs: Turnover{Removed: 1}}},
		{"a word changed", []string{was[0], "Nobody asked the baker about it at all.", was[2]}, Difference{Paragraphs: Turnover{Changed: 1}}},
		{"all else", []string{"x", "y"}, Difference{Paragraphs: Turnover{Added: 2, Removed: 3}, Quotes: Turnover{Removed: 1}, Gone: []string{"Ada"}}},
		{
			"another speaker",
			[]string{was[0], was[1], "Bo: We shall be back in spring."},
			Difference{Paragraphs: Turnover{Changed: 1}, Reattributed: 1, New: []string{"Bo"}, Gone: []string{"Ada"}},
		},
		{
			"another word said",
			[]string{was[0], was[1], "Ada: We shall be back in autumn."},
			Difference{Paragraphs: Turnover{Changed: 1}, Quotes: Turnover{Changed: 1}},
		},
		{"doubled", append([]string{was[0]}, was...), Difference{Paragraphs: Turnover{Added: 1}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Compare(written(was...), written(tt.is...))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got.None() != cmp.Equal(tt.want, Difference{}) {
				t.Errorf("none: %v", got.None())
			}
		})
	}
}
