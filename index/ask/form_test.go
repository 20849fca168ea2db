package ask

import (
	"os"
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

// TestWithoutAccents: questions are typed without accents, and the stem of
// "solucion" is another than that of "solución".
func TestWithoutAccents(t *testing.T) {
	m, err := Load(os.DirFS("model"))
	if err != nil {
		t.Fatal(err)
	}
	a := analyse(paragraphs("La solución llegó tarde.", "El mercado cerró."), "es", m)
	got := lay(m.read("solucion", "es"), a)
	if len(got.hits) != 1 || got.hits[0].level&(same|exact) != same|exact || got.hits[0].level&spelled != 0 {
		t.Errorf("hits %+v, want the same form", got.hits)
	}
}

// TestSlipsAreLetters: a letter of Cyrillic is two bytes.
func TestSlipsAreLetters(t *testing.T) {
	m, err := Load(os.DirFS("model"))
	if err != nil {
		t.Fatal(err)
	}
	a := analyse(paragraphs("Правительство строит мосты.", "Рынок закрыт."), "ru", m)
	for _, tt := range []struct{ word, want string }{
		{"правительсьво", "правительство"},
		{"правтельство", "правительство"},
		{"рыкон", ""}, // a letter too many lies between: two slips
		{"мысты", "мосты"},
		{"лес", ""},
	} {
		got := ""
		if f := a.vocab.repair(tt.word); f >= 0 {
			got = a.vocab.forms[f].text
		}
		if got != tt.want {
			t.Errorf("repair(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
	if slip("мост", "маяк") || !slip("мосто", "моста") || slip("мост", "рост") || slip("", "мост") {
		t.Error("slip does not count letters")
	}
}

// TestParaphrases: every language's groups are read under its own stems.
func TestParaphrases(t *testing.T) {
	for _, tt := range []struct{ language, x, y string }{
		{"en", "riot", "unrest"}, {"de", "Einwohner", "Bevölkerung"}, {"de", "starb", "Todes"}, {"ru", "умерли", "смертью"},
	} {
		if !common(groupsOf(tt.language, Stem(tt.language, tt.x)), groupsOf(tt.language, Stem(tt.language, tt.y))) {
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

// TestRecount: in a language without a stemmer "brucken" and "brucke" count as
// one word, so the question's is no rare one.
func TestRecount(t *testing.T) {
	m, err := Load(os.DirFS("model"))
	if err != nil {
		t.Fatal(err)
	}
	a := analyse(paragraphs("Drei Brücken sind gesperrt.", "Alle Brücken sind alt.", "Der Markt ist offen."), "und", m)
	got := lay(m.read("Brücke Markthalle Bahnhof", "und"), a)
	if bridge, station := got.weight[0], got.weight[2]; bridge >= station {
		t.Errorf("weights %v: want the first below the last", got.weight)
	}
}
