package rank

import (
	"math"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/question"
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
func (m *match) candidates(s *article.Sentence, best bool, yield func(*span)) {
	c := span{x: make([]active, 0, 32)}
	a := m.a
	text := a.Doc.Article.Paragraphs[s.Passage].Text
	matched := make([]int16, s.Tokens[1]-s.Tokens[0]) // term+1
	for _, h := range m.hitsIn(s) {
		if h.level&(same|exact|derived|spelled) != 0 {
			matched[h.token-s.Tokens[0]] = h.term + 1
		}
	}
	near := m.nearness(matched)
	own := m.ownNames(s, matched)
	for i := s.Tokens[0]; i < s.Tokens[1]; i++ {
		f := a.FormAt(i)
		if f.Class.Function() && f.Text != "to" && f.Text != "because" || a.Tokens[i].Glued {
			continue
		}
		for j := i + 1; j <= min(i+longest, s.Tokens[1]); j++ {
			if j > i+1 && a.Broken(j-1, text) {
				break
			}
			l := a.FormAt(j - 1)
			if l.Class.Function() || j < s.Tokens[1] && a.Tokens[j].Glued {
				continue
			}
			if !slices.Contains(matched[i-s.Tokens[0]:j-s.Tokens[0]], 0) || slices.Contains(own[i-s.Tokens[0]:j-s.Tokens[0]], true) {
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
func (m *match) ownNames(s *article.Sentence, matched []int16) []bool {
	a, own := m.a, make([]bool, len(matched))
	if m.q.Kind == question.Identity || m.q.Kind == question.Definition {
		return own
	}
	text := a.Doc.Article.Paragraphs[s.Passage].Text
	named := func(t int32) bool { return a.Tokens[t].Upper && a.FormAt(t).Class == lexicon.Open }
	goesOn := func(t int32) bool { // from token t-1
		return t > s.Tokens[0] && t < s.Tokens[1] && named(t-1) && named(t) && (a.Tokens[t].Glued || a.Gap(t, text) == " ")
	}
	for i, term := range matched {
		t := s.Tokens[0] + int32(i)
		if term == 0 || !m.name[term-1] || !a.Tokens[t].Upper {
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
			own[t-s.Tokens[0]] = true
		}
	}
	return own
}

func (m *match) hitsIn(s *article.Sentence) []hit {
	i := m.a.SentOf[s.Tokens[0]]
	return m.hits[m.of[i]:m.of[i+1]]
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
func (m *match) edge(t int32, s *article.Sentence, gap string, matched []int16) int {
	if t < s.Tokens[0] || t >= s.Tokens[1] {
		return 0
	}
	if strings.Contains(gap, ",") {
		return 1
	}
	if strings.TrimSpace(strings.Trim(gap, "$-")) != "" && !strings.HasPrefix(gap, "'") && !strings.HasPrefix(gap, "’") {
		return 2
	}
	f := m.a.FormAt(t)
	switch f.Class {
	case lexicon.Determiner:
		return 3
	case lexicon.Preposition:
		return 4
	case lexicon.Auxiliary:
		return 5
	case lexicon.Conjunction, lexicon.Asking:
		return 6
	case lexicon.Pronoun, lexicon.Possessive:
		return 7
	case lexicon.Numeral, lexicon.Ordinal, lexicon.Month, lexicon.Weekday, lexicon.Unit:
		return 11
	case lexicon.Adverb:
		return 12
	}
	switch {
	case matched[t-s.Tokens[0]] != 0:
		return 8
	case m.a.Tokens[t].Upper:
		return 9
	}
	return 10
}

// describe fills the features of a candidate.
func (m *match) describe(c *span, s *article.Sentence, text string, matched []int16, near [][2]float64, best bool) {
	a := m.a
	k := kindNumber(m.q.Kind)
	b := broad(k)
	put := func(i int, v float64) {
		if v != 0 {
			c.x = append(c.x, active{int16(i), float32(v)})
		}
	}
	c.x = c.x[:0]
	n := int(c.to - c.from)
	left, right := "", ""
	if c.from > s.Tokens[0] {
		left = a.Gap(c.from, text)
	}
	if c.to < s.Tokens[1] {
		right = a.Gap(c.to, text)
	}
	le, re := m.edge(c.from-1, s, left, matched), m.edge(c.to, s, right, matched)
	put(mShape+k*int(shapes)+int(shapeOf(a, c.from, c.to, s, text)), 1)
	put(mLeft+b*edgeCount+le, 1)
	put(mRight+b*edgeCount+re, 1)
	if c.from > s.Tokens[0] {
		if w := slices.Index(edgeWords[1:], a.FormText(c.from-1)); w >= 0 {
			put(mLeftWord+k*wordCount+w+1, 1)
		}
	}
	put(mLength+b*(longest+1)+n, 1)
	x := [plainCount]float64{}
	function := 0
	for t := c.from; t < c.to; t++ {
		f := a.FormAt(t)
		at := t - s.Tokens[0]
		x[xNear] += near[at][0] / float64(n)
		x[xNearest] = max(x[xNearest], near[at][1])
		if matched[at] != 0 {
			x[xMatched] += 1 / float64(n)
			if int(matched[at]-1) == m.q.Focus {
				x[xFocusIn] = 1
			}
		}
		if f.Class.Function() {
			function++
			x[xAnd] += truth(f.Text == "and" || f.Text == "or")
			x[xOf] += truth(f.Text == "of")
		} else {
			x[xRarity] += a.Vocab.Terms[f.Term].General / 8 / float64(n)
		}
		if t > c.from && strings.Contains(a.Gap(t, text), ",") {
			x[xComma] = 1
		}
	}
	x[xFunction] = damped[function]
	x[xWhole] = truth(le <= 7 && re <= 7)
	x[xEdgeMatched] = truth(matched[c.from-s.Tokens[0]] != 0) + truth(matched[c.to-1-s.Tokens[0]] != 0)
	if c.from > s.Tokens[0] {
		x[xAfterVerb] = truth(matched[c.from-1-s.Tokens[0]] != 0)
		x[xNameSplit] += truth(a.Tokens[c.from-1].Upper && a.Tokens[c.from].Upper && strings.TrimSpace(left) == "" && c.from-1 > s.Tokens[0])
		x[xFocusBefore] = truth(m.q.Focus >= 0 && int(matched[c.from-1-s.Tokens[0]]-1) == m.q.Focus)
	}
	if c.to < s.Tokens[1] {
		x[xBeforeVerb] = truth(matched[c.to-s.Tokens[0]] != 0)
		x[xNameSplit] += truth(a.Tokens[c.to-1].Upper && a.Tokens[c.to].Upper && strings.TrimSpace(right) == "")
		x[xFocusNext] = truth(m.q.Focus >= 0 && int(matched[c.to-s.Tokens[0]]-1) == m.q.Focus)
	}
	x[xQuoted] = truth(strings.ContainsAny(left, "“\"") && strings.ContainsAny(right, "”\""))
	x[xBracket] = truth(strings.Contains(left, "("))
	x[xSecond] = truth(!best)
	x[xStart] = truth(c.from == s.Tokens[0])
	x[xEnd] = truth(c.to == s.Tokens[1])
	if m.q.Kind == question.Reason {
		for t := max(s.Tokens[0], c.from-3); t < c.from; t++ {
			x[xWhyAfter] = max(x[xWhyAfter], truth(causes[a.FormText(t)]))
		}
	}
	for i, v := range x {
		put(mPlain+i, v)
	}
}

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

// shapeOf classifies a candidate.
func shapeOf(a *article.Analysis, from, to int32, s *article.Sentence, text string) shape {
	var numbers, names, small, function, dates, units int
	for t := from; t < to; t++ {
		f := a.FormAt(t)
		switch {
		case f.Class == lexicon.Month || f.Class == lexicon.Weekday || f.Time:
			dates++
		case f.Class == lexicon.Numeral && year(f.Text):
			dates++
			numbers++
		case f.Class == lexicon.Numeral || f.Class == lexicon.Ordinal:
			numbers++
		case f.Class == lexicon.Unit:
			units++
		case f.Class.Function():
			function++
		case a.Tokens[t].Upper && (t > s.Tokens[0] || f.Lower == 0):
			names++
		default:
			small++
		}
	}
	first := a.FormAt(from)
	money := from > 0 && a.Tokens[from].Span[0] > 0 && strings.ContainsRune("$€£", rune(text[a.Tokens[from].Span[0]-1]))
	switch {
	case to-from == 1 && year(first.Text):
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
	case first.Text == "to" || strings.HasSuffix(first.Text, "ing"):
		return verbShape
	case to-from == 1:
		return wordShape
	case function == 0:
		return nounShape
	}
	return phraseShape
}
