package index

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/blevesearch/bleve/v2/index/scorch"
)

// TestReplacedWhileRunning breaks the index under a library that is open. No
// question fails, and afterwards there is a whole index again.
func TestReplacedWhileRunning(t *testing.T) {
	cause := errors.New("broken on purpose")
	for _, tt := range []struct {
		name    string
		breakIt func(d *desk, e *engine) error
	}{
		{"Bleve reports a fault of its own", func(_ *desk, e *engine) error {
			scorch.RegistryAsyncErrorCallbacks[asyncName](cause, e.store())
			return nil
		}},
		{"a batch fails", func(d *desk, e *engine) error {
			d.library.failed(e, &damage{err: cause, written: true})
			return nil
		}},
		{"a search fails, and the disk is rotten", func(d *desk, e *engine) error {
			err := each(filepath.Join(d.dir, "index"), func(f string) error { return flip(f, 8) })
			d.library.failed(e, &damage{err: cause})
			return err
		}},
		{"closed under the readers, files gone", func(d *desk, e *engine) error {
			err := errors.Join(e.close(), os.RemoveAll(e.dir))
			d.library.failed(e, &damage{err: cause})
			return err
		}},
		{"told twice", func(d *desk, e *engine) error {
			d.library.failed(e, &damage{err: cause})
			d.library.failed(e, &damage{err: cause})
			return nil
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := openDesk(t)
			d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
			d.ready(t)
			e := d.library.engine.Load()
			if err := e.settle(t.Context()); err != nil {
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
	if err := errors.Join(e.settle(t.Context()), e.close()); err != nil {
		t.Fatal(err)
	}
	d.wantFound(t, "1001", "cable", "a2¶2")
	d.wantFound(t, "1001", "windmills")
	if st, err := d.library.Status(); err != nil || st.Ready || st.Servers != 1 {
		t.Errorf("Status() = %+v, %v", st, err)
	}
	d.library.failed(e, &damage{err: errClosed})
	d.ready(t)
	d.wantFound(t, "1001", "cable", "a2¶2")
}

// TestCloseDuringFault has something that Close waits for report a fault, as
// Bleve's background work does when it fails just then: Close must not wait
// for it while it waits for Close.
func TestCloseDuringFault(t *testing.T) {
	d := openDesk(t)
	e := d.library.engine.Load()
	e.use.RLock() // what close waits for
	closed := make(chan error, 1)
	go func() { closed <- d.library.Close() }()
	for d.library.engine.Load() != nil { // until Close is past its point of no return
		runtime.Gosched()
	}
	scorch.RegistryAsyncErrorCallbacks[asyncName](errors.New("failed just then"), e.store())
	e.use.RUnlock()
	if err := <-closed; err != nil {
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
	d.library.failed(nil, &damage{err: errors.New("no engine")})
	if d.library.engine.Load() != e {
		t.Error("a sound engine was replaced")
	}
}

func TestCheckSegment(t *testing.T) {
	short := filepath.Join(t.TempDir(), "short.zap")
	if err := os.WriteFile(short, []byte("abc"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := checkSegment(short); err == nil {
		t.Error("a segment of three bytes was accepted")
	}
	if err := checkSegment(short + "x"); err != nil {
		t.Errorf("a segment that was merged away: %v", err)
	}
	if err := checkSegment(filepath.Dir(short)); err == nil {
		t.Error("a folder was accepted as a segment")
	}
}
