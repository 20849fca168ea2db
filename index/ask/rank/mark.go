package rank

import (
	"math"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// How probable the best candidate must be to be marked. Of those at .3 half
// have no word of the answer in them, cross-validated on squad2-dev16 and
// xquad-en; a number, an amount or a time is told by its shape as well.
const (
	surest         = .33
	surestMeasured = .25
)

// mark chooses the words to mark among the sentences shown; an empty span
// when nothing is sure enough.
func (m *Model) mark(r *Ranking, first, last int32) corpus.Span {
	a := r.m.a
	if a.Vocab.Language != "en" || len(r.m.q.Terms) == 0 || r.m.q.Kind == question.Polar || r.m.q.Kind == question.Topic {
		return corpus.Span{}
	}
	text := a.Doc.Article.Paragraphs[a.Sentences[first].Passage].Text
	if from, to := r.writtenOut(); from >= a.Sentences[first].Tokens[0] && to <= a.Sentences[last].Tokens[1] && from < to {
		return widen(a, span{from: from, to: to}, text)
	}
	best, p := m.choose(r, first, last)
	if p < surest && (p < surestMeasured || !r.m.q.Kind.Measured()) {
		return corpus.Span{}
	}
	return widen(a, best, text)
}

// choose gives the best candidate, without its features, and its probability
// among all.
func (m *Model) choose(r *Ranking, first, last int32) (span, float64) {
	var best span
	top, scores := math.Inf(-1), make([]float64, 0, 512)
	r.spans(first, last, func(c *span) {
		score := 0.0
		for _, f := range c.x {
			score += m.marks[f.i] * float64(f.v)
		}
		scores = append(scores, score)
		if score > top {
			top, best = score, span{from: c.from, to: c.to}
		}
	})
	if len(scores) == 0 {
		return span{}, 0
	}
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp(s - top)
	}
	return best, 1 / sum
}

// spans calls yield with the candidates of the sentences shown, as
// [match.candidates] does.
func (r *Ranking) spans(first, last int32, yield func(*span)) {
	if first < 0 {
		return
	}
	top := first
	for i := first; i <= last; i++ {
		if r.sentences[i] > r.sentences[top] {
			top = i
		}
	}
	for i := first; i <= last; i++ {
		if s := &r.m.a.Sentences[i]; s.Tokens[0] < s.Tokens[1] && s.Tokens[1]-s.Tokens[0] <= longSentence {
			r.m.candidates(s, i == top, yield)
		}
	}
}

// widen gives the bytes of a candidate, with the sign of money before and the
// sign of percent after it.
func widen(a *article.Analysis, c span, text string) corpus.Span {
	s := corpus.Span{Start: int(a.Tokens[c.from].Span[0]), End: int(a.Tokens[c.to-1].Span[1])}
	for _, sign := range []string{"$", "€", "£"} {
		if strings.HasSuffix(text[:s.Start], sign) {
			s.Start -= len(sign)
			break
		}
	}
	if strings.HasPrefix(text[s.End:], "%") {
		s.End++
	}
	return s
}
