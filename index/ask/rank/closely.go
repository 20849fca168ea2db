package rank

import (
	"math"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/reader"
)

// What is read closely is bounded by what it costs, not by the clock, so that
// an answer does not depend on the machine.
const (
	// readMost passages are read, the first ones. The right passage is among
	// them for 99 % of the news questions that are shown.
	readMost = 8
	// readBytes is how much of their text is read together, but for the first
	// readLeast, which are read in any case.
	readBytes = 4200
	readLeast = 2
	// far is by how much the score by words is below the best one where reading
	// never brings a passage first: with it as without, of the questions shown
	// the same are first, from .5 (news) to 2 fewer (40 paragraphs) being read.
	far = 5
	// windowBytes is how much is read of a long passage: the sentences around
	// the best one.
	windowBytes = 1000
)

// AnswersRead is the confidence, of what was read closely, from which a passage
// counts as an answer: where, on the sets shown, not more of the questions from
// near topics are answered than by words alone (news 2.2 %, reports 11 instead of
// 24 %), and 59 instead of 76 % of those that only look answerable, while 80 % of
// the others are answered rightly (squad2-dev16, by cross-validation).
const AnswersRead = .4

// Close is a passage as it is read closely: text in context, and which part of
// which candidate it is.
type Close struct {
	reader.Passage
	candidate int
	window    corpus.Span // in the paragraph
}

// read is what reading a candidate's passage came to, its span in the paragraph.
type read struct {
	reader.Reading
	unfit bool                    // the span is nothing of the kind asked for
	echo  float64                 // share of its words that the question has
	why   *[closeFeatures]float64 // what the confidence is made of, where it is first
}

// Closely lists the passages to read closely, of the first candidates: those in
// English that are not beside the point and, where somebody's words are asked
// for and found, have these: the reader does not know who speaks. There is
// nothing to read where the first is in another language, as the question then
// is, or where it has just the words whose speaker is asked for.
func Closely(ranked []Candidate) []Close {
	if len(ranked) == 0 || ranked[0].Ranking.m.a.Vocab.Language != "en" || ranked[0].literal() {
		return nil
	}
	var out []Close
	best, bytes, theirs := 0.0, 0, ranked[0].theirs()
	first := ranked[:min(2*readMost, len(ranked))]
	// Of several articles, those are read that have the names of the question.
	has := slices.ContainsFunc(first, func(c Candidate) bool { return len(c.Ranking.lacks) == 0 })
	for i, c := range first {
		a := c.Ranking.m.a
		if a.Vocab.Language != "en" || len(c.Ranking.m.q.Terms) == 0 || c.Ranking.beside(c.passage) {
			continue
		}
		if theirs && !c.theirs() || has && len(c.Ranking.lacks) > 0 {
			continue
		}
		if len(out) == 0 {
			best = c.score
		}
		if len(out) >= readLeast && c.score < best-far {
			break
		}
		w := c.window()
		if bytes += w.Len(); len(out) == readMost || len(out) >= readLeast && bytes > readBytes {
			break
		}
		p := reader.Passage{Context: c.context(w), Text: a.Doc.Article.Paragraphs[c.passage].Text[w.Start:w.End]}
		out = append(out, Close{p, i, w})
	}
	return out
}

// theirs reports whether somebody's words are asked for and the passage has some.
func (c *Candidate) theirs() bool {
	m := c.Ranking.m
	of := m.a.Passages[c.passage].Sentences
	for s := of[0]; s < of[1] && len(m.theirs) > 0; s++ {
		if m.theirs[s] {
			return true
		}
	}
	return false
}

// context is what the passage leans on: the title and the sentence before.
func (c *Candidate) context(window corpus.Span) string {
	a := c.Ranking.m.a
	title := a.Doc.Article.Title
	p := a.Passages[c.passage]
	i := p.Sentences[0]
	for i < p.Sentences[1] && a.Sentences[i].Span.End <= window.Start {
		i++
	}
	if i == 0 || i == p.Sentences[1] {
		return title
	}
	before := a.Sentences[i-1]
	return title + " . " + a.Doc.Article.Paragraphs[before.Passage].Text[before.Span.Start:before.Span.End]
}

// window is what is read of a candidate's passage: all of it or, of a long one,
// the sentences around the excerpt.
func (c *Candidate) window() corpus.Span {
	a := c.Ranking.m.a
	all := corpus.Span{End: len(a.Doc.Article.Paragraphs[c.passage].Text)}
	p := a.Passages[c.passage]
	first, last := c.Ranking.excerpt(p)
	if all.Len() <= windowBytes || first < 0 {
		return all
	}
	w := corpus.Span{Start: a.Sentences[first].Span.Start, End: a.Sentences[last].Span.End}
	for grown := true; grown; {
		grown = false
		if first > p.Sentences[0] && w.End-a.Sentences[first-1].Span.Start <= windowBytes {
			first--
			w.Start, grown = a.Sentences[first].Span.Start, true
		}
		if last+1 < p.Sentences[1] && a.Sentences[last+1].Span.End-w.Start <= windowBytes {
			last++
			w.End, grown = a.Sentences[last].Span.End, true
		}
	}
	return w
}

