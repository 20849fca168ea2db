package bot

import (
	"context"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
)

// cite makes the citation of a passage, with the speaker of the quote that
// stands in it. It fails when the article no longer has the passage.
func cite(ctx context.Context, req *request, p place) (index.Citation, error) {
	doc, err := placed(ctx, req, p)
	if err != nil {
		return index.Citation{}, err
	}
	if _, err := doc.Article.Cut(p.Ref); err != nil || p.Ref.Empty() {
		return index.Citation{}, refusal(req.words.Errors.Gone)
	}
	if !p.Mark.Empty() {
		mark := p.Ref
		mark.Span = p.Mark
		if _, err := doc.Article.Cut(mark); err != nil || !p.Ref.Contains(p.Mark) {
			return index.Citation{}, refusal(req.words.Errors.Gone)
		}
	}
	return citationAt(doc, p.Ref, p.Mark), nil
}

// placed is the article that p names, as it was when p was shown: a text that
// was replaced since can still be opened. It pins an old revision.
func placed(ctx context.Context, req *request, p place) (*index.Document, error) {
	doc, err := req.document(ctx, p.Ref.Article)
	if err != nil || doc.Article.Revision == p.Revision {
		return doc, err
	}
	if req.pinned[p.Ref.Article] != nil {
		return nil, refusal(req.words.Errors.Gone) // one message shows one revision
	}
	if doc, err = req.scope.Revision(ctx, p.Ref.Article, p.Revision); err != nil {
		return nil, err
	}
	req.pin(doc)
	return doc, nil
}

// citationAt says what is known of an excerpt. Its speaker is that of the
// quote that the mark touches, or that fills most of the excerpt; when quotes
// of two speakers fill it, nobody is named.
func citationAt(doc *index.Document, ref corpus.Ref, mark corpus.Span) index.Citation {
	c := index.Citation{Ref: ref, Article: doc.Article, Mark: mark}
	var best quote.Quote
	bestLen := 0
	mixed := false
	for _, q := range doc.Quotes.Quotes {
		if q.Ref.Paragraph != ref.Paragraph || !q.Ref.Overlaps(ref.Span) {
			continue
		}
		if !mark.Empty() && !q.Ref.Overlaps(mark) {
			continue
		}
		if bestLen > 0 && q.Speaker != best.Speaker {
			mixed = true
		}
		if n := min(q.Ref.End, ref.End) - max(q.Ref.Start, ref.Start); n > bestLen {
			best, bestLen = q, n
		}
	}
	if bestLen == 0 {
		return c
	}
	if mixed && mark.Empty() {
		c.Kind = best.Kind
		return c
	}
	return withQuote(c, best)
}

// withQuote fills in what a quote tells of its speaker.
func withQuote(c index.Citation, q quote.Quote) index.Citation {
	c.Speaker, c.Kind, c.Via = q.Speaker, q.Kind, q.Via
	if !q.Mention.Empty() {
		c.Mention, _ = c.Article.Cut(q.Mention) // a mention that cannot be cut is not shown
		if c.Mention == c.Speaker {
			c.Mention = ""
		}
	}
	return c
}

// sentencesOf is the least run of whole sentences of paragraph n that holds
// span.
func sentencesOf(a *corpus.Article, n int, span corpus.Span) corpus.Ref {
	p, _ := a.Paragraph(n)
	r := corpus.Ref{Article: a.ID, Paragraph: n, Span: span}
	for _, s := range corpus.Sentences(p.Text) {
		if s.Overlaps(span) {
			r.Start, r.End = min(r.Start, s.Start), max(r.End, s.End)
		}
	}
	return r
}
