package voice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// mentionKind says what a mention is made of.
type mentionKind uint8

const (
	name    mentionKind = iota // "Ines Calloway", "Bürgermeisterin Calloway"
	pronoun                    // "sie"
	noun                       // "die Bürgermeisterin", "ein älterer Mann", "die Polizei"
)

// mention is a noun phrase that may name who speaks.
type mention struct {
	kind        mentionKind
	first, stop int            // its tokens, what it goes on with included: "Sprecher des Verbands"
	head        int            // the token that tells who
	name        [2]int         // the tokens of the name, equal when there is none
	role        [2]int         // the tokens of the role, equal when there is none
	is          language.Class // of the head and its article: gender, number, Role, Body …
	opening     language.Class // of the article: Definite, Indefinite, Possessive; 0 for none
	subject     bool           // may be a subject: behind no preposition, in no other case
	within      bool           // inside another mention: "des Verbands" of "ein Sprecher des Verbands"
	sex         language.Class // what the name shows: Male, Female or 0
	figure      int            // index in page.figures, -1 when it is not known who it is
	cue         int            // the first cue whose source it is, -1 for none
	initial     bool           // its surname is one letter: "Denis K."
	verb        int            // the verb whose subject it is, -1 when none is known
}

// part is what the article shows of one part of names.
type part struct {
	sure  bool // it stands in a name of several parts or behind a title
	given bool // it stands before another part
}

// mentions finds the mentions of q, in text order.
func (p *page) find(q *paragraph) {
	ts := q.tokens
	for i := 0; i < len(ts); {
		m, ok := p.mentionAt(q, i)
		if !ok {
			i++
			continue
		}
		k := len(q.mentions)
		q.mentions = append(q.mentions, m)
		p.coordinate(q, k)
		for j := m.first; j < m.stop; j++ {
			ts[j].mention = k + 1
		}
		i = m.stop
	}
}

// coordinate notes that mention k, and those that a comma parts from each other
// before it, is no subject when the first of them is none: "derrière Ines
// Calloway, Robert Oak et Mia Elm".
func (p *page) coordinate(q *paragraph, k int) {
	ts := q.tokens
	if m := &q.mentions[k]; !p.x.Postposed || m.kind != name || !m.subject || m.first == 0 || !ts[m.first-1].is.Is(language.And) || m.opening != 0 {
		return
	}
	for j := k - 1; j >= 0 && j > k-8; j-- {
		a, b := &q.mentions[j], &q.mentions[j+1]
		if a.kind != name || a.stop != b.first-1 || ts[a.stop].lower != "," && j != k-1 || a.role[1] > a.role[0] || a.opening != 0 {
			return
		}
		if !a.subject && j < k-1 && !p.given(&ts[a.name[0]]) {
			return // "de la Croix-Rouge, Ines Calloway et Robert Oak"
		}
		if !a.subject {
			for ; j < k; j++ {
				q.mentions[j+1].subject = false
			}
			return
		}
	}
}

