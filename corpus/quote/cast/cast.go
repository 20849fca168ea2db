// Package cast tells who appears in an article: it gathers the names of a page
// into people, bodies and places, and says which of them each mention stands
// for, "he" and "the mayor" included, and how sure that is.
//
//	Of(page) -> names -> Resolve -> pronouns, descriptions -> Who, Speaker, Figures
//
//	example.go      decisions on pronouns, for the trainer
//	coref.go        whom pronouns stand for: the model
//	description.go  whom "the former mayor" stands for, and who stays unnamed
//	office.go       offices, and whether two descriptions are of one
//	discourse.go    what was told before a pronoun: the candidates
//	cast.go         entities, their titles and roles, the mentions by name
//	name.go         the forms of names, and which of them are one entity's
//	figure.go       what others ask of a cast
//	sex.go          what the text shows of the sex of an entity
package cast

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// entity is somebody or something that an article names.
type entity struct {
	words    []string // its fullest name in lower case, the suffix left out
	suffix   string
	name     string // its fullest name as printed
	forms    []*form
	body     bool    // an organisation, a place or a thing
	person   int     // signs that it is a person: titles, roles, speech
	place    int     // signs that it is a place
	male     float64 // signs of the sex, from titles, roles and pronouns
	female   float64
	named    int      // mentions by name
	first    int      // the paragraph of the first of them
	roles    []role   // what the article says it is
	heads    []string // head nouns of its roles: "secretary-general"
	country  bool     // the name is that of a place that is nobody's
	abstract bool     // the name is one word that ends like a noun for no person
	thing    bool     // called something that is no person
	group    bool     // several people
	nominal  bool     // known by no name: "a presidential adviser"
}

// role is what a title or an apposition calls an entity: tokens of a
// paragraph.
type role struct {
	paragraph  int
	first, end int
	head       int
}

// Cast is who appears in an article: entities, and which of them each mention
// stands for.
type Cast struct {
	page                        *syntax.Page
	entities                    []entity
	forms                       map[string]*form
	order                       []*form
	formAt                      [][]*form // for each paragraph's mentions, the form of the name or nil
	of                          [][]int   // for each paragraph's mentions, the entity or -1
	sure                        [][]float64
	surnames                    map[string]bool // last words of names of two and more words met so far
	byLast, byFirst, byInitials map[string][]int
}

