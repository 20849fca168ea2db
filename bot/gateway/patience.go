package gateway

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"
)

// patience is what a shard remembers of its last attempts: it decides how long to wait, and when to try another way.
type patience struct {
	attempts  int  // in a row, for the back-off
	resumes   int  // in a row that Discord refused or let fail
	unreached int  // in a row in which nobody spoke WebSocket
	invalid   bool // the last connection ended by op 9
}

// note takes in the end of a connection: its cause, whether it became ready, whether Discord was there, how long it lasted.
func (p *patience) note(cause error, lived, reached bool, took time.Duration) {
	switch {
	case lived:
		p.resumes, p.unreached = 0, 0
	case reached:
		p.resumes++
	default: // says nothing of the session
		p.unreached++
	}
	_, invalid := errors.AsType[invalidSessionError](cause)
	// A refused session proves that Discord is back, once: refused over and over is a trouble of its own.
	if lived && took > stableTime || invalid && !p.invalid {
		p.attempts = 0
	}
	p.invalid = invalid
}

// backoff is the wait before the next attempt, which it counts.
func (p *patience) backoff() time.Duration {
	p.attempts++
	return backoff(p.attempts - 1)
}

// The wait before a new connection: full jitter below a bound that doubles up to a minute.
const (
	firstBackoff = time.Second
	maxBackoff   = time.Minute
)

// backoff is the wait before the n-th attempt in a row; the first one does not wait.
func backoff(n int) time.Duration {
	if n == 0 {
		return 0
	}
	return rand.N(min(maxBackoff, firstBackoff<<min(n, 6)) + 1) //nolint:gosec // jitter is no secret
}

// sleep waits and reports whether ctx was still alive at the end.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}
