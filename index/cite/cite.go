// Package cite makes citations: the excerpt of an article that is shown, and
// who says it. Who says an excerpt is decided here and nowhere else.
//
//	cite.go     Citation, and all that is known of an excerpt
//	saying.go   who says it
//	excerpt.go  the sentences to show, and those around them
package cite

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
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

// At says what is known of the excerpt r of d, in which mark are the words that
// matter, or none. r must name words of d.
func At(d *index.Document, r corpus.Ref, mark corpus.Span) Citation {
	c := Citation{Ref: r, Article: d.Article, Mark: mark}
	q, sure := Saying(d.Quotes, r, mark)
	if q == nil {
		return c
	}
	c.Kind = q.Kind
	if !sure {
		return c
	}
	c.Speaker, c.Via = q.Speaker, q.Via
	if m, err := d.Article.Cut(q.Mention); err == nil && m != q.Speaker {
		c.Mention = m // a mention that cannot be cut is not shown
	}
	return c
}

// Excerpt cites the words r of d: the sentences that hold them and the whole
// run of quotation marks that they stand in, so that a cut shows. The words
// themselves are marked.
func Excerpt(d *index.Document, r corpus.Ref) Citation {
	shown := Sentences(d.Article, r)
	if q, _ := Saying(d.Quotes, r, r.Span); q != nil {
		whole := shown
		whole.Start, whole.End = min(whole.Start, q.Ref.Start), max(whole.End, q.Ref.End)
		if whole.Len() <= longRun {
			shown = Sentences(d.Article, whole)
		}
	}
	c := At(d, shown, r.Span)
	c.Score = 1
	return c
}
