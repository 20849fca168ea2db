package engine

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/blevesearch/bleve/v2"
	api "github.com/blevesearch/bleve_index_api"
)

// run gives a request to Bleve.
func run(ctx context.Context, in bleve.Index, r *bleve.SearchRequest) (result *bleve.SearchResult, err error) {
	err = guard(ctx, "search", func() (err error) {
		result, err = in.SearchInContext(ctx, r)
		return err
	})
	return result, err
}

// readIn calls f with in as it is now.
func readIn(ctx context.Context, in bleve.Index, f func(api.IndexReader) error) error {
	return guard(ctx, "read", func() error {
		all, err := in.Advanced()
		if err != nil {
			return err
		}
		r, err := all.Reader()
		if err != nil {
			return err
		}
		return errors.Join(f(r), r.Close())
	})
}

// guard calls f, which reads an index. Bleve reads mapped files, and one that
// is damaged makes it panic or fault: that is a *Damage, as is an error of f
// unless ctx has ended.
func guard(ctx context.Context, what string, f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = &Damage{Err: fmt.Errorf("%s panicked: %v", what, p)}
		}
	}()
	err = f()
	if err != nil && ctx.Err() == nil {
		return &Damage{Err: fmt.Errorf("%s: %w", what, err)}
	}
	return err
}
