package engine

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/search/query"
	api "github.com/blevesearch/bleve_index_api"
)

// scattered indexes n passages of words whose frequencies follow Zipf's law, in
// several segments and for servers of very different size, and removes some of
// them again. Some passages are a word or two.
func scattered(t *testing.T, r *rand.Rand, n int) (in bleve.Index, scopes, words []string) {
	t.Helper()
	in, err := bleve.NewUsing("", bleve.NewIndexMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := in.Close(); err != nil {
			t.Error(err)
		}
	})
	scopes = []string{"large@1", "small@1", "tiny@1"}
	for i := range 200 {
		words = append(words, fmt.Sprintf("word%d", i))
	}
	z := rand.NewZipf(r, 1.1, 3, uint64(len(words)-1))
	batch := in.NewBatch()
	for i := range n {
		scope := scopes[0]
		if x := r.IntN(100); x < 2 {
			scope = scopes[2]
		} else if x < 20 {
			scope = scopes[1]
		}
		var text []string
		for range 1 + r.IntN(1+r.IntN(40)) {
			text = append(text, words[z.Uint64()])
		}
		d := document.NewDocument(passageID(scope, "a1", i))
		d.AddField(keywordField(fieldScope, scope))
		d.AddField(document.NewTextFieldCustom(fieldText, nil, []byte(strings.Join(text, " ")), api.IndexField, analyzer("en")))
		if err := batch.IndexAdvanced(d); err != nil {
			t.Fatal(err)
		}
		if r.IntN(20) == 0 {
			batch.Delete(passageID(scope, "a1", r.IntN(n)))
		}
		if i == n-1 || r.IntN(1+n/4) == 0 {
			if err := in.Batch(batch); err != nil {
				t.Fatal(err)
			}
			batch = in.NewBatch()
		}
	}
	return in, scopes, words
}

// everything gives the score of each passage of the scopes that Bleve finds for
// any of the terms.
func everything(t *testing.T, in bleve.Index, scopes, terms []string) map[string]float64 {
	t.Helper()
	var either []query.Query
	for _, term := range terms {
		q := bleve.NewTermQuery(term)
		q.SetField(fieldText)
		either = append(either, q)
	}
	result, err := run(t.Context(), in, bleve.NewSearchRequestOptions(scoped(scopes, bleve.NewDisjunctionQuery(either...)), 1<<20, 0, false))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]float64{}
	for _, h := range result.Hits {
		all[h.ID] = h.Score
	}
	return all
}

// TestFetch compares what is fetched with the first of everything that Bleve
// finds, for random questions of random indexes.
func TestFetch(t *testing.T) {
	const noise = 1e-9 // of another order of summing up
	r := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{1, 20, 300, 300, 3 * window, 8 * window} {
		in, scopes, words := scattered(t, r, n)
		for range 60 {
			in, scopes, k := in, slices.Clone(scopes[r.IntN(3):]), 1+r.IntN(60)
			if r.IntN(2) == 0 {
				scopes = scopes[:1]
			}
			terms := []string{"nowhere"}
			for range r.IntN(12) {
				if w := words[min(r.IntN(len(words)), r.IntN(len(words)))]; !slices.Contains(terms, w) {
					terms = append(terms, w)
				}
			}
			var got map[string]float64
			err := readIn(t.Context(), in, func(in api.IndexReader) error {
				found, err := fetch(t.Context(), in, scopes, terms, k)
				if err != nil {
					return err
				}
				if !slices.IsSortedFunc(found, func(x, y scored) int {
					if x.score > y.score || x.score == y.score && x.doc < y.doc {
						return -1
					}
					return 1
				}) {
					t.Errorf("%v in %v: not in order: %v", terms, scopes, found)
				}
				got = map[string]float64{}
				for _, s := range found {
					id, err := in.ExternalID(api.NewIndexInternalID(nil, s.doc))
					if err != nil {
						return err
					}
					got[id] = s.score
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			want := everything(t, in, scopes, terms)
			scores := slices.Sorted(maps.Values(want))
			least := 0.0
			if len(scores) > k {
				least = scores[len(scores)-k]
			}
			for id, score := range want {
				x, ok := got[id]
				switch {
				case ok && math.Abs(x-score) > noise*score:
					t.Errorf("%d passages, %v in %v: %s scores %v, for Bleve %v", n, terms, scopes, id, x, score)
				case !ok && score > least*(1+noise), ok && score < least*(1-noise):
					t.Errorf("%d passages, the first %d for %v in %v, at least %v: %s, which scores %v: fetched %v", n, k, terms, scopes, least, id, score, ok)
				}
				delete(got, id)
			}
			if len(got) > 0 {
				t.Errorf("%d passages, %v in %v: fetched too: %v", n, terms, scopes, got)
			}
		}
	}
}

// TestFetchTies asks for a word that more passages have than may tie.
func TestFetchTies(t *testing.T) {
	in, err := bleve.NewUsing("", bleve.NewIndexMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	batch := in.NewBatch()
	for i := range 2 * maxTies {
		d := document.NewDocument(passageID("s@1", "a1", i))
		d.AddField(keywordField(fieldScope, "s@1"))
		d.AddField(document.NewTextFieldCustom(fieldText, nil, []byte("tie"), api.IndexField, analyzer("en")))
		if err := batch.IndexAdvanced(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := in.Batch(batch); err != nil {
		t.Fatal(err)
	}
	err = readIn(t.Context(), in, func(in api.IndexReader) error {
		found, err := fetch(t.Context(), in, []string{"s@1"}, []string{"tie"}, 3)
		if len(found) != 3+maxTies {
			t.Errorf("%d passages fetched, want 3 and %d", len(found), maxTies)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
