package index

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	_ "modernc.org/sqlite" // the database that everybody would try first

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// babble makes articles of invented words whose frequencies fall as those of
// real text do (Zipf's law), with the common words of English between them.
type babble struct {
	random *rand.Rand
	words  []string
	zipf   *rand.Zipf
}

func newBabble(seed uint64) *babble {
	random := rand.New(rand.NewPCG(seed, 1))
	b := &babble{random: random}
	b.words = strings.Fields("the of to and a in is that it was for on are with as at be this from by")
	syllables := strings.Fields("ba re mi to lu ka ne so vi da pel tor gan mir sel dov rin ast")
	for len(b.words) < 30_000 {
		w := ""
		for range 2 + random.IntN(3) {
			w += syllables[random.IntN(len(syllables))]
		}
		b.words = append(b.words, w)
	}
	b.zipf = rand.NewZipf(random, 1.1, 3, uint64(len(b.words)-1))
	return b
}

func (b *babble) sentence(words int) string {
	out := make([]string, words)
	for i := range out {
		out[i] = b.words[b.zipf.Uint64()]
	}
	return strings.Join(out, " ") + "."
}

// article has n paragraphs of about 30 words.
func (b *babble) article(n int) *corpus.Article {
	texts := make([]string, n)
	for i := range texts {
		texts[i] = b.sentence(20 + b.random.IntN(21))
	}
	return article(b.sentence(5), texts...)
}

// question takes a few neighbouring words of a paragraph.
func (b *babble) question(a *corpus.Article) string {
	words := strings.Fields(a.Paragraphs[b.random.IntN(len(a.Paragraphs))].Text)
	n := min(len(words), 4+b.random.IntN(5))
	at := b.random.IntN(len(words) - n + 1)
	return "what was " + strings.Join(words[at:at+n], " ") + "?"
}

// rival answers a question as another program would: k hits at most.
type rival struct {
	name string
	ask  func(question string, k int) error
	took []time.Duration
}

// quantile of the times, in microseconds.
func (r *rival) quantile(q float64) float64 {
	slices.Sort(r.took)
	return float64(r.took[int(q*float64(len(r.took)-1))]) / float64(time.Microsecond)
}

// plainBleve indexes the passages with Bleve's own mapping and asks with its
// MatchQuery: the candidates' fetch as a tutorial would write it.
func plainBleve(b *testing.B, articles []*corpus.Article) *rival {
	b.Helper()
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = "en"
	in, err := bleve.NewUsing(filepath.Join(b.TempDir(), "plain"), mapping, scorch.Name, scorch.Name, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = in.Close() })
	batch := in.NewBatch()
	for i, a := range articles {
		for n, p := range a.Paragraphs {
			if err := batch.Index(fmt.Sprintf("a%d/%d", i+1, n+1), map[string]string{"text": p.Text}); err != nil {
				b.Fatal(err)
			}
		}
		if batch.Size() >= batchPassages || i == len(articles)-1 {
			if err := in.Batch(batch); err != nil {
				b.Fatal(err)
			}
			batch = in.NewBatch()
		}
	}
	return &rival{name: "bleve", ask: func(question string, k int) error {
		q := bleve.NewMatchQuery(question)
		q.SetField("text")
		_, err := in.Search(bleve.NewSearchRequestOptions(q, k, 0, false))
		return err
	}}
}

