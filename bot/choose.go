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

// chooseArticle asks which article was meant. The question is not kept
// anywhere: it is answered from each of them now, and the menu's entries hold
// the places of the answers.
func chooseArticle(ctx context.Context, req *request, found []index.Heading, answer func(id string) ([]cite.Citation, error)) (Reply, error) {
	var options []Choice
	for _, h := range found[:min(len(found), maxCandidates)] {
		if err := ctx.Err(); err != nil {
			return Reply{}, err
		}
		list, err := answer(h.ID)
		if err != nil {
			return Reply{}, err
		}
		options = append(options, Choice{Name: headingTitle(req, h), Value: menuEntry(req, len(options), list)})
	}
	return req.choose(options), nil
}

// chooseSpeaker asks which speaker was meant.
func chooseSpeaker(ctx context.Context, req *request, found []index.Speaker, in string) (Reply, error) {
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
func menuEntry(req *request, i int, list []cite.Citation) string {
	head := n36(i) + "|"
	packed, n := pack(excerptsOf(list), maxOption-len(head))
	if n == 0 {
		packed = noPassage
	}
	return head + packed
}

func (req *request) choose(options []Choice) Reply {
	id, _ := req.desk.Key.seal(req.Server, opChoose, req.Member)
	return Reply{
		Text: req.words.Choose, Private: true, Outcome: "ambiguous",
		Select: &Select{CustomID: id, Placeholder: req.words.ChooseHint, Options: options},
	}
}

// excerptsOf are citations as buttons hold them, whole.
func excerptsOf(list []cite.Citation) []excerpt {
	var out []excerpt
	for _, c := range list {
		out = append(out, excerpt{Ref: c.Ref, Mark: inSpan(c.Mark, c.Ref.Span), Revision: c.Article.Revision})
	}
	return out
}
