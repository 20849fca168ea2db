package ask

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/rival"
)

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

// BenchmarkRivals asks for full answers, for the hits of plain Bleve and for
// those of SQLite FTS5, in turn, of the same passages, once each question was
// asked before. See [rival.Compare] for what it reports. The largest size needs
// VERBATIM_LARGE to be set.
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
			ours := &rival.Rival{Name: "verbatim", Ask: func(q string) error {
				_, err := e.Ask(context.Background(), s, Question{Text: q})
				return err
			}}
			qs := questionsOf(as, 250)
			for _, q := range qs {
				if err := ours.Ask(q); err != nil {
					b.Fatal(err)
				}
			}
			rival.Compare(b, qs, ours, rival.Bleve(b, as, fewFetched), rival.FTS5(b, as, fewFetched))
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
