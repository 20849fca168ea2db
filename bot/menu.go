package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/check"
)

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

// A message menu checks this many quotes of a message, and takes a message
// without one for a quote itself up to this many words.
const (
	maxChecked   = 10
	maxBareQuote = 60
)

// checkQuotes checks the quotations of a message, each against the speaker
// that the message names. With several quotes each gets its verdict and
// passage in short.
func (v *view) checkQuotes(ctx context.Context, text string) (Reply, error) {
	quotes := check.Find(text, maxChecked+1)
	if len(quotes) == 0 {
		if len(strings.Fields(text)) > maxBareQuote {
			return Reply{}, refusal{problem: problemNoQuote}
		}
		quotes = []check.Purported{{Text: text}}
	}
	several := len(quotes) > 1
	var s sheet
	var shown []place
	var rest []index.Citation
	outcome := ""
	if len(quotes) > maxChecked {
		s.add(fmt.Sprintf(v.t.CheckedFirst, maxChecked))
		quotes = quotes[:maxChecked]
	}
	for i, q := range quotes {
		q.Text = fit(q.Text, maxQuestion)
		res, err := check.Check(ctx, v.scope, q)
		if errors.Is(err, check.ErrEmptyQuote) {
			continue
		}
		if err != nil {
			return Reply{}, err
		}
		if outcome == "" || outcome == string(check.Exact) {
			outcome = string(res.Verdict)
		}
		if several && !s.add(fmt.Sprintf("%d\\. “%s”", i+1, clipLine(q.Text, 80))) {
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
