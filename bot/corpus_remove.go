package bot

import (
	"context"
	"errors"
	"fmt"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// askRemoval answers /corpus remove with the question whether that is meant.
func (v *view) askRemoval() (Reply, error) {
	a, err := v.ownArticle(v.ev.Options["article"], v.desk.Stock.records.Articles)
	if err != nil {
		return Reply{}, err
	}
	c := &v.t.Corpus
	r := Reply{Private: true, Text: fmt.Sprintf(c.AskRemove, v.name(a.ID, a.Title)), Outcome: "asked"}
	r.Buttons = []Button{v.button(v.t.Remove, opTakeAway, a.ID), v.button(c.Cancel, opDrop)}
	r.Buttons[0].Danger = true
	return r, nil
}

// takeAway removes an article, in every answer from now on.
func (v *view) takeAway(ctx context.Context, id string) (Reply, error) {
	s := v.desk.Stock
	a, err := s.records.Record(v.ev.Server, id)
	if err == nil {
		err = s.records.Remove(v.ev.Server, v.ev.Member, id)
	}
	if err != nil {
		return Reply{}, absent(err)
	}
	v.sync(ctx)
	name := v.name(a.ID, a.Title)
	r, err := v.did(store.Removed, id, fmt.Sprintf(v.t.Corpus.Removed, name), fmt.Sprintf(v.t.Corpus.DidRemove, name))
	r.Delivery = Edit
	return r, err
}

// absent turns an article that is not there into its line.
func absent(err error) error {
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrRemoved) {
		return refusal{problem: problemNoArticle}
	}
	return err
}

// restore answers /corpus restore.
func (v *view) restore(ctx context.Context) (Reply, error) {
	s := v.desk.Stock
	a, err := v.ownArticle(v.ev.Options["article"], s.records.Removed)
	if err != nil {
		return Reply{}, err
	}
	if err := s.records.Restore(v.ev.Server, v.ev.Member, a.ID); err != nil {
		return Reply{}, absent(err)
	}
	v.sync(ctx)
	name := v.name(a.ID, a.Title)
	r := Reply{Private: true, Text: fmt.Sprintf(v.t.Corpus.Restored, name), Outcome: "restored"}
	v.note(&r, fmt.Sprintf(v.t.Corpus.DidRestore, name))
	return r, nil
}

// undo takes back a log entry. In the log channel it says so below the line.
func (v *view) undo(ctx context.Context, number uint64) (Reply, error) {
	e, err := v.desk.Stock.records.Undo(v.ev.Server, v.ev.Member, number)
	switch {
	case errors.Is(err, store.ErrChanged), errors.Is(err, store.ErrRemoved), errors.Is(err, store.ErrNotFound):
		return Reply{}, refusal{problem: problemChanged}
	case err != nil:
		return Reply{}, err
	}
	v.sync(ctx)
	c := &v.t.Corpus
	r := Reply{Delivery: Edit, Private: true, Text: fmt.Sprintf(c.Undone, "`"+oneLine(e.Article)+"`"), Outcome: "undone"}
	if !v.ev.Private {
		r.Private, r.Text = false, v.ev.Shown+"\n"+fmt.Sprintf(c.UndoneBy, "<@"+v.ev.Member+">")
		return r, nil
	}
	v.note(&r, fmt.Sprintf(c.DidUndo, "`"+oneLine(e.Article)+"`"))
	return r, nil
}
