package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/pprof"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/engine"
)

// desk is a data folder that a test opens, damages and opens again.
type desk struct {
	dir     string
	records *store.Store
	library *Library
}

// openDesk opens a new data folder for the time of the test.
func openDesk(tb testing.TB) *desk {
	tb.Helper()
	d := &desk{dir: tb.TempDir()}
	d.open(tb)
	tb.Cleanup(func() { d.close(tb) })
	return d
}

func (d *desk) open(tb testing.TB) {
	tb.Helper()
	var err error
	if d.records, err = store.Open(d.dir); err != nil {
		tb.Fatal(err)
	}
	if d.library, err = Open(filepath.Join(d.dir, "index"), d.records, slog.New(slog.NewTextHandler(testWriter{tb}, nil))); err != nil {
		tb.Fatal(err)
	}
}

// close closes what is open; closing twice does nothing.
func (d *desk) close(tb testing.TB) {
	tb.Helper()
	if d.library == nil {
		return
	}
	if err := errors.Join(d.library.Close(), d.records.Close()); err != nil {
		tb.Error(err)
		// A close that hangs is seldom: what it waited for is worth having.
		if err := pprof.Lookup("goroutine").WriteTo(testWriter{tb}, 2); err != nil {
			tb.Error(err)
		}
	}
	d.library, d.records = nil, nil
}

// testWriter logs into the test's output.
type testWriter struct{ tb testing.TB }

func (w testWriter) Write(p []byte) (int, error) {
	w.tb.Logf("%s", p)
	return len(p), nil
}

// add stores articles and indexes them.
func (d *desk) add(tb testing.TB, guild string, articles ...*corpus.Article) {
	tb.Helper()
	d.record(tb, guild, articles...)
	if err := d.library.Sync(tb.Context(), guild); err != nil {
		tb.Fatal(err)
	}
}

// record stores articles without telling the index.
func (d *desk) record(tb testing.TB, guild string, articles ...*corpus.Article) {
	tb.Helper()
	var drafts []store.Draft
	for _, a := range articles {
		drafts = append(drafts, store.Draft{Article: a, Original: []byte(a.Title + a.Paragraphs[0].Text)})
	}
	if _, err := d.records.Add(guild, "tester", drafts...); err != nil {
		tb.Fatal(err)
	}
}

// found gives the hits of a question as "a1¶2".
func (d *desk) found(tb testing.TB, guild, text string) []string {
	tb.Helper()
	s, err := d.library.Scope(guild)
	if err != nil {
		tb.Fatal(err)
	}
	hits, err := s.Search(tb.Context(), text, 10)
	if err != nil {
		tb.Fatalf("Search(%q) in %s: %v", text, guild, err)
	}
	var got []string
	for _, h := range hits {
		if _, err := s.Document(tb.Context(), h.Article); err != nil {
			tb.Errorf("Search(%q) in %s gave %s: %v", text, guild, h.Article, err)
		}
		got = append(got, fmt.Sprintf("%s¶%d", h.Article, h.Paragraph))
	}
	return got
}

// ids lists the articles of a scope.
func ids(tb testing.TB, s *Scope) []string {
	tb.Helper()
	list, err := s.Headings(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	out := make([]string, len(list))
	for i, h := range list {
		out[i] = h.ID
	}
	return out
}

func (d *desk) wantFound(tb testing.TB, guild, text string, want ...string) {
	tb.Helper()
	if diff := cmp.Diff(want, d.found(tb, guild, text)); diff != "" {
		tb.Errorf("Search(%q) in %s (-want +got):\n%s", text, guild, diff)
	}
}

// ready waits until every server is in the index on disk.
func (d *desk) ready(tb testing.TB) {
	tb.Helper()
	ok := eventually(func() bool {
		st, err := d.library.Status()
		return err == nil && st.Ready
	})
	if !ok {
		tb.Fatal("index is not ready after a minute")
	}
}

// eventually reports whether done says so within a minute.
func eventually(done func() bool) bool {
	for deadline := time.Now().Add(time.Minute); !done(); <-time.After(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			return false
		}
	}
	return true
}

