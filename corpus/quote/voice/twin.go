package voice

import (
	"strings"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

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