// Of finds the entities of an article and resolves the mentions by name.
func Of(g *syntax.Page) *Cast {
	c := &Cast{page: g, forms: map[string]*form{}, surnames: map[string]bool{}, byLast: map[string][]int{}, byFirst: map[string][]int{}, byInitials: map[string][]int{}}
	c.formAt, c.of, c.sure = make([][]*form, len(g.Paragraphs)), make([][]int, len(g.Paragraphs)), make([][]float64, len(g.Paragraphs))
	all := 0
	for n := range g.Paragraphs {
		all += len(g.Paragraphs[n].Mentions)
	}
	forms, ids, sure := make([]*form, all), make([]int, all), make([]float64, all)
	for i := range ids {
		ids[i] = -1
	}
	for n := range g.Paragraphs {
		k := len(g.Paragraphs[n].Mentions)
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
func (c *Cast) titles(long bool) {
	for n := range c.page.Paragraphs {
		q := &c.page.Paragraphs[n]
		for k := range q.Mentions {
			f := c.formAt[n][k]
			if f == nil || f.entity < 0 || len(f.words) > 1 != long {
				continue
			}
			m := &q.Mentions[k]
			e := &c.entities[f.entity]
			male, female := sex(q, m)
			e.male += male
			e.female += female
			c.role(e, n, m)
			if speaking(q, m) {
				e.person++
			}
			e.thing = e.thing || m.Thing
			if m.Stop < len(q.Tokens) && (q.Tokens[m.Stop].Lower == "who" || q.Tokens[m.Stop].Lower == "," && m.Stop+1 < len(q.Tokens) && q.Tokens[m.Stop+1].Lower == "who") {
				e.person += 2
			}
		}
	}
}

// possessiveAt reports whether token t is a ’s.
func possessiveAt(q *syntax.Paragraph, t int) bool {
	return t < len(q.Tokens) && q.Tokens[t].Kind == syntax.Clitic && q.Tokens[t].Lower == "'s"
}

// role notes the role of m, a mention in paragraph n, for e.
func (c *Cast) role(e *entity, n int, m *syntax.Mention) {
	q := &c.page.Paragraphs[n]
	if m.Apposed >= 0 && m.Title[0] < m.Title[1] { // the union’s head, Ms. Doe,
		if a := &q.Mentions[m.Apposed]; a.Kind == syntax.Nominal {
			c.roleIn(e, n, a.First, a.Stop)
		}
	}
	if m.Role[0] < m.Role[1] {
		c.roleIn(e, n, m.Role[0], m.Role[1])
	}
}

// roleIn notes the role in tokens first to end of paragraph n for e.
func (c *Cast) roleIn(e *entity, n, first, end int) {
	q := &c.page.Paragraphs[n]
	head := -1
	for t := first; t < end; t++ {
		k := &q.Tokens[t]
		if k.Class.Is(english.Honorific) {
			e.person += 2
			first = t + 1
			continue
		}
		if k.Class.Is(english.Preposition) && head >= 0 || k.Lower == "," {
			break
		}
		if k.Class.Is(english.Role|english.Title|english.Body|english.Document) || t == end-1 {
			head = t
		}
	}
	if head < first {
		return
	}
	if q.Tokens[head].Class.Is(english.Role | english.Title) {
		e.person += 2
	}
	if len(e.roles) < 8 {
		e.roles = append(e.roles, role{n, first, end, head})
		e.heads = append(e.heads, office(q.Tokens[head].Lower))
	}
}

// speaking reports whether a verb of speech has m as its subject.
func speaking(q *syntax.Paragraph, m *syntax.Mention) bool {
	ts := q.Tokens
	if placed(q, m) || m.First > 0 && m.Within < 0 && behind(&ts[m.First-1]) && !inverted(q, m) {
		return false // a woman from Springfield, Ohio, said
	}
	passive := false
	for j := m.After; j < len(ts) && j < m.After+4; j++ {
		switch is := ts[j].Class; {
		case is.Is(english.Reporting):
			return (!passive || english.Addressed(ts[j].Lower)) && !strings.HasSuffix(ts[j].Lower, "ing")
		case ts[j].Lower == "was" || ts[j].Lower == "were" || ts[j].Lower == "been":
			passive = true // the scheme was praised
		case j == m.Stop && m.Kind == syntax.Nominal && (ts[j].Lower == "who" || ts[j].Lower == "that"):
			return relatedSpeaks(ts, j) || inverted(q, m)
		case !is.Is(english.Adverb | english.Auxiliary):
			return inverted(q, m)
		}
	}
	return inverted(q, m)
}

// relatedSpeaks reports whether a verb of saying follows the relative clause that
// begins at who: "a diver who found it said".
func relatedSpeaks(ts []syntax.Token, who int) bool {
	for j := who + 3; j < len(ts) && j < who+12; j++ {
		switch t := &ts[j]; {
		case t.Sentence != ts[who].Sentence || t.Kind == syntax.Mark || t.Lower == ",":
			return false
		case t.Class.Is(english.Saying) && t.Class.Is(english.Past) && !ts[j-1].Class.Is(english.Conjunction|english.Auxiliary):
			return true
		}
	}
	return false
}

// behind reports whether t is a preposition that makes what follows it no
// subject.
func behind(t *syntax.Token) bool {
	return t.Class.Is(english.Preposition) && !t.Class.Is(english.Conjunction)
}

// inverted reports whether m follows its verb: "…,” said Doe".
func inverted(q *syntax.Paragraph, m *syntax.Mention) bool {
	i := m.First - 1
	if i > 0 && q.Tokens[i].Lower == "to" && q.Tokens[i-1].Lower == "according" {
		return true
	}
	if i < 1 || !q.Tokens[i].Class.Is(english.Saying) || m.Quoted {
		return false
	}
	k := &q.Tokens[i-1]
	return k.Kind == syntax.Mark || k.Lower == ","
}

// leadsClause reports whether m is the subject of a clause.
func leadsClause(q *syntax.Paragraph, m *syntax.Mention) bool {
	if m.Within >= 0 || m.Possessive {
		return false
	}
	ts := q.Tokens
	if m.After < len(ts) {
		t := &ts[m.After]
		switch {
		case t.Class.Is(english.Auxiliary | english.Verb | english.Adverb):
			return m.First == 0 || !ts[m.First-1].Class.Is(english.Preposition) || ts[m.First-1].Class.Is(english.Conjunction)
		case t.Kind == syntax.Word && !t.Capital && (strings.HasSuffix(t.Lower, "ed") || strings.HasSuffix(t.Lower, "s")) && !t.Class.Is(english.Closed):
			return m.First == 0 || !ts[m.First-1].Class.Is(english.Preposition)
		}
	}
	return inverted(q, m)
}

// names resolves the mentions by name, in text order.
func (c *Cast) names() {
	last := make([]int, len(c.entities)) // 1 + the paragraph of an entity's last mention
	for n := range c.page.Paragraphs {
		q := &c.page.Paragraphs[n]
		for k := range q.Mentions {
			f := c.formAt[n][k]
			if f == nil {
				continue
			}
			id := f.entity
			if id < 0 {
				id = c.nearest(f, n, &q.Mentions[k], last)
				if male, female := sex(q, &q.Mentions[k]); male != female {
					c.entities[id].learn(female > male)
				}
			}
			if last[id] == 0 {
				c.entities[id].first = n
			}
			if f.entity < 0 {
				c.role(&c.entities[id], n, &q.Mentions[k])
			}
			last[id] = n + 1
			c.of[n][k], c.sure[n][k] = id, 1
		}
	}
}

// nearest picks, for a name that several entities bear, the one that fits its
// title and was mentioned last and most.
func (c *Cast) nearest(f *form, n int, m *syntax.Mention, last []int) int {
	q := &c.page.Paragraphs[n]
	male, female := sex(q, m)
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
