package bot

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// previewed keeps a draft and shows what would be added.
func (v *view) previewed(ctx context.Context, d store.Draft, replaces string) (Reply, error) {
	p := store.Pending{Draft: d, By: v.ev.Member, For: replaces}
	p.Article.ID, p.Article.Revision = "", 0
	if replaces != "" {
		if err := v.inherit(ctx, p.Article, replaces); err != nil {
			return Reply{}, err
		}
	}
	token, err := v.desk.Stock.records.SaveDraft(v.ev.Server, p)
	if err != nil {
		return Reply{}, err
	}
	return v.preview(ctx, token, p)
}

// inherit gives a new text the details that it does not have from the article
// it is to replace.
func (v *view) inherit(ctx context.Context, a *corpus.Article, id string) error {
	was, err := v.scope.Document(ctx, id)
	if err != nil {
		return gone(err)
	}
	a.Title = cmp.Or(a.Title, was.Article.Title)
	a.Publisher = cmp.Or(a.Publisher, was.Article.Publisher)
	a.Date = cmp.Or(a.Date, was.Article.Date)
	a.URL = cmp.Or(a.URL, was.Article.URL)
	return nil
}

// Bounds of a preview: warnings, copies and names that it lists, and how wide
// the first and the last paragraph may be.
const (
	maxWarnings    = 6
	maxWarning     = 150
	maxCopies      = 3
	maxNames       = 5
	previewExcerpt = 260
	maxDetail      = 300 // a field of the form for details
)

// preview shows a draft: what it says of itself, what was found in it, what is
// doubtful, how it begins and ends.
func (v *view) preview(ctx context.Context, token string, p store.Pending) (Reply, error) {
	c := &v.t.Corpus
	a := p.Article
	doc := &index.Document{Article: a, Quotes: quote.Extract(a)}
	v.pin(doc)
	var s sheet
	if p.For == "" {
		s.add(c.PreviewAdd)
	} else {
		s.add(fmt.Sprintf(c.PreviewReplace, "`"+oneLine(p.For)+"`"))
	}
	s.add(v.facts(a))
	s.add(fmt.Sprintf(c.Counts, len(a.Paragraphs), len(doc.Quotes.Quotes), v.names(quotedNames(doc))))
	if p.For != "" {
		if err := v.difference(ctx, &s, p.For, doc); err != nil {
			return Reply{}, err
		}
	}
	if err := v.warnings(ctx, &s, p); err != nil {
		return Reply{}, err
	}
	ends := []int{1, len(a.Paragraphs)}
	for _, n := range slices.Compact(ends) {
		shown, words := shorten(index.Citation{Article: a, Ref: a.Whole(n)}, previewExcerpt)
		text := paragraphLabel(n) + "\n" + words
		if shown != a.Whole(n) {
			text += "\n" + leftOut
		}
		s.add(text, shown)
	}
	r := s.reply()
	r.Private, r.Outcome = true, "preview"
	accept := c.Add
	if p.For != "" {
		accept = c.Replace
	}
	r.Buttons = []Button{v.button(accept, opAccept, token), v.button(c.Details, opDetails, token), v.button(c.Cancel, opDrop, token)}
	r.Buttons[0].Strong = true
	return r, nil
}

// facts is what an article says of itself, a line each.
func (v *view) facts(a *corpus.Article) string {
	c := &v.t.Corpus
	known := func(s string, limit int) string {
		if s = clipLine(s, limit); s == "" {
			return c.Unknown
		}
		return s
	}
	link := c.Unknown
	if l := linkSafe(a.URL); l != "" && len(l) <= maxLink {
		link = "<" + l + ">"
	}
	return fmt.Sprintf(c.Facts, known(a.Title, maxTitle), known(a.Publisher, maxPublisher), known(a.Date, maxDate), known(a.Language, 10), link)
}

func quotedNames(d *index.Document) []string {
	var out []string
	for _, s := range d.Quotes.Speakers {
		if s.Quotes > 0 {
			out = append(out, s.Name)
		}
	}
	return out
}

