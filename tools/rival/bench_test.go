package rival_test

import (
	"context"
	"os"
	"testing"

	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/tools/rival"
)

// few is how many candidates the engine fetches at first.
const few = 10

// sizes of the articles asked; the largest needs VERBATIM_LARGE to be set.
var sizes = []struct {
	name                 string
	articles, paragraphs int
}{{"1 article", 1, 15}, {"1,000 articles", 1000, 15}, {"100,000 passages", 3334, 30}}

func skipLarge(b *testing.B, articles int) {
	b.Helper()
	if articles > 1000 && os.Getenv("VERBATIM_LARGE") == "" {
		b.Skip("takes minutes: set VERBATIM_LARGE to run")
	}
}

// BenchmarkSearch asks the same questions of the library, of plain Bleve and of
// SQLite FTS5, in turn, for 50 candidates. See [rival.Compare] for what it
// reports.
func BenchmarkSearch(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			skipLarge(b, size.articles)
			as := invented(b, size.articles, size.paragraphs)
			s := server(b, as)
			ours := &rival.Rival{Name: "verbatim", Ask: func(q string) error {
				_, err := s.Search(context.Background(), q, 50)
				return err
			}}
			rival.Compare(b, questionsOf(as, 512), ours, rival.Bleve(b, as, 50), rival.FTS5(b, as, 50))
		})
	}
}

// BenchmarkAsk asks for full answers, for the hits of plain Bleve and for
// those of SQLite FTS5, in turn, of the same passages, once each question was
// asked before. See [rival.Compare] for what it reports.
func BenchmarkAsk(b *testing.B) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			skipLarge(b, size.articles)
			as := invented(b, size.articles, size.paragraphs)
			e, s := ask.New(), server(b, as)
			ours := &rival.Rival{Name: "verbatim", Ask: func(q string) error {
				_, err := e.Ask(context.Background(), s, ask.Question{Text: q})
				return err
			}}
			qs := questionsOf(as, 250)
			for _, q := range qs {
				if err := ours.Ask(q); err != nil {
					b.Fatal(err)
				}
			}
			rival.Compare(b, qs, ours, rival.Bleve(b, as, few), rival.FTS5(b, as, few))
		})
	}
}
