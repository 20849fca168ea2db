package term

import (
	"strings"
	"testing"
	"unicode/utf8"
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
		if x, y := Of(tt.language, tt.x), Of(tt.language, tt.y); x != y {
			t.Errorf("%s: %s -> %s, %s -> %s: want one stem", tt.language, tt.x, x, tt.y, y)
		}
	}
	for _, tt := range []struct{ language, x, y string }{
		{"fr", "aujourd'hui", "hui"}, {"de", "Schloss", "schließen"}, {"de", "Band", "binden"}, {"tr", "'", "köprü"},
	} {
		if x, y := Of(tt.language, tt.x), Of(tt.language, tt.y); x == y || x == "" {
			t.Errorf("%s: %s -> %q, %s -> %q: want two stems", tt.language, tt.x, x, tt.y, y)
		}
	}
}

func TestEnglish(t *testing.T) {
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

// TestEndlessWord checks that no term is long, whatever the word, and that the
// terms of a word and of its longer beginnings are one.
func TestEndlessWord(t *testing.T) {
	for _, unit := range [...]string{"x", "ß", "İ", "é", "ж", "か", "ا", "d'"} {
		for _, language := range [...]string{"", "en", "fr", "tr", "ru", "ar"} {
			word := strings.Repeat(unit, 100_000)
			got := Of(language, word)
			if len(got) > 4*256 || !utf8.ValidString(got) {
				t.Errorf("%s of %q is %d bytes long", language, unit, len(got))
			}
			if same := Of(language, word[:90_000/len(unit)*len(unit)]); same != got {
				t.Errorf("%s of %q depends on its end", language, unit)
			}
		}
	}
}
