package quote

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
	reachPara   = 3  // paragraphs back
	perPara     = 10 // candidates of each of these
)

// candidates appends the candidates for the source of run k to out: nobody
// and unnamed first, then mentions of its paragraph, of those before it, and
// one at the head of the next.
func (g *page) candidates(k int, out []candidate) []candidate {
	n := g.runs[k].paragraph
	q := &g.paragraphs[n]
	out = append(out, candidate{n, nobody, -1}, candidate{n, unnamed, -1})
	at := q.unitOf(k)
	for i := max(0, at-reachBefore); i < min(len(q.units), at+reachAfter); i++ {
		out = q.holders(out, n, i)
	}
	for d := 1; d <= reachPara && n-d >= 0; d++ {
		out = g.paragraphs[n-d].carried(out, n-d, d)
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
	return out
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
	out = append(out, candidate{n, m, i})
	for j := m + 1; j < len(q.mentions) && q.mentions[j].first < q.units[i].end; j++ {
		if q.mentions[j].possessive && q.mentions[j].within == m && !q.mentions[j].quoted {
			out = append(out, candidate{n, j, i})
		}
	}
	return out
}

// carried appends the mentions of q, which stands d paragraphs before the
// run, that may still be speaking: sources of cues, and in the paragraph just
// before names and pronouns too.
func (q *paragraph) carried(out []candidate, n, d int) []candidate {
	for i, left := len(q.units)-1, perPara; i >= 0 && left > 0 && len(q.units)-i < reachBefore; i-- {
		m := q.units[i].mention
		if m < 0 || !q.speaks[i] && (d > 1 || q.mentions[m].kind == nominalMention) {
			continue
		}
		out = append(out, candidate{n, m, i})
		left--
	}
	return out
}
