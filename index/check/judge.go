package check

import (
	"github.com/verbatim-bot/verbatim/corpus"
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
	marked  bool       // pieces are joined by the quote's own ellipses or brackets
}

// judge compares the words with every text and gives the best finding:
// genuine words before altered ones before spliced ones, by the words that
// would have to be explained away.
func judge(q *quoteIndex, claimed claim, texts []*text) finding {
	all := q.allBlocks(texts)
	if f, ok := genuine(q, claimed, all); ok {
		return f
	}
	if f, ok := edited(q, texts); ok {
		return f
	}
	pieces, left, seams := q.cover(all, min(pieceWords, len(q.want)))
	best := q.alignments(all)
	spliced := len(pieces) > 1 && float64(left) <= leftShare*float64(len(q.want)) && len(q.want) >= 2*pieceWords
	altered := best != nil && best.similarity() >= similar && best.match >= min(3, len(q.want))
	switch {
	case altered && (!spliced || best.cost < seams):
		return finding{verdict: Altered, q: q, align: best}
	case spliced:
		return finding{verdict: Spliced, q: q, pieces: pieces}
	}
	return finding{verdict: Absent, q: q, align: best}
}

// genuine looks for the whole quote in one piece. Of several places it prefers
// the claimed speaker's, then one with natural ends, then one in quotation
// marks.
func genuine(q *quoteIndex, claimed claim, all []block) (finding, bool) {
	best, score := -1, -1
	for i, b := range all {
		if b.n < len(q.want) {
			continue
		}
		first, last := b.seq[b.j], b.seq[b.j+b.n-1]
		s := 0
		if sp := b.text.speakerOf(first, last); sp != nil {
			if claimed != "" && sp.Speaker != "" && claimed.is(b.text.doc.Quotes, sp.Speaker) {
				s += 8
			}
			if sp.Kind != quote.Indirect {
				s++
			}
		}
		if first.fresh && last.last {
			s += 4
		}
		if s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		return finding{}, false
	}
	b := all[best]
	v := Partial
	if b.seq[b.j].fresh && b.seq[b.j+b.n-1].last {
		v = Exact
	}
	return finding{verdict: v, q: q, pieces: []block{b}}, true
}

// edited reads ellipses and [brackets] in the quote as its editor's marks: the
// words between them must stand in one run of quotation marks (or one
// paragraph) in their order; words in brackets stand for at most a few of the
// article's.
func edited(q *quoteIndex, texts []*text) (finding, bool) {
	segments := segment(q.want)
	if len(segments) == 0 || len(segments) == 1 && len(segments[0]) == len(q.want) {
		return finding{}, false
	}
	for _, t := range texts {
		ids := q.number(t.printed)
		for j := range ids {
			if pieces, ok := follow(q, t, ids, segments, j); ok {
				v := Partial
				first := pieces[0]
				last := pieces[len(pieces)-1]
				if t.printed[first.j].fresh && t.printed[last.j+last.n-1].last {
					v = Exact
				}
				return finding{verdict: v, q: q, pieces: pieces, marked: true}, true
			}
		}
	}
	return finding{}, false
}

// segment splits the quote at its editor's marks; words in brackets are in no
// segment. Each segment is the indexes of its words.
func segment(want []word) [][]int {
	var out [][]int
	open := false
	for i, w := range want {
		if w.edit {
			open = false
			continue
		}
		if !open || w.gap {
			out = append(out, nil)
			open = true
		}
		out[len(out)-1] = append(out[len(out)-1], i)
	}
	return out
}

// with reports whether p and q stand in the same paragraph and in the same run
// of quotation marks, or both outside of any.
func (p place) with(q place) bool {
	return p.para == q.para && p.run == q.run && p.turn == q.turn
}

// follow tries to lay the segments over t.printed from place j on.
func follow(q *quoteIndex, t *text, ids []int32, segments [][]int, j int) ([]block, bool) {
	const bracketed = 6 // words of the article that a bracket may stand for
	start := t.printed[j]
	var pieces []block
	for k, seg := range segments {
		limit := 0
		if k > 0 {
			limit = bracketed
			if q.want[seg[0]].gap {
				limit = len(ids)
			}
		}
		found := false
		for ; limit >= 0 && j+len(seg) <= len(ids); j, limit = j+1, limit-1 {
			if !t.printed[j].with(start) {
				return nil, false
			}
			n := 0
			for n < len(seg) && ids[j+n] == q.ids[seg[n]] && t.printed[j+n].with(start) {
				n++
			}
			if n == len(seg) {
				pieces = append(pieces, block{text: t, seq: t.printed, i: seg[0], j: j, n: n})
				j += n
				found = true
				break
			}
		}
		if !found {
			return nil, false
		}
	}
	return pieces, true
}

// changes lists the differences of an alignment with their risks. To is cut
// from the purported text, From from the article.
func (a *alignment) changes(q *quoteIndex, purported string) []Change {
	var out []Change
	known := func(f string) bool { return a.text.isName(f) }
	for _, e := range a.edits {
		if e.equal {
			continue
		}
		c := Change{Op: Replace}
		switch {
		case e.i0 == e.i1:
			c.Op = Delete
		case e.j0 == e.j1:
			c.Op = Insert
		}
		var from, to []said
		for j := e.j0; j < e.j1; j++ {
			p := a.seq[j]
			raw, _ := a.text.doc.Article.Cut(a.text.ref(p, p))
			from = append(from, said{p.fold, raw, p.fresh})
		}
		for i := e.i0; i < e.i1; i++ {
			w := q.want[i]
			to = append(to, said{w.fold, purported[w.span.Start:w.span.End], freshIn(purported, w.span)})
		}
		if len(from) > 0 {
			c.From = a.cut(e.j0, e.j1)
		}
		if len(to) > 0 {
			c.To = purported[q.want[e.i0].span.Start:q.want[e.i1-1].span.End]
		}
		c.Risk = risk(from, to, known)
		out = append(out, c)
	}
	return out
}

// cut gives the article's words of places [j0,j1), as stored; where they run
// over paragraphs or an interruption, the parts are joined by a space.
func (a *alignment) cut(j0, j1 int) string {
	var out string
	for _, r := range refs(block{text: a.text, seq: a.seq, j: j0, n: j1 - j0}) {
		s, err := a.text.doc.Article.Cut(r)
		if err != nil {
			continue // unreachable: places lie on words of the article
		}
		if out != "" {
			out += " "
		}
		out += s
	}
	return out
}

// refs names the words of a block: one Ref for each stretch that stands
// together in one paragraph.
func refs(b block) []corpus.Ref {
	var out []corpus.Ref
	first := b.j
	for j := b.j; j < b.j+b.n; j++ {
		end := j+1 == b.j+b.n || b.seq[j+1].para != b.seq[j].para || b.seq[j+1].run != b.seq[j].run && b.seq[j].run >= 0 && b.seq[j+1].run >= 0
		if end {
			out = append(out, b.text.ref(b.seq[first], b.seq[j]))
			first = j + 1
		}
	}
	return out
}