// mentionAt reads the noun phrase at ts[i].
func (p *page) mentionAt(q *paragraph, i int) (m mention, ok bool) {
	ts := q.tokens
	t := &ts[i]
	if t.kind != word && t.kind != number {
		return m, false
	}
	m = mention{first: i, figure: -1, cue: -1, verb: -1, subject: !p.behindPreposition(ts, i) && !p.joinsOblique(q, i)}
	if t.is.Is(language.Pronoun) && !p.opensPhrase(ts, i) {
		if p.impersonalHere(ts, i) {
			return m, false
		}
		m.kind, m.stop, m.head, m.is = pronoun, i+1, i, t.is
		m.subject = m.subject && !t.is.Is(language.Oblique)
		if t.is.Is(language.Reflexive) && !t.first && i+1 < len(ts) && ts[i+1].is.Is(language.Finite|language.Auxiliary|language.Verb) {
			m.subject = false // "lui disait-elle"
		}
		return m, true
	}
	j := i
	var genders language.Class
	for n := 0; j < len(ts) && n < 3 && ts[j].kind == word && ts[j].is.Is(language.Opening) && !ts[j].is.Is(language.Role|language.Body|language.Given); n++ {
		m.opening |= ts[j].is & language.Opening
		genders = ts[j].is & (language.Genders | language.Numbers | language.Oblique)
		j++
	}
	if p.x.Postposed && j == i+1 && j < len(ts) && m.opening.Is(language.Demonstrate) && ts[j].is.Is(language.Fragment) && !ts[j].is.Is(language.Role) && (j+1 >= len(ts) || ts[j+1].kind != word && ts[j+1].kind != number || ts[j+1].is.Is(language.Finite|language.Auxiliary|language.Verb|language.Negation|language.Reflexive)) {
		m.kind, m.stop, m.head, m.is = pronoun, j+1, j, language.Pronoun|language.Demonstrate|genders
		return m, true // "ce dernier"
	}
	// Adjectives before the noun.
	k := j
	for n := 0; n < 4 && k < len(ts) && p.qualifies(&ts[k], n == 0 && k == j && j == i) && !(k > 0 && ts[k].is.Has(language.Role|language.Fragment) && p.nounAt(ts, k)); n++ {
		k++
	}
	if k >= len(ts) || ts[k].kind != word && ts[k].kind != number {
		return m, false
	}
	if p.x.CapitalNouns && k > j && genders&language.Genders == language.Male && ts[k-1].kind == word && strings.HasSuffix(ts[k-1].lower, "en") {
		genders |= language.Oblique // "der Kleinen Zeitung"
	}
	if p.x.Adjectival != nil && k < len(ts) && k+1 < len(ts) && ts[k].capital && !p.given(&ts[k]) && !p.known(&ts[k]) && !ts[k+1].capital && ts[k+1].is.Is(language.Body) && p.x.Adjectival(ts[k].lower) && p.nounAt(ts, k+1) {
		k++ // "Следственный комитет"
	}
	if k > j && !p.nounAt(ts, k) && (p.nameAt(q, k) == k || p.x.Postposed && !prefixed(ts[j:k])) {
		k = j // no adjectives then
	}
	if k > i && p.x.Genitive != nil && genders.Is(language.Oblique) && p.nounAt(ts, k) && !ts[k].is.Is(language.Oblique) {
		return m, false // "об этом министр …"
	}
	if k < len(ts) && p.nounAt(ts, k) {
		p.noun(q, &m, k, genders)
		if m.kind == name {
			if p.x.Postposed && m.opening == 0 && i > 0 && ts[i-1].is.Is(language.And) {
				m.subject = true // "le maire et ministre Ines Calloway"
			}
			p.named(q, &m)
		}
		return m, true
	}
	if e := p.nameAt(q, k); e > k && (m.opening == 0 || !p.x.CapitalNouns || p.given(&ts[k]) || p.known(&ts[e-1])) {
		m.kind, m.name, m.head, m.stop = name, [2]int{k, e}, e-1, e
		m.is = genders &^ language.Oblique
		if genders.Is(language.Oblique) {
			m.subject = false
		}
		p.named(q, &m)
		return m, true
	}
	return m, false
}

// opensPhrase reports whether the pronoun ts[i] is an article here: "die
// Polizei", "le maire".
func (p *page) opensPhrase(ts []token, i int) bool {
	if !ts[i].is.Is(language.Opening) || i+1 >= len(ts) || ts[i+1].kind == punct || ts[i+1].kind == said {
		return false
	}
	return ts[i+1].capital || !ts[i+1].is.Is(language.Verb|language.Finite|language.Auxiliary|language.Preposition|language.Reflexive|language.Negation)
}