var (
	harbour = []string{
		"The harbour of Velmora closed on Tuesday after two ferries collided.",
		"“The sirens were tested a week before,” Mayor Ilse Brandt said.",
		"Fishermen lost their nets.",
	}
	bridge = []string{
		"A bridge over the Orlo opened after nine years.",
		"“Every cable was tested twice,” said the engineer, Tomas Ruel.",
	}
)

func TestLibrary(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
	d.add(t, "1002", article("Nets", "Nothing but nets."))
	d.add(t, store.House, article("House", "Lanterns and nets."))

	t.Run("own and house", func(t *testing.T) {
		d.wantFound(t, "1001", "lanterns", "h1¶1")
		d.wantFound(t, "1001", "cable", "a2¶2")
		d.wantFound(t, "1002", "cable")
		d.wantFound(t, "", "nets", "h1¶1")
		d.wantFound(t, "1003", "nets", "h1¶1")
	})
	t.Run("house off", func(t *testing.T) {
		if _, err := d.records.SetSettings("1002", "tester", func(s *store.Settings) { s.HouseOff = true }); err != nil {
			t.Fatal(err)
		}
		d.wantFound(t, "1002", "nets", "a1¶1")
		d.wantFound(t, "1002", "lanterns")
		s, err := d.library.Scope("1002")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Document(t.Context(), "h1"); !errors.Is(err, ErrNoArticle) {
			t.Errorf("Document(h1) error = %v, want ErrNoArticle", err)
		}
	})
	t.Run("replace", func(t *testing.T) {
		a := article("Harbour opens", "The harbour opened again.")
		if _, err := d.records.Replace("1001", "tester", "a1", store.Draft{Article: a, Original: []byte("x")}); err != nil {
			t.Fatal(err)
		}
		// Not indexed yet: what the index has of it is of no use any more.
		d.wantFound(t, "1001", "fishermen")
		if err := d.library.Sync(t.Context(), "1001"); err != nil {
			t.Fatal(err)
		}
		d.wantFound(t, "1001", "fishermen")
		d.wantFound(t, "1001", "harbour", "a1¶1")
	})
	t.Run("remove and restore", func(t *testing.T) {
		if _, err := d.records.Remove("1001", "tester", "a2"); err != nil {
			t.Fatal(err)
		}
		d.wantFound(t, "1001", "cable") // at once
		s, err := d.library.Scope("1001")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Document(t.Context(), "a2"); !errors.Is(err, ErrNoArticle) {
			t.Errorf("Document of a removed article: %v, want ErrNoArticle", err)
		}
		if err := d.library.Sync(t.Context(), "1001"); err != nil {
			t.Fatal(err)
		}
		d.wantFound(t, "1001", "cable")
		if err := d.records.Restore("1001", "tester", "a2"); err != nil {
			t.Fatal(err)
		}
		if err := d.library.Sync(t.Context(), "1001"); err != nil {
			t.Fatal(err)
		}
		d.wantFound(t, "1001", "cable", "a2¶2")
	})
	t.Run("ids", func(t *testing.T) {
		s, err := d.library.Scope("1001")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"a1", "a2", "h1"}, ids(t, s)); diff != "" {
			t.Errorf("IDs (-want +got):\n%s", diff)
		}
	})
}

