package desk

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index/check"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// handleMenu answers the commands of a message's menu, always privately: nobody is
// shown up by accident.
func handleMenu(ctx context.Context, req *request) (say.Reply, error) {
	if req.Command == say.Why {
		return explainAnswer(ctx, req)
	}
	text := strings.TrimSpace(say.Visible(req.Text))
	if directory.Fold(text) == "" {
		return say.Reply{}, say.Refusal(req.Words.Errors.NoText)
	}
	switch req.Command {
	case "Check quotes":
		return checkQuotes(ctx, req, text)
	case "Find in articles":
		return findInArticles(ctx, req, text)
	}
	return say.Reply{}, say.Refusal(req.Words.Errors.Unknown)
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
func checkQuotes(ctx context.Context, req *request, text string) (say.Reply, error) {
	quotes := check.Find(text, maxChecked+1)
	if len(quotes) == 0 {
		if len(strings.Fields(text)) > maxBareQuote {
			return say.Reply{}, say.Refusal(req.Words.Errors.NoQuote)
		}
		quotes = []check.Purported{{Text: text}}
	}
	several := len(quotes) > 1
	var s say.Sheet
	var rest []cite.Citation
	outcome := ""
	if len(quotes) > maxChecked {
		s.Add(fmt.Sprintf(req.Words.CheckedFirst, maxChecked))
		quotes = quotes[:maxChecked]
	}
	for i, q := range quotes {
		q.Text = say.Fit(q.Text, say.MaxQuestion)
		res, err := checkHere(ctx, req, q)
		if errors.Is(err, check.ErrEmptyQuote) {
			continue
		}
		if err != nil {
			return say.Reply{}, err
		}
		if outcome == "" || outcome == string(check.Exact) {
			outcome = string(res.Verdict)
		}
		if several && !s.Add(fmt.Sprintf("%d\\. “%s”", i+1, say.ClipLine(q.Text, 80))) {
			break
		}
		addVerdict(req, &s, res)
		if len(res.Citations) > 0 {
			rest = append(rest, addPassages(req, &s, res.Citations, 1)...)
		}
	}
	r := s.Reply()
	r.Private, r.Outcome = true, outcome
	addButtons(req, &r, rest)
	return r, nil
}

// findInArticles shows the passages nearest to a message.
func findInArticles(ctx context.Context, req *request, text string) (say.Reply, error) {
	text = say.Fit(text, say.MaxQuestion)
	list, err := findWordsIn(ctx, req, text, "")
	if err != nil {
		return say.Reply{}, err
	}
	var s say.Sheet
	outcome := "answered"
	if len(list) > 0 {
		s.Add(req.Words.FoundWords)
	} else {
		if list, err = nearestTo(ctx, req, text, ""); err != nil {
			return say.Reply{}, err
		}
		outcome = "no_answer"
		if len(list) == 0 {
			s.Add(req.Words.Absent)
		} else {
			s.Add(req.Words.NoSuchWords)
		}
	}
	rest := addPassages(req, &s, list, 2)
	r := s.Reply()
	r.Private, r.Outcome = true, outcome
	addButtons(req, &r, rest)
	return r, nil
}
