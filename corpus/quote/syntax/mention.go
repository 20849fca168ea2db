package syntax

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// mentionKind says what a mention is made of.
type mentionKind uint8

const (
	Name    mentionKind = iota // "Jane Doe", "Sen. Doe", "the White House", "his lawyer Jane Doe"
	Pronoun                    // "he", "his", "who", "I"
	Nominal                    // "a spokesman for Mr. Doe", "officials", "the mayor", "some"
)

// Mention is a noun phrase that may name a source: a person, a body, or words
// with an author ("the report"). Mentions are found everywhere in a paragraph,
// one inside another too: "a spokesman for Mr. Doe" holds "Mr. Doe".
type Mention struct {
	corpus.Span        // the phrase as a source prints it, titles and "of X" included, appositions not
	First, Stop int    // its tokens, ts[first:end)
	Head        int    // the token that tells who: "Doe", "spokesman", "he"
	Name        [2]int // a name without titles, ts[name[0]:name[1]); equal for others
	Title       [2]int // what stands before a name: "President", "his lawyer"; equal when nothing does
	After       int    // the token after the phrase with its appositions, brackets and ", who … ,": "said" in "Doe, 43, a clerk, said"
	Kind        mentionKind
	Plural      bool
	Definite    bool   // a name, a pronoun, or begins with the, this, a possessive
	Body        bool   // looks like an organisation, a place or a document, not like a person
	Possessive  bool   // written with ’s, or his, her, their
	Quoted      bool   // inside one of the quoted runs
	Within      int    // index of the smallest mention that encloses this one, -1 when none does
	Apposed     int    // index of the mention that stands in apposition to it, either way; -1 when none does
	Thing       bool   // a name that an apposition calls something that is no person: "Bright Start, a scheme"
	Role        [2]int // tokens of the role that a title or an apposition gives a name; equal when none is given
}

// phrases finds the noun phrases of an article's paragraphs, one at a time. It
// is used again for each.
type phrases struct {
	c        *casing
	text     string
	ts       []Token
	headline bool
	title    bool // the article's title, where nouns stand without their articles: "report says"
	quoted   []bool
	out      []Mention
	at       []int // the outermost mention that begins at a token, +1
}

// find finds the mentions of q in text order, an enclosing one before those
// inside it. quoted are the paragraph's quoted runs, in order. It looks at each
// token a bounded number of times. buf is reused.
func (p *phrases) find(q *Paragraph, quoted []corpus.Span, buf []Mention) []Mention {
	p.text, p.ts, p.headline, p.out = q.Text, q.Tokens, q.Headline, buf[:0]
	p.markQuoted(quoted)
	for i := 0; i < len(p.ts); {
		i = max(i+1, p.add(i, -1))
	}
	p.appose()
	return p.out
}

func (p *phrases) markQuoted(runs []corpus.Span) {
	p.quoted = zeros(p.quoted, len(p.ts))
	k := 0
	for i := range p.ts {
		for k < len(runs) && runs[k].End <= p.ts[i].Start {
			k++
		}
		p.quoted[i] = k < len(runs) && runs[k].Start <= p.ts[i].Start
	}
}

// phraseLimit bounds the tokens of one noun phrase.
const phraseLimit = 16

// add appends the mention that begins at token i, if one does, and those
// inside it. It gives the token after it, or i when there is none.
func (p *phrases) add(i, within int) int {
	t := &p.ts[i]
	if t.Kind != Word && t.Kind != Number {
		return i
	}
	if t.Class.Is(english.Pronoun) && !t.Class.Is(english.Determiner) && !p.object(i) {
		return p.pronoun(i, within)
	}
	if p.negated(i) {
		return i
	}
	m, ok := p.phrase(i)
	if !ok {
		if t.Class.Is(english.Pronoun) {
			return p.pronoun(i, within)
		}
		return i
	}
	if within >= 0 && m.Stop > p.out[within].Stop { // keeps "the aide of the aide of …" linear
		m.Stop = p.out[within].Stop
		if m.Head >= m.Stop || m.Name[1] > m.Stop {
			return i
		}
		m.End, m.After = p.ts[m.Stop-1].End, m.Stop
	}
	m.Within = within
	at := len(p.out)
	p.out = append(p.out, m)
	p.inside(at)
	return m.Stop
}

// negated reports whether the word at i is a verb that is said not to happen:
// "does not surprise pollster Jane Doe".
func (p *phrases) negated(i int) bool {
	t := &p.ts[i]
	return i > 1 && !t.Capital && t.Kind == Word && !t.Class.Is(english.Closed) && p.ts[i-1].Lower == "not" && doing[p.ts[i-2].Lower]
}

// doing are the auxiliaries that a bare verb follows.
var doing = language.Words(`do does did will would shall should can could may might must`)

