package bot

import "fmt"

// privacy tells what is kept, and offers to delete what is the member's.
func (v *view) privacy() (Reply, error) {
	r := Reply{Private: true, Text: v.t.Privacy, Outcome: "privacy"}
	if v.desk.Books.Forget != nil {
		id, _ := v.desk.Key.seal(v.ev.Server, customID{op: opForget})
		r.Buttons = []Button{{Label: v.t.ForgetMe, CustomID: id, Danger: true}}
	}
	return r, nil
}

// forget deletes a member's feedback, in every server.
func (v *view) forget() (Reply, error) {
	if v.desk.Books.Forget == nil {
		return Reply{}, refusal{problem: problemOff}
	}
	n, err := v.desk.Books.Forget(v.ev.Member)
	if err != nil {
		return Reply{}, err
	}
	return Reply{Delivery: Edit, Private: true, Text: fmt.Sprintf(v.t.Forgot, n), Outcome: "privacy"}, nil
}