// names lists names in a line: "2 (A, B)".
func (v *view) names(all []string) string {
	if len(all) == 0 {
		return "0"
	}
	var shown []string
	for _, n := range all[:min(len(all), maxNames)] {
		shown = append(shown, clipLine(n, 40))
	}
	if more := len(all) - len(shown); more > 0 {
		shown = append(shown, fmt.Sprintf(v.t.MoreOfThem, more))
	}
	return fmt.Sprintf("%d (%s)", len(all), strings.Join(shown, ", "))
}

// difference tells what a new text changes about an article.
func (v *view) difference(ctx context.Context, s *sheet, id string, is *index.Document) error {
	was, err := v.scope.Document(ctx, id)
	if err != nil {
		return gone(err)
	}
	c := &v.t.Corpus
	d := index.Compare(was, is)
	if d.None() {
		s.add(c.NoDifference)
		return nil
	}
	s.add(fmt.Sprintf(c.Difference, d.Paragraphs.Added, d.Paragraphs.Removed, d.Paragraphs.Changed,
		d.Quotes.Added, d.Quotes.Removed, d.Quotes.Changed, d.Reattributed))
	if len(d.New) > 0 {
		s.add(fmt.Sprintf(c.NewSpeakers, v.names(d.New)))
	}
	if len(d.Gone) > 0 {
		s.add(fmt.Sprintf(c.GoneSpeakers, v.names(d.Gone)))
	}
	return nil
}

// warnings tells what a moderator should look at.
func (v *view) warnings(ctx context.Context, s *sheet, p store.Pending) error {
	c := &v.t.Corpus
	for _, w := range p.Article.Warnings[:min(len(p.Article.Warnings), maxWarnings)] {
		s.add("• " + clipLine(w.In(c.Doubts), maxWarning))
	}
	list, err := v.copies(ctx, p)
	if err != nil {
		return err
	}
	for _, x := range list[:min(len(list), maxCopies)] {
		if x.same {
			s.add("• " + fmt.Sprintf(c.SameFile, v.name(x.ID, x.Title)))
		} else {
			s.add("• " + fmt.Sprintf(c.Resembles, v.name(x.ID, x.Title), int(100*x.share)))
		}
	}
	return nil
}

// alike is an article that a draft may be a copy of.
type alike struct {
	store.Record
	same  bool // the very same file
	share float64
}

// copies lists the articles that a draft resembles, most alike first.
func (v *view) copies(ctx context.Context, p store.Pending) ([]alike, error) {
	s := v.desk.Stock
	mine, digest := corpus.NewSketch(p.Article), store.Digest(p.Original)
	guilds := []string{v.ev.Server}
	if !v.set.HouseOff {
		guilds = append(guilds, store.House)
	}
	var out []alike
	for _, guild := range guilds {
		records, err := s.records.Articles(guild)
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if r.ID == p.For {
				continue
			}
			other, err := s.sketch(guild, r)
			if err != nil {
				continue // removed meanwhile, or damaged: verify tells of that
			}
			if share := mine.Similarity(other); r.Digest == digest || share >= corpus.NearDuplicate {
				out = append(out, alike{r, r.Digest == digest, share})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b alike) int { return cmp.Compare(b.share, a.share) })
	return out, nil
}

func (s *Stock) sketch(guild string, r store.Record) (*corpus.Sketch, error) {
	k := sketchKey{guild, r.ID, fmt.Sprint(r.Revision, r.Digest)}
	if known, ok := s.sketches.Get(k); ok {
		return known, nil
	}
	a, err := s.records.Article(guild, r.ID)
	if err != nil {
		return nil, err
	}
	made := corpus.NewSketch(a)
	s.sketches.Add(k, &made)
	return &made, nil
}

// draft gives the draft that a button is about.
func (v *view) draft(token string) (store.Pending, error) {
	p, err := v.desk.Stock.records.Draft(v.ev.Server, token)
	return p, decided(err)
}

