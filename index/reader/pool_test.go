package reader

import (
	"context"
	"errors"
	"maps"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// TestPool fills the pool: who finds a free worker reads, some wait, the rest
// is turned away at once, and who waits too long is as well.
func TestPool(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPool(Embedded(), Limits{Workers: 1, Queue: 1, Budget: time.Second})
		var mu sync.Mutex
		skipped := map[string]int{}
		p.Observe = func(_ time.Duration, why string) {
			mu.Lock()
			defer mu.Unlock()
			skipped[why]++
		}
		p.slots <- struct{}{} // somebody reads
		waits := make(chan error)
		ask := func(ctx context.Context) {
			_, err := p.Read(ctx, "who", []Passage{{"", "The harbour master."}})
			waits <- err
		}
		go ask(t.Context())
		synctest.Wait()
		go ask(t.Context())
		if err := <-waits; !errors.Is(err, ErrBusy) {
			t.Errorf("the second to wait got %v", err)
		}
		if err := <-waits; !errors.Is(err, ErrBusy) {
			t.Errorf("who waited too long got %v", err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		go ask(ctx)
		synctest.Wait()
		cancel()
		if err := <-waits; !errors.Is(err, context.Canceled) {
			t.Errorf("who went away got %v", err)
		}
		<-p.slots
		go ask(t.Context())
		if err := <-waits; err != nil {
			t.Error(err)
		}
		if want := map[string]int{"": 1, Queued: 1, Late: 1}; !maps.Equal(skipped, want) {
			t.Errorf("skipped by reason: %v, want %v", skipped, want)
		}
	})
}

// TestPoolRemembers reads twice: the second time nobody works.
func TestPoolRemembers(t *testing.T) {
	p := NewPool(Embedded(), Limits{Workers: 1})
	ps := []Passage{{"Ferry", "The harbour master closed the quay."}, {"Ferry", "Nobody was hurt."}}
	first, err := p.Read(t.Context(), "who closed the quay", ps)
	if err != nil {
		t.Fatal(err)
	}
	p.slots <- struct{}{}
	again, err := p.Read(t.Context(), "who closed the quay", ps)
	if err != nil || again[0] != first[0] || again[1] != first[1] {
		t.Errorf("%v, %v; first %v", again, err, first)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := p.Read(ctx, "who closed the quay?", ps); !errors.Is(err, context.Canceled) {
		t.Errorf("another question was remembered: %v", err)
	}
}

// TestPoolHopeless sends those away whose turn would come too late, by how long a
// question takes of late, and those who are too many.
func TestPoolHopeless(t *testing.T) {
	p := NewPool(Embedded(), Limits{Workers: 2, Queue: 4, Budget: 250 * time.Millisecond})
	for _, tt := range []struct {
		took time.Duration
		wait int64 // so many may wait
	}{{0, 4}, {20 * time.Millisecond, 4}, {100 * time.Millisecond, 2}, {150 * time.Millisecond, 0}} {
		p.took.Store(int64(tt.took))
		for n := int64(1); n < 6; n++ {
			if got := p.hopeless(n); got != (n > tt.wait) {
				t.Errorf("at %v, the %d. to wait: hopeless %v", tt.took, n, got)
			}
		}
	}
	p.took.Store(0)
	for range 100 {
		p.learn(80 * time.Millisecond)
	}
	if took := time.Duration(p.took.Load()); took != 80*time.Millisecond {
		t.Errorf("a question takes %v", took)
	}
}
