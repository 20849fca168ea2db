// Package voice tells who said what in articles of the languages that have a
// [language.Lexicon] and no learned weights. It knows no word of any language:
// what a word can be comes from the lexicon, and the rules look at classes,
// marks, distances, gender and number.
//
//	„Nein“, sagte Bürgermeisterin Ines Calloway.  ->  a saying of Ines Calloway
//
//	voice.go      the types, and Read: an article to its sayings
//	via.go        to whom it was said
//	statement.go  reported speech without marks
//	page.go       an article taken apart
//	speech.go     what is set apart as said, and what the narrator says inside it
//	mention.go    noun phrases
//	complement.go what goes on with a noun
//	name.go       where names begin and end, and words that only the text shows to be names
//	attribute.go  whose a speech is
//	fragment.go   the same for words in marks inside a sentence
//	stand.go      the same without a word on who speaks
//	topic.go      of whom the text speaks, where a verb has no subject or a noun no name
//	cue.go        reporting words and accords
//	subject.go    the subjects of reporting words
//	clause.go     clauses that tell who reports what stands around them, and sentences in bounded time
//	token.go      words, numbers, marks, sentences
//	resolve.go    whom a role or a pronoun means
//	apposition.go names beside roles
//	figure.go     who appears in the article, and their names in all forms
//	part.go       parts of names: cases, sexes, what the article shows
package voice

