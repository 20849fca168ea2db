package desk

import (
	"context"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// citeExcerpt makes the citation of an excerpt, with the speaker of the quote that
// stands in it. It fails when the article no longer has it.
func citeExcerpt(ctx context.Context, req *request, e say.Excerpt) (cite.Citation, error) {
	doc, _, err := req.Document(ctx, e)
	if err != nil {
		return cite.Citation{}, err
	}
	if _, err := doc.Article.Cut(e.Ref); err != nil || e.Ref.Empty() {
		return cite.Citation{}, say.Refusal(req.Words.Errors.Gone)
	}
	if !e.Mark.Empty() {
		mark := e.Ref
		mark.Span = e.Mark
		if _, err := doc.Article.Cut(mark); err != nil || !e.Ref.Contains(e.Mark) {
			return cite.Citation{}, say.Refusal(req.Words.Errors.Gone)
		}
	}
	return cite.At(doc, e.Ref, e.Mark), nil
}

// citeAll makes the citations of excerpts.
func citeAll(ctx context.Context, req *request, list []say.Excerpt) ([]cite.Citation, error) {
	var out []cite.Citation
	for _, e := range list {
		c, err := citeExcerpt(ctx, req, e)
		if err != nil {
			return nil, req.Gone(err)
		}
		out = append(out, c)
	}
	return out, nil
}
