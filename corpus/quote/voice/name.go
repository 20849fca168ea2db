package voice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// named fills in what the name of m shows: a sex, and a case in which it is no
// subject.
func (p *page) named(q *paragraph, m *mention) {
	m.initial = p.x.CapitalNouns && m.name[1]-m.name[0] > 1 && q.tokens[m.name[1]-1].lower == "." && utf8.RuneCountInString(q.tokens[m.name[1]-2].lower) == 1
	parts := q.nameParts(m)
	if len(parts) == 0 {
		return
	}
	m.sex = p.sexOfName(m, parts)
	if next := m.stop; m.sex == 0 && p.x.Agreement != nil && m.subject && next < len(q.tokens) && q.tokens[next].kind == word && !q.tokens[next].capital {
		m.sex = p.x.Agreement(q.tokens[next].lower)
	}
	switch {
	case p.x.Sex != nil:
		m.subject = m.subject && !p.obliqueName(parts)
	case p.x.CapitalNouns && len(parts) == 1 && m.stop < len(q.tokens) && q.tokens[m.stop].capital && q.tokens[m.stop].is.Is(speakers):
		for _, b := range p.basic(parts[0]) {
			if k := p.parts[b]; b != parts[0] && k != nil && k.sure {
				m.subject = false // "Oaks Trainer"
			}
		}
	}
}

// obliqueName reports whether a name stands in another case than a subject's:
// one of its parts cannot be basic.
func (p *page) obliqueName(parts []string) bool {
	if len(parts) > 1 && p.exactSex(parts[0]) != 0 && len(p.basic(parts[0])) == 1 {
		return false // "Денис Роу", whatever Роу ends with
	}
	for _, w := range parts {
		b := p.basic(w)
		if !slices.Contains(b, w) {
			return true
		}
		if len(b) > 1 && p.exactSex(w) == 0 {
			for _, x := range b {
				if x != w && p.exactSex(x) != 0 {
					return true // Олега
				}
			}
		}
	}
	return false
}

// nameBehind gives the end of a name that stands at ts[i] behind a role or a
// title; such a name may be a single word that the article does not show to be
// a name anywhere else.
func (p *page) nameBehind(q *paragraph, i int, is language.Class) int {
	ts := q.tokens
	if i >= len(ts) || ts[i].kind != word || !ts[i].capital {
		return i
	}
	if initials(ts, i) > i {
		return p.nameAt(q, i)
	}
	if p.x.Genitive != nil && i+1 < len(ts) && ts[i+1].kind == word && !ts[i+1].capital && ts[i+1].is == 0 && !p.given(&ts[i]) && p.x.Genitive(ts[i+1].lower) && p.oblique(q, i) {
		return i // "губернатора Заозёрной области"
	}
	if e := p.nameAt(q, i); e > i {
		return e
	}
	if p.x.CapitalNouns && is.Is(language.Role) && !is.Is(language.Female) && i > 1 && !p.heard[ts[i].lower] && !p.twoUnknown(ts, i) &&
		!ts[i-1].first && !(ts[i-2].kind == word && (ts[i-2].is.Is(language.Opening) && ts[i-2].is.Is(language.Singular) || ts[i-2].is.Is(language.Reports) && ts[i-2].is.Is(language.Singular) || ts[i-2].is.Is(language.Oblique) || ts[i-2].is == 0)) {
		return i // "bekommen Käufer Rabatte"
	}
	if is.Is(language.Role|language.Honorific) && (!is.Is(language.Body|language.Document|language.Group) || is.Is(language.Role) && p.twoUnknown(ts, i)) && p.mayName(&ts[i]) {
		e := i + 1
		for e < len(ts) && e < i+3 && ts[e].kind == word && ts[e].capital && p.mayName(&ts[e]) {
			e++
		}
		return e
	}
	return i
}

// twoUnknown reports whether two words with capitals stand at ts[i] that are no
// nouns as far as is known, and no third, where all nouns have capitals.
func (p *page) twoUnknown(ts []token, i int) bool {
	return p.x.CapitalNouns && i+1 < len(ts) && p.unknown(&ts[i]) && p.unknown(&ts[i+1]) && !(i+2 < len(ts) && ts[i+2].kind == word && ts[i+2].capital)
}

