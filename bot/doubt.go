package bot

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// reasons are what can be not right with an answer, as they are kept.
var reasons = []string{"wrong_passage", "wrong_speaker", "should_know", "should_say_no"}

func (v *view) reasonText(reason string) string {
	return map[string]string{
		"wrong_passage": v.t.WrongPassage, "wrong_speaker": v.t.WrongSpeaker,
		"should_know": v.t.ShouldKnow, "should_say_no": v.t.ShouldHaveSaidNo,
	}[reason]
}

// doubt answers the button "Not right?" and what follows it: a menu of
// reasons; then thanks, or, where the server allows it, a form for the
// question, which nobody has to fill.
func (v *view) doubt(id customID) (Reply, error) {
	if v.desk.Books.Doubt == nil {
		return Reply{}, refusal{problem: problemOff}
	}
	switch id.op {
	case opDoubt:
		return v.askReason(id.arg(0)), nil
	case opReason:
		if len(v.ev.Values) != 1 || v.reasonText(v.ev.Values[0]) == "" {
			return Reply{}, errForged
		}
		if v.set.Feedback {
			return v.askComment(v.ev.Values[0], id.arg(0)), nil
		}
		return v.keepDoubt(store.Doubt{Reason: v.ev.Values[0], Article: id.arg(0)})
	}
	question := strings.TrimSpace(v.ev.Fields["question"])
	return v.keepDoubt(store.Doubt{Reason: id.arg(0), Article: id.arg(1), Question: clip(question, maxQuestion)})
}

// askReason asks what is not right with an answer out of an article.
func (v *view) askReason(article string) Reply {
	var options []Choice
	for _, reason := range reasons {
		options = append(options, Choice{Name: v.reasonText(reason), Value: reason})
	}
	id, _ := v.desk.Key.seal(v.ev.Server, customID{op: opReason, args: []string{article}})
	return Reply{
		Text: v.t.DoubtAsk, Private: true, Outcome: "doubt",
		Select: &Select{CustomID: id, Placeholder: v.t.DoubtHint, Options: options},
	}
}

func (v *view) askComment(reason, article string) Reply {
	id, _ := v.desk.Key.seal(v.ev.Server, customID{op: opComment, args: []string{reason, article}})
	return Reply{Delivery: Ask, Outcome: "doubt", Form: &Form{
		CustomID: id, Title: v.t.DoubtForm,
		Fields: []Field{{ID: "question", Label: v.t.DoubtField, Hint: v.t.DoubtFieldHint, Long: true, Max: maxQuestion}},
	}}
}

func (v *view) keepDoubt(d store.Doubt) (Reply, error) {
	d.Member = v.ev.Member
	if err := v.desk.Books.Doubt(v.ev.Server, d); err != nil {
		return Reply{}, err
	}
	return Reply{Delivery: Edit, Private: true, Text: v.t.DoubtThanks, Outcome: "doubt"}, nil
}
