package check

import "slices"

// edit is one step of an alignment: words [i0,i1) of the purported quote
// stand for places [j0,j1) of the article. When the words are the same, equal
// is set and both ranges are one long.
type edit struct {
	i0, i1, j0, j1 int
	equal          bool
}

// alignment is the cheapest way to turn a stretch of an article into the
// purported quote.
type alignment struct {
	text  *text
	seq   []place
	edits []edit // in order; neighbouring changes are joined
	match int    // words that are the same
	cost  int    // words changed, dropped and added
}

// similarity is the share of words that match in order, 0..1.
func (a *alignment) similarity() float64 {
	if a == nil || a.match == 0 {
		return 0
	}
	return float64(a.match) / float64(a.match+a.cost)
}

// span gives the places [from, to) that the quote's words lie between.
func (a *alignment) span() (from, to int) {
	return a.edits[0].j0, a.edits[len(a.edits)-1].j1
}

// align finds the cheapest alignment of want with any stretch of seq[lo:hi):
// Levenshtein's distance over words, with the article's words before and after
// the stretch free of charge (Sellers 1980). Cost and memory are
// len(want)·(hi-lo).
func align(t *text, q *quoteIndex, seq []place, lo, hi int) *alignment {
	n, m := len(q.ids), hi-lo
	ids := q.number(seq[lo:hi])
	w := m + 1
	cost := make([]int32, (n+1)*w)
	for i := 1; i <= n; i++ {
		cost[i*w] = int32(i)
		row, up := cost[i*w:(i+1)*w], cost[(i-1)*w:i*w]
		for j := 1; j <= m; j++ {
			c := up[j-1]
			if q.ids[i-1] != ids[j-1] {
				c++
			}
			row[j] = min(c, up[j]+1, row[j-1]+1)
		}
	}
	end := 0
	for j, c := range cost[n*w:] {
		if c < cost[n*w+end] {
			end = j
		}
	}
	a := &alignment{text: t, seq: seq, cost: int(cost[n*w+end])}
	for i, j := n, end; i > 0; {
		c := cost[i*w+j]
		switch {
		case j > 0 && q.ids[i-1] == ids[j-1] && c == cost[(i-1)*w+j-1]:
			a.add(edit{i - 1, i, lo + j - 1, lo + j, true})
			a.match++
			i, j = i-1, j-1
		case j > 0 && c == cost[(i-1)*w+j-1]+1:
			a.add(edit{i - 1, i, lo + j - 1, lo + j, false})
			i, j = i-1, j-1
		case j > 0 && c == cost[i*w+j-1]+1:
			a.add(edit{i, i, lo + j - 1, lo + j, false})
			j--
		default:
			a.add(edit{i - 1, i, lo + j, lo + j, false})
			i--
		}
	}
	slices.Reverse(a.edits)
	return a
}

// add puts e before what was added so far (align works backwards) and joins it
// with a neighbouring change.
func (a *alignment) add(e edit) {
	if k := len(a.edits) - 1; k >= 0 && !e.equal && !a.edits[k].equal {
		a.edits[k].i0, a.edits[k].j0 = e.i0, e.j0
		return
	}
	a.edits = append(a.edits, e)
}

// around widens the block to places [lo,hi) of its sequence, as far as they are
// there; in a spoken sequence not over the border of its utterance, for words
// of two utterances are two places.
func (b block) around(lo, hi int) (int, int) {
	lo, hi = max(0, lo), min(len(b.seq), hi)
	if !b.spoken {
		return lo, hi
	}
	from, to := b.j, b.j+b.n
	for from > lo && !b.seq[from].cut {
		from--
	}
	for to < hi && !b.seq[to].cut {
		to++
	}
	return from, to
}

// alignments aligns the quote with the stretches of the article around its
// longest common blocks, at most three of them, and returns the cheapest
// alignment, or nil when not two words in a row are common.
func (q *quoteIndex) alignments(all []block) *alignment {
	slices.SortStableFunc(all, func(a, b block) int { return b.n - a.n })
	slack := len(q.want)/4 + 6
	var best *alignment
	tried := 0
	type stretch struct {
		seq *place
		at  int
	}
	var done []stretch
	for _, b := range all {
		near := slices.ContainsFunc(done, func(s stretch) bool {
			return s.seq == &b.seq[0] && max(s.at-(b.j-b.i), (b.j-b.i)-s.at) <= slack/2
		})
		if near {
			continue
		}
		done = append(done, stretch{&b.seq[0], b.j - b.i})
		lo, hi := b.around(b.j-b.i-slack, b.j-b.i+len(q.want)+slack)
		if a := align(b.text, q, b.seq, lo, hi); best == nil || a.cost < best.cost {
			best = a
		}
		if tried++; tried == 6 || best.cost == 0 {
			break
		}
	}
	return best
}
