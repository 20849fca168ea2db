package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

// termWords is the length up to which words in marks that a news agency
// reports, and that nobody is said to have said, are taken for a term.
const termWords = 3

// chain sorts out who said the run of s when one source passes on another: "…, Doe
// said, TASS reported". People mark the outermost source, and so does the
// model; a reader wants the one who spoke. It gives the speaker and the
// mention of who passed it on, -1 when nobody did.
func chain(g *syntax.Page, s *scene, d *decision) (candidate, int) {
	c, k, n := d.candidates[d.best], s.k, s.n
	if c.mention < 0 || c.paragraph != n {
		return c, -1
	}
	q := &g.Paragraphs[n]
	l := cueOf(g, k, c)
	at := unitOf(q, k)
	if l != nil && l.Cue > at && (l.How == syntax.Subject || l.How == syntax.Inverted || l.How == syntax.Accord) && passes(q, c.mention, l) || l != nil && cites(q, l.Cue) && passes(q, c.mention, l) {
		if x, ok := inner(g, k, d, l); ok {
			return x, c.mention
		}
		if s.words <= termWords && s.opening.Text == "low" && l.Cue > s.at && reports(q, l.Cue) {
			return candidate{n, nobody, -1}, -1
		}
		return c, -1
	}
	if l != nil && l.How == syntax.Accord && l.Cue < at && passes(q, c.mention, l) { // According to TASS, Doe said
		if x, ok := inner(g, k, d, l); ok {
			return x, c.mention
		}
	}
	return c, viaOf(q, at, c, l)
}

// reports tells whether the word at unit i is a form of "report".
func reports(q *syntax.Paragraph, i int) bool {
	return strings.HasPrefix(q.Tokens[q.Units[i].First].Lower, "report")
}

// cites reports whether the word at unit i is a form of "cite" or "quote".
func cites(q *syntax.Paragraph, i int) bool {
	w := q.Tokens[q.Units[i].First].Lower
	return strings.HasPrefix(w, "cit") || strings.HasPrefix(w, "quot")
}

// passes reports whether mention m, the source of l, passes on what others
// say: a news outlet, or a body that reports or cites.
func passes(q *syntax.Paragraph, m int, l *syntax.Link) bool {
	x := &q.Mentions[m]
	switch {
	case x.Kind == syntax.Pronoun || x.Within >= 0:
		return false
	case isOutlet(q, m):
		return x.Kind == syntax.Name || (x.Definite || q.Tokens[x.First].Capital) && l != nil && (reports(q, l.Cue) || cites(q, l.Cue))
	}
	return (x.Kind == syntax.Name && x.Title[0] == x.Title[1]) && (x.Body || x.Name[1]-x.Name[0] == 1) && l != nil && (reports(q, l.Cue) || cites(q, l.Cue))
}

// isOutlet reports whether mention m is a news outlet by its own words or by
// those in apposition to it.
func isOutlet(q *syntax.Paragraph, m int) bool {
	x := &q.Mentions[m]
	if x.Kind == syntax.Pronoun {
		return false
	}
	from, to := x.First, x.Stop
	if x.Kind == syntax.Nominal {
		from = max(x.First, x.Head-2) // not what the phrase goes on with
		to = x.Head + 1
	}
	for i := from; i < to; i++ {
		if outlets[q.Tokens[i].Lower] {
			return true
		}
	}
	if a := x.Apposed; a >= 0 {
		return outlets[q.Tokens[q.Mentions[a].Head].Lower]
	}
	return false
}

// outlets are words for news outlets and in their names.
var outlets = language.Words(`agency news newspaper times post tribune herald gazette journal television tv radio network station channel
	magazine weekly daily broadcaster newswire wire outlet media tabloid broadsheet chronicle guardian telegraph observer website`)

// inner looks for the most probable source of run k whose cue stands in the
// same sentence as l, the cue of who passes it on.
func inner(g *syntax.Page, k int, d *decision, l *syntax.Link) (candidate, bool) {
	q := &g.Paragraphs[g.Runs[k].Paragraph]
	at := unitOf(q, k)
	if cites(q, l.Cue) { // TASS cited the ministry as saying
		for i := l.Cue + 1; i < min(len(q.Units)-1, l.Cue+8) && q.SameSentence(i, l.Cue); i++ {
			if q.Units[i].Mention >= 0 && q.Units[i+1].Symbol == "as" {
				return candidate{g.Runs[k].Paragraph, q.Units[i].Mention, i}, true
			}
		}
		return candidate{}, false
	}
	best, ok := -1, false
	for i, c := range d.candidates {
		if c.mention < 0 || c.paragraph != g.Runs[k].Paragraph || c.unit == l.Source || q.Mentions[c.mention].Within >= 0 {
			continue
		}
		x := cueOf(g, k, c)
		if x == nil || x.How == syntax.Relative || x.How == syntax.Writing || x.How == syntax.Agent || q.Units[x.Cue].Symbol != "V" && x.How != syntax.Accord || !q.SameSentence(x.Cue, l.Cue) && !q.SameSentence(x.Cue, at) || x.Cue == l.Cue {
			continue
		}
		if best < 0 || d.p[i] > d.p[best] {
			best, ok = i, true
		}
	}
	if !ok {
		return candidate{}, false
	}
	return d.candidates[best], true
}

