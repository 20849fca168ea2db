package ask

import (
	"math"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
)

// span is a candidate for the words to mark: tokens of one sentence.
type span struct {
	from, to int32 // tokens, half-open
	x        []active
	score    float64
}

// active is one feature of a candidate that is not 0.
type active struct {
	i int16
	v float32
}

// longest is how many words a marked span may have.
const longest = 10

// shape is what a candidate looks like.
type shape int

const (
	yearShape shape = iota
	dateShape
	numberShape
	measureShape // a number and its unit, money, percent
	nameShape
	mixedShape // with a name in it
	wordShape  // one small word
	nounShape  // small words without function words
	phraseShape
	verbShape // begins with "to", or a form in -ing
	shapes
)

// Groups of features, one after the other in the mark model's vector.
const (
	kindCount   = 10
	broadKinds  = 4
	edgeCount   = 13
	wordCount   = 14
	mShape      = 0
	mLeft       = mShape + kindCount*int(shapes)
	mRight      = mLeft + edgeCount*broadKinds
	mLeftWord   = mRight + edgeCount*broadKinds
	mLength     = mLeftWord + wordCount*kindCount
	mPlain      = mLength + (longest+1)*broadKinds
	markNumbers = mPlain + plainCount
)

const (
	xMatched    = iota // share of its words that the question has
	xNear              // nearness to the question's words, by their mass
	xNearest           // nearness to the nearest of them
	xAfterVerb         // stands right after a word of the question
	xBeforeVerb        // stands right before one
	xWhole             // is bounded by function words or marks on both sides
	xFunction          // function words inside, damped
	xAnd               // has "and" or a comma inside
	xOf                // has "of" inside
	xFocusNext         // the noun asked for follows
	xFocusIn           // the noun asked for is inside
	xFocusBefore
	xRarity // mean rarity
	xEdgeMatched
	xQuoted
	xBracket
	xSecond // not in the best sentence
	xStart
	xEnd
	xNameSplit // cuts a name in two
	xWhyAfter
	xComma
	plainCount
)

// broad gathers kinds that are answered by like things.
func broad(k int) int {
	switch {
	case k <= 1:
		return 0
	case k <= 4:
		return 1
	case k <= 6:
		return 2
	}
	return 3
}

func (k kind) number() int {
	switch k {
	case person, identity:
		return 0
	case place:
		return 1
	case date:
		return 2
	case number:
		return 3
	case amount:
		return 4
	case reason:
		return 5
	case manner:
		return 6
	case definition:
		return 7
	case thing:
		return 8
	}
	return 9
}

var edgeWords = [wordCount]string{"", "by", "in", "at", "of", "to", "for", "because", "as", "from", "with", "on", "that", "called"}

// candidates lists the spans of sentence s that could be marked.
func (m *match) candidates(s *sentence, best bool) []span {
	var out []span
	a := m.a
	text := a.doc.Article.Paragraphs[s.passage].Text
	matched := make([]int16, s.tokens[1]-s.tokens[0]) // term+1
	for _, h := range m.hitsIn(s) {
		if h.level&(same|exact|derived|spelled) != 0 {
			matched[h.token-s.tokens[0]] = h.term + 1
		}
	}
	near := m.nearness(matched)
	for i := s.tokens[0]; i < s.tokens[1]; i++ {
		f := a.formAt(i)
		if f.class.function() && f.text != "to" && f.text != "because" || a.tokens[i].glued {
			continue
		}
		for j := i + 1; j <= min(i+longest, s.tokens[1]); j++ {
			if j > i+1 && a.broken(j-1, text) {
				break
			}
			l := a.formAt(j - 1)
			if l.class.function() || j < s.tokens[1] && a.tokens[j].glued {
				continue
			}
			if !slices.ContainsFunc(matched[i-s.tokens[0]:j-s.tokens[0]], func(t int16) bool { return t == 0 }) {
				continue
			}
			c := span{from: i, to: j}
			m.describe(&c, s, text, matched, near, best)
			out = append(out, c)
		}
	}
	return out
}

