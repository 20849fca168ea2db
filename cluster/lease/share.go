package lease

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/verbatim-bot/verbatim/cluster"
)

// share is a shard that this process runs.
type share struct {
	hold   *hold
	end    context.CancelFunc // of its run
	ending bool
	begun  time.Time
}

// shares is the work of [Leases.Hold].
type shares struct {
	l     *Leases
	total int
	run   func(ctx context.Context, shard int)
	runs  sync.WaitGroup
	ended chan struct{} // holds one when a run has ended

	handed  int       // the shard handed over last, -1 = none
	since   time.Time // when
	refused map[int]time.Time
	asked   time.Time // when the plan was last looked at
}

// Hold calls run for every shard that becomes this process's, while ctx lives
// and the plan is so many shards. Of n processes each holds as many as the
// others, or one more: who has too many hands them over one by one, by ending
// the context of run, and who has too few takes what is free. At the end all are
// handed over at once.
func (l *Leases) Hold(ctx context.Context, shards int, run func(ctx context.Context, shard int)) {
	s := &shares{l: l, total: shards, run: run, ended: make(chan struct{}, 1), handed: -1, refused: map[int]time.Time{}}
	s.hold(ctx)
}

func (s *shares) hold(ctx context.Context) {
	s.l.serve(true)
	for s.wanted(ctx) {
		changed := s.l.view.next()
		again := s.balance(ctx)
		t := time.NewTimer(again)
		select {
		case <-ctx.Done():
		case <-changed:
		case <-s.ended:
		case <-t.C:
		}
		t.Stop()
	}
	s.l.serve(false) // so that others take what comes now
	for _, shard := range s.l.mine() {
		s.hand(shard)
	}
	s.runs.Wait()
}

// wanted reports whether shards are still to be run, of this number.
func (s *shares) wanted(ctx context.Context) bool {
	if ctx.Err() != nil {
		return false
	}
	if time.Since(s.asked) < s.l.ttl/2 {
		return true
	}
	s.asked = time.Now()
	return s.l.planned(ctx, s.total)
}

// balance takes what is free, or hands over what is too much, and says when to
// look again.
func (s *shares) balance(ctx context.Context) time.Duration {
	l := s.l
	if !l.view.complete() || !l.own.sure() {
		return l.renew / 4
	}
	ours, known := quota(l.view.serving(), l.me.ID, s.total)
	if !known {
		return l.renew / 4
	}
	held := l.mine()
	if len(held) > ours && s.arrived() {
		s.handed, s.since = held[len(held)-1], time.Now()
		s.hand(s.handed)
	}
	// After NATS was away everybody's leases have ended, and everybody takes
	// back what it runs. Who takes more at once takes it from somebody.
	if age(l.own.createdAgain()) < l.ttl/2 {
		return l.renew / 4
	}
	again := max(l.view.ends(), l.renew/16)
	for i := range s.total {
		if len(held) >= ours || ctx.Err() != nil {
			break
		}
		shard := (s.start(ours) + i) % s.total
		if l.runs(shard) {
			continue
		}
		if l.view.taken(shardKey + strconv.Itoa(shard)) {
			continue
		}
		if time.Since(s.refused[shard]) < l.renew/8 {
			again = min(again, l.renew/8)
			continue
		}
		if s.take(ctx, shard) {
			held = append(held, shard)
		} else {
			s.refused[shard] = time.Now()
			again = min(again, l.renew/8)
		}
	}
	return again
}

// start is where a process begins to look for free shards, so that not all want
// the same.
func (s *shares) start(ours int) int {
	for i, p := range s.l.view.serving() {
		if p.ID == s.l.me.ID {
			return i * ours
		}
	}
	return 0
}

// quota is how many shards a process should hold. all are in an order that is
// the same for all, new ones last; known is false when it is not among them.
func quota(all []process, id string, shards int) (q int, known bool) {
	i := slices.IndexFunc(all, func(p process) bool { return p.ID == id })
	if i < 0 {
		return 0, false
	}
	q = shards / len(all)
	if i < shards%len(all) {
		q++
	}
	return q, true
}

