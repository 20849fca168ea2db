package german

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

func TestOf(t *testing.T) {
	x := Lexicon()
	for w, want := range map[string]language.Class{
		"sagte": language.Say | language.Finite, "gesagt": language.Say | language.Participle, "berichteten": language.Say | language.Finite | language.Plural,
		"bestritt": language.Deny | language.Finite, "spottete": language.Cry | language.Finite, "sei": language.Report,
		"pressesprecherin": language.Role | language.Female, "forstdirektor": language.Role | language.Male, "kreisverwaltung": language.Body,
		"anwohnerinnen": language.Group | language.Plural, "chemikers": language.Role | language.Oblique, "zufolge": language.AccordAfter,
	} {
		if got := x.Of(w); !got.Has(want) {
			t.Errorf("%s: %b lacks %b", w, got, want&^got)
		}
	}
	if x.Split["teilte"]["mit"] == 0 || x.Of("teilte").Is(language.Reports) {
		t.Error("teilte ... mit reports, teilte alone does not")
	}
	if c := x.Of("ostermann"); c != 0 {
		t.Errorf("a name has classes %b", c)
	}
}
