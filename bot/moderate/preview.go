package moderate

import (
	"context"
	"fmt"
	"slices"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// previewDraft keeps a draft and shows what would be added.
func previewDraft(ctx context.Context, req *request, d store.Draft, replaces string) (say.Reply, error) {
	p := store.Pending{Draft: d, By: req.Member, For: replaces}
	p.Article.ID, p.Article.Revision = "", 0
	if replaces != "" {
		if err := inheritDetails(ctx, req, p.Article, replaces); err != nil {
			return say.Reply{}, err
		}
	}
	token, err := req.stock.records.SaveDraft(req.Server, p)
	if err != nil {
		return say.Reply{}, err
	}
	return preview(ctx, req, token, p)
}

// Bounds of a preview: how wide a fact is, warnings, copies and names that it lists, and how wide
// the first and the last paragraph may be.
const (
	maxFact        = 110
	maxWarnings    = 6
	maxWarning     = 150
	maxCopies      = 3
	maxNames       = 5
	previewExcerpt = 260
	maxDetail      = 300 // a field of the form for details
)

// preview shows a draft: what it says of itself, what was found in it, what is
// doubtful, how it begins and ends.
func preview(ctx context.Context, req *request, token string, p store.Pending) (say.Reply, error) {
	c := &req.Words.Corpus
	a := p.Article
	doc := req.stock.library.Preview(a)
	var s say.Sheet
	if p.For == "" {
		s.Add(c.PreviewAdd)
	} else {
		s.Add(fmt.Sprintf(c.PreviewReplace, "`"+say.OneLine(p.For)+"`"))
	}
	s.Add(factsOf(req, a))
	s.Add(fmt.Sprintf(c.Counts, len(a.Paragraphs), len(doc.Quotes.Quotes), nameList(req, quotedNames(doc))))
	if p.For != "" {
		if err := addDifference(ctx, req, &s, p.For, doc); err != nil {
			return say.Reply{}, err
		}
	}
	if err := addWarnings(ctx, req, &s, p); err != nil {
		return say.Reply{}, err
	}
	ends := []int{1, len(a.Paragraphs)}
	for _, n := range slices.Compact(ends) {
		text, shown := say.Paragraph(a, n, previewExcerpt)
		s.Add(text, shown)
	}
	r := s.Reply()
	r.Draft, r.Private, r.Outcome = a, true, "preview"
	accept := c.Add
	if p.For != "" {
		accept = c.Replace
	}
	r.Buttons = []say.Button{req.Button(accept, opAccept, token), req.Button(c.Details, opDetails, token), req.Button(c.Cancel, opDrop, token)}
	r.Buttons[0].Strong = true
	return r, nil
}

// factsOf is what an article says of itself, a line each.
func factsOf(req *request, a *corpus.Article) string {
	c := &req.Words.Corpus
	known := func(s string) string {
		if s = say.ClipLine(s, maxFact); s == "" {
			return c.Unknown
		}
		return s
	}
	link := c.Unknown
	if l := say.Address(a.URL); l != "" {
		link = "<" + l + ">"
	}
	return fmt.Sprintf(c.Facts, known(a.Title), known(a.Publisher), known(a.Date), known(a.Language), link)
}

// addDifference tells what a new text changes about an article.
func addDifference(ctx context.Context, req *request, s *say.Sheet, id string, is *index.Document) error {
	was, err := req.Scope.Document(ctx, id)
	if err != nil {
		return req.Gone(err)
	}
	c := &req.Words.Corpus
	d := index.Compare(was, is)
	if d.None() {
		s.Add(c.NoDifference)
		return nil
	}
	s.Add(fmt.Sprintf(c.Difference, d.Paragraphs.Added, d.Paragraphs.Removed, d.Paragraphs.Changed,
		d.Quotes.Added, d.Quotes.Removed, d.Quotes.Changed, d.Reattributed))
	if len(d.New) > 0 {
		s.Add(fmt.Sprintf(c.NewSpeakers, nameList(req, d.New)))
	}
	if len(d.Gone) > 0 {
		s.Add(fmt.Sprintf(c.GoneSpeakers, nameList(req, d.Gone)))
	}
	return nil
}

// addWarnings tells what a moderator should look at.
func addWarnings(ctx context.Context, req *request, s *say.Sheet, p store.Pending) error {
	c := &req.Words.Corpus
	for _, w := range p.Article.Warnings[:min(len(p.Article.Warnings), maxWarnings)] {
		s.Add("• " + say.ClipLine(w.In(c.Doubts), maxWarning))
	}
	list, err := copiesOf(ctx, req, p)
	if err != nil {
		return err
	}
	for _, x := range list[:min(len(list), maxCopies)] {
		if x.same {
			s.Add("• " + fmt.Sprintf(c.SameFile, req.ArticleName(x.ID, x.Title)))
		} else {
			s.Add("• " + fmt.Sprintf(c.Resembles, req.ArticleName(x.ID, x.Title), int(100*x.share)))
		}
	}
	return nil
}
