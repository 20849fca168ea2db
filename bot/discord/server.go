package discord

import (
	"context"
	"log/slog"
	"strconv"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// joined notes a server and its language: a message, unlike a command, does
// not tell the member's.
func (b *Bot) joined(ctx context.Context, g *discordgo.Guild) {
	b.speaks(g.ID, g.PreferredLocale)
	b.heard.Store(g.ID, struct{}{})
	b.tell(ctx, "server joined", b.Joined, g.ID)
}

// speaks notes the language of a server.
func (b *Bot) speaks(server, locale string) {
	if b.Shared {
		b.learned.Store(server, struct{}{})
	}
	if say.WordsFor(locale) != say.WordsFor("") {
		b.locales.Store(server, locale)
	} else {
		b.locales.Delete(server)
	}
}

// learn asks for the language of a server that Discord told another process
// of: who resumes a session hears only what comes after.
func (b *Bot) learn(ctx context.Context, server string) {
	if _, known := b.learned.Load(server); known || !b.Shared || server == "" {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, recallBudget)
	defer cancel()
	if locale, err := b.rest.Language(ctx, server); err == nil {
		b.speaks(server, locale)
	}
}

// here notes that something came from a server that Discord has not told of:
// so we are in it. After a GUILD_DELETE it says nothing: what comes then was
// under way, and who adds us again sends a GUILD_CREATE.
func (b *Bot) here(ctx context.Context, server string) {
	if server == "" {
		return
	}
	if _, known := b.heard.LoadOrStore(server, struct{}{}); !known {
		b.tell(ctx, "server joined", b.Joined, server)
	}
}

// missed finds the servers that we were removed from while we were away: of
// those that belong to this connection, READY names all that we are in, those
// with an outage too.
func (b *Bot) missed(ctx context.Context, e *discordgo.Ready) {
	if b.Known == nil {
		return
	}
	known, err := b.Known()
	if err != nil {
		b.log.LogAttrs(ctx, slog.LevelError, "the servers were not compared", slog.String("error", err.Error()))
		return
	}
	in := map[string]bool{}
	for _, g := range e.Guilds {
		in[g.ID] = true
	}
	for _, id := range known {
		if !in[id] && ofShard(id, e.Shard) {
			b.heard.Delete(id)
			b.left(ctx, id)
		}
	}
}

// ofShard reports whether a connection hears of a server. shard is its number
// and how many there are; nil is the only one.
func ofShard(server string, shard *[2]int) bool {
	n, err := strconv.ParseUint(server, 10, 64)
	if err != nil {
		return false // not a server: the house
	}
	return shard == nil || shard[1] < 2 || int(n>>22%uint64(shard[1])) == shard[0] //nolint:gosec // below the number of shards
}

// left forgets a server.
func (b *Bot) left(ctx context.Context, server string) {
	b.locales.Delete(server)
	b.tell(ctx, "server left", b.Left, server)
}

// tell hands a server's id on to f, if there is one.
func (b *Bot) tell(ctx context.Context, what string, f func(string) error, server string) {
	if f == nil {
		return
	}
	if err := f(server); err != nil {
		b.log.LogAttrs(ctx, slog.LevelError, "could not note it", slog.String("event", what),
			slog.String("server", server), slog.String("error", err.Error()))
	}
}
