package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// readyPath is where the bot's HTTP address says whether it is ready.
const readyPath = "/readyz"

// A bot that takes longer to say that it is ready, is not.
const healthTimeout = 3 * time.Second

func newHealthcheck(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "healthcheck",
		Short: "Exit 0 if the running bot is ready",
		Long: `Healthcheck asks the bot that runs on this machine, at the address VERBATIM_HTTP,
whether it is ready: connected to Discord and able to answer. It is for
containers and supervisors.`,
		Args: cobra.NoArgs,
		RunE: runE(func(ctx context.Context, _ []string) error {
			c, err := loadConfig()
			if err != nil {
				return err
			}
			if c.HTTP == "" {
				return usagef("VERBATIM_HTTP is not set, so the bot cannot be asked; set it for both")
			}
			if err := healthy(ctx, c.HTTP); err != nil {
				return err
			}
			_, err = fmt.Fprintln(std.out, "ready")
			return err
		}),
	}
}

// healthy asks the bot that listens on address whether it is ready.
func healthy(ctx context.Context, address string) error {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return err // unreachable: the settings were checked
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	ctx, stop := context.WithTimeout(ctx, healthTimeout)
	defer stop()
	url := "http://" + net.JoinHostPort(host, port) + readyPath
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("not ready: nobody answers at %s; is the bot running? (%w)", address, err)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, 200))
	if err := errors.Join(err, resp.Body.Close()); err != nil {
		return fmt.Errorf("not ready: %w", err)
	}
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("not ready: %s", strings.TrimSpace(string(body)))
	}
	return nil
}
