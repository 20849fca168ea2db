package engine

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	api "github.com/blevesearch/bleve_index_api"
)

// Limits on waiting for Bleve. All three have been seen to wait for ever: an
// Open for the lock of another opener, a Batch and a Close for a merger that
// has died.
const (
	lockTimeout  = "2s"
	batchTimeout = 2 * time.Minute
	closeTimeout = 10 * time.Second
)

// Index is one Bleve index, open on disk. Its methods are safe for
// concurrent use.
type Index struct {
	dir   string
	in    bleve.Index
	Fresh bool // made by openEngine, and so without a document
	// fail is told of faults that Bleve meets on its own, while merging or
	// writing; it must not call the engine.
	fail func(*Index, error)

	use     sync.RWMutex // read by those who use in, written by close
	closed  bool
	leave   sync.Once
	leaving chan struct{} // closed when close begins

	unwritten chan struct{} // an element for each batch that is not on disk yet
}

// Batches of few changes are not waited for: should the process die before
// they are on disk, a server lacks at most 200 articles, which are then seen to
// be missing and answered from the records. (An article is two changes or more:
// its card and its passages.) mostUnwritten bounds the memory that
// such batches take.
const (
	fewChanges    = 400
	mostUnwritten = 8
)

// asyncName is the name under which Bleve knows the callback for faults of its
// background work. Bleve has one table of such names for the whole process.
const asyncName = "verbatim"

// asyncFaults maps the folder of an open index, as scorch knows it, to its
// *engine. The first use registers the callback.
var asyncFaults = sync.OnceValue(func() *sync.Map {
	var engines sync.Map
	scorch.RegistryAsyncErrorCallbacks[asyncName] = func(err error, path string) {
		if e, ok := engines.Load(path); ok {
			e.(*Index).fail(e.(*Index), &Damage{Err: err})
		}
	}
	return &engines
})

// Open opens the index in dir, or makes an empty one when nothing is
// there. Any fault of what is there, a panic of Bleve included, is a *Damage,
// save that another process has it open.
func Open(dir string, fail func(*Index, error)) (*Index, error) {
	e := &Index{dir: dir, fail: fail, leaving: make(chan struct{}), unwritten: make(chan struct{}, mostUnwritten)}
	engines := asyncFaults()
	engines.Store(e.store(), e)
	config := map[string]any{
		"bolt_timeout": lockTimeout, "asyncErrorCallbackName": asyncName,
		// Batches are never merged before they are written. Bleve does that in a
		// goroutine of its own, which on a full disk panics (v2.6.3) and takes the
		// process with it.
		"scorchPersisterOptions": map[string]any{"MemoryPressurePauseThreshold": 0},
		"unsafe_batch":           true, // see batch, which waits where that is needed
	}
	if err := e.open(config); err != nil {
		engines.CompareAndDelete(e.store(), e)
		return nil, err
	}
	return e, nil
}

func (e *Index) open(config map[string]any) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // a mapped file may be shorter than it says
	defer func() {
		if r := recover(); r != nil {
			err = &Damage{Err: fmt.Errorf("opening panicked: %v", r)}
		}
	}()
	switch _, err := os.Stat(e.dir); {
	case errors.Is(err, os.ErrNotExist):
		e.Fresh = true
		e.in, err = bleve.NewUsing(e.dir, bleve.NewIndexMapping(), scorch.Name, scorch.Name, config)
		return err
	case err != nil:
		return err
	}
	segments, err := filepath.Glob(filepath.Join(e.store(), "*.zap"))
	if err != nil {
		return err
	}
	if e.in, err = bleve.OpenUsing(e.dir, config); err != nil {
		if err.Error() == "timeout" { // bbolt's, whose type Bleve does not keep
			return ErrInUse
		}
		return &Damage{Err: err}
	}
	// Segments that no snapshot names were deleted by opening; a crash leaves
	// such, and they may be cut off.
	for _, s := range segments {
		if err := checkSegment(s); err != nil {
			return &Damage{Err: errors.Join(err, e.in.Close())}
		}
	}
	return nil
}

// store is the folder of the segments, which Bleve names so.
func (e *Index) store() string { return e.dir + string(os.PathSeparator) + "store" }

// Close waits for running searches and closes the index. It gives up after
// closeTimeout; then the folder stays locked for this process and must be
// moved aside.
func (e *Index) Close() error {
	e.leave.Do(func() { close(e.leaving) })
	done := make(chan error, 1)
	go func() {
		e.use.Lock()
		defer e.use.Unlock()
		if e.closed {
			done <- nil
			return
		}
		e.closed = true
		asyncFaults().CompareAndDelete(e.store(), e)
		done <- e.in.Close()
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(closeTimeout):
		return fmt.Errorf("close index: %w", errStuck)
	}
}

