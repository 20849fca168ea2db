package bot

import (
	"context"
	"fmt"
)

// tellHelp says how to use the bot here, and what to do first when it knows
// nothing yet.
func tellHelp(ctx context.Context, req *deskRequest) (Reply, error) {
	articles, err := req.scope.Headings(ctx)
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	s.add(req.words.HelpHow)
	switch n := len(articles); {
	case n > 0:
		s.add(fmt.Sprintf(req.words.HelpHas, n))
	case req.Mod:
		s.add(req.words.HelpEmptyMod)
	default:
		s.add(req.words.HelpEmpty)
	}
	if req.Mod && req.Server != "" {
		s.add(req.words.HelpMod)
	}
	r := s.reply()
	r.Private, r.Outcome = true, "help"
	return r, nil
}
