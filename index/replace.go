package index

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/verbatim-bot/verbatim/index/engine"
)

func isDamage(err error) bool {
	var d *engine.Damage
	return errors.As(err, &d)
}

// failed looks whether err says that e is not sound, and if so has it
// replaced.
func (l *Library) failed(e *engine.Index, err error) {
	if e != nil && isDamage(err) {
		l.fail(e, err)
	}
}

// fail takes e out of service and puts another in its place in the
// background: the same index opened again when that can be trusted, else one
// made again from the records. Until then questions go by the records.
func (l *Library) fail(e *engine.Index, cause error) {
	l.swap.Lock()
	defer l.swap.Unlock()
	if !l.engine.CompareAndSwap(e, nil) {
		return // another has seen it, too
	}
	l.replaced = make(chan struct{})
	l.log.LogAttrs(context.Background(), slog.LevelWarn, "the index failed and is replaced", because(cause))
	faults := l.faults.Add(1)
	l.start(func(ctx context.Context) {
		var d *engine.Damage
		// A write that failed (a full disk) leaves what is on disk sound. After
		// anything else, once is a mishap, twice is rot.
		again := e.Close() == nil && (faults == 1 || errors.As(cause, &d) && d.Written)
		if next := l.replacement(ctx, faults, again); next != nil {
			l.swap.Lock()
			l.engine.Store(next)
			close(l.replaced)
			l.swap.Unlock()
			l.sweep(ctx, next)
		}
	})
}

// replacement opens the index again, or makes a new one, and tries for as
// long as the library is open; nil means that it was closed.
func (l *Library) replacement(ctx context.Context, faults int64, again bool) *engine.Index {
	for ; ; faults++ {
		// The first time at once; a fault that stays is not worth a busy loop.
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(min(time.Duration(faults-1)*time.Second, replaceWait/2)):
		}
		e, err := l.reopen(again)
		if err == nil {
			l.log.LogAttrs(ctx, slog.LevelInfo, "the index is open again", slog.Bool("empty", e.Fresh))
			return e
		}
		l.log.LogAttrs(context.Background(), slog.LevelWarn, "the index cannot be opened", because(err))
	}
}

func (l *Library) reopen(again bool) (*engine.Index, error) {
	if again {
		if e, err := engine.Open(l.path(), l.fail); !isDamage(err) {
			return e, err
		}
	}
	return l.anew()
}

// replaceWait bounds how long an act waits for an index that is being
// replaced: the first replacement takes a few milliseconds, and while the disk
// is full none succeeds.
const replaceWait = 10 * time.Second

// ready gives the index; while it is being replaced, it waits. It fails with
// ErrClosed, or when asked ends.
func (l *Library) ready(asked context.Context) (*engine.Index, error) {
	ctx, cancel := context.WithTimeout(asked, replaceWait)
	defer cancel()
	for {
		l.swap.Lock()
		e, replaced := l.engine.Load(), l.replaced
		l.swap.Unlock()
		if e != nil {
			return e, nil
		}
		select {
		case <-replaced:
		case <-l.stop:
			return nil, engine.ErrClosed
		case <-ctx.Done():
			if err := asked.Err(); err != nil {
				return nil, err
			}
			return nil, engine.ErrClosed
		}
	}
}
