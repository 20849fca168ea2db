package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// run executes the command line args and gives the program's exit code.
func run(ctx context.Context, std streams, args []string) int {
	root := newRoot(std)
	root.SetArgs(args)
	root.SetIn(std.in)
	root.SetOut(std.out)
	root.SetErr(std.err)
	err := root.ExecuteContext(ctx)
	if err != nil && !errors.Is(err, errNo) {
		fmt.Fprintln(std.err, "verbatim: "+oneLine(err.Error()))
	}
	return exitCode(err)
}

func newRoot(std streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "verbatim",
		Short: "Answers about news articles, word for word and cited",
		Long: `Verbatim answers questions about news articles with excerpts that are exact
words of the article, and says where they stand. When an article has no answer,
it says so.`,
		Args:          cobra.NoArgs,
		SilenceUsage:  true,
		SilenceErrors: true,
		Version:       readVersion().Version,
	}
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		newAsk(std),
		newQuotes(std),
		newCheck(std),
		newVersion(std),
	)
	return root
}

// oneLine makes one line of an error that brought several, so that each
// failure is one line on standard error.
func oneLine(s string) string {
	return strings.Join(strings.Fields(s), " ")
}
