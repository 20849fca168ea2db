package engine

import (
	"context"
	"errors"
	"fmt"
	"slices"

	api "github.com/blevesearch/bleve_index_api"
)

// Moment is an index as it is at one moment: what is written later does not
// show in it.
type Moment struct {
	ctx context.Context //nolint:containedctx // it lives as long as one call of at
	in  api.IndexReader
}

// Search finds the k passages of the given scopes that match most of the terms,
// best first; of equal ones the article that stands first in rank is first. It
// is the only search for passages, and it cannot be called without a scope.
func (m *Moment) Search(scopes, terms []string, k int, rank map[string]int) ([]Hit, error) {
	if len(terms) == 0 || len(scopes) == 0 {
		return nil, nil
	}
	found, err := fetch(m.ctx, m.in, scopes, terms, k)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(found))
	for i, s := range found {
		if hits[i], err = hitOf(m.in, s); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(hits, InOrder(rank))
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

// Cards gives the cards of a scope, as they were put, by their documents' names.
func (m *Moment) Cards(scope string) (cards map[string][]byte, err error) {
	list, err := m.in.TermFieldReader(m.ctx, []byte(scope), fieldCards, false, false, false)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, list.Close()) }()
	cards = map[string][]byte{}
	for {
		found, err := list.Next(nil)
		if err != nil || found == nil {
			return cards, err
		}
		id, err := m.in.ExternalID(found.ID)
		if err != nil {
			return nil, err
		}
		doc, err := m.in.Document(id)
		if err != nil {
			return nil, err
		}
		if doc == nil {
			return nil, fmt.Errorf("card %s: not stored", id)
		}
		doc.VisitFields(func(f api.Field) {
			if f.Name() == fieldCard {
				cards[id] = slices.Clone(f.Value())
			}
		})
	}
}

// Hit is one passage that matched: a paragraph, cut later from the records.
type Hit struct {
	Article   string // article id
	Paragraph int    // from 1
	Score     float64
}
