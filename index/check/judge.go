package check

import (
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

const (
	// similar is the least similarity of an altered quote; below it, the words
	// are said to be absent.
	similar = 0.6
	// pieceWords is the least length of a piece of a spliced quote.
	pieceWords = 3
	// leftShare is the largest share of words that may be in no piece of it.
	leftShare = 0.2
)

// finding is what the words of a quote turned out to be before it is asked who
// said them.
type finding struct {
	verdict Verdict
	q       *quoteIndex
	align   *alignment // altered, or nil
	pieces  []block    // exact and partial: the words, with what an editor left out between them; spliced: the parts
	remarks []Remark   // exact and partial: what the quote's own brackets put in
}

// settled reports whether a long quote is so far from every place that no few
// words taken from its ends bring it near to one.
func (f finding) settled() bool {
	n := len(f.q.want)
	if n <= 10*maxTag {
		return false
	}
	switch f.verdict {
	case Absent:
		return f.align.similarity() < similar/2
	case Spliced:
		return !slices.ContainsFunc(f.pieces, func(b block) bool { return b.n > n/2 })
	}
	return false
}

// judge compares the words with every text and gives the best finding:
// genuine words before altered ones before spliced ones, by the words that
// would have to be explained away.
func judge(q *quoteIndex, claimed string, texts []*text) finding {
	all := q.allBlocks(texts)
	if f, ok := genuine(q, claimed, all); ok {
		return f
	}
	if f, ok := edited(q, texts); ok {
		return f
	}
	pieces, left, seams := q.cover(all, min(pieceWords, len(q.want)))
	best := q.nearest(all)
	if best != nil && !best.changed() && best.block().whole() {
		b := best.block()
		return finding{verdict: b.verdict(), q: q, pieces: []block{b}}
	}
	spliced := len(pieces) > 1 && float64(left) <= leftShare*float64(len(q.want)) && len(q.want) >= 2*pieceWords
	altered := best != nil && best.similarity() >= similar && best.match >= min(3, max(2, len(q.want)-1)) && best.telling(q)
	switch {
	case altered && (!spliced || best.cost < seams):
		return finding{verdict: Altered, q: q, align: best}
	case spliced:
		return finding{verdict: Spliced, q: q, pieces: pieces}
	}
	a := q.short(texts)
	if a == nil {
		a = q.unbracketed(texts)
	}
	if a != nil {
		return finding{verdict: Altered, q: q, align: a}
	}
	return finding{verdict: Absent, q: q, align: best}
}

// verdict of genuine words: exact when they begin and end where the article's
// sentences or quotation marks do.
func (b block) verdict() Verdict {
	if b.first().fresh && b.last().last {
		return Exact
	}
	return Partial
}

// denied reports whether a word that denies stands right before the block, in
// its sentence.
func (b block) denied() bool {
	return b.j > 0 && !b.first().fresh && negative(b.seq.places[b.j-1].fold)
}

// trails reports whether the quote is the block and an article behind it that
// the text has too, as a part of the number that goes on there: "up with a" of
// "up with a quarter of a million".
func (q *quoteIndex) trails(b block) bool {
	end := b.j + b.n
	if b.i > 0 || b.n != len(q.want)-1 || end == len(b.seq.places) || b.seq.places[end].cut {
		return false
	}
	last, next := q.want[b.n].fold, b.seq.places[end]
	if last != "a" && last != "an" && last != "the" {
		return false
	}
	para, _ := b.seq.text.doc.Article.Paragraph(next.para)
	words := plainWords(para.Text[next.span.Start:next.span.End])
	return len(words) > 1 && words[0].fold == last
}

// genuine looks for the whole quote in one piece. Of several places it prefers
// the claimed speaker's, then one with natural ends, then one in quotation
// marks.
func genuine(q *quoteIndex, claimed string, all []block) (finding, bool) {
	best, score := -1, -1
	for i, b := range all {
		if b.n < len(q.want) && !q.trails(b) || !b.whole() || b.denied() && (q.want[0].gap || q.raised && !b.seq.text.capital(b.first())) {
			continue
		}
		s := 0
		if sp := b.seq.text.speakerOf(b.first(), b.last()); sp != nil {
			if claimed != "" && b.seq.text.claim(claimed, sp.Speaker) == name.Same {
				s += 8
			}
			if sp.Kind != quote.Indirect {
				s++
			}
		}
		if b.verdict() == Exact {
			s += 4
		}
		if s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		return finding{}, false
	}
	if all[best].n < len(q.want) {
		return finding{verdict: Partial, q: q, pieces: []block{all[best]}}, true
	}
	return finding{verdict: all[best].verdict(), q: q, pieces: []block{all[best]}}, true
}
