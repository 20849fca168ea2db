package index

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/engine"
)

var update = flag.Bool("update", false, "rewrite testdata/recall.golden")

// gold is one line of an evaluation set: an article and questions with the
// paragraphs (from 0) that answer them.
type gold struct {
	Title      string
	Paragraphs []string
	Questions  []struct {
		Q         string
		Paragraph *int  // nil: the article does not answer it
		Others    []int `json:"paragraphs_ok"`
	}
}

// readGold reads an evaluation set of VERBATIM_SHARED.
func readGold(tb testing.TB, dir, name string) []gold {
	tb.Helper()
	f, err := os.Open(filepath.Join(dir, "eval", "ask", name+".jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var all []gold
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var g gold
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			tb.Fatal(err)
		}
		all = append(all, g)
	}
	if err := lines.Err(); err != nil || len(all) == 0 {
		tb.Fatalf("%s: %d articles, %v", name, len(all), err)
	}
	return all
}

// TestRecall asks the questions of each evaluation set of all its articles at
// once, and compares with the golden file how often the right passage is among
// the first hits, and how often the right article is one of the first three
// that the hits name: what the ranking in index/ask has to work with.
func TestRecall(t *testing.T) {
	dir := os.Getenv("VERBATIM_SHARED")
	if dir == "" {
		t.Skip("VERBATIM_SHARED is not set: no evaluation sets")
	}
	var got strings.Builder
	got.WriteString("set              questions  first   in 3  in 10  in 50  article in 3\n")
	for _, set := range []struct{ name, language string }{
		{"multirc-news", "en"},
		{"multirc-reports", "en"},
		{"squad2-dev16", "en"},
		{"xquad-en", "en"},
		{"xquad-de", "de"},
		{"xquad-ru", "ru"},
	} {
		got.WriteString(recall(t, set.name, set.language, readGold(t, dir, set.name)))
	}
	const file = "testdata/recall.golden"
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("recall has changed; rewrite with -update if that is meant (-want +got):\n%s", diff)
	}
}

func recall(t *testing.T, name, language string, set []gold) string {
	t.Helper()
	var articles []*corpus.Article
	for _, g := range set {
		a := article(g.Title, g.Paragraphs...)
		a.Language = language
		articles = append(articles, a)
	}
	s, err := Memory(articles...)
	if err != nil {
		t.Fatal(err)
	}
	ids := ids(t, s)
	depths := []int{1, 3, 10, 50}
	within := make([]int, len(depths))
	questions, right := 0, 0
	for i, g := range set {
		for _, q := range g.Questions {
			if q.Paragraph == nil {
				continue
			}
			questions++
			hits, err := s.Search(t.Context(), q.Q, 50)
			if err != nil {
				t.Fatal(err)
			}
			at := slices.IndexFunc(hits, func(h engine.Hit) bool {
				return h.Article == ids[i] && (h.Paragraph-1 == *q.Paragraph || slices.Contains(q.Others, h.Paragraph-1))
			})
			for j, depth := range depths {
				if at >= 0 && at < depth {
					within[j]++
				}
			}
			if slices.Contains(firstArticles(hits, 3), ids[i]) {
				right++
			}
		}
	}
	share := func(n int) float64 { return 100 * float64(n) / float64(questions) }
	return fmt.Sprintf("%-16s %9d  %5.1f  %5.1f  %5.1f  %5.1f  %12.1f\n", name, questions,
		share(within[0]), share(within[1]), share(within[2]), share(within[3]), share(right))
}

// firstArticles gives the first n articles that the hits name.
func firstArticles(hits []engine.Hit, n int) []string {
	var ids []string
	for _, h := range hits {
		if !slices.Contains(ids, h.Article) && len(ids) < n {
			ids = append(ids, h.Article)
		}
	}
	return ids
}
