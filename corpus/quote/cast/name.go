package cast

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// form is one way in which an article writes a name, without titles: "Jane
// Doe", "Doe", "NORDA".
type form struct {
	words        []string // in lower case, the suffix left out
	suffix       string   // "jr."
	text         string   // as printed first
	count        int
	body         int    // how many of its mentions look like a body's name
	placed       int    // how many stand behind a preposition of place
	several      int    // how many look like the name of several people: "Texans were"
	title        bool   // met in headlines only
	kin          bool   // somebody's relative: "his father, Erik Oak"
	female, male bool   // a single word that is always behind Mrs. or Mr.
	call         string // with Mr. or Mrs. before it
	entity       int    // the only entity it can name, -1 when the place decides
}

// Bounds on the search for the entity of a form, so that an article made of
// names takes linear time.
const (
	sameWord = 24 // entities with one word in common that are compared
	nameSize = 8  // words of a name that are compared
)

// formOf gives the key, the words and the suffix of the name of m.
func formOf(q *syntax.Paragraph, m *syntax.Mention) (key string, words []string, suffix string) {
	nick := false // inside a nickname
	for t := m.Name[0]; t < m.Name[1]; t++ {
		switch k := &q.Tokens[t]; {
		case k.Kind == syntax.Mark, k.Lower == "(", k.Lower == ")":
			nick = !nick
		case nick:
		case k.Kind != syntax.Word && k.Kind != syntax.Number:
		case t > m.Name[0] && k.Class.Is(english.Suffix):
			suffix = strings.TrimSuffix(k.Lower, ".")
		default:
			words = append(words, k.Lower)
		}
	}
	if len(words) > nameSize {
		words = words[:nameSize]
	}
	return strings.Join(words, " ") + "/" + suffix, words, suffix
}

// collect gathers the forms of names in order of first mention, the title's
// last, as headlines shorten names.
func (c *Cast) collect() {
	n := len(c.page.Paragraphs)
	for i := range n {
		p := (i + 1) % n
		q := &c.page.Paragraphs[p]
		title := p == 0 || q.Headline
		for k := range q.Mentions {
			m := &q.Mentions[k]
			if m.Name[0] == m.Name[1] {
				continue
			}
			key, words, suffix := formOf(q, m)
			male, female := false, false
			if len(words) == 1 {
				if x, y := sex(q, m); x != y && m.Title[0] < m.Title[1] && q.Tokens[m.Name[0]-1].Class.Is(english.Honorific) {
					male, female = x > y, y > x
					key += q.Tokens[m.Name[0]-1].Lower[:2] + strconv.FormatBool(male)
				}
			}
			if len(words) == 0 || utf8.RuneCountInString(words[0]) < 2 && len(words) == 1 || len(words) == 1 && !c.nameable(q, m) {
				continue
			}
			c.surnames[words[len(words)-1]] = c.surnames[words[len(words)-1]] || len(words) > 1
			f, ok := c.forms[key]
			if !ok {
				f = &form{words: words, suffix: suffix, entity: -1, title: title, text: q.Text[q.Tokens[m.Name[0]].Start:q.Tokens[m.Name[1]-1].End], male: male, female: female}
				if male || female {
					f.call = q.Text[q.Tokens[m.Name[0]-1].Start:q.Tokens[m.Name[1]-1].End]
				}
				c.forms[key] = f
				c.order = append(c.order, f)
			}
			f.title = f.title && title
			f.count++
			if m.Body {
				f.body++
			}
			if placed(q, m) {
				f.placed++
			}
			if m.Plural || governsPlural(q, m) {
				f.several++
			}
			f.kin = f.kin || related(q, m)
			c.formAt[p][k] = f
		}
	}
}

// nameable reports whether m, a single word without a title, can be a name:
// not the adjective of a country, and a title or a role ("Cook") only when
// somebody in the article has it as a surname.
func (c *Cast) nameable(q *syntax.Paragraph, m *syntax.Mention) bool {
	t := &q.Tokens[m.Name[0]]
	switch {
	case m.Title[0] < m.Title[1]:
		return true
	case t.Class.Is(english.Demonym | english.Honorific):
		return false
	case t.Class.Is(english.Title|english.Role|english.Group) && !t.Class.Is(english.Body):
		return c.surnames[t.Lower]
	}
	return true
}

