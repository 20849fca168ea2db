package desk

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// complete offers what the option being typed may become: titles of articles
// or names of speakers, best match first.
func complete(ctx context.Context, req *request) (say.Reply, error) {
	typed := req.Options[req.Focused]
	r := say.Reply{Delivery: say.Offer, Outcome: "offered"}
	var err error
	if strings.HasPrefix(req.Command, "corpus ") {
		if req.Server != "" && req.Mod && req.desk.Stock != nil {
			r.Choices, err = req.desk.Stock.Complete(ctx, req.Request, &req.desk.names)
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

func offerArticles(ctx context.Context, req *request, typed string) ([]say.Choice, error) {
	all, err := req.Scope.Headings(ctx)
	if err != nil {
		return nil, err
	}
	return directory.Offer(req.Words, req.desk.names.Headings(all, typed)), nil
}

func offerSpeakers(ctx context.Context, req *request, typed string) ([]say.Choice, error) {
	in := ""
	if name := req.Options["article"]; name != "" {
		if found, err := findArticle(ctx, req, name); err == nil && len(found) == 1 {
			in = found[0].ID
		}
	}
	all, err := directory.Quoted(ctx, req.Scope, in)
	if err != nil {
		return nil, err
	}
	var found []index.Speaker
	if in == "" {
		found = req.desk.names.Speakers(all, typed)
	} else {
		found = directory.Ranked(all, typed, func(s index.Speaker) []string { return append([]string{s.Name}, s.Aliases...) })
	}
	var out []say.Choice
	for _, s := range say.First(found) {
		count := fmt.Sprintf(" (%d)", s.Quotes)
		out = append(out, say.Choice{Name: say.Plain(s.Name, say.MaxOption-say.Width(count)) + count, Value: say.Plain(s.Name, say.MaxOption)})
	}
	return out, nil
}
