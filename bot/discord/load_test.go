package discord_test

import (
	"context"
	"fmt"
	"log/slog"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/reader"
)

// What the members of TestLoad ask, some of it without an answer.
var asked = []string{
	"What do tickets for Sunday's crossing cost?", "Who is the mayor of Marnwick?", "When will the last ferry sail?",
	"How many crew members were offered work?", "What is the capital of Peru?",
}

// TestLoad lets members of 20 servers ask at once, every second, with everything real but Discord; see [discordtest.Load].
// They are answered by words alone, and with the first passages read closely.
func TestLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no load")
	}
	t.Run("by words", func(t *testing.T) {
		l := newLoad(t, ask.New())
		defer l.stop()
		discordtest.Load(t, func(members int) []time.Duration { return l.burst(t, members) })
	})
	t.Run("reading", func(t *testing.T) {
		pool, read := busyPool()
		l := newLoad(t, ask.Reading(pool))
		defer l.stop()
		discordtest.Load(t, func(members int) []time.Duration { return l.burst(t, members) })
		t.Log(read)
		if read.crowded.Load() == 0 {
			t.Error("those who ask at once are no crowd")
		}
	})
}

// TestBurst lets members of 20 servers ask at once, every second, by turns a bot that goes by words alone and one that
// reads: a burst is answered by words. With VERBATIM_LOAD set, 99 of 100 must then have the first response as soon.
func TestBurst(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no load")
	}
	pool, read := busyPool()
	words, reading := newLoad(t, ask.New()), newLoad(t, ask.Reading(pool))
	defer words.stop()
	defer reading.stop()
	total, long := discordtest.LoadTime(t)
	members := 50
	if long {
		members = 200
	}
	words.burst(t, members)
	reading.burst(t, members)
	var took [2][]time.Duration
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for end, n := time.Now().Add(total), 0; time.Now().Before(end); n++ {
		took[n%2] = append(took[n%2], [...]*load{words, reading}[n%2].burst(t, members)...)
		<-tick.C
	}
	p := func(i int, share float64) time.Duration {
		slices.Sort(took[i])
		return took[i][int(share*float64(len(took[i])-1))]
	}
	t.Logf("%d members at once: by words p50 %v, p99 %v; reading p50 %v, p99 %v; %s", members, p(0, .5), p(0, .99), p(1, .5), p(1, .99), read)
	if long && p(1, .99) > p(0, .99)*5/4 {
		t.Error("reading keeps those who ask at once waiting")
	}
}

// TestSteady lets a member ask every 50 ms, 20 a second, each something else: as many as two cores are to read closely. With
// VERBATIM_LOAD set, 95 of 100 questions must have been read.
func TestSteady(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no load")
	}
	pool, read := busyPool()
	l := newLoad(t, ask.Reading(pool))
	defer l.stop()
	total, long := discordtest.LoadTime(t)
	n := 0
	tick := time.NewTicker(time.Second / 20)
	defer tick.Stop()
	for end := time.Now().Add(total); time.Now().Before(end); <-tick.C {
		l.ask(n)
		n++
	}
	took := discordtest.FirstResponses(t, n, l.answered)
	slices.Sort(took)
	t.Logf("%d questions in %v: p50 %v, p99 %v; %s", n, total, took[n/2], took[n*99/100], read)
	if share := read.share(); long && share < .95 {
		t.Errorf("%.1f %% were read, want 95", 100*share)
	}
}

// readings counts what a pool read.
type readings struct{ read, crowded, queued, late atomic.Int64 }

func (r *readings) share() float64 {
	return float64(r.read.Load()) / float64(max(1, r.read.Load()+r.crowded.Load()+r.queued.Load()+r.late.Load()))
}

func (r *readings) String() string {
	return fmt.Sprintf("%d read (%.1f %%), skipped %d in a crowd, %d of a queue, %d late", r.read.Load(), 100*r.share(), r.crowded.Load(), r.queued.Load(), r.late.Load())
}

// busyPool is a pool with the bounds of the running bot.
func busyPool() (*reader.Pool, *readings) {
	r := &readings{}
	p := reader.NewPool(reader.Embedded(), reader.Shared(runtime.GOMAXPROCS(0)))
	p.Observe = func(_ time.Duration, skipped string) {
		map[string]*atomic.Int64{"": &r.read, reader.Crowded: &r.crowded, reader.Queued: &r.queued, reader.Late: &r.late}[skipped].Add(1)
	}
	return p, r
}

// load is a bot under load.
type load struct {
	server   *discordtest.Server
	answered chan time.Duration
	asked    int
	stop     func()
}

func newLoad(t *testing.T, e *ask.Engine) *load {
	t.Helper()
	l := &load{answered: make(chan time.Duration, 1<<16)}
	l.server = discordtest.New(t, discordtest.Options{
		Light: true, Patience: time.Minute, Answered: func(_ string, after time.Duration) { l.answered <- after },
	})
	wrong := make(chan string, 1<<10)
	d := newDesk(t, harbour(t))
	d.Engine = e
	b := discord.New(d, rest(l.server))
	b.Done = func(what, outcome string, _ time.Duration) {
		if outcome != "answered" && outcome != "no_answer" {
			wrong <- what + " " + outcome
		}
	}
	stop := run(t, l.server, b)
	l.stop = func() {
		stop()
		select {
		case what := <-wrong:
			t.Errorf("not every question was answered or declined: %s (%d more)", what, len(wrong))
		default:
		}
	}
	return l
}

// burst lets members ask at once and gives how long each waited.
func (l *load) burst(t *testing.T, members int) []time.Duration {
	t.Helper()
	for n := range members {
		l.ask(n)
	}
	return discordtest.FirstResponses(t, members, l.answered)
}

// ask lets somebody ask what nobody asked before, so that nothing is remembered.
func (l *load) ask(n int) {
	l.asked++
	in := discordtest.Slash("ask", discordtest.Opt("question", fmt.Sprintf("%s (no. %d)", asked[l.asked%len(asked)], l.asked)))
	member := l.asked % 1000 // who asks every second for a minute is asked to wait
	in.User, in.Guild = fmt.Sprint(400000000000000100+member), fmt.Sprint(200000000000000100+n%20)
	l.server.Interact(in)
}

// run runs the bot until stop is called. It returns when Discord has let it in.
func run(t *testing.T, server *discordtest.Server, b *discord.Bot) (stop func()) {
	t.Helper()
	welcome := make(chan struct{})
	b.Welcome = func(context.Context, string) { close(welcome) }
	g := gateway.New(discordtest.Token, gateway.Options{
		Handler: b.Handle, Busy: b.Busy, Log: slog.New(slog.DiscardHandler), Intents: discord.Intents,
		Client: server.Client(), Dial: server.Dial,
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- g.Run(ctx) }()
	<-welcome
	return func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}
