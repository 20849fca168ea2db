package quote_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

var update = flag.Bool("update", false, "rewrite golden files")

// TestStories extracts the quotes of ten articles of our own, for what the
// training articles lack. Each file under testdata holds the article, what a
// reader expects of it (one quotation a line: kind, speaker, words, and
// perhaps "via" somebody; "-" for nobody who is named; "nobody" for words in
// quotation marks that are not said), and everything that is found in it now.
// Of all the lines at least 95 in 100 must be right, and the last part must be
// exactly as written; -update rewrites it.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no stories", err)
	}
	right, all := 0, 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			ar := txtar.Parse(data)
			parts := map[string]string{}
			for _, f := range ar.Files {
				parts[f.Name] = string(f.Data)
			}
			a, err := corpus.Parse("article.txt", []byte(parts["article.txt"]))
			if err != nil {
				t.Fatal(err)
			}
			x := quote.Extract(a)
			for line := range strings.Lines(parts["quotes"]) {
				all++
				if why := expect(a, x, strings.TrimSpace(line)); why == "" {
					right++
				} else {
					t.Logf("%s: %s", strings.TrimSpace(line), why)
				}
			}
			got := dump(a, x)
			if *update {
				golden(t, file, ar, got)
				return
			}
			if d := cmp.Diff(parts["found"], got); d != "" {
				t.Error(d)
			}
		})
	}
	if t.Logf("%d of %d right", right, all); right*100 < 95*all {
		t.Errorf("%d of %d quotations right, want 95 in 100", right, all)
	}
}

// expect tells what is wrong with the quotation that a line of a story names,
// "" when nothing is.
func expect(a *corpus.Article, x *quote.Extraction, line string) string {
	f := strings.Split(line, " | ")
	if f[0] == "nobody" {
		for _, q := range x.NotQuotes {
			if words, _ := a.Cut(q.Ref); words == f[1] {
				return ""
			}
		}
		return "taken for a quote"
	}
	want := strings.TrimPrefix(f[1], "-")
	via := ""
	if len(f) > 3 {
		via = strings.TrimPrefix(f[3], "via ")
	}
	for _, q := range x.Quotes {
		if words, _ := a.Cut(q.Ref); words == f[2] && q.Kind != quote.Indirect {
			if string(q.Kind) != f[0] || q.Speaker != want || via != "" && q.Via != via {
				return fmt.Sprintf("got %s %q via %q", q.Kind, q.Speaker, q.Via)
			}
			return ""
		}
	}
	return "not found"
}

// dump writes all that was found, one thing a line.
func dump(a *corpus.Article, x *quote.Extraction) string {
	var b strings.Builder
	for _, q := range x.Quotes {
		words, _ := a.Cut(q.Ref)
		mention, _ := a.Cut(q.Mention)
		cue, _ := a.Cut(q.Cue)
		kind := string(q.Kind)
		if q.Denied {
			kind = "denied " + kind
		}
		fmt.Fprintf(&b, "¶%d %s #%d %s [%s] (%s; %s) via %q\n\t%s\n", q.Ref.Paragraph, kind, q.Utterance, q.Speaker, q.Role, mention, cue, q.Via, words)
	}
	for _, q := range x.NotQuotes {
		words, _ := a.Cut(q.Ref)
		fmt.Fprintf(&b, "¶%d %s\n\t%s\n", q.Ref.Paragraph, q.Why, words)
	}
	for _, s := range x.Speakers {
		fmt.Fprintf(&b, "%s [%s] %d quotes, %d mentions, also %s\n", s.Name, s.Role, s.Quotes, len(s.Mentions), strings.Join(s.Aliases, ", "))
	}
	return b.String()
}

// golden writes what was found back to the story.
func golden(t *testing.T, file string, ar *txtar.Archive, got string) {
	t.Helper()
	out := &txtar.Archive{Comment: ar.Comment}
	for _, f := range ar.Files {
		if f.Name != "found" {
			out.Files = append(out.Files, f)
		}
	}
	out.Files = append(out.Files, txtar.File{Name: "found", Data: []byte(got)})
	if err := os.WriteFile(file, txtar.Format(out), 0o644); err != nil {
		t.Fatal(err)
	}
}
