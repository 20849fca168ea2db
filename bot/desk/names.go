package desk

import (
	"context"
	"fmt"
	"slices"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// Lists of names, as buttons hold them.
const (
	quoted    = "q" // who is quoted
	mentioned = "m" // who is named at all
)

// listNames lists who is quoted, or named, in an article, or in all with "".
func listNames(ctx context.Context, req *request, kind, id string, from int) (say.Reply, error) {
	all, err := namesIn(ctx, req, kind, id)
	if err != nil {
		return say.Reply{}, req.Gone(err)
	}
	head, none := fmt.Sprintf(req.Words.WhoSpeaks, len(all)), req.Words.NobodyQuoted
	if kind == mentioned {
		head, none = fmt.Sprintf(req.Words.WhoIsNamed, len(all)), req.Words.NobodyNamed
	}
	if id != "" {
		title, err := req.TitleOf(ctx, id)
		if err != nil {
			return say.Reply{}, err
		}
		head, none = fmt.Sprintf(req.Words.SpeakersOf, req.Words.Titled(title)), req.Words.NoSpeakers
		if kind == mentioned {
			head, none = fmt.Sprintf(req.Words.NamedIn, req.Words.Titled(title)), req.Words.NobodyNamed
		}
	}
	var s say.Sheet
	s.Add(head)
	if len(all) == 0 {
		s.Add(none)
	}
	return req.List(&s, len(all), func(i int) string { return req.Words.PersonLine(all[i]) }, from, opSpeakers, id, kind), nil
}

// namesIn gives the names that a list is of, most quoted first.
func namesIn(ctx context.Context, req *request, kind, id string) ([]index.Speaker, error) {
	switch {
	case kind != mentioned:
		return directory.Quoted(ctx, req.Scope, id)
	case id == "":
		return req.Scope.Speakers(ctx)
	}
	doc, err := req.Scope.Document(ctx, id)
	if err != nil {
		return nil, err
	}
	var all []index.Speaker
	for _, s := range doc.Quotes.Speakers {
		all = append(all, index.Speaker{Name: s.Name, Aliases: s.Aliases, Role: s.Role, Quotes: s.Quotes, Articles: []string{id}})
	}
	slices.SortStableFunc(all, func(a, b index.Speaker) int { return b.Quotes - a.Quotes })
	return all, nil
}
