package desk

import (
	"context"
	"fmt"
	"strconv"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// listArticles answers /article list from heading number from.
func listArticles(ctx context.Context, req *request, from int) (say.Reply, error) {
	all, err := req.Scope.Headings(ctx)
	if err != nil {
		return say.Reply{}, err
	}
	if len(all) == 0 {
		return tellHelp(ctx, req)
	}
	var s say.Sheet
	s.Add(fmt.Sprintf(req.Words.Articles, len(all)))
	return req.List(&s, len(all), func(i int) string { return req.Words.HeadingLine(all[i]) }, from, opList), nil
}

// showArticle answers /article show.
func showArticle(ctx context.Context, req *request) (say.Reply, error) {
	name := req.Options["article"]
	n := 1
	if _, at, ok := say.ParseParagraphID(name); ok {
		n = at
	}
	if s := req.Options["paragraph"]; s != "" {
		at, err := strconv.Atoi(s)
		if err != nil {
			return say.Reply{}, say.Refusal(req.Words.Errors.Gone)
		}
		n = at
	}
	found, err := findNamed(ctx, req, name)
	if err != nil {
		return say.Reply{}, err
	}
	if name == "" && len(say.First(found)) < len(found) {
		return listArticles(ctx, req, 0) // more than a menu holds
	}
	if len(found) > 1 {
		return chooseHeading(req, found, opOpen, strconv.Itoa(n)), nil
	}
	return openArticle(ctx, req, found[0].ID, n)
}

// listSpeakers answers /article speakers.
func listSpeakers(ctx context.Context, req *request) (say.Reply, error) {
	found, err := findNamed(ctx, req, req.Options["article"])
	if err != nil {
		return say.Reply{}, err
	}
	if len(found) > 1 {
		return chooseHeading(req, found, opOpen, "-1"), nil
	}
	return listNames(ctx, req, quoted, found[0].ID, 0)
}

// linkArticle answers /article link: where to read in a browser.
func linkArticle(ctx context.Context, req *request) (say.Reply, error) {
	article := req.desk.Pages.Article
	if article == nil || req.Settings.PagesOff {
		return say.Reply{}, say.Refusal(req.Words.Errors.NoPages)
	}
	id := ""
	if name := req.Options["article"]; name != "" {
		found, err := findArticle(ctx, req, name)
		if err != nil {
			return say.Reply{}, err
		}
		if len(found) > 1 {
			return say.Reply{}, say.Refusal(req.Words.Errors.WhichArticle)
		}
		id = found[0].ID
	}
	address := say.Address(article(req.Server, req.Settings, id))
	if address == "" {
		return say.Reply{}, say.Refusal(req.Words.Errors.NoPages)
	}
	return say.Reply{Private: true, Outcome: "linked", Text: fmt.Sprintf(req.Words.PageLink, address)}, nil
}
