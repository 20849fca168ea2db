package lease

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/verbatim-bot/verbatim/cluster"
)

// spacing keeps two IDENTIFYs of a concurrency key apart. Discord wants 5 s
// between them, and from the turn to the IDENTIFY it takes a connection.
const spacing = 6 * time.Second

// turnLook is how often a turn is asked for.
const turnLook = 300 * time.Millisecond

// Turn waits until a shard of this concurrency key may identify, as far as the
// spacing goes. It fails when NATS does not answer.
func (l *Leases) Turn(ctx context.Context, key int) error {
	l.mu.Lock()
	ours := l.turn[key]
	if ours == nil {
		ours = make(chan struct{}, 1)
		l.turn[key] = ours
	}
	l.mu.Unlock()
	select { // one of this process asks, the others wait
	case ours <- struct{}{}:
		defer func() { <-ours }()
	case <-ctx.Done():
		return ctx.Err()
	}
	for {
		one, stop := context.WithTimeout(ctx, l.renew)
		_, err := l.turns.put(one, "identify."+strconv.Itoa(key), []byte(l.me.Name), 0)
		stop()
		if !errors.Is(err, errTaken) {
			return err
		}
		if !cluster.Wait(ctx, turnLook) {
			return ctx.Err()
		}
	}
}

// Budget replaces the record of the day's IDENTIFYs by what change makes of it.
func (l *Leases) Budget(ctx context.Context, change func(record []byte) []byte) error {
	ctx, stop := context.WithTimeout(ctx, l.ttl/2)
	defer stop()
	return l.plan.change(ctx, "identifies", change)
}
