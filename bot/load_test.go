package bot_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// What the members of TestLoad ask, some of it without an answer.
var asked = []string{
	"What do tickets for Sunday's crossing cost?", "Who is the mayor of Marnwick?", "When will the last ferry sail?",
	"How many crew members were offered work?", "What is the capital of Peru?",
}

// TestLoad lets members of 20 servers ask at once, every second, with everything real but Discord: 50 of them for three
// seconds, or with VERBATIM_LOAD set ("60s") 200 for as long as it says; then 99 of 100 must have the first response in
// 250 ms, and all in 3 s. Memory must not grow.
func TestLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no load")
	}
	total, members, long := 3*time.Second, 50, false
	if s := os.Getenv("VERBATIM_LOAD"); s != "" {
		d, err := time.ParseDuration(s)
		if err != nil {
			t.Fatal(err)
		}
		total, members, long = d, 200, true
	}
	answered := make(chan time.Duration, 1<<10)
	server := discordtest.New(t, discordtest.Options{
		Light: true, Patience: time.Minute, Answered: func(_ string, after time.Duration) { answered <- after },
	})
	d := desk(t, harbour(t))
	wrong := make(chan string, 1<<10)
	b := bot.New(d, rest(server))
	b.Done = func(what, outcome string, _ time.Duration) {
		if outcome != "answered" && outcome != "no_answer" {
			wrong <- what + " " + outcome
		}
	}
	defer run(t, server, b)()
	rounds := 0
	burst := func() (took []time.Duration) {
		for n := range members {
			in := discordtest.Slash("ask", discordtest.Opt("question", asked[(n+rounds)%len(asked)]))
			member := n + members*(rounds%5) // who asks every second for a minute is asked to wait
			in.User, in.Guild = fmt.Sprint(400000000000000100+member), fmt.Sprint(200000000000000100+n%20)
			server.Interact(in)
		}
		late := time.NewTimer(time.Minute)
		defer late.Stop()
		for range members {
			select {
			case d := <-answered:
				took = append(took, d)
			case <-late.C:
				t.Fatalf("%d of %d questions without a first response", members-len(took), members)
			}
		}
		rounds++
		return took
	}
	burst()
	heap, goroutines := memory()
	var took []time.Duration
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for end := time.Now().Add(total); time.Now().Before(end); <-tick.C {
		took = append(took, burst()...)
	}
	heapAfter, goroutinesAfter := memory()
	slices.Sort(took)
	p := func(share float64) time.Duration { return took[int(share*float64(len(took)-1))] }
	t.Logf("%d questions in %v by %d members at once: p50 %v, p99 %v, slowest %v; heap %d -> %d KiB, goroutines %d -> %d",
		len(took), total, members, p(0.5), p(0.99), p(1), heap>>10, heapAfter>>10, goroutines, goroutinesAfter)
	if long && (p(0.99) > 250*time.Millisecond || p(1) > 3*time.Second) {
		t.Errorf("p99 is %v, the slowest %v, want 250ms and 3s", p(0.99), p(1))
	}
	if heapAfter > heap+4<<20 {
		t.Errorf("heap grew from %d to %d KiB", heap>>10, heapAfter>>10)
	}
	select {
	case what := <-wrong:
		t.Errorf("not every question was answered or declined: %s (%d more)", what, len(wrong))
	default:
	}
}

// run runs the bot until stop is called. It returns when the commands are registered.
func run(t *testing.T, server *discordtest.Server, b *bot.Bot) (stop func()) {
	t.Helper()
	registered := make(chan struct{})
	b.Welcome = func(context.Context, string) { close(registered) }
	g := gateway.New(discordtest.Token, gateway.Options{
		Handler: b.Handle, Busy: b.Busy, Log: slog.New(slog.DiscardHandler), Intents: bot.Intents,
		Client: server.Client(), Dial: server.Dial,
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- g.Run(ctx) }()
	<-registered
	return func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}

// memory is what lives after a collection, and how many goroutines there are.
func memory() (heap uint64, goroutines int) {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc, runtime.NumGoroutine()
}
