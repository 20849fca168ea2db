package syntax

import (
	"iter"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/words"
)

// Months and weekdays are surnames and first names too: Theodora May, Ms. June
// Friday. A paragraph's tokens are gone through once it is known who of the
// article bears such a name; those that are names lose their class.

// dated reports whether the months and weekdays that t may be stand in a date
// by what is beside it: "in May", "last Friday", "March 3".
func dated(ts []Token, i int) bool {
	if i+1 < len(ts) && (ts[i+1].Kind == Number || ts[i+1].Lower == "," && i+2 < len(ts) && ts[i+2].Kind == Number) {
		return true
	}
	if i == 0 {
		return false
	}
	before := &ts[i-1]
	if weekdays[before.Lower] && months[ts[i].Lower] { // no date is written so without a number
		return false
	}
	return before.Kind == Number || before.Class.Is(english.Calendar) && !before.name || temporal[before.Lower]
}

// temporal are words before a date.
var temporal = language.Words(`in on last next this that by since until till early late mid every each from through during
	before after of past around between and or to for the a previous following coming another one most some`)

// bears reports whether the month or weekday at i is surely a name: behind Mr.
// and the like, or behind a first name and beside a verb of saying.
func bears(ts []Token, i int) bool {
	if i == 0 || dated(ts, i) || ts[i-1].Start == ts[i].Start {
		return false
	}
	before := &ts[i-1]
	switch {
	case before.Class.Is(english.Honorific):
		return true
	case before.Kind != Word || !before.Capital || before.Class.Is(english.Closed|english.Calendar):
		return before.name
	case before.Class.Is(english.Title):
		return !weekdays[ts[i].Lower]
	case english.Given(words.Fold(before.Lower)) == 0:
		return false
	case !weekdays[ts[i].Lower]:
		return true
	}
	said := func(k int) bool { return k >= 0 && k < len(ts) && ts[k].Class.Is(english.Saying|english.Honorific) }
	return said(i+1) || said(i-2)
}

var (
	weekdays = language.Words(english.Weekdays)
	months   = language.Words(english.Months + " may")
	firsts   = language.Words(`april may june august january`) // names of women and men
)

// forename reports whether the weekday at i is a first name: with a surname
// behind it that is told of or tells, and nothing before it that makes a date.
func forename(ts []Token, i int) bool {
	if !weekdays[ts[i].Lower] || dated(ts, i) || i+2 >= len(ts) || !ts[i+1].Capital || ts[i+1].Kind != Word || ts[i+1].Class != 0 || english.Given(words.Fold(ts[i+1].Lower)) != 0 {
		return false
	}
	opens := ts[i].First || i > 0 && ts[i-1].Kind == Mark
	switch after := &ts[i+2]; {
	case opens && after.Lower == ",": // Sunday Bello, a potter, said
		return i+3 < len(ts) && ts[i+3].Class.Is(english.Determiner|english.Possessive) || i+3 < len(ts) && ts[i+3].Kind == Number
	case opens && after.Class.Is(english.Saying):
		return true
	case i > 0 && ts[i-1].Class.Is(english.Saying): // “…,” said Tuesday Bello.
		return after.Lower == "." || after.Lower == ","
	}
	return false
}

// nameDays finds the months and weekdays of an article that are names: those
// that surely are by what is beside them, and then the same words elsewhere.
func nameDays(paragraphs []Paragraph) {
	surnames, forenames, perhaps := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for q, i := range days(paragraphs) {
		ts, t := q.Tokens, &q.Tokens[i]
		switch {
		case t.Class.Is(english.Suffix):
		case forename(ts, i), q != &paragraphs[0] && !q.Headline && firstOfTwo(ts, i):
			forenames[t.Lower] = true
			t.name, t.Class = true, 0
		case bears(ts, i):
			surnames[t.Lower] = true
			t.name, t.Class = true, 0
		case weekdays[t.Lower] && i > 0 && i+1 < len(ts) && ts[i-1].First && english.Given(words.Fold(ts[i-1].Lower)) != 0:
			perhaps[t.Lower] = true // Ann Friday sang. “I was cold,” Friday said.
		}
	}
	if len(perhaps) > 0 {
		for q, i := range days(paragraphs) {
			if w := q.Tokens[i].Lower; perhaps[w] && i > 0 && q.Tokens[i-1].Kind == Mark && told(q.Tokens, i) {
				surnames[w] = true
			}
		}
	}
	if len(surnames)+len(forenames) == 0 {
		return
	}
	for q, i := range days(paragraphs) {
		ts, t := q.Tokens, &q.Tokens[i]
		date := dated(ts, i)
		if surnames[t.Lower] && (!date || accorded(ts, i) || told(ts, i)) || forenames[t.Lower] && !date && told(ts, i) {
			t.name, t.Class = true, 0
		}
	}
}

// days are the months and weekdays with a capital that are not known as names:
// the paragraph and the index of its token.
func days(paragraphs []Paragraph) iter.Seq2[*Paragraph, int] {
	return func(yield func(*Paragraph, int) bool) {
		for n := range paragraphs {
			q := &paragraphs[n]
			for i := range q.Tokens {
				if t := &q.Tokens[i]; t.Capital && t.Class.Is(english.Calendar) && !yield(q, i) {
					return
				}
			}
		}
	}
}

// firstOfTwo reports whether the month at i is a first name, as a surname stands
// behind it: "April Ndiaye".
func firstOfTwo(ts []Token, i int) bool {
	return firsts[ts[i].Lower] && !dated(ts, i) && i+1 < len(ts) && ts[i+1].Capital && ts[i+1].Class == 0 && english.Given(words.Fold(ts[i+1].Lower)) == 0
}

// told reports whether a verb of saying follows token i.
func told(ts []Token, i int) bool { return i+1 < len(ts) && ts[i+1].Class.Is(english.Saying) }

// accorded reports whether "according to" stands before token i.
func accorded(ts []Token, i int) bool {
	return i > 1 && ts[i-1].Lower == "to" && ts[i-2].Lower == "according"
}
