package main

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// TestHouse follows a folder of house articles through what people do with
// files.
func TestHouse(t *testing.T) {
	records, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := records.Close(); err != nil {
			t.Error(err)
		}
	}()
	folder := t.TempDir()
	var log strings.Builder
	h := &house{folder: folder, records: records, log: slog.New(slog.NewTextHandler(&log, nil))}
	path := func(name string) string { return filepath.Join(folder, filepath.FromSlash(name)) }
	put := func(name, content string) func() error {
		return func() error {
			if err := os.MkdirAll(filepath.Dir(path(name)), 0o700); err != nil {
				return err
			}
			return os.WriteFile(path(name), []byte(content), 0o600)
		}
	}
	added, err := records.Add(store.House, shell, store.Draft{Article: mustParse(t, "shell.txt", quay), Original: []byte(quay)})
	if err != nil {
		t.Fatal(err)
	}
	if added[0].ID != "h1" {
		t.Fatalf("id %s", added[0].ID)
	}
	one, other := "One\nWords of the first article.\n", "One\nWords of the first article, put right.\n"
	for _, c := range []struct {
		name    string
		do      func() error
		changed int
		want    map[string]string // id -> file and revision
	}{
		{"empty folder", nil, 0, map[string]string{"h1": "shell.txt 1"}},
		{"two files", func() error { return firstError(put("one.txt", one)(), put("sub/two.md", "# Two\n\nWords.\n")()) }, 2, map[string]string{"h1": "shell.txt 1", "h2": "one.txt 1", "h3": "sub/two.md 1"}},
		{"nothing new", nil, 0, map[string]string{"h1": "shell.txt 1", "h2": "one.txt 1", "h3": "sub/two.md 1"}},
		{"a file changed", put("one.txt", other), 1, map[string]string{"h1": "shell.txt 1", "h2": "one.txt 2", "h3": "sub/two.md 1"}},
		{"a file spoilt", put("one.txt", ""), 0, map[string]string{"h1": "shell.txt 1", "h2": "one.txt 2", "h3": "sub/two.md 1"}},
		{"files deleted", func() error { return firstError(os.Remove(path("one.txt")), os.RemoveAll(path("sub"))) }, 2, map[string]string{"h1": "shell.txt 1"}},
		{"a file came back", put("one.txt", other), 1, map[string]string{"h1": "shell.txt 1", "h2": "one.txt 2"}},
		{"another text under an old name", put("sub/two.md", "# Two\n\nOther words.\n"), 1, map[string]string{"h1": "shell.txt 1", "h2": "one.txt 2", "h3": "sub/two.md 2"}},
		{"removed by hand", func() error { _, err := records.Remove(store.House, shell, "h3"); return err }, 0, map[string]string{"h1": "shell.txt 1", "h2": "one.txt 2"}},
		{"removed by hand, then changed", put("sub/two.md", "# Two\n\nWords again.\n"), 1, map[string]string{"h1": "shell.txt 1", "h2": "one.txt 2", "h3": "sub/two.md 3"}},
		{"no article", put("picture.png", "\x89PNG"), 0, map[string]string{"h1": "shell.txt 1", "h2": "one.txt 2", "h3": "sub/two.md 3"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.do != nil {
				if err := c.do(); err != nil {
					t.Fatal(err)
				}
			}
			changed, err := h.sync(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if changed != c.changed {
				t.Errorf("%d changed, want %d", changed, c.changed)
			}
			rs, err := records.Articles(store.House)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			for _, r := range rs {
				got[r.ID] = filepath.ToSlash(r.File) + " " + string(rune('0'+r.Revision))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Errorf("articles (-want +got):\n%s", d)
			}
		})
	}
	if !strings.Contains(log.String(), "one.txt") {
		t.Errorf("the spoilt file is not in the log: %s", log.String())
	}
	// A folder that is gone (an unmounted disk) removes nothing.
	h.folder = path("gone")
	if _, err := h.sync(t.Context()); err == nil {
		t.Error("a missing folder was read")
	}
	if rs, err := records.Articles(store.House); err != nil || len(rs) != 3 {
		t.Errorf("after the folder was gone there are %d articles, %v", len(rs), err)
	}
}

// TestHouseWatched changes a file after the first look at the folder and before
// somebody watches: it is noticed at once.
func TestHouseWatched(t *testing.T) {
	records, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := records.Close(); err != nil {
			t.Error(err)
		}
	}()
	h := &house{folder: t.TempDir(), records: records, log: slog.New(slog.DiscardHandler)}
	w, err := h.watcher()
	if err != nil {
		t.Fatal(err)
	}
	if n, err := h.sync(t.Context()); n != 0 || err != nil {
		t.Fatal(n, err)
	}
	if err := os.WriteFile(filepath.Join(h.folder, "late.txt"), []byte("Late\nWords that came in between.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	n := 0
	h.watch(ctx, w, func() {
		n, err = h.sync(ctx)
		cancel()
	})
	if n != 1 || err != nil {
		t.Errorf("%d changed, %v", n, err)
	}
}

// TestHouseReadsTheLogOnce removes many articles by hand, the oldest of them
// before more entries than are read at a time.
func TestHouseReadsTheLogOnce(t *testing.T) {
	records, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := records.Close(); err != nil {
			t.Error(err)
		}
	}()
	h := &house{folder: t.TempDir(), records: records, log: slog.New(slog.DiscardHandler)}
	for _, name := range []string{"a.txt", "b.txt"} {
		if err := os.WriteFile(filepath.Join(h.folder, name), []byte(name+"\nWords of an article.\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := 2
	sync := func() {
		t.Helper()
		if n, err := h.sync(t.Context()); n != want || err != nil {
			t.Errorf("%d changed, want %d; %v", n, want, err)
		}
	}
	sync()
	if _, err := records.Remove(store.House, shell, "h1"); err != nil {
		t.Fatal(err)
	}
	for range 40 {
		_, err := records.Remove(store.House, shell, "h2")
		if err := firstError(err, records.Restore(store.House, shell, "h2")); err != nil {
			t.Fatal(err)
		}
	}
	want = 0
	sync() // h1 stays removed
	if h.read == 0 || !h.byHand["h1"] {
		t.Errorf("read %d, %v", h.read, h.byHand)
	}
	if _, err := records.Remove(store.House, shell, "h2"); err != nil {
		t.Fatal(err)
	}
	sync() // and so does h2
}
