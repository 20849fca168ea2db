package lexicon

import (
	"slices"
	"testing"
)

func TestStemOfOtherLanguages(t *testing.T) {
	for _, tt := range []struct{ language, x, y string }{
		{"es", "acción", "acciones"},
		{"es", "niña", "niños"},
		{"pt", "informação", "informações"},
		{"pt", "país", "países"},
		{"ro", "țară", "țări"},
		{"ro", "oraș", "orașe"},
		{"tr", "köprü", "köprüler"},
		{"tr", "köprünün", "köprü"},
		{"tr", "Ankara'nın", "Ankara’da"},
		{"tr", "yıllarında", "yıl"},
		{"hu", "város", "városok"},
		{"fr", "l’économie", "économique"},
		{"fr", "qu'elle", "elle"},
		{"it", "dell'acqua", "acqua"},
		{"de", "verstehen", "verstanden"},
		{"de", "ging", "gehen"},
		{"de", "aufgenommen", "aufnehmen"},
		{"de", "gefundene", "finden"},
	} {
		if x, y := Stem(tt.language, tt.x), Stem(tt.language, tt.y); x != y {
			t.Errorf("%s: %s -> %s, %s -> %s: want one stem", tt.language, tt.x, x, tt.y, y)
		}
	}
	for _, tt := range []struct{ language, x, y string }{
		{"fr", "aujourd'hui", "hui"}, {"de", "Schloss", "schließen"}, {"de", "Band", "binden"}, {"tr", "'", "köprü"},
	} {
		if x, y := Stem(tt.language, tt.x), Stem(tt.language, tt.y); x == y || x == "" {
			t.Errorf("%s: %s -> %q, %s -> %q: want two stems", tt.language, tt.x, x, tt.y, y)
		}
	}
}

// TestParaphrases: every language's groups are read under its own stems.
func TestParaphrases(t *testing.T) {
	for _, tt := range []struct{ language, x, y string }{
		{"en", "riot", "unrest"}, {"de", "Einwohner", "Bevölkerung"}, {"de", "starb", "Todes"}, {"ru", "умерли", "смертью"},
	} {
		y := groupsOf(tt.language, Stem(tt.language, tt.y))
		if !slices.ContainsFunc(groupsOf(tt.language, Stem(tt.language, tt.x)), func(g int16) bool { return slices.Contains(y, g) }) {
			t.Errorf("%s: %s and %s share no group", tt.language, tt.x, tt.y)
		}
	}
	if g := groupsOf("und", "riot"); g != nil {
		t.Errorf("an unknown language has groups %v", g)
	}
	for language, read := range paraphrases {
		for s, g := range read() {
			for i := 1; i < len(g); i++ {
				if g[i-1] >= g[i] {
					t.Fatalf("%s: groups of %s not sorted: %v", language, s, g)
				}
			}
		}
	}
}
