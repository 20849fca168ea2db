package index

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

var (
	// errClosed is a use of an engine that was closed, because it was damaged
	// or because the library is closed.
	errClosed = errors.New("index is closed")
	// errStuck is a batch or a closing that Bleve did not finish.
	errStuck = errors.New("it did not end in time")
)

// engine is one Bleve index, open on disk. Its methods are safe for
// concurrent use.
type engine struct {
	dir   string
	in    bleve.Index
	fresh bool // made by openEngine, and so without a document
	// fail is told of faults that Bleve meets on its own, while merging or
	// writing; it must not call the engine.
	fail func(*engine, error)

	use     sync.RWMutex // read by those who use in, written by close
	closed  bool
	leave   sync.Once
	leaving chan struct{} // closed when close begins

	unwritten chan struct{} // an element for each batch that is not on disk yet
}

// Batches of few changes are not waited for: should the process die before
// they are on disk, a server lacks at most maxOverlay articles, which are then
// seen to be missing and answered from the records. (An article is two changes
// or more: its card and its passages.) mostUnwritten bounds the memory that
// such batches take.
const (
	fewChanges    = 2 * maxOverlay
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
			e.(*engine).fail(e.(*engine), &damage{err: err})
		}
	}
	return &engines
})

// openEngine opens the index in dir, or makes an empty one when nothing is
// there. Any fault of what is there, a panic of Bleve included, is a *damage,
// save that another process has it open.
func openEngine(dir string, fail func(*engine, error)) (*engine, error) {
	e := &engine{dir: dir, fail: fail, leaving: make(chan struct{}), unwritten: make(chan struct{}, mostUnwritten)}
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

func (e *engine) open(config map[string]any) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // a mapped file may be shorter than it says
	defer func() {
		if r := recover(); r != nil {
			err = &damage{err: fmt.Errorf("opening panicked: %v", r)}
		}
	}()
	switch _, err := os.Stat(e.dir); {
	case errors.Is(err, os.ErrNotExist):
		e.fresh = true
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
		return &damage{err: err}
	}
	// Segments that no snapshot names were deleted by opening; a crash leaves
	// such, and they may be cut off.
	for _, s := range segments {
		if err := checkSegment(s); err != nil {
			return &damage{err: errors.Join(err, e.in.Close())}
		}
	}
	return nil
}

// store is the folder of the segments, which Bleve names so.
func (e *engine) store() string { return e.dir + string(os.PathSeparator) + "store" }

// close waits for running searches and closes the index. It gives up after
// closeTimeout; then the folder stays locked for this process and must be
// moved aside.
func (e *engine) close() error {
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
// few changes follow within moments. An error is a *damage: Bleve shows a batch
// that it could not write until it is opened again.
func (e *engine) batch(b *bleve.Batch) error {
	if b.Size() == 0 {
		return nil
	}
	e.use.RLock()
	if e.closed {
		e.use.RUnlock()
		return errClosed
	}
	late := time.NewTimer(batchTimeout)
	defer late.Stop()
	stuck := &damage{err: fmt.Errorf("write %d changes: %w", b.Size(), errStuck)}
	select {
	case e.unwritten <- struct{}{}:
	case <-e.leaving:
		e.use.RUnlock()
		return errClosed
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
			return &damage{err: fmt.Errorf("write %d changes: %w", b.Size(), err), written: true}
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
		return errClosed
	case <-late.C:
		return stuck
	}
}

// settle waits until all batches so far are on disk.
func (e *engine) settle(ctx context.Context) error {
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

// search runs a request, see guard for its errors.
func (e *engine) search(ctx context.Context, r *bleve.SearchRequest) (result *bleve.SearchResult, err error) {
	e.use.RLock()
	defer e.use.RUnlock()
	if e.closed {
		return nil, errClosed
	}
	return run(ctx, e.in, r)
}

// reader calls f with the index as it is now. The error is a *damage, also for
// one of f, unless ctx has ended or the index is closed.
func (e *engine) reader(ctx context.Context, f func(api.IndexReader) error) error {
	e.use.RLock()
	defer e.use.RUnlock()
	if e.closed {
		return errClosed
	}
	return readIn(ctx, e.in, f)
}

// cards reads the cards of one scope, by article id.
func (e *engine) cards(ctx context.Context, scope string) (cards map[string]card, err error) {
	err = e.reader(ctx, func(in api.IndexReader) error {
		cards, err = cardsIn(ctx, in, scope)
		return err
	})
	return cards, err
}

// cardsIn reads the cards that an index has of one scope at the moment.
func cardsIn(ctx context.Context, in api.IndexReader, scope string) (cards map[string]card, err error) {
	list, err := in.TermFieldReader(ctx, []byte(scope), fieldCards, false, false, false)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, list.Close()) }()
	cards = map[string]card{}
	for {
		found, err := list.Next(nil)
		if err != nil || found == nil {
			return cards, err
		}
		id, err := in.ExternalID(found.ID)
		if err != nil {
			return nil, err
		}
		doc, err := in.Document(id)
		if err != nil {
			return nil, err
		}
		if doc == nil {
			return nil, fmt.Errorf("card %s: not stored", id)
		}
		doc.VisitFields(func(f api.Field) {
			if f.Name() == fieldCard {
				var c card
				if c, err = parseCard(f.Value()); err == nil {
					cards[c.ID] = c
				}
			}
		})
		if err != nil {
			return nil, fmt.Errorf("card %s: %w", id, err)
		}
	}
}

// scopes lists the values of the cards' scope field: every generation of
// every server that has an article in the index.
func (e *engine) scopes() (scopes []string, err error) {
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

// internal gives what a batch's SetInternal wrote, or nil.
func (e *engine) internal(key []byte) (v []byte, err error) {
	err = e.read(func() (err error) {
		v, err = e.in.GetInternal(key)
		return err
	})
	return v, err
}

// compactID is a document without content that is there while compact runs.
const compactID = "@compact"

// compact merges all segments into one, without what was deleted. A single
// segment would be left as it is, so there is always a second.
func (e *engine) compact(ctx context.Context) error {
	b := e.in.NewBatch()
	if err := b.IndexAdvanced(document.NewDocument(compactID)); err != nil {
		return err
	}
	if err := e.batch(b); err != nil {
		return err
	}
	if err := e.settle(ctx); err != nil {
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
	return errors.Join(err, e.batch(b), e.settle(ctx))
}

// count is the number of documents of all servers.
func (e *engine) count() (n uint64, err error) {
	err = e.read(func() (err error) {
		n, err = e.in.DocCount()
		return err
	})
	return n, err
}

// read runs f, which reads from the open index.
func (e *engine) read(f func() error) (err error) {
	e.use.RLock()
	defer e.use.RUnlock()
	if e.closed {
		return errClosed
	}
	return guard(context.Background(), "read", f)
}