// behindPreposition reports whether what begins at ts[i] stands behind one.
func (p *page) behindPreposition(ts []token, i int) bool {
	if i == 0 || ts[i-1].kind != word {
		return false
	}
	return ts[i-1].is.Is(language.Preposition) && !ts[i-1].is.Is(language.AccordAfter) || p.x.CapitalNouns && ts[i-1].is.Is(language.Opening) && ts[i-1].is.Is(language.Oblique) // "des NDB"
}

// joinsOblique reports whether what begins at ts[i] goes on with a phrase that is
// no subject: "vom Büro Oak und Partner".
func (p *page) joinsOblique(q *paragraph, i int) bool {
	ts := q.tokens
	if !p.x.CapitalNouns || i < 2 || !ts[i-1].is.Is(language.And) || ts[i-2].mention == 0 {
		return false
	}
	return !q.mentions[ts[i-2].mention-1].subject
}

// qualifies reports whether t may be an adjective before its noun.
func (p *page) qualifies(t *token, bare bool) bool {
	switch {
	case t.kind == number:
		return !t.is.Is(language.Role) && (!bare || strings.IndexFunc(t.lower, unicode.IsLetter) >= 0)
	case t.kind != word:
		return false
	case t.is.Is(language.Role|language.Group|language.Body|language.Document|language.Honorific) && !t.is.Is(language.Fragment):
		return false
	case t.is.Is(language.Given) && t.capital && p.x.Postposed:
		return false
	case t.is.Is(language.Fragment | language.Other):
		return true
	case t.capital:
		return !bare && p.x.CapitalNouns && utf8.RuneCountInString(t.lower) > 4 && adjective(t.lower)
	case bare:
		return false
	}
	return t.is&^(language.Genders|language.Numbers|language.Oblique|language.Particle|language.Participle|language.Say|language.Think|language.Cry) == 0
}

// adjective reports whether a word that begins with a capital may be part of a
// title before its noun: "Vorsitzende Richter", "Technische Leiter".
func adjective(lower string) bool {
	switch lower[len(lower)-1] {
	case 'e':
		return true
	case 'r', 'n':
		return lower[len(lower)-2] == 'e'
	}
	return false
}

const speakers = language.Role | language.Group | language.Body | language.Document | language.Honorific | language.Outlet | language.Agency

// nounAt reports whether ts[i] is a noun for somebody who may speak.
func (p *page) nounAt(ts []token, i int) bool {
	t := &ts[i]
	if !t.is.Is(speakers) || t.is.Is(language.Given) && i+1 < len(ts) && ts[i+1].capital {
		return false
	}
	if t.kind == number {
		return t.is.Is(language.Role)
	}
	if p.x.CapitalNouns && !t.capital && !t.is.Is(language.Agency) {
		return false
	}
	if t.is.Has(language.Role|language.Fragment) && (i == 0 || ts[i-1].kind != word || !ts[i-1].is.Is(language.Definite|language.Demonstrate) || i+1 < len(ts) && ts[i+1].is.Is(speakers)) {
		return false // "el español" is somebody, "el Gobierno español" is not
	}
	if p.x.Postposed && t.is.Is(language.Finite|language.Verb|language.Participle) && (i == 0 || ts[i-1].kind != word || !ts[i-1].is.Is(language.Opening|language.Fragment|language.Preposition)) {
		return false // "guarda silencio", "juge"
	}
	return true
}

