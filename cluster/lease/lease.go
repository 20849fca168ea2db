// Package lease says which process runs what: each shard of the bot, and each
// job that only one may do. What it says is kept in key-value buckets of NATS:
//
//	VERBATIM_LEASES    process.<id>, shard.<n>, job.<name>: gone after 10 s without renewal
//	VERBATIM_SESSIONS  shard.<n>: what resumes its session, 5 min
//	VERBATIM_TURNS     identify.<key>: somebody's turn, 6 s
//	VERBATIM_SHARDS    plan: how many shards; identifies: those of the day
//
// A lease is taken by who creates its key, renewed every 2 s by replacing the
// value at the revision that the holder wrote last, and over when another wrote
// it. The leader of the bucket decides; nothing is read before, as a read may be
// stale, and where something must be read the leader is asked.
//
// # A holder that cannot renew
//
// 6 s after the last renewal, by a clock that stops for nothing, a holder no
// longer knows that nobody else has its lease; after 10 s somebody may have it.
// Jobs end then, for nothing but the lease keeps two of them apart.
//
// A shard goes on as long as its connection lives and every attempt to renew
// ends with NATS not answering. If it stopped, a loss of NATS would silence the
// bot everywhere, with nobody able to take its place; and the holder cannot tell
// that NATS is gone from that it alone is cut off. In the latter case the
// successor comes after 10 s, and Discord keeps the two apart:
//
//   - The successor resumes the session. A session has one connection, so the
//     holder's ends, and it connects no more without its lease: for a minute, and
//     then only to resume, as leave to identify comes from here.
//   - What the holder answered since it last saved the session comes to the
//     successor again. Both answers to a message carry the message's id as nonce,
//     and Discord makes one message of them; an interaction takes one answer, and
//     those that come again are not even taken up (see bot/gateway).
//   - If the session cannot be resumed, two sessions hear the same events for as
//     long as the holder's connection lives. Nonce and interaction keep the
//     answers single here, too.
//   - What moderators order goes through NATS, so the holder refuses it in words.
//
// So who is cut off alone and who all are behave the same, and a member sees one
// answer or, in the seconds before a successor comes, one as well.
//
// A process that was halted (by a signal, a machine that was suspended) is
// another matter: its last attempt to renew is long ago, or took longer than an
// attempt can. It answers nothing ([Leases.May]) until the next attempt has told
// it how things are; what it heard is heard again after a resume, by itself or
// by its successor. An answer that was being decided at that moment goes out, and
// the nonce keeps it single.
//
// Ages are measured by the monotonic and by the wall clock, whichever says more:
// the monotonic one stops while a machine is suspended. The servers' clocks
// decide when a lease is over; when they differ by seconds, a change of leader
// may end one early, which its holder notices and takes it again.
//
// The files, in the order in which they call each other:
//
//	lease.go   [Leases]: this process among the others
//	session.go sessions kept for a successor
//	share.go   which shards are ours
//	plan.go    how many there are
//	turn.go    leave to identify
//	job.go     what one process does
//	status.go  all of it in a list
//	view.go    what others hold, as far as is known
//	hold.go    one lease: taken, renewed, lost, given back
//	bucket.go  a bucket, and what the leader decides in it
//
// How it is wired:
//
//	l, err := lease.Open(ctx, js, lease.Options{Name: host, Version: version, Log: log})
//	defer l.Close()
//	options.Shares = &gateway.Shares{
//		Plan: l.Plan, Hold: l.Hold, May: l.May, Connect: l.Connect,
//		Turn: l.Turn, Budget: l.Budget, Load: l.Load, Save: l.Save,
//	}
//	go l.Job(ctx, "keeper", func(ctx context.Context) { … })
package lease

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"log/slog"
	"sync"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// defaultTTL is how long a lease lasts without renewal. A successor is there
// within 12 s of a death then, as it looks every now and then.
const defaultTTL = 10 * time.Second