import (
	"cmp"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/french"
	"github.com/verbatim-bot/verbatim/corpus/language/german"
	"github.com/verbatim-bot/verbatim/corpus/language/russian"
	"github.com/verbatim-bot/verbatim/corpus/language/spanish"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// Place is words of a paragraph; an empty span is none.
type Place struct {
	Paragraph int
	corpus.Span
}

// Saying is words that somebody said.
type Saying struct {
	Place
	Marked    bool // in quotation marks or behind a dash; else told in the narrator's words
	Mixed     bool // marked, and part of a sentence in plain words
	Figure    int  // index in Findings.Figures, -1 when it is unclear who speaks
	Mention   Place
	Cue       Place
	Via       string
	Denied    bool
	Utterance int     // parts of one utterance share it
	Sure      float64 // in 0..1
}

// NotSaying is words in quotation marks that nobody said.
type NotSaying struct {
	Place
	Why string
}

// Figure is somebody, or a body, that the article speaks of.
type Figure struct {
	Name     string // the fullest form that the article has
	Aliases  []string
	Role     string
	Named    bool // by a name and not only by a description
	Mentions []Place
}

// Findings are all that was found in an article, in text order.
type Findings struct {
	Sayings []Saying
	Not     []NotSaying
	Figures []Figure
}

// Lexicon gives the lexicon of a language that is read by these rules, by its
// tag ("de"), nil for all others.
func Lexicon(tag string) *language.Lexicon {
	switch tag {
	case "de":
		return german.Lexicon()
	case "es":
		return spanish.Lexicon()
	case "fr":
		return french.Lexicon()
	case "ru":
		return russian.Lexicon()
	}
	return nil
}

// Read finds what is said in the article of g, which need only have its runs.
func Read(g *syntax.Page, x *language.Lexicon) *Findings {
	p := read(g, x)
	p.learn()
	for n := range p.paragraphs {
		p.hear(&p.paragraphs[n])
	}
	p.lookAhead()
	return p.findings()
}

// lookAhead gives a speech that runs over into the next paragraph to whom that
// one is given.
func (p *page) lookAhead() {
	for k := len(p.past) - 2; k >= 0; k-- {
		v, w, s, t := &p.past[k], &p.past[k+1], &p.speeches[k], &p.speeches[k+1]
		if s.closed || s.dashed || t.paragraph != s.paragraph+1 || t.tokens[0] != 0 || v.figure >= 0 || v.mention >= 0 || w.figure < 0 {
			continue
		}
		*v = verdict{paragraph: w.paragraph, mention: w.mention, figure: w.figure, cue: -1, sure: w.sure}
		w.follows = true
	}
}

// hear decides who says what in q, the paragraphs before which have been heard.
func (p *page) hear(q *paragraph) {
	q.before = p.global
	if len(q.text) <= longest {
		p.find(q)
		p.findCues(q)
	}
	p.sortCues(q)
	for k := range q.mentions {
		p.resolve(q, k)
		p.subjects(q, k)
		for c := q.mentions[k].cue; c >= 0 && c < len(q.cues) && q.cues[c].source == k; c++ {
			p.wake(q, &q.cues[c])
		}
	}
	p.omitted(q)
	for k := q.first; k < q.end; k++ {
		v := p.attribute(q, k, p.past)
		if p.outlet(q, p.speeches[k].tokens[0]) && (v.mixed || v.why == "" && v.figure < 0) {
			v = verdict{why: "title", figure: -1, mention: -1, cue: -1}
		}
		if v.why == "" {
			v.via = p.via(q, v.cue)
			if v.figure >= 0 {
				f := p.figures[v.figure]
				f.quoted = max(f.quoted, p.global+q.tokens[p.speeches[k].tokens[0]].sentence)
			}
		}
		p.past = append(p.past, v)
	}
	if q.n > 0 {
		p.told = append(p.told, p.statements(q, p.past)...)
	}
	if len(q.tokens) > 0 {
		p.global += q.tokens[len(q.tokens)-1].sentence + 1
	}
}

// wake notes that the source of c speaks.
func (p *page) wake(q *paragraph, c *cue) {
	if c.source < 0 || q.mentions[c.source].figure < 0 {
		return
	}
	f := p.figures[q.mentions[c.source].figure]
	f.quoted = max(f.quoted, p.global+q.tokens[c.token].sentence)
	if m := &q.mentions[c.source]; m.kind == name && !f.body && len(q.nameParts(m)) > 1 && !p.x.Places[f.given] {
		f.person = true // a name of two parts that speaks
	}
}

// findings puts what was decided in the form that others read.
func (p *page) findings() *Findings {
	out := &Findings{}
	index := make([]int, len(p.figures))
	for i, f := range p.figures {
		index[i] = -1
		name := p.called(f)
		if name == "" || len(f.seen) == 0 {
			continue
		}
		index[i] = len(out.Figures)
		g := Figure{Name: name, Role: f.role, Named: f.named}
		for _, x := range f.forms {
			if x.text != name && f.named {
				g.Aliases = append(g.Aliases, x.text)
			}
		}
		for _, s := range f.seen {
			g.Mentions = append(g.Mentions, Place{s.paragraph, s.Span})
		}
		out.Figures = append(out.Figures, g)
	}
	utterance := 0
	for k := range p.past {
		v, s := &p.past[k], &p.speeches[k]
		at := Place{s.paragraph, s.Span}
		if v.why != "" {
			out.Not = append(out.Not, NotSaying{at, v.why})
			continue
		}
		if !v.follows || utterance == 0 {
			utterance++
		}
		out.Sayings = append(out.Sayings, p.saying(at, v, index, utterance, true))
	}
	for i := range p.told {
		utterance++
		out.Sayings = append(out.Sayings, p.saying(Place{p.told[i].paragraph, p.told[i].Span}, &p.told[i].v, index, utterance, false))
	}
	slices.SortStableFunc(out.Sayings, func(a, b Saying) int {
		return cmp.Or(cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.Start, b.Start))
	})
	return out
}

func (p *page) saying(at Place, v *verdict, index []int, utterance int, marked bool) Saying {
	s := Saying{Place: at, Marked: marked, Mixed: marked && v.mixed, Figure: -1, Via: v.via, Denied: v.denied, Utterance: utterance, Sure: v.sure}
	if v.figure >= 0 {
		s.Figure = index[v.figure]
	}
	if v.mention >= 0 {
		q := &p.paragraphs[v.paragraph]
		m := &q.mentions[v.mention]
		s.Mention = Place{v.paragraph, q.span(m.first, m.stop)}
		if w := q.text[s.Mention.Start:s.Mention.End]; w[0] == '-' {
			s.Mention.Start += strings.LastIndexByte(w, '-') + 1 // "-t-il"
		}
	}
	if v.cue >= 0 {
		q := &p.paragraphs[at.Paragraph]
		s.Cue = Place{at.Paragraph, q.tokens[q.cues[v.cue].token].Span}
	}
	return s
}
