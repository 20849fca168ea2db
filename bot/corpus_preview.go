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
	"github.com/verbatim-bot/verbatim/index/cite"
)

// previewDraft keeps a draft and shows what would be added.
func previewDraft(ctx context.Context, req *request, d store.Draft, replaces string) (Reply, error) {
	p := store.Pending{Draft: d, By: req.Member, For: replaces}
	p.Article.ID, p.Article.Revision = "", 0
	if replaces != "" {
		if err := inheritDetails(ctx, req, p.Article, replaces); err != nil {
			return Reply{}, err
		}
	}
	token, err := req.desk.Stock.records.SaveDraft(req.Server, p)
	if err != nil {
		return Reply{}, err
	}
	return preview(ctx, req, token, p)
}

// inheritDetails gives a new text the details that it does not have from the article
// it is to replace.
func inheritDetails(ctx context.Context, req *request, a *corpus.Article, id string) error {
	was, err := req.scope.Document(ctx, id)
	if err != nil {
		return gone(req, err)
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
func preview(ctx context.Context, req *request, token string, p store.Pending) (Reply, error) {
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
		shown, words := shorten(cite.Citation{Article: a, Ref: a.Whole(n)}, previewExcerpt)
		text := paragraphLabel(n) + "\n" + words
		if shown != a.Whole(n) {
			text += "\n" + leftOut
		}
		s.add(text, excerpt{Ref: shown})
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
func factsOf(req *request, a *corpus.Article) string {
	c := &req.words.Corpus
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

// nameList lists names in a line: "2 (A, B)".
func nameList(req *request, all []string) string {
	if len(all) == 0 {
		return "0"
	}
	var shown []string
	for _, n := range all[:min(len(all), maxNames)] {
		shown = append(shown, clipLine(n, 40))
	}
	if more := len(all) - len(shown); more > 0 {
		shown = append(shown, fmt.Sprintf(req.words.MoreOfThem, more))
	}
	return fmt.Sprintf("%d (%s)", len(all), strings.Join(shown, ", "))
}

// addDifference tells what a new text changes about an article.
func addDifference(ctx context.Context, req *request, s *sheet, id string, is *index.Document) error {
	was, err := req.scope.Document(ctx, id)
	if err != nil {
		return gone(req, err)
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
func addWarnings(ctx context.Context, req *request, s *sheet, p store.Pending) error {
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

// alike is an article that a draft may be a copy of.
type alike struct {
	store.Record
	same  bool // the very same file
	share float64
}

// copiesOf lists the articles that a draft resembles, most alike first.
func copiesOf(ctx context.Context, req *request, p store.Pending) ([]alike, error) {
	s := req.desk.Stock
	mine, digest := corpus.NewSketch(p.Article), store.Digest(p.Original)
	guilds := []string{req.Server}
	if !req.settings.HouseOff {
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

// pendingDraft gives the draft that a button is about.
func pendingDraft(req *request, token string) (store.Pending, error) {
	p, err := req.desk.Stock.records.Draft(req.Server, token)
	return p, decided(req, err)
}

// decided turns a draft that is not there any more into its line.
func decided(req *request, err error) error {
	switch {
	case errors.Is(err, store.ErrRemoved):
		return refusal(req.words.Errors.NoArticle)
	case errors.Is(err, store.ErrNotFound):
		return refusal(req.words.Errors.DraftGone)
	}
	return err
}

// acceptDraft makes a draft an article, or the new text of one.
func acceptDraft(ctx context.Context, req *request, token string) (Reply, error) {
	p, err := pendingDraft(req, token)
	if err != nil {
		return Reply{}, err
	}
	a, err := req.desk.Stock.records.AcceptDraft(req.Server, req.Member, token)
	if err != nil {
		return Reply{}, decided(req, err)
	}
	syncIndex(ctx, req)
	c := &req.words.Corpus
	name := req.name(a.ID, a.Title)
	var r Reply
	if p.For == "" {
		r = Reply{Private: true, Text: fmt.Sprintf(c.Added, name), Outcome: "added"}
		req.note(&r, fmt.Sprintf(c.DidAdd, name))
	} else if r, err = reportAct(req, store.Replaced, a.ID, fmt.Sprintf(c.Replaced, name, a.Revision), fmt.Sprintf(c.DidReplace, name, a.Revision)); err != nil {
		return Reply{}, err
	}
	r.Delivery = Edit
	return r, nil
}

// dropDraft takes a draft away; without one it only closes a question.
func dropDraft(req *request, token string) (Reply, error) {
	if token != "" {
		if err := req.desk.Stock.records.DropDraft(req.Server, token); err != nil {
			return Reply{}, err
		}
	}
	return Reply{Delivery: Edit, Private: true, Text: req.words.Corpus.Cancelled, Outcome: "cancelled"}, nil
}

// detailFields are the fields of the form for details, with what stands in
// them at first: what is longer than a field is cut there, and kept unless
// somebody changes it.
func detailFields(req *request, d *corpus.Details) []struct {
	id, label string
	value     *string
} {
	c := &req.words.Corpus
	return []struct {
		id, label string
		value     *string
	}{{"title", c.Title, &d.Title}, {"publisher", c.Publisher, &d.Publisher}, {"date", c.Date, &d.Date}, {"url", c.URL, &d.URL}}
}

// prefilled is a detail as it stands in its field at first.
func prefilled(s string) string { return fit(strings.Join(strings.Fields(s), " "), maxDetail) }

func askDetails(req *request, token string) (Reply, error) {
	p, err := pendingDraft(req, token)
	if err != nil {
		return Reply{}, err
	}
	id, _ := req.desk.Key.seal(req.Server, opDetailed, token)
	d := p.Article.Details()
	f := &Form{CustomID: id, Title: req.words.Corpus.Details}
	for _, x := range detailFields(req, &d) {
		f.Fields = append(f.Fields, Field{ID: x.id, Label: x.label, Value: prefilled(*x.value), Max: maxDetail})
	}
	return Reply{Delivery: Ask, Form: f, Outcome: "form"}, nil
}

// saveDetails puts what was typed into the draft and shows it again.
func saveDetails(ctx context.Context, req *request, token string) (Reply, error) {
	p, err := req.desk.Stock.records.EditDraft(req.Server, token, func(a *corpus.Article) error {
		d := a.Details()
		for _, x := range detailFields(req, &d) {
			if typed, ok := req.Fields[x.id]; ok && typed != prefilled(*x.value) {
				*x.value = typed
			}
		}
		return a.SetDetails(d)
	})
	if err != nil {
		return Reply{}, decided(req, err)
	}
	r, err := preview(ctx, req, token, p)
	r.Delivery = Edit
	return r, err
}