// mayName reports whether a word with a capital may be part of a name.
func (p *page) mayName(t *token) bool {
	const never = language.Role | language.Group | language.Body | language.Document | language.Honorific | language.Calendar | language.Common |
		language.Preposition | language.That | language.Subordinate | language.And | language.Pronoun | language.Self | language.Opening | language.Negation |
		language.Adverb | language.Finite | language.Auxiliary | language.Verb | language.Outlet | language.AccordNoun
	if p.x.Genitive != nil && t.is.Is(language.Agency) {
		return false
	}
	return t.kind == word && t.capital && (t.is.Is(language.Given) || !t.is.Is(never))
}

// longName is the most tokens that a name has.
const longName = 10

// nameAt gives the end of the name that begins at ts[i], i when none does.
func (p *page) nameAt(q *paragraph, i int) int {
	ts := q.tokens
	if e := initials(ts, i); e > i && e < len(ts) && p.mayName(&ts[e]) && !p.x.Postposed {
		return e + 1 // "И. О. Каллоуэй"
	}
	if i >= len(ts) || !p.mayName(&ts[i]) {
		return i
	}
	e, parts := i+1, 1
	given := p.given(&ts[i])
	for e < len(ts) && e < i+longName {
		t := &ts[e]
		switch {
		case p.x.CapitalNouns && given && parts > 1 && t.kind == word && ts[e-1].kind == word && !p.given(&ts[e-1]):
			// A first name and a surname: nouns may follow.
		case t.kind == punct && t.lower == "." && utf8.RuneCountInString(ts[e-1].lower) == 1 && ts[e-1].End == t.Start:
			e++
			continue
		case t.kind == word && t.capital && (p.mayName(t) || given && surnameLike(t) || p.x.Postposed && !t.is.Is(closed)) && !(parts > 0 && p.starts(q, e) && (!given || p.patronymic(ts[e+1].lower))):
			e++
			parts++
			continue
		case p.x.Surnames[t.lower] && p.doubled(q, i, e, parts):
			e += 2
			parts++
			continue
		case t.kind == word && t.is.Is(language.Particle) && parts > 0 && !(p.x.CapitalNouns && (parts == 1 && !given && !p.known(&ts[i]) || parts > 1 && !p.given(&ts[e-1]))) && (!t.capital || p.x.Postposed) && p.particles(q, e) > e:
			e = p.particles(q, e)
			if p.x.Postposed {
				parts++
			}
			continue
		}
		break
	}
	for e > i && ts[e-1].kind == punct && !(utf8.RuneCountInString(ts[e-2].lower) == 1) {
		e--
	}
	if e == i {
		return i
	}
	if p.x.Adjectival != nil && !given && e < len(ts) && ts[e].kind == word && !ts[e].capital && p.x.Adjectival(ts[e-1].lower) && (parts == 1 && !p.known(&ts[i]) || ts[e].is.Is(speakers) && ts[e-1].Start > ts[i].Start) && !p.verbLike(&ts[e]) {
		return i // "Общественной палаты"
	}
	switch {
	case parts > 1:
		if p.x.CapitalNouns && !given && parts > 2 {
			return i // a title that is not known, perhaps, before a name
		}
		if p.x.CapitalNouns && !given && !p.known(&ts[i]) && !p.known(&ts[e-1]) && !p.pair(ts, i, e) {
			return i
		}
		if p.x.Genitive != nil && ts[i].first && !given && !slices.Contains(p.basic(ts[i].lower), strings.ReplaceAll(ts[i].lower, "ё", "е")) && slices.Contains(p.basic(ts[e-1].lower), ts[e-1].lower) {
			return i // "Вину Дроздов отрицает"
		}
		if p.x.Genitive != nil && ts[i].first && !given && e == i+2 && len(p.basic(ts[e-1].lower)) > 1 && (p.x.Sex(ts[e-1].lower) != language.Female || e >= len(ts) || p.x.Agreement(ts[e].lower) != language.Female) {
			return i // "Оптимизм Каллоуэя"
		}
		if ts[i].first && !given && !p.x.CapitalNouns && !p.known(&ts[i]) && p.lowered[ts[i].lower] && !(p.x.Postposed && ts[i].is == 0) {
			return i
		}
		return e
	case p.known(&ts[i]):
		return e
	case p.x.CapitalNouns:
		if given && !ts[i].first || p.heard[ts[i].lower] && ts[i].is == 0 || acronym(q.text[ts[i].Start:ts[i].End]) {
			return e
		}
		return i
	case ts[i].first:
		if given || !p.lowered[ts[i].lower] && ts[i].is == 0 && p.parts[ts[i].lower] != nil {
			return e
		}
		return i
	}
	return e
}

