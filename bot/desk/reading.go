package desk

import (
	"context"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// showContext answers the Context button: the passage with what stands around it.
func showContext(ctx context.Context, req *request, id say.ID) (say.Reply, error) {
	e, err := say.ParseExcerpt(id.Arg(0))
	if err != nil {
		return say.Reply{}, err
	}
	return around(ctx, req, e, "")
}

// around shows an excerpt with what stands around it, below a note; of a text
// that was replaced since it says so instead.
func around(ctx context.Context, req *request, e say.Excerpt, note string) (say.Reply, error) {
	doc, replaced, err := req.Document(ctx, e)
	if err != nil {
		return say.Reply{}, req.Gone(err)
	}
	if replaced {
		note = req.Words.Replaced
	}
	if _, err := doc.Article.Cut(e.Ref); err != nil {
		return say.Reply{}, say.Refusal(req.Words.Errors.Gone)
	}
	return req.Around(doc.Article, e.Ref, note), nil
}

// turnPage answers the buttons Earlier and Later.
func turnPage(ctx context.Context, req *request, id say.ID) (say.Reply, error) {
	p, err := say.ParseExcerpt(strings.Join([]string{id.Arg(0), id.Arg(1), id.Arg(3), id.Arg(4), "0"}, "."))
	if err != nil {
		return say.Reply{}, err
	}
	doc, _, err := req.Document(ctx, p)
	if err != nil {
		return say.Reply{}, req.Gone(err)
	}
	a := doc.Article
	if _, err := a.Cut(p.Ref); err != nil || p.Ref.Paragraph < 1 {
		if p.Ref.Paragraph != len(a.Paragraphs)+1 {
			return say.Reply{}, say.Refusal(req.Words.Errors.Gone)
		}
	}
	r, ok := req.Turn(a, p.Ref.Paragraph, p.Ref.Start, id.Arg(2) == "b")
	if !ok {
		return say.Reply{}, say.Refusal(req.Words.Errors.Gone)
	}
	if req.Private {
		r.Delivery = say.Edit
	}
	return r, nil
}

// openArticle opens an article at paragraph n.
func openArticle(ctx context.Context, req *request, id string, n int) (say.Reply, error) {
	doc, err := req.Scope.Document(ctx, id)
	if err != nil {
		return say.Reply{}, err
	}
	a := doc.Article
	if n > len(a.Paragraphs) {
		return say.Reply{}, say.Refusal(req.Words.Errors.Gone)
	}
	r, _ := req.Turn(a, max(1, n), 0, false)
	r.Private = req.Kind != say.Message
	return r, nil
}