// Options of [Open].
type Options struct {
	Name    string // of this process, as it is listed: the host's name
	Version string
	Log     *slog.Logger
	Says    func() []byte // what else others may want to know of this process, as JSON; nil: nothing
	TTL     time.Duration // of a lease, at least 1 s; 0 means 10 s
}

// Leases are those of a process. Its methods may be called from any goroutine.
type Leases struct {
	log     *slog.Logger
	says    func() []byte
	me      process
	ttl     time.Duration
	renew   time.Duration // between renewals, and what one may take
	sure    time.Duration // after a renewal, nobody else has the lease
	alone   time.Duration // without NATS, before a shard is connected again
	leases  *bucket
	session *bucket
	turns   *bucket
	plan    *bucket
	view    *view
	own     *hold // process.<id>
	end     context.CancelFunc
	work    sync.WaitGroup

	mu      sync.Mutex
	serving bool
	held    map[int]*share
	jobs    map[string]*hold
	turn    map[int]chan struct{} // held by who of this process waits for its turn
}

// process is one as the others see it.
type process struct {
	ID      string    `json:"id"` // of one life
	Name    string    `json:"name"`
	Version string    `json:"version"`
	Since   time.Time `json:"since"`
	Serving bool      `json:"serving"` // it takes shards
	Shards  []int     `json:"shards"`

	Says json.RawMessage `json:"says,omitempty"` // see [Options]
}

// Open enters a process in the list, making the buckets if there are none. It
// fails when NATS does not answer.
func Open(ctx context.Context, js jetstream.JetStream, o Options) (*Leases, error) {
	if o.TTL == 0 {
		o.TTL = defaultTTL
	}
	l := &Leases{
		log: o.Log, says: o.Says, me: process{ID: rand.Text(), Name: o.Name, Version: o.Version, Since: time.Now().UTC()},
		ttl: o.TTL, renew: o.TTL / 5, sure: o.TTL * 3 / 5, alone: o.TTL * 6,
		held: map[int]*share{}, jobs: map[string]*hold{}, turn: map[int]chan struct{}{},
	}
	for _, b := range []struct {
		to   **bucket
		name string
		ttl  time.Duration
	}{
		{&l.leases, leasesBucket, o.TTL}, {&l.session, sessionsBucket, sessionLife}, {&l.turns, turnsBucket, spacing}, {&l.plan, planBucket, 0},
	} {
		made, err := open(ctx, js, b.name, b.ttl)
		if err != nil {
			return nil, err
		}
		*b.to = made
	}
	life, end := context.WithCancel(context.WithoutCancel(ctx))
	l.end = end
	l.view = newView(l.leases, l.ttl)
	l.work.Go(func() { l.view.watch(life) })
	own, err := l.take(ctx, processKey+l.me.ID, l.entry)
	if err != nil {
		l.Close()
		return nil, err
	}
	l.own = own
	l.work.Go(func() { own.keep(life) })
	return l, nil
}

// Close takes the process out of the list. Shards and jobs have ended before.
func (l *Leases) Close() {
	l.end()
	l.work.Wait()
	if l.own != nil {
		l.own.giveBack()
	}
}

// entry is the process as the others see it now.
func (l *Leases) entry() []byte {
	l.mu.Lock()
	p := l.me
	p.Serving = l.serving
	p.Shards = l.numbers()
	l.mu.Unlock()
	if l.says != nil {
		p.Says = l.says()
	}
	raw, _ := json.Marshal(p) // texts, numbers and a time
	return raw
}

// Age is how long ago the lease that was renewed longest ago was renewed. It
// stays below 4 s unless NATS is away.
func (l *Leases) Age() time.Duration {
	age := l.own.age()
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, s := range l.held {
		age = max(age, s.hold.age())
	}
	for _, h := range l.jobs {
		age = max(age, h.age())
	}
	return age
}
