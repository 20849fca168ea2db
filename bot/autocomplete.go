package bot

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// complete offers what the option being typed may become: titles of articles
// or names of speakers, best match first.
func (v *view) complete(ctx context.Context) (Reply, error) {
	typed := v.ev.Options[v.ev.Focused]
	r := Reply{Delivery: Offer, Outcome: "offered"}
	var err error
	if strings.HasPrefix(v.ev.Command, "corpus ") {
		r.Choices, err = v.corpusComplete(ctx)
		return r, err
	}
	switch v.ev.Focused {
	case "article":
		r.Choices, err = v.offerArticles(ctx, typed)
	case "speaker":
		r.Choices, err = v.offerSpeakers(ctx, typed)
	}
	return r, err
}

func (v *view) offerArticles(ctx context.Context, typed string) ([]Choice, error) {
	all, err := v.scope.Headings(ctx)
	if err != nil {
		return nil, err
	}
	return v.offer(rankedBy(all, v.desk.names.ofHeadings(all), typed)), nil
}

// offer makes completions of as many articles as Discord takes.
func (v *view) offer(list []index.Heading) []Choice {
	var out []Choice
	for _, h := range first(list) {
		out = append(out, Choice{Name: v.title(h), Value: h.ID})
	}
	return out
}

// title is a heading in a line without Markdown: "Title · publisher, date".
func (v *view) title(h index.Heading) string {
	name := h.Title
	if strings.TrimSpace(name) == "" {
		name = v.t.Untitled
	}
	tail := strings.Trim(h.Publisher+", "+h.Date, ", ")
	if tail == "" {
		return plain(name, maxOption)
	}
	tail = plain(tail, maxOption/2)
	return plain(name, maxOption-Width(tail)-3) + " · " + tail
}

func (v *view) offerSpeakers(ctx context.Context, typed string) ([]Choice, error) {
	in := ""
	if name := v.ev.Options["article"]; name != "" {
		if found, err := v.findArticle(ctx, name); err == nil && len(found) == 1 {
			in = found[0].ID
		}
	}
	all, err := v.quoted(ctx, in)
	if err != nil {
		return nil, err
	}
	var found []index.Speaker
	if in == "" {
		found = rankedBy(all, v.desk.names.ofSpeakers(all), typed)
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
