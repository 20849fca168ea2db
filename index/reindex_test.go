package index

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

func quiet(Progress) {}

func (d *desk) generation(tb testing.TB) store.Generation {
	tb.Helper()
	g, err := d.records.Guild("1001")
	if err != nil {
		tb.Fatal(err)
	}
	return g.Generation
}

func TestReindex(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
	d.add(t, "1002", article("Nets", "Nothing but nets."))

	var steps []Progress
	r, err := d.library.Reindex(t.Context(), "1001", "tester", func(p Progress) { steps = append(steps, p) })
	if err != nil {
		t.Fatal(err)
	}
	want := Report{Generation: 2, Articles: 2, Passages: 5}
	if diff := cmp.Diff(want, r, cmpopts.IgnoreFields(Report{}, "Took", "Quotes")); diff != "" {
		t.Errorf("Report (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Progress{{Building, 1, 2}, {Building, 2, 2}, {Checking, 1, 2}, {Checking, 2, 2}}, steps); diff != "" {
		t.Errorf("Progress (-want +got):\n%s", diff)
	}
	d.wantFound(t, "1001", "cable", "a2¶2")
	d.wantFound(t, "1002", "nets", "a1¶1")
	// Both generations and the other server: (3+2 passages + 2 cards) * 2 + 1 + 1.
	if n := d.count(t); n != 16 {
		t.Errorf("%d documents, want 16", n)
	}
	if _, err := d.library.Reindex(t.Context(), "1001", "tester", quiet); err != nil {
		t.Fatal(err)
	}
	d.wantCount(t, 16) // the oldest generation goes
	if g := d.generation(t); g.Serving != 3 || g.Previous != 2 {
		t.Errorf("generation %+v, want 3 after 2", g)
	}
	d.wantFound(t, "1001", "cable", "a2¶2")
}

func TestReindexNothing(t *testing.T) {
	d := openDesk(t)
	r, err := d.library.Reindex(t.Context(), "1001", "tester", quiet)
	if err != nil || r.Articles != 0 {
		t.Errorf("a server without articles: %+v, %v", r, err)
	}
}

func TestReindexCancelled(t *testing.T) {
	d := openDesk(t)
	var many []*corpus.Article
	for i := range 20 {
		many = append(many, article("Story", fmt.Sprintf("Lighthouse number %d went dark.", i)))
	}
	d.add(t, "1001", many...)
	before := d.count(t)
	for _, at := range []int{1, 10, 20, 21, 30, 40} {
		t.Run(fmt.Sprintf("after %d steps", at), func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			steps := 0
			_, err := d.library.Reindex(ctx, "1001", "tester", func(Progress) {
				if steps++; steps == at {
					cancel()
				}
			})
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("Reindex: %v, want context.Canceled", err)
			}
			if n := d.count(t); n != before {
				t.Errorf("%d documents are left, were %d", n, before)
			}
			if g := d.generation(t); g != (store.Generation{}) {
				t.Errorf("generation is now %+v", g)
			}
			d.wantFound(t, "1001", "number 7", "a8¶1", "a1¶1", "a2¶1", "a3¶1", "a4¶1", "a5¶1", "a6¶1", "a7¶1", "a9¶1", "a10¶1")
		})
	}
}

