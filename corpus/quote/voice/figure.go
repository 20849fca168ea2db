package voice

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// figure is somebody, or a body, that the article speaks of.
type figure struct {
	given     string   // the first name in its basic form, in lower case, "" when unknown
	surnames  []string // what the last part of the name may be in its basic form; none for who has no name
	sex       language.Class
	person    bool
	body      bool // an organisation, a place, words with an author
	named     bool
	vague     bool     // "the mayor", "his wife": somebody named may be meant
	possessed bool     // "his wife"
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

// given tells whether t is a first name, in any of its cases.
func (p *page) given(t *token) bool { return t.capital && p.sexOf(t.lower) != 0 }

// sexOf gives whose first name a word in lower case is, 0 for no first name.
func (p *page) sexOf(lower string) language.Class {
	for _, b := range p.basic(lower) {
		if s := p.exactSex(b); s != 0 {
			return s
		}
	}
	return 0
}

// exactSex does so for a word in its basic form.
func (p *page) exactSex(lower string) language.Class {
	if c := p.x.Words[lower]; c.Is(language.Given) {
		if c &= language.Male | language.Female; c != 0 {
			return c
		}
		return language.Male | language.Female
	}
	if k := strings.IndexByte(lower, '-'); k > 0 {
		lower = lower[:k] // Karl-Heinz
	}
	c := english.Given(plain(lower))
	s := language.Class(0)
	if c.Is(english.Male) {
		s |= language.Male
	}
	if c.Is(english.Female) {
		s |= language.Female
	}
	return s
}

// plain takes the marks from the letters of a name in lower case.
func plain(lower string) string {
	for i := range len(lower) {
		if lower[i] >= utf8.RuneSelf {
			return unmarked.Replace(lower)
		}
	}
	return lower
}

var unmarked = strings.NewReplacer("á", "a", "à", "a", "â", "a", "ä", "a", "ã", "a", "å", "a", "é", "e", "è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i",
	"ó", "o", "ò", "o", "ô", "o", "ö", "o", "õ", "o", "ø", "o", "ú", "u", "ù", "u", "û", "u", "ü", "u", "ç", "c", "ñ", "n", "ß", "ss", "ý", "y", "č", "c", "ć", "c", "š", "s", "ž", "z")

// basic gives the basic forms of a part of a name, in lower case.
func (p *page) basic(lower string) []string {
	if p.x.Nominatives == nil {
		return []string{lower}
	}
	b, ok := p.bases[lower]
	if !ok {
		b = p.x.Nominatives(lower)
		p.bases[lower] = b
	}
	return b
}

// known reports whether t is part of a name that the article shows elsewhere.
func (p *page) known(t *token) bool {
	for _, b := range p.basic(t.lower) {
		if k := p.parts[b]; k != nil && k.sure {
			return true
		}
	}
	return false
}

// oblique reports whether the name at ts[i] cannot be a subject: it is a first
// name, or what is known of the word, in another case.
func (p *page) oblique(q *paragraph, i int) bool {
	lower := q.tokens[i].lower
	return len(p.basic(lower)) > 1 && p.exactSex(lower) == 0
}

// learn notes the parts of names of all paragraphs, so that a part alone is
// known for one.
func (p *page) learn() {
	for n := range p.paragraphs {
		for i := range p.paragraphs[n].tokens {
			if t := &p.paragraphs[n].tokens[i]; t.kind == word && !t.capital {
				p.lowered[t.lower] = true
			}
		}
	}
	if p.x.CapitalNouns {
		for n := range p.paragraphs {
			p.overhear(p.paragraphs[n].tokens)
		}
	}
	for n := range p.paragraphs {
		q := &p.paragraphs[n]
		for i := 0; i < len(q.tokens); {
			m, ok := p.mentionAt(q, i)
			if !ok {
				i++
				continue
			}
			i = m.stop
			if m.kind != name {
				continue
			}
			sure := m.name[1]-m.name[0] > 1 || m.role[1] > m.role[0]
			for k := m.name[0]; k < m.name[1]; k++ {
				if t := &q.tokens[k]; t.kind == word && t.capital && utf8.RuneCountInString(t.lower) > 1 {
					for _, b := range p.basic(t.lower) {
						x := p.parts[b]
						if x == nil {
							x = &part{}
							p.parts[b] = x
						}
						x.sure = x.sure || sure
						x.given = x.given || k+1 < m.name[1]
					}
				}
			}
		}
	}
}

// overhear notes the words that only a name can be although all nouns have
// capitals: without an article beside a reporting verb in the singular, "„…“,
// sagte Oak", "Oak betonte".
func (p *page) overhear(ts []token) {
	for i := range ts {
		t := &ts[i]
		if t.kind != word || t.capital || !t.is.Is(language.Say|language.Cry) || !t.is.Is(language.Finite) || !t.is.Is(language.Singular) {
			continue
		}
		if i+1 < len(ts) && ts[i+1].capital && ts[i+1].is == 0 && (i > 0 && (ts[i-1].kind == said || ts[i-1].lower == ",") || i+2 < len(ts) && (ts[i+2].lower == ":" || ts[i+2].kind == said)) && (i+2 >= len(ts) || !ts[i+2].capital) {
			p.heard[ts[i+1].lower] = true
		}
		if i > 0 && i+2 < len(ts) && ts[i+2].capital && ts[i+2].is == 0 && ts[i+1].capital && (ts[i-1].kind == said || ts[i-1].lower == ",") {
			p.heard[ts[i+2].lower] = true // "sagte Ines Oak", "sagte Spielführer Oak"
		}
		if i > 0 && ts[i-1].capital && ts[i-1].is == 0 && ts[i-1].kind == word && (i == 1 || ts[i-1].first || ts[i-2].capital && ts[i-2].is == 0) && !strings.HasSuffix(ts[i-1].lower, "ung") {
			p.heard[ts[i-1].lower] = true
		}
	}
}

// parts of the name of m, in lower case, without particles and initials.
func (q *paragraph) nameParts(m *mention) []string {
	var out []string
	for k := m.name[0]; k < m.name[1]; k++ {
		if t := &q.tokens[k]; t.kind == word && (t.capital || m.name[1]-m.name[0] == 1) && utf8.RuneCountInString(t.lower) > 1 {
			out = append(out, strings.ReplaceAll(t.lower, "ё", "е"))
		}
	}
	return out
}

// patronymic reports whether a part of a name in lower case is a Russian
// patronymic, in any case.
func patronymic(lower string) bool {
	for _, s := range []string{"ович", "евич", "ьич", "овна", "евна", "ична", "инична"} {
		if i := strings.LastIndex(lower, s); i > 2 && len(lower)-i-len(s) <= 6 {
			return true
		}
	}
	for _, s := range []string{"овны", "овне", "овной", "овну", "евны", "евне", "евной", "евну", "ичны", "ичне", "ичной", "ичну"} {
		if strings.HasSuffix(lower, s) {
			return true
		}
	}
	return false
}

// who gives the figure that the name of m means, a new one when it means none
// before, -1 when it may mean several.
func (p *page) who(q *paragraph, m *mention) int {
	parts := q.nameParts(m)
	if len(parts) == 0 || m.role[1] == m.role[0] && m.opening != 0 && m.is.Is(language.Plural) && !m.is.Is(language.Singular) && p.x.Postposed {
		return -1 // "les Calloway": a family
	}
	sex := m.sex
	first, last := "", parts[len(parts)-1]
	father := len(parts) == 2 && patronymic(last)
	if len(parts) > 1 {
		first = parts[0]
		if patronymic(parts[len(parts)-1]) && len(parts) == 3 { // Surname, first name, patronymic
			first, last = parts[1], parts[0]
		}
	}
	best, second, at, before := -1, -1, -1, -1
	for _, i := range p.namesakes(parts) {
		f := p.figures[i]
		if !f.named || f.sex&sex == 0 && f.sex != 0 && sex != 0 {
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
	p.figures = append(p.figures, f)
	p.index(len(p.figures) - 1)
	return len(p.figures) - 1
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

// basicGiven gives the basic form of a first name.
func (p *page) basicGiven(lower string) string {
	all := p.basic(lower)
	for _, b := range all {
		if p.exactSex(b) != 0 {
			return b
		}
	}
	return all[0]
}

// shouted reports whether a part of the name of m is in capitals throughout:
// "TSV Oakhaven".
func (q *paragraph) shouted(m *mention) bool {
	for k := m.name[0]; k < m.name[1]; k++ {
		if w := q.text[q.tokens[k].Start:q.tokens[k].End]; len(w) > 1 && strings.ToUpper(w) == w {
			return true
		}
	}
	return false
}

func meets(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

func initial(a, b string) bool {
	x, n := utf8.DecodeRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return n == len(a) && x == y && b != ""
}

// sexOfName gives the sex that the name, its title and its role show.
func (p *page) sexOfName(q *paragraph, m *mention, parts []string) language.Class {
	const both = language.Male | language.Female
	s := p.sexOf(parts[0])
	if len(parts) == 3 && patronymic(parts[2]) {
		s = p.sexOf(parts[1])
	}
	if s != 0 && s != both && len(parts) > 1 {
		return s
	}
	if m.role[1] > m.role[0] {
		if r := m.is & both; r != 0 && r != both && m.is.Is(language.Role|language.Honorific) {
			return r
		}
	}
	if s != 0 && s != both {
		return s
	}
	if g := m.is & both; m.role[1] == m.role[0] && m.opening != 0 && g != both {
		s = g
	}
	if p.x.Sex != nil && len(parts) > 1 {
		if g := p.x.Sex(parts[len(parts)-1]); g != 0 && g != both && m.subject {
			return g
		}
	}
	if s == both {
		s = 0
	}
	return s
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
		if g.role == "" {
			g.role = q.text[q.tokens[m.role[0]].Start:q.tokens[m.role[1]-1].End]
		}
		if m.is.Is(language.Role) && m.kind == name {
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

// span is what ts[i:j] cover.
func (q *paragraph) span(i, j int) corpus.Span {
	return corpus.Span{Start: q.tokens[i].Start, End: q.tokens[j-1].End}
}
