package engine

import (
	"context"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Passages counts the passages of a scope.
func (e *Index) Passages(ctx context.Context, scope string) (int, error) {
	t := query.NewTermQuery(scope)
	t.SetField(fieldScope)
	result, err := e.ask(ctx, bleve.NewSearchRequestOptions(t, 0, 0, false))
	if err != nil {
		return 0, err
	}
	return int(result.Total), nil //nolint:gosec // far below 2⁶³
}

// probeTerms is how many of a paragraph's terms a probe asks for.
const probeTerms = 8

// Finds reports whether paragraph n of an article is found by its own words.
func (e *Index) Finds(ctx context.Context, scope string, a *corpus.Article, n int) (bool, error) {
	all := []query.Query{query.NewDocIDQuery([]string{passageID(scope, a.ID, n)})}
	for _, term := range Terms(a.Paragraphs[n-1].Text, []string{a.Language}) {
		if len(all) > probeTerms {
			break
		}
		t := query.NewTermQuery(term)
		t.SetField(fieldText)
		all = append(all, t)
	}
	result, err := e.ask(ctx, bleve.NewSearchRequestOptions(scoped([]string{scope}, query.NewConjunctionQuery(all)), 1, 0, false))
	if err != nil {
		return false, err
	}
	return result.Total == 1, nil
}

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
