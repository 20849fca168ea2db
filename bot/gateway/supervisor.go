package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// drainTime is how long Run waits for running handlers when it ends.
const drainTime = 10 * time.Second

// Options of a [Supervisor].
type Options struct {
	// Handler gets the events: pointers to discordgo's structs such as *discordgo.InteractionCreate, or *[Undecoded].
	// Interactions and messages are handled concurrently, everything else one after the other in order.
	// A panic is logged and counted. ctx outlives the end of Run's context by up to 10 s.
	Handler func(ctx context.Context, s *discordgo.Session, event any)

	// Busy gets interactions and messages instead of Handler while all handlers are taken. It should say so and return.
	Busy func(ctx context.Context, s *discordgo.Session, event any)

	Log        *slog.Logger
	Client     *http.Client                                                      // for REST; nil means one with a 20 s time-out
	Dial       func(ctx context.Context, network, addr string) (net.Conn, error) // for the gateway, without TLS; nil means direct or HTTPS_PROXY
	Intents    discordgo.Intent
	Shards     int     // connections of the bot; 0 means as many as Discord recommends, more when it asks for more
	Handlers   int     // running at once; 0 means 1024
	Identifies string  // file that remembers IDENTIFYs over restarts; "" means none
	Shares     *Shares // nil means that this process runs all shards
}

// Supervisor owns the gateway connections of a bot.
type Supervisor struct {
	token  string
	opts   Options
	budget *budget
	intake *intake

	closing sync.WaitGroup // connections that are over, until discordgo sees it

	mu     sync.Mutex
	total  int            // shards of the bot; 0 = not known yet
	shards map[int]*shard // run here, by id
	past   Stats          // of those that were
	limit  startLimit
	url    string
}

// New returns a supervisor for a bot token, with or without the "Bot " before it.
func New(token string, opts Options) *Supervisor {
	if opts.Client == nil {
		opts.Client = &http.Client{Timeout: clientTimeout}
	}
	if opts.Dial == nil {
		opts.Dial = dialDirect
	}
	if opts.Handlers == 0 {
		opts.Handlers = 1024
	}
	return &Supervisor{
		token: "Bot " + strings.TrimPrefix(token, "Bot "), opts: opts,
		budget: openBudget(opts.Identifies, opts.Log), intake: newIntake(opts), shards: map[int]*shard{},
	}
}

// Run connects and stays connected until ctx ends, then stops taking events, waits up to 10 s for running handlers and
// closes. The error is nil then, and a *[RefusedError] when Discord does not let the bot in; Run never gives up otherwise.
// Shared shards are handed over first, so that others take the events that come while handlers run.
func (g *Supervisor) Run(ctx context.Context) error {
	defer g.closing.Wait()
	life, end := context.WithCancelCause(context.WithoutCancel(ctx))
	defer end(nil)
	work, stopWork := context.WithCancel(life)
	defer stopWork()
	g.intake.open(work)
	if g.opts.Shares != nil {
		err := g.stay(ctx)
		g.intake.drain(drainTime)
		return err
	}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		select {
		case <-ctx.Done():
		case <-life.Done():
		}
		g.intake.drain(drainTime)
		end(nil)
	}()

	fatal := g.stay(life)
	end(fatal)
	<-drained
	return fatal
}

// stay keeps as many connections as Discord recommends, the setting says or the plan gives us, until ctx ends (nil) or
// Discord refuses the bot for good. A bot that has grown too large for its connections is given more, when their number is
// Discord's to say.
func (g *Supervisor) stay(ctx context.Context) error {
	for above := 0; ; {
		total, err := g.inquire(ctx, above)
		if err != nil || total == 0 {
			return err
		}
		if total <= above {
			return refused(shardingRequired)
		}
		err = g.together(ctx, total)
		if r, ok := errors.AsType[*RefusedError](err); ok && r.Code == shardingRequired && g.opts.Shards == 0 {
			above = total
			g.opts.Log.Warn("more connections needed", slog.Int("shards", above))
			continue
		}
		if err != nil || ctx.Err() != nil || g.opts.Shares == nil {
			return err
		}
	}
}

// together runs shards until ctx ends or the plan is another (nil), or one is refused, which ends the others too.
func (g *Supervisor) together(ctx context.Context, total int) error {
	life, end := context.WithCancelCause(ctx)
	defer end(nil)
	g.hold(life, total, func(ctx context.Context, shard int) {
		if err := g.serve(ctx, shard, total); err != nil {
			end(err)
		}
	})
	if r, ok := errors.AsType[*RefusedError](context.Cause(life)); ok {
		return r
	}
	return nil
}

