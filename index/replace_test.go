package index

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/blevesearch/bleve/v2/index/scorch"

	"github.com/verbatim-bot/verbatim/index/engine"
)

// TestReplacedWhileRunning breaks the index under a library that is open. No
// question fails, and afterwards there is a whole index again.
func TestReplacedWhileRunning(t *testing.T) {
	cause := errors.New("broken on purpose")
	for _, tt := range []struct {
		name    string
		breakIt func(d *desk, e *engine.Index) error
	}{
		{"Bleve reports a fault of its own", func(d *desk, _ *engine.Index) error {
			scorch.RegistryAsyncErrorCallbacks["verbatim"](cause, d.library.path()+string(filepath.Separator)+"store")
			return nil
		}},
		{"a batch fails", func(d *desk, e *engine.Index) error {
			d.library.failed(e, &engine.Damage{Err: cause, Written: true})
			return nil
		}},
		{"a search fails, and the disk is rotten", func(d *desk, e *engine.Index) error {
			err := each(filepath.Join(d.dir, "index"), func(f string) error { return flip(f, 8) })
			d.library.failed(e, &engine.Damage{Err: cause})
			return err
		}},
		{"closed under the readers, files gone", func(d *desk, e *engine.Index) error {
			err := errors.Join(e.Close(), os.RemoveAll(d.library.path()))
			d.library.failed(e, &engine.Damage{Err: cause})
			return err
		}},
		{"told twice", func(d *desk, e *engine.Index) error {
			d.library.failed(e, &engine.Damage{Err: cause})
			d.library.failed(e, &engine.Damage{Err: cause})
			return nil
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := openDesk(t)
			d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
			d.ready(t)
			e := d.library.engine.Load()
			if err := e.Settle(t.Context()); err != nil {
				t.Fatal(err)
			}
			if err := tt.breakIt(d, e); err != nil {
				t.Fatal(err)
			}
			d.wantFound(t, "1001", "cable", "a2¶2")
			d.ready(t)
			if now := d.library.engine.Load(); now == e {
				t.Error("the same engine is in service")
			}
			d.wantFound(t, "1001", "cable", "a2¶2")
			d.add(t, "1001", article("Late", "Windmills turned."))
			d.wantFound(t, "1001", "windmills", "a3¶1")
			if n := d.count(t); n != 9 {
				t.Errorf("%d documents, want 9", n)
			}
		})
	}
}

// TestSearchWithoutIndex asks while the index in service is closed, as each of
// several that fail one after the other on a full disk may be at the very moment
// of asking: then the question goes by the records.
func TestSearchWithoutIndex(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
	d.ready(t)
	e := d.library.engine.Load()
	if err := errors.Join(e.Settle(t.Context()), e.Close()); err != nil {
		t.Fatal(err)
	}
	d.wantFound(t, "1001", "cable", "a2¶2")
	d.wantFound(t, "1001", "windmills")
	if st, err := d.library.Status(); err != nil || st.Ready || st.Servers != 1 {
		t.Errorf("Status() = %+v, %v", st, err)
	}
	d.library.failed(e, &engine.Damage{Err: engine.ErrClosed})
	d.ready(t)
	d.wantFound(t, "1001", "cable", "a2¶2")
}

// TestCloseDuringFault has something that Close waits for report a fault, as
// Bleve's background work does when it fails just then: Close must not wait
// for it while it waits for Close.
func TestCloseDuringFault(t *testing.T) {
	d := openDesk(t)
	e := d.library.engine.Load()
	using, done, released := make(chan bool), make(chan bool), make(chan error, 1)
	go func() { // what close waits for
		released <- e.At(context.Background(), func(*engine.Moment) error {
			close(using)
			<-done
			return nil
		})
	}()
	<-using
	closed := make(chan error, 1)
	go func() { closed <- d.library.Close() }()
	for d.library.engine.Load() != nil { // until Close is past its point of no return
		runtime.Gosched()
	}
	scorch.RegistryAsyncErrorCallbacks["verbatim"](errors.New("failed just then"), d.library.path()+string(filepath.Separator)+"store")
	close(done)
	if err := errors.Join(<-closed, <-released); err != nil {
		t.Errorf("Close: %v", err)
	}
	if err := d.records.Close(); err != nil {
		t.Error(err)
	}
	d.library = nil // closed
}

func TestOtherErrorsAreNotDamage(t *testing.T) {
	d := openDesk(t)
	e := d.library.engine.Load()
	d.library.failed(e, errors.New("something else"))
	d.library.failed(nil, &engine.Damage{Err: errors.New("no engine")})
	if d.library.engine.Load() != e {
		t.Error("a sound engine was replaced")
	}
}
