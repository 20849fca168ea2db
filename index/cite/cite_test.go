package cite_test

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// document reads an article of plain text.
func document(t *testing.T, text string) *index.Document {
	t.Helper()
	a, err := corpus.Parse("a.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	d, err := s.Document(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// ref finds words in paragraph n.
func ref(t *testing.T, a *corpus.Article, n int, words string) corpus.Ref {
	t.Helper()
	p, _ := a.Paragraph(n)
	i := strings.Index(p.Text, words)
	if i < 0 {
		t.Fatalf("%q is not in ¶ %d", words, n)
	}
	return corpus.Ref{Article: a.ID, Paragraph: n, Span: corpus.Span{Start: i, End: i + len(words)}}
}

// TestSaying tells who says an excerpt, by its marked words and without.
func TestSaying(t *testing.T) {
	d := document(t, `Quay
“The gate is shut for good,” said Ilse Brandt. The quay is empty on Mondays, and the nets dry there.
“We ran as fast as we could,” said Ada Wren. “I did not run at all,” said her brother, Piet Lund.
Tomas Ruel said that the crack had been found on Friday.
The “gate” of the harbour was painted by two men from the far bank, who had no ladder and no paint.`)
	for _, tt := range []struct {
		name       string
		n          int
		mark, want string
		kind       bool
	}{
		{"words of a quote", 1, "shut for good", "Ilse Brandt", true},
		{"words beside a quote", 1, "Mondays", "", false},
		{"whoever is named", 1, "Ilse Brandt", "Ilse Brandt", true},
		{"one of two speakers", 2, "did not run", "Piet Lund", true},
		{"two speakers", 2, "", "", true},
		{"reported words", 3, "on Friday", "Tomas Ruel", true},
		{"all of it reported", 3, "", "Tomas Ruel", true},
		{"a term in marks", 4, "", "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			mark := corpus.Span{}
			if tt.mark != "" {
				mark = ref(t, d.Article, tt.n, tt.mark).Span
			}
			c := cite.At(d, d.Article.Whole(tt.n), mark)
			if c.Speaker != tt.want || (c.Kind != "") != tt.kind {
				t.Errorf("speaker %q, kind %q, want %q", c.Speaker, c.Kind, tt.want)
			}
		})
	}
}

// TestExcerpt shows the sentences and the quotation marks around words.
func TestExcerpt(t *testing.T) {
	d := document(t, `Quay
It rained. “The gate is shut. It stays shut for good,” said Ilse Brandt. The quay is empty.
Nobody came.`)
	c := cite.Excerpt(d, ref(t, d.Article, 1, "stays shut"))
	if got, err := d.Article.Cut(c.Ref); err != nil || got != "“The gate is shut. It stays shut for good,” said Ilse Brandt." || c.Speaker != "Ilse Brandt" {
		t.Errorf("%q of %q, %v", got, c.Speaker, err)
	}
	before, after := cite.Around(d.Article, c.Ref)
	for _, x := range []struct {
		r    corpus.Ref
		want string
	}{{before, "It rained."}, {after, "The quay is empty."}} {
		if got, err := d.Article.Cut(x.r); err != nil || got != x.want {
			t.Errorf("around: %q, %v, want %q", got, err, x.want)
		}
	}
	if _, after := cite.Around(d.Article, d.Article.Whole(2)); !after.Empty() {
		t.Errorf("after the end: %v", after)
	}
}
