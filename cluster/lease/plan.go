package lease

import (
	"context"
	"encoding/json"
	"log/slog"

	"github.com/verbatim-bot/verbatim/cluster"
)

const planKey = "plan"

// plan is how many shards the bot has, and is to have when all processes have
// handed theirs over.
type plan struct {
	Shards int `json:"shards"`
	Next   int `json:"next,omitempty"`
}

// Plan agrees on how many shards the bot has: what the others run, else the
// largest number that anybody wants, and fewer than were planned only when there
// is no other process. One above what was too few is waited for until all have
// handed over theirs, which they do within seconds. It waits, too, while NATS
// does not answer.
func (l *Leases) Plan(ctx context.Context, want, few int) (int, error) {
	if want <= few {
		return want, nil // there is no more to be had
	}
	told := false
	for {
		var agreed int
		one, stop := context.WithTimeout(ctx, l.ttl/2)
		err := l.plan.change(one, planKey, func(old []byte) []byte {
			agreed = 0
			var p plan
			if old == nil || json.Unmarshal(old, &p) != nil {
				p = plan{}
			}
			next, n := l.decide(p, want, few)
			agreed = n
			if next == p {
				return nil
			}
			raw, _ := json.Marshal(next) // numbers
			return raw
		})
		stop()
		if err == nil && agreed > 0 {
			return agreed, nil
		}
		if err != nil && ctx.Err() == nil && !told {
			told = true
			l.log.Warn("waiting for NATS to agree on the number of shards", slog.String("cause", err.Error()))
		}
		if !cluster.Wait(ctx, l.renew/4) {
			return 0, ctx.Err()
		}
	}
}

// decide gives the plan that follows p, and the number that is agreed, 0 = none
// yet.
func (l *Leases) decide(p plan, want, few int) (next plan, agreed int) {
	idle := l.view.complete() && l.view.shards(p.Shards) == 0
	switch {
	case p.Next > 0 && idle:
		return plan{Shards: p.Next}, p.Next
	case p.Next > 0:
		return p, 0
	case idle && (want > p.Shards || l.view.alone(l.me.ID)):
		return plan{Shards: want}, want
	case p.Shards > few:
		return p, p.Shards
	}
	return plan{Shards: p.Shards, Next: want}, 0
}

// planned reports whether the bot is to have so many shards, as far as can be
// asked.
func (l *Leases) planned(ctx context.Context, shards int) bool {
	ctx, stop := context.WithTimeout(ctx, l.renew)
	defer stop()
	value, _, err := l.plan.get(ctx, planKey)
	var p plan
	if err != nil || value == nil || json.Unmarshal(value, &p) != nil {
		return true
	}
	return p.Shards == shards && p.Next == 0
}
