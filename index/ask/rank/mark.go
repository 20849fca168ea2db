package rank

import (
	"math"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
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

// enclose widens an excerpt, sentences first to last, to those that hold the
// reader's words, or puts it there where that is far away.
func (r *Ranking) enclose(span corpus.Span, passage int, first, last int32) (int32, int32) {
	a, p := r.m.a, r.m.a.Passages[passage]
	from, to := int32(-1), int32(-1)
	for i := p.Sentences[0]; i < p.Sentences[1]; i++ {
		s := a.Sentences[i].Span
		if s.Start < span.End && span.Start < s.End {
			if from < 0 {
				from = i
			}
			to = i
		}
	}
	if from < 0 || from >= first && to <= last {
		return first, last
	}
	if len(r.m.theirs) > 0 && !r.m.theirs[from] {
		return first, last // others' words, where somebody's are asked for
	}
	x, y := min(first, from), max(last, to)
	if first >= 0 && a.Sentences[y].Span.End-a.Sentences[x].Span.Start <= longExcerpt && y-x <= 2 {
		return x, y
	}
	return from, to
}

// look tells of words of a passage whether they are nothing of the kind that is
// asked for, and which share of them the question has itself.
func (r *Ranking) look(span corpus.Span, passage int) (unfit bool, echo float64) {
	from, to := r.tokensIn(span, passage)
	if from == to {
		return false, 0
	}
	s := r.m.a.Sentences[r.m.a.SentOf[from]]
	hits := r.m.few(r.m.a.SentOf[from])
	k := &asked{m: r.m}
	unfit = typedBy(r.m.q.Kind) >= 0
	for t := from; t < to; t++ {
		unfit = unfit && !k.of(t, s, hits)
		echo += truth(slices.ContainsFunc(hits, func(h hit) bool { return h.token == t && h.level&^para != 0 })) / float64(to-from)
	}
	return unfit, echo
}

// surelySpan is the logit of words against none from which on they are marked.
// From 0 on, one mark in seven has nothing of the answer and 59.3 % of the
// answerable questions get exactly the right words (squad2-dev16; xquad-en 54.0);
// from -1 on it is one in six, and 61.3 % (56.6). Below, most have nothing of it.
const surelySpan = -1

// marked cuts the reader's words back to what is asked for; an empty span when
// they are not sure, or not of the kind asked for.
func (r *Ranking) marked(x *read, passage int) corpus.Span {
	q := r.m.q
	if x.SpanScore < surelySpan || q.Kind == question.Polar || q.Kind == question.Topic {
		return corpus.Span{}
	}
	a := r.m.a
	from, to := r.tokensIn(x.Span, passage)
	if from == to {
		return corpus.Span{}
	}
	text := a.Doc.Article.Paragraphs[passage].Text
	typed := func(t int32) bool {
		f := a.FormAt(t)
		switch q.Kind {
		case question.Date:
			return f.Class == lexicon.Month || f.Class == lexicon.Weekday || f.Time || f.Class == lexicon.Numeral || f.Class == lexicon.Ordinal || f.Class == lexicon.Unit
		case question.Number:
			return f.Class == lexicon.Numeral || f.Class == lexicon.Ordinal
		}
		return f.Class == lexicon.Numeral || f.Class == lexicon.Unit
	}
	switch {
	case q.Kind == question.Date && to-from <= longWords && x.SpanScore >= surelyTime && !slices.ContainsFunc(tokens(from, to), typed):
		return x.Span
	case q.Kind == question.Date && to-from > longDate, q.Kind == question.Number && to-from > longNumber:
		// A day in "on Friday the 3rd because of the flood", a number in a clause.
		i := from
		for i < to && !typed(i) {
			i++
		}
		j := i
		for j < to && (typed(j) || j+1 < to && typed(j+1) && strings.TrimSpace(a.Gap(j+1, text)) != "." && a.FormAt(j).Class.Function()) {
			j++
		}
		if i == j {
			return corpus.Span{}
		}
		return widen(a, span{from: i, to: j}, text)
	case q.Kind == question.Number || q.Kind == question.Date:
		if !slices.ContainsFunc(tokens(from, to), typed) {
			return corpus.Span{}
		}
	case to-from > longWords:
		return corpus.Span{}
	}
	return x.Span
}

// surelyTime is the logit from which on words without a day, a year or a unit
// are a time all the same: "after the harvest", "the last session", or "when"
// did not ask for a time. Of five of them in the shown sets five are exactly what
// people marked; of two numbers without a number, none.
const surelyTime = 2

// Longer words than these are cut, or not marked.
const (
	longDate   = 6
	longNumber = 4
	longWords  = 14
)

// tokensIn are the tokens that overlap a span of a passage, half-open.
func (r *Ranking) tokensIn(span corpus.Span, passage int) (from, to int32) {
	a, p := r.m.a, r.m.a.Passages[passage]
	from = p.Tokens[0]
	for from < p.Tokens[1] && int(a.Tokens[from].Span[1]) <= span.Start {
		from++
	}
	for to = from; to < p.Tokens[1] && int(a.Tokens[to].Span[0]) < span.End; {
		to++
	}
	return from, to
}

func tokens(from, to int32) []int32 {
	out := make([]int32, 0, to-from)
	for t := from; t < to; t++ {
		out = append(out, t)
	}
	return out
}
