package french

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

func TestLexicon(t *testing.T) {
	x := Lexicon()
	for word, want := range map[string]language.Class{
		"explique":     language.Say | language.Finite | language.Singular,
		"expliquait":   language.Say | language.Finite | language.Singular,
		"rappelle":     language.Say | language.Finite | language.Singular,
		"répète":       language.Say | language.Finite | language.Singular,
		"regrettent":   language.Say | language.Finite | language.Plural,
		"annonça":      language.Say | language.Finite | language.Singular,
		"dénonçait":    language.Say | language.Finite | language.Singular,
		"exigeaient":   language.Say | language.Finite | language.Plural,
		"lâchée":       language.Cry | language.Participle,
		"soutient":     language.Say | language.Finite | language.Singular,
		"soutenant":    language.Say | language.Gerund,
		"dément":       language.Say | language.Deny | language.Finite | language.Singular,
		"craignent":    language.Think | language.Finite | language.Plural,
		"serait":       language.Report | language.Auxiliary,
		"préfète":      language.Role | language.Female | language.Singular,
		"agricultrice": language.Role | language.Female | language.Singular,
		"généraux":     language.Group | language.Plural,
		"porte-parole": language.Role | language.Singular,
		"mairie":       language.Body | language.Female | language.Singular,
	} {
		if got := x.Of(word); !got.Has(want) {
			t.Errorf("%s lacks %b of %b", word, want&^got, want)
		}
	}
	for _, word := range []string{"maison-mère", "dirigeaient-ils", "sonner", "", "-"} {
		if got := x.Of(word); got.Is(language.Reports) {
			t.Errorf("%s reports", word)
		}
	}
}
