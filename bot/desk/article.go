package desk

import (
	"context"
	"fmt"
	"strconv"

	"github.com/verbatim-bot/verbatim/bot/directory"
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
	found, err := findArticle(ctx, req, name)
	if err != nil {
		return say.Reply{}, err
	}
	if len(found) > 1 {
		return chooseHeading(req, found, opOpen, strconv.Itoa(n)), nil
	}
	return openArticle(ctx, req, found[0].ID, n)
}

// listSpeakers answers /article speakers.
func listSpeakers(ctx context.Context, req *request) (say.Reply, error) {
	found, err := findArticle(ctx, req, req.Options["article"])
	if err != nil {
		return say.Reply{}, err
	}
	if len(found) > 1 {
		return chooseHeading(req, found, opOpen, "-1"), nil
	}
	return speakersOf(ctx, req, found[0].ID, 0)
}

// speakersOf lists who is quoted in an article.
func speakersOf(ctx context.Context, req *request, id string, from int) (say.Reply, error) {
	doc, err := req.Scope.Document(ctx, id)
	if err != nil {
		return say.Reply{}, req.Gone(err)
	}
	all, err := directory.Quoted(ctx, req.Scope, id)
	if err != nil {
		return say.Reply{}, err
	}
	var s say.Sheet
	s.Add(fmt.Sprintf(req.Words.SpeakersOf, req.Words.Titled(doc.Article.Title)))
	if len(all) == 0 {
		s.Add(req.Words.NoSpeakers)
	}
	return req.List(&s, len(all), func(i int) string { return req.Words.PersonLine(all[i]) }, from, opSpeakers, id), nil
}
