package syntax

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// phrase parses the noun phrase that begins at token i: determiner or
// possessor, modifiers, nouns or a name, and what "of" or "for" adds.
func (p *phrases) phrase(i int) (Mention, bool) {
	ts := p.ts
	j, determined := i, false
	if ts[i].Lower == "that" && !ts[i].First || ts[i].Lower == "no" && i+1 < len(ts) && ts[i+1].Lower == "one" {
		return Mention{}, false
	}
	for j < len(ts) && j < i+3 && ts[j].Kind == Word && ts[j].Class.Is(english.Determiner|english.Possessive) {
		if determined && ts[j].Class.Is(english.Possessive) && !ts[j-1].Class.Is(english.Pronoun) {
			break
		}
		determined = true
		j++
		if j+1 < len(ts) && ts[j].Lower == "of" && ts[j+1].Class.Is(english.Determiner|english.Possessive) {
			j++ // "some of the officials"
		}
	}
	if j == i+1 && ts[i].Class.Is(english.Pronoun) && j < len(ts) && tellings[ts[j].Lower] {
		return p.bare(i, j), true // one said
	}
	start, head := j, -1
	for j < len(ts) && j < i+phraseLimit {
		if j > i && ts[j].First {
			break
		}
		switch {
		case p.possessiveAt(j) && head >= 0:
			if j+1 == len(ts) || !p.nounlike(j+1, true) {
				goto done
			}
			determined, head = true, -1
			start = j + 1
			j++
		case p.proper(j) || head < 0 && p.beginsName(j):
			e := p.nameEnd(j)
			if head >= 0 && !determined && !p.apt(head) && !p.proper(head) && !ts[head].Class.Is(english.Status) && !Describing(&ts[head]) {
				goto done
			}
			if head >= 0 && ts[j].Class.Is(english.Honorific) && !p.apt(head) {
				goto done // the importance Mr. Doe attaches to it
			}
			determined = determined || ts[e-1].Class.Is(english.Demonym)
			head, j = e-1, e
		case head == j-1 && head >= 0 && ts[j].Lower == "for" && ts[head].Class.Is(english.Role) && j+2 < len(ts) && !ts[j+1].Capital && portfolios[ts[j+1].Lower] && p.proper(j+2):
			j += 2 // spokeswoman for women Jane Doe
		case head >= 0 && head == j-1 && p.proper(head) && p.acts(j):
			goto done
		case p.nounlike(j, head < 0) && (determined || p.leads(j) || j == i && p.aged(j)):
			head = j
			j++
		default:
			goto done
		}
		if p.quoted[j-1] != p.quoted[i] {
			goto done
		}
	}
done:
	if head < 0 {
		if !determined || !ts[i].Class.Is(english.Pronoun) || ts[i].Lower == "this" || ts[i].Lower == "that" {
			return Mention{}, false
		}
		return p.bare(i, j), true
	}
	m := p.named(i, start, head+1)
	if m.Name[0] == m.Name[1] {
		m.Kind, m.Head = Nominal, head
		h := ts[head].Class
		m.Plural = h.Is(english.Group) || !h.Is(english.Role) && inS(ts[head].Lower)
		m.Body = h.Is(english.Body|english.Document) && !h.Is(english.Role)
		m.Definite = determined && (ts[i].Lower == "the" || ts[i].Lower == "this" || ts[i].Lower == "that" || ts[i].Class.Is(english.Possessive) || p.possessed(i, head))
	}
	p.extend(&m)
	return m, true
}

// tellings are forms of verbs of saying that are no nouns or adjectives: behind
// "one" or "another" they are its verb.
var tellings = language.Words(`said says say added adds told tells tell asked asks wrote writes argued argues insisted insists recalled
	recalls explained explains replied replies believe believes believed think thinks thought`)

// Describing reports whether t is an adjective made with a hyphen that may
// begin the description of a person: "Brae-based", "14-year-old".
func Describing(t *Token) bool {
	return t.Kind == Word && compound(t.Lower) || strings.HasSuffix(t.Lower, "-year-old")
}

// aged reports whether an age and then a name or a noun for a person stand at
// token i: "14-year-old Jane Doe".
func (p *phrases) aged(i int) bool {
	return p.ts[i].Kind == Number && Describing(&p.ts[i]) && i+1 < len(p.ts) && (p.proper(i+1) || p.ts[i+1].Class.Is(english.Role))
}

// bare is the mention of a determiner that stands alone: "some", "many of
// them".
func (p *phrases) bare(i, j int) Mention {
	j = max(j, i+1)
	m := Mention{First: i, Stop: j, Head: i, Kind: Nominal, Plural: p.ts[i].Lower != "another" && p.ts[i].Lower != "one", Within: -1, Apposed: -1, After: j, Quoted: p.quoted[i]}
	m.Span = corpus.Span{Start: p.ts[i].Start, End: p.ts[j-1].End}
	return m
}

// possessed reports whether a possessor with ’s stands in ts[i:head].
func (p *phrases) possessed(i, head int) bool {
	for j := i + 1; j < head; j++ {
		if p.possessiveAt(j) {
			return true
		}
	}
	return false
}

// apt reports whether the word at i can stand before a name as a title.
func (p *phrases) apt(i int) bool {
	return p.ts[i].Class.Is(english.Honorific | english.Title | english.Role | english.Body | english.Demonym)
}

