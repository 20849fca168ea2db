package ask

import (
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// within is by how much a neighbouring sentence may score lower than the best
// and still be shown with it, in units of the sentence score.
const within = 5

// longExcerpt is how long, in bytes, an excerpt of two sentences may be; the
// best sentence alone may be longer.
const longExcerpt = 900

// cite makes the citation of a candidate: its best sentence, or two.
func (v *survey) cite(c candidate) index.Citation {
	a := c.r.m.a
	p := a.passages[c.passage]
	ref := corpus.Ref{Article: a.doc.Article.ID, Paragraph: c.passage + 1}
	first, last := c.r.excerpt(p)
	if first >= 0 {
		ref.Span = corpus.Span{Start: a.sentences[first].span.Start, End: a.sentences[last].span.End}
	} else {
		ref.Span = corpus.Span{End: len(a.doc.Article.Paragraphs[c.passage].Text)}
	}
	out := index.Citation{Ref: ref, Article: a.doc.Article, Score: c.score}
	if first >= 0 {
		out.Mark = v.model.mark(c.r, first, last)
	}
	return out
}

// goesOn reports whether sentence i begins with a noun of the question that
// stands for what was said before: "The tower, which ...".
func (m *match) goesOn(i int32) bool {
	s := m.a.sentences[i]
	if s.tokens[1]-s.tokens[0] < 2 || m.a.formAt(s.tokens[0]).class != determiner {
		return false
	}
	return slices.ContainsFunc(m.few(i), func(h hit) bool {
		return h.token == s.tokens[0]+1 && h.level&(same|exact) != 0
	})
}

// excerpt gives the first and last sentence to show of a passage, -1 when it
// has none.
func (r *ranking) excerpt(p passage) (first, last int32) {
	best := int32(-1)
	for i := p.sentences[0]; i < p.sentences[1]; i++ {
		if best < 0 || r.sentences[i] > r.sentences[best] {
			best = i
		}
	}
	first, last = best, best
	if best < 0 {
		return first, last
	}
	other := int32(-1)
	for _, i := range [...]int32{best - 1, best + 1} {
		if i >= p.sentences[0] && i < p.sentences[1] && (other < 0 || r.sentences[i] > r.sentences[other]) {
			other = i
		}
	}
	reach := float64(within)
	if other > best && r.m.goesOn(other) {
		reach *= 2
	}
	if other >= 0 && r.sentences[other] > r.sentences[best]-reach {
		x, y := min(best, other), max(best, other)
		if r.m.a.sentences[y].span.End-r.m.a.sentences[x].span.Start <= longExcerpt {
			first, last = x, y
		}
	}
	return first, last
}
