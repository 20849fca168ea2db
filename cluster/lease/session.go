package lease

import (
	"context"
	"errors"
	"log/slog"
	"strconv"
	"time"

	"github.com/verbatim-bot/verbatim/cluster"
)

// sessionLife is how long a session is kept after it was saved last. Discord
// keeps what is to be replayed for minutes; nobody says how many.
const sessionLife = 5 * time.Minute

// errNotSure says that a session is not saved, as somebody else's may be newer.
var errNotSure = errors.New("the shard may be another process's by now")

// Load gets the session of a shard as its last holder left it, nil when there is
// none or NATS does not answer: then a new one is begun.
func (l *Leases) Load(ctx context.Context, shard int) []byte {
	until, stop := context.WithTimeout(ctx, l.renew)
	defer stop()
	for {
		value, _, err := l.session.get(until, shardKey+strconv.Itoa(shard))
		if err == nil {
			return value
		}
		if !cluster.Wait(until, l.renew/8) {
			if ctx.Err() != nil {
				return nil
			}
			l.log.Warn("session not found: NATS does not answer", slog.Int("shard", shard), slog.String("cause", err.Error()))
			return nil
		}
	}
}

// Save keeps the session of a shard that this process certainly holds.
func (l *Leases) Save(ctx context.Context, shard int, session []byte) error {
	h := l.holding(shard)
	if h == nil || !h.sure() {
		return errNotSure
	}
	ctx, stop := context.WithTimeout(ctx, l.renew)
	defer stop()
	_, err := l.session.kv.Put(ctx, shardKey+strconv.Itoa(shard), session)
	return err
}
