package bot

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// articles answers /article list from heading number from.
func (v *view) articles(ctx context.Context, from int) (Reply, error) {
	all, err := v.scope.Headings(ctx)
	if err != nil {
		return Reply{}, err
	}
	if len(all) == 0 {
		return v.help(ctx)
	}
	from = max(0, min(from, len(all)-1))
	var s sheet
	s.add(fmt.Sprintf(v.t.Articles, len(all)))
	next := from
	for ; next < len(all) && next < from+linesPerPage; next++ {
		if !s.add(v.headingLine(all[next])) {
			break
		}
	}
	r := s.reply()
	r.Private, r.Outcome = true, "listed"
	v.turnList(&r, opList, nil, from, next, len(all))
	return r, nil
}

// linesPerPage is how many lines of a list are read with pleasure.
const linesPerPage = 15

func (v *view) headingLine(h index.Heading) string {
	title := v.t.Untitled
	if t := clipLine(h.Title, maxTitle); t != "" {
		title = t
	}
	parts := []string{fmt.Sprintf(v.t.ArticleLine, oneLine(h.ID), title, h.Paragraphs)}
	for _, x := range []string{clipLine(h.Publisher, maxPublisher), clipLine(h.Date, maxDate)} {
		if x != "" {
			parts = append(parts, x)
		}
	}
	return strings.Join(parts, " · ")
}

// turnList adds the buttons to the page before and after one that shows
// entries from to next of a list.
func (v *view) turnList(r *Reply, o op, args []string, from, next, all int) {
	page := func(label string, at int) {
		if id, ok := v.desk.Key.seal(v.ev.Server, customID{op: o, args: append([]string{n36(at)}, args...)}); ok {
			r.Buttons = append(r.Buttons, Button{Label: label, CustomID: id})
		}
	}
	if from > 0 {
		page(v.t.Earlier, max(0, from-linesPerPage))
	}
	if next < all {
		page(v.t.Later, next)
	}
	if v.ev.Kind == Press && v.ev.Private {
		r.Delivery = Edit
	}
}

// show answers /article show.
func (v *view) show(ctx context.Context) (Reply, error) {
	name := v.ev.Options["article"]
	n := 1
	if _, at, ok := parseParagraphID(name); ok {
		n = at
	}
	if s := v.ev.Options["paragraph"]; s != "" {
		at, err := strconv.Atoi(s)
		if err != nil {
			return Reply{}, refusal{problem: problemGone}
		}
		n = at
	}
	found, err := v.findArticle(ctx, name)
	if err != nil {
		return Reply{}, err
	}
	if len(found) > 1 {
		return v.chooseHeading(found, n), nil
	}
	return v.read(ctx, found[0].ID, n)
}

// speakers answers /article speakers.
func (v *view) speakers(ctx context.Context) (Reply, error) {
	found, err := v.findArticle(ctx, v.ev.Options["article"])
	if err != nil {
		return Reply{}, err
	}
	if len(found) > 1 {
		return v.chooseHeading(found, -1), nil
	}
	return v.speakersOf(ctx, found[0].ID, 0)
}

// speakersOf lists who is quoted in an article.
func (v *view) speakersOf(ctx context.Context, id string, from int) (Reply, error) {
	doc, err := v.scope.Document(ctx, id)
	if err != nil {
		return Reply{}, gone(err)
	}
	all, err := v.quoted(ctx, id)
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	title := v.t.Untitled
	if t := clipLine(doc.Article.Title, maxTitle); t != "" {
		title = t
	}
	s.add(fmt.Sprintf(v.t.SpeakersOf, title))
	if len(all) == 0 {
		s.add(v.t.NoSpeakers)
	}
	from = max(0, min(from, len(all)))
	next := from
	for ; next < len(all) && next < from+linesPerPage; next++ {
		line := fmt.Sprintf(v.t.SpeakerLine, clipLine(all[next].Name, maxSpeaker), all[next].Quotes)
		if role := clipLine(all[next].Role, maxSpeaker); role != "" {
			line += " · " + role
		}
		if !s.add(line) {
			break
		}
	}
	r := s.reply()
	r.Private, r.Outcome = true, "listed"
	v.turnList(&r, opSpeakers, []string{id}, from, next, len(all))
	return r, nil
}

// chooseHeading asks which article to open at paragraph n, or whose speakers
// to list when n is -1.
func (v *view) chooseHeading(found []index.Heading, n int) Reply {
	var options []Choice
	for _, h := range first(found) {
		options = append(options, Choice{Name: v.title(h), Value: h.ID})
	}
	r := v.choose(options)
	r.Select.CustomID, _ = v.desk.Key.seal(v.ev.Server, customID{op: opOpen, args: []string{strconv.Itoa(n)}})
	return r
}
