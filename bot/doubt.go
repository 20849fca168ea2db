package bot

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// handleDoubt answers the button "Not right?" and what follows it: a menu of
// reasons; then thanks, or, where the server allows it, a form for the
// question, which nobody has to fill.
func handleDoubt(req *deskRequest, id customID) (Reply, error) {
	if req.desk.Books.Doubt == nil {
		return Reply{}, refusal(req.words.Errors.Off)
	}
	switch id.op {
	case opDoubt:
		return askReason(req, id.arg(0)), nil
	case opReason:
		if len(req.Values) != 1 || req.words.reason(req.Values[0]) == "" {
			return Reply{}, errForged
		}
		if req.settings.Feedback {
			return askComment(req, req.Values[0], id.arg(0)), nil
		}
		return keepDoubt(req, store.Doubt{Reason: req.Values[0], Article: id.arg(0)})
	}
	question := strings.TrimSpace(req.Fields["question"])
	return keepDoubt(req, store.Doubt{Reason: id.arg(0), Article: id.arg(1), Question: fit(question, maxQuestion)})
}

// askReason asks what is not right with an answer out of an article.
func askReason(req *deskRequest, article string) Reply {
	var options []Choice
	for _, reason := range reasons {
		options = append(options, Choice{Name: req.words.reason(reason), Value: reason})
	}
	id, _ := req.seal(opReason, article)
	return Reply{
		Text: req.words.DoubtAsk, Private: true, Outcome: "doubt",
		Select: &Select{CustomID: id, Placeholder: req.words.DoubtHint, Options: options},
	}
}

func askComment(req *deskRequest, reason, article string) Reply {
	id, _ := req.seal(opComment, reason, article)
	return Reply{Delivery: Ask, Outcome: "doubt", Form: &Form{
		CustomID: id, Title: req.words.DoubtForm,
		Fields: []Field{{ID: "question", Label: req.words.DoubtField, Hint: req.words.DoubtFieldHint, Long: true, Max: maxQuestion}},
	}}
}

func keepDoubt(req *deskRequest, d store.Doubt) (Reply, error) {
	d.Member = req.Member
	if err := req.desk.Books.Doubt(req.Server, d); err != nil {
		return Reply{}, err
	}
	return Reply{Delivery: Edit, Private: true, Text: req.words.DoubtThanks, Outcome: "doubt"}, nil
}