func (m *match) hitsIn(s *sentence) []hit {
	i := m.a.sentOf[s.tokens[0]]
	return m.hits[m.of[i]:m.of[i+1]]
}

func (a *analysis) formAt(t int32) *form { return &a.vocab.forms[a.tokens[t].form] }

// broken reports whether a mark that no answer runs across stands before
// token i: anything but a space, a hyphen, a comma, an apostrophe or "$".
func (a *analysis) broken(i int32, text string) bool {
	gap := a.gap(i, text)
	return strings.ContainsAny(gap, ";:.!?()[]“”\"—") || len(gap) > 6
}

// gap is what stands between token i and the one before it; "" between the
// overlapping pairs of Chinese characters.
func (a *analysis) gap(i int32, text string) string {
	start, end := a.tokens[i-1].span[1], a.tokens[i].span[0]
	if start > end {
		return ""
	}
	return text[start:end]
}

// nearness gives, for each token of a sentence, how near it is to the question's words.
func (m *match) nearness(matched []int16) [][2]float64 {
	out := make([][2]float64, len(matched))
	for i := range out {
		for j, t := range matched {
			if t == 0 || i == j {
				continue
			}
			d := math.Exp(-math.Abs(float64(i-j)) / 5)
			out[i][0] += d * m.weight[t-1] / m.mass
			out[i][1] = max(out[i][1], d)
		}
	}
	return out
}

// edge classifies the token beside a candidate.
func (m *match) edge(t int32, s *sentence, gap string, matched []int16) int {
	if t < s.tokens[0] || t >= s.tokens[1] {
		return 0
	}
	if strings.Contains(gap, ",") {
		return 1
	}
	if strings.TrimSpace(strings.Trim(gap, "$-")) != "" && !strings.HasPrefix(gap, "'") && !strings.HasPrefix(gap, "’") {
		return 2
	}
	f := m.a.formAt(t)
	switch f.class {
	case determiner:
		return 3
	case preposition:
		return 4
	case auxiliary:
		return 5
	case conjunction, asking:
		return 6
	case pronoun, possessive:
		return 7
	case numeral, ordinal, month, weekday, unit:
		return 11
	case adverb:
		return 12
	}
	switch {
	case matched[t-s.tokens[0]] != 0:
		return 8
	case m.a.tokens[t].upper:
		return 9
	}
	return 10
}