// fts5 indexes the passages in SQLite, with the porter stemmer and the
// question's words joined by OR.
func fts5(b *testing.B, articles []*corpus.Article) *rival {
	b.Helper()
	db, err := sql.Open("sqlite", filepath.Join(b.TempDir(), "fts.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	ctx := b.Context()
	if _, err := db.ExecContext(ctx, `create virtual table passage using fts5(id unindexed, text, tokenize='porter')`); err != nil {
		b.Fatal(err)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		b.Fatal(err)
	}
	for i, a := range articles {
		for n, p := range a.Paragraphs {
			if _, err := tx.ExecContext(ctx, `insert into passage values (?, ?)`, fmt.Sprintf("a%d/%d", i+1, n+1), p.Text); err != nil {
				b.Fatal(err)
			}
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
	return &rival{name: "fts5", ask: func(question string, k int) (err error) {
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

// inLibrary asks the library, in the middle of other servers' articles.
func inLibrary(b *testing.B, articles []*corpus.Article) *rival {
	b.Helper()
	d := openDesk(b)
	other := newBabble(99)
	var drafts []store.Draft
	for _, a := range articles {
		drafts = append(drafts, store.Draft{Article: a})
	}
	if _, err := d.records.Add("1001", "bench", drafts...); err != nil {
		b.Fatal(err)
	}
	d.record(b, "1002", other.article(30), other.article(30))
	for _, guild := range []string{"1001", "1002"} {
		if err := d.library.Sync(b.Context(), guild); err != nil {
			b.Fatal(err)
		}
	}
	s, err := d.library.Scope("1001")
	if err != nil {
		b.Fatal(err)
	}
	return &rival{name: "verbatim", ask: func(question string, k int) error {
		_, err := s.Search(context.Background(), question, k)
		return err
	}}
}

// BenchmarkSearch asks the same questions of the library, of plain Bleve and
// of SQLite FTS5, in turn, for 50 candidates. It reports the median and the
// 99th percentile of each in microseconds, and the ratios of the medians.
func BenchmarkSearch(b *testing.B) {
	for _, size := range []struct {
		name                 string
		articles, paragraphs int
	}{
		{"1 article", 1, 15},
		{"1,000 articles", 1000, 30},
		{"100,000 passages", 3334, 30},
	} {
		b.Run(size.name, func(b *testing.B) {
			if testing.Short() && size.articles > 1 {
				b.Skip("takes half a minute to build")
			}
			words := newBabble(1)
			var articles []*corpus.Article
			for range size.articles {
				articles = append(articles, words.article(size.paragraphs))
			}
			rivals := []*rival{inLibrary(b, articles), plainBleve(b, articles), fts5(b, articles)}
			var questions []string
			for range 512 {
				questions = append(questions, words.question(articles[words.random.IntN(len(articles))]))
			}
			n := 0
			for b.Loop() {
				question := questions[n%len(questions)]
				n++
				for _, r := range rivals {
					start := time.Now()
					if err := r.ask(question, 50); err != nil {
						b.Fatal(err)
					}
					r.took = append(r.took, time.Since(start))
				}
			}
			b.ReportMetric(0, "ns/op") // of all three together, which says nothing
			for _, r := range rivals {
				b.ReportMetric(math.Round(r.quantile(.5)), r.name+"-p50-µs")
				b.ReportMetric(math.Round(r.quantile(.99)), r.name+"-p99-µs")
			}
			b.ReportMetric(rivals[0].quantile(.5)/rivals[1].quantile(.5), "of-bleve")
			b.ReportMetric(rivals[0].quantile(.5)/rivals[2].quantile(.5), "of-fts5")
		})
	}
}

// BenchmarkMemory is what the command line pays for one article: the scope,
// and the first search with it.
func BenchmarkMemory(b *testing.B) {
	a := newBabble(2).article(15)
	b.Run("scope", func(b *testing.B) {
		for b.Loop() {
			if _, err := Memory(a); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("first search", func(b *testing.B) {
		for b.Loop() {
			s, err := Memory(a)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := s.Search(b.Context(), "what was the matter", 10); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkSync is the change of one article in a server of n.
func BenchmarkSync(b *testing.B) {
	for _, n := range []int{1, 1000} {
		b.Run(fmt.Sprintf("%d articles", n), func(b *testing.B) {
			d := openDesk(b)
			words := newBabble(3)
			var articles []*corpus.Article
			for range n {
				articles = append(articles, words.article(30))
			}
			d.record(b, "1001", articles...)
			if err := d.library.Sync(b.Context(), "1001"); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				b.StopTimer()
				if _, err := d.records.Replace("1001", "bench", "a1", store.Draft{Article: words.article(30)}); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				if err := d.library.Sync(b.Context(), "1001"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkReindex makes a server of one article anew, among a thousand.
func BenchmarkReindex(b *testing.B) {
	d := openDesk(b)
	words := newBabble(3)
	for i := range 1000 {
		d.record(b, fmt.Sprint(2000+i), words.article(30))
	}
	for i := range 1000 {
		if err := d.library.Sync(b.Context(), fmt.Sprint(2000+i)); err != nil {
			b.Fatal(err)
		}
	}
	i := 0
	for b.Loop() {
		if _, err := d.library.Reindex(b.Context(), fmt.Sprint(2000+i%1000), "bench", quiet); err != nil {
			b.Fatal(err)
		}
		i++
	}
}