// The features by which the passages read are ordered, and those of the
// confidence in the first of them.
const (
	oLogit = iota
	oSpan
	oScore
	orderFeatures
)

const (
	dLogit   = iota
	dBelow   // the part of the logit that is below 0
	dSpan    // logit of the words against there being none
	dNone    // the part of it that is below 0
	dGap     // logit less the best of the others'
	dLead    // in the order, over the second
	dMoved   // another passage was first by its words
	dUnfit   // the words are not of the kind asked for
	dEcho    // share of the words that the question has
	dDoubted // by how much the confidence by words is below convinced, as a logit
	closeFeatures
)

// convinced is the confidence by words, as a logit, up to which less of it tells
// something that the reader does not know. What is more helps with questions
// in the article's words and misleads with those in the asker's own.
const convinced = 1

var (
	orderNames = [orderFeatures]feature{{Name: "logit"}, {Name: "span"}, {Name: "score"}}
	closeNames = [closeFeatures]feature{
		{"logit", "the reader's logit that the passage answers", "reader"},
		{"below", "the part of it below 0", "reader"},
		{"span", "the reader's logit of the words against none", "reader"},
		{"none", "the part of it below 0", "reader"},
		{"gap", "logit less the best of the others'", "reader"},
		{"lead", "lead in the order over the second, at most 5", "reader"},
		{"moved", "another passage is first by its words", "words"},
		{"unfit", "the reader's words are nothing of the kind asked for", "words"},
		{"echo", "share of the reader's words that the question has", "words"},
		{"doubted", "by how much the confidence by words is below .73, as a logit", "words"},
	}
)

// Read orders the candidates anew by what reading some of them closely came to,
// and gives the confidence that the first of them answers. readings are those
// of texts, in order. Those that were not read keep their order behind.
func (m *Model) Read(ranked []Candidate, texts []Close, readings []reader.Reading) float64 {
	lexical := m.Confidence(ranked)
	orders := make([]float64, len(texts))
	for i, c := range texts {
		r := readings[i]
		r.Span.Start += c.window.Start
		r.Span.End += c.window.Start
		at := &ranked[c.candidate]
		at.read = &read{Reading: r}
		at.read.unfit, at.read.echo = at.Ranking.look(r.Span, at.passage)
		orders[i] = dot(m.order[:], []float64{float64(r.Answers), float64(r.SpanScore), at.score})
	}
	by := make([]int, len(texts))
	for i := range by {
		by[i] = i
	}
	slices.SortStableFunc(by, func(x, y int) int { return cmpDown(orders[x], orders[y]) })
	x := closeVector(texts, readings, orders, by, lexical)
	first := ranked[texts[by[0]].candidate].read
	x[dUnfit], x[dEcho], first.why = truth(first.unfit), first.echo, &x
	confidence := logistic(m.close[closeFeatures] + dot(m.close[:closeFeatures], x[:]))
	if len(ranked[texts[by[0]].candidate].Ranking.lacks) > 0 {
		confidence = min(confidence, AnswersRead) * besideShare
	}
	front := make([]Candidate, 0, len(ranked))
	for _, i := range by {
		front = append(front, ranked[texts[i].candidate])
	}
	for _, c := range ranked {
		if c.read == nil {
			front = append(front, c)
		}
	}
	copy(ranked, front)
	return confidence
}

// closeVector computes the features of the confidence in the first of the
// passages read, by being their order.
func closeVector(texts []Close, readings []reader.Reading, orders []float64, by []int, lexical float64) [closeFeatures]float64 {
	var x [closeFeatures]float64
	best := by[0]
	r := readings[best]
	x[dLogit], x[dBelow] = float64(r.Answers), min(0, float64(r.Answers))
	x[dSpan], x[dNone] = float64(r.SpanScore), min(0, float64(r.SpanScore))
	x[dGap], x[dLead] = 5, 5
	for i, o := range readings {
		if i != best {
			x[dGap] = min(x[dGap], float64(r.Answers-o.Answers))
		}
	}
	x[dGap] = max(x[dGap], -5)
	if len(by) > 1 {
		x[dLead] = min(x[dLead], orders[best]-orders[by[1]])
	}
	l := min(max(lexical, .02), .98)
	x[dDoubted] = min(0, math.Log(l/(1-l))-convinced)
	x[dMoved] = truth(texts[best].candidate != 0)
	return x
}
