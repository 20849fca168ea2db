package voice

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
)

// figure is somebody, or a body, that the article speaks of.
type figure struct {
	given     string   // the first name in its basic form, in lower case, "" when unknown
	surnames  []string // what the last part of the name may be in its basic form; none for who has no name
	sex       language.Class
	person    bool
	body      bool // an organisation, a place, words with an author
	document  bool // words with an author
	named     bool
	vague     bool     // "the mayor", "his wife": somebody named may be meant
	several   bool     // "the makers"
	possessed bool     // "his wife"
	of        string   // what its role goes on with, the first time: "de Orval"
	whole     bool     // its description goes on: "the mayor of Oakhaven"
	new       bool     // brought in as "a man": never the same as another of whom that is said
	roles     []string // the heads of the roles, in lower case
	role      string   // the role as the article gives it, the first
	forms     []form   // how the article calls it
	seen      []seen   // every mention
	last      int      // the sentence of the article that mentions it last
	subject   int      // the last one whose subject it is, -1 when none is
	quoted    int      // the last one that it speaks in, -1 when none
}

// form is one way in which the article writes a name.
type form struct {
	text    string
	parts   int
	oblique bool // in another case than a subject's
	n       int
}

// seen is one mention of a figure.
type seen struct {
	paragraph int
	corpus.Span
	pronoun bool
}

// who gives the figure that the name of m means, a new one when it means none
// before, -1 when it may mean several.
func (p *page) who(q *paragraph, m *mention) int {
	parts := q.nameParts(m)
	if len(parts) == 0 || m.role[1] == m.role[0] && m.opening != 0 && m.is.Is(language.Plural) && !m.is.Is(language.Singular) && p.x.Postposed {
		return -1 // "les Calloway": a family
	}
	if len(parts) == 1 && p.x.Places[parts[0]] && m.role[1] == m.role[0] {
		return -1
	}
	sex := m.sex
	first, last := "", parts[len(parts)-1]
	father := len(parts) == 2 && p.patronymic(last)
	if len(parts) > 1 {
		first = parts[0]
		if p.patronymic(parts[len(parts)-1]) && len(parts) == 3 { // Surname, first name, patronymic
			first, last = parts[1], parts[0]
		}
	}
	best, second, at, before := -1, -1, -1, -1
	for _, i := range p.namesakes(parts) {
		f := p.figures[i]
		if !f.named || f.sex&sex == 0 && f.sex != 0 && sex != 0 || f.person && m.role[1] > m.role[0] && m.is.Is(language.Body) && !m.is.Is(language.Role) {
			continue
		}
		fit := -1
		switch {
		case father:
			if f.given != "" && slices.Contains(p.basic(first), f.given) {
				fit = 3
			}
		case first == "":
			switch {
			case slices.Contains(f.surnames, last):
				fit = 3
			case meets(f.surnames, p.basic(last)):
				fit = 2
			case f.given != "" && slices.Contains(p.basic(last), f.given):
				fit = 2
			}
		case meets(f.surnames, p.basic(last)):
			switch {
			case f.given == "" && len(f.surnames) > 0:
				fit = 2
			case slices.Contains(p.basic(first), f.given) || initial(first, f.given):
				fit = 4
			}
		}
		switch {
		case fit < 0:
		case fit > best:
			second, before = best, at
			best, at = fit, i
		case fit == best:
			// Several share it: the one whom the article spoke of last.
			if p.figures[at].last < f.last {
				second, before = best, at
				at = i
			} else {
				second, before = fit, i
			}
		}
	}
	if best >= 0 {
		if second == best && first == "" && p.global-p.figures[at].last > 4 && p.figures[before].last != p.figures[at].last {
			return -1
		}
		if f := p.figures[at]; f.given == "" && first != "" && !father {
			f.given = p.basicGiven(first)
			p.index(at)
			if f.sex == 0 {
				f.sex = sex
			}
			f.person = f.person || p.sexOf(first) != 0
		}
		return at
	}
	f := &figure{named: true, sex: sex, subject: -1, quoted: -1}
	for _, b := range p.basic(last) {
		if p.x.Sex == nil || sex == 0 || p.x.Sex(b) == 0 || p.x.Sex(b).Is(sex) {
			f.surnames = append(f.surnames, b)
		}
	}
	if first != "" {
		f.given = p.basicGiven(first)
	} else if s := p.sexOf(last); s != 0 && m.role[1] == m.role[0] {
		f.given = p.basicGiven(last)
	}
	f.person = p.sexOf(parts[0]) != 0 || q.tokens[m.name[0]].is.Is(language.Given) || m.role[1] > m.role[0] && m.is.Is(language.Role|language.Honorific) && !m.is.Is(language.Body)
	f.person = f.person || len(parts) == 2 && !q.shouted(m) && m.role[1] == m.role[0] && (p.x.CapitalNouns || p.x.Sex != nil && p.x.Sex(last) != 0)
	f.body = m.is.Is(language.Body|language.Document) && !f.person
	f.person = f.person || !f.body && p.acts(q, m, parts)
	f.document = f.body && !m.is.Is(language.Body)
	p.figures = append(p.figures, f)
	p.index(len(p.figures) - 1)
	return len(p.figures) - 1
}

