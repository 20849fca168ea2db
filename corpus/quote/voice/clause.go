package voice

import (
	"iter"
	"slices"
	"sort"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// asReported gives the content around a clause that only tells who reports it:
// "Wie die Polizei mitteilte, …", "…, как сообщил мэр, …"; -1 when x is in no
// such clause.
func (p *page) asReported(q *paragraph, x *cue, begin, end int) (first, stop int) {
	ts := q.tokens
	as := -1
	for k := min(x.token, x.finite) - 1; k >= begin && k >= x.token-14; k-- {
		if ts[k].kind == punct && ts[k].lower == "," || ts[k].kind == said || ts[k].kind == dash {
			break
		}
		if ts[k].is.Is(language.As) {
			as = k
			break
		}
	}
	if as < 0 || as > begin && !(ts[as-1].kind == punct && ts[as-1].lower == ",") || !x.is.Is(language.Say) {
		return -1, 0
	}
	over := max(x.stop, x.token+1, x.finite+1)
	for over < end && ts[over].lower != "," {
		if ts[over].kind == said || over > x.token+14 {
			return -1, 0
		}
		over++
	}
	switch {
	case p.unsaid(begin, end, ts) < end && p.speeches[ts[p.unsaid(begin, end, ts)].speech].words > fewWords:
		return -1, 0
	case as == begin:
		if over+1 >= end {
			return -1, 0
		}
		return over + 1, end
	case over+1 >= end:
		return begin, as - 1
	}
	return begin, end
}

// sited gives c, which has nobody in particular for its subject, to the body in
// which that is said: "в мэрии сообщили", "hieß es aus dem Rathaus".
func (p *page) sited(q *paragraph, c *cue) {
	ts := q.tokens
	if !c.nobody || c.source >= 0 {
		return
	}
	for k := range q.mentionsIn(ts[c.token].sentence) {
		m := &q.mentions[k]
		if m.kind == pronoun || !m.is.Is(language.Body) || m.first == 0 && m.opening == 0 || m.first > c.token+4 || m.first < c.token-8 {
			continue
		}
		b := m.first
		if b > 0 && !ts[b].is.Is(language.Site) {
			b--
		}
		for b > 0 && b >= m.first-2 && ts[b].kind == word && !ts[b].is.Is(language.Site) && ts[b].is&^(language.Genders|language.Numbers|language.Oblique|language.Fragment) == 0 {
			b-- // "в областной прокуратуре"
		}
		if !ts[b].is.Is(language.Site) || ts[b].sentence != ts[c.token].sentence || p.parted(q, min(b, c.token), max(m.first, c.token)) {
			continue
		}
		c.source, c.nobody, c.how = k, false, inverted
		c.stop = max(c.stop, m.stop)
		if m.first < c.token {
			c.how = plainly
			c.first = min(c.first, b)
			c.stop = max(c.token, c.finite) + 1
		}
		return
	}
}

// parted reports whether a mark or words in marks stand between two tokens.
func (p *page) parted(q *paragraph, from, to int) bool {
	for k := from; k < to; k++ {
		if t := &q.tokens[k]; t.kind == dash || t.kind == said && p.speeches[t.speech].words > fewWords || t.kind == punct && t.lower != "(" && t.lower != ")" {
			return true
		}
	}
	return false
}

// asClause reports whether the verb ts[v] stands in a clause that tells who
// reports the one around it: "как отмечает ТАСС".
func (p *page) asClause(q *paragraph, v int) bool {
	ts := q.tokens
	for k := v - 1; k >= 0 && k >= v-3 && ts[k].kind == word && ts[k].sentence == ts[v].sentence; k-- {
		if ts[k].is.Is(language.As) {
			return true
		}
	}
	return false
}

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
