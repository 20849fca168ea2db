package desk

import (
	"context"
	"fmt"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// tellHelp says how to use the bot here, and what to do first when it knows
// nothing yet.
func tellHelp(ctx context.Context, req *request) (say.Reply, error) {
	articles, err := req.Scope.Headings(ctx)
	if err != nil {
		return say.Reply{}, err
	}
	var s say.Sheet
	s.Add(req.Words.HelpHow)
	switch n := len(articles); {
	case n > 0:
		s.Add(fmt.Sprintf(req.Words.HelpHas, n))
	case req.Mod:
		s.Add(req.Words.HelpEmptyMod)
	default:
		s.Add(req.Words.HelpEmpty)
	}
	if req.Mod && req.Server != "" {
		s.Add(req.Words.HelpMod)
	}
	r := s.Reply()
	r.Private, r.Outcome = true, "help"
	return r, nil
}
