package bot

import "strings"

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
		return v.askReason(), nil
	case opReason:
		if len(v.ev.Values) != 1 || v.reasonText(v.ev.Values[0]) == "" {
			return Reply{}, errForged
		}
		if v.set.Feedback {
			return v.askComment(v.ev.Values[0]), nil
		}
		return v.keepDoubt(v.ev.Values[0], "")
	}
	question := strings.TrimSpace(v.ev.Fields["question"])
	return v.keepDoubt(id.arg(0), clip(question, maxQuestion))
}

func (v *view) askReason() Reply {
	var options []Choice
	for _, reason := range reasons {
		options = append(options, Choice{Name: v.reasonText(reason), Value: reason})
	}
	id, _ := v.desk.Key.seal(v.ev.Server, customID{op: opReason})
	return Reply{
		Text: v.t.DoubtAsk, Private: true, Outcome: "doubt",
		Select: &Select{CustomID: id, Placeholder: v.t.DoubtHint, Options: options},
	}
}

func (v *view) askComment(reason string) Reply {
	id, _ := v.desk.Key.seal(v.ev.Server, customID{op: opComment, args: []string{reason}})
	return Reply{Delivery: Ask, Outcome: "doubt", Form: &Form{
		CustomID: id, Title: v.t.DoubtForm,
		Fields: []Field{{ID: "question", Label: v.t.DoubtField, Hint: v.t.DoubtFieldHint, Long: true, Max: maxQuestion}},
	}}
}

func (v *view) keepDoubt(reason, question string) (Reply, error) {
	if err := v.desk.Books.Doubt(v.ev.Server, v.ev.Member, reason, question); err != nil {
		return Reply{}, err
	}
	return Reply{Delivery: Edit, Private: true, Text: v.t.DoubtThanks, Outcome: "doubt"}, nil
}
