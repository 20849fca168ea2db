package words_test

import (
	"iter"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

func list(text string, seq iter.Seq2[int, int]) string {
	var out []string
	for start, end := range seq {
		out = append(out, text[start:end])
	}
	return strings.Join(out, "|")
}

func TestIn(t *testing.T) {
	for text, want := range map[string]string{
		"":                                     "",
		" … — !":                               "",
		"He said: “We won’t.”":                 "He|said|We|won’t",
		"the mayor's 2,500.5 well-kept men":    "the|mayor's|2,500.5|well|kept|men",
		"in the U.S. and U.S.A., e.g. now.":    "in|the|U.S|and|U.S.A|e|g|now",
		"J.K. Rowling, J. K. Rowling":          "J.K|Rowling|J|K|Rowling",
		"end.Next, a,b 1,a":                    "end|Next|a|b|1|a",
		"'quoted' dogs' o'clock":               "quoted|dogs|o'clock",
		"fer\u00ADry \u2068name\u2069 a\u200B": "fer\u00ADry|name|a",
		"an under-\nstanding, a well-\nKnown":  "an|under-\nstanding|a|well|Known",
		"Мы не закроем границу":                "Мы|не|закроем|границу",
		"लोग हिन्दी":                           "लोग|हिन्दी",
		"東京で said":                             "東|京|で|said",
		"スーパー":                                 "ス|ー|パ|ー",
		"ที่นี่":                               "ที่|นี่",
		"한국 사람":                                "한국|사람",
		"a\u0301b \xff c":                      "a\u0301b|c",
	} {
		if got := list(text, words.In(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestTerms(t *testing.T) {
	for text, want := range map[string]string{
		"the mayor's men’S is's it's": "the|mayor|men|is|it",
		"a's O’s":                     "a's|O’s",
		"東京都 東 と":                     "東京|京都|東|と",
		"said東京で":                     "said|東京|京で",
		"東said":                       "東|said",
	} {
		if got := list(text, words.Terms(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func FuzzIn(f *testing.F) {
	for _, s := range []string{"U.S.A. o’Neill 2,500", "東京で\u0301said", "\u0301\xffa\u00AD\u00AD.b", "ที่นี่"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for start, end := range words.In(text) {
			if start < last || end <= start {
				t.Fatalf("%q: [%d, %d) behind %d", text, start, end, last)
			}
			for _, r := range text[last:start] {
				if unicode.IsLetter(r) || unicode.IsDigit(r) {
					t.Fatalf("%q: %q is in no word", text, r)
				}
			}
			if w := text[start:end]; utf8.ValidString(text) && !utf8.ValidString(w) {
				t.Fatalf("%q: %q is cut inside a rune", text, w)
			}
			last = end
		}
		for start, end := range words.Terms(text) {
			if end <= start {
				t.Fatalf("%q: an empty term at %d", text, start)
			}
		}
		for range words.In(text) {
			break // stops where it is told to
		}
		for range words.Terms(text) {
			break
		}
	})
}

func BenchmarkIn(b *testing.B) {
	text := strings.Repeat("“We won’t close the U.S. border,” said Kemal Ağaoğlu, 52, who owns 2,500 ships. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for range words.In(text) {
		}
	}
}
