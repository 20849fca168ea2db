package syntax

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
		at[p.out[k].First] = k + 1
	}
	p.at = at
	for k := range p.out {
		m := &p.out[k]
		if m.Kind == Pronoun || m.Possessive {
			continue
		}
		if m.After = p.selfNamed(k, at); m.After > m.Stop {
			continue
		}
		m.After = p.afterAppositions(k, at)
		if m.Apposed >= 0 && m.Apposed < k && m.After == m.Stop && m.Stop < len(p.ts) && p.ts[m.Stop].Lower == "," {
			m.After++ // "the union’s head, Jane Doe, said"
		}
	}
}

// selfNamed ties out[k] to the name that it is given right behind it, as in "a
// man named Doe", "a woman who gave her name as Jane" and "a clerk who
// identified himself only as John", and gives the token after that name; the
// end of out[k] when there is none.
func (p *phrases) selfNamed(k int, at []int) int {
	ts, m := p.ts, &p.out[k]
	j := m.Stop
	if m.Kind != Nominal || m.Plural || j+1 >= len(ts) || !ts[m.Head].Class.Is(english.Role) {
		return m.Stop
	}
	switch ts[j].Lower {
	case "named":
		if m.Definite {
			return m.Stop // the president named Doe to the court
		}
		j++
	case "who":
		verb := &ts[j+1]
		for j += 2; ; j++ {
			if j >= len(ts) || j > m.Stop+8 || ts[j].Kind != Word {
				return m.Stop
			}
			if ts[j].Lower == "as" || ts[j].Lower == "by" {
				break
			}
		}
		switch verb.Lower {
		case "gave", "identified", "introduced", "described", "asked", "wanted", "wished":
			j++
		default:
			return m.Stop
		}
	default:
		return m.Stop
	}
	if j >= len(ts) || at[j] == 0 || !p.proper(j) {
		return m.Stop
	}
	a := at[j] - 1
	n := &p.out[a]
	if n.Kind != Name || n.Apposed >= 0 {
		return m.Stop
	}
	m.Apposed, n.Apposed, n.Body = a, k, false
	return n.Stop
}