// governsPlural reports whether a verb that follows m shows that m means
// several people: "Fishermen were", "Texans say". One in a list shows nothing
// ("Ann and Jane were"), nor does a question ("did Jane say").
func governsPlural(q *syntax.Paragraph, m *syntax.Mention) bool {
	if m.After >= len(q.Tokens) {
		return false
	}
	if m.First > 0 {
		switch t := &q.Tokens[m.First-1]; {
		case t.Lower == ",", t.Lower == "or", t.Lower == "if", t.Lower == "that", t.Class.Is(english.Auxiliary | english.Preposition | english.Verb), t.Lower == "and":
			return false
		}
	}
	switch q.Tokens[m.After].Lower {
	case "were", "are", "have", "do", "weren't", "aren't", "haven't", "don't", "say", "think", "believe", "want", "know":
		return true
	}
	return false
}

// placed reports whether m stands behind a preposition of place: "in Rome".
func placed(q *syntax.Paragraph, m *syntax.Mention) bool {
	if m.First == 0 || m.Title[0] < m.Title[1] || m.Possessive {
		return false
	}
	switch q.Tokens[m.First-1].Lower {
	case ",": // Springfield, Ohio,
		return m.First > 1 && q.Tokens[m.First-2].Capital && m.Stop < len(q.Tokens) && (q.Tokens[m.Stop].Lower == "," || q.Tokens[m.Stop].Lower == ".") && m.Name[1]-m.Name[0] <= 2
	case "in", "near", "off", "across", "outside", "throughout":
		return true
	case "from": // a guide from Brae
		return m.Within >= 0 && m.Name[1]-m.Name[0] == 1 && q.Mentions[m.Within].Kind == syntax.Nominal && q.Tokens[q.Mentions[m.Within].Head].Class.Is(english.Role|english.Group)
	}
	return false
}

// enrol makes an entity of every form of two and more words, the longest
// first.
func (c *Cast) enrol() {
	fs := slices.Clone(c.order)
	slices.SortStableFunc(fs, func(a, b *form) int {
		switch {
		case a.title != b.title:
			if a.title {
				return 1
			}
			return -1
		case len(a.words) != len(b.words):
			return len(b.words) - len(a.words)
		}
		return b.count - a.count
	})
	for _, f := range fs {
		if len(f.words) == 1 {
			continue
		}
		f.entity = c.same(f)
		if f.entity < 0 {
			f.entity = c.enter(f)
		}
		c.entities[f.entity].adopt(f)
	}
}

// enrolShort gives the forms of one word to the entities that they are short
// for, and makes entities of the rest. Forms with Mr. or Mrs. come first: one
// that does not fit the sex of a surname's bearer is somebody else.
func (c *Cast) enrolShort() {
	for _, sexed := range []bool{true, false} {
		for _, f := range c.order {
			if len(f.words) > 1 || (f.male || f.female) != sexed {
				continue
			}
			ids := c.short(f)
			all := len(ids)
			if sexed {
				ids = slices.DeleteFunc(ids, func(id int) bool {
					e := &c.entities[id]
					return f.male && e.female > e.male || f.female && e.male > e.female
				})
			}
			switch len(ids) {
			case 0:
				f.entity = c.enter(f)
				if e := &c.entities[f.entity]; all > 0 {
					e.name = plain(f.call)
				}
				c.entities[f.entity].adopt(f)
			case 1:
				f.entity = ids[0]
				c.entities[f.entity].adopt(f)
			}
		}
	}
}

// enter makes a new entity of f.
func (c *Cast) enter(f *form) int {
	id := len(c.entities)
	group := f.several*2 > f.count
	c.entities = append(c.entities, entity{words: f.words, suffix: f.suffix, name: plain(f.text), body: f.body*2 > f.count || group, group: group})
	e := &c.entities[id]
	e.country = english.Place(strings.Join(f.words, " "))
	e.abstract = len(f.words) == 1 && english.Abstract(f.words[0]) && english.Given(f.words[0]) == 0
	e.given()
	last, first := f.words[len(f.words)-1], f.words[0]
	c.byLast[last] = append(c.byLast[last], id)
	if len(f.words) > 1 {
		c.byFirst[first] = append(c.byFirst[first], id)
		if a := initials(f.words); len(a) > 1 {
			c.byInitials[a] = append(c.byInitials[a], id)
		}
	}
	return id
}

