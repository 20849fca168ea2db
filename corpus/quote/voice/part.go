package voice

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

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
		if p.x.CapitalNouns && (strings.Count(lower, "-") > 1 || p.exactSex(lower[k+1:]) == 0) {
			return 0 // "Anna-Oak-Straße"
		}
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
		p.pairs()
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
				if t := &q.tokens[k]; t.kind == word && t.capital && (utf8.RuneCountInString(t.lower) > 1 || q.shortened(&m, k)) {
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
		if t := &q.tokens[k]; t.kind == word && (t.capital || m.name[1]-m.name[0] == 1) && (utf8.RuneCountInString(t.lower) > 1 || q.shortened(m, k)) {
			out = append(out, strings.ReplaceAll(t.lower, "ё", "е"))
		}
	}
	return out
}

// shortened reports whether token k of the name of m stands for a surname: "Denis
// K.", and "K." alone.
func (q *paragraph) shortened(m *mention, k int) bool {
	return m.initial && k+2 == m.name[1]
}

// patronymic reports whether a part of a name in lower case is one.
func (p *page) patronymic(lower string) bool { return p.x.Patronymic != nil && p.x.Patronymic(lower) }

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
func (p *page) sexOfName(m *mention, parts []string) language.Class {
	const both = language.Male | language.Female
	s := p.sexOf(parts[0])
	if k := p.parts[parts[0]]; p.x.Postposed && len(parts) == 1 && k != nil && k.sure && !k.given {
		s = 0 // a surname that others have for a first name
	}
	if len(parts) == 3 && p.patronymic(parts[2]) {
		s = p.sexOf(parts[1])
	}
	if s != 0 && s != both && len(parts) > 1 {
		return s
	}
	if p.x.Sex != nil && m.role[1] > m.role[0] && m.subject && m.is.Is(language.Role) && !m.is.Is(language.Oblique) && len(parts) > 0 {
		// "министр Каримова": a man's word in the subject's case, and so her name.
		if g := p.x.Sex(parts[len(parts)-1]); g != 0 && g != both && slices.Contains(p.basic(parts[len(parts)-1]), parts[len(parts)-1]) {
			return g
		}
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
