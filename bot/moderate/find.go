package moderate

import (
	"context"
	"errors"
	"slices"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// ownArticle finds one of the server's own articles by id or by what was
// typed of its title. House articles are the operator's.
func ownArticle(req *request, name string, list func(string) ([]store.Record, error)) (store.Record, error) {
	all, err := list(req.Server)
	if err != nil {
		return store.Record{}, err
	}
	if id, _, ok := say.ParseParagraphID(name); ok {
		name = id
	}
	for _, r := range all {
		if r.ID == name {
			return r, nil
		}
	}
	found := directory.Ranked(all, name, func(r store.Record) []string { return []string{r.Title} })
	if len(found) != 1 || directory.Fold(name) == "" {
		return store.Record{}, say.Refusal(req.Words.Errors.WhichArticle)
	}
	return found[0], nil
}

// offerOwn completes the name of one of the server's own articles.
func offerOwn(ctx context.Context, req *request, names *directory.Names, typed string) ([]say.Choice, error) {
	house, err := req.stock.library.Scope("")
	if err != nil {
		return nil, err
	}
	theirs, err := house.Headings(ctx)
	if err != nil {
		return nil, err
	}
	others := map[string]bool{}
	for _, h := range theirs {
		others[h.ID] = true
	}
	all, err := req.Scope.Headings(ctx)
	if err != nil {
		return nil, err
	}
	found := names.Headings(all, typed)
	return directory.Offer(req.Words, slices.DeleteFunc(found, func(h index.Heading) bool { return others[h.ID] })), nil
}

// offerRemoved completes the name of an article that can be restored.
func offerRemoved(req *request, typed string) ([]say.Choice, error) {
	records, err := req.stock.records.Removed(req.Server)
	if err != nil {
		return nil, err
	}
	var all []index.Heading
	for _, r := range records {
		all = append(all, index.Heading{ID: r.ID, Title: r.Title, Publisher: r.Publisher, Date: r.Date})
	}
	return directory.Offer(req.Words, directory.Ranked(all, typed, func(h index.Heading) []string { return []string{h.Title, h.ID} })), nil
}

// Complete completes the options of the moderators' commands, with the names
// that were folded before.
func (s *Stock) Complete(ctx context.Context, event *say.Request, names *directory.Names) ([]say.Choice, error) {
	req := &request{event, s}
	typed := req.Options[req.Focused]
	switch {
	case req.Focused == "article" && req.Command == "corpus restore":
		return offerRemoved(req, typed)
	case req.Focused == "article":
		return offerOwn(ctx, req, names, typed)
	case req.Focused == "quote":
		return offerQuotes(ctx, req, typed)
	case req.Focused == "name":
		return offerNames(ctx, req, typed)
	}
	return nil, nil
}

// absent turns an article that is not there into its line.
func absent(req *request, err error) error {
	if errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrRemoved) {
		return say.Refusal(req.Words.Errors.NoArticle)
	}
	return err
}
