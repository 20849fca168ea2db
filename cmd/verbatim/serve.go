package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/bot"
	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

func newBot(std streams) *cobra.Command {
	return &cobra.Command{
		Use:   "bot",
		Short: "Run the Discord bot",
		Args:  cobra.NoArgs,
		RunE: runE(func(ctx context.Context, _ []string) error {
			c, err := loadConfig()
			if err != nil {
				return err
			}
			if c.Token == "" {
				return usagef("DISCORD_TOKEN is not set; put the bot's token into the environment or into .env (verbatim play needs none)")
			}
			return serve(ctx, c, newLog(std.err, c), discordgo.New)
		}),
	}
}

// newLog makes the log of a running bot.
func newLog(w io.Writer, c config.Config) *slog.Logger {
	o := &slog.HandlerOptions{Level: c.Log}
	if c.LogFormat == config.LogJSON {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

// How long a stopping bot finishes the replies under way: less than the 30 s
// after which containers are killed.
const stopTime = 20 * time.Second

// serve runs the bot until ctx ends: records and index first, then the house
// articles, then Discord; and back in the other order. newSession makes the
// session with Discord for "Bot <token>".
func serve(ctx context.Context, c config.Config, log *slog.Logger, newSession func(token string) (*discordgo.Session, error)) (err error) {
	data, err := openData(c.Data, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.Close()) }()

	var work sync.WaitGroup
	defer work.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()

	if c.Articles != "" {
		h := &house{folder: c.Articles, records: data.records, log: log}
		if err := data.syncHouse(ctx, h); err != nil {
			return err
		}
		work.Go(func() {
			err := h.watch(ctx, func() { report(ctx, log, "house articles", data.syncHouse(ctx, h)) })
			report(ctx, log, "house articles", err)
		})
	}
	work.Go(func() { data.purgeDaily(ctx, log) })

	key, err := data.records.Secret()
	if err != nil {
		return err
	}
	session, err := newSession("Bot " + string(c.Token))
	if err != nil {
		return fmt.Errorf("discord: %w", err)
	}
	desk := &bot.Desk{
		Scopes: data.library.Scope, Engine: ask.New(), Books: data.books(), Key: key, Limits: bot.NewLimits(), Log: log,
	}
	m := newMeter(session, data.library)
	if c.HTTP != "" {
		page, err := listen(ctx, c.HTTP, m, log)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, page()) }()
	}
	return converse(ctx, c, session, desk, data.records, m, log)
}

// converse connects to Discord and answers until ctx ends.
func converse(ctx context.Context, c config.Config, session *discordgo.Session, desk *bot.Desk, records *store.Store, m *meter, log *slog.Logger) error {
	app, err := session.Application("@me")
	if err != nil {
		return fmt.Errorf("discord refuses the token or cannot be reached; check DISCORD_TOKEN and the network: %w", err)
	}
	me, err := session.User("@me")
	if err != nil {
		return fmt.Errorf("discord: %w", err)
	}
	b := bot.New(desk, bot.SessionWire(session, app.ID), me.ID)
	b.Done = m.replied
	b.Left, b.Joined = records.LeaveGuild, records.JoinGuild
	// Replies under way are finished after ctx has ended.
	b.Attach(context.WithoutCancel(ctx), session)
	if err := session.Open(); err != nil {
		return fmt.Errorf("discord: %w", err)
	}
	changed, err := bot.Register(session, app.ID, c.DevGuild, bot.Commands())
	if err != nil {
		return errors.Join(fmt.Errorf("discord: %w", err), session.Close())
	}
	m.connected.Store(true)
	log.LogAttrs(ctx, slog.LevelInfo, "ready", slog.String("user", me.Username), slog.Bool("commands_changed", changed),
		slog.String("invite", inviteLink(app.ID)))
	<-ctx.Done()
	log.LogAttrs(ctx, slog.LevelInfo, "stopping")
	m.connected.Store(false)
	closed := session.Close()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	if err := b.Wait(ctx); err != nil {
		log.LogAttrs(ctx, slog.LevelWarn, "replies were cut off")
	}
	return closed
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

// report logs what went wrong in the background.
func report(ctx context.Context, log *slog.Logger, what string, err error) {
	if err != nil && ctx.Err() == nil {
		log.LogAttrs(ctx, slog.LevelError, "background work", slog.String("what", what), slog.String("error", err.Error()))
	}
}

// syncHouse takes over what changed in the folder of the house articles.
func (d *dataFolder) syncHouse(ctx context.Context, h *house) error {
	changed, err := h.sync(ctx)
	if changed > 0 {
		err = errors.Join(err, d.library.Sync(ctx, store.House))
		h.log.LogAttrs(ctx, slog.LevelInfo, "house articles", slog.Int("changed", changed))
	}
	return err
}

// books gives the desk its access to the records.
func (d *dataFolder) books() bot.Books {
	return bot.Books{
		Settings: d.records.Settings,
		Set:      d.records.SetSettings,
		Doubt: func(server, member, reason, question string) error {
			if server == "" { // a direct message is about the house articles
				server = store.House
			}
			return d.records.AddDoubt(server, member, reason, question)
		},
		Forget: d.records.ForgetMember,
		Reindex: func(ctx context.Context, server, by string, report func(done, total int)) error {
			_, err := d.library.Reindex(ctx, server, by, func(p index.Progress) { report(p.Done, p.Total) })
			return err
		},
	}
}

// purgeDaily takes away what has been kept long enough, at once and then every
// day, until ctx ends.
func (d *dataFolder) purgeDaily(ctx context.Context, log *slog.Logger) {
	day := time.NewTicker(24 * time.Hour)
	defer day.Stop()
	for {
		report(ctx, log, "purge", d.purge(ctx, log))
		select {
		case <-ctx.Done():
			return
		case <-day.C:
		}
	}
}

func (d *dataFolder) purge(ctx context.Context, log *slog.Logger) error {
	gone, err := d.records.Purge(time.Now())
	for _, guild := range gone.Guilds {
		err = errors.Join(err, d.library.Forget(ctx, guild))
	}
	if gone.Articles > 0 || len(gone.Guilds) > 0 {
		log.LogAttrs(ctx, slog.LevelInfo, "purged", slog.Int("articles", gone.Articles), slog.Int("servers", len(gone.Guilds)))
	}
	return err
}
