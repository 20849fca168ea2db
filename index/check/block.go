package check

import "slices"

// block is a run of words that stands in the purported quote and in an
// article alike: n words from word i of the quote and from place j of seq.
// Blocks are maximal: they can be extended on neither side.
type block struct {
	seq  *sequence
	i, j int
	n    int
}

// first and last are the places at its ends.
func (b block) first() place { return b.seq.places[b.j] }
func (b block) last() place  { return b.seq.places[b.j+b.n-1] }

// whole reports whether it cuts no contraction in two.
func (b block) whole() bool { return !b.seq.splits(b.j) && !b.seq.splits(b.j+b.n) }

// quoteIndex finds where words of a purported quote stand in sequences of
// places. Words are compared as small integers, -1 being a word that the
// quote does not have.
type quoteIndex struct {
	want  []word
	vocab map[string]int32
	ids   []int32
	grams map[[2]int32][]int // two words in a row -> where in want
	least int                // blocks of fewer words are not reported

	// raised is set when the quote begins with a capital, as a sentence does:
	// words before it that it leaves out are left out without a mark.
	raised bool
}

// newQuoteIndex indexes want. Two words are enough to anchor a short quote;
// in a longer one they would be "of the" everywhere.
func newQuoteIndex(want []word) *quoteIndex {
	q := &quoteIndex{want: want, vocab: make(map[string]int32, len(want)), grams: make(map[[2]int32][]int, len(want)), least: 2}
	if len(want) >= 12 {
		q.least = 3
	}
	for i, w := range want {
		id, ok := q.vocab[w.fold]
		if !ok {
			id = int32(len(q.vocab))
			q.vocab[w.fold] = id
		}
		q.ids = append(q.ids, id)
		if i > 0 {
			g := [2]int32{q.ids[i-1], id}
			if len(q.grams[g]) < maxRepeats {
				q.grams[g] = append(q.grams[g], i-1)
			}
		}
	}
	return q
}

// halves reports whether words i-1 and i of the quote are one contraction.
func (q *quoteIndex) halves(i int) bool {
	return i > 0 && i < len(q.want) && q.want[i-1].span == q.want[i].span
}

// maxRepeats bounds how often one pair of words of the quote is looked up, so
// that one word over and over costs no more than other quotes.
const maxRepeats = 8

// maxBlocks bounds the blocks of one article: more are only met where a text
// repeats itself without end.
const maxBlocks = 20_000

// number gives the places of seq as the quote's words.
func (q *quoteIndex) number(seq []place) []int32 {
	out := make([]int32, len(seq))
	for j, p := range seq {
		out[j] = q.of(p)
	}
	return out
}

// of gives one place as the quote's word.
func (q *quoteIndex) of(p place) int32 {
	if id, ok := q.vocab[p.fold]; ok {
		return id
	}
	return -1
}

// blocks finds the maximal blocks of at least q.least words between the quote
// and a sequence; in a spoken one none runs over the border of an utterance. The
// cost is linear in the text plus the lengths of the blocks.
func (q *quoteIndex) blocks(s *sequence) []block {
	seq, spoken := s.places, s.spoken
	ids := q.number(seq)
	var out []block
	if len(q.want) == 1 {
		for j, id := range ids {
			if id == 0 {
				out = append(out, block{s, 0, j, 1})
			}
		}
		return out
	}
	for j := 0; j+1 < len(ids) && len(out) < maxBlocks; j++ {
		if ids[j] < 0 || ids[j+1] < 0 {
			continue
		}
		for _, i := range q.grams[[2]int32{ids[j], ids[j+1]}] {
			if i > 0 && j > 0 && q.ids[i-1] == ids[j-1] && (!spoken || !seq[j].cut) {
				continue // inside a longer block
			}
			n := 1
			for i+n < len(q.ids) && j+n < len(ids) && q.ids[i+n] == ids[j+n] && (!spoken || !seq[j+n].cut) {
				n++
			}
			if n >= q.least {
				out = append(out, block{s, i, j, n})
			}
		}
	}
	return out
}

// allBlocks finds the blocks of every sequence of every text.
func (q *quoteIndex) allBlocks(texts []*text) []block {
	var all []block
	for _, t := range texts {
		for _, s := range t.seqs {
			all = append(all, q.blocks(s)...)
		}
	}
	return all
}

// cover chooses blocks that make up the quote one after the other, so that as
// few words as possible are left over and as few pieces as possible are used:
// each piece after the first costs as much as seam words left over, or
// markedSeam where the quote itself shows an ellipsis. It returns the pieces
// in order, the number of words in none of them, and the whole cost in words.
//
// Pieces of fewer than least words are not used: "of the" stands anywhere.
func (q *quoteIndex) cover(all []block, least int) (pieces []block, left, cost int) {
	const seam, markedSeam = 4, 2
	n := len(q.want)
	type state struct {
		cost  int
		from  int // the state before
		piece int // index in all, -1 = word left over
		any   bool
	}
	starts := make([][]int, n+1)
	for b, x := range all {
		if x.n >= least {
			starts[x.i] = append(starts[x.i], b)
		}
	}
	best := make([]state, n+1)
	for i := range best {
		best[i] = state{cost: 1 << 30, piece: -1}
	}
	best[0] = state{piece: -1}
	relax := func(to int, s state) {
		if s.cost < best[to].cost {
			best[to] = s
		}
	}
	// A block may be entered later than it begins, when the piece before it
	// already covers its first words.
	var open []int
	for i := range n {
		open = append(open, starts[i]...)
		open = slices.DeleteFunc(open, func(b int) bool { return all[b].i+all[b].n-i < least })
		cur := best[i]
		relax(i+1, state{cur.cost + 1, i, -1, cur.any})
		for _, b := range open {
			cost := cur.cost
			if cur.any {
				cost += seam
				if q.want[i].gap {
					cost += markedSeam - seam
				}
			}
			relax(all[b].i+all[b].n, state{cost, i, b, true})
		}
	}
	for i := n; i > 0; i = best[i].from {
		if best[i].piece < 0 {
			left++
			continue
		}
		x := all[best[i].piece]
		off := best[i].from - x.i
		pieces = append(pieces, block{x.seq, x.i + off, x.j + off, x.n - off})
	}
	slices.Reverse(pieces)
	return pieces, left, best[n].cost
}
