package moderate

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// pendingDraft gives the draft that a button is about.
func pendingDraft(req *request, token string) (store.Pending, error) {
	p, err := req.stock.records.Draft(req.Server, token)
	return p, decided(req, err)
}

// decided turns a draft that is not there any more into its line.
func decided(req *request, err error) error {
	switch {
	case errors.Is(err, store.ErrRemoved):
		return say.Refusal(req.Words.Errors.NoArticle)
	case errors.Is(err, store.ErrNotFound):
		return say.Refusal(req.Words.Errors.DraftGone)
	}
	return err
}

// acceptDraft makes a draft an article, or the new text of one.
func acceptDraft(ctx context.Context, req *request, token string) (say.Reply, error) {
	p, err := pendingDraft(req, token)
	if err != nil {
		return say.Reply{}, err
	}
	a, number, err := req.stock.records.AcceptDraft(req.Server, req.Member, token)
	if err != nil {
		return say.Reply{}, decided(req, err)
	}
	syncIndex(ctx, req, a.ID)
	c := &req.Words.Corpus
	name := req.ArticleName(a.ID, a.Title)
	var r say.Reply
	if p.For == "" {
		r = say.Reply{Private: true, Text: fmt.Sprintf(c.Added, name), Outcome: "added"}
		req.Note(&r, fmt.Sprintf(c.DidAdd, name))
	} else {
		r = reportAct(req, "replaced", number, fmt.Sprintf(c.Replaced, name, a.Revision), fmt.Sprintf(c.DidReplace, name, a.Revision))
	}
	r.Delivery = say.Edit
	return r, nil
}

// dropDraft takes a draft away; without one it only closes a question.
func dropDraft(req *request, token string) (say.Reply, error) {
	if token != "" {
		if err := req.stock.records.DropDraft(req.Server, token); err != nil {
			return say.Reply{}, err
		}
	}
	return say.Reply{Delivery: say.Edit, Private: true, Text: req.Words.Corpus.Cancelled, Outcome: "cancelled"}, nil
}

// detailFields are the fields of the form for details, with what stands in
// them at first: what is longer than a field is cut there, and kept unless
// somebody changes it.
func detailFields(req *request, d *corpus.Details) []struct {
	id, label string
	value     *string
} {
	c := &req.Words.Corpus
	return []struct {
		id, label string
		value     *string
	}{{"title", c.Title, &d.Title}, {"publisher", c.Publisher, &d.Publisher}, {"date", c.Date, &d.Date}, {"url", c.URL, &d.URL}}
}

// prefilled is a detail as it stands in its field at first.
func prefilled(s string) string { return say.Fit(strings.Join(strings.Fields(s), " "), maxDetail) }

func askDetails(req *request, token string) (say.Reply, error) {
	p, err := pendingDraft(req, token)
	if err != nil {
		return say.Reply{}, err
	}
	id, _ := req.Seal(opDetailed, token)
	d := p.Article.Details()
	f := &say.Form{CustomID: id, Title: req.Words.Corpus.Details}
	for _, x := range detailFields(req, &d) {
		f.Fields = append(f.Fields, say.Field{ID: x.id, Label: x.label, Value: prefilled(*x.value), Max: maxDetail})
	}
	return say.Reply{Delivery: say.Ask, Form: f, Outcome: "form"}, nil
}

// saveDetails puts what was typed into the draft and shows it again.
func saveDetails(ctx context.Context, req *request, token string) (say.Reply, error) {
	p, err := req.stock.records.EditDraft(req.Server, token, func(a *corpus.Article) error {
		d := a.Details()
		for _, x := range detailFields(req, &d) {
			if typed, ok := req.Fields[x.id]; ok && typed != prefilled(*x.value) {
				*x.value = typed
			}
		}
		return a.SetDetails(d)
	})
	if err != nil {
		return say.Reply{}, decided(req, err)
	}
	r, err := preview(ctx, req, token, p)
	r.Delivery = say.Edit
	return r, err
}

// inheritDetails gives a new text the details that it does not have from the article
// it is to replace.
func inheritDetails(ctx context.Context, req *request, a *corpus.Article, id string) error {
	was, err := req.Scope.Document(ctx, id)
	if err != nil {
		return req.Gone(err)
	}
	a.Title = cmp.Or(a.Title, was.Article.Title)
	a.Publisher = cmp.Or(a.Publisher, was.Article.Publisher)
	a.Date = cmp.Or(a.Date, was.Article.Date)
	a.URL = cmp.Or(a.URL, was.Article.URL)
	return nil
}
