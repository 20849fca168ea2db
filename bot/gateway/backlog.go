package gateway

import (
	"context"
	"slices"
	"sync"
	"time"
)

// backlog orders the calls that Discord did not answer, channel by channel: the newest of a channel is repeated, as its
// answer is the likeliest to be still waited for, and the others follow it.
type backlog struct {
	mu      sync.Mutex
	waiting map[string][]*place // by channel, oldest first
}

// place is that of one call; it waits nowhere until its first [place.wait].
type place struct {
	of      *backlog
	channel string        // "" = it waits by itself
	turn    chan struct{} // holds one when the newer call is through
	in      bool
}

func (b *backlog) place(channel string) *place {
	return &place{of: b, channel: channel, turn: make(chan struct{}, 1)}
}

// wait waits for d, or shorter when a newer call of the channel gets through, and then until there is no newer one. It
// reports whether ctx was still alive at the end.
func (p *place) wait(ctx context.Context, d time.Duration) bool {
	p.enter()
	pause := time.NewTimer(d)
	defer pause.Stop()
	select {
	case <-pause.C:
	case <-p.turn:
	case <-ctx.Done():
		return false
	}
	for !p.newest() {
		select {
		case <-p.turn:
		case <-ctx.Done():
			return false
		}
	}
	return ctx.Err() == nil
}

func (p *place) enter() {
	if p.channel == "" || p.in {
		return
	}
	p.in = true
	p.of.mu.Lock()
	defer p.of.mu.Unlock()
	if p.of.waiting == nil {
		p.of.waiting = map[string][]*place{}
	}
	p.of.waiting[p.channel] = append(p.of.waiting[p.channel], p)
}

func (p *place) newest() bool {
	if !p.in {
		return true
	}
	p.of.mu.Lock()
	defer p.of.mu.Unlock()
	all := p.of.waiting[p.channel]
	return all[len(all)-1] == p
}

// leave is the end of the call: it is the turn of the newest that is left.
func (p *place) leave() {
	if p.channel == "" {
		return
	}
	p.of.mu.Lock()
	defer p.of.mu.Unlock()
	all := slices.DeleteFunc(p.of.waiting[p.channel], func(o *place) bool { return o == p })
	if len(all) == 0 {
		delete(p.of.waiting, p.channel)
		return
	}
	p.of.waiting[p.channel] = all
	select {
	case all[len(all)-1].turn <- struct{}{}:
	default:
	}
}
