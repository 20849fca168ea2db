package quote

import "slices"

// Candidates that are no mention.
const (
	nobody  = -1 // the run is nobody's utterance
	unnamed = -2 // somebody's, but no words name the source
)

// candidate is one answer to "whose words are these?": a mention, nobody or
// unnamed.
type candidate struct {
	paragraph int
	mention   int // index in the paragraph's mentions, or nobody, unnamed
	unit      int // the unit that is or holds the mention
}

// Bounds of the search for candidates, in units and paragraphs. They keep the
// work for one run constant.
const (
	reachBefore = 90
	reachAfter  = 60
	mostBefore  = 24 // mentions
	mostAfter   = 16
	reachPara   = 3 // paragraphs back
	perPara     = 8 // candidates of the paragraph just before
	perFar      = 3 // and of each one farther back
)

// Prose has a run in some 400 bytes, and interviews one in 130. Where an article
// of more than manyRuns runs is denser than a run in roomyBytes, fewer mentions
// are looked at for each, so that the work for a byte stays bounded.
const (
	manyRuns   = 50
	roomyBytes = 120
)

// most scales a bound on the candidates of a run to how densely runs stand.
func (g *page) most(n int) int {
	if len(g.runs) <= manyRuns {
		return n
	}
	return max(1, min(n, n*g.size/(len(g.runs)*roomyBytes)))
}

// candidates appends the candidates for the source of run k to out: nobody
// and unnamed first, then mentions of its paragraph, of those before it, one at
// the head of the next, and the last source.
func (g *page) candidates(k int, p past, out []candidate) []candidate {
	n := g.runs[k].paragraph
	q := &g.paragraphs[n]
	out = append(out, candidate{n, nobody, -1}, candidate{n, unnamed, -1})
	at := q.unitOf(k)
	from, left := at, g.most(mostBefore)
	for from > 0 && at-from < reachBefore && left > 0 {
		if from--; q.units[from].mention >= 0 {
			left--
		}
	}
	for i := from; i < at; i++ {
		out = q.holders(out, n, i)
	}
	for i, left := at+1, g.most(mostAfter); i < min(len(q.units), at+reachAfter) && left > 0; i++ {
		if q.units[i].mention >= 0 {
			left--
		}
		out = q.holders(out, n, i)
	}
	for d := 1; d <= reachPara && n-d >= 0; d++ {
		most := perPara
		if d > 1 {
			most = perFar
		}
		out = g.paragraphs[n-d].carried(out, n-d, d, g.most(most))
	}
	if n+1 < len(g.paragraphs) && n > 0 {
		if next := &g.paragraphs[n+1]; len(next.units) > 0 {
			for i := 0; i < min(2, len(next.units)); i++ {
				if next.units[i].mention >= 0 {
					out = append(out, candidate{n + 1, next.units[i].mention, i})
					break
				}
			}
		}
	}
	if p.run >= 0 && !slices.Contains(out, p.source) {
		out = append(out, p.source)
	}
	return out
}

// label gives the mention that begins the run of s as the name of who speaks,
// as in transcripts: "CALLOWAY: We will see." The run must be a paragraph of
// its own: inside a sentence such words are the title of a book.
func (s *scene) label() (candidate, bool) {
	if s.place.text != "whole" || s.words <= termWords {
		return candidate{}, false
	}
	q, u := s.q, &s.q.units[s.at]
	i, _ := slices.BinarySearchFunc(q.mentions, u.first, func(m mention, t int) int { return m.first - t })
	for ; i < len(q.mentions) && q.mentions[i].first <= u.first+1; i++ {
		if m := &q.mentions[i]; m.kind == nameMention && m.end < u.end && q.tokens[m.end].lower == ":" {
			return candidate{s.n, i, s.at}, true
		}
	}
	return candidate{}, false
}

// unitOf gives the unit that is run k.
func (q *paragraph) unitOf(k int) int {
	lo, hi := 0, len(q.units)
	start := q.runs[k-q.firstRun].Start
	for lo < hi {
		mid := (lo + hi) / 2
		if q.tokens[q.units[mid].first].Start < start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// holders appends the mention at unit i and the possessors inside it.
func (q *paragraph) holders(out []candidate, n, i int) []candidate {
	m := q.units[i].mention
	if m < 0 {
		return out
	}
	if q.linkOf[i] > 0 || q.mayspeak(m) {
		out = append(out, candidate{n, m, i})
	}
	for j := m + 1; j < len(q.mentions) && q.mentions[j].first < q.units[i].end; j++ {
		if q.mentions[j].possessive && q.mentions[j].within == m && !q.mentions[j].quoted {
			out = append(out, candidate{n, j, i})
		}
	}
	return out
}

// mayspeak reports whether mention m, the subject of no verb, could be a
// source all the same: a name, a pronoun, or a noun for people, bodies or
// words.
func (q *paragraph) mayspeak(m int) bool {
	switch q.nature(m) {
	case "thing", "things":
		return false
	}
	return true
}

// carried appends the mentions of q, which stands d paragraphs before the
// run, that may still be speaking: at most so many sources of cues, and in the
// paragraph just before names and pronouns too.
func (q *paragraph) carried(out []candidate, n, d, most int) []candidate {
	for i, left := len(q.units)-1, most; i >= 0 && left > 0 && len(q.units)-i < reachBefore; i-- {
		m := q.units[i].mention
		if m < 0 || !q.speaks[i] && (d > 1 || q.mentions[m].kind == nominalMention) {
			continue
		}
		out = append(out, candidate{n, m, i})
		left--
	}
	return out
}
