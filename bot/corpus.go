package bot

import (
	"context"
	"fmt"
)

// showStatus answers /corpus status.
func showStatus(ctx context.Context, req *request) (Reply, error) {
	if err := req.moderator(); err != nil {
		return Reply{}, err
	}
	list, err := req.scope.Headings(ctx)
	if err != nil {
		return Reply{}, err
	}
	paragraphs, quotes := 0, 0
	for _, h := range list {
		if h.Quotes < 0 {
			doc, err := req.scope.Document(ctx, h.ID)
			if err != nil {
				return Reply{}, err
			}
			h.Quotes = len(doc.Quotes.Quotes)
		}
		paragraphs += h.Paragraphs
		quotes += h.Quotes
	}
	speakers, err := quotedIn(ctx, req, "")
	if err != nil {
		return Reply{}, err
	}
	text := fmt.Sprintf(req.words.Status, len(list), paragraphs, quotes, len(speakers))
	if len(list) == 0 {
		text = req.words.StatusNone
	}
	var s sheet
	s.add(text)
	if req.desk.Stock != nil {
		if err := stockStatus(ctx, req, &s); err != nil {
			return Reply{}, err
		}
	}
	r := s.reply()
	r.Private, r.Outcome = true, "status"
	if req.desk.Stock != nil {
		r.Buttons = []Button{req.button(req.words.NotRight, opDoubts, n36(0))}
	}
	return r, nil
}
