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

// Missing lists the names of q that no article read has, as written. What an
// article in another language has is not known.
func Missing(q *question.Query, rankings []*Ranking) []string {
	var out []string
	if len(rankings) == 0 {
		return nil
	}
	for _, at := range rankings[0].lacks {
		if !slices.ContainsFunc(rankings, func(r *Ranking) bool { return !slices.Contains(r.lacks, at) }) {
			out = append(out, q.Written(at))
		}
	}
	return out
}
