package bot

import (
	"context"
	"errors"
	"fmt"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// askRemoval answers /corpus remove with the question whether that is meant.
func askRemoval(req *modRequest) (Reply, error) {
	a, err := ownArticle(req, req.Options["article"], req.stock.records.Articles)
	if err != nil {
		return Reply{}, err
	}
	c := &req.words.Corpus
	r := Reply{Private: true, Text: fmt.Sprintf(c.AskRemove, req.name(a.ID, a.Title)), Outcome: "asked"}
	r.Buttons = []Button{req.button(req.words.Remove, opTakeAway, a.ID), req.button(c.Cancel, opDrop)}
	r.Buttons[0].Danger = true
	return r, nil
}

// takeAway removes an article, in every answer from now on.
func takeAway(ctx context.Context, req *modRequest, id string) (Reply, error) {
	s := req.stock
	a, err := s.records.Record(req.Server, id)
	if err == nil {
		err = s.records.Remove(req.Server, req.Member, id)
	}
	if err != nil {
		return Reply{}, absent(req, err)
	}
	syncIndex(ctx, req)
	name := req.name(a.ID, a.Title)
	r, err := reportAct(req, store.Removed, id, fmt.Sprintf(req.words.Corpus.Removed, name), fmt.Sprintf(req.words.Corpus.DidRemove, name))
	r.Delivery = Edit
	return r, err
}

// restoreArticle answers /corpus restore.
func restoreArticle(ctx context.Context, req *modRequest) (Reply, error) {
	s := req.stock
	a, err := ownArticle(req, req.Options["article"], s.records.Removed)
	if err != nil {
		return Reply{}, err
	}
	if err := s.records.Restore(req.Server, req.Member, a.ID); err != nil {
		return Reply{}, absent(req, err)
	}
	syncIndex(ctx, req)
	name := req.name(a.ID, a.Title)
	r := Reply{Private: true, Text: fmt.Sprintf(req.words.Corpus.Restored, name), Outcome: "restored"}
	req.note(&r, fmt.Sprintf(req.words.Corpus.DidRestore, name))
	return r, nil
}

// undoAct takes back a log entry. In the log channel it says so below the line.
func undoAct(ctx context.Context, req *modRequest, number uint64) (Reply, error) {
	e, err := req.stock.records.Undo(req.Server, req.Member, number)
	switch {
	case errors.Is(err, store.ErrChanged), errors.Is(err, store.ErrRemoved), errors.Is(err, store.ErrNotFound):
		return Reply{}, refusal(req.words.Errors.Changed)
	case err != nil:
		return Reply{}, err
	}
	syncIndex(ctx, req)
	c := &req.words.Corpus
	r := Reply{Delivery: Edit, Private: true, Text: fmt.Sprintf(c.Undone, "`"+oneLine(e.Article)+"`"), Outcome: "undone"}
	if !req.Private {
		r.Private, r.Text = false, req.Shown+"\n"+fmt.Sprintf(c.UndoneBy, "<@"+req.Member+">")
		return r, nil
	}
	req.note(&r, fmt.Sprintf(c.DidUndo, "`"+oneLine(e.Article)+"`"))
	return r, nil
}
