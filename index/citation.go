package index

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// Citation is an excerpt to show: where it stands and what is known about it.
type Citation struct {
	Ref     corpus.Ref      // the excerpt: one or two sentences
	Article *corpus.Article // the article that Ref is of
	Mark    corpus.Span     // the words that answer, bytes of the paragraph inside Ref; empty when nothing is sure
	Speaker string          // who said it, when the excerpt is a quote and that is clear
	Mention string          // the speaker as the text names them ("he"), when it is not the name
	Kind    quote.Kind      // "" when the excerpt is not a quote
	Via     string
	Score   float64 // within one answer only; higher is better
}
