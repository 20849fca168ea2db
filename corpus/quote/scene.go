package quote

import (
	"math/bits"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/cast"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// scene is what the model knows of a run before it looks at any candidate.
type scene struct {
	g     *syntax.Page
	who   *cast.Cast // by name only: pronouns are not resolved yet
	q     *syntax.Paragraph
	n     int // the paragraph's number
	k     int // the run
	at    int // its unit
	begin int // the sentence it begins in
	end   int // the sentence it ends in

	words    int
	size     linear.Part // length class
	mode     linear.Part // whether it stands alone or is part of a sentence around it, and how it ends
	opening  linear.Part // how its words begin: upper or lower case, a digit
	ending   linear.Part // the mark its words end with
	place    linear.Part // whole, init or mid: its place in the paragraph
	before   linear.Part // what stands before it in its sentence
	before2  linear.Part
	after    linear.Part // what stands after it
	afterLow linear.Part // the same as a word, when that word is in a closed class
	beforeLo linear.Part
	first    linear.Part // whether it speaks of I, we or you
	caps     bool        // most words begin with a capital
	titled   bool        // all words of open classes do, and there are several words
	verbal   bool        // it holds an auxiliary
	cont     bool        // the paragraph before ends in an unclosed run
	single   bool
	verbs    int // linked cues of saying in its sentences
}

// look makes the scene of run k.
func look(g *syntax.Page, k int, who *cast.Cast) *scene {
	r := &g.Runs[k]
	n := r.Paragraph
	q := &g.Paragraphs[n]
	s := &scene{g: g, who: who, q: q, n: n, k: k, at: unitOf(q, k), single: r.InSingle()}
	u := &q.Units[s.at]
	s.begin, s.end = u.Sentence, q.Tokens[u.End-1].Sentence
	s.inside(u)
	s.beside()
	place := "mid"
	if s.at == 0 {
		place = "init"
		if len(q.Units) == 1 {
			place = "whole"
		}
	}
	s.place = linear.PartOf(place)
	s.mode = linear.PartOf(s.standing())
	if k > 0 && s.at == 0 && !g.Runs[k-1].Closed && g.Runs[k-1].Paragraph == n-1 {
		s.cont = true
	}
	us := q.Units
	links := q.Around(s.at)
	for i := range links {
		if l := &links[i]; l.How != syntax.Object && us[l.Cue].Symbol == "V" && us[l.Cue].Sentence >= s.begin && us[l.Cue].Sentence <= s.end {
			s.verbs++
		}
	}
	return s
}

// beside reads what stands before and after the run.
func (s *scene) beside() {
	us := s.q.Units
	before, before2, beforeLo, after, afterLow := "^", "", "", "$", ""
	if s.at > 0 {
		before = us[s.at-1].Symbol
		beforeLo = closedWord(s.q, s.at-1)
		if us[s.at-1].Sentence != s.begin {
			before = "~" + before
		}
	}
	if s.at > 1 {
		before2 = us[s.at-2].Symbol
	}
	if s.at+1 < len(us) {
		after = us[s.at+1].Symbol
		afterLow = closedWord(s.q, s.at+1)
		if us[s.at+1].Sentence != s.end {
			after = "~" + after
		}
	}
	s.before, s.before2, s.beforeLo = linear.PartOf(before), linear.PartOf(before2), linear.PartOf(beforeLo)
	s.after, s.afterLow = linear.PartOf(after), linear.PartOf(afterLow)
}

// standing tells whether the run stands alone or is part of a sentence around
// it, and how it ends.
func (s *scene) standing() string {
	mode := "part"
	switch s.before.Text {
	case "^", ",", ":", "-", "Q", "~Q", "~.", "(", "~?", "~!":
		if s.opening.Text != "low" {
			mode = "alone"
		}
	}
	if s.before.Text[0] == '~' && s.opening.Text != "low" {
		mode = "alone"
	}
	switch s.ending.Text {
	case ",":
		mode += ","
	case ".", "?", "!":
		mode += "."
	}
	return mode
}

// inside reads the words of the run.
func (s *scene) inside(u *syntax.Unit) {
	capitals, small, lastMark := 0, 0, ""
	opening, first, ending := "x", "no", "-"
	for i := u.First; i < u.End; i++ {
		t := &s.q.Tokens[i]
		switch t.Kind {
		case syntax.Word, syntax.Number:
			if s.words == 0 {
				opening = "low"
				if t.Capital {
					opening = "up"
				} else if t.Kind == syntax.Number {
					opening = "num"
				}
			}
			s.words++
			if t.Capital {
				capitals++
			} else if t.Kind == syntax.Word && !t.Class.Is(english.Closed) {
				small++
			}
			switch t.Lower {
			case "i", "we", "my", "our", "me", "us", "i'm", "you", "your":
				first = "yes"
			}
			if t.Class.Is(english.Auxiliary) {
				s.verbal = true
			}
			lastMark = ""
		case syntax.Punct:
			lastMark = t.Lower
		case syntax.Clitic:
			if t.Lower == "'m" || t.Lower == "'re" || t.Lower == "'ve" || t.Lower == "'ll" {
				s.verbal = true
			}
		}
	}
	s.caps = capitals*4 > s.words*3
	s.titled = small == 0 && capitals > 1 && s.words > 1 && s.words < titleWords
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
	s.size, s.opening, s.ending, s.first = linear.PartOf(size), linear.PartOf(opening), linear.PartOf(ending), linear.PartOf(first)
}

// titleWords is more than the title of a work or a programme has.
const titleWords = 10

// closedWord gives the word of unit i when it is of a closed class, a
// reporting word or one that names words, else its symbol.
func closedWord(q *syntax.Paragraph, i int) string {
	u := &q.Units[i]
	if u.Run >= 0 || u.Mention >= 0 && u.End-u.First > 1 {
		return u.Symbol
	}
	t := &q.Tokens[u.First]
	const closed = english.Pronoun | english.Possessive | english.Determiner | english.Preposition | english.Conjunction |
		english.Auxiliary | english.Negation | english.Question | english.Saying | english.SayingNoun | english.Document
	if t.Kind == syntax.Word && (t.Class.Is(closed) || naming(t.Lower)) {
		return t.Lower
	}
	return u.Symbol
}

// cueWord is the word of a cue's unit, or its symbol when it is no reporting
// word.
func cueWord(q *syntax.Paragraph, i int) string {
	t := &q.Tokens[q.Units[i].First]
	if t.Class.Is(english.Reporting|english.SayingNoun|english.Document) || t.Lower == "according" {
		return t.Lower
	}
	return q.Units[i].Symbol
}

// nature says what kind of source a mention would be.
func nature(q *syntax.Paragraph, m int) string {
	x := &q.Mentions[m]
	is := q.Tokens[x.Head].Class
	switch {
	case x.Kind == syntax.Pronoun:
		return q.Tokens[x.Head].Lower
	case x.Kind == syntax.Name && x.Body:
		return "NB"
	case x.Kind == syntax.Name:
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
	case x.Plural:
		return "things"
	}
	return "thing"
}

// class says what the article shows of who c names: a person, a body, a
// place, how often it is named. It is "-" for a mention without a name.
func (s *scene) class(c candidate) linear.Part {
	what, named := s.who.Standing(c.paragraph, c.mention)
	if what == "" {
		return dashed
	}
	return classes[what][bits.Len(uint(min(named, 7)))]
}

// classes are what class gives: a kind and how often it is named, as the
// binary logarithm.
var classes = func() map[string]*[4]linear.Part {
	all := map[string]*[4]linear.Part{}
	for _, what := range [...]string{"thing", "body", "person", "place", "full"} {
		all[what] = new([4]linear.Part)
		for n := range all[what] {
			all[what][n] = linear.PartOf(what + strconv.Itoa(n))
		}
	}
	return all
}()

// alike reports whether two mentions name the same entity.
func (s *scene) alike(a, b candidate) bool {
	x, _ := s.who.Who(a.paragraph, a.mention)
	y, _ := s.who.Who(b.paragraph, b.mention)
	return x >= 0 && x == y
}

// dashed stands for what is missing.
var dashed = linear.PartOf("-")

// longestPath is the most units that a path has.
const longestPath = 4

// path writes the symbols of the units between i and j, both excluded, or
// "far" when there are more than most, which is at most longestPath.
func path(f *linear.Features, q *syntax.Paragraph, i, j, most int) linear.Part {
	if j-i-1 > most {
		return linear.PartOf("far")
	}
	var texts [2 * longestPath]string
	n := 0
	for k := i + 1; k < j; k++ {
		texts[n], texts[n+1] = q.Units[k].Symbol, " "
		n += 2
	}
	return f.Joined(texts[:max(0, n-1)]...)
}

// surnameOf is the last word of a mention's name in lower case, "" for others.
func surnameOf(q *syntax.Paragraph, m int) string {
	x := &q.Mentions[m]
	if x.Kind != syntax.Name {
		return ""
	}
	return strings.TrimRightFunc(q.Tokens[x.Head].Lower, unicode.IsPunct)
}