// object reports whether a pronoun that is a possessive too ("her") begins a
// longer phrase: "her lawyer".
func (p *phrases) object(i int) bool {
	return p.ts[i].Class.Is(english.Possessive) && i+1 < len(p.ts) && p.nounlike(i+1, true)
}

// pronoun appends the pronoun at i.
func (p *phrases) pronoun(i, within int) int {
	t := &p.ts[i]
	m := Mention{
		Span: t.Span, First: i, Stop: i + 1, Head: i, Kind: Pronoun, Definite: true,
		Quoted: p.quoted[i], Within: within, Apposed: -1, After: i + 1,
		Possessive: t.Class.Is(english.Possessive) && !t.Class.Is(english.Pronoun) || p.object(i),
	}
	switch t.Lower {
	case "they", "we", "them", "us", "their", "our":
		m.Plural = true
	case "it", "its", "which":
		m.Body = true
	case "i", "me", "you", "he", "she", "him", "her", "who", "whom", "whose", "his", "my", "your":
	case "that", "this", "these", "those", "another":
		return i
	default: // everyone, some, others
		m.Kind, m.Definite = Nominal, false
		m.Plural = !t.Class.Is(english.Body) && t.Lower != "one" && t.Lower != "everyone" && t.Lower != "someone"
	}
	p.out = append(p.out, m)
	return i + 1
}

// inside appends the mentions inside out[at]: possessors, names used as
// modifiers, and what follows "of" or "for".
func (p *phrases) inside(at int) {
	m := p.out[at]
	for j := m.First; j < m.Stop; {
		t := &p.ts[j]
		switch {
		case j >= m.Name[0] && j < m.Name[1]:
			j = m.Name[1]
		case t.Class.Is(english.Possessive):
			p.pronoun(j, at)
			p.out[len(p.out)-1].Possessive = true
			j++
		case j > m.Head && t.Class.Is(english.Preposition) && j+1 < m.Stop:
			j = max(j+1, p.add(j+1, at))
		case t.Lower == "of" && j < m.Name[0]: // "Secretary of State"
			j = m.Name[0]
		case j == m.First && t.Class.Is(english.Determiner) && p.possessor(at):
			j = max(j+1, p.out[len(p.out)-1].Stop)
		case t.Class.Is(english.Honorific | english.Title | english.Role | english.Demonym):
			j++
		case p.proper(j):
			j = max(j+1, p.modifier(at, j)) // a name may end at once, where the head begins
		default:
			j++
		}
	}
}

// possessor appends the possessor that out[at] begins with, if it is not a
// name: "the union" in "the union’s secretary-general".
func (p *phrases) possessor(at int) bool {
	m := p.out[at]
	for j := m.First + 1; j < m.Stop; j++ {
		if p.ts[j].Capital {
			return false
		}
		if !p.possessiveAt(j) {
			continue
		}
		h := p.ts[j-1].Class
		p.out = append(p.out, Mention{
			Span: corpus.Span{Start: m.Start, End: p.ts[j-1].End}, First: m.First, Stop: j, Head: j - 1, Kind: Nominal,
			Definite: m.Definite, Plural: h.Is(english.Group), Body: h.Is(english.Body | english.Document), Possessive: true,
			Quoted: m.Quoted, Within: at, Apposed: -1, After: j,
		})
		return true
	}
	return false
}

// modifier appends the name that begins at j inside the title or before the
// head of out[at]: "Doe" in "Doe campaign aides" and in "Doe’s wife".
func (p *phrases) modifier(at, j int) int {
	e := p.nameEnd(j)
	stop := p.out[at].Stop
	if p.out[at].Kind == Name {
		stop = p.out[at].Name[0]
	}
	if e = min(e, stop); e <= j {
		return j // the name of out[at] is the first thing in it
	}
	for k := j + 1; k < e; k++ {
		if p.ts[k].Class.Is(english.Title | english.Role) { // "U.S. Secretary of State"
			e = k
		}
	}
	m := p.named(j, j, e)
	if m.Name[0] == m.Name[1] {
		return e
	}
	m.Within = at
	m.Possessive = p.possessiveAt(e)
	p.out = append(p.out, m)
	return e
}

// possessiveAt reports whether token i makes a possessive of the word before.
func (p *phrases) possessiveAt(i int) bool {
	if i <= 0 || i >= len(p.ts) || p.ts[i].Start != p.ts[i-1].End {
		return false
	}
	switch p.ts[i].Kind {
	case Clitic:
		return p.ts[i].Lower == "'s"
	case Mark:
		w := p.ts[i-1].Lower
		return (p.ts[i].Lower == "'" || p.ts[i].Lower == "’") && w[len(w)-1] == 's' &&
			i+1 < len(p.ts) && p.ts[i+1].Start > p.ts[i].End && p.ts[i+1].Kind == Word
	}
	return false
}
