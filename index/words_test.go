package index

import (
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
)

// TestWordsFound asks for words that a search must not lose.
func TestWordsFound(t *testing.T) {
	for _, tt := range []struct {
		name, language, text, question string
		found                          bool
	}{
		{"capital with a dot", "tr", "Fuar İzmir'de açıldı.", "İzmir", true},
		{"typed without the capital", "tr", "Fuar İzmir'de açıldı.", "izmir", true},
		{"another city", "tr", "Fuar İzmit'te açıldı.", "İzmir", false},
		{"another city in an English text", "en", "The fair of İzmit opens.", "Izmir", false},
		{"said, in Russian", "ru", "«Мост закрыт», — сказал мэр.", "кто сказал?", true},
		{"letters of one sound", "ru", "Артём Белов ушёл.", "Артем", true},
		{"curly apostrophe", "en", "Ada O’Neill won.", "O'Neill", true},
		{"accents", "fr", "L’Économie va mal.", "economie", true},
		{"sharp s", "de", "Die Straße ist gesperrt.", "STRASSE", true},
		{"Danish ending", "da", "Vejene er spærret.", "vej", true},
		{"Arabic article", "ar", "افتتحت المدينة", "مدينة", true},
		{"function word", "en", "The bridge is shut.", "the", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := Memory(&corpus.Article{Title: "–", Language: tt.language, Paragraphs: []corpus.Paragraph{{Text: tt.text}}})
			if err != nil {
				t.Fatal(err)
			}
			hits, err := s.Search(t.Context(), tt.question, 3)
			if err != nil {
				t.Fatal(err)
			}
			if (len(hits) > 0) != tt.found {
				t.Errorf("%d hits", len(hits))
			}
		})
	}
}
