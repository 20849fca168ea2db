package main

import (
	"fmt"
	"log/slog"
	"path/filepath"

	"github.com/bwmarrin/discordgo"

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

// invitePermissions are what the bot asks for when it is invited: view
// channels, send messages, also in threads, and read message history (for
// replies). It needs no more.
const invitePermissions = discordgo.PermissionViewChannel | discordgo.PermissionSendMessages |
	discordgo.PermissionSendMessagesInThreads | discordgo.PermissionReadMessageHistory

// inviteLink is where somebody with Manage Server adds the bot.
func inviteLink(app string) string {
	return fmt.Sprintf("https://discord.com/oauth2/authorize?client_id=%s&scope=bot+applications.commands&permissions=%d", app, int64(invitePermissions))
}