// doubled reports whether the word ts[e] joins two surnames of one person behind
// ts[i:e], a first name and a surname: "Calloway y Oak". Two people have first
// names both or none, and a verb in the plural.
func (p *page) doubled(q *paragraph, i, e, parts int) bool {
	ts := q.tokens
	if parts < 2 || !p.given(&ts[i]) || e+1 >= len(ts) || !p.mayName(&ts[e+1]) || p.given(&ts[e+1]) || ts[e-1].kind != word || !ts[e-1].capital {
		return false
	}
	return e+2 >= len(ts) || !ts[e+2].capital && !(ts[e+2].is.Is(language.Finite|language.Auxiliary|language.Verb) && ts[e+2].is&language.Numbers == language.Plural)
}

// verbLike reports whether t is a verb or may be one by its ending, or no noun.
func (p *page) verbLike(t *token) bool {
	if t.is.Is(speakers) {
		return false
	}
	if t.is != 0 {
		return true
	}
	return slices.ContainsFunc(p.x.VerbEndings, func(e string) bool { return strings.HasSuffix(t.lower, e) })
}

// initials gives the end of the single letters with full stops at ts[i], i when
// there are none.
func initials(ts []token, i int) int {
	k := i
	for k+1 < len(ts) && k < i+6 && ts[k].kind == word && ts[k].capital && utf8.RuneCountInString(ts[k].lower) == 1 && ts[k+1].lower == "." && ts[k].End == ts[k+1].Start {
		k += 2
	}
	return k
}

// closed are the classes of words that are no part of a name.
const closed = language.Preposition | language.That | language.Subordinate | language.And | language.Pronoun | language.Self | language.Opening | language.Negation |
	language.Adverb | language.Auxiliary | language.Honorific | language.Calendar

// acronym reports whether w is in capitals throughout: "NDB".
func acronym(w string) bool {
	return len(w) > 1 && len(w) <= 6 && strings.ToUpper(w) == w && strings.IndexFunc(w, unicode.IsDigit) < 0
}

// surnameLike reports whether t may be a surname behind a first name although
// it is a word too: "Karl Bauer".
func surnameLike(t *token) bool {
	return !t.is.Is(language.Preposition|language.That|language.Subordinate|language.And|language.Pronoun|language.Opening|language.Finite|language.Auxiliary|language.Verb|language.Adverb) ||
		t.is.Is(language.Role)
}

// pair reports whether ts[i:e], none of which is known, reads like a first name
// and a surname where all nouns have capitals: two words without a lexicon's
// class.
func (p *page) pair(ts []token, i, e int) bool {
	return e-i == 2 && p.twins[[2]string{ts[i].lower, ts[i+1].lower}] || e-i >= 2 && e-i <= 3 && ts[i].is == 0 && ts[e-1].is == 0 && p.heard[ts[e-1].lower]
}

// particles gives the end of the particles at ts[i] when a name goes on behind
// them, else i.
func (p *page) particles(q *paragraph, i int) int {
	ts := q.tokens
	k := i
	for k < len(ts) && k < i+3 && ts[k].kind == word && (!ts[k].capital || p.x.Postposed) && ts[k].is.Is(language.Particle) {
		k++
	}
	if k < len(ts) && k > i && ts[k].kind == word && ts[k].capital && ts[k].is&speakers == 0 {
		return k + 1
	}
	return i
}

