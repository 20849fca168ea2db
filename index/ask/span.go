package ask

import (
	"math"
	"slices"
	"strings"
)

// span is a candidate for the words to mark: tokens of one sentence.
type span struct {
	from, to int32 // tokens, half-open
	x        []active
}

// active is one feature of a candidate that is not 0.
type active struct {
	i int16
	v float32
}

// longest is how many words a marked span may have.
const longest = 10

// damped are the logarithms of one more than a number of words.
var damped = func() (t [longest + 1]float64) {
	for i := range t {
		t[i] = math.Log(1 + float64(i))
	}
	return t
}()

// candidates calls yield with each span of sentence s that could be marked,
// in order. The features are good until the next.
func (m *match) candidates(s *sentence, best bool, yield func(*span)) {
	c := span{x: make([]active, 0, 32)}
	a := m.a
	text := a.doc.Article.Paragraphs[s.passage].Text
	matched := make([]int16, s.tokens[1]-s.tokens[0]) // term+1
	for _, h := range m.hitsIn(s) {
		if h.level&(same|exact|derived|spelled) != 0 {
			matched[h.token-s.tokens[0]] = h.term + 1
		}
	}
	near := m.nearness(matched)
	own := m.ownNames(s, matched)
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
			if !slices.Contains(matched[i-s.tokens[0]:j-s.tokens[0]], 0) || slices.Contains(own[i-s.tokens[0]:j-s.tokens[0]], true) {
				continue
			}
			c.from, c.to = i, j
			m.describe(&c, s, text, matched, near, best)
			yield(&c)
		}
	}
}

// ownNames tells the tokens of a sentence that belong to a name of the question:
// all of the run of capitals around one of its words, "President John Doe" to a
// question about Doe. No part of it is an answer, unless to who or what that is.
func (m *match) ownNames(s *sentence, matched []int16) []bool {
	a, own := m.a, make([]bool, len(matched))
	if m.q.kind == identity || m.q.kind == definition {
		return own
	}
	text := a.doc.Article.Paragraphs[s.passage].Text
	named := func(t int32) bool { return a.tokens[t].upper && a.formAt(t).class == open }
	goesOn := func(t int32) bool { // from token t-1
		return t > s.tokens[0] && t < s.tokens[1] && named(t-1) && named(t) && (a.tokens[t].glued || a.gap(t, text) == " ")
	}
	for i, term := range matched {
		t := s.tokens[0] + int32(i)
		if term == 0 || !m.name[term-1] || !a.tokens[t].upper {
			continue
		}
		first, last := t, t
		for goesOn(first) {
			first--
		}
		for goesOn(last + 1) {
			last++
		}
		for t := first; t <= last; t++ {
			own[t-s.tokens[0]] = true
		}
	}
	return own
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
	c.x = c.x[:0]
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
	function := 0
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
		if t > c.from && strings.Contains(a.gap(t, text), ",") {
			x[xComma] = 1
		}
	}
	x[xFunction] = damped[function]
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
