package discordtest

import (
	"os"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"
)

// LoadTime is how long a load test goes on: three seconds, or what VERBATIM_LOAD says ("60s"), which makes it a long one.
func LoadTime(tb testing.TB) (total time.Duration, long bool) {
	tb.Helper()
	s := os.Getenv("VERBATIM_LOAD")
	if s == "" {
		return 3 * time.Second, false
	}
	total, err := time.ParseDuration(s)
	if err != nil {
		tb.Fatal(err)
	}
	return total, true
}

// Load makes a burst every second: of 50 members for three seconds, or with VERBATIM_LOAD set of 200 for as long as it says;
// then 99 of 100 must have the first response in 250 ms, and all in 3 s. Memory must not grow by more than 4 MiB. burst
// lets members use the bot at once and gives how long each waited for the first response, as [FirstResponses] does.
func Load(tb testing.TB, burst func(members int) []time.Duration) {
	tb.Helper()
	total, long := LoadTime(tb)
	members := 50
	if long {
		members = 200
	}
	burst(members)
	heap, goroutines := Memory()
	var took []time.Duration
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for end := time.Now().Add(total); time.Now().Before(end); <-tick.C {
		took = append(took, burst(members)...)
	}
	heapAfter, goroutinesAfter := Memory()
	slices.Sort(took)
	p := func(share float64) time.Duration { return took[int(share*float64(len(took)-1))] }
	tb.Logf("%d questions in %v by %d members at once: p50 %v, p99 %v, slowest %v; heap %d -> %d KiB, goroutines %d -> %d",
		len(took), total, members, p(0.5), p(0.99), p(1), heap>>10, heapAfter>>10, goroutines, goroutinesAfter)
	if long && (p(0.99) > 250*time.Millisecond || p(1) > 3*time.Second) {
		tb.Errorf("p99 is %v, the slowest %v, want 250ms and 3s", p(0.99), p(1))
	}
	if heapAfter > heap+4<<20 {
		tb.Errorf("heap grew from %d to %d KiB", heap>>10, heapAfter>>10)
	}
}

// Guilds makes ids of n servers, the first of them [GuildID], which fall to shards one after the other.
func Guilds(n int) []string {
	first, _ := strconv.ParseUint(GuildID, 10, 64)
	ids := make([]string, n)
	for i := range ids {
		ids[i] = strconv.FormatUint(first+uint64(i)<<22, 10) //nolint:gosec // not negative
	}
	return ids
}

// FirstResponses collects what [Options.Answered] tells of n interactions. The test ends when they take a minute.
func FirstResponses(tb testing.TB, n int, answered <-chan time.Duration) (took []time.Duration) {
	tb.Helper()
	late := time.NewTimer(time.Minute)
	defer late.Stop()
	for range n {
		select {
		case d := <-answered:
			took = append(took, d)
		case <-late.C:
			tb.Fatalf("%d of %d questions without a first response", n-len(took), n)
		}
	}
	return took
}

// Memory is what lives after a collection, and how many goroutines there are.
func Memory() (heap uint64, goroutines int) {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc, runtime.NumGoroutine()
}
