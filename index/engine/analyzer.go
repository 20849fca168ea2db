package engine

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/single"

	"github.com/verbatim-bot/verbatim/index/term"
)

// analyzer gives Bleve the terms of a text in a language (BCP 47 primary
// subtag). All passages share one field, whatever their language: a passage is
// analysed in its own, and a question in every language of its scope. Bleve's own
// analyzers are not used: v2.6.3 cuts words with İ and never looks for "сказал",
// and a ranking could not count the terms that it makes.
type analyzer string

// Analyze makes the tokens of a text.
func (a analyzer) Analyze(text []byte) analysis.TokenStream {
	var out analysis.TokenStream
	for t := range term.In(string(a), string(text)) {
		out = append(out, &analysis.Token{Start: t.Start, End: t.End, Term: []byte(t.Text), Position: len(out) + 1})
	}
	return out
}

// entire takes a value as one term.
var entire = &analysis.DefaultAnalyzer{Tokenizer: single.NewSingleTokenTokenizer()}

// Limits of a question's analysis: what is beyond does not take part in the
// search, so a hostile question costs no more than a long honest one.
const (
	maxQuestion = 8 << 10 // bytes
	maxTerms    = 64      // different terms, in text order
)

// Terms gives the different terms of text in the given languages, in order
// of first appearance, [maxTerms] at most.
func Terms(text string, languages []string) []string {
	if len(text) > maxQuestion {
		text = text[:maxQuestion]
	}
	var terms []string
	seen := map[string]bool{}
	for _, language := range languages {
		for t := range term.In(language, text) {
			if len(terms) == maxTerms {
				return terms
			}
			if !seen[t.Text] {
				seen[t.Text] = true
				terms = append(terms, t.Text)
			}
		}
	}
	return terms
}
