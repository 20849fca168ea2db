package quote

import (
	"math/bits"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// scene is what the model knows of a run before it looks at any candidate.
type scene struct {
	g     *page
	who   *cast // by name only: pronouns are not resolved yet
	q     *paragraph
	n     int // the paragraph's number
	k     int // the run
	at    int // its unit
	begin int // the sentence it begins in
	end   int // the sentence it ends in

	words    int
	size     part // length class
	mode     part // whether it stands alone or is part of a sentence around it, and how it ends
	opening  part // how its words begin: upper or lower case, a digit
	ending   part // the mark its words end with
	place    part // whole, init or mid: its place in the paragraph
	before   part // what stands before it in its sentence
	before2  part
	after    part // what stands after it
	afterLow part // the same as a word, when that word is in a closed class
	beforeLo part
	first    part // whether it speaks of I, we or you
	caps     bool // most words begin with a capital
	verbal   bool // it holds an auxiliary
	cont     bool // the paragraph before ends in an unclosed run
	single   bool
	verbs    int // linked cues of saying in its sentences
}

// look makes the scene of run k.
func (g *page) look(k int, who *cast) *scene {
	r := &g.runs[k]
	n := r.paragraph
	q := &g.paragraphs[n]
	s := &scene{g: g, who: who, q: q, n: n, k: k, at: q.unitOf(k), single: r.inSingle()}
	u := &q.units[s.at]
	s.begin, s.end = u.sentence, q.tokens[u.end-1].sentence
	s.inside(u)
	s.beside()
	place := "mid"
	if s.at == 0 {
		place = "init"
		if len(q.units) == 1 {
			place = "whole"
		}
	}
	s.place = partOf(place)
	s.mode = partOf(s.standing())
	if k > 0 && s.at == 0 && !g.runs[k-1].closed && g.runs[k-1].paragraph == n-1 {
		s.cont = true
	}
	us := q.units
	links := q.around(s.at)
	for i := range links {
		if l := &links[i]; l.how != object && us[l.cue].sym == "V" && us[l.cue].sentence >= s.begin && us[l.cue].sentence <= s.end {
			s.verbs++
		}
	}
	return s
}

// beside reads what stands before and after the run.
func (s *scene) beside() {
	us := s.q.units
	before, before2, beforeLo, after, afterLow := "^", "", "", "$", ""
	if s.at > 0 {
		before = us[s.at-1].sym
		beforeLo = closedWord(s.q, s.at-1)
		if us[s.at-1].sentence != s.begin {
			before = "~" + before
		}
	}
	if s.at > 1 {
		before2 = us[s.at-2].sym
	}
	if s.at+1 < len(us) {
		after = us[s.at+1].sym
		afterLow = closedWord(s.q, s.at+1)
		if us[s.at+1].sentence != s.end {
			after = "~" + after
		}
	}
	s.before, s.before2, s.beforeLo = partOf(before), partOf(before2), partOf(beforeLo)
	s.after, s.afterLow = partOf(after), partOf(afterLow)
}

// standing tells whether the run stands alone or is part of a sentence around
// it, and how it ends.
func (s *scene) standing() string {
	mode := "part"
	switch s.before.text {
	case "^", ",", ":", "-", "Q", "~Q", "~.", "(", "~?", "~!":
		if s.opening.text != "low" {
			mode = "alone"
		}
	}
	if s.before.text[0] == '~' && s.opening.text != "low" {
		mode = "alone"
	}
	switch s.ending.text {
	case ",":
		mode += ","
	case ".", "?", "!":
		mode += "."
	}
	return mode
}

// inside reads the words of the run.
func (s *scene) inside(u *unit) {
	capitals, lastMark := 0, ""
	opening, first, ending := "x", "no", "-"
	for i := u.first; i < u.end; i++ {
		t := &s.q.tokens[i]
		switch t.kind {
		case wordToken, numberToken:
			if s.words == 0 {
				opening = "low"
				if t.capital {
					opening = "up"
				} else if t.kind == numberToken {
					opening = "num"
				}
			}
			s.words++
			if t.capital {
				capitals++
			}
			switch t.lower {
			case "i", "we", "my", "our", "me", "us", "i'm", "you", "your":
				first = "yes"
			}
			if t.is.Is(english.Auxiliary) {
				s.verbal = true
			}
			lastMark = ""
		case punct:
			lastMark = t.lower
		case clitic:
			if t.lower == "'m" || t.lower == "'re" || t.lower == "'ve" || t.lower == "'ll" {
				s.verbal = true
			}
		}
	}
	s.caps = capitals*4 > s.words*3
	if lastMark != "" {
		c, _ := utf8.DecodeRuneInString(lastMark)
		switch c {
		case ',', '?', '!', ':', ';':
			ending = lastMark[:1]
		case '.', '…':
			ending = "."
		case '-', '–', '—':
			ending = "--"
		}
	}
	size := ""
	switch {
	case s.words >= 16:
		size = "XL"
	case s.words >= 8:
		size = "L"
	case s.words >= 4:
		size = "M"
	default:
		size = [...]string{"S0", "S1", "S2", "S3"}[s.words]
	}
	s.size, s.opening, s.ending, s.first = partOf(size), partOf(opening), partOf(ending), partOf(first)
}

// closedWord gives the word of unit i when it is of a closed class, a
// reporting word or one that names words, else its symbol.
func closedWord(q *paragraph, i int) string {
	u := &q.units[i]
	if u.run >= 0 || u.mention >= 0 && u.end-u.first > 1 {
		return u.sym
	}
	t := &q.tokens[u.first]
	const closed = english.Pronoun | english.Possessive | english.Determiner | english.Preposition | english.Conjunction |
		english.Auxiliary | english.Negation | english.Question | english.Saying | english.SayingNoun | english.Document
	if t.kind == wordToken && (t.is.Is(closed) || naming(t.lower)) {
		return t.lower
	}
	return u.sym
}

// cueWord is the word of a cue's unit, or its symbol when it is no reporting
// word.
func cueWord(q *paragraph, i int) string {
	t := &q.tokens[q.units[i].first]
	if t.is.Is(english.Reporting|english.SayingNoun|english.Document) || t.lower == "according" {
		return t.lower
	}
	return q.units[i].sym
}

// nature says what kind of source a mention would be.
func (q *paragraph) nature(m int) string {
	x := &q.mentions[m]
	is := q.tokens[x.head].is
	switch {
	case x.kind == pronounMention:
		return q.tokens[x.head].lower
	case x.kind == nameMention && x.body:
		return "NB"
	case x.kind == nameMention:
		return "N"
	case is.Is(english.Document) && !is.Is(english.Role):
		return "doc"
	case is.Is(english.Role):
		return "role"
	case is.Is(english.Group):
		return "group"
	case is.Is(english.Body):
		return "body"
	case is.Is(english.SayingNoun):
		return "say"
	case is.Is(english.Pronoun):
		return "one"
	case x.plural:
		return "things"
	}
	return "thing"
}

// class says what the article shows of who c names: a person, a body, a
// place, how often it is named. It is "-" for a mention without a name.
func (s *scene) class(c candidate) part {
	what, named := s.who.standing(c.paragraph, c.mention)
	if what == "" {
		return dashed
	}
	return classes[what][bits.Len(uint(min(named, 7)))]
}

// classes are what class gives: a kind and how often it is named, as the
// binary logarithm.
var classes = func() map[string]*[4]part {
	all := map[string]*[4]part{}
	for _, what := range [...]string{"thing", "body", "person", "place", "full"} {
		all[what] = new([4]part)
		for n := range all[what] {
			all[what][n] = partOf(what + strconv.Itoa(n))
		}
	}
	return all
}()

// alike reports whether two mentions name the same entity.
func (s *scene) alike(a, b candidate) bool {
	x, _ := s.who.who(a.paragraph, a.mention)
	y, _ := s.who.who(b.paragraph, b.mention)
	return x >= 0 && x == y
}

// dashed stands for what is missing.
var dashed = partOf("-")

// longestPath is the most units that a path has.
const longestPath = 4

// path writes the symbols of the units between i and j, both excluded, or
// "far" when there are more than most, which is at most longestPath.
func (f *features) path(q *paragraph, i, j, most int) part {
	if j-i-1 > most {
		return partOf("far")
	}
	var texts [2 * longestPath]string
	n := 0
	for k := i + 1; k < j; k++ {
		texts[n], texts[n+1] = q.units[k].sym, " "
		n += 2
	}
	return f.joined(texts[:max(0, n-1)]...)
}

// surname is the last word of a mention's name in lower case, "" for others.
func (q *paragraph) surname(m int) string {
	x := &q.mentions[m]
	if x.kind != nameMention {
		return ""
	}
	return strings.TrimRightFunc(q.tokens[x.head].lower, unicode.IsPunct)
}