// describe fills the features of a candidate.
func (m *match) describe(c *span, s *sentence, text string, matched []int16, near [][2]float64, best bool) {
	a := m.a
	k := m.q.kind.number()
	b := broad(k)
	put := func(i int, v float64) {
		if v != 0 {
			c.x = append(c.x, active{int16(i), float32(v)})
		}
	}
	c.x = make([]active, 0, 20)
	n := int(c.to - c.from)
	left, right := "", ""
	if c.from > s.tokens[0] {
		left = a.gap(c.from, text)
	}
	if c.to < s.tokens[1] {
		right = a.gap(c.to, text)
	}
	le, re := m.edge(c.from-1, s, left, matched), m.edge(c.to, s, right, matched)
	put(mShape+k*int(shapes)+int(a.shape(c.from, c.to, s, text)), 1)
	put(mLeft+b*edgeCount+le, 1)
	put(mRight+b*edgeCount+re, 1)
	if c.from > s.tokens[0] {
		if w := slices.Index(edgeWords[1:], a.formText(c.from-1)); w >= 0 {
			put(mLeftWord+k*wordCount+w+1, 1)
		}
	}
	put(mLength+b*(longest+1)+n, 1)
	x := [plainCount]float64{}
	function, upper := 0, 0
	for t := c.from; t < c.to; t++ {
		f := a.formAt(t)
		at := t - s.tokens[0]
		x[xNear] += near[at][0] / float64(n)
		x[xNearest] = max(x[xNearest], near[at][1])
		if matched[at] != 0 {
			x[xMatched] += 1 / float64(n)
			if int(matched[at]-1) == m.q.focus {
				x[xFocusIn] = 1
			}
		}
		if f.class.function() {
			function++
			x[xAnd] += truth(f.text == "and" || f.text == "or")
			x[xOf] += truth(f.text == "of")
		} else {
			x[xRarity] += a.vocab.terms[f.term].general / 8 / float64(n)
		}
		upper += int(truth(a.tokens[t].upper))
		if t > c.from && strings.Contains(a.gap(t, text), ",") {
			x[xComma] = 1
		}
	}
	x[xFunction] = math.Log(1 + float64(function))
	x[xWhole] = truth(le <= 7 && re <= 7)
	x[xEdgeMatched] = truth(matched[c.from-s.tokens[0]] != 0) + truth(matched[c.to-1-s.tokens[0]] != 0)
	if c.from > s.tokens[0] {
		x[xAfterVerb] = truth(matched[c.from-1-s.tokens[0]] != 0)
		x[xNameSplit] += truth(a.tokens[c.from-1].upper && a.tokens[c.from].upper && strings.TrimSpace(left) == "" && c.from-1 > s.tokens[0])
		x[xFocusBefore] = truth(m.q.focus >= 0 && int(matched[c.from-1-s.tokens[0]]-1) == m.q.focus)
	}
	if c.to < s.tokens[1] {
		x[xBeforeVerb] = truth(matched[c.to-s.tokens[0]] != 0)
		x[xNameSplit] += truth(a.tokens[c.to-1].upper && a.tokens[c.to].upper && strings.TrimSpace(right) == "")
		x[xFocusNext] = truth(m.q.focus >= 0 && int(matched[c.to-s.tokens[0]]-1) == m.q.focus)
	}
	x[xQuoted] = truth(strings.ContainsAny(left, "“\"") && strings.ContainsAny(right, "”\""))
	x[xBracket] = truth(strings.Contains(left, "("))
	x[xSecond] = truth(!best)
	x[xStart] = truth(c.from == s.tokens[0])
	x[xEnd] = truth(c.to == s.tokens[1])
	if m.q.kind == reason {
		for t := max(s.tokens[0], c.from-3); t < c.from; t++ {
			x[xWhyAfter] = max(x[xWhyAfter], truth(causes[a.formText(t)]))
		}
	}
	for i, v := range x {
		put(mPlain+i, v)
	}
}

// shape classifies a candidate.
func (a *analysis) shape(from, to int32, s *sentence, text string) shape {
	var numbers, names, small, function, dates, units int
	for t := from; t < to; t++ {
		f := a.formAt(t)
		switch {
		case f.class == month || f.class == weekday || times[f.text]:
			dates++
		case f.class == numeral && year(f.text):
			dates++
			numbers++
		case f.class == numeral || f.class == ordinal:
			numbers++
		case f.class == unit:
			units++
		case f.class.function():
			function++
		case a.tokens[t].upper && (t > s.tokens[0] || f.lower == 0):
			names++
		default:
			small++
		}
	}
	first := a.formAt(from)
	money := from > 0 && a.tokens[from].span[0] > 0 && strings.ContainsRune("$€£", rune(text[a.tokens[from].span[0]-1]))
	switch {
	case to-from == 1 && year(first.text):
		return yearShape
	case dates > 0 && names+small == 0:
		return dateShape
	case numbers > 0 && (units > 0 || money) && names+small == 0:
		return measureShape
	case numbers > 0 && to-from == 1:
		return numberShape
	case numbers > 0 && names == 0:
		return measureShape
	case names > 0 && small == 0 && numbers == 0:
		return nameShape
	case names > 0:
		return mixedShape
	case first.text == "to" || strings.HasSuffix(first.text, "ing"):
		return verbShape
	case to-from == 1:
		return wordShape
	case function == 0:
		return nounShape
	}
	return phraseShape
}

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