// afterAppositions gives the token that follows out[k] and its appositions.
func (p *phrases) afterAppositions(k int, at []int) int {
	ts, m := p.ts, &p.out[k]
	j := m.Stop
	if j < len(ts) && ts[j].Lower == "(" { // Doe (D-Ohio)
		for e := j + 1; e < len(ts) && e < j+12; e++ {
			if ts[e].Lower == ")" {
				j = e + 1
				break
			}
		}
	}
	for range 5 { // Doe, 59, of Brae, Md., who …, said
		if j+1 >= len(ts) || ts[j].Lower != "," || p.quoted[j] != p.quoted[m.First] {
			break
		}
		e := p.comma(j + 1)
		if e == 0 {
			break
		}
		if j > m.Stop && p.ts[j+1].Class.Is(english.Past) || !p.apposition(k, j+1, e, at) {
			break // Doe, speaking in Ohio, called
		}
		if ts[e].Lower != "," {
			return e
		}
		j = e
	}
	if j > m.Stop && j < len(ts) && ts[j].Lower == "," {
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
		case t.Sentence != p.ts[j].Sentence || p.quoted[e] != p.quoted[j] || t.Lower == ";" || t.Lower == "—":
			return 0
		case t.Lower == ",":
			return e
		case e > j && t.Kind == Punct && stops(t), e > j+1 && t.Class.Is(english.Saying) && p.apposedName(j, e):
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
	if t.Lower == "who" || t.Lower == "whose" || t.Lower == "which" || t.Lower == "whom" {
		return true
	}
	if t.Kind == Number { // Doe, 43,
		return e == j+1 || e-j <= 4
	}
	if t.Lower == "of" || t.Lower == "from" { // Doe, of Springfield,
		return ts[e].Lower == "," && e-j <= 6
	}
	if at[j] == 0 {
		// former, then, now, a participle: "Doe, speaking in Ohio, said"
		if m.Apposed < 0 && t.Class.Is(english.Verb) && len(t.Lower) > 4 && (t.Lower[len(t.Lower)-3:] == "ing" || t.Lower[len(t.Lower)-2:] == "ed") {
			return ts[e].Lower == ","
		}
		return false
	}
	a := at[j] - 1
	n := &p.out[a]
	if a <= k || n.Kind == Pronoun || n.Stop > e || ts[e].Lower == "," && p.enumerates(e) {
		return false
	}
	switch {
	case m.Kind == Name && n.Kind == Nominal && p.ownClause(n, e):
		return false // near Brae, a police spokesman said
	case m.Kind == Name && n.Kind == Nominal:
		if ts[n.Head].Class.Is(english.Role) && !ts[n.Head].Class.Is(english.Body) && m.Body && ts[m.Head].Class.Is(english.Body) {
			return false
		}
		if !ts[n.Head].Class.Is(english.Role | english.Group | english.Body | english.Document | english.Title) {
			is := n.Stop == e || ts[n.Stop].Class.Is(english.Preposition|english.Question|english.Conjunction)
			m.Thing = is && p.thing(n)
			return is
		}
		m.Thing = p.thing(n)
		if m.Role[0] == m.Role[1] {
			m.Role = [2]int{j, min(e, n.Stop)}
		}
		if ts[n.Head].Class.Is(english.Role|english.Title) && !ts[n.Head].Class.Is(english.Body) {
			m.Body = false
		}
	case m.Kind == Nominal && n.Kind == Name && ts[n.Head].Class.Is(english.Party):
		return false
	case m.Kind == Nominal && n.Kind == Name && (n.Stop == e || of(ts[n.Stop].Lower)) && ts[m.Head].Class.Is(english.Role|english.Title) && !p.opening(m.First):
		if n.Role[0] == n.Role[1] {
			n.Role = [2]int{m.First, m.Stop}
		}
		n.Body = false
	case m.Kind == Name && n.Kind == Name && n.Stop == e && ts[n.Head].Class.Is(english.Party): // Doe, Republican of Ohio
		return true
	case m.Kind == Name && n.Kind == Name && n.Stop == e && ts[e].Lower == ",":
		return ts[j-2].Capital && (j-2 > m.Stop || j-1 == m.Stop && m.Stop > m.Name[1]) // Doe, of Springfield, Ohio,
	default:
		return false
	}
	m.Apposed, n.Apposed = a, k
	return true
}

// thing reports whether n tells that what it is said of is one thing and no
// person.
func (p *phrases) thing(n *Mention) bool {
	t := &p.ts[n.Head]
	person, _ := english.Occupation(t.Lower)
	return !person && !n.Plural && !t.Capital && !t.Class.Is(english.Role|english.Title|english.Group|english.Party|english.Demonym) && p.ts[n.First].Class.Is(english.Determiner)
}

// ownClause reports whether n is the subject of its own clause, and not in
// apposition to the name before the comma: a verb of saying follows it with no
// comma before. e is the token at which what could be an apposition ends.
func (p *phrases) ownClause(n *Mention, e int) bool {
	ts := p.ts
	related := false // a relative clause of n has a verb of its own
	for t := n.Stop; t < min(e, len(ts)); t++ {
		k := &ts[t]
		switch {
		case k.Kind == Mark || p.quoted[t]:
			return false
		case k.Lower == "who" || k.Lower == "which" || k.Lower == "that" && t == n.Stop:
			related = true
		case k.Class.Is(english.Saying) && (k.Class.Is(english.Past) || inS(k.Lower) || n.Plural && t == n.Stop) && (!k.Class.Is(english.Document|english.SayingNoun) || t == n.Stop || ts[t-1].Class.Is(english.Auxiliary|english.Adverb)):
			if !related {
				return ts[e].Lower != "," || t == e-1 || t <= n.Stop+2
			}
			if ts[e].Lower != "," && t >= e-2 && t > n.Stop+2 {
				return true // a diver who found it said
			}
		}
	}
	return false
}

// of reports whether w ties a person to a place or a body.
func of(w string) bool { return w == "of" || w == "from" || w == "at" }

// enumerates reports whether the comma at e is one of a list: "Doe, Roe, and
// Poe".
func (p *phrases) enumerates(e int) bool {
	return e+1 < len(p.ts) && p.ts[e+1].Lower == "and"
}

// opening reports whether a preposition opens the sentence right before token
// i: "In his address, Ms. Doe said".
func (p *phrases) opening(i int) bool {
	return i > 0 && p.ts[i-1].Class.Is(english.Preposition) && p.ts[i-1].First
}
