package index

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/corpus"
)

// The long measurements are made when asked for: busyEnv is how long to ask
// beside writers (a time.Duration), articlesEnv how many articles to reindex.
const (
	busyEnv     = "VERBATIM_TEST_BUSY"
	articlesEnv = "VERBATIM_TEST_ARTICLES"
)

// TestBusy asks a server while articles are added to it and it is reindexed:
// no question may fail. With busyEnv it also compares how long they take with
// how long they take when nothing is written.
func TestBusy(t *testing.T) {
	long, _ := time.ParseDuration(os.Getenv(busyEnv))
	d := openDesk(t)
	words := newBabble(7)
	var articles []*corpus.Article
	for range 200 {
		articles = append(articles, words.article(30))
	}
	d.add(t, "1001", articles...)
	var questions []string
	for _, a := range articles[:50] {
		questions = append(questions, words.question(a))
	}
	// ask asks until ctx ends, as a reader does: it searches, and reads the
	// article of the best hit with its quotes.
	ask := func(ctx context.Context) (took []time.Duration) {
		for i := 0; ctx.Err() == nil; i++ {
			start := time.Now()
			s, err := d.library.Scope("1001")
			if err != nil {
				t.Error(err)
				return took
			}
			hits, err := s.Search(t.Context(), questions[i%len(questions)], 50)
			if err == nil && len(hits) > 0 {
				_, err = s.Document(t.Context(), hits[0].Article)
			}
			if err != nil {
				t.Errorf("question %d: %v", i, err)
				return took
			}
			took = append(took, time.Since(start))
			time.Sleep(time.Millisecond) //nolint:forbidigo // as people do, and so that the writers get a processor
		}
		return took
	}
	each := max(long, time.Second)
	quietly, cancel := context.WithTimeout(t.Context(), each)
	alone := ask(quietly)
	cancel()
	writing, cancel := context.WithTimeout(t.Context(), each)
	defer cancel()
	var writer sync.WaitGroup
	adds, reindexes := 0, 0
	writer.Go(func() {
		for n := 0; writing.Err() == nil; n++ {
			if n%4 == 3 {
				if _, err := d.library.Reindex(t.Context(), "1001", "tester", quiet); err != nil {
					t.Error(err)
				}
				reindexes++
				continue
			}
			d.add(t, "1001", words.article(30))
			adds++
		}
	})
	busy := ask(writing)
	writer.Wait()
	t.Logf("quiet: %s", spread(alone))
	t.Logf("beside %d adds and %d reindexes: %s", adds, reindexes, spread(busy))
	if adds == 0 || len(busy) == 0 {
		t.Error("nothing was added or asked")
	}
	if long > 0 {
		if q, b := alone[len(alone)*99/100], busy[len(busy)*99/100]; b > 2*q {
			t.Errorf("p99 %v beside writers, %v without: over twice", b, q)
		}
	}
}

// TestManyArticles reindexes a server of very many articles.
func TestManyArticles(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv(articlesEnv))
	if n == 0 {
		t.Skip(articlesEnv + " is not set")
	}
	d := openDesk(t)
	words := newBabble(8)
	for range n / 100 {
		var articles []*corpus.Article
		for range 100 {
			articles = append(articles, words.article(30))
		}
		d.record(t, "1001", articles...)
	}
	if err := d.library.Sync(t.Context(), "1001"); err != nil {
		t.Fatal(err)
	}
	last, longest, reports := time.Now(), time.Duration(0), 0
	r, err := d.library.Reindex(t.Context(), "1001", "tester", func(Progress) {
		longest = max(longest, time.Since(last))
		last = time.Now()
		reports++
	})
	if err != nil {
		t.Fatal(err)
	}
	longest = max(longest, time.Since(last))
	t.Logf("%d articles, %d passages in %v, %d reports, %v at most between two; most memory %s", r.Articles, r.Passages,
		r.Took.Round(time.Millisecond), reports, longest.Round(time.Millisecond), mostResident(t))
	if r.Articles != n/100*100 || longest > 2*time.Second {
		t.Errorf("%d articles, %v without a report", r.Articles, longest)
	}
}

// mostResident is the most memory that this process ever had, on Linux.
func mostResident(t *testing.T) string {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "unknown"
	}
	for line := range strings.Lines(string(status)) {
		if kb, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(kb), "kB")))
			if err != nil {
				t.Fatal(err)
			}
			if n>>10 >= 500 {
				t.Errorf("%d MB", n>>10)
			}
			return fmt.Sprintf("%d MB", n>>10)
		}
	}
	return "unknown"
}
