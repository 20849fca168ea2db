package desk

import (
	"log/slog"
	"path/filepath"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// openRecords opens records and an index in a new folder until the test ends.
func openRecords(t *testing.T) (*store.Store, *index.Library) {
	t.Helper()
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
		if err := library.Close(); err != nil {
			t.Error(err)
		}
		if err := records.Close(); err != nil {
			t.Error(err)
		}
	})
	return records, library
}
