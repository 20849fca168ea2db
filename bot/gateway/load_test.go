package gateway_test

import (
	"context"
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
	return discordtest.FirstResponses(l.tb, n, l.answered)
}

// TestLoad lets members ask at once, every second, and nothing may be left behind; see [discordtest.Load].
func TestLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no load")
	}
	l := newLoad(t)
	discordtest.Load(t, l.burst)
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
	if _, long := discordtest.LoadTime(t); long {
		n = 100_000
	}
	l := newLoad(t)
	for range 20 { // fills the fake's replay buffer
		l.burst(50)
	}
	heap, goroutines := discordtest.Memory()
	for range n / 50 {
		l.burst(50)
	}
	heapAfter, goroutinesAfter := discordtest.Memory()
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
