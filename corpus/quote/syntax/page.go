// Package syntax takes the text of an article apart for the extractor of quotes:
// the runs of quotation marks, the words, the noun phrases that may name who
// speaks (mentions), and the links from reporting words to them. It decides
// nothing: several links may claim one cue, and whoever reads a [Page] chooses.
//
//	“No,” said Mayor Ines Calloway.  ->  a run, a cue "said", a mention, a link from one to the other
//
//	page.go        an article as a page: Read, Close, paragraphs and their units
//	run.go         pairs of quotation marks
//	mark.go        quotation marks, told from apostrophes and inches
//	token.go       words, numbers and marks with the classes that the lexicon gives them
//	calendar.go    months and weekdays that are names
//	sentence.go    where sentences end
//	mention.go     noun phrases, one inside another
//	phrase.go      one noun phrase: determiner, modifiers, head, what "of" adds
//	apposition.go  "Jane Doe, a clerk, who …, said"
//	proper.go      which capitals make a name, and where names begin and end
//	title.go       what stands before the name proper: titles, occupations
//	firm.go        "and" inside a name
//	clause.go      links: which mention is the subject of which verb
//	room.go        the memory of a page, used again
package syntax

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// Page is an article taken apart: what every later step reads.
type Page struct {
	room    *room
	article *corpus.Article
	Size    int   // bytes of its text
	English bool  // whether the rules for English apply; else only the runs are known
	Runs    []run // in text order
	// Paragraphs[n] is paragraph n of the article, 0 being the title. They
	// hold only their runs when the article's language is not English.
	Paragraphs []Paragraph
}

// Paragraph is one paragraph taken apart.
type Paragraph struct {
	Text       string
	Runs       []run // its part of Page.Runs
	FirstRun   int   // index in Page.Runs of Runs[0]
	Tokens     []Token
	Headline   bool // written in title case
	Mentions   []Mention
	Units      []Unit
	Links      []Link
	LinkOf     []int  // for each unit, 1 + the first of links whose source it is
	linkBy     []int  // for each unit, 1 + the first of links whose cue it is
	UnitAt     []int  // for each token, the unit that holds it
	Speaks     []bool // for each unit, whether it is the source of a cue of saying
	LastSpeaks int    // the last such unit, -1 when there is none
}

// Unit is a paragraph as the grammar of attribution sees it: a token outside
// quotation marks, a whole mention with what belongs to it, or a whole run.
type Unit struct {
	First, End int    // its tokens
	Run        int    // index in Page.Runs, -1 when it is no run
	Mention    int    // index in Paragraph.Mentions, -1 when it is no mention
	Sentence   int    // of the paragraph, a run being part of the sentence it begins in
	Symbol     string // what it looks like to the model, never an open-class word
	Class      english.Class
}

// Read takes a apart, in time linear in its length. Whoever is done with the
// page closes it.
func Read(a *corpus.Article) *Page {
	r := rooms.Get().(*room)
	g := &Page{room: r, article: a, English: a.Language == "en" || a.Language == "", Runs: runs(a, r), Paragraphs: r.paragraphs.take(len(a.Paragraphs) + 1)}
	k := 0
	for n := range g.Paragraphs {
		q := &g.Paragraphs[n]
		p, _ := a.Paragraph(n)
		q.Text, q.FirstRun = p.Text, k
		g.Size += len(p.Text)
		for k < len(g.Runs) && g.Runs[k].Paragraph == n {
			k++
		}
		q.Runs = g.Runs[q.FirstRun:k]
	}
	if !g.English {
		return g
	}
	for n := range g.Paragraphs {
		q := &g.Paragraphs[n]
		q.Tokens = r.tokens.close(tokenize(q.Text, r.tokens.open(len(q.Text)/4+1)))
		q.Headline = headline(q.Tokens)
	}
	nameDays(g.Paragraphs)
	p := phrases{c: casingOf(g.Paragraphs)}
	var quoted []corpus.Span
	for n := range g.Paragraphs {
		q := &g.Paragraphs[n]
		quoted = quoted[:0]
		for _, r := range q.Runs {
			quoted = append(quoted, r.Span)
		}
		p.title = n == 0
		q.Mentions = r.mentions.close(p.find(q, quoted, r.mentions.open(len(q.Tokens)/3+1)))
		q.Units = r.units.close(q.divide(r.units.open(len(q.Tokens))))
		q.link(r)
	}
	return g
}

