// Package directory finds what a member may mean by what they typed: an article
// by id or title, a speaker by name or alias, in pieces and with slips. The
// files, in the order in which a name goes through them:
//
//	directory.go articles and speakers by what was typed
//	offer.go     articles as completions
//	fold.go      the names of lists, folded once
//	rank.go      how well a name matches
package directory

import (
	"context"
	"slices"
	"sort"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/name"
	"github.com/verbatim-bot/verbatim/index"
)

// Articles gives the articles that a member may mean by what was typed or
// chosen: one when it is an id, a whole title, or the only match; none when
// there is no such article.
func (c *Names) Articles(ctx context.Context, scope *index.Scope, name string) ([]index.Heading, error) {
	if id, _, ok := say.ParseParagraphID(name); ok {
		name = id
	}
	name = strings.TrimSpace(name)
	all, err := scope.Headings(ctx)
	if err != nil {
		return nil, err
	}
	names := c.ofHeadings(all)
	typed := Fold(name)
	var same []index.Heading
	titles := make([]goesBy, len(all))
	for i, h := range all {
		if h.ID == name {
			return all[i : i+1 : i+1], nil
		}
		titles[i] = names[i][:1]
		if typed != "" && titles[i][0].whole == typed {
			same = append(same, h)
		}
	}
	if len(same) > 0 || typed == "" {
		return same, nil
	}
	return rankedBy(all, titles, name), nil
}

// Quoted lists whom the articles quote, most quoted first: those of the whole
// scope, or of one article. The result is shared and must not be changed.
func Quoted(ctx context.Context, scope *index.Scope, only string) ([]index.Speaker, error) {
	all, err := scope.Speakers(ctx)
	if err != nil {
		return nil, err
	}
	if only == "" {
		// Those without quotes come last.
		n := sort.Search(len(all), func(i int) bool { return all[i].Quotes == 0 })
		return all[:n:n], nil
	}
	doc, err := scope.Document(ctx, only)
	if err != nil {
		return nil, err
	}
	var out []index.Speaker
	for _, s := range doc.Quotes.Speakers {
		if s.Quotes > 0 {
			out = append(out, index.Speaker{Name: s.Name, Aliases: s.Aliases, Role: s.Role, Quotes: s.Quotes, Articles: []string{only}})
		}
	}
	return out, nil
}

// FindSpeaker gives the speakers whom a member may mean: one when it is a
// whole name or an alias of one speaker. Else names are compared as everywhere
// ([name.Find]), and when that finds nobody, what was typed may be a piece of
// one, or have a slip in it. None when nobody has such a name.
func FindSpeaker(all []index.Speaker, claim string) []index.Speaker {
	typed := Fold(claim)
	if typed == "" {
		return nil
	}
	var named, aliased []index.Speaker
	for _, s := range all {
		switch {
		case Fold(s.Name) == typed || Fold(say.Plain(s.Name, say.MaxOption)) == typed:
			named = append(named, s)
		case slices.ContainsFunc(s.Aliases, func(a string) bool { return Fold(a) == typed }):
			aliased = append(aliased, s)
		}
	}
	switch {
	case len(named) > 0:
		return named[:1]
	case len(aliased) > 0:
		return aliased
	}
	people := make([]name.Person, len(all))
	for i, s := range all {
		people[i] = name.Person{Name: s.Name, Aliases: s.Aliases, Role: s.Role}
	}
	var meant []index.Speaker
	for _, i := range name.Find(claim, people) {
		meant = append(meant, all[i])
	}
	if len(meant) > 0 {
		return meant
	}
	return Ranked(all, claim, namesOf)
}

func namesOf(s index.Speaker) []string { return append([]string{s.Name}, s.Aliases...) }