// noun reads a phrase with the noun ts[k] as its head.
func (p *page) noun(q *paragraph, m *mention, k int, genders language.Class) {
	ts := q.tokens
	m.kind, m.head, m.stop = noun, k, k+1
	m.is = ts[k].is
	m.role = [2]int{k, k + 1}
	if genders.Is(language.Oblique) || p.x.CapitalNouns && genders&language.Genders == language.Male && m.is&language.Genders == language.Female {
		m.subject = false // "der Zeitung"
	}
	if m.is.Is(language.Oblique) && !m.is.Is(language.Singular|language.Plural) {
		m.subject = false
	}
	if p.x.Postposed && m.opening == 0 && !ts[k].capital && !ts[k].is.Is(language.Nameless) {
		m.subject = false // "comme témoin", "guarda silencio"
	}
	if g := genders & language.Genders; g != 0 && (m.is&language.Genders == 0 || m.is&language.Genders&g != 0 || p.x.Postposed) {
		m.is = m.is&^language.Genders | g
	}
	if p.x.CapitalNouns && m.is.Is(language.Role) && m.is&language.Genders == language.Male && genders.Is(language.Female) && !genders.Is(language.Male) {
		m.is = m.is&^(language.Genders|language.Singular|language.Role) | language.Plural | language.Group // "die Mitarbeiter"
	}
	if g := genders & language.Numbers; g == language.Singular || g == language.Plural {
		m.is = m.is&^language.Numbers | g
	}
	e := k + 1
	for e < len(ts) && ts[e].kind == word && !ts[k].is.Is(language.Agency) && (p.x.Postposed && e == k+1 && ts[k].capital && ts[e].capital && ts[k].is.Is(language.Body) && ts[e].is.Is(language.Body) || ts[e].is.Is(language.Role|language.Honorific|language.Outlet) && p.nounAt(ts, e) || ts[e].kind == word && ts[e-1].is.Is(language.Honorific) && ts[e].is.Is(language.Honorific)) {
		m.head = e
		m.is |= ts[e].is & (language.Role | language.Honorific)
		if m.is&language.Genders == 0 {
			m.is |= ts[e].is & language.Genders
		}
		e++
	}
	m.role[1] = e
	m.stop = e
	if e < len(ts) && ts[e].kind == punct && ts[e].lower == "." && ts[e-1].is.Is(language.Honorific|language.Abbreviated) && e+1 < len(ts) {
		e++
	}
	if p.x.Postposed {
		if ts[e-1].is.Is(language.Agency) {
			return
		}
		if e < len(ts) && ts[e].is.Is(language.Agency) && ts[e-1].is.Is(language.Outlet) {
			m.stop = e + 1 // "la agencia Efe"
			return
		}
		if e+1 < len(ts) && ts[e].is.Has(language.Scare|language.Participle) && ts[e+1].capital {
			e++ // "un niño llamado Jonás"
		}
	}
	if o := p.behindRole(q, k, e); o > e {
		if p.nameBehind(q, o, ts[k].is) == o && p.farName(q, o) < 0 {
			m.stop = o // "президент России"
			return
		}
		e = o // "премьер Японии Наото Каллоуэй"
		m.role[1] = o
	}
	n := p.nameBehind(q, e, ts[k].is)
	if n > e && n < len(ts) && p.starts(q, n) && !p.given(&ts[e]) { // "мэр Устьева Артём Ладыгин"
		e = n
		m.role[1] = n
		n = p.nameAt(q, n)
	}
	if n > e {
		m.kind, m.name, m.stop, m.head = name, [2]int{e, n}, n, n-1
		if p.x.Postposed && e == k+1 && ts[k].capital && ts[k].is.Is(language.Body) && !p.given(&ts[e]) {
			m.name[0] = k // "la Confederación Hidrográfica"
		}
		return
	}
	if f := p.farName(q, max(e, p.complement(q, m.stop))); f >= 0 && ts[k].is.Is(language.Role) && !ts[k].is.Is(language.Oblique) {
		n := p.nameAt(q, f)
		m.kind, m.name, m.head, m.stop = name, [2]int{f, n}, n-1, n
		m.role[1] = f
		return
	}
	// What the noun goes on with: "des Verbands", "für Gewässer", "спасательного
	// отряда", and perhaps the name behind that.
	c := p.complement(q, m.stop)
	if c > m.stop {
		c = p.behindRole(q, k, c)
	}
	if c < len(ts) && ts[c].kind == said && p.speeches[ts[c].speech].words <= fewWords && ts[k].is.Is(language.Role) && p.nameBehind(q, c+1, ts[k].is) > c+1 {
		c++ // "президент «Приозёрца» Эдуард Клёст"
	}
	if c > m.stop && p.x.CapitalNouns && c < len(ts) && ts[c].kind == word && ts[c].capital && !ts[c].is.Is(speakers) && !p.given(&ts[c]) {
		if n := p.nameAt(q, c); n == c || len(q.nameParts(&mention{name: [2]int{c, n}})) < 2 {
			m.stop = max(c+1, n) // "Leiterin der Schule Oakhaven"
			return
		}
	}
	if c > m.stop {
		if n := p.nameBehind(q, c, ts[k].is); n > c && p.x.Postposed && ts[k].is.Is(language.Role) && !p.given(&ts[c]) && (n-c < 2 || ts[c-1].is.Is(language.Body) || slices.ContainsFunc(ts[c:n], func(t token) bool { return !t.capital })) {
			m.stop = n // "le capitaine du navire Belle Étoile"
			return
		} else if n > c && !ts[k].is.Is(language.Body|language.Document|language.Group) {
			m.kind, m.name, m.head = name, [2]int{c, n}, n-1
			m.role[1] = c
			m.stop = n
			return
		}
		m.stop = c
		if p.x.Postposed && ts[k].is.Is(language.Body) {
			// "l'association de riverains Ourbe vive"
			if n := p.nameBehind(q, c, ts[k].is); n > c {
				m.stop = max(n, p.postposed(ts, n))
			}
		}
	}
}

