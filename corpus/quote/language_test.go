package quote_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// goldArticle is an article with what a reader expects of it. Text of a quote is
// exact, a statement's content nearly so; a speaker may be printed as any of its
// names.
type goldArticle struct {
	ID, Language, Title string
	Paragraphs          []string
	Quotes, Statements  []goldWords
	NotQuotes           []struct {
		Paragraph int
		Text      string
	} `json:"not_quotes"`
}

// goldWords are words that somebody says: a quote has a Text, a statement a
// Content.
type goldWords struct {
	Paragraph          int
	Text, Content, Via string
	Speaker            string // "" when it is unclear
	Names              []string
}

// tally counts what was found in the articles of one language.
type tally struct {
	articles, gold, got, span    int
	named, right, wrong          int
	open, unclear                int
	statements, stated, spurious int
}

// TestLanguages finds the quotes of articles of our own, ten at least, in each language
// that is read by rules, invented for what its press does. The figures must be
// as in the golden file; -update rewrites it. Of the quotes that have a speaker
// 92 in 100 must have the right one and 2 a wrong one at most.
func TestLanguages(t *testing.T) {
	files, err := filepath.Glob("testdata/languages/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	var b strings.Builder
	for _, file := range files {
		n := count(t, file)
		fmt.Fprintf(&b, "%s: %d articles, spans %.1f, right %.1f, wrong %.1f of %d; unclear %d of %d; statements %d of %d, %d spurious\n",
			strings.TrimSuffix(filepath.Base(file), ".jsonl"), n.articles, 200*float64(n.span)/float64(n.got+n.gold),
			percent(n.right, n.named), percent(n.wrong, n.named), n.named, n.unclear, n.open, n.stated, n.statements, n.spurious)
		if n.articles < 10 || percent(n.right, n.named) < 92 || percent(n.wrong, n.named) > 2 {
			t.Errorf("%s: %+v", file, n)
		}
	}
	golden := "testdata/languages/figures.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Error(diff)
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(1, of)) }

// count compares what is found in the articles of file with what is expected.
func count(t *testing.T, file string) (n tally) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var g goldArticle
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		a, err := corpus.Parse(g.ID+".txt", []byte(g.Title+"\n"+strings.Join(g.Paragraphs, "\n")+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if a.Language != g.Language || len(a.Paragraphs) != len(g.Paragraphs) {
			t.Errorf("%s: read as %q with %d paragraphs", g.ID, a.Language, len(a.Paragraphs))
		}
		n.articles++
		n.compare(t, a, &g, quote.Extract(a))
	}
	return n
}

func (n *tally) compare(t *testing.T, a *corpus.Article, g *goldArticle, x *quote.Extraction) {
	t.Helper()
	used := map[int]bool{}
	find := func(paragraph int, text string) *quote.Quote {
		for i := range x.Quotes {
			q := &x.Quotes[i]
			if words, _ := a.Cut(q.Ref); q.Kind != quote.Indirect && q.Ref.Paragraph == paragraph && bare(words) == bare(text) && !used[i] {
				used[i] = true
				return q
			}
		}
		return nil
	}
	for _, q := range x.Quotes {
		if q.Kind != quote.Indirect && q.Ref.Paragraph > 0 {
			n.got++
		}
		if q.Speaker != "" && !strings.Contains(a.Title+strings.Join(g.Paragraphs, "\n"), q.Speaker) {
			t.Errorf("%s: speaker %q stands nowhere in the article", g.ID, q.Speaker)
		}
	}
	for _, w := range g.Quotes {
		n.gold++
		q := find(w.Paragraph, w.Text)
		who := ""
		if q != nil {
			n.span++
			who = q.Speaker
		}
		switch {
		case w.Speaker == "":
			n.open++
			if who == "" {
				n.unclear++
			}
			continue
		case slices.Contains(w.Names, who):
			n.right++
		case who != "":
			n.wrong++
		}
		n.named++
		if !slices.Contains(w.Names, who) {
			t.Logf("%s ¶%d %.40s: %q, want %q", g.ID, w.Paragraph, w.Text, who, w.Speaker)
		}
	}
	hit := map[int]bool{}
	for _, w := range g.Statements {
		n.statements++
		for i, q := range x.Quotes {
			if words, _ := a.Cut(q.Ref); q.Kind == quote.Indirect && q.Ref.Paragraph == w.Paragraph && shares(words, w.Content) {
				hit[i] = true
				if slices.Contains(w.Names, q.Speaker) {
					n.stated++
				}
				break
			}
		}
	}
	for i, q := range x.Quotes {
		words, _ := a.Cut(q.Ref)
		if q.Kind == quote.Indirect && !hit[i] && !slices.ContainsFunc(g.Quotes, func(w goldWords) bool {
			return w.Paragraph == q.Ref.Paragraph && strings.Contains(words, bare(w.Text))
		}) {
			n.spurious++
		}
	}
}

// bare is text without the marks and spaces around it.
func bare(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
}

// shares reports whether got has at least six in ten of the words of want.
func shares(got, want string) bool {
	words := strings.FieldsFunc(strings.ToLower(got), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	n, all := 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(want), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		all++
		if i := slices.Index(words, w); i >= 0 {
			words = slices.Delete(words, i, i+1)
			n++
		}
	}
	return n*10 >= all*6
}
