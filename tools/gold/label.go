package gold

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// Labels gives what the record says of the runs of a, its parsed article.
// Runs that the annotators set aside are left out.
func (r *Record) Labels(a *corpus.Article) []quote.Label {
	at := newPlaces(a)
	var out []quote.Label
	for _, q := range r.Quotes {
		ref, ok := at.ref(Span{q.Start, q.End})
		if !ok || q.Kind == "ignore" {
			continue
		}
		l := quote.Label{Run: ref}
		if q.Attr != nil {
			t := &r.Attributions[*q.Attr]
			l.Said, l.Kind = true, quote.Kind(q.Kind)
			for _, s := range t.Source {
				if src, ok := at.ref(s); ok {
					l.Source = append(l.Source, src)
				}
			}
			l.Surname = surname(t.Speaker)
		}
		out = append(out, l)
	}
	return out
}

// surname is the last word of a name in lower case, suffixes left out.
func surname(name string) string {
	ws := strings.Fields(strings.ToLower(name))
	for _, w := range slices.Backward(ws) {
		if w = strings.Trim(w, ".,'’"); !titles[w] {
			return w
		}
	}
	return ""
}

var titles = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "sen": true, "rep": true, "gov": true,
	"president": true, "senator": true, "jr": true, "sr": true, "ii": true, "iii": true, "iv": true,
}

// places finds the words of an article by their rune offsets in its file.
type places struct {
	a      *corpus.Article
	starts []int // rune offsets of the paragraphs, the title being the first
}

func newPlaces(a *corpus.Article) places {
	p := places{a: a, starts: []int{a.TitleDoc}}
	for _, q := range a.Paragraphs {
		p.starts = append(p.starts, q.Doc)
	}
	return p
}

// ref gives the words at runes s of the file, cut off at the end of their
// paragraph.
func (p places) ref(s Span) (corpus.Ref, bool) {
	n := sort.SearchInts(p.starts, s[0]+1) - 1
	if n < 0 || p.starts[n] < 0 {
		return corpus.Ref{}, false
	}
	q, _ := p.a.Paragraph(n)
	start, ok := bytesOf(q.Text, s[0]-p.starts[n])
	end, _ := bytesOf(q.Text, s[1]-p.starts[n])
	if !ok || end <= start {
		return corpus.Ref{}, false
	}
	return corpus.Ref{Article: p.a.ID, Paragraph: n, Span: corpus.Span{Start: start, End: end}}, true
}

// bytesOf is the byte offset of rune n of text; at the end of text and false
// when it has fewer.
func bytesOf(text string, n int) (int, bool) {
	i := 0
	for ; n > 0 && i < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return i, i < len(text)
}
