package reader

import (
	"context"
	"encoding/binary"
	"errors"
	"hash/maphash"
	"sync/atomic"
	"time"

	"github.com/maypok86/otter/v2"
)

// ErrBusy is returned when so much is being read that a question would have to
// wait too long: answer without.
var ErrBusy = errors.New("reader: busy")

// Limits bound what a Pool does at a time. The zero value of each but Workers
// is no limit.
type Limits struct {
	Workers int           // questions read at a time, at least 1
	Queue   int           // questions that may wait for a worker
	Budget  time.Duration // time a question may take, waiting included
	Crowd   int           // who may come at once, see [Pool.Come]; of more none is read for
}

// Shared are the limits of a process that many people ask at a time, with so
// many cores. With two cores and 20 questions a second, each another, all are
// read: 99 of 100 have an answer within 64 ms on an article of 8 paragraphs, and
// within 167 ms on one of 31. A longer queue reads hardly more, later. Of 200 who
// ask at once all are answered by words alone, 99 of 100 as soon as without a
// reader; when some of them were read for, those took three times as long. 16 at
// once are no crowd, as 20 a second are not when they come as chance has it.
func Shared(cores int) Limits {
	return Limits{Workers: cores, Queue: cores, Budget: 250 * time.Millisecond, Crowd: 8 * cores}
}

// Why a question was skipped.
const (
	Crowded = "crowd"  // so many came at once that none was read for
	Queued  = "queue"  // so many waited that its turn would have come too late
	Late    = "budget" // its time was over
)

// Pool reads with limits, and remembers what it read of late. It is safe for
// concurrent use.
type Pool struct {
	// Observe, if set, is told of each question how long it took, and why it was
	// skipped, "" when it was not. Set it before the first use.
	Observe func(d time.Duration, skipped string)

	reader  *Reader
	limits  Limits
	crowd   *crowd
	slots   chan struct{}
	waiting atomic.Int64
	took    atomic.Int64 // nanoseconds that a question takes of late, 0 = not known
	seed    [2]maphash.Seed
	kept    *otter.Cache[key, Reading]
}

// keptReadings is how many readings a Pool remembers: some ten megabytes.
const keptReadings = 1 << 16

// key stands for a question with a passage, by two hashes that nobody outside
// the process can foresee: neither is stored, and what another server asked
// cannot be told from it.
type key [2]uint64

// NewPool makes a Pool.
func NewPool(r *Reader, l Limits) *Pool {
	return &Pool{
		reader: r, limits: l, crowd: newCrowd(l.Crowd), slots: make(chan struct{}, max(1, l.Workers)),
		seed: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()},
		kept: otter.Must(&otter.Options[key, Reading]{MaximumSize: keptReadings, Executor: func(f func()) { f() }}),
	}
}

// Read reads as [Reader.Read] does, or returns [ErrBusy].
func (p *Pool) Read(ctx context.Context, question string, passages []Passage) ([]Reading, error) {
	out := make([]Reading, len(passages))
	keys := make([]key, len(passages))
	var missing []Passage
	var at []int
	for i, x := range passages {
		keys[i] = p.key(question, x)
		if r, ok := p.kept.GetIfPresent(keys[i]); ok {
			out[i] = r
			continue
		}
		missing, at = append(missing, x), append(at, i)
	}
	begin := time.Now()
	read, err := p.read(ctx, question, missing)
	for n, r := range read {
		out[at[n]] = r
		p.kept.Set(keys[at[n]], r)
	}
	var why skip
	if p.Observe != nil && (err == nil || errors.As(err, &why)) {
		p.Observe(time.Since(begin), string(why))
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// skip is an [ErrBusy] that knows why.
type skip string

func (s skip) Error() string        { return ErrBusy.Error() + ": " + string(s) }
func (s skip) Is(target error) bool { return target == ErrBusy }

func (p *Pool) read(ctx context.Context, question string, passages []Passage) ([]Reading, error) {
	if len(passages) == 0 {
		return nil, nil
	}
	if p.crowd.here() {
		return nil, skip(Crowded)
	}
	within := ctx
	if p.limits.Budget > 0 {
		c, cancel := context.WithTimeout(ctx, p.limits.Budget)
		defer cancel()
		within = c
	}
	select {
	case p.slots <- struct{}{}:
	default:
		if n := p.waiting.Add(1); p.hopeless(n) {
			p.waiting.Add(-1)
			return nil, skip(Queued)
		}
		select {
		case p.slots <- struct{}{}:
			p.waiting.Add(-1)
		case <-within.Done():
			p.waiting.Add(-1)
			return nil, p.skipped(ctx)
		}
	}
	defer func() { <-p.slots }()
	begin := time.Now()
	stop := func() bool { return within.Err() != nil || p.crowd.here() }
	out, err := p.reader.read(stop, question, passages)
	if errors.Is(err, errStopped) {
		return out, p.skipped(ctx)
	}
	p.learn(time.Since(begin))
	return out, err
}

// hopeless reports whether the n-th of those who wait had better not: there are
// too many, or its turn will come too late.
func (p *Pool) hopeless(n int64) bool {
	if p.limits.Queue > 0 && n > int64(p.limits.Queue) {
		return true
	}
	workers := int64(cap(p.slots))
	rounds := 1 + (n+workers-1)/workers
	return p.limits.Budget > 0 && time.Duration(rounds*p.took.Load()) > p.limits.Budget
}

// learn notes how long a question took, as an average that forgets.
func (p *Pool) learn(d time.Duration) {
	was := p.took.Load()
	if was == 0 {
		was = int64(d)
	}
	p.took.Store(was + (int64(d)-was)/8) // of two at a time one is lost, which is no harm
}

// skipped is what came in the way: the caller's context, a crowd, or the budget.
func (p *Pool) skipped(ctx context.Context) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case p.crowd.here():
		return skip(Crowded)
	}
	return skip(Late)
}

func (p *Pool) key(question string, x Passage) key {
	var k key
	for i := range k {
		var h maphash.Hash
		h.SetSeed(p.seed[i])
		for _, s := range [...]string{question, x.Context, x.Text} {
			var n [8]byte
			binary.LittleEndian.PutUint64(n[:], uint64(len(s)))
			h.Write(n[:])
			h.WriteString(s)
		}
		k[i] = h.Sum64()
	}
	return k
}
