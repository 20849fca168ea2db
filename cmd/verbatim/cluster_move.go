package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/cluster/journal"
	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

func newClusterMoveIn(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "move-in",
		Short: "Make this data folder's records the cluster's",
		Long: `Move-in puts all records of the data folder (VERBATIM_DATA) into the NATS servers.
Nothing there is overwritten. Afterwards the folder is a copy, like that of every
other process. Stop the bot first, and keep a copy of corpus.db. When move-in is
broken off, run it again: it goes on where it was.`,
		Args: cobra.NoArgs,
		RunE: atNATS(std, func(ctx context.Context, c config.Config, conn *cluster.Conn, _ []string) (err error) {
			records, err := store.Open(c.Data)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, records.Close()) }()
			p := newProgress(std)
			err = journal.MoveIn(ctx, conn.JetStream, records, p.report)
			p.end()
			if err != nil {
				return fmt.Errorf("move in %s: %w", c.Data, err)
			}
			fmt.Fprintf(std.out, "all records of %s are in the cluster; start the bots with VERBATIM_NATS\n", c.Data)
			return nil
		}),
	}
}

func newClusterMoveOut(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "move-out FOLDER",
		Short: "Make a data folder of its own from the cluster's records",
		Long: `Move-out writes the records of all servers into a new data folder, for one process
without NATS. The cluster stays as it is: stop its bots first, or what moderators
do from then on is in the cluster alone.`,
		Args: cobra.ExactArgs(1),
		RunE: atNATS(std, func(ctx context.Context, _ config.Config, conn *cluster.Conn, args []string) error {
			p := newProgress(std)
			err := journal.MoveOut(ctx, conn.JetStream, args[0], p.report)
			p.end()
			if err != nil {
				return fmt.Errorf("move out into %s: %w", args[0], err)
			}
			fmt.Fprintf(std.out, "%s has all records; run the bot with it as VERBATIM_DATA and without VERBATIM_NATS\n", args[0])
			return nil
		}),
	}
}
