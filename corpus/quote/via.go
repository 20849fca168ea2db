package quote

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// termWords is the length up to which words in marks that a news agency
// reports, and that nobody is said to have said, are taken for a term.
const termWords = 3

// chain sorts out who said the run of s when one source passes on another: "…, Doe
// said, TASS reported". People mark the outermost source, and so does the
// model; a reader wants the one who spoke. It gives the speaker and the
// mention of who passed it on, -1 when nobody did.
func (g *page) chain(s *scene, d *decision) (candidate, int) {
	c, k, n := d.candidates[d.best], s.k, s.n
	if c.mention < 0 || c.paragraph != n {
		return c, -1
	}
	q := &g.paragraphs[n]
	l := g.cueOf(k, c)
	at := q.unitOf(k)
	if l != nil && l.cue > at && (l.how == subject || l.how == inverted || l.how == accord) && q.passes(c.mention, l) || l != nil && cites(q, l.cue) && q.passes(c.mention, l) {
		if x, ok := g.inner(k, d, l); ok {
			return x, c.mention
		}
		if s.words <= termWords && s.opening.text == "low" && l.cue > s.at && reports(q, l.cue) {
			return candidate{n, nobody, -1}, -1
		}
		return c, -1
	}
	if l != nil && l.how == accord && l.cue < at && q.passes(c.mention, l) { // According to TASS, Doe said
		if x, ok := g.inner(k, d, l); ok {
			return x, c.mention
		}
	}
	return c, q.passer(at, c, l)
}

// reports tells whether the word at unit i is a form of "report".
func reports(q *paragraph, i int) bool {
	return strings.HasPrefix(q.tokens[q.units[i].first].lower, "report")
}

// cites reports whether the word at unit i is a form of "cite" or "quote".
func cites(q *paragraph, i int) bool {
	w := q.tokens[q.units[i].first].lower
	return strings.HasPrefix(w, "cit") || strings.HasPrefix(w, "quot")
}

// passes reports whether mention m, the source of l, passes on what others
// say: a news outlet, or a body that reports or cites.
func (q *paragraph) passes(m int, l *link) bool {
	x := &q.mentions[m]
	switch {
	case x.kind == pronounMention || x.within >= 0:
		return false
	case q.outlet(m):
		return x.kind == nameMention || (x.definite || q.tokens[x.first].capital) && l != nil && (reports(q, l.cue) || cites(q, l.cue))
	}
	return (x.kind == nameMention && x.title[0] == x.title[1]) && (x.body || x.name[1]-x.name[0] == 1) && l != nil && (reports(q, l.cue) || cites(q, l.cue))
}

// outlet reports whether mention m is a news outlet by its own words or by
// those in apposition to it.
func (q *paragraph) outlet(m int) bool {
	x := &q.mentions[m]
	if x.kind == pronounMention {
		return false
	}
	from, to := x.first, x.end
	if x.kind == nominalMention {
		from = max(x.first, x.head-2) // not what the phrase goes on with
		to = x.head + 1
	}
	for i := from; i < to; i++ {
		if outlets[q.tokens[i].lower] {
			return true
		}
	}
	if a := x.apposed; a >= 0 {
		return outlets[q.tokens[q.mentions[a].head].lower]
	}
	return false
}

// outlets are words for news outlets and in their names.
var outlets = language.Words(`agency news newspaper times post tribune herald gazette journal television tv radio network station channel
	magazine weekly daily broadcaster newswire wire outlet media tabloid broadsheet chronicle guardian telegraph observer website`)

