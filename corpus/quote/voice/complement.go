package voice

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// behindRole gives the end of words with capitals behind the role ts[k], in the
// subject's case, that can only be in another or have none, from ts[e] on: places
// and bodies, "премьер Японии", "директор НИИ".
func (p *page) behindRole(q *paragraph, k, e int) int {
	ts := q.tokens
	if p.x.Genitive == nil || ts[k].is.Is(language.Oblique) || !ts[k].is.Is(language.Role) {
		return e
	}
	for e < len(ts) && ts[e].kind == word && ts[e].capital && !p.given(&ts[e]) && !p.known(&ts[e]) &&
		(ts[e].is.Has(language.Common|language.Oblique) || ts[e].is == 0 && !slices.Contains(p.basic(ts[e].lower), strings.ReplaceAll(ts[e].lower, "ё", "е")) || acronym(q.text[ts[e].Start:ts[e].End]) && initials(ts, e) == e && !ts[e].is.Is(language.Agency)) {
		e++
	}
	return e
}

// complement gives the end of what goes on with a noun from ts[i] on, i when
// nothing does: words in another case, a noun behind a preposition.
func (p *page) complement(q *paragraph, i int) int {
	ts := q.tokens
	e := i
	for n := range 3 {
		k := e
		if k >= len(ts) || ts[k].kind != word {
			return e
		}
		switch {
		case p.x.CapitalNouns:
			if !nominative(&ts[k]) && !ts[k].is.Is(language.Oblique) || !ts[k].is.Is(language.Opening) || strings.ContainsAny(ts[k].lower[len(ts[k].lower)-1:], "mn") {
				if n > 0 || !ts[k].is.Is(language.Preposition) || !joining(ts[k].lower) {
					return e
				}
			}
		case p.x.Genitive != nil:
			// No article: words in lower case up to a noun, as long as no verb
			// comes.
			for k < len(ts) && k < e+5 && ts[k].kind == word && (ts[k].is&^(language.Genders|language.Numbers|language.Oblique|language.Fragment) == 0 && p.x.Genitive(ts[k].lower) && (!ts[k].capital || k+1 < len(ts) && !ts[k+1].capital && p.x.Genitive(ts[k+1].lower) && ts[k+1].is == 0) || ts[k].is.Is(speakers) && ts[k].is.Is(language.Oblique)) {
				k++
			}
			if k > e && k < len(ts) && k < e+4 && ts[k].kind == word && !ts[k].capital && ts[k].is == 0 && p.x.Attribute(ts[k-1].lower) {
				k++ // "исторических наук"
			}
			for k < len(ts) && k < e+6 && ts[k].kind == word && ts[k].capital && !p.given(&ts[k]) && (k+1 < len(ts) && ts[k+1].capital && (p.oblique(q, k) || acronym(q.text[ts[k].Start:ts[k].End])) || k > e && ts[k].is.Has(language.Common|language.Oblique)) {
				k++
			}
			return k
		default:
			if a := p.postposed(ts, k); a > k && n == 0 {
				e = a
				continue
			}
			if !joining(ts[k].lower) {
				return e
			}
		}
		k++
		for k < len(ts) && k < e+4 && ts[k].kind == word && (ts[k].is.Is(language.Opening) || p.x.CapitalNouns && ts[k].capital && ts[k].is == 0 && adjective(ts[k].lower) && k+1 < len(ts) && ts[k+1].capital && ts[k+1].is.Is(speakers) || !ts[k].capital && ts[k].is&^(language.Genders|language.Numbers) == 0 && p.x.CapitalNouns || p.x.CapitalNouns && ts[k].capital && ts[k].is == 0 && strings.HasSuffix(ts[k].lower, "en") && k+1 < len(ts) && ts[k+1].capital && ts[k+1].kind == word && adjective(ts[k].lower) && !p.known(&ts[k])) {
			k++
		}
		if k >= len(ts) || ts[k].kind != word || p.x.CapitalNouns && (!ts[k].capital || ts[k].is.Is(language.Outlet|language.Agency)) {
			return e // "sagte der Minister der Nachrichtenagentur"
		}
		k++
		if p.x.Postposed && k < len(ts) && ts[k].kind == word && ts[k-1].is.Is(language.Fragment) && !ts[k-1].is.Is(language.Role) && !ts[k].capital && (ts[k].is == 0 || ts[k].is.Is(speakers)) {
			k++ // "du Premier ministre"
		}
		for k < len(ts) && ts[k].kind == word && ts[k].capital && ts[k-1].capital && !p.x.CapitalNouns && (p.mayName(&ts[k]) || p.x.Postposed && ts[k].is.Is(language.Body)) && !p.starts(q, k) {
			k++
		}
		if p.x.Postposed && k+1 < len(ts) && ts[k-1].capital && ts[k].is.Is(language.And) { // "de Sanidad y Consumo"
			n := k + 1
			for n+1 < len(ts) && n < k+3 && ts[n].kind == word && !ts[n].capital && (joining(ts[n].lower) || ts[n].is.Is(language.Definite)) {
				n++
			}
			if ts[n].kind == word && ts[n].capital && !p.given(&ts[n]) && !p.known(&ts[n]) && !(n+1 < len(ts) && ts[n+1].capital) {
				k = n + 1
			}
		}
		if a := p.postposed(ts, k); a > k {
			k = a
		}
		e = k
	}
	return e
}

// postposed gives the end of the adjectives at ts[i] behind a noun, i when there
// are none: words that are nothing else, before what may not follow an unknown
// verb.
func (p *page) postposed(ts []token, i int) int {
	if !p.x.Postposed {
		return i
	}
	k := i
	for k < len(ts) && k < i+2 && ts[k].kind == word && !ts[k].capital &&
		(ts[k].is.Has(language.Role|language.Fragment) || ts[k].is&^(language.Genders|language.Numbers|language.Participle|language.Fragment|language.Say|language.Think|language.Cry|language.Oblique) == 0) {
		k++
	}
	if k == i || k >= len(ts) {
		return i
	}
	n := &ts[k]
	for j := i; j < k; j++ {
		for _, e := range p.x.VerbEndings {
			if strings.HasSuffix(ts[j].lower, e) {
				return i
			}
		}
	}
	switch {
	case n.kind == punct && n.lower == ",", n.kind == word && n.capital:
		return k
	case n.kind == word && (n.is.Is(language.Finite|language.Auxiliary|language.Verb|language.Reflexive|language.Negation) || joining(n.lower)):
		return k
	}
	return i
}

// prefixed reports whether all of ts are adjectives that stand before their noun
// where others stand behind it.
func prefixed(ts []token) bool {
	for i := range ts {
		if !ts[i].is.Is(language.Fragment) {
			return false
		}
	}
	return true
}
