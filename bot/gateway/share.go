package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Shares lets several processes run the shards of one bot between them: it says what falls to this process and keeps what
// the others must find. All functions are needed, and may be called from any goroutine.
type Shares struct {
	// Plan agrees with the other processes on how many shards the bot has: want, unless they run another number already,
	// and always more than above, which Discord has refused as too few. It waits for as long as that takes.
	Plan func(ctx context.Context, want, above int) (int, error)

	// Hold calls run, each time in a goroutine of its own, for every shard of so many that becomes this process's to run,
	// and ends the call's context when it is to go to another: then run closes the connection so that the session can be
	// resumed, saves it and returns, within moments. Hold returns when every run has: after ctx has ended, or when the
	// processes agree on another number of shards.
	Hold func(ctx context.Context, shards int, run func(ctx context.Context, shard int))

	// May reports whether an event of the shard may be answered here and now. When it may not the connection ends without
	// it, so that it comes again, here or elsewhere.
	May func(shard int) bool

	// Connect waits until the shard may be connected. It is called before every connection.
	Connect func(ctx context.Context, shard int) error

	// Turn waits until a shard of this concurrency key may identify, as far as the spacing goes: 5 s apart over all
	// processes.
	Turn func(ctx context.Context, key int) error

	// Budget replaces the record of the day's IDENTIFYs, nil at first, by what change makes of it. It calls change again
	// when another process has replaced it meanwhile.
	Budget func(ctx context.Context, change func(record []byte) []byte) error

	// Load gets the shard's session as it was saved last, nil if there is none. Save is called at most once a second for
	// a shard that hears something, once a minute for others, and when the shard goes to another; it does nothing for a
	// shard that is no longer this process's.
	Load func(ctx context.Context, shard int) []byte
	Save func(ctx context.Context, shard int, session []byte) error
}

// Bounds of keeping a session.
const (
	saveEvery = time.Second
	saveIdle  = time.Minute     // for shards that hear nothing
	saveLast  = 2 * time.Second // what is written at the end may take
)

// saved is a session as another process finds it.
type saved struct {
	Session string                 `json:"session"` // "" = none
	URL     string                 `json:"url,omitempty"`
	Seq     int64                  `json:"seq"`
	Shards  int                    `json:"shards"` // the session is of one of so many
	Handed  bool                   `json:"handed"` // Seq is that of the last event that was taken, by a process that takes no more
	User    *discordgo.User        `json:"user,omitempty"`
	App     *discordgo.Application `json:"app,omitempty"`
}

// restore takes over a session. Without Handed, events after Seq may have been answered before they come again. That shows
// nothing twice: a message of ours is told from a second one by its nonce, an interaction takes one answer. But what a
// moderator ordered was perhaps done, so interactions that come again are not taken: by then Discord has told the member
// that there was no answer, or there was one.
func (s *shard) restore(raw []byte) {
	var k saved
	if len(raw) == 0 {
		return
	}
	if err := json.Unmarshal(raw, &k); err != nil {
		s.g.opts.Log.Warn("session not understood", slog.Int("shard", s.id), slog.Any("err", err))
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.user, s.app = k.User, k.App
	if k.Shards == s.total {
		s.session, s.resumeURL, s.seq, s.again = k.Session, k.URL, k.Seq, !k.Handed
	}
}

// keep saves the session now and then until ctx ends.
func (s *shard) keep(ctx context.Context) {
	tick := time.NewTicker(saveEvery)
	defer tick.Stop()
	var session string
	var seq int64
	var at time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		k := s.snapshot(false)
		if k.Session == session && k.Seq == seq && time.Since(at) < saveIdle {
			continue
		}
		if s.save(ctx, k) {
			session, seq, at = k.Session, k.Seq, time.Now()
		}
	}
}

// snapshot is the session as it is saved. Unless it is handed over, in which case this process goes on answering, messages
// in hand come after Seq: whoever finds it after a death hears them again.
func (s *shard) snapshot(handed bool) saved {
	s.mu.Lock()
	defer s.mu.Unlock()
	seq := s.seq
	if !handed {
		for one := range s.hand {
			seq = min(seq, one-1)
		}
	}
	return saved{Session: s.session, URL: s.resumeURL, Seq: seq, Shards: s.total, Handed: handed && !s.again, User: s.user, App: s.app}
}

func (s *shard) save(ctx context.Context, k saved) bool {
	raw, err := json.Marshal(k)
	if err == nil {
		err = s.g.opts.Shares.Save(ctx, s.id, raw)
	}
	if err != nil && ctx.Err() == nil {
		s.g.opts.Log.Debug("session not saved", slog.Int("shard", s.id), slog.Any("err", err))
	}
	return err == nil
}

// errNotOurs ends a connection whose shard may be another process's by now.
var errNotOurs = errors.New("the shard may be another process's by now")

// hold runs shards of the bot until ctx ends or the plan is another: all of them, or this process's share.
func (g *Supervisor) hold(ctx context.Context, shards int, run func(ctx context.Context, shard int)) {
	if g.opts.Shares != nil {
		g.opts.Shares.Hold(ctx, shards, run)
		return
	}
	var all sync.WaitGroup
	for id := range shards {
		all.Go(func() { run(ctx, id) })
	}
	all.Wait()
}

// serve runs a shard until ctx ends (nil) or Discord refuses it for good. A shared one begins with the session that was
// saved for it and leaves its own.
func (g *Supervisor) serve(ctx context.Context, id, total int) error {
	s := newShard(g, id, total)
	shares := g.opts.Shares
	if shares != nil {
		s.restore(shares.Load(ctx, id))
	}
	g.enter(s)
	defer g.leave(s)
	if shares == nil {
		return s.run(ctx)
	}
	keeping, stop := context.WithCancel(ctx)
	var kept sync.WaitGroup
	kept.Go(func() { s.keep(keeping) })
	err := s.run(ctx)
	stop()
	kept.Wait()
	last, end := context.WithTimeout(context.WithoutCancel(ctx), saveLast)
	defer end()
	s.save(last, s.snapshot(true))
	return err
}

func (g *Supervisor) enter(s *shard) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.shards[s.id] = s
}

func (g *Supervisor) leave(s *shard) {
	c, r := s.counts()
	g.mu.Lock()
	defer g.mu.Unlock()
	g.past.Connections += c
	g.past.Resumes += r
	delete(g.shards, s.id)
}
