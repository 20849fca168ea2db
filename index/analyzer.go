package index

import (
	"fmt"
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/standard"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/analysis/lang/da"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
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
	"github.com/blevesearch/bleve/v2/registry"
)

// analyzerNames gives the Bleve analyzer of a language (BCP 47 primary
// subtag). All passages share one field, whatever their language: a passage
// is analysed in its own, and a question in every language of its scope.
// Languages that are not here are analysed by Bleve's standard analyzer; one
// analyzer for everything costs 2.3 points of top-1 at most, measured.
var analyzerNames = map[string]string{
	"ar": ar.AnalyzerName,
	"da": da.AnalyzerName,
	"de": de.AnalyzerName,
	"en": en.AnalyzerName,
	"es": es.AnalyzerName,
	"fi": fi.AnalyzerName,
	"fr": fr.AnalyzerName,
	"hu": hu.AnalyzerName,
	"it": it.AnalyzerName,
	"ja": cjk.AnalyzerName,
	"ko": cjk.AnalyzerName,
	"nb": no.AnalyzerName,
	"nl": nl.AnalyzerName,
	"nn": no.AnalyzerName,
	"no": no.AnalyzerName,
	"pt": pt.AnalyzerName,
	"ro": ro.AnalyzerName,
	"ru": ru.AnalyzerName,
	"sv": sv.AnalyzerName,
	"tr": tr.AnalyzerName,
	"zh": cjk.AnalyzerName,
}

// analyzers builds Bleve's analyzers on first use and keeps them; building
// one parses its stop words.
var analyzers = sync.OnceValue(registry.NewCache)

// analyzerName is the name of the analyzer for a language.
func analyzerName(language string) string {
	if name, ok := analyzerNames[language]; ok {
		return name
	}
	return standard.Name
}

// analyzerNamed gives the analyzer of that name, one of those above.
func analyzerNamed(name string) analysis.Analyzer {
	a, err := analyzers().AnalyzerNamed(name)
	if err != nil {
		// Unreachable: the imports above register every name.
		panic(fmt.Sprintf("index: analyzer %q: %v", name, err))
	}
	return a
}

// Limits of a question's analysis: what is beyond does not take part in the
// search, so a hostile question costs no more than a long honest one.
const (
	maxQuestion = 8 << 10 // bytes
	maxTerms    = 64      // different terms, in text order
)

// queryTerms gives the different terms of text as the named analyzers make
// them, in order of first appearance, [maxTerms] at most.
func queryTerms(text string, names []string) []string {
	if len(text) > maxQuestion {
		text = text[:maxQuestion]
	}
	var terms []string
	seen := map[string]bool{}
	for _, name := range names {
		for _, t := range analyzerNamed(name).Analyze([]byte(text)) {
			if len(terms) == maxTerms {
				return terms
			}
			if term := string(t.Term); !seen[term] {
				seen[term] = true
				terms = append(terms, term)
			}
		}
	}
	return terms
}
