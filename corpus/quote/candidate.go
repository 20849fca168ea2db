package quote

import (
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
)

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

// scaled scales a bound on the candidates of a run to how densely runs stand.
func scaled(g *syntax.Page, n int) int {
	if len(g.Runs) <= manyRuns {
		return n
	}
	return max(1, min(n, n*g.Size/(len(g.Runs)*roomyBytes)))
}

// candidates appends the candidates for the source of run k to out: nobody
// and unnamed first, then mentions of its paragraph, of those before it, one at
// the head of the next, and the last source.
func candidates(g *syntax.Page, k int, p past, out []candidate) []candidate {
	n := g.Runs[k].Paragraph
	q := &g.Paragraphs[n]
	out = append(out, candidate{n, nobody, -1}, candidate{n, unnamed, -1})
	at := unitOf(q, k)
	from, left := at, scaled(g, mostBefore)
	for from > 0 && at-from < reachBefore && left > 0 {
		if from--; q.Units[from].Mention >= 0 {
			left--
		}
	}
	for i := from; i < at; i++ {
		out = holders(q, out, n, i)
	}
	for i, left := at+1, scaled(g, mostAfter); i < min(len(q.Units), at+reachAfter) && left > 0; i++ {
		if q.Units[i].Mention >= 0 {
			left--
		}
		out = holders(q, out, n, i)
	}
	for d := 1; d <= reachPara && n-d >= 0; d++ {
		most := perPara
		if d > 1 {
			most = perFar
		}
		out = carried(&g.Paragraphs[n-d], out, n-d, d, scaled(g, most))
	}
	if n+1 < len(g.Paragraphs) && n > 0 {
		if next := &g.Paragraphs[n+1]; len(next.Units) > 0 {
			for i := 0; i < min(2, len(next.Units)); i++ {
				if next.Units[i].Mention >= 0 {
					out = append(out, candidate{n + 1, next.Units[i].Mention, i})
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
	if s.place.Text != "whole" || s.words <= termWords {
		return candidate{}, false
	}
	q, u := s.q, &s.q.Units[s.at]
	i, _ := slices.BinarySearchFunc(q.Mentions, u.First, func(m syntax.Mention, t int) int { return m.First - t })
	for ; i < len(q.Mentions) && q.Mentions[i].First <= u.First+1; i++ {
		if m := &q.Mentions[i]; m.Kind == syntax.Name && m.Stop < u.End && q.Tokens[m.Stop].Lower == ":" {
			return candidate{s.n, i, s.at}, true
		}
	}
	return candidate{}, false
}

// unitOf gives the unit that is run k.
func unitOf(q *syntax.Paragraph, k int) int {
	lo, hi := 0, len(q.Units)
	start := q.Runs[k-q.FirstRun].Start
	for lo < hi {
		mid := (lo + hi) / 2
		if q.Tokens[q.Units[mid].First].Start < start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// holders appends the mention at unit i and the possessors inside it.
func holders(q *syntax.Paragraph, out []candidate, n, i int) []candidate {
	m := q.Units[i].Mention
	if m < 0 {
		return out
	}
	if q.LinkOf[i] > 0 || maySpeak(q, m) {
		out = append(out, candidate{n, m, i})
	}
	for j := m + 1; j < len(q.Mentions) && q.Mentions[j].First < q.Units[i].End; j++ {
		if q.Mentions[j].Possessive && q.Mentions[j].Within == m && !q.Mentions[j].Quoted {
			out = append(out, candidate{n, j, i})
		}
	}
	return out
}

// maySpeak reports whether mention m, the subject of no verb, could be a
// source all the same: a name, a pronoun, or a noun for people, bodies or
// words.
func maySpeak(q *syntax.Paragraph, m int) bool {
	switch nature(q, m) {
	case "thing", "things":
		return false
	}
	return true
}

// carried appends the mentions of q, which stands d paragraphs before the
// run, that may still be speaking: at most so many sources of cues, and in the
// paragraph just before names and pronouns too.
func carried(q *syntax.Paragraph, out []candidate, n, d, most int) []candidate {
	for i, left := len(q.Units)-1, most; i >= 0 && left > 0 && len(q.Units)-i < reachBefore; i-- {
		m := q.Units[i].Mention
		if m < 0 || !q.Speaks[i] && (d > 1 || q.Mentions[m].Kind == syntax.Nominal) {
			continue
		}
		out = append(out, candidate{n, m, i})
		left--
	}
	return out
}
