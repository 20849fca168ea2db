package voice

import (
	"iter"
	"slices"
	"sort"
)

// longSentence is the most tokens that a sentence has: a longer one, which is no
// prose, counts as several, so that looking through a sentence takes bounded time.
const longSentence = 200

// recently is how many of the last figures to appear a word without a name may
// mean.
const recently = 150

// lately gives the figures by their indexes that a word without a name may mean.
func (p *page) lately() iter.Seq2[int, *figure] {
	return func(yield func(int, *figure) bool) {
		for i := max(0, len(p.figures)-recently); i < len(p.figures); i++ {
			if !yield(i, p.figures[i]) {
				return
			}
		}
	}
}

// sortCues puts the cues of q in the order of their words, and notes at each
// mention the first that it is the source of.
func (p *page) sortCues(q *paragraph) {
	slices.SortStableFunc(q.cues, func(a, b cue) int { return a.token - b.token })
	q.sorted = len(q.cues)
	for c, v := range slices.Backward(q.cues) {
		if k := v.source; k >= 0 {
			q.mentions[k].cue = c
		}
	}
}

// cuesOf gives the cues of a sentence of q.
func (q *paragraph) cuesOf(sentence int) (lo, hi int) {
	n := q.sorted
	if n == 0 {
		n = len(q.cues) // they are still being found, in order
	}
	lo = sort.Search(n, func(i int) bool { return q.tokens[q.cues[i].token].sentence >= sentence })
	hi = lo
	for hi < n && q.tokens[q.cues[hi].token].sentence == sentence {
		hi++
	}
	return lo, hi
}

// cuesIn gives the indexes of the cues of a sentence of q.
func (q *paragraph) cuesIn(sentence int) iter.Seq[int] { return q.cuesBetween(sentence, sentence) }

// cuesBetween gives those of the sentences from and to.
func (q *paragraph) cuesBetween(from, to int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, s := range []int{from, to} {
			lo, hi := q.cuesOf(s)
			for c := lo; c < hi; c++ {
				if !yield(c) {
					return
				}
			}
			if from == to {
				return
			}
		}
	}
}

// mentionsIn gives the indexes of the mentions of a sentence of q.
func (q *paragraph) mentionsIn(sentence int) iter.Seq[int] {
	return func(yield func(int) bool) {
		lo := sort.Search(len(q.mentions), func(i int) bool { return q.tokens[q.mentions[i].head].sentence >= sentence })
		for k := lo; k < len(q.mentions) && q.tokens[q.mentions[k].head].sentence == sentence; k++ {
			if !yield(k) {
				return
			}
		}
	}
}

// speechFrom gives the first speech of q that begins in a sentence or behind it.
func (q *paragraph) speechFrom(p *page, sentence int) int {
	return q.first + sort.Search(q.end-q.first, func(i int) bool {
		return q.tokens[p.speeches[q.first+i].tokens[0]].sentence >= sentence
	})
}