func TestLibraryOpensAgain(t *testing.T) {
	// Each row leaves the data folder as some accident does. The questions
	// are asked at once and again when the index is whole.
	ours := strconv.Itoa(schema)
	for _, tt := range []struct {
		name   string
		damage func(index string) error
	}{
		{"nothing", func(string) error { return nil }},
		{"no index folder", func(dir string) error { return os.RemoveAll(dir) }},
		{"no schema folder", func(dir string) error { return os.RemoveAll(filepath.Join(dir, ours)) }},
		{"older schema only", func(dir string) error { return os.Rename(filepath.Join(dir, ours), filepath.Join(dir, "1")) }},
		{"no store folder", func(dir string) error { return os.RemoveAll(filepath.Join(dir, ours, "store")) }},
		{"root.bolt gone", func(dir string) error { return os.RemoveAll(filepath.Join(dir, ours, "store", "root.bolt")) }},
		{"root.bolt empty", func(dir string) error { return os.Truncate(filepath.Join(dir, ours, "store", "root.bolt"), 0) }},
		{"root.bolt halved", func(dir string) error { return halve(filepath.Join(dir, ours, "store", "root.bolt")) }},
		{"root.bolt overwritten", func(dir string) error { return flip(filepath.Join(dir, ours, "store", "root.bolt"), 4096) }},
		{"meta gone", func(dir string) error { return os.RemoveAll(filepath.Join(dir, ours, "index_meta.json")) }},
		{"meta empty", func(dir string) error { return os.Truncate(filepath.Join(dir, ours, "index_meta.json"), 0) }},
		{"segments gone", func(dir string) error { return each(dir, func(f string) error { return os.RemoveAll(f) }) }},
		{"segments empty", func(dir string) error { return each(dir, func(f string) error { return os.Truncate(f, 0) }) }},
		{"segments halved", func(dir string) error { return each(dir, func(f string) error { return halve(f) }) }},
		{"one bit in each segment", func(dir string) error { return each(dir, func(f string) error { return flip(f, 1) }) }},
		{"a file in place of the folder", func(dir string) error {
			return errors.Join(os.RemoveAll(filepath.Join(dir, ours)), os.WriteFile(filepath.Join(dir, ours), []byte("x"), 0o600))
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := openDesk(t)
			d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
			d.add(t, "1002", article("Nets", "Nothing but nets."))
			d.ready(t)
			d.close(t)
			if err := tt.damage(filepath.Join(d.dir, "index")); err != nil {
				t.Fatal(err)
			}
			d.open(t)
			ask := func() {
				d.wantFound(t, "1001", "cable", "a2¶2")
				d.wantFound(t, "1001", "nets", "a1¶3")
				d.wantFound(t, "1002", "nets", "a1¶1")
			}
			ask()
			d.ready(t)
			ask()
			d.close(t)
			d.open(t) // what was made again is whole, too
			d.ready(t)
			ask()
			left, err := os.ReadDir(filepath.Join(d.dir, "index"))
			if err != nil || len(left) != 1 {
				t.Errorf("left in the index folder: %v, %v", left, err)
			}
		})
	}
}

func TestLibraryInUse(t *testing.T) {
	d := openDesk(t)
	_, err := Open(filepath.Join(d.dir, "index"), d.records, slog.New(slog.DiscardHandler))
	if !errors.Is(err, engine.ErrInUse) {
		t.Errorf("second Open: %v, want ErrInUse", err)
	}
	d.add(t, "1001", article("Still works", harbour...)) // and the first is not harmed
	d.wantFound(t, "1001", "nets", "a1¶3")
}

func TestLibraryCatchesUp(t *testing.T) {
	// The records changed and the process died before the index did.
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
	d.ready(t)
	d.record(t, "1001", article("Late", "Windmills turned."))
	if _, err := d.records.Remove("1001", "tester", "a1"); err != nil {
		t.Fatal(err)
	}
	d.record(t, "1009", article("Never indexed", "Glaciers melted."))
	d.close(t)
	d.open(t)
	d.wantFound(t, "1001", "windmills", "a3¶1")
	d.wantFound(t, "1001", "nets")
	d.wantFound(t, "1001", "cable", "a2¶2")
	d.wantFound(t, "1009", "glaciers", "a1¶1")
}