// decided turns a draft that is not there any more into its line.
func decided(err error) error {
	switch {
	case errors.Is(err, store.ErrRemoved):
		return refusal{problem: problemNoArticle}
	case errors.Is(err, store.ErrNotFound):
		return refusal{problem: problemDraftGone}
	}
	return err
}

// accept makes a draft an article, or the new text of one.
func (v *view) accept(ctx context.Context, token string) (Reply, error) {
	p, err := v.draft(token)
	if err != nil {
		return Reply{}, err
	}
	a, err := v.desk.Stock.records.AcceptDraft(v.ev.Server, v.ev.Member, token)
	if err != nil {
		return Reply{}, decided(err)
	}
	v.sync(ctx)
	c := &v.t.Corpus
	name := v.name(a.ID, a.Title)
	var r Reply
	if p.For == "" {
		r = Reply{Private: true, Text: fmt.Sprintf(c.Added, name), Outcome: "added"}
		v.note(&r, fmt.Sprintf(c.DidAdd, name))
	} else if r, err = v.did(store.Replaced, a.ID, fmt.Sprintf(c.Replaced, name, a.Revision), fmt.Sprintf(c.DidReplace, name, a.Revision)); err != nil {
		return Reply{}, err
	}
	r.Delivery = Edit
	return r, nil
}

// drop takes a draft away; without one it only closes a question.
func (v *view) drop(token string) (Reply, error) {
	if token != "" {
		if err := v.desk.Stock.records.DropDraft(v.ev.Server, token); err != nil {
			return Reply{}, err
		}
	}
	return Reply{Delivery: Edit, Private: true, Text: v.t.Corpus.Cancelled, Outcome: "cancelled"}, nil
}

// detailFields are the fields of the form for details, with what stands in
// them at first: what is longer than a field is cut there, and kept unless
// somebody changes it.
func (v *view) detailFields(d *corpus.Details) []struct {
	id, label string
	value     *string
} {
	c := &v.t.Corpus
	return []struct {
		id, label string
		value     *string
	}{{"title", c.Title, &d.Title}, {"publisher", c.Publisher, &d.Publisher}, {"date", c.Date, &d.Date}, {"url", c.URL, &d.URL}}
}

// prefilled is a detail as it stands in its field at first.
func prefilled(s string) string { return fit(strings.Join(strings.Fields(s), " "), maxDetail) }

func (v *view) askDetails(token string) (Reply, error) {
	p, err := v.draft(token)
	if err != nil {
		return Reply{}, err
	}
	id, _ := v.desk.Key.seal(v.ev.Server, customID{op: opDetailed, args: []string{token}})
	d := p.Article.Details()
	f := &Form{CustomID: id, Title: v.t.Corpus.Details}
	for _, x := range v.detailFields(&d) {
		f.Fields = append(f.Fields, Field{ID: x.id, Label: x.label, Value: prefilled(*x.value), Max: maxDetail})
	}
	return Reply{Delivery: Ask, Form: f, Outcome: "form"}, nil
}

// detailed puts what was typed into the draft and shows it again.
func (v *view) detailed(ctx context.Context, token string) (Reply, error) {
	p, err := v.desk.Stock.records.EditDraft(v.ev.Server, token, func(a *corpus.Article) error {
		d := a.Details()
		for _, x := range v.detailFields(&d) {
			if typed, ok := v.ev.Fields[x.id]; ok && typed != prefilled(*x.value) {
				*x.value = typed
			}
		}
		return a.SetDetails(d)
	})
	if err != nil {
		return Reply{}, decided(err)
	}
	r, err := v.preview(ctx, token, p)
	r.Delivery = Edit
	return r, err
}

// pin has an article's words shown as doc has them for the rest of the event:
// a draft's, or those of an old revision.
func (v *view) pin(doc *index.Document) {
	if v.pinned == nil {
		v.pinned = map[string]*index.Document{}
	}
	v.pinned[doc.Article.ID] = doc
}

// document is an article as this event shows it.
func (v *view) document(ctx context.Context, id string) (*index.Document, error) {
	if doc := v.pinned[id]; doc != nil {
		return doc, nil
	}
	return v.scope.Document(ctx, id)
}
