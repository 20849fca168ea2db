package lexicon

import (
	"strings"

	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/da"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/el"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fi"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/hu"
	"github.com/blevesearch/bleve/v2/analysis/lang/it"
	"github.com/blevesearch/bleve/v2/analysis/lang/nl"
	"github.com/blevesearch/bleve/v2/analysis/lang/no"
	"github.com/blevesearch/bleve/v2/analysis/lang/pt"
	"github.com/blevesearch/bleve/v2/analysis/lang/ro"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/bleve/v2/analysis/lang/sv"
	"github.com/blevesearch/bleve/v2/analysis/lang/tr"
)

// stopWords are the function words of languages other than English, from the
// lists of Snowball, Lucene and Savoy that Bleve brings along, folded as forms
// are.
func stopWords() map[string]map[string]bool {
	lists := map[string][]byte{
		"ar": ar.ArabicStopWords, "da": da.DanishStopWords, "el": el.GreekStopWords, "fi": fi.FinnishStopWords,
		"hu": hu.HungarianStopWords, "no": no.NorwegianStopWords,
		"de": de.GermanStopWords, "es": es.SpanishStopWords, "fr": fr.FrenchStopWords, "it": it.ItalianStopWords,
		"nl": nl.DutchStopWords, "pt": pt.PortugueseStopWords, "ro": ro.RomanianStopWords, "ru": ru.RussianStopWords,
		"sv": sv.SwedishStopWords, "tr": tr.TurkishStopWords,
	}
	out := make(map[string]map[string]bool, len(lists))
	for language, list := range lists {
		set := map[string]bool{}
		for line := range strings.Lines(string(list)) {
			line, _, _ = strings.Cut(line, "|")
			if strings.HasPrefix(line, "#") {
				continue
			}
			for w := range strings.FieldsSeq(line) {
				set[string(Fold(nil, w))] = true
			}
		}
		out[language] = set
	}
	return out
}
