package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// The exit codes that scripts lean on.
const (
	exitDone  = 0
	exitNo    = 1 // no answer in the articles, or a quote that is not genuine
	exitUsage = 2 // wrong usage or settings
	exitIO    = 3 // could not read or write
)

// errNo ends the program with exitNo and without a word: the output has
// already said what there is to say.
var errNo = errors.New("no")

// ioError is a failure to read or write, as opposed to wrong usage, which is
// what cobra's own errors are.
type ioError struct{ error }

func (e ioError) Unwrap() error { return e.error }

// usageError is a wrong use that only the command itself could notice.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

func exitCode(err error) int {
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errNo):
		return exitNo
	case errors.As(err, new(ioError)):
		return exitIO
	}
	return exitUsage
}

// isInterrupt reports whether err is that somebody stopped the program.
func isInterrupt(err error) bool { return errors.Is(err, context.Canceled) }

// runE makes a cobra function of f. What f returns is a failure to read or
// write unless it says otherwise.
func runE(f func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		err := f(c.Context(), args)
		if err == nil || errors.Is(err, errNo) || errors.As(err, new(usageError)) {
			return err
		}
		return ioError{err}
	}
}