// acts reports whether an unknown name of several parts stands as people do:
// without an article, as the subject before its verb or an apposition, and not
// in the form of a place or a club.
func (p *page) acts(q *paragraph, m *mention, parts []string) bool {
	ts := q.tokens
	if !p.x.Postposed || len(parts) < 2 || len(parts) > 4 || m.opening != 0 || m.role[1] > m.role[0] || !m.subject || q.shouted(m) || m.stop >= len(ts) || p.x.Places[parts[0]] {
		return false
	}
	for k := m.name[0]; k < m.name[1]; k++ {
		if ts[k].is&^(language.Given|language.Particle|language.Genders|language.Opening|language.Preposition) != 0 {
			return false
		}
	}
	n := &ts[m.stop]
	return n.kind == punct && n.lower == "," || n.is.Is(language.Finite|language.Auxiliary|language.Verb|language.Reflexive|language.Subordinate|language.Negation)
}

// index notes figure i under the parts of its name.
func (p *page) index(i int) {
	f := p.figures[i]
	for _, b := range append(slices.Clone(f.surnames), f.given) {
		if b != "" && !slices.Contains(p.byPart[b], i) && len(p.byPart[b]) < recently {
			p.byPart[b] = append(p.byPart[b], i)
		}
	}
}

// namesakes gives the figures that share a part with a name, in order.
func (p *page) namesakes(parts []string) []int {
	var out []int
	for _, w := range parts {
		for _, b := range append([]string{w}, p.basic(w)...) {
			for _, i := range p.byPart[b] {
				if !slices.Contains(out, i) {
					out = append(out, i)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}

// note adds mention m of q to figure f.
func (p *page) note(q *paragraph, m *mention, f int) {
	m.figure = f
	if f < 0 {
		return
	}
	g := p.figures[f]
	g.seen = append(g.seen, seen{q.n, q.span(m.first, m.stop), m.kind == pronoun})
	g.last = p.global + q.tokens[m.head].sentence
	if s := m.is & (language.Male | language.Female); g.sex == 0 && s != 0 && s != language.Male|language.Female && (m.kind != pronoun) && m.is.Is(language.Role|language.Honorific) {
		g.sex = s
	}
	if m.role[1] > m.role[0] && m.is.Is(language.Role|language.Body|language.Group|language.Document) {
		r := q.tokens[q.roleHead(m)].lower
		if !slices.Contains(g.roles, r) {
			g.roles = append(g.roles, r)
		}
		if of, _ := q.complementOf(m); of != "" && g.of == "" {
			g.of = of
		}
		if g.role == "" {
			g.role = q.text[q.tokens[m.role[0]].Start:q.tokens[m.role[1]-1].End]
		}
		if m.is.Is(language.Role) && m.kind == name && !(p.x.Postposed && m.is.Is(language.Body)) {
			g.person, g.body = true, false
		}
	}
	if m.kind == pronoun {
		return
	}
	from, to := m.name[0], m.name[1]
	if m.kind == noun {
		if g.named {
			return
		}
		from, to = m.first, m.stop
		if !m.opening.Is(language.Indefinite) || !m.subject {
			for from < m.role[0] && q.tokens[from].is.Is(language.Opening) {
				from++
			}
		}
		if to < len(q.tokens) && q.tokens[to].kind == said && m.is.Is(language.Body|language.Outlet) && !p.x.Postposed && (m.subject || to+1 >= len(q.tokens) || !q.tokens[to+1].is.Is(language.Reports)) {
			if s := &p.speeches[q.tokens[to].speech]; s.capital && s.words <= fewWords && s.ending == "" && len(s.parts) == 1 {
				to++ // "газета «Вечерняя почта»"
			}
		}
	}
	text := q.text[q.tokens[from].Start:q.tokens[to-1].End]
	n := 0
	for k := from; k < to; k++ {
		if q.tokens[k].kind == word && q.tokens[k].capital {
			n++
		}
	}
	oblique := !m.subject
	if m.kind == name && p.x.Nominatives != nil {
		switch parts := q.nameParts(m); {
		case len(parts) > 1 && p.x.Sex != nil:
			oblique = p.obliqueName(parts)
		case len(parts) > 0 && !p.x.CapitalNouns:
			oblique = oblique || len(p.basic(parts[len(parts)-1])) > 1 && g.sex == language.Male
		case len(parts) > 0:
			last := parts[len(parts)-1]
			oblique = false
			for _, b := range p.basic(last) {
				oblique = oblique || b != last && p.parts[b] != nil && slices.Contains(g.surnames, b)
			}
		}
	}
	for i := range g.forms {
		if g.forms[i].text == text {
			g.forms[i].n++
			g.forms[i].oblique = g.forms[i].oblique && oblique
			return
		}
	}
	g.forms = append(g.forms, form{text, n, oblique, 1})
}

// roleHead is the token of the role of m that says what it is.
func (q *paragraph) roleHead(m *mention) int {
	for k := m.role[0]; k < m.role[1]; k++ {
		if q.tokens[k].is.Is(language.Role | language.Body | language.Group | language.Document) {
			return k
		}
	}
	return m.role[0]
}

// called is the fullest form of f's name, in its basic form when the article has
// it.
func (f *figure) called() string {
	best := -1
	for i := range f.forms {
		if best < 0 {
			best = i
			continue
		}
		a, b := &f.forms[i], &f.forms[best]
		switch {
		case !f.named && strings.HasPrefix(a.text, b.text) && a.text[len(b.text)-1] != ' ' && strings.ContainsAny(a.text, "«»„“\""):
			best = i
		case f.named && a.parts != b.parts && max(a.parts, b.parts) <= 3:
			if a.parts > b.parts {
				best = i
			}
		case a.oblique != b.oblique:
			if b.oblique {
				best = i
			}
		}
	}
	if best < 0 {
		return ""
	}
	return f.forms[best].text
}

// called is the name by which f is shown: the fullest form; where that stands in
// another case, a shorter one in its basic form, when that names nobody else.
func (p *page) called(f *figure) string {
	full := f.called()
	if p.x.Sex == nil || !f.named {
		return full
	}
	basic := ""
	for i := range f.forms {
		x := &f.forms[i]
		if x.text == full && !x.oblique {
			return full
		}
		if sex := p.x.Sex(strings.ToLower(x.text)); sex != 0 && f.sex != 0 && sex&f.sex == 0 {
			continue // "Дроздова" of a man
		}
		if !x.oblique && (basic == "" || len(x.text) > len(basic)) {
			basic = x.text
		}
	}
	for _, b := range f.surnames {
		if len(p.byPart[b]) > 1 {
			return full
		}
	}
	if basic != "" {
		return basic
	}
	return full
}

// span is what ts[i:j] cover.
func (q *paragraph) span(i, j int) corpus.Span {
	return corpus.Span{Start: q.tokens[i].Start, End: q.tokens[j-1].End}
}
