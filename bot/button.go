package bot

import (
	"context"
	"fmt"
	"strconv"
	"strings"

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
	opSpeakers = "k" // speakers of an article
	opList     = "l" // page of the articles
	opOpen     = "a" // open the chosen article
	opForget   = "f" // delete a member's feedback
)

// handleComponent finds the handler of a button, menu or form.
func handleComponent(ctx context.Context, req *deskRequest) (Reply, error) {
	id, err := req.open()
	if err != nil {
		return Reply{}, err
	}
	switch id.op {
	case opContext:
		return showContext(ctx, req, id)
	case opPage:
		return turnPage(ctx, req, id)
	case opShow:
		return showMore(ctx, req, id.arg(0))
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
		return listArticles(ctx, req, id.number(0))
	case opSpeakers:
		return speakersOf(ctx, req, id.arg(1), id.number(0))
	case opForget:
		return forgetMember(req)
	}
	if err := req.moderator(); err != nil {
		return Reply{}, err
	}
	if req.desk.Stock == nil {
		return Reply{}, errForged
	}
	return req.desk.Stock.Press(ctx, req.request, id)
}

// showMore answers the More button: the further passages, and More again for those
// that do not fit.
func showMore(ctx context.Context, req *deskRequest, packed string) (Reply, error) {
	list, err := citeAll(ctx, req, packed)
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	s.add(req.words.MorePassage)
	rest := addPassages(req, &s, list, quotesPerPage)
	r := s.reply()
	r.Private, r.Outcome = true, "more"
	addButtons(req, &r, rest)
	return r, nil
}

// showChosen shows the passages that a menu's entry names, in the menu's place.
func showChosen(ctx context.Context, req *deskRequest) (Reply, error) {
	packed := ""
	if len(req.Values) == 1 {
		_, packed, _ = strings.Cut(req.Values[0], "|")
	}
	switch packed {
	case "":
		return Reply{}, errForged
	case noPassage:
		return Reply{Delivery: Edit, Private: true, Text: req.words.NoAnswer, Outcome: "no_answer"}, nil
	}
	list, err := citeAll(ctx, req, packed)
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	rest := addPassages(req, &s, list, 1)
	r := s.reply()
	r.Delivery, r.Private, r.Outcome = Edit, true, "answered"
	addButtons(req, &r, rest)
	return r, nil
}

// openChosen opens the article that was chosen from a menu.
func openChosen(ctx context.Context, req *deskRequest, id customID) (Reply, error) {
	if len(req.Values) != 1 {
		return Reply{}, errForged
	}
	var r Reply
	n, err := strconv.Atoi(id.arg(0))
	switch {
	case err != nil:
		return Reply{}, errForged
	case n < 0:
		r, err = speakersOf(ctx, req, req.Values[0], 0)
	default:
		r, err = openArticle(ctx, req, req.Values[0], n)
	}
	r.Delivery = Edit
	return r, err
}

// citeAll makes the citations of packed excerpts.
func citeAll(ctx context.Context, req *deskRequest, packed string) ([]cite.Citation, error) {
	list, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	var out []cite.Citation
	for _, e := range list {
		c, err := citeExcerpt(ctx, req, e)
		if err != nil {
			return nil, req.gone(err)
		}
		out = append(out, c)
	}
	return out, nil
}

// shareAnswer posts a private answer for all to see: the same text, which the gate
// compares with the articles once more, under the name of who shares it.
func shareAnswer(ctx context.Context, req *deskRequest, id customID) (Reply, error) {
	if id.arg(0) != req.Member || !snowflake(req.Member) || !req.Private {
		return Reply{}, errForged
	}
	r := Reply{Text: fmt.Sprintf(req.words.SharedBy, "<@"+req.Member+">") + "\n" + req.Shown, Outcome: "shared"}
	if id.arg(1) != "" {
		var err error
		if r.Excerpts, err = unpack(id.arg(1)); err != nil {
			return Reply{}, err
		}
	}
	for _, e := range r.Excerpts {
		if _, err := citeExcerpt(ctx, req, e); err != nil {
			return Reply{}, refusal(req.words.Errors.Gone)
		}
	}
	if Width(r.Text) > maxContent {
		return Reply{}, refusal(req.words.Errors.Gone)
	}
	addButtons(req, &r, nil)
	return r, nil
}

// removeAnswer deletes an answer for its asker or a moderator.
func removeAnswer(req *deskRequest, id customID) (Reply, error) {
	if req.Member != id.arg(0) && !req.Mod {
		return Reply{}, refusal(req.words.Errors.NotYours)
	}
	return Reply{Delivery: Delete, Outcome: "removed"}, nil
}
