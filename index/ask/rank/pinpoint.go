package rank

import (
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// within is by how much a neighbouring sentence may score lower than the best
// and still be shown with it, in units of the sentence score.
const within = 5

// longExcerpt is how long, in bytes, an excerpt of two sentences may be; the
// best sentence alone may be longer.
const longExcerpt = 900

// Cite makes the citation of a candidate: its best sentence, or two, with the
// words marked that answer.
func (m *Model) Cite(c Candidate) cite.Citation {
	out := m.Show(c)
	switch first, last := c.shown(); {
	case first < 0:
	case c.read != nil:
		if out.Mark = c.Ranking.marked(c.read, c.passage); !out.Ref.Contains(out.Mark) {
			out.Mark = corpus.Span{}
		}
	default:
		out.Mark = m.mark(c.Ranking, first, last)
	}
	return out
}

// Show makes the citation of a candidate with nothing marked.
func (m *Model) Show(c Candidate) cite.Citation {
	a := c.Ranking.m.a
	ref := corpus.Ref{Article: a.Doc.Article.ID, Paragraph: c.passage + 1}
	if first, last := c.shown(); first >= 0 {
		ref.Span = corpus.Span{Start: a.Sentences[first].Span.Start, End: a.Sentences[last].Span.End}
	} else {
		ref.Span = corpus.Span{End: len(a.Doc.Article.Paragraphs[c.passage].Text)}
	}
	return cite.Citation{Ref: ref, Article: a.Doc.Article, Score: c.score}
}

// shown are the first and the last sentence to show, -1 when there is none.
func (c *Candidate) shown() (first, last int32) {
	first, last = c.Ranking.excerpt(c.Ranking.m.a.Passages[c.passage])
	if c.read != nil && c.read.SpanScore > 0 {
		first, last = c.Ranking.enclose(c.read.Span, c.passage, first, last)
	}
	return first, last
}

// goesOn reports whether sentence i begins with a noun of the question that
// stands for what was said before: "The tower, which ...".
func (m *match) goesOn(i int32) bool {
	s := m.a.Sentences[i]
	if s.Tokens[1]-s.Tokens[0] < 2 || m.a.FormAt(s.Tokens[0]).Class != lexicon.Determiner {
		return false
	}
	return slices.ContainsFunc(m.few(i), func(h hit) bool {
		return h.token == s.Tokens[0]+1 && h.level&(same|exact) != 0
	})
}

// excerpt gives the first and last sentence to show of a passage, -1 when it
// has none.
func (r *Ranking) excerpt(p article.Passage) (first, last int32) {
	best := int32(-1)
	for i := p.Sentences[0]; i < p.Sentences[1]; i++ {
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
		if i >= p.Sentences[0] && i < p.Sentences[1] && (other < 0 || r.sentences[i] > r.sentences[other]) {
			other = i
		}
	}
	reach := float64(within)
	if other > best && r.m.goesOn(other) {
		reach *= 2
	}
	if other >= 0 && r.sentences[other] > r.sentences[best]-reach {
		x, y := min(best, other), max(best, other)
		if r.m.a.Sentences[y].Span.End-r.m.a.Sentences[x].Span.Start <= longExcerpt {
			first, last = x, y
		}
	}
	return first, last
}
