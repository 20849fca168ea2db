package gateway_test

import (
	"context"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// load is a bot under load over real sockets, with a handler that does nothing but answer.
type load struct {
	tb       testing.TB
	d        *discordtest.Server
	g        *gateway.Supervisor
	answered chan time.Duration
	stop     func()
}

func newLoad(tb testing.TB) *load {
	tb.Helper()
	l := &load{tb: tb, answered: make(chan time.Duration, 1<<16)}
	l.d = discordtest.New(tb, discordtest.Options{
		Light: true, Patience: time.Minute, Answered: func(_ string, after time.Duration) { l.answered <- after },
	})
	rest := gateway.NewREST(discordtest.Token, l.d.Client())
	l.g = gateway.New(discordtest.Token, gateway.Options{
		Log: deaf, Client: l.d.Client(), Dial: l.d.Dial, Intents: discordgo.IntentsGuilds,
		Handler: func(ctx context.Context, _ *discordgo.Session, event any) {
			if i, ok := event.(*discordgo.InteractionCreate); ok {
				if err := rest.Reply(i.Interaction).Answer(ctx, gateway.Message{Content: "here"}); err != nil {
					tb.Errorf("answer: %v", err)
				}
			}
		},
	})
	ctx, cancel := context.WithCancel(tb.Context())
	done := make(chan error, 1)
	go func() { done <- l.g.Run(ctx) }()
	l.stop = func() {
		cancel()
		if err := <-done; err != nil {
			tb.Errorf("Run: %v", err)
		}
	}
	l.d.WaitReady(1)
	return l
}

// burst lets n members ask at once and waits for all first responses.
func (l *load) burst(n int) (took []time.Duration) {
	for range n {
		l.d.Interact(discordtest.Slash("ask", discordtest.Opt("question", "Who said that?")))
	}
	late := time.NewTimer(time.Minute)
	defer late.Stop()
	for range n {
		select {
		case d := <-l.answered:
			took = append(took, d)
		case <-late.C:
			l.tb.Fatalf("%d of %d questions without a first response", n-len(took), n)
		}
	}
	return took
}

// memory is what lives after a collection, and how many goroutines there are.
func memory() (heap uint64, goroutines int) {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc, runtime.NumGoroutine()
}

// loadTime is how long TestLoad asks: three seconds, or what VERBATIM_LOAD says ("60s").
func loadTime(t *testing.T) (d time.Duration, long bool) {
	t.Helper()
	s := os.Getenv("VERBATIM_LOAD")
	if s == "" {
		return 3 * time.Second, false
	}
	d, err := time.ParseDuration(s)
	if err != nil {
		t.Fatal(err)
	}
	return d, true
}

// TestLoad lets members ask at once, every second, and nothing may be left behind: 50 of them for three seconds, or with
// VERBATIM_LOAD set 200 for as long as it says; then 99 of 100 must have the first response in 250 ms, and all in 3 s.
func TestLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no load")
	}
	total, long := loadTime(t)
	members := 50
	if long {
		members = 200
	}
	l := newLoad(t)
	l.burst(members)
	heap, goroutines := memory()
	var took []time.Duration
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for end := time.Now().Add(total); time.Now().Before(end); <-tick.C {
		took = append(took, l.burst(members)...)
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
	l.stop()
	if left := stacks("discordgo.", "gateway.(*Supervisor)", "gateway.(*shard)", "gateway.(*intake)"); strings.Contains(left, "intake") {
		t.Errorf("goroutines left:\n%s", left)
	}
}

// TestMemory answers many interactions, 100,000 with VERBATIM_LOAD, and holds that they leave nothing behind. discordgo's
// own methods would leave 458 bytes each.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no load")
	}
	n := 2000
	if _, long := loadTime(t); long {
		n = 100_000
	}
	l := newLoad(t)
	for range 20 { // fills the fake's replay buffer
		l.burst(50)
	}
	heap, goroutines := memory()
	for range n / 50 {
		l.burst(50)
	}
	heapAfter, goroutinesAfter := memory()
	t.Logf("%d interactions: heap %d -> %d KiB, goroutines %d -> %d", n, heap>>10, heapAfter>>10, goroutines, goroutinesAfter)
	if grown := int64(heapAfter) - int64(heap); grown > int64(n)*100 { //nolint:gosec // far below the limits
		t.Errorf("%d interactions left %d bytes, %d each", n, grown, grown/int64(n))
	}
	if goroutinesAfter > goroutines+10 {
		t.Errorf("goroutines grew from %d to %d", goroutines, goroutinesAfter)
	}
	l.stop()
}

// BenchmarkFirstResponse is one interaction after the other: event, decoding, handler, callback.
func BenchmarkFirstResponse(b *testing.B) {
	l := newLoad(b)
	for b.Loop() {
		l.burst(1)
	}
	b.StopTimer()
	l.stop()
}

// BenchmarkBurst is 200 members at once; it reports the slowest first response.
func BenchmarkBurst(b *testing.B) {
	l := newLoad(b)
	var worst time.Duration
	for b.Loop() {
		worst = max(worst, slices.Max(l.burst(200)))
	}
	b.StopTimer()
	b.ReportMetric(float64(worst.Microseconds())/1000, "slowest-ms")
	l.stop()
}
