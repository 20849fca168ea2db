package check

import (
	"context"
	"fmt"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// Nearest finds the passages nearest to words, of one article or of all (""), top
// at most and the best first, and how sure it is that the first is about them.
type Nearest func(ctx context.Context, s *index.Scope, words, article string, top int) ([]cite.Citation, float64, error)

// Closely checks as [Check] does, and of a quote that is absent cites what is
// nearest to it instead, up to three passages: nothing where no passage has a
// word of it and it is not sure that one is about it.
func Closely(ctx context.Context, nearest Nearest, s *index.Scope, p Purported) (*Result, error) {
	r, err := Check(ctx, s, p)
	if err != nil || r.Verdict != Absent {
		return r, err
	}
	near, sure, err := nearest(ctx, s, searchText(p.Text), p.Article, 3)
	if err != nil {
		return nil, fmt.Errorf("look near a quote: %w", err)
	}
	if len(r.Citations) > 0 || sure >= nearEnough {
		r.Citations = near
		r.Why = r.explain()
	}
	return r, nil
}

// nearEnough is the confidence from which on a passage is shown that has no word
// of an absent quote: as of an eager answer.
const nearEnough = .35

const (
	// fewArticles is how many articles are compared word by word without
	// asking the index first: one costs well under a millisecond.
	fewArticles = 12
	// manyPassages is how many passages the index is asked for, and
	// bestArticles how many of their articles are then compared. Genuine words
	// share nearly all of their terms with one passage, so the right article
	// is among the first few.
	manyPassages = 60
	bestArticles = 8
)

// candidates gives the articles that may hold the words of p, and the passage
// nearest to them.
func candidates(ctx context.Context, s *index.Scope, p Purported) (ids []string, nearest []engine.Hit, err error) {
	hits, err := s.Search(ctx, searchText(p.Text), manyPassages)
	if err != nil {
		return nil, nil, fmt.Errorf("search for a quote: %w", err)
	}
	if p.Article != "" {
		for _, h := range hits {
			if h.Article == p.Article {
				nearest = append(nearest, h)
			}
		}
		return []string{p.Article}, nearest, nil
	}
	list, err := s.Headings(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("search for a quote: %w", err)
	}
	all := make([]string, len(list))
	for i, h := range list {
		all[i] = h.ID
	}
	if len(all) <= fewArticles {
		return all, hits, nil
	}
	seen := make(map[string]bool)
	for _, h := range hits {
		if !seen[h.Article] && len(ids) < bestArticles {
			seen[h.Article] = true
			ids = append(ids, h.Article)
		}
	}
	if len(ids) == 0 {
		// Only words that the index leaves out, such as "to be or not to be":
		// the first articles are all that can be read in time.
		ids = all[:min(len(all), 2*fewArticles)]
	}
	return ids, hits, nil
}

// searchText bounds what the index is asked: the first words of a long quote
// find its article as well as all of them.
func searchText(text string) string {
	const enough = 60
	ws := split(text)
	if len(ws) <= enough {
		return text
	}
	return text[:ws[enough-1].span.End]
}
