package ask

import (
	"math"
	"strings"
)

// asked looks for what the question asks for: things of its kind that it does
// not name itself.
type asked struct {
	m    *match
	said map[int32]bool // sentences in which somebody whom the question names is quoted
}

func newAsked(m *match) *asked {
	return &asked{m: m, said: m.saidBy()}
}

// longSentence bounds the words of a sentence that are looked at one by one.
const longSentence = 400

// fill sets the features of sentence i that depend on what is asked for.
func (k *asked) fill(v *[sentenceFeatures]float64, i int32) {
	m, a := k.m, k.m.a
	s := a.sentences[i]
	s.tokens[1] = min(s.tokens[1], s.tokens[0]+longSentence)
	hits := m.few(i)
	count, near := 0, math.Inf(1)
	for t := s.tokens[0]; t < s.tokens[1]; t++ {
		if !k.of(t, s, hits) {
			continue
		}
		count++
		for _, h := range hits {
			if h.token != t {
				near = min(near, math.Abs(float64(h.token-t)))
			}
		}
	}
	if count > 0 {
		v[sTyped] = 1
		if i := typedBy(m.q.kind); i >= 0 {
			v[i] = 1
		}
		v[sTypedCount] = math.Log(float64(count))
		if !math.IsInf(near, 1) {
			v[sTypedNear] = math.Exp(-near / 8)
		}
	}
	switch m.q.kind {
	case number, amount:
		v[sCounted] = truth(k.counted(s, hits))
	case reason:
		v[sCause] = k.cause(s)
	case definition, identity:
		v[sDefines] = k.defines(s, hits)
	case person:
		v[sAgent] = k.agent(s, hits)
	case utterance:
		v[sQuoted] = truth(k.quoted(s))
	}
	if k.said[i] {
		// Without a verb of saying it is still a name that a sentence of
		// plain quoted words lacks.
		v[sSpeaker] = .3 + .7*truth(m.q.kind == utterance)
	}
}

// typedBy is the feature that says of questions of a kind alone that a
// sentence holds such a thing, -1 for none.
func typedBy(k kind) int {
	switch k {
	case person, identity:
		return sTypedPerson
	case place:
		return sTypedPlace
	case date:
		return sTypedDate
	case number, amount:
		return sTypedNumber
	}
	return -1
}

// counted reports whether a number stands before a word for what is counted,
// with at most two words between them: "some 40 armed guards".
func (k *asked) counted(s sentence, hits []hit) bool {
	for _, h := range hits {
		if k.m.q.focus >= 0 && int(h.term) != k.m.q.focus {
			continue
		}
		for t := max(s.tokens[0], h.token-3); t < h.token; t++ {
			if k.m.a.formAt(t).class == numeral {
				return true
			}
		}
	}
	return false
}

// of reports whether token t is (part of) something of the kind asked for.
func (k *asked) of(t int32, s sentence, hits []hit) bool {
	a := k.m.a
	for _, h := range hits {
		if h.token == t {
			return false
		}
	}
	f := &a.vocab.forms[a.tokens[t].form]
	switch k.m.q.kind {
	case person, identity:
		return a.named(t, s) && f.class == open
	case place:
		if !a.named(t, s) || f.class != open {
			return false
		}
		if t == 0 {
			return true // the dateline
		}
		if t > s.tokens[0] {
			switch a.formText(t - 1) {
			case "in", "at", "from", "to", "near", "of", "the", "into", "outside":
				return true
			}
		}
		return false
	case date:
		return f.class == month || f.class == weekday || f.time || year(f.text)
	case number, amount:
		if k.m.q.times && frequencies[f.text] {
			return true
		}
		if k.m.q.age {
			return f.class == numeral && a.age(t, s)
		}
		if k.m.q.kind == number {
			return f.class == numeral
		}
		return f.class == numeral || f.class == unit && k.m.q.spell == spells[f.text]
	}
	return false
}

// age reports whether the number at token t of s may be somebody's age: "81
// years old", "81-year-old", "aged 81", "is 81", ", 81,".
func (a *analysis) age(t int32, s sentence) bool {
	text := a.doc.Article.Paragraphs[s.passage].Text
	if t > s.tokens[0] {
		switch a.formText(t - 1) {
		case "age", "aged", "ages", "is", "was", "are", "were", "turned", "turns", "turn", "be":
			return true
		}
	}
	if t+2 < s.tokens[1] && (a.formText(t+1) == "year" || a.formText(t+1) == "years") && a.formText(t+2) == "old" {
		return true
	}
	return t > s.tokens[0] && t+1 < s.tokens[1] && strings.HasPrefix(a.gap(t, text), ",") && strings.HasPrefix(a.gap(t+1, text), ",")
}

