package lease

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster"
)

// view is what is known of all leases, by watching. It may be behind: what it
// says is free may be taken, and then the leader refuses.
type view struct {
	bucket *bucket
	ttl    time.Duration

	mu      sync.Mutex
	seen    map[string]sight
	full    bool          // all that there was at the start has been seen
	changed chan struct{} // closed and replaced at every change that matters
}

// sight is the newest of a key. One that was taken away is not kept.
type sight struct {
	value []byte
	at    time.Time // when it was written, by our clock: as late as can be
}

func newView(b *bucket, ttl time.Duration) *view {
	return &view{bucket: b, ttl: ttl, seen: map[string]sight{}, changed: make(chan struct{})}
}

// watch watches until ctx ends, and begins again when nothing comes: our own
// renewals should.
func (v *view) watch(ctx context.Context) {
	for ctx.Err() == nil {
		one, stop := context.WithCancel(ctx)
		w, err := v.bucket.kv.WatchAll(one)
		if err == nil {
			v.follow(one, w.Updates())
			_ = w.Stop()
		}
		stop()
		cluster.Wait(ctx, v.ttl/20)
	}
}

// follow takes in what is seen until the watching has ended, or nothing came
// for as long as a lease lasts.
func (v *view) follow(ctx context.Context, updates <-chan jetstream.KeyValueEntry) {
	late := time.NewTimer(v.ttl)
	defer late.Stop()
	for {
		select {
		case e, ok := <-updates:
			if !ok {
				return
			}
			v.note(e)
			late.Reset(v.ttl)
		case <-late.C:
			return
		case <-ctx.Done():
			return
		}
	}
}

// note takes in one entry; nil says that all old ones have come.
func (v *view) note(e jetstream.KeyValueEntry) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if e == nil {
		v.full = true
		v.tell()
		return
	}
	old, known := v.seen[e.Key()]
	if e.Operation() != jetstream.KeyValuePut {
		delete(v.seen, e.Key())
		v.tell()
		return
	}
	at := time.Now()
	if since := at.Sub(e.Created()); !v.full && since > 0 {
		at = at.Add(-min(since, v.ttl))
	}
	v.seen[e.Key()] = sight{e.Value(), at}
	if !known || string(old.value) != string(e.Value()) {
		v.tell()
	}
}

func (v *view) tell() {
	close(v.changed)
	v.changed = make(chan struct{})
}

// next is closed at the next change.
func (v *view) next() <-chan struct{} {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.changed
}

// complete reports whether what there was at the start has been seen.
func (v *view) complete() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.full
}

// taken reports whether somebody should still hold a key.
func (v *view) taken(key string) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	s, ok := v.seen[key]
	return ok && time.Since(s.at) <= v.ttl
}

// shards counts the shards that somebody holds as one of so many.
func (v *view) shards(of int) (n int) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for key, s := range v.seen {
		var who holder
		if strings.HasPrefix(key, shardKey) && time.Since(s.at) <= v.ttl && json.Unmarshal(s.value, &who) == nil && who.Shards == of {
			n++
		}
	}
	return n
}

// alone reports whether no other process lives.
func (v *view) alone(id string) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	for key, s := range v.seen {
		if strings.HasPrefix(key, processKey) && key != processKey+id && time.Since(s.at) <= v.ttl {
			return false
		}
	}
	return true
}

// serving are the processes that take shards, the oldest first.
func (v *view) serving() (all []process) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for key, s := range v.seen {
		var p process
		if strings.HasPrefix(key, processKey) && time.Since(s.at) <= v.ttl && json.Unmarshal(s.value, &p) == nil && p.Serving {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(a, b process) int {
		if c := a.Since.Compare(b.Since); c != 0 {
			return c
		}
		return strings.Compare(a.ID, b.ID)
	})
	return all
}

// ends is when the first of the leases that are known ends unless it is renewed.
func (v *view) ends() time.Duration {
	v.mu.Lock()
	defer v.mu.Unlock()
	first := v.ttl
	for _, s := range v.seen {
		if left := v.ttl - time.Since(s.at); left > 0 {
			first = min(first, left)
		}
	}
	return first
}
