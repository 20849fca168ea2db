package quote

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
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
	x := q.joined(k)
	m = &x
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
		best, sure := s.only(n, m)
		if best >= 0 && s.seen[best] > 0 {
			return best, sure
		}
		if id, p := s.varied(n, m); id >= 0 {
			return id, p
		}
		if best >= 0 {
			return best, sure // named soon
		}
		return s.lead(n, m)
	case !several:
		return best, 0.9
	case n-latest.paragraph <= 1:
		return best, 0.7
	}
	return -1, 0
}

// joined gives mention k, together with the description that an "and" ties it
// to: "the former mayor and current party leader" is one person.
func (q *paragraph) joined(k int) mention {
	m := q.mentions[k]
	if m.definite || m.plural || m.first < 2 || q.tokens[m.first-1].lower != "and" {
		return m
	}
	for i := k - 1; i >= 0 && i > k-4; i-- {
		if x := &q.mentions[i]; x.end == m.first-1 && x.within < 0 && x.kind == nominalMention && x.definite && !x.plural && q.tokens[x.head].is.Is(english.Role) && q.tokens[x.first].lower == "the" {
			m.first, m.definite = x.first, true
		}
	}
	return m
}

// varied gives the person whom a description of m's kind is likely to call by
// other words than before, as news do to avoid the name: "Doe voted no. … the
// Brae senator said". It is the latest subject of the paragraphs next to n whom
// the article calls nothing that contradicts; -1 when there is none.
func (s *story) varied(n int, m *mention) (int, float64) {
	q := &s.c.page.paragraphs[n]
	if n == 0 || q.tokens[m.first].lower != "the" || !q.tells(m) || !q.leadsClause(m) && !q.speaking(m) {
		return -1, 0
	}
	best, sure := -1, 0.8
	for i := len(s.events) - 1; i >= 0 && n-s.events[i].paragraph <= 2; i-- {
		ev := &s.events[i]
		e := &s.c.entities[ev.entity]
		if !ev.subject || ev.quoted || ev.entity == best || e.nominal || e.person == 0 && len(e.words) < 2 || !e.human() || s.c.contradicts(e, q, m) {
			continue
		}
		if best >= 0 {
			return best, 0.65 // two who may be meant
		}
		if best = ev.entity; ev.paragraph < n-1 {
			sure = 0.65
		}
	}
	return best, sure
}

// tells reports whether m describes a person by an office or a trade and by
// something more, and not by whom the person serves: "the Brae senator", "the
// former mayor", but not "the FBI agent".
func (q *paragraph) tells(m *mention) bool {
	if !callings[office(q.tokens[m.head].lower)] {
		return false
	}
	for t := m.first + 1; t < m.head; t++ {
		if k := &q.tokens[t]; k.capital || k.is.Is(english.Status|english.Demonym) || describing(k) {
			return true
		}
	}
	return false
}

// callings are nouns for what a person is, whoever else there is: of two in an
// article each is told apart by the words before.
var callings = language.Words(`senator representative governor president mayor minister premier chancellor lawmaker legislator
	secretary speaker leader rival opponent
	nominee candidate contender hopeful frontrunner front-runner incumbent lady mother father grandmother grandfather veteran
	businessman businesswoman billionaire mogul developer actor actress singer star celebrity comedian`)

// trades are those among them by which nobody calls the holder of an office.
var trades = language.Words(`businessman businesswoman billionaire mogul developer actor actress singer star celebrity comedian`)

// contradicts reports whether the article gives e a role that m's description
// cannot be of: another office, or the same of another party or country, or
// nothing but roles of another sort ("an economist"); or a sex that it cannot
// be of.
func (c *cast) contradicts(e *entity, q *paragraph, m *mention) bool {
	head := office(q.tokens[m.head].lower)
	if is := q.tokens[m.head].is; is.Is(english.Female) && e.male > e.female || is.Is(english.Male) && e.female > e.male {
		return true
	}
	ours, called := q.modifiers(m.first, m.end), len(e.roles) == 0
	for i, r := range e.roles {
		called = called || callings[e.heads[i]]
		p := &c.page.paragraphs[r.paragraph]
		theirs := p.modifiers(r.first, r.end)
		if a, b := theirs.demonym(), ours.demonym(); a != "" && b != "" && !akin(a, b) {
			return true
		}
		if offices[e.heads[i]] && e.heads[i] != head && !theirs.former && !ours.former && (offices[head] || trades[head]) {
			return true
		}
	}
	return !called
}

// offices are those of which a person holds one at a time.
var offices = language.Words(`senator representative governor president mayor minister premier chancellor`)