// batch writes b as one act: wholly there or wholly absent. When it returns
// nil, searches see b, and a b of many changes is on disk with all before it;
// few changes follow within moments. An error is a *Damage: Bleve shows a batch
// that it could not write until it is opened again.
func (e *Index) batch(b *bleve.Batch) error {
	if b.Size() == 0 {
		return nil
	}
	e.use.RLock()
	if e.closed {
		e.use.RUnlock()
		return ErrClosed
	}
	late := time.NewTimer(batchTimeout)
	defer late.Stop()
	stuck := &Damage{Err: fmt.Errorf("write %d changes: %w", b.Size(), errStuck)}
	select {
	case e.unwritten <- struct{}{}:
	case <-e.leaving:
		e.use.RUnlock()
		return ErrClosed
	case <-late.C:
		e.use.RUnlock()
		return stuck
	}
	written := make(chan struct{})
	b.SetPersistedCallback(func(error) { // Bleve calls it when it has succeeded, if ever
		<-e.unwritten
		close(written)
	})
	done := make(chan error, 1)
	go func() {
		defer e.use.RUnlock()
		defer func() {
			if r := recover(); r != nil {
				done <- fmt.Errorf("a batch panicked: %v", r)
			}
		}()
		done <- e.in.Batch(b)
	}()
	select {
	case err := <-done:
		if err != nil {
			return &Damage{Err: fmt.Errorf("write %d changes: %w", b.Size(), err), Written: true}
		}
	case <-late.C:
		return stuck
	}
	if b.Size() <= fewChanges {
		return nil
	}
	select {
	case <-written:
		return nil
	case <-e.leaving:
		return ErrClosed
	case <-late.C:
		return stuck
	}
}

// Settle waits until all batches so far are on disk.
func (e *Index) Settle(ctx context.Context) error {
	for n := range mostUnwritten {
		select {
		case e.unwritten <- struct{}{}:
			continue
		case <-ctx.Done():
		case <-e.leaving:
		}
		for range n {
			<-e.unwritten
		}
		return fmt.Errorf("wait for the index to be written: %w", errStuck)
	}
	for range mostUnwritten {
		<-e.unwritten
	}
	return nil
}

// ask runs a request, see guard for its errors.
func (e *Index) ask(ctx context.Context, r *bleve.SearchRequest) (result *bleve.SearchResult, err error) {
	e.use.RLock()
	defer e.use.RUnlock()
	if e.closed {
		return nil, ErrClosed
	}
	return run(ctx, e.in, r)
}

// At calls f with the index as it is now. The error is a *Damage, also for
// one of f, unless ctx has ended or the index is closed.
func (e *Index) At(ctx context.Context, f func(*Moment) error) error {
	e.use.RLock()
	defer e.use.RUnlock()
	if e.closed {
		return ErrClosed
	}
	return readIn(ctx, e.in, func(in api.IndexReader) error { return f(&Moment{ctx, in}) })
}

// Scopes lists the values of the cards' scope field: every generation of
// every server that has an article in the index.
func (e *Index) Scopes() (scopes []string, err error) {
	err = e.read(func() error {
		dict, err := e.in.FieldDict(fieldCards)
		if err != nil {
			return err
		}
		defer func() { _ = dict.Close() }()
		for {
			entry, err := dict.Next()
			if err != nil || entry == nil {
				return err
			}
			scopes = append(scopes, entry.Term)
		}
	})
	return scopes, err
}

// internalWhole is the key under which an index notes that it has all that it
// should since it was made.
var internalWhole = []byte("verbatim.whole")

// Whole reports whether [Writer.MarkWhole] was written.
func (e *Index) Whole() (whole bool, err error) {
	err = e.read(func() error {
		v, err := e.in.GetInternal(internalWhole)
		whole = v != nil
		return err
	})
	return whole, err
}

// compactID is a document without content that is there while compact runs.
const compactID = "@compact"

// Compact merges all segments into one, without what was deleted. A single
// segment would be left as it is, so there is always a second.
func (e *Index) Compact(ctx context.Context) error {
	b := e.in.NewBatch()
	if err := b.IndexAdvanced(document.NewDocument(compactID)); err != nil {
		return err
	}
	if err := e.batch(b); err != nil {
		return err
	}
	if err := e.Settle(ctx); err != nil {
		return err
	}
	err := e.read(func() error {
		in, err := e.in.Advanced()
		if err != nil {
			return err
		}
		s, ok := in.(*scorch.Scorch)
		if !ok {
			return fmt.Errorf("index is a %T", in) // unreachable: openEngine makes no other
		}
		return s.ForceMerge(ctx, nil)
	})
	b = e.in.NewBatch()
	b.Delete(compactID)
	return errors.Join(err, e.batch(b), e.Settle(ctx))
}

// Count is the number of documents of all servers.
func (e *Index) Count() (n uint64, err error) {
	err = e.read(func() (err error) {
		n, err = e.in.DocCount()
		return err
	})
	return n, err
}

// read runs f, which reads from the open index.
func (e *Index) read(f func() error) (err error) {
	e.use.RLock()
	defer e.use.RUnlock()
	if e.closed {
		return ErrClosed
	}
	return guard(context.Background(), "read", f)
}
