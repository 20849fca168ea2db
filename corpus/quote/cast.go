package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// entity is somebody or something that an article names.
type entity struct {
	words   []string // its fullest name in lower case, the suffix left out
	suffix  string
	name    string // its fullest name as printed
	forms   []*form
	body    bool    // an organisation, a place or a thing
	person  int     // signs that it is a person: titles, roles, speech
	place   int     // signs that it is a place
	male    float64 // signs of the sex, from titles, roles and pronouns
	female  float64
	named   int      // mentions by name
	first   int      // the paragraph of the first of them
	roles   []role   // what the article says it is
	heads   []string // head nouns of its roles: "secretary-general"
	group   bool     // several people
	nominal bool     // known by no name: "a presidential adviser"
}

// role is what a title or an apposition calls an entity: tokens of a
// paragraph.
type role struct {
	paragraph  int
	first, end int
	head       int
}

// cast is who appears in an article: entities, and which of them each mention
// stands for.
type cast struct {
	page                        *page
	entities                    []entity
	forms                       map[string]*form
	order                       []*form
	formAt                      [][]*form // for each paragraph's mentions, the form of the name or nil
	of                          [][]int   // for each paragraph's mentions, the entity or -1
	sure                        [][]float64
	surnames                    map[string]bool // last words of names of two and more words met so far
	byLast, byFirst, byInitials map[string][]int
}

// castOf finds the entities of an article and resolves the mentions by name.
func castOf(g *page) *cast {
	c := &cast{page: g, forms: map[string]*form{}, surnames: map[string]bool{}, byLast: map[string][]int{}, byFirst: map[string][]int{}, byInitials: map[string][]int{}}
	c.formAt, c.of, c.sure = make([][]*form, len(g.paragraphs)), make([][]int, len(g.paragraphs)), make([][]float64, len(g.paragraphs))
	all := 0
	for n := range g.paragraphs {
		all += len(g.paragraphs[n].mentions)
	}
	forms, ids, sure := make([]*form, all), make([]int, all), make([]float64, all)
	for i := range ids {
		ids[i] = -1
	}
	for n := range g.paragraphs {
		k := len(g.paragraphs[n].mentions)
		c.formAt[n], c.of[n], c.sure[n] = forms[:k:k], ids[:k:k], sure[:k:k]
		forms, ids, sure = forms[k:], ids[k:], sure[k:]
	}
	c.collect()
	c.enrol()
	c.titles(true)
	c.enrolShort()
	c.titles(false)
	c.names()
	return c
}

// adopt notes that f is a form of e.
func (e *entity) adopt(f *form) {
	e.forms = append(e.forms, f)
	e.named += f.count
	if f.male {
		e.male += 3
	}
	if f.female {
		e.female += 3
	}
	if len(f.words) == 1 && len(e.words) > 1 && f.words[0] == e.words[len(e.words)-1] {
		e.person += 2 // called by the surname
	}
	e.place += f.placed
}

// titles gathers what titles and appositions say of the entities whose names
// are not ambiguous, from their long forms or from their short ones.
func (c *cast) titles(long bool) {
	for n := range c.page.paragraphs {
		q := &c.page.paragraphs[n]
		for k := range q.mentions {
			f := c.formAt[n][k]
			if f == nil || f.entity < 0 || len(f.words) > 1 != long {
				continue
			}
			m := &q.mentions[k]
			e := &c.entities[f.entity]
			male, female := q.sex(m)
			e.male += male
			e.female += female
			c.role(e, n, m)
			if q.speaking(m) {
				e.person++
			}
			if m.end < len(q.tokens) && (q.tokens[m.end].lower == "who" || q.tokens[m.end].lower == "," && m.end+1 < len(q.tokens) && q.tokens[m.end+1].lower == "who") {
				e.person += 2
			}
		}
	}
}

// possessiveAt reports whether token t is a ’s.
func (q *paragraph) possessiveAt(t int) bool {
	return t < len(q.tokens) && q.tokens[t].kind == clitic && q.tokens[t].lower == "'s"
}

// role notes the role of m, a mention in paragraph n, for e.
func (c *cast) role(e *entity, n int, m *mention) {
	q := &c.page.paragraphs[n]
	if m.apposed >= 0 && m.title[0] < m.title[1] { // the union’s head, Ms. Doe,
		if a := &q.mentions[m.apposed]; a.kind == nominalMention {
			c.roleIn(e, n, a.first, a.end)
		}
	}
	if m.role[0] < m.role[1] {
		c.roleIn(e, n, m.role[0], m.role[1])
	}
}

