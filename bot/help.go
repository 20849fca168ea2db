package bot

import (
	"context"
	"fmt"
)

// help says how to use the bot here, and what to do first when it knows
// nothing yet.
func (v *view) help(ctx context.Context) (Reply, error) {
	articles, err := v.scope.Headings(ctx)
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	s.add(v.t.HelpHow)
	switch n := len(articles); {
	case n > 0:
		s.add(fmt.Sprintf(v.t.HelpHas, n))
	case v.ev.Mod:
		s.add(v.t.HelpEmptyMod)
	default:
		s.add(v.t.HelpEmpty)
	}
	if v.ev.Mod && v.ev.Server != "" {
		s.add(v.t.HelpMod)
	}
	r := s.reply()
	r.Private, r.Outcome = true, "help"
	return r, nil
}
