package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"slices"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// introduce does what is due when Discord first lets us in: tells of it and of
// the work that a restart interrupted, and has the commands registered, however
// long Discord cannot. When it will not, the next READY is another occasion.
func (b *Bot) introduce(ctx context.Context, app string) {
	if b.Welcome != nil {
		b.welcome.Do(func() { b.Welcome(ctx, app) })
	}
	for _, n := range b.desk.Interrupted(ctx) {
		if _, err := b.rest.Send(ctx, n.Channel, gateway.Message{Content: n.Text}); err != nil {
			b.failed(ctx, "log channel", err)
		}
	}
	for {
		changed, err := register(ctx, b.rest, app, b.DevGuild, registrations())
		if err == nil {
			b.log.LogAttrs(ctx, slog.LevelInfo, "commands registered", slog.Bool("changed", changed))
			return
		}
		if ctx.Err() != nil {
			return
		}
		b.failed(ctx, "commands", err)
		if !errors.Is(err, gateway.ErrDown) && !errors.Is(err, gateway.ErrThrottled) {
			b.introduced.Store(false)
			return
		}
	}
}

// register makes Discord know want and nothing else, as commands of one server
// when its id is given and of all otherwise. It asks what is registered first and
// overwrites only when that differs, so that commands neither flicker nor use
// up the daily creations at a restart. changed reports whether it wrote.
func register(ctx context.Context, rest *gateway.REST, app, server string, want []*discordgo.ApplicationCommand) (changed bool, err error) {
	have, err := rest.Commands(ctx, app, server)
	if err != nil {
		return false, fmt.Errorf("commands registered with Discord: %w", err)
	}
	same, err := sameCommands(have, want)
	if err != nil || same {
		return false, err
	}
	if err := rest.SetCommands(ctx, app, server, want); err != nil {
		return false, fmt.Errorf("register commands with Discord: %w", err)
	}
	return true, nil
}

// sameCommands compares what is registered with what is wanted, but for what
// Discord adds (ids, versions, defaults) and the order of commands.
func sameCommands(have, want []*discordgo.ApplicationCommand) (bool, error) {
	h, err := canonical(have)
	if err != nil {
		return false, err
	}
	w, err := canonical(want)
	return reflect.DeepEqual(h, w), err
}

// canonical is a list of commands without what Discord adds, ordered by kind
// and name.
func canonical(list []*discordgo.ApplicationCommand) ([]any, error) {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b *discordgo.ApplicationCommand) int {
		if kind(a) != kind(b) {
			return int(kind(a)) - int(kind(b))
		}
		if a.Name < b.Name {
			return -1
		}
		return 1
	})
	var out []any
	for _, c := range list {
		raw, err := json.Marshal(c)
		if err != nil {
			return nil, fmt.Errorf("command %s: %w", c.Name, err)
		}
		var m map[string]any
		if err := json.Unmarshal(raw, &m); err != nil {
			return nil, fmt.Errorf("command %s: %w", c.Name, err)
		}
		for _, k := range []string{"id", "application_id", "guild_id", "version", "default_permission", "dm_permission", "nsfw"} {
			delete(m, k)
		}
		m["type"] = float64(kind(c))
		out = append(out, prune(m))
	}
	return out, nil
}

// kind is a command's type; an absent one means a slash command.
func kind(c *discordgo.ApplicationCommand) discordgo.ApplicationCommandType {
	if c.Type == 0 {
		return discordgo.ChatApplicationCommand
	}
	return c.Type
}

// prune takes out what is the same as being absent: null, false, empty lists,
// objects and texts.
func prune(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			e = prune(e)
			if empty(e) {
				delete(v, k)
			} else {
				v[k] = e
			}
		}
	case []any:
		for i, e := range v {
			v[i] = prune(e)
		}
	}
	return v
}

func empty(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case bool:
		return !v
	case string:
		return v == ""
	case map[string]any:
		return len(v) == 0
	case []any:
		return len(v) == 0
	}
	return false
}

// invitePermissions are what the bot asks for when it is invited: view
// channels, send messages, also in threads, and read message history (for
// replies). It needs no more.
const invitePermissions = discordgo.PermissionViewChannel | discordgo.PermissionSendMessages |
	discordgo.PermissionSendMessagesInThreads | discordgo.PermissionReadMessageHistory

// Invite is the link by which somebody with Manage Server adds an application.
func Invite(app string) string {
	return fmt.Sprintf("https://discord.com/oauth2/authorize?client_id=%s&scope=bot+applications.commands&permissions=%d", app, int64(invitePermissions))
}
