package bot

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// complete offers what the option being typed may become: titles of articles
// or names of speakers, best match first.
func complete(ctx context.Context, req *request) (Reply, error) {
	typed := req.Options[req.Focused]
	r := Reply{Delivery: Offer, Outcome: "offered"}
	var err error
	if strings.HasPrefix(req.Command, "corpus ") {
		r.Choices, err = corpusComplete(ctx, req)
		return r, err
	}
	switch req.Focused {
	case "article":
		r.Choices, err = offerArticles(ctx, req, typed)
	case "speaker":
		r.Choices, err = offerSpeakers(ctx, req, typed)
	}
	return r, err
}

func offerArticles(ctx context.Context, req *request, typed string) ([]Choice, error) {
	all, err := req.scope.Headings(ctx)
	if err != nil {
		return nil, err
	}
	return offerHeadings(req, rankedBy(all, req.desk.names.ofHeadings(all), typed)), nil
}

// offerHeadings makes completions of as many articles as Discord takes.
func offerHeadings(req *request, list []index.Heading) []Choice {
	var out []Choice
	for _, h := range first(list) {
		out = append(out, Choice{Name: headingTitle(req, h), Value: h.ID})
	}
	return out
}

// headingTitle is a heading in a line without Markdown: "Title · publisher, date".
func headingTitle(req *request, h index.Heading) string {
	name := h.Title
	if strings.TrimSpace(name) == "" {
		name = req.words.Untitled
	}
	tail := strings.Trim(h.Publisher+", "+h.Date, ", ")
	if tail == "" {
		return plain(name, maxOption)
	}
	tail = plain(tail, maxOption/2)
	return plain(name, maxOption-Width(tail)-3) + " · " + tail
}

func offerSpeakers(ctx context.Context, req *request, typed string) ([]Choice, error) {
	in := ""
	if name := req.Options["article"]; name != "" {
		if found, err := findArticle(ctx, req, name); err == nil && len(found) == 1 {
			in = found[0].ID
		}
	}
	all, err := quotedIn(ctx, req, in)
	if err != nil {
		return nil, err
	}
	var found []index.Speaker
	if in == "" {
		found = rankedBy(all, req.desk.names.ofSpeakers(all), typed)
	} else {
		found = ranked(all, typed, namesOf)
	}
	var out []Choice
	for _, s := range first(found) {
		count := fmt.Sprintf(" (%d)", s.Quotes)
		out = append(out, Choice{Name: plain(s.Name, maxOption-Width(count)) + count, Value: plain(s.Name, maxOption)})
	}
	return out, nil
}

// first is as much of list as Discord takes.
func first[T any](list []T) []T { return list[:min(len(list), maxOptions)] }
