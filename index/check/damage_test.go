package check_test

import (
	"errors"
	"log/slog"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/check"
)

// TestDamagedRecord asks a server one of whose article records is damaged:
// that is an error, and neither "no answer" nor "there are no articles".
func TestDamagedRecord(t *testing.T) {
	dir := t.TempDir()
	records, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"The mill at Torvane burned.", "The weir at Torvane held."} {
		a := &corpus.Article{Title: "Torvane", Language: "en", Paragraphs: []corpus.Paragraph{{Text: text}}}
		if _, err := records.Add("1001", "tester", store.Draft{Article: a, Original: []byte(text)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := records.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := bbolt.Open(filepath.Join(dir, "corpus.db"), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte("heads"))
		k, v := b.Cursor().Last()
		return b.Put(k, v[:len(v)/2])
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	if records, err = store.Open(dir); err != nil {
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
	for name, look := range map[string]func(*index.Scope) error{
		"ask": func(s *index.Scope) error {
			_, err := ask.New().Ask(t.Context(), s, ask.Question{Text: "What burned?"})
			return err
		},
		"check": func(s *index.Scope) error {
			_, err := check.Check(t.Context(), s, check.Purported{Text: "The mill burned"})
			return err
		},
		"headings": func(s *index.Scope) error { _, err := s.Headings(t.Context()); return err },
		"speakers": func(s *index.Scope) error { _, err := s.Speakers(t.Context()); return err },
		"said":     func(s *index.Scope) error { _, err := s.Said(t.Context(), "Ivo", index.Wanted{}, 3); return err },
		"article":  func(s *index.Scope) error { _, err := s.Article(t.Context(), "a1"); return err },
	} {
		s, err := library.Scope("1001")
		if err != nil {
			t.Fatal(err)
		}
		if err := look(s); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("%s: %v, want ErrDamaged", name, err)
		}
	}
}
