package cast

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// described gives the entity that the nominal mention k of paragraph n stands
// for, and how sure that is: the name in apposition to it, or the person whose
// role it repeats.
func (s *discourse) described(n, k int) (int, float64) {
	q := &s.c.page.Paragraphs[n]
	m := &q.Mentions[k]
	if m.Apposed >= 0 && q.Mentions[m.Apposed].Kind == syntax.Name {
		return s.c.of[n][m.Apposed], 1
	}
	if id := s.c.author(n, k); id >= 0 {
		return id, 0.9
	}
	x := joined(q, k)
	m = &x
	if !m.Definite && n > 0 || m.Plural || q.Tokens[m.First].Class.Is(english.Possessive) || !q.Tokens[m.Head].Class.Is(english.Role|english.Title) {
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

// author gives who wrote the document that mention k of paragraph n is, when that
// is told before what it says: "a report by Norda says"; else -1.
func (c *Cast) author(n, k int) int {
	q := &c.page.Paragraphs[n]
	m := &q.Mentions[k]
	if m.Possessive || m.Within >= 0 || !q.Tokens[m.Head].Class.Is(english.Document) || m.Stop+1 >= len(q.Tokens) || q.Tokens[m.Stop].Lower != "by" {
		return -1
	}
	for i := k + 1; i < len(q.Mentions) && q.Mentions[i].First <= m.Stop+1; i++ {
		x := &q.Mentions[i]
		if x.First == m.Stop+1 && x.Kind == syntax.Name && x.After < len(q.Tokens) && q.Tokens[x.After].Class.Is(english.Reporting) {
			return c.of[n][i]
		}
	}
	return -1
}

// joined gives mention k, together with the description that an "and" ties it
// to: "the former mayor and current party leader" is one person.
func joined(q *syntax.Paragraph, k int) syntax.Mention {
	m := q.Mentions[k]
	if m.Definite || m.Plural || m.First < 2 || q.Tokens[m.First-1].Lower != "and" {
		return m
	}
	for i := k - 1; i >= 0 && i > k-4; i-- {
		if x := &q.Mentions[i]; x.Stop == m.First-1 && x.Within < 0 && x.Kind == syntax.Nominal && x.Definite && !x.Plural && q.Tokens[x.Head].Class.Is(english.Role) && q.Tokens[x.First].Lower == "the" {
			m.First, m.Definite = x.First, true
		}
	}
	return m
}

// varied gives the person whom a description of m's kind is likely to call by
// other words than before, as news do to avoid the name: "Doe voted no. … the
// Brae senator said". It is the latest subject of the paragraphs next to n whom
// the article calls nothing that contradicts; -1 when there is none.
func (s *discourse) varied(n int, m *syntax.Mention) (int, float64) {
	q := &s.c.page.Paragraphs[n]
	if n == 0 || q.Tokens[m.First].Lower != "the" || !tells(q, m) || !leadsClause(q, m) && !speaking(q, m) {
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
func tells(q *syntax.Paragraph, m *syntax.Mention) bool {
	if !callings[office(q.Tokens[m.Head].Lower)] {
		return false
	}
	for t := m.First + 1; t < m.Head; t++ {
		if k := &q.Tokens[t]; k.Capital || k.Class.Is(english.Status|english.Demonym) || syntax.Describing(k) {
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

// described gives the name of an entity that the article does not name: the
// words of m without the determiner. It is "" for "the mayor" and "his wife",
// who have a name that is not here.
func described(q *syntax.Paragraph, m *syntax.Mention) string {
	from, first := m.First, &q.Tokens[m.First]
	for from < m.Head && q.Tokens[from].Class.Is(english.Determiner) && q.Tokens[from+1].Lower != "of" {
		from++
	}
	if q.Tokens[from].Class.Is(english.Possessive|english.Pronoun) && q.Tokens[from+1].Lower != "of" {
		return ""
	}
	switch {
	case m.Plural && from == m.First && m.Stop == m.First+1 && english.Of(strings.TrimSuffix(first.Lower, "s")).Is(english.Document):
		return "" // polls: of whom, nobody knows
	case !m.Plural:
		switch {
		case first.Lower == "a", first.Lower == "an", first.Lower == "one", first.Lower == "another":
		case m.Body && particular(m, q), !m.Body && from == m.First && m.Stop > m.Head+1:
		default:
			return ""
		}
	}
	return q.Text[q.Tokens[from].Start:m.End]
}

// unnamed gives an entity to the source k of paragraph n that has no name: "a
// presidential adviser", "officials". One that "the adviser" takes up is the
// same entity.
func (s *discourse) unnamed(n, k int) (int, float64) {
	c := s.c
	q := &c.page.Paragraphs[n]
	m := &q.Mentions[k]
	head := &q.Tokens[m.Head]
	if m.Within >= 0 || m.Possessive || !head.Class.Is(english.Role|english.Group|english.Body) && !authored[head.Lower] || !speaking(q, m) {
		return -1, 0
	}
	for i := len(s.events) - 1; m.Definite && i >= 0 && i >= len(s.events)-reachMentions; i-- {
		if e := &c.entities[s.events[i].entity]; e.nominal && e.heads[0] == head.Lower {
			return s.events[i].entity, 0.8
		}
	}
	e := entity{nominal: true, body: m.Body || m.Plural, group: m.Plural, named: 1, heads: []string{head.Lower}, words: []string{head.Lower}}
	if !e.body {
		e.person = 2
	}
	if head.Class.Is(english.Male) {
		e.male = 3
	}
	if head.Class.Is(english.Female) {
		e.female = 3
	}
	e.name = described(q, m)
	c.entities = append(c.entities, e)
	s.seen = append(s.seen, 0)
	return len(c.entities) - 1, 0.9
}

// authored are documents that are quoted like a body that speaks.
var authored = language.Words(`report poll survey study lawsuit complaint indictment affidavit filing ruling article newspaper magazine reports polls studies`)

// particular reports whether m holds a capital, as in "the Russian military".
func particular(m *syntax.Mention, q *syntax.Paragraph) bool {
	for t := m.First + 1; t < m.Stop; t++ {
		if q.Tokens[t].Capital {
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
func (s *discourse) only(n int, m *syntax.Mention) (int, float64) {
	c := s.c
	q := &c.page.Paragraphs[n]
	head := office(q.Tokens[m.Head].Lower)
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
func (s *discourse) lead(n int, m *syntax.Mention) (int, float64) {
	c := s.c
	at := &c.page.Paragraphs[n]
	if n > ahead || m.Possessive || m.Within >= 0 || len(modifiers(at, m.First, m.Head).of) == 0 {
		return -1, 0
	}
	for p := n; p <= n+ahead && p < len(c.page.Paragraphs); p++ {
		q := &c.page.Paragraphs[p]
		for k := range q.Mentions {
			x := &q.Mentions[k]
			id := c.of[p][k]
			if x.Kind != syntax.Name || id < 0 || p == n && x.First <= m.First || !q.Tokens[x.First].First {
				continue
			}
			if e := &c.entities[id]; e.first != p || e.named < 3 || e.person == 0 || len(e.words) < 2 || e.body || len(e.roles) > 0 || e.place > 0 || x.Body || x.Within >= 0 || x.Apposed >= 0 || !leadsClause(q, x) {
				continue
			}
			if n > 0 {
				c.roleIn(&c.entities[id], n, m.First, m.Stop)
			}
			return id, 0.8
		}
	}
	return -1, 0
}
