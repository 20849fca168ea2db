package engine

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/term"
)

// languages are all that have rules of their own, one that has none, and the
// unknown one.
var languages = strings.Fields("ar da de el en es fi fr hu it ja ko nb nl nn no pl pt ro ru sv th tr und zh")

// wordsOfScripts makes words of every script: letters with marks and digits among
// them, in small and capital letters.
func wordsOfScripts(random *rand.Rand) []string {
	out := strings.Fields("İzmir İzmit DİYARBAKIR ẞe ſt ŉa Ⱥbc сказал Ещё O’Neill's l’Économie Ankara'nın U.S. US 2,500 ﬁne ﷺ")
	for _, script := range slices.Sorted(maps.Keys(unicode.Scripts)) {
		var letters []rune
		for _, r := range unicode.Scripts[script].R16 {
			for c := r.Lo; c <= r.Hi && len(letters) < 4000; c += r.Stride {
				letters = append(letters, rune(c))
				if c+r.Stride < c {
					break
				}
			}
		}
		for _, r := range unicode.Scripts[script].R32 {
			for c := r.Lo; c <= r.Hi && len(letters) < 4000; c += r.Stride {
				letters = append(letters, rune(c))
			}
		}
		for range 20 {
			var b strings.Builder
			for range 1 + random.IntN(8) {
				c := letters[random.IntN(len(letters))]
				switch random.IntN(8) {
				case 0:
					c = unicode.ToUpper(c)
				case 1:
					b.WriteRune('\u0301')
				}
				b.WriteRune(c)
			}
			out = append(out, b.String())
		}
	}
	return out
}

// TestOneAnalysis indexes words of every script in every language and compares
// the terms that Bleve then has with those of package term: by these a ranking
// counts, and a question asks.
func TestOneAnalysis(t *testing.T) {
	all := wordsOfScripts(rand.New(rand.NewPCG(1, 2)))
	if len(all) < 3000 {
		t.Fatalf("%d words: this is not every script", len(all))
	}
	for _, language := range append(languages, "") {
		a := &corpus.Article{ID: "a1", Title: "T", Language: language, Paragraphs: []corpus.Paragraph{{Text: strings.Join(all, " ")}}}
		e, err := Memory("s@1", []*corpus.Article{a})
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]bool{}
		for x := range term.In(language, strings.Join(all, " ")+"\nT") {
			if want[x.Text] = true; x.Text == "" || !utf8.ValidString(x.Text) {
				t.Errorf("%s: the term %q", language, x.Text)
			}
		}
		if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), dictionary(t, e.in)); diff != "" {
			t.Errorf("language %q (-term +Bleve):\n%s", language, diff)
		}
		for _, w := range all {
			asked := Terms(w, []string{language})
			for _, x := range asked {
				if !want[x] {
					t.Errorf("language %q: asking %q looks for %q, which no word is indexed as", language, w, x)
				}
			}
		}
	}
}

// dictionary lists the terms of all texts in an index.
func dictionary(t *testing.T, in bleve.Index) []string {
	t.Helper()
	d, err := in.FieldDict(fieldText)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close() }()
	var out []string
	for {
		e, err := d.Next()
		if err != nil {
			t.Fatal(err)
		}
		if e == nil {
			return out
		}
		out = append(out, e.Term)
	}
}