// farName gives where a first name and a surname begin behind a preposition at
// ts[i] and what goes on with it: "директор по внешним связям Ирина Каллоуэй". -1
// for none.
func (p *page) farName(q *paragraph, i int) int {
	ts := q.tokens
	if p.x.Genitive == nil || i >= len(ts) || ts[i].kind != word || ts[i].capital || !ts[i].is.Is(language.Preposition) {
		return -1
	}
	for k := i + 1; k+1 < len(ts) && k < i+10 && (ts[k].kind == word || ts[k].kind == said && p.speeches[ts[k].speech].words <= fewWords) && ts[k].sentence == ts[i].sentence; k++ {
		t := &ts[k]
		if t.is.Is(language.Finite|language.Verb|language.Auxiliary|language.That|language.Subordinate|language.Pronoun|language.Gerund|language.Role) && !t.capital {
			return -1
		}
		if k > i+1 && p.given(t) && ts[k+1].kind == word && ts[k+1].capital {
			if n := p.nameAt(q, k); n > k+1 && p.exactSex(strings.ReplaceAll(t.lower, "ё", "е")) != 0 {
				return k
			}
			return -1
		}
	}
	return -1
}

// impersonalHere reports whether the pronoun ts[i] means nobody: "il faut".
func (p *page) impersonalHere(ts []token, i int) bool {
	for k := i + 1; k < min(len(ts), i+4) && ts[k].kind == word; k++ {
		if p.x.Impersonal[ts[k].lower] {
			return ts[i].is.Is(language.Male) && !ts[i].is.Is(language.Female)
		}
		if !ts[k].is.Is(language.Negation|language.Reflexive) && !(ts[k].is.Is(language.Auxiliary) && p.x.Passive[ts[k].lower]) {
			break
		}
	}
	return false
}

// nominative reports whether t is the article of a man's noun as a subject, which
// is that of a woman's noun in other cases too: "der".
func nominative(t *token) bool {
	return t.is.Has(language.Definite|language.Male|language.Singular) && !t.is.Is(language.Female)
}

// joining are prepositions that go on with a noun for a body or an office.
func joining(lower string) bool {
	switch lower {
	case "für", "von", "vom", "der", "beim", "de", "du", "des", "d'", "del", "para", "pour":
		return true
	}
	return false
}
