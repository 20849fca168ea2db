package bot

import (
	"context"
	"fmt"
)

// status answers /corpus status.
func (v *view) status(ctx context.Context) (Reply, error) {
	if err := v.moderator(); err != nil {
		return Reply{}, err
	}
	list, err := v.scope.Headings(ctx)
	if err != nil {
		return Reply{}, err
	}
	paragraphs, quotes := 0, 0
	for _, h := range list {
		if h.Quotes < 0 {
			doc, err := v.scope.Document(ctx, h.ID)
			if err != nil {
				return Reply{}, err
			}
			h.Quotes = len(doc.Quotes.Quotes)
		}
		paragraphs += h.Paragraphs
		quotes += h.Quotes
	}
	speakers, err := v.quoted(ctx, "")
	if err != nil {
		return Reply{}, err
	}
	text := fmt.Sprintf(v.t.Status, len(list), paragraphs, quotes, len(speakers))
	if len(list) == 0 {
		text = v.t.StatusNone
	}
	var s sheet
	s.add(text)
	if v.desk.Stock != nil {
		if err := v.stockStatus(ctx, &s); err != nil {
			return Reply{}, err
		}
	}
	r := s.reply()
	r.Private, r.Outcome = true, "status"
	if v.desk.Stock != nil {
		r.Buttons = []Button{v.button(v.t.NotRight, opDoubts, n36(0))}
	}
	return r, nil
}
