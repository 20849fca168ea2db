package reader

import (
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// crowd tells whether so many come at once that nobody is read for: the time
// which that takes is the time of all others, and each of them is answered by
// words alone a hundred times as fast. How many are there at a time does not
// tell it: the next one has often not come in before the one before is answered.
// It is safe for concurrent use.
type crowd struct {
	comes *rate.Limiter // nil = any number may come
	began time.Time
	until atomic.Int64 // nanoseconds after began until which there is a crowd
}

const (
	// gathering is the time within which so many come that they are a crowd.
	gathering = 400 * time.Millisecond
	// dispersal is for how long a crowd counts as one after the last who came
	// too many.
	dispersal = 250 * time.Millisecond
)

func newCrowd(most int) *crowd {
	c := &crowd{began: time.Now()}
	if most > 0 {
		c.comes = rate.NewLimiter(rate.Every(gathering/time.Duration(most)), most)
	}
	return c
}

// Come tells that a member wants something, which need not be an answer: the
// processor is shared by all.
func (p *Pool) Come() {
	c := p.crowd
	if c.comes != nil && !c.comes.Allow() {
		c.until.Store(int64(time.Since(c.began) + dispersal))
	}
}

// here reports whether there is a crowd.
func (c *crowd) here() bool { return c.until.Load() > int64(time.Since(c.began)) }
