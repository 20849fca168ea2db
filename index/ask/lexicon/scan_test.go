package lexicon

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestScan(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"possessive", "Oduya’s bridge", []string{"oduya", "bridge"}},
		{"hyphen", "fuel-price increase", []string{"fuel", "price", "increase"}},
		{"number", "2,500 of 7.59 million", []string{"2500", "of", "7.59", "million"}},
		{"initials", "the U.S. army", []string{"the", "u.s", "army"}},
		{"end of sentence", "So did I. He left.", []string{"so", "did", "i", "he", "left"}},
		{"accents", "Café Müller", []string{"cafe", "muller"}},
		{"cyrillic", "Первый ёж", []string{"первый", "еж"}},
		{"chinese", "关闭大桥", []string{"关闭", "闭大", "大桥"}},
		{"apostrophe", "O'Neill didn’t", []string{"o'neill", "didn't"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, words(tt.text, nil)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestStem(t *testing.T) {
	for _, tt := range []struct{ x, y string }{
		{"fought", "fights"}, {"invasion", "invaded"}, {"killed", "killing"}, {"twelve", "12"}, {"children", "child"},
	} {
		if englishStem(tt.x) != englishStem(tt.y) {
			t.Errorf("%s -> %s, %s -> %s: want one stem", tt.x, englishStem(tt.x), tt.y, englishStem(tt.y))
		}
	}
	if englishStem("rain") == englishStem("ruin") {
		t.Error("rain and ruin have one stem")
	}
}

func TestFoldOneLetter(t *testing.T) {
	for _, tt := range []struct{ name, x, y string }{
		{"Greek final sigma", "ΛΌΓΟΣ", "λόγος"},
		{"Arabic hamza", "أحمد", "احمد"},
		{"Arabic last letters", "مدرسة", "مدرسه"},
		{"Arabic tatweel", "محـــمد", "محمد"},
	} {
		if x, y := Fold(nil, tt.x), Fold(nil, tt.y); string(x) != string(y) {
			t.Errorf("%s: fold(%q) = %q, fold(%q) = %q", tt.name, tt.x, x, tt.y, y)
		}
	}
}

// words lists the folded forms of text.
func words(text string, buf []byte) []string {
	var out []string
	Scan(text, func(start, end int) {
		out = append(out, string(Fold(buf[:0], text[start:end])))
	})
	return out
}
