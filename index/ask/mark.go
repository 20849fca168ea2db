package ask

import (
	"math"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
)

// surest is how probable the best candidate must be to be marked.
const surest = .25

// mark chooses the words to mark among the sentences shown; an empty span
// when nothing is sure enough.
func (m *Model) mark(r *ranking, first, last int32) corpus.Span {
	a := r.m.a
	if a.vocab.language != "en" || len(r.m.q.terms) == 0 || r.m.q.kind == polar || r.m.q.kind == topic {
		return corpus.Span{}
	}
	best, p := m.choose(r, first, last)
	if p < surest {
		return corpus.Span{}
	}
	text := a.doc.Article.Paragraphs[a.sentences[first].passage].Text
	return a.widen(best, text)
}

// choose gives the best candidate and its probability among all.
func (m *Model) choose(r *ranking, first, last int32) (span, float64) {
	cs := r.spans(first, last)
	if len(cs) == 0 {
		return span{}, 0
	}
	best, sum := 0, 0.0
	for i := range cs {
		for _, f := range cs[i].x {
			cs[i].score += m.marks[f.i] * float64(f.v)
		}
		if cs[i].score > cs[best].score {
			best = i
		}
	}
	for i := range cs {
		sum += math.Exp(cs[i].score - cs[best].score)
	}
	return cs[best], 1 / sum
}

// spans lists the candidates of the sentences shown.
func (r *ranking) spans(first, last int32) []span {
	if first < 0 {
		return nil
	}
	top := first
	for i := first; i <= last; i++ {
		if r.sentences[i] > r.sentences[top] {
			top = i
		}
	}
	var out []span
	for i := first; i <= last; i++ {
		if s := &r.m.a.sentences[i]; s.tokens[0] < s.tokens[1] && s.tokens[1]-s.tokens[0] <= longSentence {
			out = append(out, r.m.candidates(s, i == top)...)
		}
	}
	return out
}

// widen gives the bytes of a candidate, with the sign of money before and the
// sign of percent after it.
func (a *analysis) widen(c span, text string) corpus.Span {
	s := corpus.Span{Start: int(a.tokens[c.from].span[0]), End: int(a.tokens[c.to-1].span[1])}
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
