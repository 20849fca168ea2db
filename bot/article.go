package bot

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// listArticles answers /article list from heading number from.
func listArticles(ctx context.Context, req *request, from int) (Reply, error) {
	all, err := req.scope.Headings(ctx)
	if err != nil {
		return Reply{}, err
	}
	if len(all) == 0 {
		return tellHelp(ctx, req)
	}
	from = max(0, min(from, len(all)-1))
	var s sheet
	s.add(fmt.Sprintf(req.words.Articles, len(all)))
	next := from
	for ; next < len(all) && next < from+linesPerPage; next++ {
		if !s.add(headingLine(req, all[next])) {
			break
		}
	}
	r := s.reply()
	r.Private, r.Outcome = true, "listed"
	addListTurning(req, &r, opList, nil, from, next, len(all))
	return r, nil
}

// linesPerPage is how many lines of a list are read with pleasure.
const linesPerPage = 15

func headingLine(req *request, h index.Heading) string {
	title := req.words.Untitled
	if t := clipLine(h.Title, maxTitle); t != "" {
		title = t
	}
	parts := []string{fmt.Sprintf(req.words.ArticleLine, oneLine(h.ID), title, h.Paragraphs)}
	for _, x := range []string{clipLine(h.Publisher, maxPublisher), clipLine(h.Date, maxDate)} {
		if x != "" {
			parts = append(parts, x)
		}
	}
	return strings.Join(parts, " · ")
}

// addListTurning adds the buttons to the page before and after one that shows
// entries from to next of a list.
func addListTurning(req *request, r *Reply, op string, args []string, from, next, all int) {
	page := func(label string, at int) {
		if id, ok := req.desk.Key.seal(req.Server, op, append([]string{n36(at)}, args...)...); ok {
			r.Buttons = append(r.Buttons, Button{Label: label, CustomID: id})
		}
	}
	if from > 0 {
		page(req.words.Earlier, max(0, from-linesPerPage))
	}
	if next < all {
		page(req.words.Later, next)
	}
	if req.Kind == Press && req.Private {
		r.Delivery = Edit
	}
}

// showArticle answers /article show.
func showArticle(ctx context.Context, req *request) (Reply, error) {
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
func listSpeakers(ctx context.Context, req *request) (Reply, error) {
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
func speakersOf(ctx context.Context, req *request, id string, from int) (Reply, error) {
	doc, err := req.scope.Document(ctx, id)
	if err != nil {
		return Reply{}, gone(req, err)
	}
	all, err := quotedIn(ctx, req, id)
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	title := req.words.Untitled
	if t := clipLine(doc.Article.Title, maxTitle); t != "" {
		title = t
	}
	s.add(fmt.Sprintf(req.words.SpeakersOf, title))
	if len(all) == 0 {
		s.add(req.words.NoSpeakers)
	}
	from = max(0, min(from, len(all)))
	next := from
	for ; next < len(all) && next < from+linesPerPage; next++ {
		line := fmt.Sprintf(req.words.SpeakerLine, clipLine(all[next].Name, maxSpeaker), all[next].Quotes)
		if role := clipLine(all[next].Role, maxSpeaker); role != "" {
			line += " · " + role
		}
		if !s.add(line) {
			break
		}
	}
	r := s.reply()
	r.Private, r.Outcome = true, "listed"
	addListTurning(req, &r, opSpeakers, []string{id}, from, next, len(all))
	return r, nil
}

// chooseHeading asks which article to open at paragraph n, or whose speakers
// to list when n is -1.
func chooseHeading(req *request, found []index.Heading, n int) Reply {
	var options []Choice
	for _, h := range first(found) {
		options = append(options, Choice{Name: headingTitle(req, h), Value: h.ID})
	}
	r := req.choose(options)
	r.Select.CustomID, _ = req.desk.Key.seal(req.Server, opOpen, strconv.Itoa(n))
	return r
}