// inquire finds out how many shards the bot has: it asks Discord until that has said it, and agrees with the processes that
// run some of them. When ctx ends first there are none.
func (g *Supervisor) inquire(ctx context.Context, above int) (int, error) {
	for attempt := 0; ; attempt++ {
		total := 0
		info, err := g.ask(ctx)
		if err == nil {
			total = g.opts.Shards
			if total == 0 {
				total = max(1, info.Shards)
			}
			if g.opts.Shares != nil {
				total, err = g.opts.Shares.Plan(ctx, total, above)
			}
		}
		if err == nil {
			g.mu.Lock()
			defer g.mu.Unlock()
			g.total = total
			return total, nil
		}
		if r, ok := errors.AsType[*RefusedError](err); ok {
			return 0, r
		}
		if ctx.Err() == nil {
			g.opts.Log.Warn("discord not reached", slog.Any("err", err))
		}
		if !sleep(ctx, max(backoff(attempt+1), asked(err))) {
			return 0, nil
		}
	}
}

// userAgent has the form that Discord demands.
const userAgent = "DiscordBot (https://github.com/verbatim-bot/verbatim, 1)"

// newSession makes a discordgo.Session that does nothing on its own: no reconnects, no state, no retries, no prints.
func (g *Supervisor) newSession(client *http.Client) *discordgo.Session {
	s, _ := discordgo.New(g.token) // its error is always nil
	s.Client = client
	s.UserAgent = userAgent
	s.Identify.Intents = g.opts.Intents
	s.ShouldReconnectOnError = false
	s.ShouldRetryOnRateLimit = false
	s.StateEnabled = false
	s.SyncEvents = true // the intake runs the handlers
	s.Compress, s.Identify.Compress = false, false
	s.LogLevel = discordgo.LogError - 1
	return s
}

// once are the options of a call that is not to be repeated by discordgo.
func once(ctx context.Context) []discordgo.RequestOption {
	return []discordgo.RequestOption{
		discordgo.WithContext(ctx), discordgo.WithRetryOnRatelimit(false), discordgo.WithRestRetries(0),
	}
}

// Ready tells how old the oldest of the shards' last heartbeat acknowledgements is, and whether the bot is in order: every
// shard that this process runs is connected and was acknowledged within the last two heartbeat intervals.
func (g *Supervisor) Ready() (age time.Duration, ok bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	ok = g.total > 0 && (g.opts.Shares != nil || len(g.shards) == g.total)
	for _, s := range g.shards {
		a, up := s.ready()
		age, ok = max(age, a), ok && up
	}
	return age, ok
}

// errShut says that no events are taken: the bot starts or ends.
var errShut = errors.New("no events are taken now")

// Receive takes an interaction that Discord sent by HTTP instead of by a connection, as JSON. It is decoded and handled as
// any other; the handler's session is nil. An error means that nobody will answer it.
func (g *Supervisor) Receive(interaction []byte) error {
	e := &discordgo.Event{Type: "INTERACTION_CREATE", RawData: interaction}
	var i discordgo.InteractionCreate
	_ = json.Unmarshal(interaction, &i) // what it left out is seen to by decoded
	e.Struct = &i
	if !g.intake.take(nil, e, nil) {
		return errShut
	}
	return nil
}

// Stats are counts since the start, but for Running.
type Stats struct {
	Shards      int // run here
	Connections int // that became ready
	Resumes     int // of them, by RESUME
	Running     int // handlers now
	Handled     int // events given to Handler
	Busy        int // events given to Busy
	Dropped     int // events given to nobody, as even Busy was
	Missed      int // events about servers given to nobody, as too many were waiting
	Panics      int
	Undecoded   int // events that discordgo could not decode, repaired ones not counted
	Again       int // interactions not taken, as the process that ran their shard before may have answered them
}

// Stats returns the counts of all shards together.
func (g *Supervisor) Stats() Stats {
	st := g.intake.stats()
	g.mu.Lock()
	defer g.mu.Unlock()
	st.Shards, st.Connections, st.Resumes = len(g.shards), g.past.Connections, g.past.Resumes
	for _, s := range g.shards {
		c, r := s.counts()
		st.Connections += c
		st.Resumes += r
	}
	return st
}
