package syntax

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// degrees stand behind a name and are no part of it.
var degrees = language.Words(`esq. ph.d. m.d. phd md r.n. m.p. mp qc kc`)

// titleEnd gives where, in the capitalised words ts[k:end), the name proper
// begins, and whether a title stands before it.
func (p *phrases) titleEnd(k, end int) (name int, titled bool) {
	ts := p.ts
	name = k
	nick := false // inside a nickname: Jan "Big Brother" Oak
	for j := k; j < end-1; j++ {
		if ts[j].Kind == Mark || ts[j].Lower == "(" || ts[j].Lower == ")" {
			nick = !nick
		}
		if nick {
			continue
		}
		if ts[j].Class.Is(english.Honorific) {
			name, titled = j+1, true
			continue
		}
		if ts[j].Class.Is(english.Party) && ts[end-1].Class.Is(english.Group) {
			continue // Liberal Democrats
		}
		if !ts[j].Class.Is(english.Title|english.Role) || ts[end-1].Class.Is(english.Body) || j > k && initial(ts[j-1].Lower) {
			continue
		}
		n := j + 1
		if ts[n].Lower == "of" { // Secretary of State, Secretary of the Interior
			n = p.afterOf(n, end)
		}
		if n < end && !ts[n].Class.Is(english.Suffix) {
			name, titled = n, true
		}
	}
	if !titled && p.worked(k, end) {
		return k + 1, true
	}
	for name < end-1 && !titled && ts[name].Class.Is(english.Demonym) && (!ts[name].Class.Is(english.Party) || !ts[end-1].Class.Is(english.Group)) && !ts[end-1].Class.Is(english.Body) && !acronym(p.text[ts[name].Start:ts[name].End]) {
		name++
	}
	return name, titled
}

// worked reports whether the word at k, which has its capital from the beginning
// of the sentence, is what the person named by ts[k+1:end) does: "Ferryman Ann
// Oak said". The name behind it must be one by itself: two words, of which the
// first is known as a first name where the word before could be one itself, or
// one word that stands with a capital elsewhere.
func (p *phrases) worked(k, end int) bool {
	t := &p.ts[k]
	if !t.First && (k == 0 || p.ts[k-1].Kind != Mark) || end-k < 2 || english.Given(t.Lower) != 0 || p.c.capital[t.Lower] > 0 {
		return false
	}
	is, sure := english.Occupation(t.Lower)
	if !is {
		return false
	}
	for j := k + 1; j < end; j++ {
		if n := &p.ts[j]; n.Kind != Word || !n.Capital && !n.Class.Is(english.Particle) || n.Class.Is(english.Body|english.Group|english.Document) {
			return false
		}
	}
	next := &p.ts[k+1]
	if initial(next.Lower) || next.Class.Is(english.Suffix) {
		return false
	}
	if end-k == 2 {
		return p.c.lower[t.Lower] > 0 && p.c.capital[next.Lower] > 0
	}
	return sure || english.Given(next.Lower) != 0 || p.c.lower[t.Lower] > 0
}

// initial reports whether w is a single letter with a dot: what follows it in
// a name is no title, as in "Ann B. King".
func initial(w string) bool { return len(w) == 2 && w[1] == '.' }

// afterOf skips "of State", "of Homeland Security", "of Health and Human
// Services", leaving at most the last two or three words for the name.
func (p *phrases) afterOf(n, end int) int {
	ts := p.ts
	j := n + 1
	if j < end && ts[j].Lower == "the" {
		j++
	}
	j++                                     // State
	for j+1 < end && ts[j].Lower == "and" { // Health and Human
		j += 2
	}
	if j < end && (ts[j].Lower == "security" || ts[j].Lower == "affairs" || ts[j].Lower == "services" || ts[j].Lower == "development") {
		j++
	}
	return min(j, end)
}

// bodily reports whether the name ts[name:end) looks like an organisation or a
// place: a word for one, capitals throughout, or "the" before it.
func (p *phrases) bodily(i, name, end int) bool {
	ts := p.ts
	last := &ts[end-1]
	if last.Kind == Clitic { // McDonald’s
		return true
	}
	if last.Class.Is(english.Body|english.Document) && (end-name > 1 || !last.Class.Is(english.Role)) {
		return true
	}
	for j := name; j < end; j++ {
		if ts[j].Lower == "and" && j > name && j+1 < end {
			return true // Ernst and Young
		}
		if ts[j].Lower == "of" && j > name && ts[j-1].Class.Is(english.Body) {
			return true
		}
	}
	first := p.text[ts[name].Start:ts[name].End]
	if end-name == 1 && acronym(p.text[last.Start:last.End]) {
		return true
	}
	if end-name > 1 && acronym(first) && len(first) > 2 && !strings.Contains(first, ".") && !acronym(p.text[last.Start:last.End]) && last.Kind == Word {
		return true // CNN International
	}
	return i < name && ts[i].Lower == "the" && i+1 == name && !last.Class.Is(english.Role|english.Group)
}
