package rank

import (
	"slices"

	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// Candidate is one ranked passage.
type Candidate struct {
	Ranking *Ranking
	passage int // from 0
	score   float64
	read    *read // nil when it was not read closely
}

// Best lists the passages of all articles, the best first.
func Best(rankings []*Ranking) []Candidate {
	var all []Candidate
	for _, r := range rankings {
		for i, score := range r.passages {
			all = append(all, Candidate{Ranking: r, passage: i, score: score})
		}
	}
	slices.SortStableFunc(all, func(x, y Candidate) int { return cmpDown(x.score, y.score) })
	return all
}

// Missing lists the names of q that no article read has, as written; words
// beside each other are one name.
func Missing(q *question.Query, rankings []*Ranking) []string {
	var out []string
	last := -2
	for i, t := range q.Terms {
		if !t.Name || len(rankings) == 0 {
			continue
		}
		if !slices.ContainsFunc(rankings, func(r *Ranking) bool { return r.m.q != q || !r.m.nowhere[i] }) {
			if w := q.Words[t.Word].Text; last == t.Word-1 {
				out[len(out)-1] += " " + w
			} else {
				out = append(out, w)
			}
			last = t.Word
		}
	}
	return out
}