// inner looks for the most probable source of run k whose cue stands in the
// same sentence as l, the cue of who passes it on.
func (g *page) inner(k int, d *decision, l *link) (candidate, bool) {
	q := &g.paragraphs[g.runs[k].paragraph]
	at := q.unitOf(k)
	if cites(q, l.cue) { // TASS cited the ministry as saying
		for i := l.cue + 1; i < min(len(q.units)-1, l.cue+8) && q.same(i, l.cue); i++ {
			if q.units[i].mention >= 0 && q.units[i+1].sym == "as" {
				return candidate{g.runs[k].paragraph, q.units[i].mention, i}, true
			}
		}
		return candidate{}, false
	}
	best, ok := -1, false
	for i, c := range d.candidates {
		if c.mention < 0 || c.paragraph != g.runs[k].paragraph || c.unit == l.source || q.mentions[c.mention].within >= 0 {
			continue
		}
		x := g.cueOf(k, c)
		if x == nil || x.how == relative || x.how == writing || x.how == agent || q.units[x.cue].sym != "V" && x.how != accord || !q.same(x.cue, l.cue) && !q.same(x.cue, at) || x.cue == l.cue {
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

// passer looks for the outlet that passes on what c says by l: one that
// reports at the end of the sentence, or that c told.
func (q *paragraph) passer(at int, c candidate, l *link) int {
	if l == nil {
		return -1
	}
	links := q.around(at)
	for i := range links {
		x := &links[i]
		m := q.units[x.source].mention
		if m < 0 || x.source == c.unit || !q.same(x.cue, l.cue) && !q.same(x.cue, at) {
			continue
		}
		switch {
		case x.how == object:
			if x.cue == l.cue && (q.mentions[m].kind == nameMention || q.tokens[q.mentions[m].first].capital) && q.outlet(m) {
				return m
			}
		case x.cue > l.cue && x.cue > at && q.passes(m, x) && (x.how == subject || x.how == inverted || x.how == accord):
			return m
		case x.cue < l.cue && (x.how == accord || reports(q, x.cue) || cites(q, x.cue)) && q.passes(m, x):
			return m
		}
	}
	return -1
}

// passOn sorts out who made statement x when one source passes on another, as
// chain does for runs: it gives x to the one who spoke, without the words that
// say so, and returns the mention of who passed it on, -1 when nobody did.
func (q *paragraph) passOn(x *statement) int {
	l := q.linkTo(x.cue, x.source)
	if l == nil {
		return -1
	}
	if !q.passes(x.source, l) {
		return q.passer(x.cue, candidate{x.paragraph, x.source, l.source}, l)
	}
	by := x.source
	switch {
	case cites(q, x.cue) && q.cited(x), !cites(q, x.cue) && q.inside(x):
		return by
	}
	return -1
}

// linkTo gives the link by which mention m is the source of the cue at unit v,
// nil when there is none.
func (q *paragraph) linkTo(v, m int) *link {
	if m < 0 || q.mentions[m].within >= 0 {
		return nil
	}
	links := q.by(v)
	for i := range links {
		if l := &links[i]; l.how != object && l.source == q.unitAt[q.mentions[m].first] {
			return l
		}
	}
	return nil
}

// cited gives x to the one who is cited: "TASS cited the ministry as saying …".
func (q *paragraph) cited(x *statement) bool {
	us := q.units
	for i := x.cue + 1; i < x.cue+8 && q.same(i+2, x.cue); i++ {
		if us[i].mention < 0 || us[i+1].sym != "as" || us[i+2].sym != "V" || i+3 >= x.end && x.first < i+3 && x.end > i {
			continue
		}
		x.source, x.cue = us[i].mention, i+2
		if x.first > i+2 || x.end <= i {
			return true // "…, TASS cited the ministry as saying"
		}
		if x.first = i + 3; us[x.first].sym == "that" && x.first+1 < x.end {
			x.first++
		}
		return true
	}
	return false
}

// citedBefore finds the statement of a sentence that ends in "…, TASS cited the
// ministry as saying": what stands before the comma. The training articles have
// too few of them to learn from.
func (t *tale) citedBefore() (statement, bool) {
	us, e := t.q.units, t.last()
	if e-t.lo < 8 || us[e-1].sym != "V" || us[e-2].sym != "as" || us[e-3].mention < 0 || !cites(t.q, e-4) || us[e-5].mention < 0 || us[e-6].sym != "," || !t.tells(t.lo, e-6) {
		return statement{}, false
	}
	return statement{cue: e - 4, first: t.lo, end: e - 6, source: us[e-5].mention, p: shaped}, true
}

// shaped is the probability of what only the shape of the sentence tells.
const shaped = 0.9

// inside gives x to the one whom its content names as the speaker, at its end
// ("…, Doe said, TASS reported") or at its beginning ("TASS reported that Doe
// said …").
func (q *paragraph) inside(x *statement) bool {
	us := q.units
	links := q.around(x.cue)
	for i := range links {
		l := &links[i]
		lo, hi := min(l.cue, l.source), max(l.cue, l.source)
		m := us[l.source].mention
		if m < 0 || lo < x.first || hi >= x.end || us[l.cue].sym != "V" || l.how != subject && l.how != inverted {
			continue
		}
		first, end := x.first, x.end
		switch {
		case hi == x.end-1 && lo > x.first+2 && us[lo-1].sym == ",":
			end = lo - 1
		case lo == x.first && hi+2 < x.end:
			if first = hi + 1; us[first].sym == "that" {
				first++
			}
		default:
			continue
		}
		x.source, x.cue, x.first, x.end = m, l.cue, first, end
		return true
	}
	return false
}

// outletName is how the article names the outlet m, without "News Agency".
func (q *paragraph) outletName(m int) string {
	x := &q.mentions[m]
	from, to := x.first, x.end
	if x.name[0] < x.name[1] {
		from, to = x.name[0], x.name[1]
		for to-1 > from && (q.tokens[to-1].lower == "agency" || q.tokens[to-1].lower == "news" && to < x.name[1]) {
			to--
		}
	}
	for from < to-1 && q.tokens[from].is.Is(english.Determiner) {
		from++
	}
	return q.text[q.tokens[from].Start:q.tokens[to-1].End]
}
