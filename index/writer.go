package index

import (
	"context"

	"github.com/blevesearch/bleve/v2"
)

// batchPassages is how many passages go into one batch of a long job: 5,600
// a second at this size against 220 one by one, measured, and no faster with
// more.
const batchPassages = 1000

// writer gathers changes of an engine into batches. An article's passages and
// card are always in one batch, so a crash leaves no article half indexed.
// (Batch.Merge is not used: it sums up the whole batch at every call.)
type writer struct {
	engine  *engine
	batch   *bleve.Batch
	servers []*server // whose share of the index changes
}

func newWriter(e *engine, servers ...*server) *writer {
	return &writer{engine: e, batch: e.in.NewBatch(), servers: servers}
}

// put indexes d, in place of an article of old's number of paragraphs.
func (w *writer) put(scope string, d *Document, stamp string, old int) (card, error) {
	c := newCard(d, stamp)
	doc, err := c.document(scope)
	if err != nil {
		return c, err
	}
	if err := w.batch.IndexAdvanced(doc); err != nil {
		return c, err
	}
	for _, p := range passages(scope, d.Article) {
		if err := w.batch.IndexAdvanced(p); err != nil {
			return c, err
		}
	}
	for n := len(d.Article.Paragraphs) + 1; n <= old; n++ {
		w.batch.Delete(passageID(scope, c.ID, n))
	}
	return c, nil
}

// drop takes an article out of the index.
func (w *writer) drop(scope string, c card) {
	for n := range c.Paragraphs + 1 {
		w.batch.Delete(passageID(scope, c.ID, n))
	}
}

// full reports whether it is time to flush.
func (w *writer) full() bool { return w.batch.Size() >= batchPassages }

// flush writes what was gathered, see [engine.batch]. Nothing is written when ctx
// has ended.
func (w *writer) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	b := w.batch
	if b.Size() == 0 {
		return nil
	}
	w.batch = w.engine.in.NewBatch()
	for _, s := range w.servers {
		s.written.Add(1)
	}
	return w.engine.batch(b)
}