func TestReindexBusy(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...))
	_, err := d.library.Reindex(t.Context(), "1001", "tester", func(p Progress) {
		if p.Stage != Building {
			return
		}
		if _, err := d.library.Reindex(t.Context(), "1001", "tester", quiet); !errors.Is(err, ErrBusy) {
			t.Errorf("Reindex within Reindex: %v, want ErrBusy", err)
		}
		if err := d.library.Rollback(t.Context(), "1001", "tester"); !errors.Is(err, ErrBusy) {
			t.Errorf("Rollback within Reindex: %v, want ErrBusy", err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestReindexWhileRecordsChange(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...), article("Old", "Candles."))
	once := sync.OnceFunc(func() {
		d.add(t, "1001", article("Late", "Windmills turned."))
		if _, err := d.records.Remove("1001", "tester", "a1"); err != nil {
			t.Error(err)
		}
		if _, err := d.records.Replace("1001", "tester", "a3", store.Draft{Article: article("Old", "Torches.", "Torches again.")}); err != nil {
			t.Error(err)
		}
		d.wantFound(t, "1001", "windmills", "a4¶1")
	})
	r, err := d.library.Reindex(t.Context(), "1001", "tester", func(p Progress) {
		if p.Stage == Checking {
			once()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if r.Articles != 3 || r.Passages != 5 {
		t.Errorf("report %+v, want 3 articles with 5 passages", r)
	}
	check := func() {
		d.wantFound(t, "1001", "windmills", "a4¶1")
		d.wantFound(t, "1001", "nets")
		d.wantFound(t, "1001", "candles")
		d.wantFound(t, "1001", "torches", "a3¶2", "a3¶1") // the first has the title with it
	}
	check()
	d.close(t)
	d.open(t)
	check()
}

func TestRollback(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
	if err := d.library.Rollback(t.Context(), "1001", "tester"); !errors.Is(err, ErrNoGeneration) {
		t.Errorf("Rollback of the first generation: %v, want ErrNoGeneration", err)
	}
	if _, err := d.library.Reindex(t.Context(), "1001", "tester", quiet); err != nil {
		t.Fatal(err)
	}
	d.add(t, "1001", article("Late", "Windmills turned."))
	if _, err := d.records.Remove("1001", "tester", "a1"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []uint64{1, 2, 1} {
		if err := d.library.Rollback(t.Context(), "1001", "tester"); err != nil {
			t.Fatal(err)
		}
		if g := d.generation(t); g.Serving != want {
			t.Errorf("generation %d serves, want %d", g.Serving, want)
		}
		d.wantFound(t, "1001", "windmills", "a3¶1")
		d.wantFound(t, "1001", "nets")
		d.wantFound(t, "1001", "cable", "a2¶2")
	}
	// A number that was used is not used again.
	if r, err := d.library.Reindex(t.Context(), "1001", "tester", quiet); err != nil || r.Generation != 3 {
		t.Errorf("Reindex: generation %d, %v, want 3", r.Generation, err)
	}
	d.wantFound(t, "1001", "windmills", "a3¶1")
}

// TestReadersDuringReindex asks all the time while the server is reindexed
// and changed: nothing fails, and what did not change is always found.
func TestReadersDuringReindex(t *testing.T) {
	d := openDesk(t)
	var many []*corpus.Article
	for i := range 60 {
		many = append(many, article(fmt.Sprintf("Story %d", i), fmt.Sprintf("Lighthouse word%d went dark.", i), "The keeper slept."))
	}
	d.add(t, "1001", many...)
	d.ready(t)
	s, err := d.library.Scope("1001")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	asked := make([]int, 4)
	for r := range asked {
		readers.Go(func() {
			for i := 0; ctx.Err() == nil; i++ {
				n := i % 50
				hits, err := s.Search(t.Context(), fmt.Sprintf("word%d", n), 3)
				want := fmt.Sprintf("a%d", n+1)
				if err != nil || len(hits) != 1 || hits[0].Article != want {
					t.Errorf("reader %d, question %d: %v, %v, want %s", r, i, hits, err, want)
					return
				}
				if _, err := s.Document(t.Context(), want); err != nil {
					t.Error(err)
					return
				}
				if _, err := s.Speakers(t.Context()); err != nil {
					t.Error(err)
					return
				}
				asked[r]++
			}
		})
	}
	for i := range 8 {
		if _, err := d.library.Reindex(t.Context(), "1001", "tester", quiet); err != nil {
			t.Error(err)
		}
		id := fmt.Sprintf("a%d", 55+i%5)
		if _, err := d.records.Replace("1001", "tester", id, store.Draft{Article: article("New", fmt.Sprintf("Beacon %d.", i))}); err != nil {
			t.Error(err)
		}
		if err := d.library.Sync(t.Context(), "1001"); err != nil {
			t.Error(err)
		}
	}
	cancel()
	readers.Wait()
	t.Logf("questions asked by each reader: %v", asked)
	for _, n := range asked {
		if n == 0 {
			t.Error("a reader asked nothing")
		}
	}
}
