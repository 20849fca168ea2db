package main

import (
	"log/slog"
	"path/filepath"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/config"
)

// gatewayOptions is how the bot connects: with the handlers of b, as many
// connections as c or Discord wants, remembering in the data folder how often
// it has identified itself today. reach says how Discord is reached, which
// tests set.
func gatewayOptions(c config.Config, b *discord.Bot, reach gateway.Options, log *slog.Logger) gateway.Options {
	reach.Handler, reach.Busy, reach.Log, reach.Intents = b.Handle, b.Busy, log, discord.Intents
	reach.Shards, reach.Identifies = int(c.Shards), filepath.Join(c.Data, "identifies")
	return reach
}
