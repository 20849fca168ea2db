package bot

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// The readers' buttons, menus and forms.
const (
	opContext  = "c" // around a passage
	opPage     = "p" // a window of an article: forwards or backwards from a piece
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

// addButtons puts under an answer what can be done with it.
func addButtons(req *request, r *Reply, rest []cite.Citation) {
	shown := r.Excerpts
	add := func(label, op string, args ...string) {
		if id, ok := req.desk.Key.seal(req.Server, op, args...); ok {
			r.Buttons = append(r.Buttons, Button{Label: label, CustomID: id})
		}
	}
	if len(shown) > 0 {
		add(req.words.Context, opContext, shown[0].String())
	}
	if len(rest) > 0 {
		if packed, n := pack(excerptsOf(rest), excerptsRoom); n > 0 {
			add(req.words.More, opShow, packed)
		}
	}
	if r.Private && req.Server != "" {
		if packed, n := pack(shown, excerptsRoom-maxUser); n == len(shown) {
			add(req.words.Share, opShare, req.Member, packed)
		}
	}
	if req.desk.Books.Doubt != nil {
		about := ""
		if len(shown) > 0 && r.Outcome != "no_answer" {
			about = shown[0].Ref.Article
		}
		add(req.words.NotRight, opDoubt, about)
	}
	if !r.Private && req.Member != "" {
		add(req.words.Remove, opRemove, req.Member)
	}
}

const (
	maxUser      = 21 // a user id and its separator
	excerptsRoom = maxCustomID - len(idVersion) - macLen - 2
)

// handleComponent finds the handler of a button, menu or form.
func handleComponent(ctx context.Context, req *request) (Reply, error) {
	id, err := req.desk.Key.open(req.Server, req.CustomID)
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
		return listArticles(ctx, req, number(id.arg(0)))
	case opSpeakers:
		return speakersOf(ctx, req, id.arg(1), number(id.arg(0)))
	case opForget:
		return forgetMember(req)
	}
	return corpusPress(ctx, req, id)
}

// number reads a base 36 number that the MAC vouches for.
func number(s string) int {
	n, _ := strconv.ParseInt(s, 36, 32)
	return int(n)
}

// gone turns an article that is not in the scope any more into the line
// for that.
func gone(req *request, err error) error {
	if errors.Is(err, index.ErrNoArticle) {
		return refusal(req.words.Errors.Gone)
	}
	return err
}

// showMore answers the More button: the further passages, and More again for those
// that do not fit.
func showMore(ctx context.Context, req *request, packed string) (Reply, error) {
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
func showChosen(ctx context.Context, req *request) (Reply, error) {
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
func openChosen(ctx context.Context, req *request, id customID) (Reply, error) {
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
func citeAll(ctx context.Context, req *request, packed string) ([]cite.Citation, error) {
	list, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	var out []cite.Citation
	for _, e := range list {
		c, err := citeExcerpt(ctx, req, e)
		if err != nil {
			return nil, gone(req, err)
		}
		out = append(out, c)
	}
	return out, nil
}

// shareAnswer posts a private answer for all to see: the same text, which the gate
// compares with the articles once more, under the name of who shares it.
func shareAnswer(ctx context.Context, req *request, id customID) (Reply, error) {
	if id.arg(0) != req.Member || !snowflake.MatchString(req.Member) || !req.Private {
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
func removeAnswer(req *request, id customID) (Reply, error) {
	if req.Member != id.arg(0) && !req.Mod {
		return Reply{}, refusal(req.words.Errors.NotYours)
	}
	return Reply{Delivery: Delete, Outcome: "removed"}, nil
}
