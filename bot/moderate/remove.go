package moderate

import (
	"context"
	"errors"
	"fmt"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// askRemoval answers /corpus remove with the question whether that is meant.
func askRemoval(req *request) (say.Reply, error) {
	a, err := ownArticle(req, req.Options["article"], req.stock.records.Articles)
	if err != nil {
		return say.Reply{}, err
	}
	c := &req.Words.Corpus
	r := say.Reply{Private: true, Text: fmt.Sprintf(c.AskRemove, req.ArticleName(a.ID, a.Title)), Outcome: "asked"}
	r.Buttons = []say.Button{req.Button(req.Words.Remove, opTakeAway, a.ID), req.Button(c.Cancel, opDrop)}
	r.Buttons[0].Danger = true
	return r, nil
}

// takeAway removes an article, in every answer from now on.
func takeAway(ctx context.Context, req *request, id string) (say.Reply, error) {
	s := req.stock
	number := uint64(0)
	a, err := s.records.Record(req.Server, id)
	if err == nil {
		number, err = s.records.Remove(req.Server, req.Member, id)
	}
	if err != nil {
		return say.Reply{}, absent(req, err)
	}
	syncIndex(ctx, req, a.ID)
	name := req.ArticleName(a.ID, a.Title)
	r := reportAct(req, "removed", number, fmt.Sprintf(req.Words.Corpus.Removed, name), fmt.Sprintf(req.Words.Corpus.DidRemove, name))
	r.Delivery = say.Edit
	return r, nil
}

// restoreArticle answers /corpus restore.
func restoreArticle(ctx context.Context, req *request) (say.Reply, error) {
	s := req.stock
	a, err := ownArticle(req, req.Options["article"], s.records.Removed)
	if err != nil {
		return say.Reply{}, err
	}
	if err := s.records.Restore(req.Server, req.Member, a.ID); err != nil {
		return say.Reply{}, absent(req, err)
	}
	syncIndex(ctx, req, a.ID)
	name := req.ArticleName(a.ID, a.Title)
	r := say.Reply{Private: true, Text: fmt.Sprintf(req.Words.Corpus.Restored, name), Outcome: "restored"}
	req.Note(&r, fmt.Sprintf(req.Words.Corpus.DidRestore, name))
	return r, nil
}

// undoAct takes back a log entry. In the log channel it says so below the line.
func undoAct(ctx context.Context, req *request, number uint64) (say.Reply, error) {
	e, err := req.stock.records.Undo(req.Server, req.Member, number)
	switch {
	case errors.Is(err, store.ErrChanged), errors.Is(err, store.ErrRemoved), errors.Is(err, store.ErrNotFound):
		return say.Reply{}, say.Refusal(req.Words.Errors.Changed)
	case err != nil:
		return say.Reply{}, err
	}
	syncIndex(ctx, req, e.Article)
	c := &req.Words.Corpus
	r := say.Reply{Delivery: say.Edit, Private: true, Text: fmt.Sprintf(c.Undone, "`"+say.OneLine(e.Article)+"`"), Outcome: "undone"}
	if !req.Private {
		r.Private, r.Text = false, req.Shown+"\n"+fmt.Sprintf(c.UndoneBy, "<@"+req.Member+">")
		return r, nil
	}
	req.Note(&r, fmt.Sprintf(c.DidUndo, "`"+say.OneLine(e.Article)+"`"))
	return r, nil
}
