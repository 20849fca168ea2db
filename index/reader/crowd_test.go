package reader

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// TestCrowd reads for none of those who come all at once, and again when they
// have dispersed; who comes one after the other is no crowd.
func TestCrowd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPool(Embedded(), Limits{Workers: 1, Crowd: 8})
		var why string
		p.Observe = func(_ time.Duration, skipped string) { why = skipped }
		asked := 0
		reads := func() bool {
			t.Helper()
			asked++
			_, err := p.Read(t.Context(), string(rune('a'+asked)), []Passage{{"", "The harbour master."}})
			if err != nil && !errors.Is(err, ErrBusy) || (err == nil) != (why == "") {
				t.Fatalf("%v, told as %q", err, why)
			}
			return err == nil
		}
		for range 40 {
			p.Come()
			time.Sleep(gathering / 8) //nolint:forbidigo // in a bubble
		}
		if !reads() {
			t.Error("those who come one after the other are a crowd")
		}
		for range 9 {
			p.Come()
		}
		if reads() || why != Crowded {
			t.Errorf("a crowd is read for, or %q", why)
		}
		time.Sleep(dispersal - 1) //nolint:forbidigo // in a bubble
		if reads() {
			t.Error("the crowd is read for before it has dispersed")
		}
		time.Sleep(time.Nanosecond) //nolint:forbidigo // in a bubble
		if !reads() {
			t.Error("nobody is read for any more")
		}
		free := NewPool(Embedded(), Limits{Workers: 1})
		for range 1000 {
			free.Come()
		}
		if free.crowd.here() {
			t.Error("a crowd where any number may come")
		}
	})
}

// TestStop stops reading in the midst of a passage: what was read before is
// kept, what was begun is not.
func TestStop(t *testing.T) {
	r := Embedded()
	w, err := r.load()
	if err != nil {
		t.Fatal(err)
	}
	layers := len(w.layers)
	ps := []Passage{{"", "The harbour master."}, {"", "The master of the harbour."}}
	asked := 0
	out, err := r.read(func() bool { asked++; return asked == layers+3 }, "who", ps)
	if len(out) != 1 || !errors.Is(err, errStopped) || asked != layers+3 {
		t.Errorf("%d passages read, %v, asked %d times", len(out), err, asked)
	}
	all, err := r.Read(t.Context(), "who", ps)
	if err != nil || all[0] != out[0] {
		t.Errorf("%v, %v; before it was stopped %v", all, err, out)
	}
}
