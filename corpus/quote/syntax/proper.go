package syntax

import (
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// casing counts how an article writes each word that it somewhere begins with
// a capital, to tell "Police said" from "Pollock said" at the beginning of a
// sentence and in headlines.
type casing struct {
	lower   map[string]int // written without a capital
	capital map[string]int // written with one where nothing but a name asks for it
	all     map[string]int // written with one anywhere
	pairs   map[string]int // two such words with "and" between them: see firm
}

// casingOf counts the words of an article's paragraphs; headlines and other
// lines in title case are not counted, and neither is the title.
func casingOf(paragraphs []Paragraph) *casing {
	c := &casing{lower: map[string]int{}, capital: map[string]int{}, all: map[string]int{}, pairs: map[string]int{}}
	for n := range paragraphs {
		counts := n > 0 && !paragraphs[n].Headline
		ts := paragraphs[n].Tokens
		for i := range ts {
			t := &ts[i]
			if t.Kind != Word || !t.Capital {
				continue
			}
			c.lower[t.Lower] = 0
			c.all[t.Lower]++
			if key := pairKey(ts, i); key != "" {
				c.pairs[key]++
			}
			if counts && !t.First && i > 0 && ts[i-1].Kind != Mark && ts[i-1].Lower != ":" {
				c.capital[t.Lower]++
			}
		}
	}
	for n := range paragraphs {
		if n == 0 || paragraphs[n].Headline {
			continue
		}
		ts := paragraphs[n].Tokens
		for i := range ts {
			if t := &ts[i]; t.Kind == Word && !t.Capital {
				if k, ok := c.lower[t.Lower]; ok {
					c.lower[t.Lower] = k + 1
				}
			}
		}
	}
	return c
}

// headline reports whether ts is written in title case, as headlines are: of
// its words that are not closed-class, nine in ten begin with a capital. A line
// in capitals is one too, unless it has a colon, as in transcripts.
func headline(ts []Token) bool {
	n, capital, shouted := 0, 0, len(ts) > 1
	for i := range ts {
		if t := &ts[i]; t.Kind == Word && !t.shouted || t.Lower == ":" {
			shouted = false
		}
		if t := &ts[i]; t.Kind == Word && !t.Class.Is(english.Closed) && len(t.Lower) > 2 {
			n++
			if t.Capital {
				capital++
			}
		}
		if n >= 40 {
			break // too long for a headline
		}
	}
	return shouted && n > 1 || n >= 4 && n < 40 && capital*10 >= n*9
}

// proper reports whether the token at i belongs to a name.
func (p *phrases) proper(i int) bool {
	t := &p.ts[i]
	if t.Kind != Word || !t.Capital || t.Lower == "i" || compound(t.Lower) {
		return false
	}
	if t.Class.Is(english.Honorific) || t.name {
		return true
	}
	if t.Class.Is(english.Closed | english.Adverb) {
		name := t.Class.Is(english.Conjunction|english.Preposition|english.Auxiliary|english.Adverb) && !t.First && p.c.capital[t.Lower] > 0 && p.c.lower[t.Lower] == 0
		if !name {
			return false
		}
	}
	next := i+1 < len(p.ts) && p.ts[i+1].Kind == Word && p.ts[i+1].Capital && !p.ts[i+1].Class.Is(english.Closed)
	if t.Class.Is(english.Calendar) {
		if weekdays[t.Lower] || months[t.Lower] {
			return false
		}
		return next && !p.ts[i+1].Class.Is(english.Calendar) && !p.headline
	}
	if p.headline {
		return p.c.capital[t.Lower] > 0 && p.c.lower[t.Lower] <= p.c.capital[t.Lower]
	}
	if p.portfolio(i) {
		return true
	}
	if opens := t.First || i > 0 && (p.ts[i-1].Kind == Mark || p.ts[i-1].Lower == ":"); !opens {
		return true
	}
	if t.Class.Is(english.Title) && i+2 < len(p.ts) && p.ts[i+1].Lower == "of" && p.ts[i+2].Capital { // Secretary of State
		return true
	}
	low, high := p.c.lower[t.Lower], p.c.capital[t.Lower]
	switch {
	case acronym(p.text[t.Start:t.End]), high > low:
		return true
	case t.Class.Is(english.Opener) && !t.Class.Is(english.Title), plural(t.Lower).Is(english.Opener | english.SayingNoun | english.Document):
		return false
	case low > 0:
		return next && t.Class.Is(english.Title|english.Body)
	case next:
		verb := t.Class.Is(english.Verb) && (t.Class.Is(english.Past) || strings.HasSuffix(t.Lower, "s") || strings.HasSuffix(t.Lower, "ing"))
		return !verb && !t.Class.Is(english.Group) || t.Class.Is(english.Title) || p.c.capital[p.ts[i+1].Lower] == 0
	}
	switch w := t.Lower; {
	case t.Class.Is(english.Group | english.Role | english.Body | english.Document | english.Verb | english.SayingNoun | english.Measure | english.Status):
		return false
	case strings.HasSuffix(w, "ly"), strings.HasSuffix(w, "ing"):
		return false
	case english.Abstract(w) && english.Given(w) == 0:
		return false
	}
	return true
}

// plural gives the classes of the noun that w is the plural of, 0 when it is none:
// "rumours", "stories".
func plural(w string) english.Class {
	if !inS(w) {
		return 0
	}
	if s, ok := strings.CutSuffix(w, "ies"); ok {
		return english.Of(s + "y")
	}
	return english.Of(w[:len(w)-1])
}

// compound reports whether w is an adjective made of a name: "Moscow-led".
func compound(w string) bool {
	k := strings.LastIndexByte(w, '-')
	if k < 0 || articles[w[:k]] { // "al-Sayed" is a name
		return false
	}
	switch w = w[k+1:]; w {
	case "era", "style", "run", "born", "wide", "like", "only", "free", "friendly", "area", "led", "based", "linked", "held":
		return true
	}
	return len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing"))
}

// acronym reports whether w is written in capitals: "TASS", "U.N.".
func acronym(w string) bool {
	n := 0
	for _, r := range w {
		switch {
		case unicode.IsUpper(r):
			n++
		case r == '.' || r == '&' || r == '-' || unicode.IsDigit(r):
		default:
			return false
		}
	}
	return n >= 2
}

// nameEnd gives the end of the capitalised words that begin at i: particles,
// initials and suffixes inside a name belong to it, and so does "of State".
func (p *phrases) nameEnd(i int) int {
	ts, j := p.ts, i+1
	for j < len(ts) && j < i+phraseLimit && p.quoted[j] == p.quoted[i] {
		if ts[j].First {
			return j
		}
		switch t := &ts[j]; {
		case t.Kind == Word && t.Capital && t.Start-ts[j-1].End <= 2 && (p.proper(j) || t.Class.Is(english.Suffix)):
			j++
		case t.Lower == "," && j+1 < len(ts) && ts[j+1].Class.Is(english.Suffix) && ts[j+1].Capital:
			j += 2
		case t.Class.Is(english.Particle) && !t.Capital && t.Lower != "of" && p.particles(j) > 0:
			j = p.particles(j)
		case t.Lower == "of" && ts[j-1].Class.Is(english.Title|english.Body|english.Role) && !ts[j-1].Class.Is(english.Party) && (j == i+1 || !initial(ts[j-2].Lower)) && p.ofName(j+1) > 0:
			j = p.ofName(j + 1)
		case p.nick(j) > 0:
			j = p.nick(j)
		case t.Kind == Clitic && j == i+1 && p.brand(j):
			return j + 1
		case t.Lower == "&" && j+1 < len(ts) && p.proper(j+1):
			j += 2
		case t.Lower == "and" && (p.portfolio(j-1) || j == i+1 && p.firm(i) || p.country(i, j)):
			j += 2 // Trade and Energy Secretary, Ernst and Young
		case t.Lower == "and" && p.societies(i, j) > 0:
			j = p.societies(i, j)
		case t.Lower == "for" && ts[j-1].Class.Is(english.Body) && ts[j-1].Capital && j+1 < len(ts) && ts[j+1].Capital && (portfolios[ts[j+1].Lower] || inS(ts[j+1].Lower)):
			j += 2 // Department for Roads
		case t.Lower == "and" && j+1 < len(ts) && p.proper(j+1) && j > i+1 && ts[j-2].Lower == "of" && ts[j-1].Capital:
			j += 2 // Secretary of Health and Human Services
		default:
			return j
		}
	}
	return j
}

// particles is the end of the particles at j and the capitalised word after
// them ("von der Berg"), or 0.
func (p *phrases) particles(j int) int {
	for n := 0; n < 3 && j+1 < len(p.ts); n++ {
		if !p.ts[j].Class.Is(english.Particle) {
			return 0
		}
		if j++; p.proper(j) {
			return j + 1
		}
	}
	return 0
}

// nick gives the end of the nickname that stands at j inside a name, in marks
// or brackets, when the name goes on behind it: "Ann (Annie) Oak"; else 0.
func (p *phrases) nick(j int) int {
	ts := p.ts
	bracket := ts[j].Lower == "("
	if !bracket && ts[j].Kind != Mark || ts[j].Start == ts[j-1].End || p.quoted[j] {
		return 0
	}
	for k := j + 1; k < len(ts) && k <= j+4; k++ {
		t := &ts[k]
		if k > j+1 && (bracket && t.Lower == ")" || !bracket && t.Kind == Mark) {
			if k+1 < len(ts) && ts[k+1].Kind == Word && ts[k+1].Start > t.End && (p.proper(k+1) || p.particles(k+1) > 0) {
				return k + 1
			}
			return 0
		}
		if t.Kind != Word || !t.Capital && t.Lower != "the" {
			return 0
		}
	}
	return 0
}

// beginsName reports whether a name begins with the particle at i: "von der
// Berg said". Words that are more than a particle begin none.
func (p *phrases) beginsName(i int) bool {
	t := &p.ts[i]
	return t.Class == english.Particle && !t.Capital && len(t.Lower) > 1 && p.particles(i) > 0 && (i == 0 || !p.ts[i-1].Capital || p.ts[i-1].Kind != Word)
}

// brand reports whether the ’s at i belongs to the name before it, that of a
// business: "McDonald’s said it was sorry", "said Sotheby’s."
func (p *phrases) brand(i int) bool {
	ts := p.ts
	if !p.possessiveAt(i) || ts[i].Kind != Clitic || i < 1 || ts[i-1].Class.Is(english.Calendar|english.Pronoun) {
		return false
	}
	if i+1 == len(ts) || ts[i+1].Kind == Punct && ts[i+1].Lower != "-" && ts[i+1].Lower != "/" {
		return i > 1 && ts[i-2].Class.Is(english.Saying) // said Sotheby’s.
	}
	switch t := &ts[i+1]; t.Lower {
	case "said", "says", "told", "has", "had", "was", "is", "did", "does":
		return true
	}
	return ts[i+1].Class.Is(english.Past) && i+2 < len(ts) && (ts[i+2].Class.Is(english.Pronoun|english.Determiner) || ts[i+2].Lower == "that" || ts[i+2].Kind == Mark)
}

// ofName is the end of the name that follows "of" inside a name, or 0: the
// first word of "of State" only, as the person's own name may follow.
func (p *phrases) ofName(j int) int {
	if j < len(p.ts) && p.ts[j].Lower == "the" {
		j++
	}
	if j < len(p.ts) && p.proper(j) {
		return j + 1
	}
	return 0
}

// named makes the mention ts[i:end) and finds the name at its end, which does
// not begin before start. Without one, name is empty.
func (p *phrases) named(i, start, end int) Mention {
	ts := p.ts
	m := Mention{First: i, Stop: end, Head: end - 1, After: end, Kind: Name, Definite: true, Within: -1, Apposed: -1, Quoted: p.quoted[i]}
	m.Span = corpus.Span{Start: ts[i].Start, End: ts[end-1].End}
	k := end
	if ts[k-1].Kind == Clitic && k-1 > start {
		k--
	}
	for k > start && (p.proper(k-1) || ts[k-1].Class.Is(english.Suffix) && ts[k-1].Capital || k < end && ts[k-1].Class.Is(english.Particle) && !ts[k-1].Capital ||
		k < end && (ts[k-1].Lower == "for" && k-2 >= start && ts[k-2].Class.Is(english.Body) || ts[k-1].Kind == Mark || ts[k-1].Lower == "(" || ts[k-1].Lower == ")" || k > start+1 && ts[k-2].Kind == Mark || ts[k-1].Lower == "," || ts[k-1].Lower == "&" || ts[k-1].Lower == "the" || ts[k-1].Lower == "and") && k-1 > start) {
		k--
	}
	particle := p.beginsName(i) // "von Berg said"
	for k < end && !ts[k].Capital && (k > i || !particle) {
		k++
	}
	if k == end {
		return m
	}
	if i < k && ts[i].Class.Is(english.Determiner|english.Possessive) && ts[end-1].Class.Is(english.Role|english.Title) && !ts[end-1].Class.Is(english.Body) && !p.apt(k-1) {
		return m // the National Committeeman
	}
	name, titled := p.titleEnd(k, end)
	m.Name = [2]int{name, end}
	for m.Name[1]-1 > name && degrees[ts[m.Name[1]-1].Lower] {
		if m.Name[1]--; m.Name[1]-1 > name && ts[m.Name[1]-1].Lower == "," {
			m.Name[1]--
		}
	}
	m.Title = [2]int{i, name}
	m.Possessive = p.possessiveAt(end)
	m.Head = end - 1
	for m.Head > name && (ts[m.Head].Class.Is(english.Suffix) || ts[m.Head].Kind == Clitic) {
		m.Head--
	}
	m.Plural = ts[m.Head].Class.Is(english.Group) && !titled
	m.Body = !titled && p.bodily(i, name, end)
	if titled || name > k || start < name && p.apt(name-1) && !ts[name-1].Class.Is(english.Demonym) {
		m.Role = [2]int{i, name}
		m.Body = !titled && (ts[name-1].Class.Is(english.Body) && !ts[name-1].Class.Is(english.Role|english.Title) || ts[name-1].Class.Is(english.Document))
	}
	return m
}
