package ask

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
