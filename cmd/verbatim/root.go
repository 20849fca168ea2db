package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// run executes the command line args and gives the program's exit code.
func run(ctx context.Context, std streams, args []string) int {
	root := newRoot(std)
	root.SetArgs(args)
	root.SetIn(std.in)
	root.SetOut(std.out)
	root.SetErr(std.err)
	c, err := root.ExecuteContextC(ctx)
	if errors.Is(err, store.ErrLocked) && std.data == nil && forwarded(args) {
		// The folder was the first thing asked for: nothing is done yet.
		if settings, bad := loadConfig(); bad == nil {
			code, there := beside(ctx, std, settings.Data, args)
			if there == nil {
				return code
			}
			if !errors.Is(there, errAlone) {
				err = ioError{there}
			}
		}
	}
	if err != nil && exitCode(err) == exitUsage && !errors.As(err, new(usageError)) {
		// What cobra finds wrong says nothing of what would be right.
		err = usagef("%w%s; see %s --help", err, likely(c, args), c.CommandPath())
	}
	switch {
	case err == nil, errors.Is(err, errNo):
	case isInterrupt(err):
		fmt.Fprintln(std.err, "verbatim: interrupted")
	default:
		for line := range strings.Lines(words(err)) {
			fmt.Fprintln(std.err, "verbatim: "+oneLine(line))
		}
	}
	return exitCode(err)
}

// likely is the command below c that may have been meant by one it has not.
func likely(c *cobra.Command, args []string) string {
	c.SuggestionsMinimumDistance = 2 // typing errors
	for _, arg := range args {
		for _, name := range c.SuggestionsFor(arg) {
			if c.HasSubCommands() && name != arg {
				return fmt.Sprintf("; did you mean %s?", name)
			}
		}
	}
	return ""
}

func newRoot(std streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "verbatim",
		Short: "Answers about news articles, word for word and cited",
		Long: `Verbatim answers questions about news articles with excerpts that are exact
words of the article, and says where they stand. When an article has no answer,
it says so.

Without a command it runs the bot when DISCORD_TOKEN is set, and otherwise opens
the playground.`,
		Args: cobra.NoArgs,
		RunE: runE(func(ctx context.Context, _ []string) error {
			c, err := loadConfig()
			if err != nil {
				return err
			}
			if c.Token != "" {
				return serve(ctx, c, newLog(std.err, c), gateway.Options{})
			}
			return play(ctx, std, nil)
		}),
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       readVersion().Version,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		newAsk(std),
		newQuotes(std),
		newCheck(std),
		newBot(std),
		newPlay(std),
		newWeb(std),
		newCorpus(std),
		newCluster(std),
		newConfig(std),
		newHealthcheck(std),
		newVersion(std),
	)
	return root
}

// words is what to tell of err, a line for each problem with the settings and
// one line for everything else.
func words(err error) string {
	if p, ok := errors.AsType[config.ProblemsError](err); ok {
		return p.Error()
	}
	return oneLine(err.Error())
}

// oneLine makes one line of an error that brought several, so that each
// failure is one line on standard error.
func oneLine(s string) string {
	return strings.Join(strings.Fields(s), " ")
}
