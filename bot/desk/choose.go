package desk

import (
	"context"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// maxCandidates is how many readings of an ambiguous name are answered in
// advance for the menu.
const maxCandidates = 10

// noPassage is the value of a menu's entry that has no passage to show.
const noPassage = "-"

// findArticle gives the articles that a member may mean by what was typed or
// chosen; it fails with a refusal when there is none.
func findArticle(ctx context.Context, req *request, name string) ([]index.Heading, error) {
	found, err := req.desk.names.Articles(ctx, req.Scope, name)
	if err == nil && len(found) == 0 {
		return nil, say.Refusal(req.Words.Errors.NoArticle)
	}
	return found, err
}

// findNamed is findArticle where no name has to be given: then it is the
// channel's article, or any.
func findNamed(ctx context.Context, req *request, name string) ([]index.Heading, error) {
	if strings.TrimSpace(name) != "" {
		return findArticle(ctx, req, name)
	}
	bound, err := boundArticle(ctx, req)
	if err != nil {
		return nil, err
	}
	if bound != "" {
		return findArticle(ctx, req, bound)
	}
	all, err := req.Scope.Headings(ctx)
	if err == nil && len(all) == 0 {
		return nil, say.Refusal(req.Words.Errors.NoArticle)
	}
	return all, err
}

// chooseHeading asks which article was meant, for a menu of op.
func chooseHeading(req *request, found []index.Heading, op string, args ...string) say.Reply {
	var options []say.Choice
	for _, h := range say.First(found) {
		options = append(options, say.Choice{Name: directory.Title(req.Words, h), Value: h.ID})
	}
	r := req.choose(options)
	r.Select.CustomID, _ = req.Seal(op, args...)
	return r
}

// chooseArticle asks which article was meant. The question is not kept
// anywhere: it is answered from each of them now, and the menu's entries hold
// the places of the answers.
func chooseArticle(ctx context.Context, req *request, found []index.Heading, answer func(id string) ([]cite.Citation, error)) (say.Reply, error) {
	var options []say.Choice
	for _, h := range found[:min(len(found), maxCandidates)] {
		if err := ctx.Err(); err != nil {
			return say.Reply{}, err
		}
		list, err := answer(h.ID)
		if err != nil {
			return say.Reply{}, err
		}
		options = append(options, say.Choice{Name: directory.Title(req.Words, h), Value: menuEntry(say.Base36(len(options)), list)})
	}
	return req.choose(options), nil
}

// chooseSpeaker asks which speaker was meant.
func chooseSpeaker(ctx context.Context, req *request, found []index.Speaker, in string) (say.Reply, error) {
	var options []say.Choice
	for _, s := range found[:min(len(found), maxCandidates)] {
		list, _, err := quotesOf(ctx, req, s, in)
		if err != nil {
			return say.Reply{}, err
		}
		count := fmt.Sprintf(" (%d)", s.Quotes)
		options = append(options, say.Choice{
			Name:        say.Plain(s.Name, say.MaxOption-say.Width(count)) + count,
			Value:       menuEntry(say.Base36(len(options)), list),
			Description: say.Plain(s.Role, say.MaxOption),
		})
	}
	return req.choose(options), nil
}

// menuEntry is the value of a menu's entry: a head with its number, for values
// must differ, and the places of the passages.
func menuEntry(head string, list []cite.Citation) string {
	head += "|"
	packed, n := say.Pack(excerptsOf(list), say.MaxOption-len(head))
	if n == 0 {
		packed = noPassage
	}
	return head + packed
}

func (req *request) choose(options []say.Choice) say.Reply {
	id, _ := req.Seal(opChoose, req.Member)
	return say.Reply{
		Text: req.Words.Choose, Private: true, Outcome: "ambiguous",
		Select: &say.Select{CustomID: id, Placeholder: req.Words.ChooseHint, Options: options},
	}
}
