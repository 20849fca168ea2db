package bot

import (
	"context"
	"fmt"
	"strconv"

	"github.com/verbatim-bot/verbatim/index"
)

// listArticles answers /article list from heading number from.
func listArticles(ctx context.Context, req *deskRequest, from int) (Reply, error) {
	all, err := req.scope.Headings(ctx)
	if err != nil {
		return Reply{}, err
	}
	if len(all) == 0 {
		return tellHelp(ctx, req)
	}
	var s sheet
	s.add(fmt.Sprintf(req.words.Articles, len(all)))
	return req.list(&s, len(all), func(i int) string { return req.words.headingLine(all[i]) }, from, opList), nil
}

// showArticle answers /article show.
func showArticle(ctx context.Context, req *deskRequest) (Reply, error) {
	name := req.Options["article"]
	n := 1
	if _, at, ok := parseParagraphID(name); ok {
		n = at
	}
	if s := req.Options["paragraph"]; s != "" {
		at, err := strconv.Atoi(s)
		if err != nil {
			return Reply{}, refusal(req.words.Errors.Gone)
		}
		n = at
	}
	found, err := findArticle(ctx, req, name)
	if err != nil {
		return Reply{}, err
	}
	if len(found) > 1 {
		return chooseHeading(req, found, n), nil
	}
	return openArticle(ctx, req, found[0].ID, n)
}

// listSpeakers answers /article speakers.
func listSpeakers(ctx context.Context, req *deskRequest) (Reply, error) {
	found, err := findArticle(ctx, req, req.Options["article"])
	if err != nil {
		return Reply{}, err
	}
	if len(found) > 1 {
		return chooseHeading(req, found, -1), nil
	}
	return speakersOf(ctx, req, found[0].ID, 0)
}

// speakersOf lists who is quoted in an article.
func speakersOf(ctx context.Context, req *deskRequest, id string, from int) (Reply, error) {
	doc, err := req.scope.Document(ctx, id)
	if err != nil {
		return Reply{}, req.gone(err)
	}
	all, err := quotedIn(ctx, req.scope, id)
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	s.add(fmt.Sprintf(req.words.SpeakersOf, req.words.titled(doc.Article.Title)))
	if len(all) == 0 {
		s.add(req.words.NoSpeakers)
	}
	return req.list(&s, len(all), func(i int) string { return req.words.speakerLine(all[i]) }, from, opSpeakers, id), nil
}

// chooseHeading asks which article to open at paragraph n, or whose speakers
// to list when n is -1.
func chooseHeading(req *deskRequest, found []index.Heading, n int) Reply {
	var options []Choice
	for _, h := range first(found) {
		options = append(options, Choice{Name: headingTitle(req.words, h), Value: h.ID})
	}
	r := req.choose(options)
	r.Select.CustomID, _ = req.seal(opOpen, strconv.Itoa(n))
	return r
}
