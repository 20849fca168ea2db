package lease

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/verbatim-bot/verbatim/cluster"
)

// Job runs what one process of all does, until ctx ends: run is called in the
// process that has the job's lease, and its context ends before another can have
// it. When run returns, anybody takes the job next.
func (l *Leases) Job(ctx context.Context, name string, run func(ctx context.Context)) {
	raw, _ := json.Marshal(holder{ID: l.me.ID, Name: l.me.Name}) // texts
	for ctx.Err() == nil {
		changed := l.view.next()
		if !l.view.taken(jobKey + name) {
			h, err := l.take(ctx, jobKey+name, func() []byte { return raw })
			if err == nil {
				l.do(ctx, name, h, run)
			} else if !errors.Is(err, errTaken) && ctx.Err() == nil {
				l.log.Debug("job not taken", slog.String("job", name), slog.String("cause", err.Error()))
			}
			cluster.Wait(ctx, l.renew/2)
			continue
		}
		t := time.NewTimer(max(l.view.ends(), l.renew/4))
		select {
		case <-changed:
		case <-t.C:
		case <-ctx.Done():
		}
		t.Stop()
	}
}

// do runs a job for as long as the lease is surely ours.
func (l *Leases) do(ctx context.Context, name string, h *hold, run func(ctx context.Context)) {
	l.mu.Lock()
	l.jobs[name] = h
	l.mu.Unlock()
	keeping, let := context.WithCancel(context.WithoutCancel(ctx))
	life, end := context.WithCancel(ctx)
	var kept sync.WaitGroup
	kept.Go(func() { h.keep(keeping) })
	kept.Go(func() {
		defer end()
		for h.sure() {
			t := time.NewTimer(max(l.sure-h.age(), time.Millisecond))
			select {
			case <-t.C:
			case <-h.lost:
			case <-life.Done():
				t.Stop()
				return
			}
			t.Stop()
		}
		l.log.Warn("job ended: its lease could not be renewed", slog.String("job", name))
	})
	l.log.Info("job begun", slog.String("job", name))
	run(life)
	end()
	let()
	kept.Wait()
	h.giveBack()
	l.mu.Lock()
	delete(l.jobs, name)
	l.mu.Unlock()
}
