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
	Shards     int    // connections in this process; 0 means as many as Discord recommends, more when it asks for more
	Handlers   int    // running at once; 0 means 1024
	Identifies string // file that remembers IDENTIFYs over restarts; "" means none
}

// Supervisor owns the gateway connections of a bot.
type Supervisor struct {
	token  string
	opts   Options
	budget *budget
	intake *intake

	mu     sync.Mutex
	shards []*shard
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
		budget: openBudget(opts.Identifies, opts.Log), intake: newIntake(opts),
	}
}

// Run connects and stays connected until ctx ends, then stops taking events, waits up to 10 s for running handlers and
// closes. The error is nil then, and a *[RefusedError] when Discord does not let the bot in; Run never gives up otherwise.
func (g *Supervisor) Run(ctx context.Context) error {
	life, end := context.WithCancelCause(context.WithoutCancel(ctx))
	defer end(nil)
	work, stopWork := context.WithCancel(life)
	defer stopWork()
	g.intake.open(work)
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

// stay keeps as many connections as Discord recommends, or the setting says, until ctx ends (nil) or Discord refuses the bot
// for good. A bot that has grown too large for its connections is given more, when their number is Discord's to say.
func (g *Supervisor) stay(ctx context.Context) error {
	for before := 0; ; {
		shards, err := g.inquire(ctx)
		if err != nil || len(shards) == 0 {
			return err
		}
		if len(shards) <= before {
			return refused(shardingRequired)
		}
		err = together(ctx, shards)
		if r, ok := errors.AsType[*RefusedError](err); !ok || r.Code != shardingRequired || g.opts.Shards > 0 {
			return err
		}
		before = len(shards)
		g.opts.Log.Warn("more connections needed", slog.Int("shards", before))
	}
}

// together runs shards until ctx ends (nil) or one is refused, which ends the others too.
func together(ctx context.Context, shards []*shard) error {
	life, end := context.WithCancelCause(ctx)
	defer end(nil)
	var all sync.WaitGroup
	for _, s := range shards {
		all.Go(func() {
			if err := s.run(life); err != nil {
				end(err)
			}
		})
	}
	all.Wait()
	if r, ok := errors.AsType[*RefusedError](context.Cause(life)); ok {
		return r
	}
	return nil
}

// inquire asks Discord until it has said how many shards to run, and sets them up. When ctx ends first there are none.
func (g *Supervisor) inquire(ctx context.Context) ([]*shard, error) {
	for attempt := 0; ; attempt++ {
		info, err := g.ask(ctx)
		if err == nil {
			n := g.opts.Shards
			if n == 0 {
				n = max(1, info.Shards)
			}
			shards := make([]*shard, n)
			for id := range n {
				shards[id] = newShard(g, id, n)
			}
			g.mu.Lock()
			defer g.mu.Unlock()
			g.shards = shards
			return shards, nil
		}
		if r, ok := errors.AsType[*RefusedError](err); ok {
			return nil, r
		}
		if ctx.Err() == nil {
			g.opts.Log.Warn("discord not reached", slog.Any("err", err))
		}
		if !sleep(ctx, max(backoff(attempt+1), asked(err))) {
			return nil, nil
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
// shard is connected and was acknowledged within the last two heartbeat intervals.
func (g *Supervisor) Ready() (age time.Duration, ok bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	ok = len(g.shards) > 0
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
	if !g.intake.take(nil, e) {
		return errShut
	}
	return nil
}

// Stats are counts since the start, but for Running.
type Stats struct {
	Shards      int // configured
	Connections int // that became ready
	Resumes     int // of them, by RESUME
	Running     int // handlers now
	Handled     int // events given to Handler
	Busy        int // events given to Busy
	Dropped     int // events given to nobody, as even Busy was
	Missed      int // events about servers given to nobody, as too many were waiting
	Panics      int
	Undecoded   int // events that discordgo could not decode, repaired ones not counted
}

// Stats returns the counts of all shards together.
func (g *Supervisor) Stats() Stats {
	st := g.intake.stats()
	g.mu.Lock()
	defer g.mu.Unlock()
	st.Shards = len(g.shards)
	for _, s := range g.shards {
		c, r := s.counts()
		st.Connections += c
		st.Resumes += r
	}
	return st
}
