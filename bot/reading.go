package bot

import (
	"context"
	"strings"
)

// showContext answers the Context button: the passage with what stands around it.
func showContext(ctx context.Context, req *deskRequest, id customID) (Reply, error) {
	p, err := parseExcerpt(id.arg(0))
	if err != nil {
		return Reply{}, err
	}
	doc, replaced, err := req.at(ctx, p)
	if err != nil {
		return Reply{}, req.gone(err)
	}
	note := ""
	if replaced {
		note = req.words.Replaced
	}
	if _, err := doc.Article.Cut(p.Ref); err != nil {
		return Reply{}, refusal(req.words.Errors.Gone)
	}
	return req.around(doc.Article, p.Ref, note), nil
}

// turnPage answers the buttons Earlier and Later.
func turnPage(ctx context.Context, req *deskRequest, id customID) (Reply, error) {
	p, err := parseExcerpt(strings.Join([]string{id.arg(0), id.arg(1), id.arg(3), id.arg(4), "0"}, "."))
	if err != nil {
		return Reply{}, err
	}
	doc, _, err := req.at(ctx, p)
	if err != nil {
		return Reply{}, req.gone(err)
	}
	a := doc.Article
	if _, err := a.Cut(p.Ref); err != nil || p.Ref.Paragraph < 1 {
		if p.Ref.Paragraph != len(a.Paragraphs)+1 {
			return Reply{}, refusal(req.words.Errors.Gone)
		}
	}
	r, ok := req.turn(a, p.Ref.Paragraph, p.Ref.Start, id.arg(2) == "b")
	if !ok {
		return Reply{}, refusal(req.words.Errors.Gone)
	}
	if req.Private {
		r.Delivery = Edit
	}
	return r, nil
}

// openArticle opens an article at paragraph n.
func openArticle(ctx context.Context, req *deskRequest, id string, n int) (Reply, error) {
	doc, err := req.scope.Document(ctx, id)
	if err != nil {
		return Reply{}, err
	}
	a := doc.Article
	if n > len(a.Paragraphs) {
		return Reply{}, refusal(req.words.Errors.Gone)
	}
	r, _ := req.turn(a, max(1, n), 0, false)
	r.Private = req.Kind != Message
	return r, nil
}