// arrived reports whether the shard handed over last is somebody's, ours again
// perhaps, or was free for so long that the next may follow.
func (s *shares) arrived() bool {
	if s.handed < 0 {
		return true
	}
	s.l.mu.Lock()
	one := s.l.held[s.handed]
	s.l.mu.Unlock()
	if one != nil {
		return !one.ending
	}
	return s.l.view.taken(shardKey+strconv.Itoa(s.handed)) || time.Since(s.since) > s.l.ttl/2
}

// take takes a shard and runs it, unless it is another's.
func (s *shares) take(ctx context.Context, shard int) bool {
	l := s.l
	raw, _ := json.Marshal(holder{ID: l.me.ID, Name: l.me.Name, Shards: s.total}) // texts and a number
	h, err := l.take(ctx, shardKey+strconv.Itoa(shard), func() []byte { return raw })
	if err != nil {
		if !errors.Is(err, errTaken) && !errors.Is(err, errUnsettled) && ctx.Err() == nil {
			l.log.Warn("shard not taken", slog.Int("shard", shard), slog.String("cause", err.Error()))
		}
		return false
	}
	keeping, let := context.WithCancel(context.WithoutCancel(ctx))
	life, end := context.WithCancel(keeping)
	one := &share{hold: h, end: end, begun: time.Now()}
	l.mu.Lock()
	l.held[shard] = one
	l.mu.Unlock()
	l.own.renewNow()
	l.log.Info("shard taken", slog.Int("shard", shard), slog.Int("shards", s.total))
	s.runs.Go(func() {
		var kept sync.WaitGroup
		kept.Go(func() { h.keep(keeping) })
		kept.Go(func() {
			select {
			case <-h.lost:
				l.log.Warn("shard lost: another process runs it", slog.Int("shard", shard))
				end()
			case <-life.Done():
			}
		})
		s.run(life, shard)
		end()
		let()
		kept.Wait()
		h.giveBack()
		l.mu.Lock()
		delete(l.held, shard)
		l.mu.Unlock()
		l.own.renewNow()
		l.log.Info("shard handed over", slog.Int("shard", shard), slog.Duration("run", time.Since(one.begun).Round(time.Second)))
		select {
		case s.ended <- struct{}{}:
		default:
		}
	})
	return true
}

// hand ends the run of a shard, which goes to another.
func (s *shares) hand(shard int) {
	s.l.mu.Lock()
	defer s.l.mu.Unlock()
	if one := s.l.held[shard]; one != nil {
		one.ending = true
		one.end()
	}
}

// serve tells the others whether this process takes shards.
func (l *Leases) serve(on bool) {
	l.mu.Lock()
	l.serving = on
	l.mu.Unlock()
	l.own.renewNow()
}

// mine are the shards that this process runs and has not begun to hand over,
// those taken last at the end.
func (l *Leases) mine() []int {
	l.mu.Lock()
	defer l.mu.Unlock()
	all := slices.Collect(maps.Keys(l.held))
	all = slices.DeleteFunc(all, func(n int) bool { return l.held[n].ending })
	slices.SortFunc(all, func(a, b int) int {
		if c := l.held[a].begun.Compare(l.held[b].begun); c != 0 {
			return c
		}
		return a - b
	})
	return all
}

// numbers are all shards that this process runs. Callers hold l.mu.
func (l *Leases) numbers() []int { return slices.Sorted(maps.Keys(l.held)) }

func (l *Leases) runs(shard int) bool { return l.holding(shard) != nil }

// holding is the lease of a shard, nil when this process does not run it.
func (l *Leases) holding(shard int) *hold {
	l.mu.Lock()
	defer l.mu.Unlock()
	if s := l.held[shard]; s != nil {
		return s.hold
	}
	return nil
}

// May reports whether an event of a shard may be answered here and now.
func (l *Leases) May(shard int) bool {
	h := l.holding(shard)
	return h != nil && h.may()
}

// Connect waits until a shard may be connected: while nobody else can have it,
// or, when NATS does not answer, a minute later.
func (l *Leases) Connect(ctx context.Context, shard int) error {
	for began := time.Now(); ; {
		h := l.holding(shard)
		if h == nil {
			return errTaken
		}
		if h.sure() || h.may() && time.Since(began) > l.alone {
			return nil
		}
		if !cluster.Wait(ctx, l.renew/8) {
			return ctx.Err()
		}
	}
}
