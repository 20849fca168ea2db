package journal

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/cluster/natstest"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// BenchmarkAct measures a moderator's act, a new article of a kilobyte: on a
// data folder of its own, with one NATS server, with three; by one moderator
// after the other, and by eight at once in eight guilds.
func BenchmarkAct(b *testing.B) {
	for _, kind := range []struct {
		name    string
		servers func(testing.TB) *natstest.Cluster
	}{{"alone", nil}, {"one", natstest.One}, {"three", natstest.Three}} {
		for _, hands := range []int{1, 8} {
			b.Run(fmt.Sprintf("nats=%s/moderators=%d", kind.name, hands), func(b *testing.B) {
				var s *store.Store
				if kind.servers == nil {
					s = records(b, b.TempDir())
					b.Cleanup(func() { _ = s.Close() })
				} else {
					_, js := kind.servers(b).Connect()
					s = join(b, js, "").store
				}
				measure(b, s, hands)
			})
		}
	}
}

// measure reports acts per second, and the median and the 99th percentile of how
// long one takes.
func measure(b *testing.B, s *store.Store, hands int) {
	b.Helper()
	d := draft(b, "A town hall.\n\n"+string(slices.Repeat([]byte("Words of a town. "), 60)))
	took := make([]time.Duration, b.N)
	var work sync.WaitGroup
	b.ResetTimer()
	for hand := range hands {
		work.Go(func() {
			for n := hand; n < b.N; n += hands {
				d := d // with an original that nobody has kept yet
				d.Original = fmt.Append(slices.Clip(d.Original), n)
				start := time.Now()
				if _, err := s.Add(fmt.Sprint(hand+1), "m", d); err != nil {
					b.Error(err)
				}
				took[n] = time.Since(start)
			}
		})
	}
	work.Wait()
	b.StopTimer()
	slices.Sort(took)
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "acts/s")
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}
