package lease

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"time"
)

// Keys of leases.
const (
	processKey = "process."
	shardKey   = "shard."
	jobKey     = "job."
)

// holder is the value of a shard or a job.
type holder struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Shards int    `json:"shards,omitempty"` // a shard is one of so many
}

// ours reports whether the value of a shard, a job or a process names this one.
func (l *Leases) ours(value []byte) bool {
	var who struct {
		ID string `json:"id"`
	}
	return json.Unmarshal(value, &who) == nil && who.ID == l.me.ID
}

// hold is a lease of this process.
type hold struct {
	l     *Leases
	key   string
	value func() []byte
	now   chan struct{} // the value is another: renew at once
	lost  chan struct{} // closed when another has it

	mu       sync.Mutex
	revision uint64
	renewed  time.Time // when the last renewal that succeeded was begun
	tried    time.Time // when the last attempt ended, or should have
	away     bool      // it ended with NATS not answering
	gone     bool      // lost is closed
	anew     time.Time // when it was last created again, as it had ended
}

// take takes a lease that nobody has, else it fails with [errTaken].
func (l *Leases) take(ctx context.Context, key string, value func() []byte) (*hold, error) {
	ctx, stop := context.WithTimeout(ctx, l.renew)
	defer stop()
	h := &hold{l: l, key: key, value: value, now: make(chan struct{}, 1), lost: make(chan struct{})}
	began := time.Now()
	revision, err := l.leases.put(ctx, key, value(), 0)
	if errors.Is(err, errTaken) {
		revision, _, err = h.claim(ctx)
	}
	if err != nil {
		return nil, err
	}
	h.revision, h.renewed, h.tried = revision, began, time.Now()
	return h, nil
}

// errUnsettled says that a key could not be written though it is nobody else's:
// what was sent before, without an answer, is still on its way.
var errUnsettled = errors.New("an earlier renewal is still on its way")

// claim asks the leader whose the key is and writes it if it is nobody's, or
// ours after all: an answer may have been lost. Only a name that stands there
// says that it is another's: servers that were without a quorum refuse to
// replace what they have not settled, with the same error.
func (h *hold) claim(ctx context.Context) (revision uint64, anew bool, err error) {
	for range 3 {
		value, old, err := h.l.leases.get(ctx, h.key)
		if err != nil {
			return 0, false, err
		}
		if value != nil && !h.l.ours(value) {
			return 0, false, errTaken
		}
		revision, err = h.l.leases.put(ctx, h.key, h.value(), old)
		if !errors.Is(err, errTaken) {
			return revision, value == nil, err
		}
	}
	return 0, false, errUnsettled
}

// keep renews the lease until ctx ends or it is lost.
func (h *hold) keep(ctx context.Context) {
	tick := time.NewTicker(h.l.renew)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-h.lost:
			return
		case <-tick.C:
		case <-h.now:
		}
		h.try(ctx)
	}
}

// try makes one attempt to renew.
func (h *hold) try(ctx context.Context) {
	began := time.Now()
	one, stop := context.WithTimeout(ctx, h.l.renew)
	defer stop()
	h.mu.Lock()
	revision, anew := h.revision, false
	h.mu.Unlock()
	revision, err := h.l.leases.put(one, h.key, h.value(), revision)
	if errors.Is(err, errTaken) {
		revision, anew, err = h.claim(one)
	}
	if ctx.Err() != nil {
		return
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	// An attempt that took longer than it can was halted in the middle, and
	// says nothing about now.
	h.tried = time.Now()
	if age(began) > h.l.renew*3/2 {
		h.tried = began
	}
	h.away = false
	switch {
	case err == nil:
		h.revision, h.renewed = revision, began
		if anew {
			h.anew = time.Now()
		}
	case errors.Is(err, errTaken):
		h.gone = true
		close(h.lost)
	default:
		h.away = true
	}
}

// sure reports whether nobody else can have the lease.
func (h *hold) sure() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return !h.gone && age(h.renewed) < h.l.sure
}

// may reports whether the holder may go on: it is sure, or NATS does not answer
// and the last attempt to reach it is as young as it should be.
func (h *hold) may() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return !h.gone && (age(h.renewed) < h.l.sure || h.away && age(h.tried) < h.l.renew*5/2)
}

func (h *hold) age() time.Duration {
	h.mu.Lock()
	defer h.mu.Unlock()
	return age(h.renewed)
}

// createdAgain is when the lease was last created again after it had ended, as
// all leases do when NATS is away.
func (h *hold) createdAgain() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.anew
}

// renewNow has the others see the value as it is now.
func (h *hold) renewNow() {
	select {
	case h.now <- struct{}{}:
	default:
	}
}

// giveBack ends the lease, unless it is lost: then it is another's. keep has
// returned. When NATS does not answer it ends by itself.
func (h *hold) giveBack() {
	ctx, stop := context.WithTimeout(context.Background(), h.l.renew)
	defer stop()
	h.mu.Lock()
	gone, revision := h.gone, h.revision
	h.gone = true
	h.mu.Unlock()
	if gone {
		return
	}
	if h.l.leases.remove(ctx, h.key, revision) == nil {
		return
	}
	value, revision, err := h.l.leases.get(ctx, h.key) // an answer may have been lost
	if err == nil && h.l.ours(value) {
		_ = h.l.leases.remove(ctx, h.key, revision)
	}
}

// age is how long ago something was, by the clock that says more.
func age(t time.Time) time.Duration {
	return max(time.Since(t), time.Now().Round(0).Sub(t.Round(0)))
}
