package page

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// paragraph is one as a page shows it.
type paragraph struct {
	N     int
	Gap   bool // paragraphs before it are not shown
	Runs  []run
	Notes []note // who says it, for the margin
}

// run is a stretch of a paragraph that is cited, or is not.
type run struct {
	Mark   string // id of the citation; "" = none
	Pieces []piece
}

// piece is a stretch of text inside which nothing changes.
type piece struct {
	ID     string        // of the quote that begins here; "" = none
	Class  string        // the speaker's colour and how clear it is; "" = nobody's words
	Quotes string        // the numbers of the quotes that it is in, for the script
	Words  template.HTML // the stored bytes
	Strong bool          // the words that answer
}

// edges is where something begins or ends in a paragraph.
type edges []int

func (e *edges) add(s corpus.Span) { *e = append(*e, s.Start, s.End) }

// cited is what of a paragraph is cited: stretches that do not touch, each with
// the id of its citation, and the words in them that answer.
type cited struct {
	spans   []corpus.Span
	ids     []string
	answers []corpus.Span
}

// citedIn gives what of paragraph n is cited. Citations that overlap are one.
func citedIn(shown []say.Excerpt, n int) cited {
	type at struct {
		corpus.Span
		id string
	}
	var all []at
	var c cited
	for i, e := range shown {
		if e.Ref.Paragraph == n {
			all = append(all, at{e.Ref.Span, markID(i)})
			if !e.Mark.Empty() {
				c.answers = append(c.answers, e.Mark)
			}
		}
	}
	byStart := func(a, b corpus.Span) int { return cmp.Compare(a.Start, b.Start) }
	slices.SortStableFunc(all, func(a, b at) int { return byStart(a.Span, b.Span) })
	slices.SortFunc(c.answers, byStart)
	for _, a := range all {
		if k := len(c.spans) - 1; k >= 0 && a.Start < c.spans[k].End {
			c.spans[k].End = max(c.spans[k].End, a.End)
			continue
		}
		c.spans, c.ids = append(c.spans, a.Span), append(c.ids, a.id)
	}
	return c
}

// markID is the anchor of citation i of an address, from 0.
func markID(i int) string { return "x" + strconv.Itoa(i+1) }

// numbered is a quote with its place in the article's list.
type numbered struct {
	*quote.Quote
	n      int
	anchor int // number of the first quote that begins at the same place
}

// cut cuts paragraph n of an article at the edges of its quotes and citations.
// Every piece is cut from the article by a Ref; together they are the
// paragraph.
func cut(a *corpus.Article, n int, quotes []numbered, c cited, class func(numbered) string) ([]run, error) {
	whole := a.Whole(n)
	var at edges
	at.add(whole.Span)
	for _, q := range quotes {
		at.add(q.Ref.Span)
	}
	for _, s := range c.spans {
		at.add(s)
	}
	for _, s := range c.answers {
		at.add(s)
	}
	slices.Sort(at)
	at = slices.Compact(at)
	var runs []run
	var open []numbered // those that the present piece is in
	next, mark, answer := 0, 0, 0
	for i := 0; i+1 < len(at); i++ {
		r := whole
		r.Start, r.End = at[i], at[i+1]
		words, err := a.Cut(r)
		if err != nil {
			return nil, err
		}
		p := piece{Words: inert(words)}
		open = slices.DeleteFunc(open, func(q numbered) bool { return q.Ref.End <= r.Start })
		for ; next < len(quotes) && quotes[next].Ref.Start <= r.Start; next++ {
			if p.ID == "" {
				p.ID = quoteID(quotes[next].anchor)
			}
			open = append(open, quotes[next])
		}
		p.describe(open, class)
		for mark < len(c.spans) && c.spans[mark].End <= r.Start {
			mark++
		}
		id := ""
		if mark < len(c.spans) && c.spans[mark].Contains(r.Span) {
			id = c.ids[mark]
		}
		for answer < len(c.answers) && c.answers[answer].End <= r.Start {
			answer++
		}
		p.Strong = answer < len(c.answers) && c.answers[answer].Contains(r.Span)
		if len(runs) == 0 || runs[len(runs)-1].Mark != id {
			runs = append(runs, run{Mark: id})
		}
		last := &runs[len(runs)-1]
		last.Pieces = append(last.Pieces, p)
	}
	return runs, nil
}

// describe says of a piece which quotes it is in. The shortest of them gives the
// colour.
func (p *piece) describe(open []numbered, class func(numbered) string) {
	if len(open) == 0 {
		return
	}
	best := open[0]
	var all []string
	for _, q := range open {
		if q.Ref.Len() < best.Ref.Len() {
			best = q
		}
		all = append(all, strconv.Itoa(q.n))
	}
	if p.Class = class(best); p.Class != "" {
		p.Quotes = strings.Join(all, " ")
	}
}

// quoteID is the anchor of quote n.
func quoteID(n int) string { return fmt.Sprintf("q%d", n) }

// inert is text as it stands between tags. Beside what HTML needs escaped, a
// carriage return is: a reader of HTML makes a line feed of it. A NUL cannot
// stand in HTML at all, and shows as U+FFFD.
func inert(text string) template.HTML {
	return template.HTML(inertly.Replace(text)) //nolint:gosec // this is where it is escaped
}

var inertly = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\r", "&#13;", "\x00", "\uFFFD")

// window lists the paragraphs that are shown of an article of n for citations:
// those cited, and a neighbour on each side.
func window(n int, shown []say.Excerpt) []int {
	var out []int
	for _, e := range shown {
		for at := max(1, e.Ref.Paragraph-1); at <= min(n, e.Ref.Paragraph+1); at++ {
			out = append(out, at)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
