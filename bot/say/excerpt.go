package say

import (
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// leftOut stands outside an excerpt where some of the passage is not shown.
const leftOut = "[…]"

// Passage writes one citation: the block quote and, below it, the citation
// line, together at most room wide. A longer excerpt is shortened to whole
// sentences around the mark. It reports false when even that does not fit,
// which cannot happen in a room of minPassage.
func (req *Request) Passage(c cite.Citation, room int) (text string, shown corpus.Ref, ok bool) {
	line := citationLine(req.Words, c, passageLink(c.Article, c.Ref), req.pageOf(c))
	limit := room - Width(line) - 1 - Width(leftOut) - 1
	if limit < minExcerpt {
		return "", c.Ref, false
	}
	shown, quote := shorten(c, limit)
	if shown != c.Ref {
		line = leftOut + "\n" + line
	}
	return quote + "\n" + line, shown, true
}

// minExcerpt is the least width in which an excerpt is worth showing, and
// minPassage the room in which any passage fits.
const (
	minExcerpt = 80
	minPassage = maxCiteLine + minExcerpt + 6
)

// shorten gives the block quote of c's excerpt, or of as many of its sentences
// around the mark as fit into limit, and what it shows.
func shorten(c cite.Citation, limit int) (corpus.Ref, string) {
	quote := func(s corpus.Span) (corpus.Ref, string, bool) {
		r := corpus.Ref{Article: c.Ref.Article, Paragraph: c.Ref.Paragraph, Span: s}
		words, err := c.Article.Cut(r)
		if err != nil || len(words) > 4*limit { // wider than limit in any script
			return r, "", false
		}
		q := BlockQuote(words, inside(c.Mark, s))
		return r, q, Width(q) <= limit
	}
	if r, q, ok := quote(c.Ref.Span); ok {
		return r, q
	}
	words, err := c.Article.Cut(c.Ref)
	if err != nil {
		return c.Ref, "> " // the gate refuses it
	}
	parts := pieces(words, limit/3) // escaping at most doubles, "> " at most trebles
	for i := range parts {
		parts[i].Start += c.Ref.Start
		parts[i].End += c.Ref.Start
	}
	first := 0
	for i, p := range parts {
		if p.Overlaps(c.Mark) || p.Start == c.Mark.Start {
			first = i
			break
		}
	}
	best, bestQuote, _ := quote(parts[first])
	lo, hi := first, first
	for grown := true; grown; {
		grown = false
		if hi+1 < len(parts) {
			if r, q, ok := quote(corpus.Span{Start: parts[lo].Start, End: parts[hi+1].End}); ok {
				best, bestQuote, hi, grown = r, q, hi+1, true
				continue
			}
		}
		if lo > 0 {
			if r, q, ok := quote(corpus.Span{Start: parts[lo-1].Start, End: parts[hi].End}); ok {
				best, bestQuote, lo, grown = r, q, lo-1, true
			}
		}
	}
	return best, bestQuote
}

// inside is the part of mark in s, relative to s.
func inside(mark, s corpus.Span) corpus.Span {
	m := corpus.Span{Start: max(mark.Start, s.Start), End: min(mark.End, s.End)}
	if m.Empty() {
		return corpus.Span{}
	}
	return corpus.Span{Start: m.Start - s.Start, End: m.End - s.Start}
}

// pieces splits text into its sentences, and a sentence wider than limit at
// the ends of words, or anywhere between runes when a word is wider still.
func pieces(text string, limit int) []corpus.Span {
	var out []corpus.Span
	for _, s := range corpus.Sentences(text) {
		for Width(text[s.Start:s.End]) > limit {
			cut := s.Start + len(Fit(text[s.Start:s.End], limit))
			if sp := lastSpace(text[s.Start:cut]); sp > 0 {
				cut = s.Start + sp
			}
			out = append(out, corpus.Span{Start: s.Start, End: cut})
			s.Start = cut + spaces(text[cut:s.End])
		}
		if !s.Empty() {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		out = append(out, corpus.Span{End: len(text)})
	}
	return out
}

// lastSpace is where the white space before the last word of s begins, 0 when
// there is none.
func lastSpace(s string) int {
	last := 0
	prev := true
	for i, r := range s {
		sp := unicode.IsSpace(r)
		if sp && !prev {
			last = i
		}
		prev = sp
	}
	return last
}

// spaces is the number of bytes of white space that s begins with.
func spaces(s string) int {
	n := 0
	for n < len(s) {
		r, w := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsSpace(r) {
			break
		}
		n += w
	}
	return n
}

// Paragraph is paragraph n of an article below its number, shortened to limit.
func Paragraph(a *corpus.Article, n, limit int) (text string, shown Excerpt) {
	ref, words := shorten(cite.Citation{Article: a, Ref: a.Whole(n)}, limit)
	text = paragraphLabel(n) + "\n" + words
	if ref != a.Whole(n) {
		text += "\n" + leftOut
	}
	return text, Excerpt{Ref: ref, Revision: a.Revision}
}
