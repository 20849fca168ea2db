package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

func newAsk(std streams) *cobra.Command {
	var o asking
	c := &cobra.Command{
		Use:   "ask [QUESTION...]",
		Short: "Answer a question, or one question per line of standard input",
		Example: `  verbatim ask -a article.txt "who ordered the evacuation?"
  verbatim ask --json -a articles/ < questions.txt`,
		RunE: runE(func(ctx context.Context, args []string) error {
			if o.top < 1 {
				return usagef("--top %d: give a number of passages from 1", o.top)
			}
			question, err := given("question", args)
			if err != nil {
				return err
			}
			return o.run(ctx, std, question)
		}),
	}
	f := c.Flags()
	f.StringArrayVarP(&o.paths, "article", "a", nil, "article `FILE` or folder of articles (repeatable)")
	f.BoolVar(&o.json, "json", false, "print one JSON object per question")
	f.IntVar(&o.top, "top", 3, "how many passages to give")
	f.BoolVar(&o.why, "why", false, "say how sure the answer is and what else came near")
	return c
}

// asking is one use of `verbatim ask`.
type asking struct {
	paths     []string
	json, why bool
	top       int
	page      pageAddress
}

// run answers question, or every line of the input when it is "".
func (o *asking) run(ctx context.Context, std streams, question string) error {
	scope, err := scopeOf(o.paths, std.warn)
	if err != nil {
		return err
	}
	if o.page, err = pageAddresses(o.json && len(o.paths) == 0); err != nil {
		return err
	}
	engine := shellEngine()
	return std.each(ctx, "question", question, o.json, func(text string) (bool, error) {
		return o.answer(ctx, std, engine, scope, text)
	})
}

// answer prints the answer to one question and reports whether there is one.
// An empty question has none.
func (o *asking) answer(ctx context.Context, std streams, e *ask.Engine, s *index.Scope, question string) (bool, error) {
	a, err := e.Ask(ctx, s, ask.Question{Text: question, Top: o.top})
	if errors.Is(err, ask.ErrEmptyQuestion) {
		a, err = &ask.Answer{}, nil
	}
	if err != nil {
		return false, err
	}
	if o.json {
		j, err := answerToJSON(question, a, o.page)
		if err != nil {
			return false, err
		}
		if o.why {
			x, err := e.Explain(ctx, s, ask.Question{Text: question, Top: o.top})
			if err != nil && !errors.Is(err, ask.ErrEmptyQuestion) {
				return false, err
			}
			j.Why = whyToJSON(x)
		}
		return a.Answered || a.Talk != "", writeJSON(std.out, j)
	}
	text, err := std.paint.answer(a, o.why)
	if err != nil {
		return false, err
	}
	if o.why && a.Talk == "" {
		x, err := e.Explain(ctx, s, ask.Question{Text: question, Top: o.top})
		if err != nil && !errors.Is(err, ask.ErrEmptyQuestion) {
			return false, err
		}
		if x != nil {
			text += std.paint.explain(x)
		}
	}
	_, err = fmt.Fprint(std.out, text)
	return a.Answered || a.Talk != "", err
}
