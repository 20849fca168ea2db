package spanish

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

func TestLexicon(t *testing.T) {
	x := Lexicon()
	for word, want := range map[string]language.Class{
		"explicó":     language.Say | language.Finite | language.Singular,
		"piensan":     language.Think | language.Finite | language.Plural,
		"advirtió":    language.Say | language.Finite | language.Singular,
		"sugirieron":  language.Say | language.Finite | language.Plural,
		"concluyó":    language.Say | language.Finite | language.Singular,
		"concluyendo": language.Say | language.Gerund,
		"prosiguió":   language.Cry | language.Finite | language.Singular,
		"sostuvieron": language.Say | language.Finite | language.Plural,
		"añadiendo":   language.Say | language.Gerund,
		"zanjaba":     language.Say | language.Finite | language.Singular,
		"pidió":       language.Say | language.Demand | language.Finite | language.Singular,
		"niegan":      language.Say | language.Deny | language.Finite | language.Plural,
		"soltó":       language.Cry | language.Finite | language.Singular,
		"habría":      language.Report | language.Auxiliary,
		"alcaldesa":   language.Role | language.Female | language.Singular,
		"directora":   language.Role | language.Female | language.Singular,
		"capitana":    language.Role | language.Female | language.Singular,
		"portavoces":  language.Group | language.Plural,
		"fiscales":    language.Group | language.Plural,
		"fiscalía":    language.Body | language.Female | language.Singular,
	} {
		if got := x.Of(word); !got.Has(want) {
			t.Errorf("%s lacks %b of %b", word, want&^got, want)
		}
	}
	for _, word := range []string{"casa", "piedra", "", "-", "ayuntamiento"} {
		if got := x.Of(word); got.Is(language.Reports) {
			t.Errorf("%s reports", word)
		}
	}
}
