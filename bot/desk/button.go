package desk

import (
	"cmp"
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index/check"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// The readers' buttons, menus and forms.
const (
	opContext  = "c" // around a passage
	opShow     = "m" // show passages
	opChoose   = "o" // show the passages that the chosen value names
	opShare    = "s" // post a private answer for all
	opDoubt    = "n" // Not right?
	opReason   = "r" // the reason of it
	opComment  = "q" // the question to go with the reason
	opRemove   = "x" // delete the answer
	opSpeakers = "k" // page of the speakers of an article, or of all
	opList     = "l" // page of the articles
	opOpen     = "a" // open the chosen article
	opForget   = "f" // delete a member's feedback
	opBind     = "b" // bind a channel to the chosen article
)

// handleComponent finds the handler of a button, menu or form.
func handleComponent(ctx context.Context, req *request) (say.Reply, error) {
	id, err := req.Open()
	if err != nil {
		return say.Reply{}, err
	}
	switch id.Op {
	case opContext:
		return showContext(ctx, req, id)
	case say.OpPage:
		return turnPage(ctx, req, id)
	case opShow:
		return showMore(ctx, req, id.Arg(0))
	case opChoose:
		return showChosen(ctx, req)
	case opOpen:
		return openChosen(ctx, req, id)
	case opShare:
		return shareAnswer(ctx, req, id)
	case opDoubt, opReason, opComment:
		return handleDoubt(req, id)
	case opRemove:
		return removeAnswer(req, id)
	case opList:
		return listArticles(ctx, req, id.Number(0))
	case opSpeakers:
		return listNames(ctx, req, id.Arg(2), id.Arg(1), id.Number(0))
	case opForget:
		return forgetMember(req)
	case opBind:
		return bindChosen(ctx, req, id.Arg(0))
	}
	if err := req.OnlyModerators(); err != nil {
		return say.Reply{}, err
	}
	if req.desk.Stock == nil {
		return say.Reply{}, say.ErrForged
	}
	return req.desk.Stock.Press(ctx, req.Request, id)
}

// showMore answers the More button: the further passages, and More again for those
// that do not fit.
func showMore(ctx context.Context, req *request, packed string) (say.Reply, error) {
	list, err := citePacked(ctx, req, packed)
	if err != nil {
		return say.Reply{}, err
	}
	var s say.Sheet
	s.Add(req.Words.MorePassage)
	rest := addPassages(req, &s, list, passagesPerPage)
	r := s.Reply()
	r.Private, r.Outcome = true, "more"
	addButtons(req, &r, rest)
	return r, nil
}

// showChosen shows the passages that a menu's entry names, in the menu's place.
func showChosen(ctx context.Context, req *request) (say.Reply, error) {
	head, packed := "", ""
	if len(req.Values) == 1 {
		head, packed, _ = strings.Cut(req.Values[0], "|")
	}
	_, verdict, _ := strings.Cut(head, ":")
	line := verdictLine(req.Words, check.Verdict(verdict))
	switch packed {
	case "":
		return say.Reply{}, say.ErrForged
	case noPassage:
		return say.Reply{Delivery: say.Edit, Private: true, Text: cmp.Or(line, req.Words.NoAnswer), Outcome: "no_answer"}, nil
	}
	list, err := citePacked(ctx, req, packed)
	if err != nil {
		return say.Reply{}, err
	}
	var s say.Sheet
	if line != "" {
		s.Add(line)
	}
	rest := addPassages(req, &s, list, 1)
	r := s.Reply()
	r.Delivery, r.Private, r.Outcome = say.Edit, true, "answered"
	addButtons(req, &r, rest)
	return r, nil
}

// openChosen opens the article that was chosen from a menu.
func openChosen(ctx context.Context, req *request, id say.ID) (say.Reply, error) {
	if len(req.Values) != 1 {
		return say.Reply{}, say.ErrForged
	}
	var r say.Reply
	n, err := strconv.Atoi(id.Arg(0))
	switch {
	case err != nil:
		return say.Reply{}, say.ErrForged
	case n < 0:
		r, err = listNames(ctx, req, quoted, req.Values[0], 0)
	default:
		r, err = openArticle(ctx, req, req.Values[0], n)
	}
	r.Delivery = say.Edit
	return r, err
}

// citePacked makes the citations of packed excerpts.
func citePacked(ctx context.Context, req *request, packed string) ([]cite.Citation, error) {
	list, err := say.Unpack(packed)
	if err != nil {
		return nil, err
	}
	return citeAll(ctx, req, list)
}

// shareAnswer posts a private answer for all to see: the same text, which the gate
// compares with the articles once more, under the name of who shares it.
func shareAnswer(ctx context.Context, req *request, id say.ID) (say.Reply, error) {
	if id.Arg(0) != req.Member || !say.Snowflake(req.Member) || !req.Private {
		return say.Reply{}, say.ErrForged
	}
	r := say.Reply{Text: fmt.Sprintf(req.Words.SharedBy, "<@"+req.Member+">") + "\n" + req.Shown, Outcome: "shared"}
	if id.Arg(1) != "" {
		var err error
		if r.Excerpts, err = say.Unpack(id.Arg(1)); err != nil {
			return say.Reply{}, err
		}
	}
	for _, e := range r.Excerpts {
		if _, err := citeExcerpt(ctx, req, e); err != nil {
			return say.Reply{}, say.Refusal(req.Words.Errors.Gone)
		}
	}
	if say.Width(r.Text) > say.MaxContent {
		return say.Reply{}, say.Refusal(req.Words.Errors.Gone)
	}
	addButtons(req, &r, nil)
	return r, nil
}

// removeAnswer deletes an answer for its asker or a moderator.
func removeAnswer(req *request, id say.ID) (say.Reply, error) {
	if req.Member != id.Arg(0) && !req.Mod {
		return say.Reply{}, say.Refusal(req.Words.Errors.NotYours)
	}
	return say.Reply{Delivery: say.Delete, Outcome: "removed"}, nil
}
