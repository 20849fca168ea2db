package check

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// sure is the confidence from which somebody is told that they have the wrong
// speaker. It is the one from which a name is printed at all: a reply that
// prints one name and calls the quote genuine for another contradicts itself.
const sure = 0.5

// speakerOf finds the quote that holds the words from place from to place to,
// by the rule of [cite.Saying].
func (t *text) speakerOf(from, to place) *quote.Quote {
	r := t.ref(from, from)
	if from.para == to.para {
		r = t.ref(from, to)
	}
	q, _ := cite.Saying(t.doc.Quotes, r, r.Span)
	return q
}

// claim is who a purported quote is said to be by.
type claim string

// is reports whether the claimed speaker can be name, one of the speakers of
// e: the same words, or one of that speaker's aliases, or the same last name
// with no first name against it.
func (c claim) is(e *quote.Extraction, name string) bool {
	if alike(string(c), name) {
		return true
	}
	for _, s := range e.Speakers {
		if s.Name != name {
			continue
		}
		for _, a := range s.Aliases {
			if alike(string(c), a) {
				return true
			}
		}
		return s.Role != "" && roleAlike(string(c), s.Role)
	}
	return false
}

// alike compares two names: their last words agree, and so do their first
// words where both have more than one.
func alike(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if strings.Join(x, " ") == strings.Join(y, " ") {
		return true
	}
	if x[len(x)-1] != y[len(y)-1] {
		// "Ainur" for "Ainur Bekova": a first name alone.
		return len(x) == 1 && x[0] == y[0] || len(y) == 1 && y[0] == x[0]
	}
	return len(x) == 1 || len(y) == 1 || strings.HasPrefix(x[0], y[0]) || strings.HasPrefix(y[0], x[0])
}

// roleAlike reports whether a claimed speaker is told by a role: "the
// secretary-general" for "CSTO secretary-general". All words of the claim must
// be in the role.
func roleAlike(claimed, role string) bool {
	has := make(map[string]bool)
	for _, w := range words(role) {
		has[w.fold] = true
	}
	n := 0
	for _, w := range words(claimed) {
		if w.fold == "the" || w.fold == "of" {
			continue
		}
		if !has[w.fold] {
			return false
		}
		n++
	}
	return n > 0
}

// honorifics stand before names and tell nothing about whose they are.
var honorifics = set(`mr mrs ms miss dr sir dame lord lady prof professor sen senator rep representative gov governor
	president secretary minister gen general col colonel lt sgt judge justice mayor chairman chancellor king queen prince
	princess pope the jr sr ii iii iv`)

func nameWords(name string) []string {
	var out []string
	for _, w := range words(name) {
		if !honorifics[w.fold] {
			out = append(out, w.fold)
		}
	}
	return out
}
