package check

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

// edit is one step of an alignment: words [i0,i1) of the purported quote
// stand for places [j0,j1) of the article. When the words are the same, equal
// is set and both ranges are one long.
type edit struct {
	i0, i1, j0, j1 int
	equal          bool
	respelled      bool // the same words, parted or joined otherwise: "web site"
}

// same reports whether nothing was changed.
func (e edit) same() bool { return e.equal || e.respelled }

// alignment is the cheapest way to turn a stretch of an article into the
// purported quote.
type alignment struct {
	seq   *sequence
	edits []edit // in order; neighbouring changes are joined
	match int    // words that are the same
	cost  int    // words changed, dropped and added
	price int32  // what it cost in steps: the least of all ways
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
func align(q *quoteIndex, s *sequence, lo, hi int) *alignment {
	n, m := len(q.ids), hi-lo
	ids := q.number(s.places[lo:hi])
	w := m + 1
	a := &alignment{seq: s}
	cost := make([]int32, (n+1)*w)
	for j := range m {
		if !s.places[lo+j].fresh {
			cost[j] = midway
		}
	}
	drop, add := a.drops(q, lo, hi)
	mine, theirs := make([]look, n), make([]look, m)
	for i, w := range q.want {
		mine[i] = lookOf(w.fold)
	}
	for j, p := range s.places[lo:hi] {
		theirs[j] = lookOf(p.fold)
	}
	swap := func(i, j int) int32 {
		if q.ids[i] == ids[j] {
			return found
		}
		return mine[i].swap(&theirs[j])
	}
	for i := 1; i <= n; i++ {
		cost[i*w] = cost[(i-1)*w] + add[i-1]
		// The rows are cut to one length, so that the compiler knows it.
		row, up, drop, ids, theirs := cost[i*w+1:(i+1)*w], cost[(i-1)*w:i*w], drop[:m], ids[:m], theirs[:m]
		id, extra, word, left, diagonal := q.ids[i-1], add[i-1], &mine[i-1], cost[i*w], up[0]
		up = up[1:]
		for j := range row {
			least := min(up[j]+extra, left+drop[j])
			if ids[j] == id {
				least = min(least, diagonal+found)
			} else if diagonal+alike < least {
				least = min(least, diagonal+word.swap(&theirs[j]))
			}
			row[j], left, diagonal = least, least, up[j]
		}
	}
	end, least := 0, int32(math.MaxInt32)
	for j, c := range cost[n*w:] {
		if j > 0 && !s.places[lo+j-1].last {
			c += midway
		}
		if c < least {
			end, least = j, c
		}
	}
	a.price = least
	for i, j := n, end; i > 0; {
		c := cost[i*w+j]
		switch {
		case j > 0 && q.ids[i-1] == ids[j-1] && c == cost[(i-1)*w+j-1]+swap(i-1, j-1):
			a.add(edit{i0: i - 1, i1: i, j0: lo + j - 1, j1: lo + j, equal: true})
			a.match++
			i, j = i-1, j-1
		case j > 0 && c == cost[(i-1)*w+j-1]+swap(i-1, j-1):
			a.add(edit{i0: i - 1, i1: i, j0: lo + j - 1, j1: lo + j})
			i, j = i-1, j-1
		case j > 0 && c == cost[i*w+j-1]+drop[j-1]:
			a.add(edit{i0: i, i1: i, j0: lo + j - 1, j1: lo + j})
			j--
		default:
			a.add(edit{i0: i - 1, i1: i, j0: lo + j, j1: lo + j})
			i--
		}
	}
	slices.Reverse(a.edits)
	a.respell(q)
	for _, e := range a.edits {
		if !e.same() {
			a.cost += max(a.written(q, e))
		}
	}
	return a
}

// step is what a word too many or too few costs in an alignment. A word that is
// the same gains 2, see [found]: of equally cheap alignments the one that keeps most is
// taken.
const step = 1 << 12

// found is what a word costs that is the same, 2 of it being won.
const found = -2

// alike is what it costs that a word stands for one that looks like it.
const alike = step - 1

// midway is what it costs to begin or end where the article does not: "Few came"
// stands for "Nobody came", and not for "came" with a word too many.
const midway = 3 * step / 4

// look is what of a word tells at a glance whether it looks like another.
type look struct {
	fold       string
	head, tail uint32 // its first and last four bytes, 0 when it has fewer
	figured    bool
}

func lookOf(f string) look {
	l := look{fold: f, figured: figured(f)}
	if n := len(f); n >= 4 {
		l.head, l.tail = binary.LittleEndian.Uint32([]byte(f[:4])), binary.LittleEndian.Uint32([]byte(f[n-4:]))
	}
	return l
}

// swap is what it costs that one word stands for another: less when it looks
// like the other, so that "safe" stands for "unsafe" and not for what is before.
func (l *look) swap(o *look) int32 {
	switch {
	case l.figured && o.figured, l.head != 0 && l.head == o.head,
		l.tail != 0 && l.tail == o.tail && (strings.HasSuffix(o.fold, l.fold) || strings.HasSuffix(l.fold, o.fold)):
		return alike
	}
	return 3*step/2 - 1
}

// figured reports whether a word is a number, however it is written.
func figured(f string) bool {
	return f[0] == '#' || f[0] >= '0' && f[0] <= '9' || f == "half" || f == "quarter"
}

// drops gives what it costs to leave out each place of [lo,hi), and to add each
// word of the quote, which is less likely: the halves of a contraction cost half.
func (a *alignment) drops(q *quoteIndex, lo, hi int) (drop, add []int32) {
	cost := func(whole int32, half bool) int32 {
		if half {
			return whole / 2
		}
		return whole
	}
	for j := lo; j < hi; j++ {
		drop = append(drop, cost(step-step/8, a.seq.splits(j) || a.seq.splits(j+1)))
	}
	for i := range q.want {
		add = append(add, cost(step+step/8, q.halves(i) || q.halves(i+1)))
	}
	return drop, add
}

// written counts the words of both sides of a change as they are written: a
// contraction is one.
func (a *alignment) written(q *quoteIndex, e edit) (to, from int) {
	for i := e.i0; i < e.i1; i++ {
		if i == e.i0 || q.want[i].span != q.want[i-1].span {
			to++
		}
	}
	for j := e.j0; j < e.j1; j++ {
		if j == e.j0 || !a.seq.splits(j) {
			from++
		}
	}
	return to, from
}

// respell marks the changes that only part or join words otherwise.
func (a *alignment) respell(q *quoteIndex) {
	for k := range a.edits {
		e := &a.edits[k]
		if e.equal || e.i0 == e.i1 || e.j0 == e.j1 || e.i1-e.i0 == e.j1-e.j0 {
			continue
		}
		var from, to string
		for _, p := range a.seq.places[e.j0:e.j1] {
			from += p.fold
		}
		for _, w := range q.want[e.i0:e.i1] {
			to += w.fold
		}
		if e.respelled = from == to; e.respelled {
			a.match += e.i1 - e.i0
		}
	}
}

// changed reports whether any word was.
func (a *alignment) changed() bool {
	return slices.ContainsFunc(a.edits, func(e edit) bool { return !e.same() })
}

// block is the stretch of the article that the quote stands for.
func (a *alignment) block() block {
	from, to := a.span()
	return block{seq: a.seq, j: from, n: to - from}
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
	lo, hi = max(0, lo), min(len(b.seq.places), hi)
	if !b.seq.spoken {
		return lo, hi
	}
	from, to := b.j, b.j+b.n
	for from > lo && !b.seq.places[from].cut {
		from--
	}
	for to < hi && !b.seq.places[to].cut {
		to++
	}
	return from, to
}

// nearest aligns the quote with the stretches of the article around its
// longest common blocks, a few of them, and returns the cheapest
// alignment, or nil when not two words in a row are common.
func (q *quoteIndex) nearest(all []block) *alignment {
	slices.SortStableFunc(all, func(a, b block) int { return b.n - a.n })
	const few, several = 3, 6 // a long block leaves less to chance than a short one
	slack, limit := len(q.want)/4+6, several
	if len(q.want) > 50 {
		limit = few
	}
	var best *alignment
	tried := 0
	type stretch struct {
		seq *sequence
		at  int
	}
	var done []stretch
	for _, b := range all {
		near := slices.ContainsFunc(done, func(s stretch) bool {
			return s.seq == b.seq && max(s.at-(b.j-b.i), (b.j-b.i)-s.at) <= slack/2
		})
		if near {
			continue
		}
		done = append(done, stretch{b.seq, b.j - b.i})
		lo, hi := b.around(b.j-b.i-slack, b.j-b.i+len(q.want)+slack)
		if a := align(q, b.seq, lo, hi); best == nil || a.price < best.price {
			best = a
		}
		if tried++; tried == limit || best.cost == 0 {
			break
		}
	}
	return best
}
