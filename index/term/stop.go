package term

import (
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/da"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/el"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
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

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// Common reports whether a form is in the list of common words of its language,
// which tell little of what a text is about. Languages without a list have none.
func Common(language, form string) bool { return lists()[language][form] }

// stop reports whether no search looks for a form: it is common and carries
// grammar only.
func stop(language string, form []byte) bool {
	return lists()[language][string(form)] && !slices.Contains(meaning[language], string(form))
}

// meaning are words in the lists that carry a meaning, by their forms: Snowball's
// Russian list is of the commonest words of a sample, not of function words.
var meaning = map[string][]string{
	"ru": {"сказал", "сказала", "сказать", "говорил", "человек", "жизнь"},
}

// lists are those of Snowball, Lucene and Savoy that Bleve brings along,
// folded as forms are.
var lists = sync.OnceValue(func() map[string]map[string]bool {
	read := map[string][]byte{
		"ar": ar.ArabicStopWords, "da": da.DanishStopWords, "el": el.GreekStopWords, "en": en.EnglishStopWords, "fi": fi.FinnishStopWords,
		"hu": hu.HungarianStopWords, "nb": no.NorwegianStopWords, "nn": no.NorwegianStopWords, "no": no.NorwegianStopWords,
		"de": de.GermanStopWords, "es": es.SpanishStopWords, "fr": fr.FrenchStopWords, "it": it.ItalianStopWords,
		"nl": nl.DutchStopWords, "pt": pt.PortugueseStopWords, "ro": ro.RomanianStopWords, "ru": ru.RussianStopWords,
		"sv": sv.SwedishStopWords, "tr": tr.TurkishStopWords,
	}
	out := make(map[string]map[string]bool, len(read))
	for language, list := range read {
		set := map[string]bool{}
		for line := range strings.Lines(string(list)) {
			line, _, _ = strings.Cut(line, "|")
			if strings.HasPrefix(line, "#") {
				continue
			}
			for w := range strings.FieldsSeq(line) {
				set[words.Fold(w)] = true
			}
		}
		out[language] = set
	}
	return out
})
