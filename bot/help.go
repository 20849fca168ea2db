package bot

import (
	"context"
	"fmt"
)

// help says how to use the bot here, and what to do first when it knows
// nothing yet.
func (v *view) help(context.Context) (Reply, error) {
	var s sheet
	s.add(v.t.HelpHow)
	switch n := len(v.scope.IDs()); {
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
