package quote

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/quote/english"
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
	size     string // length class
	mode     string // whether it stands alone or is part of a sentence around it, and how it ends
	opening  string // how its words begin: upper or lower case, a digit
	ending   string // the mark its words end with
	place    string // whole, init or mid: its place in the paragraph
	before   string // what stands before it in its sentence
	before2  string
	after    string // what stands after it
	afterLow string // the same as a word, when that word is in a closed class
	beforeLo string
	first    string // whether it speaks of I, we or you
	caps     bool   // most words begin with a capital
	verbal   bool   // it holds an auxiliary
	cont     bool   // the paragraph before ends in an unclosed run
	single   bool
	verbs    int // linked cues of saying in its sentences
}

// look makes the scene of run k.
func (g *page) look(k int, who *cast) *scene {
	r := &g.runs[k]
	n := r.paragraph
	q := &g.paragraphs[n]
	s := &scene{g: g, who: who, q: q, n: n, k: k, at: q.unitOf(k), single: r.family == single}
	u := &q.units[s.at]
	s.begin, s.end = u.sentence, q.tokens[u.end-1].sentence
	s.inside(u)
	us := q.units
	s.before, s.after = "^", "$"
	if s.at > 0 {
		s.before = us[s.at-1].sym
		s.beforeLo = closedWord(q, s.at-1)
		if us[s.at-1].sentence != s.begin {
			s.before = "~" + s.before
		}
	}
	if s.at > 1 {
		s.before2 = us[s.at-2].sym
	}
	if s.at+1 < len(us) {
		s.after = us[s.at+1].sym
		s.afterLow = closedWord(q, s.at+1)
		if us[s.at+1].sentence != s.end {
			s.after = "~" + s.after
		}
	}
	s.place = "mid"
	if s.at == 0 {
		s.place = "init"
		if len(us) == 1 {
			s.place = "whole"
		}
	}
	s.mode = "part"
	switch s.before {
	case "^", ",", ":", "-", "Q", "~Q", "~.", "(", "~?", "~!":
		if s.opening != "low" {
			s.mode = "alone"
		}
	}
	if s.before[0] == '~' && s.opening != "low" {
		s.mode = "alone"
	}
	switch s.ending {
	case ",":
		s.mode += ","
	case ".", "?", "!":
		s.mode += "."
	}
	if k > 0 && s.at == 0 && !g.runs[k-1].closed && g.runs[k-1].paragraph == n-1 {
		s.cont = true
	}
	for _, l := range q.around(s.at) {
		if l.how != object && us[l.cue].sym == "V" && us[l.cue].sentence >= s.begin && us[l.cue].sentence <= s.end {
			s.verbs++
		}
	}
	return s
}

// inside reads the words of the run.
func (s *scene) inside(u *unit) {
	capitals, lastMark := 0, ""
	s.opening, s.first, s.ending = "x", "no", "-"
	for i := u.first; i < u.end; i++ {
		t := &s.q.tokens[i]
		switch t.kind {
		case wordToken, numberToken:
			if s.words == 0 {
				s.opening = "low"
				if t.capital {
					s.opening = "up"
				} else if t.kind == numberToken {
					s.opening = "num"
				}
			}
			s.words++
			if t.capital {
				capitals++
			}
			switch t.lower {
			case "i", "we", "my", "our", "me", "us", "i'm", "you", "your":
				s.first = "yes"
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
			s.ending = lastMark[:1]
		case '.', '…':
			s.ending = "."
		case '-', '–', '—':
			s.ending = "--"
		}
	}
	switch {
	case s.words >= 16:
		s.size = "XL"
	case s.words >= 8:
		s.size = "L"
	case s.words >= 4:
		s.size = "M"
	default:
		s.size = "S" + strconv.Itoa(s.words)
	}
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
	case x.plural:
		return "things"
	}
	return "thing"
}

// short numbers, so that features need no formatting.
var (
	digits    = [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
	negatives = [...]string{"-0", "-1", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9"}
)

// upTo writes n, or most (under 10) when that is less.
func upTo(n, most int) string {
	switch {
	case n < 0:
		return negatives[min(-n, most)]
	default:
		return digits[min(n, most)]
	}
}

// log2 writes the binary logarithm of n+1, at most 7.
func log2(n int) string {
	b := 0
	for n > 0 && b < 7 {
		n >>= 1
		b++
	}
	return digits[b]
}

func flag(b bool) string {
	if b {
		return "y"
	}
	return "n"
}

// path writes the symbols of the units between i and j, both excluded, or
// "far" when there are more than most.
func (q *paragraph) path(i, j, most int) string {
	if j-i-1 > most {
		return "far"
	}
	var b strings.Builder
	for k := i + 1; k < j; k++ {
		if k > i+1 {
			b.WriteByte(' ')
		}
		b.WriteString(q.units[k].sym)
	}
	return b.String()
}

// surname is the last word of a mention's name in lower case, "" for others.
func (q *paragraph) surname(m int) string {
	x := &q.mentions[m]
	if x.kind != nameMention {
		return ""
	}
	return strings.TrimRightFunc(q.tokens[x.head].lower, unicode.IsPunct)
}
