package syntax

import (
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
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
// its words that are not closed-class, nine in ten begin with a capital.
func headline(ts []Token) bool {
	n, capital := 0, 0
	for i := range ts {
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
	return n >= 4 && n < 40 && capital*10 >= n*9
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
	case t.Class.Is(english.Opener) && !t.Class.Is(english.Title):
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
		case t.Lower == "and" && (p.portfolio(j-1) || j == i+1 && p.firm(i)):
			j += 2 // Trade and Energy Secretary, Ernst and Young
		case t.Lower == "and" && p.societies(i, j) > 0:
			j = p.societies(i, j)
		case t.Lower == "for" && ts[j-1].Class.Is(english.Body) && ts[j-1].Capital && j+1 < len(ts) && ts[j+1].Capital && portfolios[ts[j+1].Lower]:
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

// portfolio reports whether the words at i and behind the "and" that follows are
// what a ministry or a manager looks after: "Trade and Energy Secretary".
func (p *phrases) portfolio(i int) bool {
	ts := p.ts
	return i+2 < len(ts) && ts[i].Capital && portfolios[ts[i].Lower] && ts[i+1].Lower == "and" && ts[i+2].Capital && portfolios[ts[i+2].Lower]
}

// portfolios are what ministries, committees and managers look after.
var portfolios = language.Words(`trade energy health care education transport transportation culture science agriculture fisheries food
	environment climate labour labor work pensions business innovation skills defence defense security justice home foreign
	finance economy industry industries tourism sport sports youth women children family families equality equalities housing communities
	development research markets technology technologies media digital planning infrastructure interior employment social
	affairs safety water roads rail railways forestry rural heritage arts universities immigration integration veterans commerce
	communications human resources services sales marketing operations investment regulation standards policy strategy
	mines mining oil gas forests lands natural wildlife parks aviation shipping ports customs revenue treasury budget taxation
	welfare aging disability disabilities mental public consumer consumers insurance banking exports imports`)

// firm reports whether the words at i and behind the "and" that follows stand
// nowhere else in the article: "Ernst and Young", who are one.
func (p *phrases) firm(i int) bool {
	ts := p.ts
	if i+2 >= len(ts) || ts[i+1].Lower != "and" {
		return false
	}
	if joint(ts, i) {
		return true
	}
	if i > 0 && ts[i-1].Capital && !ts[i].First {
		return false
	}
	key := pairKey(ts, i)
	n := p.c.pairs[key]
	return n > 0 && p.c.all[ts[i].Lower] == n && p.c.all[ts[i+2].Lower] == n
}

// joint reports whether the words at i and behind the "and" that follows are one
// name by themselves: a country, a firm with its partners or of one surname, a
// party of two kinds of people.
func joint(ts []Token, i int) bool {
	second := &ts[i+2]
	if !second.Capital || !ts[i].Capital {
		return false
	}
	switch {
	case english.Place(ts[i].Lower + " and " + second.Lower):
		return true
	case partners[second.Lower], ts[i].Lower == second.Lower:
		return ts[i].Class&(english.Title|english.Honorific|english.Group) == 0
	}
	return i > 0 && ts[i-1].Lower == "the" && i+3 < len(ts) && !ts[i+3].Capital && ts[i+3].Class.Is(english.Body|english.Group) && inS(ts[i].Lower) && inS(second.Lower)
}

// partners are those whom a firm is named with.
var partners = language.Words(`partners sons son brothers daughters sisters associates company co co. friends`)

// societies is the end of the second half of a body's name whose first half
// ts[i:j) has "of" or "for" in it, or 0: "Federation of Mine and Smelter Unions",
// "Society for Songs and Dances". The half ends in a plural, which is how one
// tells it from somebody else who does the same.
func (p *phrases) societies(i, j int) int {
	ts := p.ts
	body := false
	for k := i; k < j; k++ {
		body = body || k > i && (ts[k].Lower == "of" || ts[k].Lower == "for") && ts[k-1].Class.Is(english.Body)
	}
	end := j + 1
	for end < len(ts) && end <= j+3 && ts[end].Kind == Word && ts[end].Capital && !ts[end].First && !ts[end].Class.Is(english.Title|english.Honorific|english.Demonym) && english.Given(ts[end].Lower) == 0 {
		end++
	}
	if !body || end == j+1 || !inS(ts[end-1].Lower) || end < len(ts) && ts[end].Capital {
		return 0
	}
	return end
}

// pairKey names the pair at i that firm looks up, "" when it is none: two words
// with capitals, neither a place nor a word of the lexicon.
func pairKey(ts []Token, i int) string {
	if i+2 >= len(ts) || ts[i+1].Lower != "and" || i+3 < len(ts) && ts[i+3].Capital {
		return ""
	}
	for _, t := range [...]*Token{&ts[i], &ts[i+2]} {
		if t.Kind != Word || !t.Capital || t.Class&^english.Opener&^english.Status != 0 || len(t.Lower) < 3 || english.Place(t.Lower) || english.Abstract(t.Lower) {
			return ""
		}
	}
	return ts[i].Lower + " " + ts[i+2].Lower
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
			if k+1 < len(ts) && ts[k+1].Kind == Word && ts[k+1].Start > t.End && p.proper(k+1) {
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

// degrees stand behind a name and are no part of it.
var degrees = language.Words(`esq. ph.d. m.d. phd md r.n. m.p. mp qc kc`)

// titleEnd gives where, in the capitalised words ts[k:end), the name proper
// begins, and whether a title stands before it.
func (p *phrases) titleEnd(k, end int) (name int, titled bool) {
	ts := p.ts
	name = k
	for j := k; j < end-1; j++ {
		if ts[j].Class.Is(english.Honorific) {
			name, titled = j+1, true
			continue
		}
		if ts[j].Class.Is(english.Party) && ts[end-1].Class.Is(english.Group) {
			continue // Liberal Democrats
		}
		if !ts[j].Class.Is(english.Title|english.Role) || ts[end-1].Class.Is(english.Body) || j > k && initial(ts[j-1].Lower) {
			continue
		}
		n := j + 1
		if ts[n].Lower == "of" { // Secretary of State, Secretary of the Interior
			n = p.afterOf(n, end)
		}
		if n < end && !ts[n].Class.Is(english.Suffix) {
			name, titled = n, true
		}
	}
	if !titled && p.worked(k, end) {
		return k + 1, true
	}
	for name < end-1 && !titled && ts[name].Class.Is(english.Demonym) && !(ts[name].Class.Is(english.Party) && ts[end-1].Class.Is(english.Group)) && !ts[end-1].Class.Is(english.Body) && !acronym(p.text[ts[name].Start:ts[name].End]) {
		name++
	}
	return name, titled
}

// worked reports whether the word at k, which has its capital from the beginning
// of the sentence, is what the person named by ts[k+1:end) does: "Ferryman Ann
// Oak said". The name behind it must be one by itself: two words, of which the
// first is known as a first name where the word before could be one itself, or
// one word that stands with a capital elsewhere.
func (p *phrases) worked(k, end int) bool {
	t := &p.ts[k]
	if !t.First && (k == 0 || p.ts[k-1].Kind != Mark) || end-k < 2 || english.Given(t.Lower) != 0 || p.c.capital[t.Lower] > 0 {
		return false
	}
	is, sure := english.Occupation(t.Lower)
	if !is {
		return false
	}
	for j := k + 1; j < end; j++ {
		if n := &p.ts[j]; n.Kind != Word || !n.Capital && !n.Class.Is(english.Particle) || n.Class.Is(english.Body|english.Group|english.Document) {
			return false
		}
	}
	next := &p.ts[k+1]
	if initial(next.Lower) || next.Class.Is(english.Suffix) {
		return false
	}
	if end-k == 2 {
		return p.c.lower[t.Lower] > 0 && p.c.capital[next.Lower] > 0
	}
	return sure || english.Given(next.Lower) != 0 || p.c.lower[t.Lower] > 0
}

// initial reports whether w is a single letter with a dot: what follows it in
// a name is no title, as in "Ann B. King".
func initial(w string) bool { return len(w) == 2 && w[1] == '.' }

// afterOf skips "of State", "of Homeland Security", "of Health and Human
// Services", leaving at most the last two or three words for the name.
func (p *phrases) afterOf(n, end int) int {
	ts := p.ts
	j := n + 1
	if j < end && ts[j].Lower == "the" {
		j++
	}
	j++                                     // State
	for j+1 < end && ts[j].Lower == "and" { // Health and Human
		j += 2
	}
	if j < end && (ts[j].Lower == "security" || ts[j].Lower == "affairs" || ts[j].Lower == "services" || ts[j].Lower == "development") {
		j++
	}
	return min(j, end)
}

// bodily reports whether the name ts[name:end) looks like an organisation or a
// place: a word for one, capitals throughout, or "the" before it.
func (p *phrases) bodily(i, name, end int) bool {
	ts := p.ts
	last := &ts[end-1]
	if last.Kind == Clitic { // McDonald’s
		return true
	}
	if last.Class.Is(english.Body|english.Document) && (end-name > 1 || !last.Class.Is(english.Role)) {
		return true
	}
	for j := name; j < end; j++ {
		if ts[j].Lower == "and" && j > name && j+1 < end {
			return true // Ernst and Young
		}
		if ts[j].Lower == "of" && j > name && ts[j-1].Class.Is(english.Body) {
			return true
		}
	}
	first := p.text[ts[name].Start:ts[name].End]
	if end-name == 1 && acronym(p.text[last.Start:last.End]) {
		return true
	}
	if end-name > 1 && acronym(first) && len(first) > 2 && !strings.Contains(first, ".") && !acronym(p.text[last.Start:last.End]) && last.Kind == Word {
		return true // CNN International
	}
	return i < name && ts[i].Lower == "the" && i+1 == name && !last.Class.Is(english.Role|english.Group)
}
