package index

import (
	"context"
	"slices"

	api "github.com/blevesearch/bleve_index_api"
)

// searchReader finds the passages of the given scopes that match any of the
// terms, in an index as it is at the moment. It is the only search for passages,
// and it cannot be called without a scope.
func searchReader(ctx context.Context, in api.IndexReader, scopes, terms []string, k int, rank map[string]int) ([]Hit, error) {
	if len(terms) == 0 || len(scopes) == 0 {
		return nil, nil
	}
	found, err := fetch(ctx, in, scopes, terms, k)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(found))
	for i, s := range found {
		if hits[i], err = hitOf(in, s); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(hits, inOrder(rank))
	return hits[:min(k, len(hits))], nil
}

// hitOf names a passage by the article that it is in.
func hitOf(in api.IndexReader, s scored) (Hit, error) {
	id, err := in.ExternalID(api.NewIndexInternalID(nil, s.doc))
	if err != nil {
		return Hit{}, err
	}
	_, article, n, err := parsePassageID(id)
	return Hit{Article: article, Paragraph: n, Score: s.score}, err
}
