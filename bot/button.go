package bot

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// buttons puts under an answer what can be done with it. asker is who may
// remove it.
func (v *view) buttons(r *Reply, shown []place, rest []index.Citation, asker string) {
	add := func(label string, o op, args ...string) {
		if id, ok := v.desk.Key.seal(v.ev.Server, customID{op: o, args: args}); ok {
			r.Buttons = append(r.Buttons, Button{Label: label, CustomID: id})
		}
	}
	if len(shown) > 0 {
		add(v.t.Context, opContext, shown[0].String())
	}
	if len(rest) > 0 {
		if packed, n := pack(placesOf(rest), placesRoom); n > 0 {
			add(v.t.More, opShow, packed)
		}
	}
	if r.Private && v.ev.Server != "" {
		if packed, n := pack(shown, placesRoom-maxUser); n == len(shown) {
			add(v.t.Share, opShare, v.ev.Member, packed)
		}
	}
	if v.desk.Books.Doubt != nil {
		about := ""
		if len(shown) > 0 && r.Outcome != "no_answer" {
			about = shown[0].Ref.Article
		}
		add(v.t.NotRight, opDoubt, about)
	}
	if !r.Private && asker != "" {
		add(v.t.Remove, opRemove, asker)
	}
}

const (
	maxUser    = 21 // a user id and its separator
	placesRoom = maxCustomID - len(idVersion) - macLen - 2
)

// component finds the handler of a button, menu or form.
func (v *view) component(ctx context.Context) (Reply, error) {
	id, err := v.desk.Key.open(v.ev.Server, v.ev.CustomID)
	if err != nil {
		return Reply{}, err
	}
	switch id.op {
	case opContext:
		return v.context(ctx, id)
	case opPage:
		return v.page(ctx, id)
	case opShow:
		return v.more(ctx, id.arg(0))
	case opChoose:
		return v.chosen(ctx)
	case opOpen:
		return v.opened(ctx, id)
	case opShare:
		return v.share(ctx, id)
	case opDoubt, opReason, opComment:
		return v.doubt(id)
	case opRemove:
		return v.remove(id)
	case opList:
		return v.articles(ctx, number(id.arg(0)))
	case opSpeakers:
		return v.speakersOf(ctx, id.arg(1), number(id.arg(0)))
	case opForget:
		return v.forget()
	}
	return v.corpusPress(ctx, id)
}

// number reads a base 36 number that the MAC vouches for.
func number(s string) int {
	n, _ := strconv.ParseInt(s, 36, 32)
	return int(n)
}

// gone turns an article that is not in the scope any more into the problem
// that a button meets then.
func gone(err error) error {
	if errors.Is(err, index.ErrNoArticle) {
		return refusal{problem: problemGone}
	}
	return err
}

// more answers the More button: the further passages, and More again for those
// that do not fit.
func (v *view) more(ctx context.Context, packed string) (Reply, error) {
	list, err := v.citeAll(ctx, packed)
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	s.add(v.t.MorePassage)
	shown, rest := v.passages(&s, list, quotesPerPage)
	r := s.reply()
	r.Private, r.Outcome = true, "more"
	v.buttons(&r, shown, rest, v.ev.Member)
	return r, nil
}

// chosen shows the passages that a menu's entry names, in the menu's place.
func (v *view) chosen(ctx context.Context) (Reply, error) {
	packed := ""
	if len(v.ev.Values) == 1 {
		_, packed, _ = strings.Cut(v.ev.Values[0], "|")
	}
	switch packed {
	case "":
		return Reply{}, errForged
	case noPassage:
		return Reply{Delivery: Edit, Private: true, Text: v.t.NoAnswer, Outcome: "no_answer"}, nil
	}
	list, err := v.citeAll(ctx, packed)
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	shown, rest := v.passages(&s, list, 1)
	r := s.reply()
	r.Delivery, r.Private, r.Outcome = Edit, true, "answered"
	v.buttons(&r, shown, rest, v.ev.Member)
	return r, nil
}

// opened opens the article that was chosen from a menu.
func (v *view) opened(ctx context.Context, id customID) (Reply, error) {
	if len(v.ev.Values) != 1 {
		return Reply{}, errForged
	}
	var r Reply
	n, err := strconv.Atoi(id.arg(0))
	switch {
	case err != nil:
		return Reply{}, errForged
	case n < 0:
		r, err = v.speakersOf(ctx, v.ev.Values[0], 0)
	default:
		r, err = v.read(ctx, v.ev.Values[0], n)
	}
	r.Delivery = Edit
	return r, err
}

// citeAll makes the citations of packed places.
func (v *view) citeAll(ctx context.Context, packed string) ([]index.Citation, error) {
	places, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	var out []index.Citation
	for _, p := range places {
		c, err := v.cite(ctx, p)
		if err != nil {
			return nil, gone(err)
		}
		if c.Article.Revision != p.Revision {
			return nil, refusal{problem: problemGone}
		}
		out = append(out, c)
	}
	return out, nil
}

// share posts a private answer for all to see: the same text, which the gate
// compares with the articles once more, under the name of who shares it.
func (v *view) share(ctx context.Context, id customID) (Reply, error) {
	if id.arg(0) != v.ev.Member || !snowflake.MatchString(v.ev.Member) || !v.ev.Private {
		return Reply{}, errForged
	}
	var places []place
	if id.arg(1) != "" {
		var err error
		if places, err = unpack(id.arg(1)); err != nil {
			return Reply{}, err
		}
	}
	r := Reply{Text: fmt.Sprintf(v.t.SharedBy, "<@"+v.ev.Member+">") + "\n" + v.ev.Shown, Outcome: "shared"}
	for _, p := range places {
		if c, err := v.cite(ctx, p); err != nil || c.Article.Revision != p.Revision {
			return Reply{}, refusal{problem: problemGone}
		}
		r.Excerpts = append(r.Excerpts, p.Ref)
	}
	if Width(r.Text) > maxContent {
		return Reply{}, refusal{problem: problemGone}
	}
	v.buttons(&r, places, nil, v.ev.Member)
	return r, nil
}

// remove deletes an answer for its asker or a moderator.
func (v *view) remove(id customID) (Reply, error) {
	if v.ev.Member != id.arg(0) && !v.ev.Mod {
		return Reply{}, refusal{problem: problemNotYours}
	}
	return Reply{Delivery: Delete, Outcome: "removed"}, nil
}
