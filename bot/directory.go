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

// speaker is somebody whom articles of the scope quote, under one name.
type speaker struct {
	Name     string
	Aliases  []string
	Role     string
	Quotes   int
	Articles []string
}

// speakers lists whom the articles quote, most quoted first. The same name in
// two articles is one speaker.
func (v *view) quoted(ctx context.Context, articles []string) ([]speaker, error) {
	at := map[string]int{}
	var out []speaker
	for _, id := range articles {
		doc, err := v.scope.Document(ctx, id)
		if err != nil {
			return nil, err
		}
		for _, s := range doc.Quotes.Speakers {
			if s.Quotes == 0 {
				continue
			}
			key := fold(s.Name)
			i, ok := at[key]
			if !ok {
				i = len(out)
				at[key] = i
				out = append(out, speaker{Name: s.Name, Role: s.Role})
			}
			out[i].Quotes += s.Quotes
			out[i].Articles = append(out[i].Articles, id)
			for _, a := range s.Aliases {
				if !slices.Contains(out[i].Aliases, a) {
					out[i].Aliases = append(out[i].Aliases, a)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b speaker) int { return b.Quotes - a.Quotes })
	return out, nil
}

// findSpeaker gives the speakers whom a member may mean: one when it is a
// whole name, an alias of one speaker, or the only match.
func findSpeaker(all []speaker, name string) ([]speaker, error) {
	typed := fold(name)
	if typed == "" {
		return nil, refusal{problem: problemNoSpeaker}
	}
	var named, aliased []speaker
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
	found := ranked(all, name, speaker.names)
	if len(found) == 0 {
		return nil, refusal{problem: problemNoSpeaker}
	}
	return found, nil
}

func (s speaker) names() []string { return append([]string{s.Name}, s.Aliases...) }
