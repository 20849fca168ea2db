package quote

import (
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// appositionLimit bounds the tokens between the commas of an apposition or a
// relative clause: "Doe, who has led the union since 2012 and …, said".
const appositionLimit = 30

// appose ties names to the appositions that stand beside them and finds, for
// each mention, what follows its appositions.
func (p *phrases) appose() {
	at := zeros(p.at, len(p.ts)+1)
	for k := range slices.Backward(p.out) {
		at[p.out[k].first] = k + 1
	}
	p.at = at
	for k := range p.out {
		m := &p.out[k]
		if m.kind == pronounMention || m.possessive {
			continue
		}
		if m.next = p.selfNamed(k, at); m.next > m.end {
			continue
		}
		m.next = p.afterAppositions(k, at)
		if m.apposed >= 0 && m.apposed < k && m.next == m.end && m.end < len(p.ts) && p.ts[m.end].lower == "," {
			m.next++ // "the union’s head, Jane Doe, said"
		}
	}
}

// selfNamed ties out[k] to the name that it is given right behind it, as in "a
// man named Doe", "a woman who gave her name as Jane" and "a clerk who
// identified himself only as John", and gives the token after that name; the
// end of out[k] when there is none.
func (p *phrases) selfNamed(k int, at []int) int {
	ts, m := p.ts, &p.out[k]
	j := m.end
	if m.kind != nominalMention || m.plural || j+1 >= len(ts) || !ts[m.head].is.Is(english.Role) {
		return m.end
	}
	switch ts[j].lower {
	case "named":
		if m.definite {
			return m.end // the president named Doe to the court
		}
		j++
	case "who":
		verb := &ts[j+1]
		for j += 2; ; j++ {
			if j >= len(ts) || j > m.end+8 || ts[j].kind != wordToken {
				return m.end
			}
			if ts[j].lower == "as" || ts[j].lower == "by" {
				break
			}
		}
		switch verb.lower {
		case "gave", "identified", "introduced", "described", "asked", "wanted", "wished":
			j++
		default:
			return m.end
		}
	default:
		return m.end
	}
	if j >= len(ts) || at[j] == 0 || !p.proper(j) {
		return m.end
	}
	a := at[j] - 1
	n := &p.out[a]
	if n.kind != nameMention || n.apposed >= 0 {
		return m.end
	}
	m.apposed, n.apposed, n.body = a, k, false
	return n.end
}

// afterAppositions gives the token that follows out[k] and its appositions.
func (p *phrases) afterAppositions(k int, at []int) int {
	ts, m := p.ts, &p.out[k]
	j := m.end
	if j < len(ts) && ts[j].lower == "(" { // Doe (D-Ohio)
		for e := j + 1; e < len(ts) && e < j+12; e++ {
			if ts[e].lower == ")" {
				j = e + 1
				break
			}
		}
	}
	for range 5 { // Doe, 59, of Brae, Md., who …, said
		if j+1 >= len(ts) || ts[j].lower != "," || p.quoted[j] != p.quoted[m.first] {
			break
		}
		e := p.comma(j + 1)
		if e == 0 {
			break
		}
		if j > m.end && p.ts[j+1].is.Is(english.Past) || !p.apposition(k, j+1, e, at) {
			break // Doe, speaking in Ohio, called
		}
		if ts[e].lower != "," {
			return e
		}
		j = e
	}
	if j > m.end && j < len(ts) && ts[j].lower == "," {
		return j + 1
	}
	return j
}

// comma gives the token that closes an apposition which begins at j: the next
// comma of the sentence, or its end; 0 when there is none within reach.
func (p *phrases) comma(j int) int {
	for e := j; e < len(p.ts) && e < j+appositionLimit; e++ {
		t := &p.ts[e]
		switch {
		case t.sentence != p.ts[j].sentence || p.quoted[e] != p.quoted[j] || t.lower == ";" || t.lower == "—":
			return 0
		case t.lower == ",":
			return e
		case e > j && t.kind == punct && stops(t), e > j+1 && t.is.Is(english.Saying) && p.apposedName(j, e):
			return e
		}
	}
	return 0
}

// apposedName reports whether ts[j:e) is nothing but a name: "his lawyer, Jane
// Doe told".
func (p *phrases) apposedName(j, e int) bool {
	return p.proper(j) && p.nameEnd(j) == e
}

// apposition reports whether ts[j:e) stands in apposition to out[k], and ties
// the two when it is a noun phrase.
func (p *phrases) apposition(k, j, e int, at []int) bool {
	ts, m := p.ts, &p.out[k]
	t := &ts[j]
	if t.lower == "who" || t.lower == "whose" || t.lower == "which" || t.lower == "whom" {
		return true
	}
	if t.kind == numberToken { // Doe, 43,
		return e == j+1 || e-j <= 4
	}
	if t.lower == "of" || t.lower == "from" { // Doe, of Springfield,
		return ts[e].lower == "," && e-j <= 6
	}
	if at[j] == 0 {
		// former, then, now, a participle: "Doe, speaking in Ohio, said"
		if m.apposed < 0 && t.is.Is(english.Verb) && len(t.lower) > 4 && (t.lower[len(t.lower)-3:] == "ing" || t.lower[len(t.lower)-2:] == "ed") {
			return ts[e].lower == ","
		}
		return false
	}
	a := at[j] - 1
	n := &p.out[a]
	if a <= k || n.kind == pronounMention || n.end > e || ts[e].lower == "," && p.enumerates(e) {
		return false
	}
	switch {
	case m.kind == nameMention && n.kind == nominalMention:
		if ts[n.head].is.Is(english.Role) && !ts[n.head].is.Is(english.Body) && m.body && ts[m.head].is.Is(english.Body) {
			return false
		}
		if !ts[n.head].is.Is(english.Role | english.Group | english.Body | english.Document | english.Title) {
			return n.end == e || ts[n.end].is.Is(english.Preposition|english.Question|english.Conjunction)
		}
		if m.role[0] == m.role[1] {
			m.role = [2]int{j, min(e, n.end)}
		}
		if ts[n.head].is.Is(english.Role|english.Title) && !ts[n.head].is.Is(english.Body) {
			m.body = false
		}
	case m.kind == nominalMention && n.kind == nameMention && ts[n.head].is.Is(english.Party):
		return false
	case m.kind == nominalMention && n.kind == nameMention && (n.end == e || of(ts[n.end].lower)) && ts[m.head].is.Is(english.Role|english.Title) && !p.opening(m.first):
		if n.role[0] == n.role[1] {
			n.role = [2]int{m.first, m.end}
		}
		n.body = false
	case m.kind == nameMention && n.kind == nameMention && n.end == e && ts[n.head].is.Is(english.Party): // Doe, Republican of Ohio
		return true
	case m.kind == nameMention && n.kind == nameMention && n.end == e && ts[e].lower == ",":
		return ts[j-2].capital && (j-2 > m.end || j-1 == m.end && m.end > m.name[1]) // Doe, of Springfield, Ohio,
	default:
		return false
	}
	m.apposed, n.apposed = a, k
	return true
}

// of reports whether w ties a person to a place or a body.
func of(w string) bool { return w == "of" || w == "from" || w == "at" }

// enumerates reports whether the comma at e is one of a list: "Doe, Roe, and
// Poe".
func (p *phrases) enumerates(e int) bool {
	return e+1 < len(p.ts) && p.ts[e+1].lower == "and"
}

// opening reports whether a preposition opens the sentence right before token
// i: "In his address, Ms. Doe said".
func (p *phrases) opening(i int) bool {
	return i > 0 && p.ts[i-1].is.Is(english.Preposition) && p.ts[i-1].first
}
