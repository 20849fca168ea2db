package quote

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// page is an article taken apart: what every later step reads.
type page struct {
	room    *room
	article *corpus.Article
	size    int   // bytes of its text
	english bool  // whether the rules for English apply; else only the runs are known
	runs    []run // in text order
	// paragraphs[n] is paragraph n of the article, 0 being the title. They
	// hold only their runs when the article's language is not English.
	paragraphs []paragraph
}

// paragraph is one paragraph taken apart.
type paragraph struct {
	text     string
	runs     []run // its part of page.runs
	firstRun int   // index in page.runs of runs[0]
	tokens   []token
	headline bool // written in title case
	mentions []mention
	units    []unit
	links    []link
	linkOf   []int  // for each unit, 1 + the first of links whose source it is
	linkBy   []int  // for each unit, 1 + the first of links whose cue it is
	unitAt   []int  // for each token, the unit that holds it
	speaks   []bool // for each unit, whether it is the source of a cue of saying
	speaker  int    // the last such unit, -1 when there is none
}

// unit is a paragraph as the grammar of attribution sees it: a token outside
// quotation marks, a whole mention with what belongs to it, or a whole run.
type unit struct {
	first, end int    // its tokens
	run        int    // index in page.runs, -1 when it is no run
	mention    int    // index in paragraph.mentions, -1 when it is no mention
	sentence   int    // of the paragraph, a run being part of the sentence it begins in
	sym        string // what it looks like to the model, never an open-class word
	is         english.Class
}

// read takes a apart, in time linear in its length. Whoever is done with the
// page closes it.
func read(a *corpus.Article) *page {
	r := rooms.Get().(*room)
	g := &page{room: r, article: a, english: a.Language == "en" || a.Language == "", runs: runs(a, r), paragraphs: r.paragraphs.take(len(a.Paragraphs) + 1)}
	k := 0
	for n := range g.paragraphs {
		q := &g.paragraphs[n]
		p, _ := a.Paragraph(n)
		q.text, q.firstRun = p.Text, k
		g.size += len(p.Text)
		for k < len(g.runs) && g.runs[k].paragraph == n {
			k++
		}
		q.runs = g.runs[q.firstRun:k]
	}
	if !g.english {
		return g
	}
	for n := range g.paragraphs {
		q := &g.paragraphs[n]
		q.tokens = r.tokens.close(tokenize(q.text, r.tokens.open(len(q.text)/4+1)))
		q.headline = headline(q.tokens)
	}
	p := phrases{c: casingOf(g.paragraphs)}
	var quoted []corpus.Span
	for n := range g.paragraphs {
		q := &g.paragraphs[n]
		quoted = quoted[:0]
		for _, r := range q.runs {
			quoted = append(quoted, r.Span)
		}
		q.mentions = r.mentions.close(p.find(q, quoted, r.mentions.open(len(q.tokens)/3+1)))
		q.units = r.units.close(q.divide(r.units.open(len(q.tokens))))
		q.link(r)
	}
	return g
}

// ref names words of the page.
func (g *page) ref(n int, s corpus.Span) corpus.Ref {
	return corpus.Ref{Article: g.article.ID, Paragraph: n, Span: s}
}

// divide gives the units of q. buf is reused.
func (q *paragraph) divide(buf []unit) []unit {
	ts, us := q.tokens, buf[:0]
	k, m := 0, 0
	for i := 0; i < len(ts); {
		for k < len(q.runs) && q.runs[k].End <= ts[i].Start {
			k++
		}
		for m < len(q.mentions) && (q.mentions[m].first < i || q.mentions[m].within >= 0) {
			m++
		}
		u := unit{first: i, end: i + 1, run: -1, mention: -1, sentence: ts[i].sentence}
		switch {
		case k < len(q.runs) && q.runs[k].Start <= ts[i].Start:
			for u.end < len(ts) && ts[u.end].Start < q.runs[k].End {
				u.end++
			}
			u.run, u.sym = q.firstRun+k, "Q"
		case m < len(q.mentions) && q.mentions[m].first == i && !q.mentions[m].quoted:
			u.mention, u.end = m, max(i+1, q.mentions[m].end)
			if k < len(q.runs) {
				for u.end > i+1 && ts[u.end-1].End > q.runs[k].Start {
					u.end--
				}
			}
			u.sym = [...]string{"N", "P", "D"}[q.mentions[m].kind]
			u.is = ts[q.mentions[m].head].is
		default:
			u.sym, u.is = symbol(ts, i), ts[i].is
		}
		us = append(us, u)
		i = u.end
	}
	return us
}

// symbol stands for token i in features: itself for marks and closed classes,
// a shape or class for all other words.
func symbol(ts []token, i int) string {
	t := &ts[i]
	switch t.kind {
	case punct, markToken:
		switch t.lower {
		case "–", "—", "--", "-":
			return "-"
		case ",", ".", ":", ";", "!", "?", "(", ")", "[", "]", "/":
			return t.lower
		}
		return "*"
	case numberToken:
		return "0"
	case clitic:
		return t.lower
	}
	noun := i > 0 && ts[i-1].is.Is(english.Determiner|english.Possessive|english.Preposition) && ts[i-1].lower != "to"
	switch is := t.is; {
	case is.Is(english.SayingNoun|english.Document) && (noun || !is.Is(english.Saying)):
		return "d"
	case is.Is(english.Saying):
		return "V"
	case is.Is(english.Reporting):
		return "T"
	case is.Is(english.Auxiliary | english.Preposition | english.Conjunction | english.Determiner | english.Pronoun | english.Possessive | english.Question | english.Negation):
		return t.lower
	case is.Is(english.Adverb):
		return "a"
	case is.Is(english.Calendar):
		return "c"
	case is.Is(english.Verb):
		return "v"
	case is.Is(english.Role | english.Group | english.Body | english.Title):
		return "n"
	case t.capital:
		return "X"
	}
	switch n := len(t.lower); {
	case n > 4 && t.lower[n-2:] == "ly":
		return "a"
	case n > 4 && t.lower[n-2:] == "ed":
		return "e"
	case n > 5 && t.lower[n-3:] == "ing":
		return "g"
	}
	return "w"
}
