package bot

import (
	"context"
	"fmt"

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
func findArticle(ctx context.Context, req *deskRequest, name string) ([]index.Heading, error) {
	found, err := req.desk.names.articles(ctx, req.scope, name)
	if err == nil && len(found) == 0 {
		return nil, refusal(req.words.Errors.NoArticle)
	}
	return found, err
}

// chooseArticle asks which article was meant. The question is not kept
// anywhere: it is answered from each of them now, and the menu's entries hold
// the places of the answers.
func chooseArticle(ctx context.Context, req *deskRequest, found []index.Heading, answer func(id string) ([]cite.Citation, error)) (Reply, error) {
	var options []Choice
	for _, h := range found[:min(len(found), maxCandidates)] {
		if err := ctx.Err(); err != nil {
			return Reply{}, err
		}
		list, err := answer(h.ID)
		if err != nil {
			return Reply{}, err
		}
		options = append(options, Choice{Name: headingTitle(req.words, h), Value: menuEntry(req, len(options), list)})
	}
	return req.choose(options), nil
}

// chooseSpeaker asks which speaker was meant.
func chooseSpeaker(ctx context.Context, req *deskRequest, found []index.Speaker, in string) (Reply, error) {
	var options []Choice
	for _, s := range found[:min(len(found), maxCandidates)] {
		list, _, err := quotesOf(ctx, req, s, in)
		if err != nil {
			return Reply{}, err
		}
		count := fmt.Sprintf(" (%d)", s.Quotes)
		options = append(options, Choice{
			Name:        plain(s.Name, maxOption-Width(count)) + count,
			Value:       menuEntry(req, len(options), list),
			Description: plain(s.Role, maxOption),
		})
	}
	return req.choose(options), nil
}

// menuEntry is the value of a menu's entry i: its number, for values must differ,
// and the places of the passages.
func menuEntry(req *deskRequest, i int, list []cite.Citation) string {
	head := n36(i) + "|"
	packed, n := pack(excerptsOf(list), maxOption-len(head))
	if n == 0 {
		packed = noPassage
	}
	return head + packed
}

func (req *deskRequest) choose(options []Choice) Reply {
	id, _ := req.seal(opChoose, req.Member)
	return Reply{
		Text: req.words.Choose, Private: true, Outcome: "ambiguous",
		Select: &Select{CustomID: id, Placeholder: req.words.ChooseHint, Options: options},
	}
}
