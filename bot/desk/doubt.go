package desk

import (
	"cmp"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// handleDoubt answers the button "Not right?" and what follows it: a menu of
// reasons; then thanks, or, where the server allows it, a form for the
// question, which nobody has to fill.
func handleDoubt(req *request, id say.ID) (say.Reply, error) {
	if req.desk.Books.Doubt == nil {
		return say.Reply{}, say.Refusal(req.Words.Errors.Off)
	}
	switch id.Op {
	case opDoubt:
		if told := req.desk.Doubted; told != nil {
			told(cmp.Or(id.Arg(1), "other"))
		}
		return askReason(req, id.Arg(0)), nil
	case opReason:
		if len(req.Values) != 1 || req.Words.Reason(req.Values[0]) == "" {
			return say.Reply{}, say.ErrForged
		}
		if req.Settings.Feedback {
			return askComment(req, req.Values[0], id.Arg(0)), nil
		}
		return keepDoubt(req, store.Doubt{Reason: req.Values[0], Article: id.Arg(0)})
	}
	question := strings.TrimSpace(req.Fields["question"])
	return keepDoubt(req, store.Doubt{Reason: id.Arg(0), Article: id.Arg(1), Question: say.Fit(question, say.MaxQuestion)})
}

// askReason asks what is not right with an answer out of an article.
func askReason(req *request, article string) say.Reply {
	var options []say.Choice
	for _, reason := range say.Reasons {
		options = append(options, say.Choice{Name: req.Words.Reason(reason), Value: reason})
	}
	id, _ := req.Seal(opReason, article)
	return say.Reply{
		Text: req.Words.DoubtAsk, Private: true, Outcome: "doubt",
		Select: &say.Select{CustomID: id, Placeholder: req.Words.DoubtHint, Options: options},
	}
}

func askComment(req *request, reason, article string) say.Reply {
	id, _ := req.Seal(opComment, reason, article)
	return say.Reply{Delivery: say.Ask, Outcome: "doubt", Form: &say.Form{
		CustomID: id, Title: req.Words.DoubtForm,
		Fields: []say.Field{{ID: "question", Label: req.Words.DoubtField, Hint: req.Words.DoubtFieldHint, Long: true, Max: say.MaxQuestion}},
	}}
}

func keepDoubt(req *request, d store.Doubt) (say.Reply, error) {
	d.Member = req.Member
	if err := req.desk.Books.Doubt(req.Server, d); err != nil {
		return say.Reply{}, err
	}
	return say.Reply{Delivery: say.Edit, Private: true, Text: req.Words.DoubtThanks, Outcome: "doubt"}, nil
}
