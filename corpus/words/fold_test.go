package words_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// TestOneForm lists spellings of one word, by what differs.
func TestOneForm(t *testing.T) {
	for name, spellings := range map[string][]string{
		"end of a line":             {"understanding", "under-\nstanding", "Under-\r\nstanding"},
		"case":                      {"minister", "Minister", "MINISTER"},
		"marks":                     {"cafe", "café", "cafe\u0301", "CAFÉ"},
		"sharp s":                   {"strasse", "straße", "STRASSE", "STRAẞE"},
		"ligature":                  {"office", "ofﬁce", "oﬃce"},
		"ae and oe":                 {"aeroe", "ærœ", "ÆRŒ"},
		"letters with a stroke":     {"lodz", "łódź", "Łódź", "LODZ"},
		"d with a stroke":           {"dordevic", "đorđević", "ðorðevic"},
		"o with a stroke":           {"oresund", "øresund", "Öresund"},
		"Icelandic":                 {"thor", "þór", "Þór"},
		"dotted and dotless i":      {"izmir", "İzmir", "IZMIR", "ızmır"},
		"full width":                {"abc12", "ＡＢＣ１２"},
		"half-width kana":           {"カタカナ", "ｶﾀｶﾅ"},
		"Cyrillic yo":               {"артем", "Артём", "АРТЁМ", "Арте\u0308м"},
		"a stress on Cyrillic":      {"замок", "за\u0301мок"},
		"short i":                   {"й", "Й", "и\u0306"},
		"Greek marks and sigma":     {"οδοσ", "οδός", "ΟΔΌΣ"},
		"apostrophes":               {"o'neill", "O’Neill", "O‘Neill", "O`Neill", "Oʼneill"},
		"dashes":                    {"a-b", "a‐b", "a‑b", "a–b", "a—b", "a−b"},
		"Arabic vowels and letters": {"احمد", "أحمد", "أَحْمَد", "احـمـد"},
		"Arabic endings":            {"مدينه", "مدينة"},
		"Persian letters":           {"كيف", "کیف"},
		"Hebrew points":             {"שלום", "שָׁלוֹם"},
		"digits of other scripts":   {"25", "٢٥", "۲۵", "२५"},
		"grouped digits":            {"2500", "2,500"},
		"more grouped digits":       {"1234567", "1,234,567", "12,34,567"},
		"soft hyphens and joiners":  {"ferry", "fer\u00ADry", "fer\u200Dry", "\u2068ferry\u2069"},
		"Hindi, composed or not":    {"\u0958", "\u0915\u093C"},
		"Korean, composed or not":   {"한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"},
	} {
		for _, s := range spellings {
			if got := words.Fold(s); got != spellings[0] && got != words.Fold(spellings[0]) {
				t.Errorf("%s: Fold(%q) = %q, want %q", name, s, got, spellings[0])
			}
		}
	}
}

// TestOtherForms lists words that are not one.
func TestOtherForms(t *testing.T) {
	for name, pair := range map[string][2]string{
		"Russian short i":  {"мой", "мои"},
		"Hindi vowels":     {"में", "मैं"},
		"Japanese marks":   {"か", "が"},
		"decimal comma":    {"2,5", "25"},
		"decimal point":    {"2.5", "25"},
		"no apostrophe":    {"its", "it's"},
		"Ukrainian yi":     {"ї", "і"},
		"Thai tone":        {"ใกล้", "ไกล"},
		"Spanish is plain": {"ano", "anon"},
	} {
		if words.Fold(pair[0]) == words.Fold(pair[1]) {
			t.Errorf("%s: %q and %q have one form", name, pair[0], pair[1])
		}
	}
}

// sound checks what holds of the form of any word.
func sound(t *testing.T, w string) {
	t.Helper()
	f := words.Fold(w)
	switch {
	case !utf8.ValidString(f):
		t.Errorf("Fold(%q) = %q, not UTF-8", w, f)
	case words.Fold(f) != f:
		t.Errorf("Fold(%q) = %q, folded again %q", w, f, words.Fold(f))
	case f == "" && w != "":
		t.Errorf("Fold(%q) is empty", w)
	case len(f) > 40*len(w)+16: // one rune has 18 in its form at most
		t.Errorf("Fold(%q) has %d bytes", w, len(f))
	}
}

// TestEveryLetter folds every letter, digit and mark of every script, alone,
// behind a Latin letter, and in upper case.
func TestEveryLetter(t *testing.T) {
	n := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.Cf, unicode.S) {
			continue
		}
		n++
		sound(t, string(r))
		sound(t, "a"+string(r)+"e")
		sound(t, string(r)+"\u0301"+string(r))
		if up, low := unicode.ToUpper(r), unicode.ToLower(r); unicode.IsLetter(r) && up != r && low == r && unicode.ToLower(up) == r {
			if a, b := words.Fold(string(r)), words.Fold(string(up)); a != b {
				t.Errorf("%q folds to %q, its capital to %q", string(r), a, b)
			}
		}
	}
	if n < 140_000 {
		t.Errorf("only %d runes were tried", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"İzmir", "2,500,00", "o’Neill", "\u1112\u200d\u1161", "\xff\u0301", "ﷺ", "ʾ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sound(t, s)
		if got := string(words.AppendFold([]byte("x"), s)); got != "x"+words.Fold(s) {
			t.Errorf("appended %q, folded %q", got, words.Fold(s))
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{
		"plain": "minister", "capital": "Minister", "marks": "Ağaoğlu", "Cyrillic": "Зеленский", "Arabic": "أحمد", "long": strings.Repeat("ő", 10_000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			buf := make([]byte, 0, 64)
			for b.Loop() {
				buf = words.AppendFold(buf[:0], s)
			}
		})
	}
}