// frequencies say how often without a number.
var frequencies = classesOf("once twice thrice daily weekly monthly yearly annually hourly")

// spells are the units that are of time.
var spells = classesOf("year years month months weeks days hours minutes seconds decades centuries")

var times = classesOf("today yesterday tomorrow tonight morning afternoon evening night week month year years century decade spring summer autumn winter ago midnight noon later recently 1st 2nd 3rd")

func classesOf(s string) map[string]bool {
	m := map[string]bool{}
	for w, c := range classes(map[class]string{determiner: s}) {
		m[w] = c == determiner
	}
	return m
}

// year reports whether a form is a year: 1000 to 2100, or "1990s".
func year(form string) bool {
	if len(form) == 5 && form[4] == 's' {
		form = form[:4]
	}
	if len(form) != 4 || form[0] != '1' && form[0] != '2' || form[0] == '2' && form[1] > '1' {
		return false
	}
	for i := range form {
		if form[i] < '0' || form[i] > '9' {
			return false
		}
	}
	return true
}

// named reports whether token t of sentence s is written as a name: with a
// capital that the beginning of the sentence does not explain.
func (a *analysis) named(t int32, s sentence) bool {
	tok := a.tokens[t]
	if !tok.upper {
		return false
	}
	f := &a.vocab.forms[tok.form]
	if f.stop {
		return false
	}
	return t > s.tokens[0] || f.lower == 0 && (f.upper > 0 || t+1 < s.tokens[1] && a.tokens[t+1].upper)
}

// causes are words that introduce a reason.
var causes = classesOf("because since due reason reasons result cause caused causes therefore hence so owing thanks triggered sparked prompted led order")

func (k *asked) cause(s sentence) float64 {
	best := 0.0
	for t := s.tokens[0]; t < s.tokens[1]; t++ {
		text := k.m.a.formText(t)
		switch {
		case causes[text]:
			return 1
		case text == "to" || text == "for" || text == "as":
			best = .3
		}
	}
	return best
}

// defines looks for "X is a", "X, the", "the ..., X," around a found word.
func (k *asked) defines(s sentence, hits []hit) float64 {
	a := k.m.a
	text := a.doc.Article.Paragraphs[s.passage].Text
	best := 0.0
	for n, h := range hits {
		if h.level&(same|exact|pointed) == 0 || n+1 < len(hits) && hits[n+1].token == h.token+1 {
			continue
		}
		next := h.token + 1
		if next >= s.tokens[1] {
			continue
		}
		between := a.gap(next, text)
		f := &a.vocab.forms[a.tokens[next].form]
		switch {
		case f.text == "is" || f.text == "are" || f.text == "was" || f.text == "were" || f.text == "means" || f.text == "refers":
			best = max(best, 1)
		case len(between) > 1 && between[0] == ',' && (f.class == determiner || f.class == possessive || f.class == open && !a.tokens[next].upper):
			best = max(best, .8)
		case len(between) > 1 && between[1] == '(':
			best = max(best, .6)
		}
		first := h.token
		for first > s.tokens[0] && a.tokens[first-1].upper {
			first--
		}
		if first > s.tokens[0] {
			before := a.gap(first, text)
			if len(before) > 1 && before[0] == ',' {
				best = max(best, .5)
			} else if g := &a.vocab.forms[a.tokens[first-1].form]; before == " " && g.class == open {
				best = max(best, .4)
			}
		}
	}
	return best
}

// agent looks for "by NAME" after, or NAME right before, a found word that is
// no name.
func (k *asked) agent(s sentence, hits []hit) float64 {
	a := k.m.a
	best := 0.0
	for _, h := range hits {
		if k.m.name[h.term] {
			continue
		}
		for t := h.token + 1; t < min(h.token+4, s.tokens[1]); t++ {
			if a.formText(t) == "by" {
				best = 1
			}
		}
		for t := max(s.tokens[0], h.token-3); t < h.token; t++ {
			if a.named(t, s) {
				best = max(best, .6)
			}
		}
	}
	return best
}

// quoted reports whether a quote overlaps the sentence.
func (k *asked) quoted(s sentence) bool {
	x := k.m.a.doc.Quotes
	if x == nil {
		return false
	}
	for i := range x.Quotes {
		if q := &x.Quotes[i]; q.Ref.Paragraph == int(s.passage)+1 && q.Ref.Overlaps(s.span) {
			return true
		}
	}
	return false
}
