package index

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
)

// ref gives where words stand in paragraph n of a.
func ref(tb testing.TB, a *corpus.Article, n int, words string) corpus.Ref {
	tb.Helper()
	p, _ := a.Paragraph(n)
	i := strings.Index(p.Text, words)
	if i < 0 {
		tb.Fatalf("%q is not in ¶%d", words, n)
	}
	return corpus.Ref{Article: a.ID, Paragraph: n, Span: corpus.Span{Start: i, End: i + len(words)}}
}

func cut(tb testing.TB, a *corpus.Article, r corpus.Ref) string {
	tb.Helper()
	text, err := a.Cut(r)
	if err != nil {
		tb.Fatal(err)
	}
	return text
}

func TestWiden(t *testing.T) {
	a := article("T",
		"Ferries sank. Mayor Brandt wept in the rain. Nobody was hurt. It was late.",
		"one two three four five six seven eight nine ten",
		"αβγδεζηθικλμνξοπρστυφχψω")
	for _, tt := range []struct {
		name      string
		paragraph int
		words     string
		budget    int
		want      string
	}{
		{"the sentence alone", 1, "wept", 35, "Mayor Brandt wept in the rain."},
		{"the following first", 1, "wept", 50, "Mayor Brandt wept in the rain. Nobody was hurt."},
		{"the preceding when the following does not fit", 1, "wept", 44, "Ferries sank. Mayor Brandt wept in the rain."},
		{"all", 1, "wept", 500, "Ferries sank. Mayor Brandt wept in the rain. Nobody was hurt. It was late."},
		{"over a border", 1, "rain. Nobody", 50, "Mayor Brandt wept in the rain. Nobody was hurt."},
		{"last sentence", 1, "late", 12, "It was late."},
		{"sentence too long", 2, "five", 19, "four five six"},
		{"words too long", 2, "two three four five", 12, "two three"},
		{"no word border", 3, "μν", 6, "κλμνξο"},
		{"words too long, no border", 3, "μνξο", 2, "μν"},
		{"budget of one", 2, "five", 1, "f"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := cut(t, a, Widen(a, ref(t, a, tt.paragraph, tt.words), tt.budget))
			if got != tt.want {
				t.Errorf("Widen(%q, %d) = %q, want %q", tt.words, tt.budget, got, tt.want)
			}
		})
	}
}

func TestBeforeAfter(t *testing.T) {
	a := article("T", "First one. Second one.", "   ", "Third one.")
	for _, tt := range []struct {
		name          string
		paragraph     int
		words         string
		before, after string
	}{
		{"first", 1, "First", "", "Second one."},
		{"into the next paragraph", 1, "Second", "First one.", "Third one."},
		{"last", 3, "Third", "Second one.", ""},
		{"two sentences", 1, "one. Second", "", "Third one."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := ref(t, a, tt.paragraph, tt.words)
			var before, after string
			if b, ok := Before(a, r); ok {
				before = cut(t, a, b)
			}
			if n, ok := After(a, r); ok {
				after = cut(t, a, n)
			}
			if before != tt.before || after != tt.after {
				t.Errorf("before %q, after %q; want %q, %q", before, after, tt.before, tt.after)
			}
		})
	}
}

func FuzzWiden(f *testing.F) {
	f.Add("One. Two! “Three?” he asked.", 3, 9, 12)
	f.Add("αβγ δ", 0, 2, 1)
	f.Add("\u00a0\u2003 x", 0, 0, 3)
	f.Fuzz(func(t *testing.T, text string, start, end, budget int) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		if text == "" || budget <= 0 || start < 0 || end < start || end > len(text) || !utf8.ValidString(text[start:end]) || !utf8.ValidString(text[:start]) {
			t.Skip()
		}
		a := article("T", text)
		r := corpus.Ref{Paragraph: 1, Span: corpus.Span{Start: start, End: end}}
		got := Widen(a, r, budget)
		words := cut(t, a, got)
		if n := utf8.RuneCountInString(words); n > budget {
			t.Errorf("%d runes, budget %d", n, budget)
		}
		if utf8.RuneCountInString(text[start:end]) <= budget && !got.Contains(r.Span) {
			t.Errorf("%v does not hold %v", got, r)
		}
		if whole := Whole(a, r); !whole.Contains(r.Span) {
			t.Errorf("Whole %v does not hold %v", whole, r)
		}
		if b, ok := Before(a, r); ok {
			cut(t, a, b)
		}
		if n, ok := After(a, r); ok {
			cut(t, a, n)
		}
	})
}
