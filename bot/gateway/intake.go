package gateway

import (
	"context"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// intake runs the handlers: a bounded number at once for what members do, one after the other for everything else. Nothing
// in it blocks the reading of events.
type intake struct {
	opts  Options
	slots chan struct{} // one per running Handler
	spare chan struct{} // one per running Busy

	mu      sync.Mutex
	ctx     context.Context //nolint:containedctx // of the handlers, which outlive the read loop's calls
	shut    bool
	queue   []job // lifecycle events, in order
	full    bool  // it was, since it was last empty
	working bool  // somebody is at the queue
	running int
	idle    chan struct{} // closed when running falls to 0 after shut
	counts  Stats
}

type job struct {
	session *discordgo.Session
	event   any
	done    func() // nil: nobody wants to know
}

// busyShare is how many events in a row can be told that all handlers are taken, as a share of the handlers.
const busyShare = 8

// queueMost is how many lifecycle events wait at most: those of a start in four times the 2,500 servers that one connection
// may have. What comes on top is dropped and counted, but for READY: it names all servers, so that whoever compares them
// finds those that were left, and the next event of a server tells of one that was joined.
const queueMost = 10_000

func newIntake(opts Options) *intake {
	return &intake{
		opts: opts, shut: true, idle: make(chan struct{}),
		slots: make(chan struct{}, opts.Handlers), spare: make(chan struct{}, max(1, opts.Handlers/busyShare)),
	}
}

// open lets events in; ctx is the handlers'.
func (q *intake) open(ctx context.Context) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.ctx, q.shut = ctx, false
}

// drain stops the intake and waits for the running handlers, at most d.
func (q *intake) drain(d time.Duration) {
	q.mu.Lock()
	q.shut = true
	left := q.running
	if left == 0 {
		close(q.idle)
	}
	q.mu.Unlock()
	if left == 0 {
		return
	}
	q.opts.Log.Info("waiting for running answers", slog.Int("answers", left))
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-q.idle:
	case <-t.C:
		q.opts.Log.Warn("answers given up", slog.Duration("after", d))
	}
}

// take hands an event on, in the caller's goroutine only as far as deciding who gets it. It reports whether somebody does.
// done, if not nil, is called when a member's event has been handled.
func (q *intake) take(dg *discordgo.Session, e *discordgo.Event, done func()) bool {
	event, ok := decoded(e)
	if event == nil {
		return false
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.shut {
		return false
	}
	if !ok {
		q.counts.Undecoded++
		q.opts.Log.Warn("event not understood", slog.String("type", e.Type))
	}
	j := job{dg, event, done}
	switch event.(type) {
	case *discordgo.InteractionCreate, *discordgo.MessageCreate, *Undecoded:
		return q.start(j)
	default:
		_, ready := event.(*discordgo.Ready)
		if len(q.queue) >= queueMost && !ready {
			q.counts.Missed++
			if !q.full {
				q.full = true
				q.opts.Log.Warn("events dropped, as too many wait; the next READY makes up for them", slog.Int("waiting", len(q.queue)))
			}
			return false
		}
		q.queue = append(q.queue, j)
		if !q.working {
			q.working = true
			q.running++
			go q.work()
		}
	}
	return true
}

// skip counts an interaction that is not taken as it comes again.
func (q *intake) skip() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.counts.Again++
}

// start runs a member's event at once, or tells that the bot is busy, or drops it and reports that. Callers hold q.mu.
func (q *intake) start(j job) bool {
	slots, handle, count := q.slots, q.opts.Handler, &q.counts.Handled
	select {
	case slots <- struct{}{}:
	default:
		slots, handle, count = q.spare, q.opts.Busy, &q.counts.Busy
		if handle == nil {
			q.counts.Dropped++
			return false
		}
		select {
		case slots <- struct{}{}:
		default:
			q.counts.Dropped++
			return false
		}
	}
	*count++
	q.running++
	ctx := q.ctx
	go func() {
		defer q.finish()
		defer func() { <-slots }()
		if j.done != nil {
			defer j.done()
		}
		q.run(ctx, handle, j)
	}()
	return true
}

// work empties the queue.
func (q *intake) work() {
	defer q.finish()
	for {
		q.mu.Lock()
		if len(q.queue) == 0 {
			q.queue, q.working, q.full = nil, false, false
			q.mu.Unlock()
			return
		}
		j := q.queue[0]
		q.queue[0] = job{}
		q.queue = q.queue[1:]
		q.counts.Handled++
		ctx := q.ctx
		q.mu.Unlock()
		q.run(ctx, q.opts.Handler, j)
	}
}

func (q *intake) finish() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.running--
	if q.shut && q.running == 0 {
		close(q.idle)
	}
}

// run calls a handler and survives its panic.
func (q *intake) run(ctx context.Context, handle func(context.Context, *discordgo.Session, any), j job) {
	defer func() {
		if p := recover(); p != nil {
			q.mu.Lock()
			q.counts.Panics++
			q.mu.Unlock()
			q.opts.Log.Error("handler panicked", slog.Any("panic", p), slog.String("stack", string(debug.Stack())))
		}
	}()
	handle(ctx, j.session, j.event)
}

func (q *intake) stats() Stats {
	q.mu.Lock()
	defer q.mu.Unlock()
	st := q.counts
	st.Running = q.running
	return st
}