func TestLibraryIndexing(t *testing.T) {
	d := openDesk(t)
	d.ready(t)
	var many []*corpus.Article
	for i := range maxOverlay + 1 {
		many = append(many, article(fmt.Sprintf("Story %d", i), fmt.Sprintf("Lighthouse number %d went dark.", i)))
	}
	d.record(t, "1001", many...)
	// Hold the server's share of the index still, as a long job does.
	write := &d.library.server("1001").write
	write.Lock()
	s, err := d.library.Scope("1001")
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Search(t.Context(), "lighthouse", 3)
	write.Unlock()
	var indexing *IndexingError
	if !errors.As(err, &indexing) || indexing.Done != 0 || indexing.Total != maxOverlay+1 {
		t.Fatalf("Search: %v, want an IndexingError of 0 of %d", err, maxOverlay+1)
	}
	if err := d.library.Sync(t.Context(), "1001"); err != nil {
		t.Fatal(err)
	}
	d.wantFound(t, "1001", "lighthouse 77", "a78¶1", "a1¶1", "a2¶1", "a3¶1", "a4¶1", "a5¶1", "a6¶1", "a7¶1", "a8¶1", "a9¶1")
}

func TestForget(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...))
	d.add(t, "1002", article("Nets", "Nothing but nets."))
	if err := d.records.PurgeGuild("1001"); err != nil {
		t.Fatal(err)
	}
	d.wantFound(t, "1001", "nets")
	if err := d.library.Forget(t.Context(), "1001"); err != nil {
		t.Fatal(err)
	}
	if n := d.count(t); n != 2 {
		t.Errorf("%d documents are left, want the 2 of the other server", n)
	}
	// The same ids begin anew with other words.
	d.add(t, "1001", article("Other", "Windmills turned."))
	d.wantFound(t, "1001", "nets")
	d.wantFound(t, "1001", "windmills", "a1¶1")
}

func TestCompact(t *testing.T) {
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...), article("New bridge", bridge...))
	if _, err := d.library.Reindex(t.Context(), "1001", "tester", quiet); err != nil {
		t.Fatal(err)
	}
	if _, err := d.records.Remove("1001", "tester", "a1"); err != nil {
		t.Fatal(err)
	}
	if err := d.library.Sync(t.Context(), "1001"); err != nil {
		t.Fatal(err)
	}
	if n := d.count(t); n != 6 {
		t.Errorf("%d documents, want the 2 passages and the card of a2 in 2 generations", n)
	}
	if err := d.library.Compact(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.wantFound(t, "1001", "cable", "a2¶2")
}

func (d *desk) count(tb testing.TB) uint64 {
	tb.Helper()
	n, err := d.library.engine.Load().Count()
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// wantCount waits until the index has so many documents of all servers.
func (d *desk) wantCount(tb testing.TB, want uint64) {
	tb.Helper()
	if !eventually(func() bool { return d.count(tb) == want }) {
		tb.Errorf("%d documents after a minute, want %d", d.count(tb), want)
	}
}

func TestTidy(t *testing.T) {
	// A server was purged and a reindexing killed, both without a word to the index.
	d := openDesk(t)
	d.add(t, "1001", article("Harbour closes", harbour...))
	d.add(t, "1002", article("Nets", "Nothing but nets."))
	d.ready(t)
	w := changing(d.library.engine.Load())
	half := article("Half", "Half built.")
	half.ID = "a1"
	if _, err := w.put(scopeKey("1002", 2), d.library.extracted(half, nil), "", 0); err != nil {
		t.Fatal(err)
	}
	if err := w.flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := d.records.PurgeGuild("1001"); err != nil {
		t.Fatal(err)
	}
	d.close(t)
	d.open(t)
	d.wantCount(t, 2)
}

func TestSyncCancelled(t *testing.T) {
	d := openDesk(t)
	d.record(t, "1001", article("Harbour closes", harbour...))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := d.library.Sync(ctx, "1001"); !errors.Is(err, context.Canceled) {
		t.Errorf("Sync: %v, want context.Canceled", err)
	}
	d.wantFound(t, "1001", "nets", "a1¶3")
}

func TestLibraryCannotWrite(t *testing.T) {
	d := openDesk(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(file, "index"), d.records, slog.New(slog.DiscardHandler)); err == nil || !strings.Contains(err.Error(), file) {
		t.Errorf("Open below a file: %v, want an error that names it", err)
	}
}
