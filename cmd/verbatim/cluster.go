package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/config"
)

func newCluster(std streams) *cobra.Command {
	c := &cobra.Command{
		Use:   "cluster",
		Short: "Look after several processes that share one set of articles",
		Long: `Cluster works on what the processes share that have the same NATS servers
(VERBATIM_NATS): articles, settings and the log of who did what, of all servers.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return fmt.Errorf("say what to do: %s", subcommands(c))
		},
	}
	c.AddCommand(newClusterStatus(std), newClusterMoveIn(std), newClusterMoveOut(std))
	return c
}

// atNATS makes a cobra function that works with the NATS servers of the settings.
func atNATS(std streams, f func(ctx context.Context, c config.Config, conn *cluster.Conn, args []string) error) func(*cobra.Command, []string) error {
	return runE(func(ctx context.Context, args []string) error {
		c, err := loadConfig()
		if err != nil {
			return err
		}
		if c.NATS == "" {
			return usagef("VERBATIM_NATS is not set; name the NATS servers that the processes share")
		}
		conn, err := reachNATS(ctx, c, std.quiet())
		if err != nil {
			return err
		}
		defer conn.Close()
		return f(ctx, c, conn, args)
	})
}
