package ask

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	_ "modernc.org/sqlite" // the database that everybody would try first

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// rival answers a question as another program would.
type rival struct {
	name string
	ask  func(question string) error
	took []time.Duration
}

// quantile of the times, in microseconds.
func (r *rival) quantile(q float64) float64 {
	slices.Sort(r.took)
	return float64(r.took[int(q*float64(len(r.took)-1))].Microseconds())
}

// server is a Library on disk with the articles in one server.
func server(b *testing.B, as []*corpus.Article) *index.Scope {
	b.Helper()
	records, err := store.Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	var drafts []store.Draft
	for _, a := range as {
		drafts = append(drafts, store.Draft{Article: a})
	}
	if _, err := records.Add("1001", "bench", drafts...); err != nil {
		b.Fatal(err)
	}
	l, err := index.Open(filepath.Join(b.TempDir(), "index"), records, slog.New(slog.DiscardHandler))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := errors.Join(l.Close(), records.Close()); err != nil {
			b.Error(err)
		}
	})
	if err := l.Sync(b.Context(), "1001"); err != nil {
		b.Fatal(err)
	}
	s, err := l.Scope("1001")
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// plainBleve gives 50 hits of Bleve's own MatchQuery.
func plainBleve(b *testing.B, as []*corpus.Article) *rival {
	b.Helper()
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = "en"
	in, err := bleve.New(filepath.Join(b.TempDir(), "plain"), mapping)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = in.Close() })
	batch := in.NewBatch()
	for i, a := range as {
		for n, p := range a.Paragraphs {
			if err := batch.Index(fmt.Sprintf("a%d/%d", i+1, n+1), map[string]string{"text": p.Text}); err != nil {
				b.Fatal(err)
			}
		}
		if batch.Size() >= 1000 || i == len(as)-1 {
			if err := in.Batch(batch); err != nil {
				b.Fatal(err)
			}
			batch = in.NewBatch()
		}
	}
	return &rival{name: "bleve", ask: func(question string) error {
		q := bleve.NewMatchQuery(question)
		q.SetField("text")
		_, err := in.Search(bleve.NewSearchRequestOptions(q, fetched, 0, false))
		return err
	}}
}

// fts5 gives 50 hits of SQLite, stemmed, the question's words joined by OR.
func fts5(b *testing.B, as []*corpus.Article) *rival {
	b.Helper()
	db, err := sql.Open("sqlite", filepath.Join(b.TempDir(), "fts.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	tx, err := db.BeginTx(b.Context(), nil)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := tx.ExecContext(b.Context(), `create virtual table passage using fts5(id unindexed, text, tokenize='porter')`); err != nil {
		b.Fatal(err)
	}
	for i, a := range as {
		for n, p := range a.Paragraphs {
			if _, err := tx.ExecContext(b.Context(), `insert into passage values (?, ?)`, fmt.Sprintf("a%d/%d", i+1, n+1), p.Text); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	return &rival{name: "fts5", ask: func(question string) (err error) {
		words := strings.Fields(strings.Trim(question, "?"))
		for i, w := range words {
			words[i] = `"` + strings.Trim(w, ".") + `"`
		}
		rows, err := db.QueryContext(context.Background(), `select id, bm25(passage) from passage where passage match ? order by bm25(passage) limit ?`, strings.Join(words, " OR "), fetched)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, rows.Close()) }()
		for rows.Next() {
			var id string
			var score float64
			if err := rows.Scan(&id, &score); err != nil {
				return err
			}
		}
		return rows.Err()
	}}
}

// BenchmarkRivals asks for full answers, for the hits of plain Bleve and for
// those of SQLite FTS5, in turn, of the same passages, once each question was
// asked before. It reports the median and the 99th percentile of each, and
// the ratios of the medians. The largest size needs VERBATIM_LARGE to be set.
func BenchmarkRivals(b *testing.B) {
	for _, size := range []struct {
		name                 string
		articles, paragraphs int
	}{{"1 article", 1, 15}, {"1,000 articles", 1000, 15}, {"100,000 passages", 3334, 30}} {
		b.Run(size.name, func(b *testing.B) {
			if size.articles > 1000 && os.Getenv("VERBATIM_LARGE") == "" {
				b.Skip("takes minutes: set VERBATIM_LARGE to run")
			}
			as := invented(size.articles, size.paragraphs)
			e, s := New(), server(b, as)
			ours := &rival{name: "verbatim", ask: func(q string) error {
				_, err := e.Ask(context.Background(), s, Question{Text: q})
				return err
			}}
			rivals := []*rival{ours, plainBleve(b, as), fts5(b, as)}
			qs := questionsOf(as, 250)
			for _, q := range qs {
				if err := ours.ask(q); err != nil {
					b.Fatal(err)
				}
			}
			for i := 0; b.Loop(); i++ {
				for _, r := range rivals {
					start := time.Now()
					if err := r.ask(qs[i%len(qs)]); err != nil {
						b.Fatal(err)
					}
					r.took = append(r.took, time.Since(start))
				}
			}
			b.ReportMetric(0, "ns/op") // of all three together, which says nothing
			for _, r := range rivals {
				b.ReportMetric(r.quantile(.5), r.name+"-p50-µs")
				b.ReportMetric(r.quantile(.99), r.name+"-p99-µs")
			}
			b.ReportMetric(ours.quantile(.5)/rivals[1].quantile(.5), "of-bleve")
			b.ReportMetric(ours.quantile(.5)/rivals[2].quantile(.5), "of-fts5")
		})
	}
}

// BenchmarkHostile asks what nobody means of one article; 20 ms is the most
// that any of it may take.
func BenchmarkHostile(b *testing.B) {
	s, err := index.Memory(invented(1, 15)...)
	if err != nil {
		b.Fatal(err)
	}
	e := New()
	for _, q := range []struct{ name, text string }{
		{"4,000 characters", "When did " + strings.Repeat("bavozu kelora the ", 222)},
		{"4,000 different words", questionsOf(invented(40, 15), 1)[0] + " " + invented(1, 40)[0].Paragraphs[7].Text + strings.Join(questionsOf(invented(40, 15), 60), " ")},
		{"punctuation", strings.Repeat("?!.,;:'’", 500) + " a"},
		{"emoji", strings.Repeat("👩‍👩‍👧🏽 ", 300) + "where"},
		{"regex", strings.Repeat(`(?i)[a-z]+\d{3}$|/re.*x/~2 +title:b^5 `, 100)},
		{"right to left", strings.Repeat("\u202eبا ba\u202d ", 400)},
		{"one long word", strings.Repeat("ba", 2000)},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.Ask(context.Background(), s, Question{Text: q.text}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
