package engine

import (
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Memory makes an index in memory, of articles without cards. It is made in
// one batch: scorch never merges in memory, and a thousand small batches are a
// hundred times slower to search than one.
func Memory(scope string, articles []*corpus.Article) (*Index, error) {
	in, err := bleve.NewUsing("", bleve.NewIndexMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("index in memory: %w", err)
	}
	batch := in.NewBatch()
	for _, a := range articles {
		for _, p := range passages(scope, a) {
			if err := batch.IndexAdvanced(p); err != nil {
				return nil, fmt.Errorf("index %s in memory: %w", p.ID(), err)
			}
		}
	}
	if err := in.Batch(batch); err != nil {
		return nil, fmt.Errorf("index in memory: %w", err)
	}
	return &Index{in: in, leaving: make(chan struct{})}, nil
}
