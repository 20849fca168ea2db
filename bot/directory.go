package bot

import (
	"context"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// heading is an article as lists and completions show it.
type heading struct {
	ID, Title, Publisher, Date string
	Paragraphs                 int
}

// headings lists the scope's articles in order of addition.
func (v *view) headings(ctx context.Context) ([]heading, error) {
	var out []heading
	for _, id := range v.scope.IDs() {
		doc, err := v.scope.Document(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, headingOf(doc))
	}
	return out, nil
}

func headingOf(doc *index.Document) heading {
	a := doc.Article
	return heading{ID: a.ID, Title: a.Title, Publisher: a.Publisher, Date: a.Date, Paragraphs: len(a.Paragraphs)}
}

// findArticle gives the articles that a member may mean by what was typed or
// chosen: one when it is an id, a whole title, or the only match; it fails
// with a refusal when there is none.
func (v *view) findArticle(ctx context.Context, name string) ([]heading, error) {
	if id, _, ok := parseParagraphID(name); ok {
		name = id
	}
	name = strings.TrimSpace(name)
	if slices.Contains(v.scope.IDs(), name) {
		doc, err := v.scope.Document(ctx, name)
		if err != nil {
			return nil, err
		}
		return []heading{headingOf(doc)}, nil
	}
	all, err := v.headings(ctx)
	if err != nil {
		return nil, err
	}
	var same []heading
	for _, h := range all {
		if f := fold(h.Title); f != "" && f == fold(name) {
			same = append(same, h)
		}
	}
	if len(same) > 0 {
		return same, nil
	}
	found := ranked(all, name, func(h heading) []string { return []string{h.Title} })
	if len(found) == 0 || fold(name) == "" {
		return nil, refusal{problem: problemNoArticle}
	}
	return found, nil
}

// quoted lists whom the articles quote, most quoted first: those of the whole
// scope, or of one article.
func (v *view) quoted(ctx context.Context, only string) ([]index.Speaker, error) {
	all, err := v.scope.Speakers(ctx)
	if err != nil {
		return nil, err
	}
	if only == "" {
		return slices.DeleteFunc(slices.Clone(all), func(s index.Speaker) bool { return s.Quotes == 0 }), nil
	}
	doc, err := v.scope.Document(ctx, only)
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

// findSpeaker gives the speakers whom a member may mean: one when it is a
// whole name, an alias of one speaker, or the only match.
func findSpeaker(all []index.Speaker, name string) ([]index.Speaker, error) {
	typed := fold(name)
	if typed == "" {
		return nil, refusal{problem: problemNoSpeaker}
	}
	var named, aliased []index.Speaker
	for _, s := range all {
		switch {
		case fold(s.Name) == typed || fold(plain(s.Name, maxOption)) == typed:
			named = append(named, s)
		case slices.ContainsFunc(s.Aliases, func(a string) bool { return fold(a) == typed }):
			aliased = append(aliased, s)
		}
	}
	switch {
	case len(named) > 0:
		return named[:1], nil
	case len(aliased) > 0:
		return aliased, nil
	}
	found := ranked(all, name, namesOf)
	if len(found) == 0 {
		return nil, refusal{problem: problemNoSpeaker}
	}
	return found, nil
}

func namesOf(s index.Speaker) []string { return append([]string{s.Name}, s.Aliases...) }
