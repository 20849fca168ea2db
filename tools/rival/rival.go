// Package rival holds what benchmarks compare the library and the engine with:
// the same passages in plain Bleve and in SQLite's FTS5. Only tests import it,
// so that neither SQLite nor this comes into the program.
package rival

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	_ "modernc.org/sqlite" // the database that everybody would try first

	"github.com/verbatim-bot/verbatim/corpus"
)

// Rival answers a question as one program would, and knows how long it took.
type Rival struct {
	Name string
	Ask  func(question string) error

	took []time.Duration
}

// quantile of the times, in microseconds.
func (r *Rival) quantile(q float64) float64 {
	return float64(r.took[int(q*float64(len(r.took)-1))]) / float64(time.Microsecond)
}

// Compare asks the questions of all rivals in turn, over and over, and reports
// the median and the 99th percentile of each in microseconds, and the ratios of
// the first one's median to the others'.
func Compare(b *testing.B, questions []string, rivals ...*Rival) {
	b.Helper()
	for i := 0; b.Loop(); i++ {
		for _, r := range rivals {
			start := time.Now()
			if err := r.Ask(questions[i%len(questions)]); err != nil {
				b.Fatal(err)
			}
			r.took = append(r.took, time.Since(start))
		}
	}
	b.ReportMetric(0, "ns/op") // of all together, which says nothing
	for _, r := range rivals {
		slices.Sort(r.took)
		b.ReportMetric(math.Round(r.quantile(.5)), r.Name+"-p50-µs")
		b.ReportMetric(math.Round(r.quantile(.99)), r.Name+"-p99-µs")
	}
	for _, r := range rivals[1:] {
		b.ReportMetric(rivals[0].quantile(.5)/r.quantile(.5), "of-"+r.Name)
	}
}

// batch is how many passages the rivals take at once.
const batch = 1000

// Bleve indexes the passages on disk with Bleve's own mapping and asks with its
// MatchQuery for k hits: the fetch as a tutorial would write it.
func Bleve(b *testing.B, articles []*corpus.Article, k int) *Rival {
	b.Helper()
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = "en"
	in, err := bleve.New(filepath.Join(b.TempDir(), "plain"), mapping)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = in.Close() })
	some := in.NewBatch()
	for id, text := range passages(articles) {
		if err := some.Index(id, map[string]string{"text": text}); err != nil {
			b.Fatal(err)
		}
		if some.Size() >= batch {
			if err := in.Batch(some); err != nil {
				b.Fatal(err)
			}
			some = in.NewBatch()
		}
	}
	if err := in.Batch(some); err != nil {
		b.Fatal(err)
	}
	return &Rival{Name: "bleve", Ask: func(question string) error {
		q := bleve.NewMatchQuery(question)
		q.SetField("text")
		_, err := in.Search(bleve.NewSearchRequestOptions(q, k, 0, false))
		return err
	}}
}

// FTS5 indexes the passages in SQLite on disk with its Porter stemmer and asks
// for k hits, the question's words joined by OR.
func FTS5(b *testing.B, articles []*corpus.Article, k int) *Rival {
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
	for id, text := range passages(articles) {
		if _, err := tx.ExecContext(b.Context(), `insert into passage values (?, ?)`, id, text); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	return &Rival{Name: "fts5", Ask: func(question string) (err error) {
		words := strings.Fields(strings.Trim(question, "?"))
		for i, w := range words {
			words[i] = `"` + strings.Trim(w, ".") + `"`
		}
		rows, err := db.QueryContext(context.Background(), `select id, bm25(passage) from passage where passage match ? order by bm25(passage) limit ?`, strings.Join(words, " OR "), k)
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

// passages yields all paragraphs with an identifier for each.
func passages(articles []*corpus.Article) func(yield func(id, text string) bool) {
	return func(yield func(id, text string) bool) {
		for i, a := range articles {
			for n, p := range a.Paragraphs {
				if !yield(fmt.Sprintf("a%d/%d", i+1, n+1), p.Text) {
					return
				}
			}
		}
	}
}