// nounlike reports whether the word at i can be part of a noun phrase. opens
// says that no noun stands before it in the phrase.
func (p *phrases) nounlike(i int, opens bool) bool {
	t := &p.ts[i]
	switch {
	case t.Kind == Number:
		return opens
	case t.Kind != Word:
		return false
	case t.Class.Is(english.Role | english.Group | english.Document | english.Body):
		plural := i > 0 && p.ts[i-1].Class.Is(english.Group)
		if !t.Class.Is(english.Verb) || !t.Class.Is(english.Past) && !inS(t.Lower) && !plural {
			return true
		}
	case t.Class.Is(english.Closed | english.Adverb | english.Calendar), !opens && ties(t.Lower):
		return false
	}
	if opens {
		return !t.Class.Is(english.Closed)
	}
	if t.Class.Is(english.Verb) {
		w, before := t.Lower, &p.ts[i-1]
		plural := before.Class.Is(english.Group) || strings.HasSuffix(before.Lower, "s")
		if t.Class.Is(english.Past) || strings.HasSuffix(w, "ing") || inS(w) || plural {
			return false
		}
		// After a singular noun a bare form is a noun: "talk radio host".
		return i+1 < len(p.ts) && p.ts[i+1].Kind == Word && !p.ts[i+1].Class.Is(english.Closed)
	}
	return !strings.HasSuffix(t.Lower, "ly")
}

// acts reports whether the word at i, behind a name, looks like its verb: "the
// conductor Jane Doe retires".
func (p *phrases) acts(i int) bool {
	t := &p.ts[i]
	if t.Capital || t.Class.Is(english.Role|english.Group|english.Body|english.Document) {
		return false
	}
	return strings.HasSuffix(t.Lower, "ed") || inS(t.Lower)
}

// inS reports whether w ends like a plural or a verb of the third person:
// "says" but not "press".
func inS(w string) bool { return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") }

// leads reports whether, without a determiner, the lower-case word at i is a
// noun for a speaker or leads to one within three words: "senior campaign
// officials".
func (p *phrases) leads(i int) bool {
	if w := p.ts[i].Lower; strings.HasSuffix(w, "ed") && !p.apt(i) && !Describing(&p.ts[i]) && i > 0 && !p.ts[i].First && p.proper(i-1) {
		return false // Jane Doe fired editor Ann Oak
	}
	for j := i; j < len(p.ts) && j < i+4; j++ {
		t := &p.ts[j]
		if t.Kind != Word || j > i && !p.nounlike(j, false) {
			return false
		}
		if t.Capital && j > i && p.ts[j-1].Class.Is(english.Status) && p.proper(j) {
			return true // former President
		}
		noun := t.Class.Is(english.Group | english.Role | english.Body | english.Document)
		if noun && (!t.Class.Is(english.Verb|english.Adverb) || j+1 < len(p.ts) && (p.proper(j+1) || p.title && p.ts[j+1].Class.Is(english.Reporting) && inS(p.ts[j+1].Lower))) {
			return true
		}
		if !noun && t.Class.Is(english.Verb|english.Adverb) || t.Class.Is(english.Verb) && strings.HasSuffix(t.Lower, "s") || strings.HasSuffix(t.Lower, "ly") {
			return false
		}
	}
	return false
}

// extend adds to m what a preposition ties to its head: "a spokesman for the
// ministry", "Sen. Doe of Ohio", "a person familiar with the talks".
func (p *phrases) extend(m *Mention) {
	ts := p.ts
	m.After = m.Stop
	h := ts[m.Head].Class
	for range 3 {
		j := m.Stop
		if j+1 < len(ts) && ties(ts[j].Lower) {
			j++
		}
		if j+1 >= len(ts) || ts[j].Start-ts[j-1].End > 2 || p.quoted[j+1] != p.quoted[m.First] {
			break
		}
		switch ts[j].Lower {
		case "of":
		case "for", "to", "at", "in", "with", "on", "from":
			if m.Kind == Name || !h.Is(english.Role|english.Group|english.Body|english.Document) {
				return
			}
		default:
			m.After = m.Stop
			return
		}
		if m.Kind == Name && !p.proper(j+1) || ts[j+1].Class.Is(english.Pronoun) && !ts[j+1].Class.Is(english.Determiner) && !p.object(j+1) {
			break
		}
		if w := ts[j+1].Lower; strings.HasSuffix(w, "ing") && !ts[j+1].Capital {
			break
		}
		e := p.short(j + 1)
		if e == j+1 || e-m.First > 2*phraseLimit {
			break
		}
		m.Stop = e
		m.End = ts[e-1].End
	}
	m.After = m.Stop
}

// ties reports whether w ties a person to what a preposition names: "a person
// familiar with the talks".
func ties(w string) bool {
	return w == "familiar" || w == "close" || w == "briefed" || w == "involved"
}

// short gives the end of the noun phrase at i, without what follows it.
func (p *phrases) short(i int) int {
	ts, j, nouns := p.ts, i, 0
	for j < len(ts) && j < i+phraseLimit {
		switch {
		case nouns == 0 && ts[j].Class.Is(english.Determiner|english.Possessive) && ts[j].Kind == Word:
			j++
			continue
		case p.proper(j):
			j = p.nameEnd(j)
		case p.possessiveAt(j) && j+1 < len(ts) && nouns > 0 && p.nounlike(j+1, true):
			j++
			nouns = 0
			continue
		case p.nounlike(j, nouns == 0) && (nouns > 0 || j > i || p.leads(j) || !ts[j].Class.Is(english.Verb) || ts[j-1].Lower == "of"):
			j++
		default:
			if nouns == 0 {
				return i
			}
			return j
		}
		nouns++
	}
	if nouns == 0 {
		return i
	}
	return j
}
