package bot

import (
	"context"
	"fmt"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// previewDraft keeps a draft and shows what would be added.
func previewDraft(ctx context.Context, req *modRequest, d store.Draft, replaces string) (Reply, error) {
	p := store.Pending{Draft: d, By: req.Member, For: replaces}
	p.Article.ID, p.Article.Revision = "", 0
	if replaces != "" {
		if err := inheritDetails(ctx, req, p.Article, replaces); err != nil {
			return Reply{}, err
		}
	}
	token, err := req.stock.records.SaveDraft(req.Server, p)
	if err != nil {
		return Reply{}, err
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
func preview(ctx context.Context, req *modRequest, token string, p store.Pending) (Reply, error) {
	c := &req.words.Corpus
	a := p.Article
	doc := &index.Document{Article: a, Quotes: quote.Extract(a)}
	var s sheet
	if p.For == "" {
		s.add(c.PreviewAdd)
	} else {
		s.add(fmt.Sprintf(c.PreviewReplace, "`"+oneLine(p.For)+"`"))
	}
	s.add(factsOf(req, a))
	s.add(fmt.Sprintf(c.Counts, len(a.Paragraphs), len(doc.Quotes.Quotes), nameList(req, quotedNames(doc))))
	if p.For != "" {
		if err := addDifference(ctx, req, &s, p.For, doc); err != nil {
			return Reply{}, err
		}
	}
	if err := addWarnings(ctx, req, &s, p); err != nil {
		return Reply{}, err
	}
	ends := []int{1, len(a.Paragraphs)}
	for _, n := range slices.Compact(ends) {
		text, shown := paragraph(a, n, previewExcerpt)
		s.add(text, shown)
	}
	r := s.reply()
	r.Draft, r.Private, r.Outcome = a, true, "preview"
	accept := c.Add
	if p.For != "" {
		accept = c.Replace
	}
	r.Buttons = []Button{req.button(accept, opAccept, token), req.button(c.Details, opDetails, token), req.button(c.Cancel, opDrop, token)}
	r.Buttons[0].Strong = true
	return r, nil
}

// factsOf is what an article says of itself, a line each.
func factsOf(req *modRequest, a *corpus.Article) string {
	c := &req.words.Corpus
	known := func(s string) string {
		if s = clipLine(s, maxFact); s == "" {
			return c.Unknown
		}
		return s
	}
	link := c.Unknown
	if l := address(a.URL); l != "" {
		link = "<" + l + ">"
	}
	return fmt.Sprintf(c.Facts, known(a.Title), known(a.Publisher), known(a.Date), known(a.Language), link)
}

// addDifference tells what a new text changes about an article.
func addDifference(ctx context.Context, req *modRequest, s *sheet, id string, is *index.Document) error {
	was, err := req.scope.Document(ctx, id)
	if err != nil {
		return req.gone(err)
	}
	c := &req.words.Corpus
	d := index.Compare(was, is)
	if d.None() {
		s.add(c.NoDifference)
		return nil
	}
	s.add(fmt.Sprintf(c.Difference, d.Paragraphs.Added, d.Paragraphs.Removed, d.Paragraphs.Changed,
		d.Quotes.Added, d.Quotes.Removed, d.Quotes.Changed, d.Reattributed))
	if len(d.New) > 0 {
		s.add(fmt.Sprintf(c.NewSpeakers, nameList(req, d.New)))
	}
	if len(d.Gone) > 0 {
		s.add(fmt.Sprintf(c.GoneSpeakers, nameList(req, d.Gone)))
	}
	return nil
}

// addWarnings tells what a moderator should look at.
func addWarnings(ctx context.Context, req *modRequest, s *sheet, p store.Pending) error {
	c := &req.words.Corpus
	for _, w := range p.Article.Warnings[:min(len(p.Article.Warnings), maxWarnings)] {
		s.add("• " + clipLine(w.In(c.Doubts), maxWarning))
	}
	list, err := copiesOf(ctx, req, p)
	if err != nil {
		return err
	}
	for _, x := range list[:min(len(list), maxCopies)] {
		if x.same {
			s.add("• " + fmt.Sprintf(c.SameFile, req.name(x.ID, x.Title)))
		} else {
			s.add("• " + fmt.Sprintf(c.Resembles, req.name(x.ID, x.Title), int(100*x.share)))
		}
	}
	return nil
}