// viaOf looks for the outlet that passes on what c says by l: one that
// reports at the end of the sentence, or that c told.
func viaOf(q *syntax.Paragraph, at int, c candidate, l *syntax.Link) int {
	if l == nil {
		return -1
	}
	links := q.Around(at)
	for i := range links {
		x := &links[i]
		m := q.Units[x.Source].Mention
		if m < 0 || x.Source == c.unit || !q.SameSentence(x.Cue, l.Cue) && !q.SameSentence(x.Cue, at) {
			continue
		}
		switch {
		case x.How == syntax.Object:
			if x.Cue == l.Cue && (q.Mentions[m].Kind == syntax.Name || q.Tokens[q.Mentions[m].First].Capital) && isOutlet(q, m) {
				return m
			}
		case x.Cue > l.Cue && x.Cue > at && passes(q, m, x) && (x.How == syntax.Subject || x.How == syntax.Inverted || x.How == syntax.Accord):
			return m
		case x.Cue < l.Cue && (x.How == syntax.Accord || reports(q, x.Cue) || cites(q, x.Cue)) && passes(q, m, x):
			return m
		}
	}
	return -1
}

// passOn sorts out who made statement x when one source passes on another, as
// chain does for runs: it gives x to the one who spoke, without the words that
// say so, and returns the mention of who passed it on, -1 when nobody did.
func passOn(q *syntax.Paragraph, x *statement) int {
	l := linkTo(q, x.cue, x.source)
	if l == nil {
		return -1
	}
	if !passes(q, x.source, l) {
		return viaOf(q, x.cue, candidate{x.paragraph, x.source, l.Source}, l)
	}
	by := x.source
	switch {
	case cites(q, x.cue) && citedSource(q, x), !cites(q, x.cue) && innerSpeaker(q, x):
		return by
	}
	return -1
}

// linkTo gives the link by which mention m is the source of the cue at unit v,
// nil when there is none.
func linkTo(q *syntax.Paragraph, v, m int) *syntax.Link {
	if m < 0 || q.Mentions[m].Within >= 0 {
		return nil
	}
	links := q.By(v)
	for i := range links {
		if l := &links[i]; l.How != syntax.Object && l.Source == q.UnitAt[q.Mentions[m].First] {
			return l
		}
	}
	return nil
}

// citedSource gives x to the one who is cited: "TASS cited the ministry as saying …".
func citedSource(q *syntax.Paragraph, x *statement) bool {
	us := q.Units
	for i := x.cue + 1; i < x.cue+8 && q.SameSentence(i+2, x.cue); i++ {
		if us[i].Mention < 0 || us[i+1].Symbol != "as" || us[i+2].Symbol != "V" || i+3 >= x.end && x.first < i+3 && x.end > i {
			continue
		}
		x.source, x.cue = us[i].Mention, i+2
		if x.first > i+2 || x.end <= i {
			return true // "…, TASS cited the ministry as saying"
		}
		if x.first = i + 3; us[x.first].Symbol == "that" && x.first+1 < x.end {
			x.first++
		}
		return true
	}
	return false
}

// citedBefore finds the statement of a sentence that ends in "…, TASS cited the
// ministry as saying": what stands before the comma. The training articles have
// too few of them to learn from.
func (t *sentence) citedBefore() (statement, bool) {
	us, e := t.q.Units, t.last()
	if e-t.lo < 8 || us[e-1].Symbol != "V" || us[e-2].Symbol != "as" || us[e-3].Mention < 0 || !cites(t.q, e-4) || us[e-5].Mention < 0 || us[e-6].Symbol != "," || !t.holdsWords(t.lo, e-6) {
		return statement{}, false
	}
	return statement{cue: e - 4, first: t.lo, end: e - 6, source: us[e-5].Mention, p: shaped}, true
}

// shaped is the probability of what only the shape of the sentence tells.
const shaped = 0.9

// innerSpeaker gives x to the one whom its content names as the speaker, at its end
// ("…, Doe said, TASS reported") or at its beginning ("TASS reported that Doe
// said …").
func innerSpeaker(q *syntax.Paragraph, x *statement) bool {
	us := q.Units
	links := q.Around(x.cue)
	for i := range links {
		l := &links[i]
		lo, hi := min(l.Cue, l.Source), max(l.Cue, l.Source)
		m := us[l.Source].Mention
		if m < 0 || lo < x.first || hi >= x.end || us[l.Cue].Symbol != "V" || l.How != syntax.Subject && l.How != syntax.Inverted {
			continue
		}
		first, end := x.first, x.end
		switch {
		case hi == x.end-1 && lo > x.first+2 && us[lo-1].Symbol == ",":
			end = lo - 1
		case lo == x.first && hi+2 < x.end:
			if first = hi + 1; us[first].Symbol == "that" {
				first++
			}
		default:
			continue
		}
		x.source, x.cue, x.first, x.end = m, l.Cue, first, end
		return true
	}
	return false
}

// outletName is how the article names the outlet m, without "News Agency".
func outletName(q *syntax.Paragraph, m int) string {
	x := &q.Mentions[m]
	from, to := x.First, x.Stop
	if x.Name[0] < x.Name[1] {
		from, to = x.Name[0], x.Name[1]
		for to-1 > from && (q.Tokens[to-1].Lower == "agency" || q.Tokens[to-1].Lower == "news" && to < x.Name[1]) {
			to--
		}
	}
	for from < to-1 && q.Tokens[from].Class.Is(english.Determiner) {
		from++
	}
	return q.Text[q.Tokens[from].Start:q.Tokens[to-1].End]
}
