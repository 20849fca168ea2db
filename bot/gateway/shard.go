package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

const (
	openTimeout   = 30 * time.Second // from the dial to READY or RESUMED
	stableTime    = 30 * time.Second // a connection that lived longer starts a new count of attempts
	maxResumes    = 5                // refused or let fail in a row; then a new session is begun
	maxResumeHost = 2                // attempts at resume_gateway_url; then the general address is tried, and asked for again
)

// shard is one of the bot's connections, over all its lives.
type shard struct {
	g         *Supervisor
	id, total int

	mu          sync.Mutex
	wire        *wire              // of the newest connection
	current     *discordgo.Session // of the living connection; events of others are too late
	online      bool               // READY or RESUMED came on it
	session     string
	seq         int64
	resumeURL   string
	hand        map[int64]struct{} // sequences of the session's messages that are being answered, where shards are shared
	again       bool               // what comes before RESUMED may have been answered by the process that had the session before
	user        *discordgo.User
	app         *discordgo.Application
	connections int
	resumes     int
}

func newShard(g *Supervisor, id, total int) *shard {
	return &shard{g: g, id: id, total: total, hand: map[int64]struct{}{}}
}

// run keeps the shard connected until ctx ends (nil) or Discord refuses it for good.
func (s *shard) run(ctx context.Context) error {
	log := s.g.opts.Log.With(slog.Int("shard", s.id))
	for p := (patience{}); ; {
		if p.resumes >= maxResumes {
			s.forget()
		}
		one, err := s.admit(ctx, &p)
		if r, ok := errors.AsType[*RefusedError](err); ok {
			return r
		}
		if err != nil {
			if ctx.Err() == nil {
				log.Warn("discord not reached", slog.Any("err", err))
			}
			p.attempts = max(1, p.attempts)
			if !sleep(ctx, max(p.backoff(), asked(err))) {
				return nil
			}
			continue
		}
		began := time.Now()
		w, err := s.connect(ctx, p.resumes+p.unreached)
		if one != nil && (w == nil || !w.identify.Load()) {
			s.g.giveBack(ctx, *one)
		}
		lived := s.offline()
		if ctx.Err() != nil {
			return nil //nolint:nilerr // ctx has ended, as it should
		}
		wait, final := s.next(err)
		if final != nil {
			return final
		}
		p.note(err, lived, w != nil && w.reached.Load(), time.Since(began))
		wait += p.backoff()
		log.Info("connecting again", slog.Any("cause", err), slog.Bool("resume", s.resumable()), slog.Duration("wait", wait))
		if !sleep(ctx, wait) {
			return nil
		}
	}
}

// admit lets the shard connect: a new session waits until it may identify, which is counted and returned. An old one may
// resume at once; when Discord was not reached a few times, it is asked for its address again.
func (s *shard) admit(ctx context.Context, p *patience) (*start, error) {
	if shares := s.g.opts.Shares; shares != nil {
		if err := shares.Connect(ctx, s.id); err != nil {
			return nil, err
		}
	}
	if !s.resumable() {
		p.resumes = 0
		one, err := s.g.permit(ctx, s.id)
		if err != nil {
			return nil, err
		}
		return &one, nil
	}
	if p.unreached >= maxResumeHost {
		_, err := s.g.ask(ctx)
		return nil, err
	}
	return nil, nil
}

// next decides by the end of a connection: how long to wait at least, whether the session is gone, whether all is lost.
func (s *shard) next(cause error) (time.Duration, error) {
	if c, ok := errors.AsType[closeError](cause); ok {
		if r := refused(c.code); r != nil {
			return 0, r
		}
		if c.forgets() {
			s.forget()
		}
	}
	if up, ok := errors.AsType[upgradeError](cause); ok {
		return up.wait(), nil
	}
	if inv, ok := errors.AsType[invalidSessionError](cause); ok {
		if !inv.resumable {
			s.forget()
		}
		return time.Second + rand.N(4*time.Second), nil //nolint:gosec // 1-5 s, as documented; jitter is no secret
	}
	return 0, nil
}

// event is discordgo's only handler. It runs in the read loop, with the session locked until Open has returned.
func (s *shard) event(dg *discordgo.Session, e *discordgo.Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.current != dg {
		return // the next connection resumes before this event, so it will come again
	}
	welcome := e.Type == "READY" || e.Type == "RESUMED"
	if shares := s.g.opts.Shares; shares != nil && !welcome && !shares.May(s.id) {
		w := s.wire
		s.current = nil
		s.g.closing.Go(func() { w.end(errNotOurs, closeResumable) })
		return
	}
	s.seq = e.Sequence
	if welcome {
		s.welcome(e)
		s.again = false
	}
	if s.again && e.Type == "INTERACTION_CREATE" {
		s.g.intake.skip()
		return
	}
	if s.g.opts.Shares == nil || e.Type != "MESSAGE_CREATE" {
		s.g.intake.take(dg, e, nil)
		return
	}
	hand, seq := s.hand, e.Sequence
	hand[seq] = struct{}{}
	done := func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(hand, seq)
	}
	if !s.g.intake.take(dg, e, done) {
		delete(hand, seq)
	}
}

// welcome notes what a READY or RESUMED says. Callers hold s.mu.
func (s *shard) welcome(e *discordgo.Event) {
	s.online = true
	s.connections++
	s.wire.acked.Store(time.Now().UnixNano())
	if e.Type == "RESUMED" {
		s.resumes++
		s.g.opts.Log.Info("resumed", slog.Int("shard", s.id))
		return
	}
	var r struct {
		Session   string                 `json:"session_id"`
		ResumeURL string                 `json:"resume_gateway_url"`
		User      *discordgo.User        `json:"user"`
		App       *discordgo.Application `json:"application"`
		Guilds    []struct{}             `json:"guilds"`
	}
	if err := json.Unmarshal(e.RawData, &r); err != nil {
		s.g.opts.Log.Warn("READY not understood", slog.Int("shard", s.id), slog.Any("err", err))
	}
	s.hand = map[int64]struct{}{}
	s.session, s.resumeURL, s.user, s.app = r.Session, r.ResumeURL, r.User, r.App
	s.g.opts.Log.Info("connected", slog.Int("shard", s.id), slog.Int("shards", s.total), slog.Int("servers", len(r.Guilds)))
}

// offline marks the connection as over and reports whether it had become ready.
func (s *shard) offline() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	was := s.online
	s.online, s.current = false, nil
	return was
}

func (s *shard) resumable() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.session != ""
}

// forget gives up the session: the next connection identifies.
func (s *shard) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.session, s.seq, s.resumeURL = "", 0, ""
}

// ready is the age of the last acknowledgement, and whether the shard is connected and was acknowledged in time.
func (s *shard) ready() (time.Duration, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.wire == nil || s.wire.acked.Load() == 0 {
		return 0, false
	}
	age := time.Since(time.Unix(0, s.wire.acked.Load()))
	interval := time.Duration(s.wire.quiet.Load()) - quietSlack
	return age, s.online && age < 2*interval
}

func (s *shard) counts() (connections, resumes int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.connections, s.resumes
}
