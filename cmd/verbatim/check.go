package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/check"
)

func newCheck(std streams) *cobra.Command {
	var o checking
	c := &cobra.Command{
		Use:   "check [QUOTE...]",
		Short: "Say whether a quote is genuine, or one quote per line of standard input",
		Example: `  verbatim check -a article.txt "we will rebuild"
  verbatim check --json --speaker "Ana Reyes" -a articles/ < quotes.txt`,
		RunE: runE(func(ctx context.Context, args []string) error {
			text, err := given("quote", args)
			if err != nil {
				return err
			}
			return o.run(ctx, std, text)
		}),
	}
	f := c.Flags()
	f.StringArrayVarP(&o.paths, "article", "a", nil, "article `FILE` or folder of articles (repeatable)")
	f.BoolVar(&o.json, "json", false, "print one JSON object per quote")
	f.StringVar(&o.speaker, "speaker", "", "who is claimed to have said it")
	return c
}

// checking is one use of `verbatim check`.
type checking struct {
	paths   []string
	json    bool
	speaker string
	page    pageAddress
	engine  *ask.Engine
}

// run checks text, or every line of the input when it is "".
func (o *checking) run(ctx context.Context, std streams, text string) error {
	scope, err := scopeOf(o.paths, std.warn)
	if err != nil {
		return err
	}
	if o.page, err = pageAddresses(o.json && len(o.paths) == 0); err != nil {
		return err
	}
	o.engine = shellEngine()
	return std.each(ctx, "quote", text, o.json, func(text string) (bool, error) {
		return o.check(ctx, std, scope, text)
	})
}

// tooLong is why nothing more is said about a very long quote.
var tooLong = fmt.Sprintf("It stands in no article word for word, and over %d words are too many to tell how it differs.", check.MaxWords)

// check prints the verdict on one quote and reports whether it is genuine:
// exact or partial, and not denied by the article. An empty quote is absent.
func (o *checking) check(ctx context.Context, std streams, s *index.Scope, text string) (bool, error) {
	p := check.Purported{Text: text, Speaker: o.speaker}
	r, err := check.Closely(ctx, o.engine.Nearest, s, p)
	if errors.Is(err, check.ErrEmptyQuote) {
		r, err = &check.Result{Verdict: check.Absent, SpeakerClaimed: o.speaker}, nil
	}
	if errors.Is(err, check.ErrLong) { // one of many must not end the others
		r, err = &check.Result{Verdict: check.Absent, SpeakerClaimed: o.speaker, Why: tooLong}, nil
	}
	if err != nil {
		return false, err
	}
	genuine := (r.Verdict == check.Exact || r.Verdict == check.Partial) && !r.Denied
	if o.json {
		j, err := resultToJSON(p, r, o.page)
		if err != nil {
			return false, err
		}
		return genuine, writeJSON(std.out, j)
	}
	shown, err := std.paint.result(r)
	if err != nil {
		return false, err
	}
	_, err = fmt.Fprint(std.out, shown)
	return genuine, err
}