// plain spells apostrophes as people type them when they ask for a name.
func plain(name string) string { return strings.ReplaceAll(name, "’", "'") }

// initials is the acronym that the words of a name make.
func initials(words []string) string {
	var a strings.Builder
	for _, w := range words {
		if english.Of(w).Is(english.Preposition|english.Determiner|english.Conjunction) || w == "&" {
			continue
		}
		_, n := utf8.DecodeRuneInString(w)
		a.WriteString(w[:n])
	}
	return a.String()
}

// same gives the entity that has the form f of two or more words, or -1.
func (c *Cast) same(f *form) int {
	ids := c.byLast[f.words[len(f.words)-1]]
	for _, id := range ids[:min(len(ids), sameWord)] {
		e := &c.entities[id]
		if e.suffix != f.suffix || len(e.words) == 1 {
			continue
		}
		if slices.Equal(e.words, f.words) {
			return id
		}
		if e.body || f.body*2 > f.count {
			continue
		}
		if compatible(e.words, f.words, f.kin || e.kin()) {
			return id
		}
	}
	return -1
}

// kin reports whether e is called somebody's relative.
func (e *entity) kin() bool {
	return slices.ContainsFunc(e.forms, func(f *form) bool { return f.kin })
}

// related reports whether m is called somebody's relative: relatives share parts
// of their names.
func related(q *syntax.Paragraph, m *syntax.Mention) bool {
	of := func(first, end int) bool {
		owned := false
		for t := first; t < end; t++ {
			k := &q.Tokens[t]
			owned = owned || k.Class.Is(english.Possessive) || possessiveAt(q, t)
			if owned && relatives[k.Lower] {
				return true
			}
		}
		return false
	}
	if m.Apposed >= 0 {
		if a := &q.Mentions[m.Apposed]; of(a.First, a.Stop) {
			return true
		}
	}
	return of(m.Title[0], m.Title[1])
}

var relatives = language.Words(`father mother son daughter brother sister uncle aunt cousin nephew niece grandfather grandmother grandson
	granddaughter stepfather stepmother stepson stepdaughter stepbrother stepsister wife husband widow widower twin parent child
	half-brother half-sister brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law dad mum mom`)

// compatible reports whether two names with the same last word may be one
// person's: "Jane B. Doe" and "J. Doe", "Mary Jane Doe" and "Jane Doe", but the
// latter not when one is called somebody's relative (kin).
func compatible(a, b []string, kin bool) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	x, y := strings.TrimSuffix(a[0], "."), strings.TrimSuffix(b[0], ".")
	if len(x) < len(y) {
		x, y = y, x
	}
	if g, h := english.Given(x), english.Given(y); g != 0 && h != 0 && g&h == 0 {
		return false // Anna Rolf Oak is not Rolf Oak
	}
	if strings.HasPrefix(x, y) && (len(y) >= 3 || utf8.RuneCountInString(y) == 1) {
		return true
	}
	return !kin && len(a) > len(b) && slices.Contains(a[1:len(a)-1], b[0])
}

// short gives the entities that the single word of f may stand for: a
// surname, a first name, an acronym, the last word of a newspaper's name.
func (c *Cast) short(f *form) []int {
	w := f.words[0]
	var ids []int // a new slice: callers change it
	for _, id := range c.byLast[w] {
		if len(ids) == sameWord {
			break
		}
		if e := &c.entities[id]; !e.body || !commonBody[w] {
			ids = append(ids, id)
		}
	}
	if len(ids) > 0 {
		return ids
	}
	if first := c.byFirst[w]; f.suffix == "" {
		for _, id := range first[:min(len(first), sameWord)] {
			if !c.entities[id].body {
				ids = append(ids, id)
			}
		}
	}
	if len(ids) == 0 {
		a := strings.ReplaceAll(w, ".", "")
		if f.body > 0 && len(c.byInitials[a]) == 1 && c.entities[c.byInitials[a][0]].body {
			return slices.Clone(c.byInitials[a])
		}
	}
	return ids
}

// commonBody are last words of bodies' names that do not stand for them: the
// House is not the White House.
var commonBody = language.Words(`house senate congress state party court city county department committee council bank group union
	university college commission company institute center centre association society street road park hall`)
