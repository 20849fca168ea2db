package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// shell is who does what is done from a shell, in the log.
const shell = "shell"

// shelf is where the corpus commands work: the records of one guild.
type shelf struct {
	std   streams
	guild string
}

func newCorpus(std streams) *cobra.Command {
	s := &shelf{std: std}
	c := &cobra.Command{
		Use:   "corpus",
		Short: "Look after the stored articles: what moderators do, from a shell",
		Long: `Corpus works on the records in the data folder (VERBATIM_DATA), those of the house
articles or, with --guild, those of one server. When the bot is running on that folder, it
does what is asked; in Discord, moderators have /corpus.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return fmt.Errorf("say what to do: %s", subcommands(c))
		},
	}
	c.PersistentFlags().StringVar(&s.guild, "guild", store.House, "`ID` of the server whose articles are meant; without it, the house articles")
	c.AddCommand(
		newCorpusAdd(s), newCorpusList(s), newCorpusShow(s), newCorpusRemove(s), newCorpusRestore(s),
		newCorpusReplace(s), newCorpusReindex(s), newCorpusVerify(s), newCorpusLog(s), newCorpusExport(s), newCorpusImport(s),
	)
	return c
}

// subcommands lists the commands below c by name.
func subcommands(c *cobra.Command) string {
	list := ""
	for _, sub := range c.Commands() {
		if !sub.IsAvailableCommand() {
			continue
		}
		if list != "" {
			list += ", "
		}
		list += sub.Name()
	}
	return list
}

// read makes a cobra function that works on the open records.
func (s *shelf) read(f func(ctx context.Context, st *store.Store, args []string) error) func(*cobra.Command, []string) error {
	return runE(func(ctx context.Context, args []string) (err error) {
		c, err := s.config()
		if err != nil {
			return err
		}
		d := s.std.data
		if d == nil {
			if d, err = openRecords(ctx, c, s.std.quiet()); err != nil {
				return err
			}
			defer func() { err = errors.Join(err, d.Close()) }()
		}
		if err := d.hold(ctx, s.guild); err != nil {
			return err
		}
		return f(ctx, d.records, args)
	})
}

// change makes a cobra function that works on the open records and index. The
// index follows whatever f did to the records, also when f failed half way.
func (s *shelf) change(f func(ctx context.Context, d *dataFolder, args []string) error) func(*cobra.Command, []string) error {
	return runE(func(ctx context.Context, args []string) (err error) {
		c, err := s.config()
		if err != nil {
			return err
		}
		d := s.std.data
		if d == nil {
			if d, err = openData(ctx, c, s.std.quiet()); err != nil {
				return err
			}
			defer func() { err = errors.Join(err, d.Close()) }()
		}
		if err := d.hold(ctx, s.guild); err != nil {
			return err
		}
		err = f(ctx, d, args)
		if synced := d.library.Sync(context.WithoutCancel(ctx), s.guild); synced != nil {
			err = errors.Join(err, fmt.Errorf("the records are changed, the index not yet; it follows at the next start: %w", synced))
		}
		return err
	})
}

// config reads the settings and checks the guild.
func (s *shelf) config() (config.Config, error) {
	if s.guild != store.House && !isSnowflake(s.guild) {
		return config.Config{}, usagef("--guild %s: give the server's id, digits only (Discord shows it in developer mode)", s.guild)
	}
	return loadConfig()
}

func isSnowflake(s string) bool {
	if len(s) < 1 || len(s) > 20 {
		return false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// articleError says in words which article a store's error is about.
func (s *shelf) articleError(id string, err error) error {
	where := "the house articles"
	if s.guild != store.House {
		where = "server " + s.guild
	}
	switch {
	case errors.Is(err, store.ErrRemoved):
		return fmt.Errorf("%s: it was removed; verbatim corpus restore %s brings it back", id, id)
	case errors.Is(err, store.ErrNotFound):
		return fmt.Errorf("%s: no such article in %s; verbatim corpus list shows them", id, where)
	}
	return err
}
