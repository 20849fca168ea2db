package quote

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// mentionKind says what a mention is made of.
type mentionKind uint8

const (
	nameMention    mentionKind = iota // "Jane Doe", "Sen. Doe", "the White House", "his lawyer Jane Doe"
	pronounMention                    // "he", "his", "who", "I"
	nominalMention                    // "a spokesman for Mr. Doe", "officials", "the mayor", "some"
)

// mention is a noun phrase that may name a source: a person, a body, or words
// with an author ("the report"). Mentions are found everywhere in a paragraph,
// one inside another too: "a spokesman for Mr. Doe" holds "Mr. Doe".
type mention struct {
	corpus.Span        // the phrase as a source prints it, titles and "of X" included, appositions not
	first, end  int    // its tokens, ts[first:end)
	head        int    // the token that tells who: "Doe", "spokesman", "he"
	name        [2]int // a name without titles, ts[name[0]:name[1]); equal for others
	title       [2]int // what stands before a name: "President", "his lawyer"; equal when nothing does
	next        int    // the token after the phrase with its appositions, brackets and ", who … ,": "said" in "Doe, 43, a clerk, said"
	kind        mentionKind
	plural      bool
	definite    bool   // a name, a pronoun, or begins with the, this, a possessive
	body        bool   // looks like an organisation, a place or a document, not like a person
	possessive  bool   // written with ’s, or his, her, their
	quoted      bool   // inside one of the quoted runs
	within      int    // index of the smallest mention that encloses this one, -1 when none does
	apposed     int    // index of the mention that stands in apposition to it, either way; -1 when none does
	role        [2]int // tokens of the role that a title or an apposition gives a name; equal when none is given
}

// phrases finds the noun phrases of an article's paragraphs, one at a time. It
// is used again for each.
type phrases struct {
	c        *casing
	text     string
	ts       []token
	headline bool
	quoted   []bool
	out      []mention
	at       []int // the outermost mention that begins at a token, +1
}

// find finds the mentions of q in text order, an enclosing one before those
// inside it. quoted are the paragraph's quoted runs, in order. It looks at each
// token a bounded number of times. buf is reused.
func (p *phrases) find(q *paragraph, quoted []corpus.Span, buf []mention) []mention {
	p.text, p.ts, p.headline, p.out = q.text, q.tokens, q.headline, buf[:0]
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
	if t.kind != wordToken && t.kind != numberToken {
		return i
	}
	if t.is.Is(english.Pronoun) && !t.is.Is(english.Determiner) && !p.object(i) {
		return p.pronoun(i, within)
	}
	if p.negated(i) {
		return i
	}
	m, ok := p.phrase(i)
	if !ok {
		if t.is.Is(english.Pronoun) {
			return p.pronoun(i, within)
		}
		return i
	}
	if within >= 0 && m.end > p.out[within].end { // keeps "the aide of the aide of …" linear
		m.end = p.out[within].end
		if m.head >= m.end || m.name[1] > m.end {
			return i
		}
		m.End, m.next = p.ts[m.end-1].End, m.end
	}
	m.within = within
	at := len(p.out)
	p.out = append(p.out, m)
	p.inside(at)
	return m.end
}

// negated reports whether the word at i is a verb that is said not to happen:
// "does not surprise pollster Jane Doe".
func (p *phrases) negated(i int) bool {
	t := &p.ts[i]
	return i > 1 && !t.capital && t.kind == wordToken && !t.is.Is(english.Closed) && p.ts[i-1].lower == "not" && doing[p.ts[i-2].lower]
}

// doing are the auxiliaries that a bare verb follows.
var doing = language.Words(`do does did will would shall should can could may might must`)

// object reports whether a pronoun that is a possessive too ("her") begins a
// longer phrase: "her lawyer".
func (p *phrases) object(i int) bool {
	return p.ts[i].is.Is(english.Possessive) && i+1 < len(p.ts) && p.nounlike(i+1, true)
}

