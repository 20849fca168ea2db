package page

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// BenchmarkArticle opens an article of 60 paragraphs over a socket, to the first
// byte: one that was opened before, and one that has to be made.
func BenchmarkArticle(b *testing.B) {
	var text strings.Builder
	text.WriteString("Sixty\n")
	for i := range 60 {
		fmt.Fprintf(&text, "“We cannot repair wall %d while ships lie there,” said Marit Aas%d, who keeps the harbour. The council met for the %d. time this year.\n", i, i%12, i)
	}
	a, err := corpus.Parse("a.txt", []byte(text.String()))
	if err != nil {
		b.Fatal(err)
	}
	scope, err := index.Memory(a)
	if err != nil {
		b.Fatal(err)
	}
	for name, fresh := range map[string]bool{"kept": false, "made": true} {
		b.Run(name, func(b *testing.B) {
			p := pagesOf(func(string) (*index.Scope, error) { return scope, nil })
			s := httptest.NewServer(p)
			defer s.Close()
			var took []time.Duration
			for b.Loop() {
				if fresh {
					p.kept.cache().Purge()
				}
				begun := time.Now()
				r, err := s.Client().Get(s.URL + "/a/house/a1") //nolint:noctx // a benchmark
				if err != nil || r.StatusCode != http.StatusOK {
					b.Fatal(err)
				}
				took = append(took, time.Since(begun))
				if err := r.Body.Close(); err != nil {
					b.Fatal(err)
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-p50")
		})
	}
}
