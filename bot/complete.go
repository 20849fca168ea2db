package bot

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// complete offers what the option being typed may become: titles of articles
// or names of speakers, best match first.
func complete(ctx context.Context, req *deskRequest) (Reply, error) {
	typed := req.Options[req.Focused]
	r := Reply{Delivery: Offer, Outcome: "offered"}
	var err error
	if strings.HasPrefix(req.Command, "corpus ") {
		if req.Server != "" && req.Mod && req.desk.Stock != nil {
			r.Choices, err = req.desk.Stock.Complete(ctx, req.request, &req.desk.names)
		}
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

func offerArticles(ctx context.Context, req *deskRequest, typed string) ([]Choice, error) {
	all, err := req.scope.Headings(ctx)
	if err != nil {
		return nil, err
	}
	return offerHeadings(req.words, req.desk.names.headings(all, typed)), nil
}

func offerSpeakers(ctx context.Context, req *deskRequest, typed string) ([]Choice, error) {
	in := ""
	if name := req.Options["article"]; name != "" {
		if found, err := findArticle(ctx, req, name); err == nil && len(found) == 1 {
			in = found[0].ID
		}
	}
	all, err := quotedIn(ctx, req.scope, in)
	if err != nil {
		return nil, err
	}
	var found []index.Speaker
	if in == "" {
		found = req.desk.names.speakers(all, typed)
	} else {
		found = ranked(all, typed, func(s index.Speaker) []string { return append([]string{s.Name}, s.Aliases...) })
	}
	var out []Choice
	for _, s := range first(found) {
		count := fmt.Sprintf(" (%d)", s.Quotes)
		out = append(out, Choice{Name: plain(s.Name, maxOption-Width(count)) + count, Value: plain(s.Name, maxOption)})
	}
	return out, nil
}