// pronoun appends the pronoun at i.
func (p *phrases) pronoun(i, within int) int {
	t := &p.ts[i]
	m := mention{
		Span: t.Span, first: i, end: i + 1, head: i, kind: pronounMention, definite: true,
		quoted: p.quoted[i], within: within, apposed: -1, next: i + 1,
		possessive: t.is.Is(english.Possessive) && !t.is.Is(english.Pronoun) || p.object(i),
	}
	switch t.lower {
	case "they", "we", "them", "us", "their", "our":
		m.plural = true
	case "it", "its", "which":
		m.body = true
	case "i", "me", "you", "he", "she", "him", "her", "who", "whom", "whose", "his", "my", "your":
	case "that", "this", "these", "those", "another":
		return i
	default: // everyone, some, others
		m.kind, m.definite = nominalMention, false
		m.plural = !t.is.Is(english.Body) && t.lower != "one" && t.lower != "everyone" && t.lower != "someone"
	}
	p.out = append(p.out, m)
	return i + 1
}

// inside appends the mentions inside out[at]: possessors, names used as
// modifiers, and what follows "of" or "for".
func (p *phrases) inside(at int) {
	m := p.out[at]
	for j := m.first; j < m.end; {
		t := &p.ts[j]
		switch {
		case j >= m.name[0] && j < m.name[1]:
			j = m.name[1]
		case t.is.Is(english.Possessive):
			p.pronoun(j, at)
			p.out[len(p.out)-1].possessive = true
			j++
		case j > m.head && t.is.Is(english.Preposition) && j+1 < m.end:
			j = max(j+1, p.add(j+1, at))
		case t.lower == "of" && j < m.name[0]: // "Secretary of State"
			j = m.name[0]
		case j == m.first && t.is.Is(english.Determiner) && p.possessor(at):
			j = max(j+1, p.out[len(p.out)-1].end)
		case t.is.Is(english.Honorific | english.Title | english.Role | english.Demonym):
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
	for j := m.first + 1; j < m.end; j++ {
		if p.ts[j].capital {
			return false
		}
		if !p.possessiveAt(j) {
			continue
		}
		h := p.ts[j-1].is
		p.out = append(p.out, mention{
			Span: corpus.Span{Start: m.Start, End: p.ts[j-1].End}, first: m.first, end: j, head: j - 1, kind: nominalMention,
			definite: m.definite, plural: h.Is(english.Group), body: h.Is(english.Body | english.Document), possessive: true,
			quoted: m.quoted, within: at, apposed: -1, next: j,
		})
		return true
	}
	return false
}

// modifier appends the name that begins at j inside the title or before the
// head of out[at]: "Doe" in "Doe campaign aides" and in "Doe’s wife".
func (p *phrases) modifier(at, j int) int {
	e := p.nameEnd(j)
	stop := p.out[at].end
	if p.out[at].kind == nameMention {
		stop = p.out[at].name[0]
	}
	e = min(e, stop)
	for k := j + 1; k < e; k++ {
		if p.ts[k].is.Is(english.Title | english.Role) { // "U.S. Secretary of State"
			e = k
		}
	}
	m := p.named(j, j, e)
	if m.name[0] == m.name[1] {
		return e
	}
	m.within = at
	m.possessive = p.possessiveAt(e)
	p.out = append(p.out, m)
	return e
}

// possessiveAt reports whether token i makes a possessive of the word before.
func (p *phrases) possessiveAt(i int) bool {
	if i <= 0 || i >= len(p.ts) || p.ts[i].Start != p.ts[i-1].End {
		return false
	}
	switch p.ts[i].kind {
	case clitic:
		return p.ts[i].lower == "'s"
	case markToken:
		w := p.ts[i-1].lower
		return (p.ts[i].lower == "'" || p.ts[i].lower == "’") && w[len(w)-1] == 's' &&
			i+1 < len(p.ts) && p.ts[i+1].Start > p.ts[i].End && p.ts[i+1].kind == wordToken
	}
	return false
}
