package bot

import "fmt"

// tellPrivacy tells what is kept, and offers to delete what is the member's.
func tellPrivacy(req *deskRequest) (Reply, error) {
	r := Reply{Private: true, Text: req.words.Privacy, Outcome: "privacy"}
	if req.desk.Books.Forget != nil {
		id, _ := req.seal(opForget)
		r.Buttons = []Button{{Label: req.words.ForgetMe, CustomID: id, Danger: true}}
	}
	return r, nil
}

// forgetMember deletes a member's feedback, in every server.
func forgetMember(req *deskRequest) (Reply, error) {
	if req.desk.Books.Forget == nil {
		return Reply{}, refusal(req.words.Errors.Off)
	}
	n, err := req.desk.Books.Forget(req.Member)
	if err != nil {
		return Reply{}, err
	}
	return Reply{Delivery: Edit, Private: true, Text: fmt.Sprintf(req.words.Forgot, n), Outcome: "privacy"}, nil
}
