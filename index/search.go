package index

import (
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// slack is how many hits more than asked for are fetched, so that ties at the
// border are decided by our order and not by Bleve's document numbers.
// When all of them tie, as when one word is asked for that a thousand short
// paragraphs have, more are fetched, up to maxFetch.
const (
	slack    = 16
	maxFetch = 4096
)

// dense is the share of an index from which on a scope is looked for among
// the hits, instead of being searched for.
const dense = 0.5

// search finds the passages of the given scopes that match any of the terms.
// It is the only search of the program, and it cannot be called without a
// scope. share is about how much of the index is theirs, 0..1.
//
// For a small share, the scope is one half of a conjunction, with boost 0 so
// that it does not score. (A filter on top of the text query runs that query
// over every server's passages first: 13 times slower at 300,000, measured.)
// When most of the index is the scope's, going through its long list of
// passages costs twice as much as all the rest; then what belongs to others is
// dropped from the hits, whose ids begin with their scope, and should that
// leave too few, the conjunction is asked after all.
func search(ctx context.Context, run runner, scopes, terms []string, k int, rank map[string]int, share float64) ([]Hit, error) {
	if len(terms) == 0 || len(scopes) == 0 {
		return nil, nil
	}
	q, fetch := scoped(scopes, match(terms)), k+slack
	if share >= dense {
		q, fetch = match(terms), int(float64(fetch)/share)+slack
	}
	for ; ; fetch *= 8 {
		if share >= dense && fetch > maxFetch+k {
			share = 0
			q, fetch = scoped(scopes, match(terms)), k+slack
		}
		result, err := run(ctx, bleve.NewSearchRequestOptions(q, fetch, 0, false))
		if err != nil {
			return nil, err
		}
		hits, err := hitsOf(result, scopes)
		if err != nil {
			return nil, err
		}
		slices.SortFunc(hits, inOrder(rank))
		if len(result.Hits) < fetch {
			return hits[:min(k, len(hits))], nil // these are all
		}
		least := result.Hits[fetch-1].Score
		if len(hits) >= k && (hits[k-1].Score > least || fetch > maxFetch) {
			return hits[:k], nil
		}
	}
}

// hitsOf gives the hits that are in one of the scopes.
func hitsOf(result *bleve.SearchResult, scopes []string) ([]Hit, error) {
	hits := make([]Hit, 0, len(result.Hits))
	for _, h := range result.Hits {
		scope, article, n, err := parsePassageID(h.ID)
		if err != nil {
			return nil, &damage{err: err}
		}
		if slices.Contains(scopes, scope) {
			hits = append(hits, Hit{Article: article, Paragraph: n, Score: h.Score})
		}
	}
	return hits, nil
}

// runner gives a request to an index.
type runner func(context.Context, *bleve.SearchRequest) (*bleve.SearchResult, error)

// scoped restricts q to passages of the scopes, without effect on the score.
func scoped(scopes []string, q query.Query) query.Query {
	either := make([]query.Query, len(scopes))
	for i, scope := range scopes {
		t := bleve.NewTermQuery(scope)
		t.SetField(fieldScope)
		t.SetBoost(0)
		either[i] = t
	}
	if len(either) == 1 {
		return bleve.NewConjunctionQuery(either[0], q)
	}
	return bleve.NewConjunctionQuery(bleve.NewDisjunctionQuery(either...), q)
}

// match finds passages with any of the terms.
func match(terms []string) query.Query {
	either := make([]query.Query, 0, len(terms))
	for _, term := range terms {
		t := bleve.NewTermQuery(term)
		t.SetField(fieldText)
		either = append(either, t)
	}
	return bleve.NewDisjunctionQuery(either...)
}
