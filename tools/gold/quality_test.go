package gold_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/tools/gold"
)

var update = flag.Bool("update", false, "rewrite golden files")

// TestQuality compares the figures on the development articles with those of
// the golden file, so that a change of any figure shows in review.
func TestQuality(t *testing.T) {
	shared := os.Getenv("VERBATIM_SHARED")
	if shared == "" {
		t.Skip("VERBATIM_SHARED is not set: no articles to measure on")
	}
	records, err := gold.Read(gold.Path(shared, "dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var s gold.Score
	for _, r := range records {
		a, err := r.Article()
		if err != nil {
			t.Fatal(err)
		}
		s.Add(r, a, quote.Extract(a))
	}
	path := filepath.Join("testdata", "quality.golden")
	got := s.String()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("figures changed (-golden +now); if that is meant, run with -update:\n%s", diff)
	}
}

// BenchmarkNews measures on the development articles.
func BenchmarkNews(b *testing.B) {
	shared := os.Getenv("VERBATIM_SHARED")
	if shared == "" {
		b.Skip("VERBATIM_SHARED is not set: no articles to measure on")
	}
	records, err := gold.Read(gold.Path(shared, "dev.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	var all []*corpus.Article
	size := 0
	for _, r := range records {
		a, err := r.Article()
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, a)
		size += a.Size()
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, a := range all {
			quote.Extract(a)
		}
	}
}
