package bot

import (
	"context"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// citePlace makes the citation of a passage, with the speaker of the quote that
// stands in it. It fails when the article no longer has the passage.
func citePlace(ctx context.Context, req *request, p place) (cite.Citation, error) {
	doc, err := placed(ctx, req, p)
	if err != nil {
		return cite.Citation{}, err
	}
	if _, err := doc.Article.Cut(p.Ref); err != nil || p.Ref.Empty() {
		return cite.Citation{}, refusal(req.words.Errors.Gone)
	}
	if !p.Mark.Empty() {
		mark := p.Ref
		mark.Span = p.Mark
		if _, err := doc.Article.Cut(mark); err != nil || !p.Ref.Contains(p.Mark) {
			return cite.Citation{}, refusal(req.words.Errors.Gone)
		}
	}
	return cite.At(doc, p.Ref, p.Mark), nil
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
