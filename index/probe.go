package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/verbatim-bot/verbatim/corpus"
)

// check compares the new generation with what was put into it.
func (r *reindexing) check(ctx context.Context, order []entry, cards map[string]card) error {
	stored, err := r.engine.cards(ctx, r.scope)
	if err != nil {
		return err
	}
	want := 0
	for id, c := range cards {
		want += c.Paragraphs
		if stored[id].Stamp != c.Stamp {
			return &damage{err: fmt.Errorf("article %s is not in generation %s", id, r.scope)}
		}
	}
	t := query.NewTermQuery(r.scope)
	t.SetField(fieldScope)
	result, err := r.engine.search(ctx, bleve.NewSearchRequestOptions(t, 0, 0, false))
	if err != nil {
		return err
	}
	if len(stored) != len(cards) || int(result.Total) != want {
		return &damage{err: fmt.Errorf("generation %s has %d articles with %d passages instead of %d with %d", r.scope, len(stored), result.Total, len(cards), want)}
	}
	for i, e := range order {
		if _, ok := cards[e.id]; !ok {
			continue
		}
		if err := r.probe(ctx, e); err != nil {
			return err
		}
		r.progress(Progress{Checking, i + 1, len(order)})
	}
	return nil
}

// probeTerms is how many of a paragraph's terms a probe asks for.
const probeTerms = 8

// probe asks for an article's longest paragraph by its own words.
func (r *reindexing) probe(ctx context.Context, e entry) error {
	a, err := r.library.records.Revision(r.guild, e.id, e.revision)
	if err != nil {
		if err = notThere(err); errors.Is(err, ErrNoArticle) {
			return nil
		}
		return err
	}
	n := longest(a)
	all := []query.Query{query.NewDocIDQuery([]string{passageID(r.scope, e.id, n)})}
	for _, term := range queryTerms(a.Paragraphs[n-1].Text, []string{a.Language}) {
		if len(all) > probeTerms {
			break
		}
		t := query.NewTermQuery(term)
		t.SetField(fieldText)
		all = append(all, t)
	}
	result, err := r.engine.search(ctx, bleve.NewSearchRequestOptions(scoped([]string{r.scope}, query.NewConjunctionQuery(all)), 1, 0, false))
	if err != nil {
		return err
	}
	if result.Total != 1 {
		return &damage{err: fmt.Errorf("%s¶%d is not found by its own words in generation %s", e.id, n, r.scope)}
	}
	return nil
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

// longest is the number of the longest paragraph.
func longest(a *corpus.Article) int {
	n := 1
	for i, p := range a.Paragraphs {
		if len(p.Text) > len(a.Paragraphs[n-1].Text) {
			n = i + 1
		}
	}
	return n
}
