package check_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/check"
)

// stressEnv is how long TestStress goes on, a time.Duration; without it, it is
// so many acts.
const (
	stressEnv  = "VERBATIM_TEST_STRESS"
	stressActs = 60
)

// yard is a server with articles that come and go.
type yard struct {
	records *store.Store
	library *index.Library
	n       int // articles ever made
}

// article makes an article that no other is like.
func (y *yard) article() store.Draft {
	y.n++
	a := &corpus.Article{Title: fmt.Sprintf("Gate %d", y.n), Language: "en", Paragraphs: []corpus.Paragraph{
		{Text: fmt.Sprintf("The gate of the harbour was closed on Monday after the storm, for the %dth time.", y.n)},
		{Text: fmt.Sprintf("“The gate is older than the ferry number %d,” said Ilse Brandt, the mayor.", y.n)},
		{Text: "Tomas Ruel, an engineer, said that every cable of the bridge had been tested twice."},
	}}
	return store.Draft{Article: a, Original: []byte(a.Paragraphs[0].Text)}
}

// act does one act of a moderator and brings the index up to it.
func (y *yard) act(ctx context.Context, random *rand.Rand) error {
	here, err := y.records.Articles("1001")
	if err != nil {
		return err
	}
	switch kind := random.IntN(8); {
	case len(here) < 4 || kind < 3 && len(here) < 12:
		_, err = y.records.Add("1001", "m", y.article())
	case kind < 5:
		_, err = y.records.Remove("1001", "m", here[random.IntN(len(here))].ID)
	case kind < 7:
		_, err = y.records.Replace("1001", "m", here[random.IntN(len(here))].ID, y.article())
	default:
		_, err = y.library.Reindex(ctx, "1001", "m", func(index.Progress) {})
	}
	if err != nil {
		return err
	}
	return y.library.Sync(ctx, "1001")
}

// TestStress asks and checks in a server whose articles are added, replaced and
// removed all the time: no question fails.
func TestStress(t *testing.T) {
	long, _ := time.ParseDuration(os.Getenv(stressEnv))
	dir := t.TempDir()
	records, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	library, err := index.Open(filepath.Join(dir, "index"), records, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(library.Close(), records.Close()); err != nil {
			t.Error(err)
		}
	})
	y := &yard{records: records, library: library}
	random := rand.New(rand.NewPCG(11, 12))
	for range 6 {
		if err := y.act(t.Context(), random); err != nil {
			t.Fatal(err)
		}
	}
	var done atomic.Bool
	var asked, checked, failed atomic.Int64
	var readers sync.WaitGroup
	reader := func(count *atomic.Int64, question func(*index.Scope, int) error) {
		readers.Go(func() {
			for i := 0; !done.Load(); i++ {
				s, err := library.Scope("1001")
				if err == nil {
					err = question(s, i)
				}
				if err != nil {
					failed.Add(1)
					t.Errorf("question %d: %v", i, err)
				}
				count.Add(1)
			}
		})
	}
	engine := ask.New()
	reader(&asked, func(s *index.Scope, i int) error {
		q := []string{"Why was the gate of the harbour closed?", "What did Ilse Brandt say about the ferry?", "Who said that every cable had been tested?", "what is this about"}
		_, err := engine.Ask(t.Context(), s, ask.Question{Text: q[i%len(q)]})
		return err
	})
	reader(&checked, func(s *index.Scope, _ int) error {
		_, err := check.Check(t.Context(), s, check.Purported{Text: "The gate is older than the ferry", Speaker: "Ilse Brandt"})
		return err
	})
	acts := 0
	for start := time.Now(); acts < stressActs || time.Since(start) < long; acts++ {
		if err := y.act(t.Context(), random); err != nil {
			t.Error(err)
			break
		}
	}
	done.Store(true)
	readers.Wait()
	t.Logf("%d asks, %d checks beside %d acts, %d failed", asked.Load(), checked.Load(), acts, failed.Load())
	if asked.Load() == 0 || checked.Load() == 0 {
		t.Error("nothing was asked")
	}
}