// described gives the name of an entity that the article does not name: the
// words of m without the determiner. It is "" for "the mayor" and "his wife",
// who have a name that is not here.
func (q *paragraph) described(m *mention) string {
	from, first := m.first, &q.tokens[m.first]
	for from < m.head && q.tokens[from].is.Is(english.Determiner) && q.tokens[from+1].lower != "of" {
		from++
	}
	if q.tokens[from].is.Is(english.Possessive|english.Pronoun) && q.tokens[from+1].lower != "of" {
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
var authored = language.Words(`report poll survey study lawsuit complaint indictment affidavit filing ruling article newspaper magazine reports polls studies`)

// particular reports whether m holds a capital, as in "the Russian military".
func (m *mention) particular(q *paragraph) bool {
	for t := m.first + 1; t < m.end; t++ {
		if q.tokens[t].capital {
			return true
		}
	}
	return false
}

// ahead is how many paragraphs after a description the name may come that it
// stands for, as below a headline and in a lead.
const ahead = 3

// only gives the one entity with the head noun of m, a mention in paragraph n,
// as a role when no mention near by fits better: "the Vermont senator" for
// Sen. Doe. It is named before or soon.
func (s *story) only(n int, m *mention) (int, float64) {
	c := s.c
	q := &c.page.paragraphs[n]
	head := office(q.tokens[m.head].lower)
	best := -1
	for id := range c.entities[:min(len(c.entities), 10*reachMentions)] {
		if e := &c.entities[id]; e.first <= n+ahead && !e.body && !e.nominal && slices.Contains(e.heads, head) && !c.differs(e, q, m) {
			if best >= 0 {
				return -1, 0
			}
			best = id
		}
	}
	return best, 0.7
}

// lead gives the person whom a lead describes and the text then names without
// a word on who that is: "Norland’s premier said … Jane Doe spoke to …".
func (s *story) lead(n int, m *mention) (int, float64) {
	c := s.c
	at := &c.page.paragraphs[n]
	if n > ahead || m.possessive || m.within >= 0 || len(at.modifiers(m.first, m.head).of) == 0 {
		return -1, 0
	}
	for p := n; p <= n+ahead && p < len(c.page.paragraphs); p++ {
		q := &c.page.paragraphs[p]
		for k := range q.mentions {
			x := &q.mentions[k]
			id := c.of[p][k]
			if x.kind != nameMention || id < 0 || p == n && x.first <= m.first || !q.tokens[x.first].first {
				continue
			}
			if e := &c.entities[id]; e.first != p || e.named < 3 || e.person == 0 || len(e.words) < 2 || e.body || len(e.roles) > 0 || e.place > 0 || x.body || x.within >= 0 || x.apposed >= 0 || !q.leadsClause(x) {
				continue
			}
			if n > 0 {
				c.roleIn(&c.entities[id], n, m.first, m.end)
			}
			return id, 0.8
		}
	}
	return -1, 0
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
		if p.modifiers(r.first, r.end).agrees(q.modifiers(m.first, m.end)) {
			return false
		}
	}
	return true
}

// modifier is what distinguishes one office from another of the same name.
type modifier struct {
	of     []string // "Norland" in "Norland’s premier", "premier of Norland" and "Norlandic premier"
	deputy bool
	former bool
}

func (q *paragraph) modifiers(first, end int) (x modifier) {
	for i := first; i < end; i++ {
		t := &q.tokens[i]
		switch w := t.lower; {
		case w == "vice", w == "deputy", strings.HasPrefix(w, "vice-"):
			x.deputy = true
		case w == "former", w == "ex", strings.HasPrefix(w, "ex-"):
			x.former = true
		case t.is.Is(english.Demonym), t.capital && !t.first && !t.is.Is(english.Closed|english.Role|english.Title|english.Honorific), t.capital && q.possessiveAt(i+1):
			x.of = append(x.of, w)
		}
	}
	return x
}

// demonym gives the first country or party of x that is an adjective, or "".
func (x modifier) demonym() string {
	for _, w := range x.of {
		if english.Of(w).Is(english.Demonym) {
			return w
		}
	}
	return ""
}

// agrees reports whether two descriptions may be of the same office.
func (x modifier) agrees(y modifier) bool {
	if x.deputy != y.deputy {
		return false
	}
	for _, a := range x.of {
		for _, b := range y.of {
			if akin(a, b) {
				return true
			}
		}
	}
	return len(x.of) == 0 || len(y.of) == 0
}

// akin reports whether two words may be of one country: "russia" and
// "russian".
func akin(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 || n == len(a) || n == len(b)
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
			if t == m.head || k.is.Is(english.Closed) || k.kind != wordToken || !k.capital && !k.is.Is(english.Demonym|english.Status) && t < m.head {
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
var leaders = language.Words(`president premier chancellor minister chairman chairwoman king queen`)
