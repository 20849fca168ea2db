package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/config"
)

// dotenv is the file of settings in the folder the program is started in.
const dotenv = ".env"

// loadConfig reads the settings from the environment and the file .env.
func loadConfig() (config.Config, error) {
	environ, err := config.Environment(os.Environ(), dotenv)
	if err != nil {
		return config.Config{}, usageError{err}
	}
	c, err := config.Load(environ)
	if err != nil {
		return c, usageError{err}
	}
	return c, nil
}

func newConfig(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "config",
		Short: "Show the settings in effect and everything that is wrong with them",
		Long: `Config shows the settings in effect, as they come from the environment and, below
it, from the file .env. Secrets are masked. All problems are listed at once.`,
		Args: cobra.NoArgs,
		RunE: runE(func(context.Context, []string) error {
			environ, wrong := config.Environment(os.Environ(), dotenv)
			c, err := config.Load(environ)
			w := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
			for _, s := range c.Settings() {
				fmt.Fprintf(w, "%s\t%s\t%s\n", s.Name, s.Value, std.paint.dim(s.Doc))
			}
			if err := w.Flush(); err != nil {
				return err
			}
			var all config.ProblemsError
			for _, err := range []error{wrong, err} {
				p, _ := errors.AsType[config.ProblemsError](err)
				all = append(all, p...)
			}
			if len(all) > 0 {
				return usageError{all}
			}
			return nil
		}),
	}
}
