package engine

import (
	"context"

	"github.com/blevesearch/bleve/v2"

	"github.com/verbatim-bot/verbatim/corpus"
)

// batchPassages is how many passages go into one batch of a long job: 5,600
// a second at this size against 220 one by one, measured, and no faster with
// more.
const batchPassages = 1000

// Writer gathers changes of an engine into batches. An article's passages and
// card are always in one batch, so a crash leaves no article half indexed.
// (Batch.Merge is not used: it sums up the whole batch at every call.)
type Writer struct {
	engine *Index
	batch  *bleve.Batch
}

// Writer gives a writer of e.
func (e *Index) Writer() *Writer { return &Writer{engine: e, batch: e.in.NewBatch()} }

// Put indexes a with its card, in place of an article of old's number of
// paragraphs.
func (w *Writer) Put(scope string, a *corpus.Article, card []byte, old int) error {
	if err := w.batch.IndexAdvanced(cardDocument(scope, a.ID, card)); err != nil {
		return err
	}
	for _, p := range passages(scope, a) {
		if err := w.batch.IndexAdvanced(p); err != nil {
			return err
		}
	}
	for n := len(a.Paragraphs) + 1; n <= old; n++ {
		w.batch.Delete(passageID(scope, a.ID, n))
	}
	return nil
}

// Drop takes an article of so many paragraphs out of the index.
func (w *Writer) Drop(scope, article string, paragraphs int) {
	for n := range paragraphs + 1 {
		w.batch.Delete(passageID(scope, article, n))
	}
}

// MarkWhole notes that the index has all that it should.
func (w *Writer) MarkWhole() { w.batch.SetInternal(internalWhole, []byte{1}) }

// Empty reports whether there is nothing to flush.
func (w *Writer) Empty() bool { return w.batch.Size() == 0 }

// Full reports whether it is time to.
func (w *Writer) Full() bool { return w.batch.Size() >= batchPassages }

// Flush writes what was gathered, see [Index.batch]. Nothing is written when ctx
// has ended.
func (w *Writer) Flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	b := w.batch
	if b.Size() == 0 {
		return nil
	}
	w.batch = w.engine.in.NewBatch()
	return w.engine.batch(b)
}