// Ref names words of the page.
func (g *Page) Ref(n int, s corpus.Span) corpus.Ref {
	return corpus.Ref{Article: g.article.ID, Paragraph: n, Span: s}
}

// divide gives the units of q. buf is reused.
func (q *Paragraph) divide(buf []Unit) []Unit {
	ts, us := q.Tokens, buf[:0]
	k, m := 0, 0
	for i := 0; i < len(ts); {
		for k < len(q.Runs) && q.Runs[k].End <= ts[i].Start {
			k++
		}
		for m < len(q.Mentions) && (q.Mentions[m].First < i || q.Mentions[m].Within >= 0) {
			m++
		}
		u := Unit{First: i, End: i + 1, Run: -1, Mention: -1, Sentence: ts[i].Sentence}
		switch {
		case k < len(q.Runs) && q.Runs[k].Start <= ts[i].Start:
			for u.End < len(ts) && ts[u.End].Start < q.Runs[k].End {
				u.End++
			}
			u.Run, u.Symbol = q.FirstRun+k, "Q"
		case m < len(q.Mentions) && q.Mentions[m].First == i && !q.Mentions[m].Quoted:
			u.Mention, u.End = m, max(i+1, q.Mentions[m].Stop)
			if k < len(q.Runs) {
				for u.End > i+1 && ts[u.End-1].End > q.Runs[k].Start {
					u.End--
				}
			}
			u.Symbol = [...]string{"N", "P", "D"}[q.Mentions[m].Kind]
			u.Class = ts[q.Mentions[m].Head].Class
		default:
			u.Symbol, u.Class = symbol(ts, i), ts[i].Class
		}
		us = append(us, u)
		i = u.End
	}
	return us
}

// symbol stands for token i in features: itself for marks and closed classes,
// a shape or class for all other words.
func symbol(ts []Token, i int) string {
	t := &ts[i]
	switch t.Kind {
	case Punct, Mark:
		switch t.Lower {
		case "–", "—", "--", "-":
			return "-"
		case ",", ".", ":", ";", "!", "?", "(", ")", "[", "]", "/":
			return t.Lower
		}
		return "*"
	case Number:
		return "0"
	case Clitic:
		return t.Lower
	}
	noun := i > 0 && (ts[i-1].Class.Is(english.Determiner|english.Possessive|english.Preposition) && ts[i-1].Lower != "to" || qualifies(&ts[i-1]))
	switch is := t.Class; {
	case is.Is(english.SayingNoun|english.Document) && (noun || !is.Is(english.Saying)):
		return "d"
	case is.Is(english.Saying):
		return "V"
	case is.Is(english.Reporting):
		return "T"
	case is.Is(english.Auxiliary | english.Preposition | english.Conjunction | english.Determiner | english.Pronoun | english.Possessive | english.Question | english.Negation):
		return t.Lower
	case is.Is(english.Adverb):
		return "a"
	case is.Is(english.Calendar):
		return "c"
	case is.Is(english.Verb):
		return "v"
	case is.Is(english.Role | english.Group | english.Body | english.Title):
		return "n"
	case t.Capital:
		return "X"
	}
	switch n := len(t.Lower); {
	case n > 4 && t.Lower[n-2:] == "ly":
		return "a"
	case n > 4 && t.Lower[n-2:] == "ed":
		return "e"
	case n > 5 && t.Lower[n-3:] == "ing":
		return "g"
	}
	return "w"
}

// qualifies reports whether t ends like an adjective, so that a noun follows it:
// "criminal charges".
func qualifies(t *Token) bool {
	if t.Kind != Word || t.Capital || len(t.Lower) < 6 || t.Class != 0 {
		return false
	}
	for _, s := range [...]string{"al", "ous", "ive", "ic", "ful", "less", "ary", "ible", "able"} {
		if strings.HasSuffix(t.Lower, s) {
			return true
		}
	}
	return false
}
