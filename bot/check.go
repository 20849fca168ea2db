package bot

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/check"
)

// check answers /check: is this quote genuine?
func (v *view) check(ctx context.Context) (Reply, error) {
	p := check.Purported{Text: v.ev.Options["quote"], Speaker: v.ev.Options["speaker"], Article: v.set.Channels[v.ev.Channel]}
	if Width(p.Text) > maxQuestion {
		return Reply{}, refusal{problemTooLong, strconv.Itoa(maxQuestion)}
	}
	if name := v.ev.Options["article"]; name != "" {
		found, err := v.findArticle(ctx, name)
		if err != nil {
			return Reply{}, err
		}
		p.Article = found[0].ID
	}
	res, err := check.Check(ctx, v.scope, p)
	if err != nil {
		return Reply{}, err
	}
	return v.checked(res), nil
}

// checked writes what a check found.
func (v *view) checked(res *check.Result) Reply {
	var s sheet
	v.verdict(&s, res)
	shown, rest := v.passages(&s, res.Citations, 2)
	r := s.reply()
	r.Outcome = string(res.Verdict)
	v.finish(&r, shown, rest)
	return r
}

// verdict adds the verdict in words, whose words they are, and the changes.
func (v *view) verdict(s *sheet, res *check.Result) {
	s.add(map[check.Verdict]string{
		check.Exact: v.t.Exact, check.Partial: v.t.Partial, check.Altered: v.t.Altered,
		check.Misattributed: v.t.Misattributed, check.Spliced: v.t.Spliced, check.Absent: v.t.Absent,
	}[res.Verdict])
	if res.SpeakerClaimed != "" && len(res.Citations) > 0 {
		found := "*" + v.t.Unclear + "*"
		if res.SpeakerFound != "" {
			found = clipLine(res.SpeakerFound, maxSpeaker)
		}
		s.add(fmt.Sprintf(v.t.GivenTo, clipLine(res.SpeakerClaimed, maxSpeaker), found))
	}
	for i, c := range res.Changes {
		if i == maxChanges || s.room() < passageWithChanges+4*maxChange {
			s.add("• " + fmt.Sprintf(v.t.MoreOfThem, len(res.Changes)-i))
			return
		}
		s.add(v.changeLine(c))
	}
}

// A check shows this many changes, each side of one at most this wide.
const (
	maxChanges = 8
	maxChange  = 60
	// passageWithChanges is kept for the passage below the changes: one with
	// ordinary names and a link fits, and a longer excerpt is shortened.
	passageWithChanges = 700
)

// changeLine is one changed word or run of words: the article's side and the
// other, and why it matters.
func (v *view) changeLine(c check.Change) string {
	from, to := clipLine(c.From, maxChange), clipLine(c.To, maxChange)
	var line string
	switch c.Op {
	case check.Insert:
		line = fmt.Sprintf(v.t.ChangeInsert, to)
	case check.Delete:
		line = fmt.Sprintf(v.t.ChangeDelete, from)
	default:
		line = fmt.Sprintf(v.t.ChangeReplace, from, to)
	}
	risk := map[check.Risk]string{
		check.Negation: v.t.Negation, check.Number: v.t.Number, check.Name: v.t.NameRisk, check.Date: v.t.Date,
	}[c.Risk]
	if risk != "" {
		line += " (" + risk + ")"
	}
	return line
}

// menu answers the commands of a message's menu, always privately: nobody is
// shown up by accident.
func (v *view) menu(ctx context.Context) (Reply, error) {
	text := strings.TrimSpace(Visible(v.ev.Text))
	if fold(text) == "" {
		return Reply{}, refusal{problem: problemNoText}
	}
	switch v.ev.Command {
	case menuCheck:
		return v.checkQuotes(ctx, text)
	case menuFind:
		return v.findInArticles(ctx, text)
	}
	return Reply{}, refusal{problem: problemUnknown}
}

// The names of the message menu's commands, as registered.
const (
	menuCheck = "Check quotes"
	menuFind  = "Find in articles"
)

// maxChecked is how many quotes of one message are checked.
const maxChecked = 5

// checkQuotes checks what stands in quotation marks in a message, or all of it
// when nothing does. With several quotes each gets its verdict and place in
// short; the first that is not exact is shown with its changes.
func (v *view) checkQuotes(ctx context.Context, text string) (Reply, error) {
	quotes := quotedIn(text)
	if len(quotes) == 0 {
		quotes = []string{text}
	}
	var s sheet
	if len(quotes) > 1 {
		s.add(fmt.Sprintf(v.t.CheckedOf, min(len(quotes), maxChecked), len(quotes)))
	}
	var shown []place
	var rest []index.Citation
	outcome := ""
	for i, q := range quotes[:min(len(quotes), maxChecked)] {
		res, err := check.Check(ctx, v.scope, check.Purported{Text: fit(q, maxQuestion)})
		if err != nil {
			return Reply{}, err
		}
		if outcome == "" || outcome == string(check.Exact) {
			outcome = string(res.Verdict)
		}
		if len(quotes) > 1 && !s.add(fmt.Sprintf("%d\\. “%s”", i+1, clipLine(q, 80))) {
			break
		}
		v.verdict(&s, res)
		if len(res.Citations) > 0 {
			more, left := v.passages(&s, res.Citations, 1)
			shown, rest = append(shown, more...), append(rest, left...)
		}
	}
	r := s.reply()
	r.Private, r.Outcome = true, outcome
	v.buttons(&r, shown, rest, v.ev.Member)
	return r, nil
}

// findInArticles shows the passages nearest to a message.
func (v *view) findInArticles(ctx context.Context, text string) (Reply, error) {
	text = fit(text, maxQuestion)
	list, err := v.find(ctx, text, "")
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	outcome := "answered"
	if len(list) > 0 {
		s.add(v.t.FoundWords)
	} else {
		if list, err = v.nearest(ctx, text, ""); err != nil {
			return Reply{}, err
		}
		outcome = "no_answer"
		if len(list) == 0 {
			s.add(v.t.Absent)
		} else {
			s.add(v.t.NoSuchWords)
		}
	}
	shown, rest := v.passages(&s, list, 2)
	r := s.reply()
	r.Private, r.Outcome = true, outcome
	v.buttons(&r, shown, rest, v.ev.Member)
	return r, nil
}

// quotationMarks open and close what people put into quotation marks.
var quotationMarks = map[rune]string{
	'"': `"`, '“': `”"“`, '„': `“”"`, '«': `»`, '»': `«`, '‹': `›`, '「': `」`, '『': `』`, '‟': `”`,
}

// quotedIn gives what stands in quotation marks in text, three words or more,
// and the lines that Discord shows as quoted.
func quotedIn(text string) []string {
	var out []string
	add := func(s string) {
		if len(tokens(s)) >= 3 {
			out = append(out, strings.TrimSpace(s))
		}
	}
	end, from := "", 0
	for i, r := range text {
		switch {
		case end != "" && strings.ContainsRune(end, r):
			add(text[from:i])
			end = ""
		case end == "" && quotationMarks[r] != "":
			end, from = quotationMarks[r], i+len(string(r))
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, q := range blockQuotes(text) {
		add(Unescape(q))
	}
	return out
}