// roleIn notes the role in tokens first to end of paragraph n for e.
func (c *cast) roleIn(e *entity, n, first, end int) {
	q := &c.page.paragraphs[n]
	head := -1
	for t := first; t < end; t++ {
		k := &q.tokens[t]
		if k.is.Is(english.Honorific) {
			e.person += 2
			first = t + 1
			continue
		}
		if k.is.Is(english.Preposition) && head >= 0 || k.lower == "," {
			break
		}
		if k.is.Is(english.Role|english.Title|english.Body|english.Document) || t == end-1 {
			head = t
		}
	}
	if head < first {
		return
	}
	if q.tokens[head].is.Is(english.Role | english.Title) {
		e.person += 2
	}
	if len(e.roles) < 8 {
		e.roles = append(e.roles, role{n, first, end, head})
		e.heads = append(e.heads, office(q.tokens[head].lower))
	}
}

// speaking reports whether a verb of speech has m as its subject.
func (q *paragraph) speaking(m *mention) bool {
	ts := q.tokens
	if q.placed(m) || m.first > 0 && m.within < 0 && behind(&ts[m.first-1]) && !q.inverted(m) {
		return false // a woman from Springfield, Ohio, said
	}
	for j := m.next; j < len(ts) && j < m.next+4; j++ {
		switch is := ts[j].is; {
		case is.Is(english.Reporting):
			return !strings.HasSuffix(ts[j].lower, "ing")
		case !is.Is(english.Adverb | english.Auxiliary):
			return q.inverted(m)
		}
	}
	return q.inverted(m)
}

// behind reports whether t is a preposition that makes what follows it no
// subject.
func behind(t *token) bool {
	return t.is.Is(english.Preposition) && !t.is.Is(english.Conjunction)
}

// inverted reports whether m follows its verb: "…,” said Doe".
func (q *paragraph) inverted(m *mention) bool {
	i := m.first - 1
	if i > 0 && q.tokens[i].lower == "to" && q.tokens[i-1].lower == "according" {
		return true
	}
	if i < 1 || !q.tokens[i].is.Is(english.Saying) || m.quoted {
		return false
	}
	k := &q.tokens[i-1]
	return k.kind == markToken || k.lower == ","
}

// leadsClause reports whether m is the subject of a clause.
func (q *paragraph) leadsClause(m *mention) bool {
	if m.within >= 0 || m.possessive {
		return false
	}
	ts := q.tokens
	if m.next < len(ts) {
		t := &ts[m.next]
		switch {
		case t.is.Is(english.Auxiliary | english.Verb | english.Adverb):
			return m.first == 0 || !ts[m.first-1].is.Is(english.Preposition) || ts[m.first-1].is.Is(english.Conjunction)
		case t.kind == wordToken && !t.capital && (strings.HasSuffix(t.lower, "ed") || strings.HasSuffix(t.lower, "s")) && !t.is.Is(english.Closed):
			return m.first == 0 || !ts[m.first-1].is.Is(english.Preposition)
		}
	}
	return q.inverted(m)
}

// names resolves the mentions by name, in text order.
func (c *cast) names() {
	last := make([]int, len(c.entities)) // 1 + the paragraph of an entity's last mention
	for n := range c.page.paragraphs {
		q := &c.page.paragraphs[n]
		for k := range q.mentions {
			f := c.formAt[n][k]
			if f == nil {
				continue
			}
			id := f.entity
			if id < 0 {
				id = c.nearest(f, n, &q.mentions[k], last)
				if male, female := q.sex(&q.mentions[k]); male != female {
					c.entities[id].learn(female > male)
				}
			}
			if last[id] == 0 {
				c.entities[id].first = n
			}
			if f.entity < 0 {
				c.role(&c.entities[id], n, &q.mentions[k])
			}
			last[id] = n + 1
			c.of[n][k], c.sure[n][k] = id, 1
		}
	}
}

// nearest picks, for a name that several entities bear, the one that fits its
// title and was mentioned last and most.
func (c *cast) nearest(f *form, n int, m *mention, last []int) int {
	q := &c.page.paragraphs[n]
	male, female := q.sex(m)
	best, top := -1, -1e9
	for _, id := range c.short(f) {
		e := &c.entities[id]
		s := 0.0
		for _, g := range e.forms {
			s += min(float64(g.count), 6) / 3
		}
		switch {
		case last[id] == n+1:
			s += 3
		case last[id] > 0:
			s += 2 / float64(n+1-last[id]+1)
		default:
			s -= 4 // not met yet
		}
		if male > female && e.female > e.male || female > male && e.male > e.female {
			s -= 10
		} else if male != female && e.male != e.female {
			s += 4
		}
		if e.suffix != "" {
			s -= 2
		}
		if s > top {
			best, top = id, s
		}
	}
	return best
}
