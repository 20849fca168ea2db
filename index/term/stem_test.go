package term

import "testing"

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
