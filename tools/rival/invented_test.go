package rival_test

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// stems are those that the engine knows a meaning of, so that it has as much to
// do with them as with words of a language.
func stems(tb testing.TB) []string {
	tb.Helper()
	f, err := os.Open("../../index/ask/lexicon/model/meaning.gz")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	line, err := bufio.NewReader(z).ReadString('\n')
	if err != nil {
		tb.Fatal(err)
	}
	return strings.Fields(line)
}

// TestStems keeps the benchmarks from losing their words unseen.
func TestStems(t *testing.T) {
	if n := len(stems(t)); n < 1000 {
		t.Errorf("%d stems, want a thousand and more", n)
	}
}

// invented makes n articles of so many paragraphs out of stems that have a
// meaning, with the frequencies of natural text (Zipf's law), three sentences a
// paragraph.
func invented(tb testing.TB, n, paragraphs int) []*corpus.Article {
	tb.Helper()
	r := rand.New(rand.NewPCG(3, 4))
	words := stems(tb)
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	common := strings.Fields("the of a in and to was is for that on by with it as at from he said are")
	z := rand.NewZipf(r, 1.2, 20, uint64(len(words)-1))
	sentence := func() string {
		var out []string
		for i := range 14 + r.IntN(12) {
			w := words[z.Uint64()]
			if i%2 == 1 {
				w = common[r.IntN(len(common))]
			}
			if i == 0 || r.IntN(9) == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			}
			out = append(out, w)
		}
		return strings.Join(out, " ") + "."
	}
	var out []*corpus.Article
	for i := range n {
		a := &corpus.Article{Title: fmt.Sprintf("Article %d", i+1), Language: "en"}
		for range paragraphs {
			a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: sentence() + " " + sentence() + " " + sentence()})
		}
		out = append(out, a)
	}
	return out
}

// questionsOf makes questions of words of the articles.
func questionsOf(as []*corpus.Article, n int) []string {
	r := rand.New(rand.NewPCG(5, 6))
	var out []string
	for range n {
		a := as[r.IntN(len(as))]
		f := strings.Fields(a.Paragraphs[r.IntN(len(a.Paragraphs))].Text)
		at := r.IntN(len(f) - 12)
		out = append(out, "When did "+strings.Join(f[at:at+6], " ")+" "+f[at+9]+"?")
	}
	return out
}

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
