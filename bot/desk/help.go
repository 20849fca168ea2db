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

// tellPrivacy tells what is kept, and offers to delete what is the member's.
func tellPrivacy(req *request) (say.Reply, error) {
	r := say.Reply{Private: true, Text: req.Words.Privacy, Outcome: "privacy"}
	if req.desk.Books.Forget != nil {
		id, _ := req.Seal(opForget)
		r.Buttons = []say.Button{{Label: req.Words.ForgetMe, CustomID: id, Danger: true}}
	}
	return r, nil
}

// forgetMember deletes a member's feedback, in every server.
func forgetMember(req *request) (say.Reply, error) {
	if req.desk.Books.Forget == nil {
		return say.Reply{}, say.Refusal(req.Words.Errors.Off)
	}
	n, err := req.desk.Books.Forget(req.Member)
	if err != nil {
		return say.Reply{}, err
	}
	return say.Reply{Delivery: say.Edit, Private: true, Text: fmt.Sprintf(req.Words.Forgot, n), Outcome: "privacy"}, nil
}