// starts reports whether another name begins at ts[i], behind one in another
// case: "мэр Устьева Артём", where a first name stands behind a place.
func (p *page) starts(q *paragraph, i int) bool {
	ts := q.tokens
	if !p.given(&ts[i]) || i+1 >= len(ts) || ts[i+1].kind != word || !ts[i+1].capital {
		return false
	}
	return !p.patronymic(ts[i+1].lower) || i+2 < len(ts) && ts[i+2].kind == word && ts[i+2].capital && p.mayName(&ts[i+2])
}

// pairs notes the pairs of words that read like a first name and a surname
// although neither is known and all nouns have capitals: what stands before
// nouns stands before neither anywhere, and the pair stands like a subject at
// the head of a sentence, or its second word alone does.
func (p *page) pairs() {
	noun, alone := map[string]bool{}, map[string]bool{}
	for n := range p.paragraphs {
		ts := p.paragraphs[n].tokens
		for i := range ts {
			switch t := &ts[i]; {
			case t.kind != word || !t.capital || t.is != 0:
			case i > 0 && p.announces(&ts[i-1]):
				noun[t.lower] = true
			case t.first && p.rules(ts, i+1):
				alone[t.lower] = true
			}
		}
	}
	for n := range p.paragraphs {
		ts := p.paragraphs[n].tokens
		for i := 0; i+1 < len(ts); i++ {
			a, b := &ts[i], &ts[i+1]
			if !p.unknown(a) || !p.unknown(b) || noun[a.lower] || noun[b.lower] || i+2 < len(ts) && ts[i+2].kind == word && ts[i+2].capital ||
				i > 0 && ts[i-1].kind == word && ts[i-1].capital && ts[i-1].is&speakers == 0 {
				continue
			}
			if alone[b.lower] && !alone[a.lower] || n > 0 && a.first && !adjective(a.lower) && !p.lowered[a.lower] && p.leadsSentence(ts, i+2) {
				p.twins[[2]string{a.lower, b.lower}] = true
			}
		}
	}
}

// announces reports whether behind t stands a noun and no name: "der", "zum",
// "kleine".
func (p *page) announces(t *token) bool {
	return t.kind == word && (t.is.Is(language.Opening) || t.is.Has(language.Preposition|language.Definite) || !t.capital && t.is == 0 && len(t.lower) > 4 && adjective(t.lower))
}

// unknown reports whether t may be part of a name that nothing else shows.
func (p *page) unknown(t *token) bool {
	if t.kind != word || !t.capital || t.is != 0 || utf8.RuneCountInString(t.lower) < 3 || strings.ContainsAny(t.lower, "0123456789_") {
		return false
	}
	for _, e := range p.x.Abstract {
		if strings.HasSuffix(t.lower, e) {
			return false
		}
	}
	return true
}

// rules reports whether ts[i] is a verb with one subject.
func (p *page) rules(ts []token, i int) bool {
	if i >= len(ts) || ts[i].kind != word || ts[i].capital {
		return false
	}
	t := &ts[i]
	if t.is.Is(language.Verb | language.Auxiliary | language.Finite) {
		return !t.is.Is(language.Plural) || t.is.Is(language.Singular)
	}
	return t.is == 0 && (strings.HasSuffix(t.lower, "t") || strings.HasSuffix(t.lower, "te"))
}

// leadsSentence reports whether what stands at ts[i], behind two words at the
// head of a sentence, shows that they are its subject by name: a verb, what
// tells more of somebody, where somebody comes from.
func (p *page) leadsSentence(ts []token, i int) bool {
	switch {
	case i+1 >= len(ts):
		return false
	case ts[i].kind == punct && ts[i].lower == "(", ts[i].kind == punct && ts[i].lower == "," && ts[i+1].kind == number:
		return true
	case ts[i].kind == punct && ts[i].lower == ",":
		return ts[i+1].is.Is(language.Definite|language.Indefinite) && !ts[i+1].is.Is(language.Oblique) || ts[i+1].is.Is(language.Role)
	case ts[i].kind == word && ts[i].is.Is(language.Particle|language.Preposition) && !ts[i].capital:
		return joining(ts[i].lower) && ts[i+1].capital
	}
	return p.rules(ts, i)
}
