package quote

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/quote/english"
)

// described gives the entity that the nominal mention k of paragraph n stands
// for, and how sure that is: the name in apposition to it, or the person whose
// role it repeats.
func (s *story) described(n, k int) (int, float64) {
	q := &s.c.page.paragraphs[n]
	m := &q.mentions[k]
	if m.apposed >= 0 && q.mentions[m.apposed].kind == nameMention {
		return s.c.of[n][m.apposed], 1
	}
	if !m.definite && n > 0 || m.plural || q.tokens[m.first].is.Is(english.Possessive) || !q.tokens[m.head].is.Is(english.Role|english.Title) {
		return -1, 0
	}
	best, several := -1, false
	var latest event
	for i := len(s.events) - 1; i >= 0 && i >= len(s.events)-reachMentions; i-- {
		ev := s.events[i]
		if ev.entity == best {
			continue
		}
		if e := &s.c.entities[ev.entity]; e.body || !s.c.answers(e, q, m) {
			continue
		}
		if best >= 0 {
			several = true
			break
		}
		best, latest = ev.entity, ev
	}
	switch {
	case best < 0:
		return s.c.only(q, m)
	case !several:
		return best, 0.9
	case n-latest.paragraph <= 1:
		return best, 0.7
	}
	return -1, 0
}

// described gives the name of an entity that the article does not name: the
// words of m without the determiner. It is "" for "the mayor" and "his wife",
// who have a name that is not here.
func (q *paragraph) described(m *mention) string {
	from, first := m.first, &q.tokens[m.first]
	for from < m.head && q.tokens[from].is.Is(english.Determiner) {
		from++
	}
	if q.tokens[from].is.Is(english.Possessive | english.Pronoun) {
		return ""
	}
	if !m.plural {
		switch {
		case first.lower == "a", first.lower == "an", first.lower == "one", first.lower == "another":
		case m.body && m.particular(q), !m.body && from == m.first && m.end > m.head+1:
		default:
			return ""
		}
	}
	return q.text[q.tokens[from].Start:m.End]
}

// unnamed gives an entity to the source k of paragraph n that has no name: "a
// presidential adviser", "officials". One that "the adviser" takes up is the
// same entity.
func (s *story) unnamed(n, k int) (int, float64) {
	c := s.c
	q := &c.page.paragraphs[n]
	m := &q.mentions[k]
	head := &q.tokens[m.head]
	if m.within >= 0 || m.possessive || !head.is.Is(english.Role|english.Group|english.Body) && !authored[head.lower] || !q.speaking(m) {
		return -1, 0
	}
	for i := len(s.events) - 1; m.definite && i >= 0 && i >= len(s.events)-reachMentions; i-- {
		if e := &c.entities[s.events[i].entity]; e.nominal && e.heads[0] == head.lower {
			return s.events[i].entity, 0.8
		}
	}
	e := entity{nominal: true, body: m.body || m.plural, group: m.plural, named: 1, heads: []string{head.lower}, words: []string{head.lower}}
	if !e.body {
		e.person = 2
	}
	if head.is.Is(english.Male) {
		e.male = 3
	}
	if head.is.Is(english.Female) {
		e.female = 3
	}
	e.name = q.described(m)
	c.entities = append(c.entities, e)
	s.seen = append(s.seen, 0)
	return len(c.entities) - 1, 0.9
}

// authored are documents that are quoted like a body that speaks.
var authored = set(`report poll survey study lawsuit complaint indictment affidavit filing ruling article newspaper magazine reports polls studies`)

// particular reports whether m holds a capital, as in "the Russian military".
func (m *mention) particular(q *paragraph) bool {
	for t := m.first + 1; t < m.end; t++ {
		if q.tokens[t].capital {
			return true
		}
	}
	return false
}

// only gives the one entity of the article with the head noun of m as a role,
// when no mention near by fits better: "the Vermont senator" for Sen. Doe.
func (c *cast) only(q *paragraph, m *mention) (int, float64) {
	head := office(q.tokens[m.head].lower)
	best := -1
	for id := range c.entities[:min(len(c.entities), 10*reachMentions)] {
		if e := &c.entities[id]; !e.body && !e.nominal && slices.Contains(e.heads, head) && !c.differs(e, q, m) {
			if best >= 0 {
				return -1, 0
			}
			best = id
		}
	}
	return best, 0.7
}

// differs reports whether every role of e with the head noun of m is of
// another country or party, or of a deputy.
func (c *cast) differs(e *entity, q *paragraph, m *mention) bool {
	head := office(q.tokens[m.head].lower)
	for i, r := range e.roles {
		if e.heads[i] != head {
			continue
		}
		p := &c.page.paragraphs[r.paragraph]
		theirs, ours := modifiers(p.tokens[r.first:r.end]), modifiers(q.tokens[m.first:m.end])
		if theirs.deputy == ours.deputy && (theirs.demonym == "" || ours.demonym == "" || theirs.demonym == ours.demonym) {
			return false
		}
	}
	return true
}

// modifier is what distinguishes one office from another of the same name.
type modifier struct {
	demonym string
	deputy  bool
}

func modifiers(ts []token) (x modifier) {
	for i := range ts {
		switch w := ts[i].lower; {
		case ts[i].is.Is(english.Demonym):
			x.demonym = w
		case w == "vice", w == "deputy", strings.HasPrefix(w, "vice-"):
			x.deputy = true
		}
	}
	return x
}

// office gives the noun that an abbreviated title stands for.
func office(title string) string {
	switch title {
	case "sen.":
		return "senator"
	case "gov.":
		return "governor"
	case "rep.", "congressman", "congresswoman":
		return "representative"
	case "gen.":
		return "general"
	case "prof.":
		return "professor"
	case "pres.":
		return "president"
	}
	return title
}

// answers reports whether the description m in q fits a role of e: the same
// head noun, or "leader" for a head of state, and no country or other name
// that the role lacks.
func (c *cast) answers(e *entity, q *paragraph, m *mention) bool {
	head := office(q.tokens[m.head].lower)
	for i, r := range e.roles {
		if e.heads[i] != head && (head != "leader" || !leaders[e.heads[i]]) {
			continue
		}
		p := &c.page.paragraphs[r.paragraph]
		fits := true
		for t := m.first; t < m.end && fits; t++ {
			k := &q.tokens[t]
			if t == m.head || k.is.Is(closedClass) || k.kind != wordToken || !k.capital && !k.is.Is(english.Demonym|english.Status) && t < m.head {
				continue
			}
			fits = false
			for u := r.first; u < min(r.end+8, len(p.tokens)); u++ {
				fits = fits || p.tokens[u].lower == k.lower
			}
		}
		if fits {
			return true
		}
	}
	return false
}

// leaders are the offices of heads of states, governments and parties.
var leaders = set(`president premier chancellor minister chairman chairwoman king queen`)
