package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/index/check"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// handleMenu answers the commands of a message's menu, always privately: nobody is
// shown up by accident.
func handleMenu(ctx context.Context, req *deskRequest) (Reply, error) {
	text := strings.TrimSpace(Visible(req.Text))
	if fold(text) == "" {
		return Reply{}, refusal(req.words.Errors.NoText)
	}
	switch req.Command {
	case "Check quotes":
		return checkQuotes(ctx, req, text)
	case "Find in articles":
		return findInArticles(ctx, req, text)
	}
	return Reply{}, refusal(req.words.Errors.Unknown)
}

// A message menu checks this many quotes of a message, and takes a message
// without one for a quote itself up to this many words.
const (
	maxChecked   = 10
	maxBareQuote = 60
)

// checkQuotes checks the quotations of a message, each against the speaker
// that the message names. With several quotes each gets its verdict and
// passage in short.
func checkQuotes(ctx context.Context, req *deskRequest, text string) (Reply, error) {
	quotes := check.Find(text, maxChecked+1)
	if len(quotes) == 0 {
		if len(strings.Fields(text)) > maxBareQuote {
			return Reply{}, refusal(req.words.Errors.NoQuote)
		}
		quotes = []check.Purported{{Text: text}}
	}
	several := len(quotes) > 1
	var s sheet
	var rest []cite.Citation
	outcome := ""
	if len(quotes) > maxChecked {
		s.add(fmt.Sprintf(req.words.CheckedFirst, maxChecked))
		quotes = quotes[:maxChecked]
	}
	for i, q := range quotes {
		q.Text = fit(q.Text, maxQuestion)
		res, err := check.Check(ctx, req.scope, q)
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
		addVerdict(req, &s, res)
		if len(res.Citations) > 0 {
			rest = append(rest, addPassages(req, &s, res.Citations, 1)...)
		}
	}
	r := s.reply()
	r.Private, r.Outcome = true, outcome
	addButtons(req, &r, rest)
	return r, nil
}

// findInArticles shows the passages nearest to a message.
func findInArticles(ctx context.Context, req *deskRequest, text string) (Reply, error) {
	text = fit(text, maxQuestion)
	list, err := findWordsIn(ctx, req, text, "")
	if err != nil {
		return Reply{}, err
	}
	var s sheet
	outcome := "answered"
	if len(list) > 0 {
		s.add(req.words.FoundWords)
	} else {
		if list, err = nearestTo(ctx, req, text, ""); err != nil {
			return Reply{}, err
		}
		outcome = "no_answer"
		if len(list) == 0 {
			s.add(req.words.Absent)
		} else {
			s.add(req.words.NoSuchWords)
		}
	}
	rest := addPassages(req, &s, list, 2)
	r := s.reply()
	r.Private, r.Outcome = true, outcome
	addButtons(req, &r, rest)
	return r, nil
}
