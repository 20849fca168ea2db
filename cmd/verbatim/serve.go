package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/bot/moderate"
	"github.com/verbatim-bot/verbatim/bot/page"
	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/corpus/fetch"
	"github.com/verbatim-bot/verbatim/corpus/store"
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
			return serve(ctx, c, newLog(std.err, c), gateway.Options{})
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

// serve runs the bot until ctx ends: records and index first, then the house
// articles, then Discord; and back in the other order. reach says how Discord
// is reached.
func serve(ctx context.Context, c config.Config, log *slog.Logger, reach gateway.Options) (err error) {
	data, err := openData(ctx, c, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, data.Close()) }()

	var others *among // nil: this process is the only one
	if data.shared != nil {
		if others, err = data.shared.enter(ctx); err != nil {
			return err
		}
		defer others.Close()
		reach.Shares = others.shares()
	}
	var work sync.WaitGroup
	defer work.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	work.Go(data.orders(ctx, c.Data, log))
	if err := data.upkeep(ctx, &work, c, others, log); err != nil {
		return err
	}

	key, err := data.records.Secret()
	if err != nil {
		return err
	}
	engine, pool := ask.New(), botReader(c)
	if pool != nil {
		engine = ask.Reading(pool)
	}
	desk := &desk.Desk{
		Scopes: holding(data, data.library.Scope), Engine: engine, Books: data.books(), Key: key, Limits: desk.NewLimits(), Log: log,
		Stock: moderate.New(data.records, data.library, &http.Client{Timeout: downloadTime}, fetcherFor(c)),
	}
	desk.Stock.Version = readVersion().Version
	if commit := readVersion().Commit; commit != "" {
		desk.Stock.Version += " " + commit
	}
	pages := pagesOf(ctx, c, data, engine, key, log)
	if pages != nil {
		desk.Pages.Passage, desk.Pages.Article = pages.Link, pages.Door
		pages.Busy = desk.Busy
	}
	reach.Client = gateway.Guarded(reach.Client, log)
	b := discord.New(desk, gateway.NewREST(string(c.Token), reach.Client))
	b.DevGuild, b.Known, b.Shared = c.DevGuild, data.servers, others != nil
	b.Left, b.Joined = told(data, data.records.LeaveGuild), told(data, data.records.JoinGuild)
	b.Welcome = func(ctx context.Context, app string) {
		log.LogAttrs(ctx, slog.LevelInfo, "ready", slog.String("invite", discord.Invite(app)))
	}
	g := gateway.New(string(c.Token), gatewayOptions(c, b, reach, log))
	m := newMeter(g, data.library)
	if others != nil {
		m.among(others)
	}
	b.Done = m.replied
	desk.Answered, desk.Doubted = sure(m.answered), sure(m.doubted)
	if c.PublicKey != "" {
		m.interactions, err = discord.NewEndpoint(c.PublicKey, g.Receive, log)
		if err != nil {
			return err // unreachable: the settings were checked
		}
		m.interactions.Outcome = m.posted
		if c.HTTP == "" {
			log.LogAttrs(ctx, slog.LevelWarn, "DISCORD_PUBLIC_KEY does nothing without VERBATIM_HTTP: interactions come by the gateway alone")
		}
	}
	if pool != nil {
		pool.Observe = m.read
	}
	shut := func(context.Context) error { return nil }
	if c.HTTP != "" {
		mux := m.pages()
		if pages != nil {
			mux.Handle(page.Routes, pages)
		}
		if shut, err = listen(ctx, c.HTTP, mux, log); err != nil {
			return err
		}
	}
	err = inTurn(ctx, g.Run, shut)
	b.Wait()
	if refused, ok := errors.AsType[*gateway.RefusedError](err); ok {
		return usageError{refused} // somebody has to change a setting
	}
	return err
}

// shutTime is how long requests under way keep the connections to Discord open:
// interactions are taken within milliseconds, and answered later.
const shutTime = time.Second

// inTurn runs run, which takes what comes, until ctx ends: then shut closes the
// HTTP address, so that whoever comes goes to another process, and only then run
// takes no more. What was taken is finished.
func inTurn(ctx context.Context, run, shut func(context.Context) error) error {
	taking, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	ran := make(chan error, 1)
	go func() { ran <- run(taking) }()
	select {
	case err := <-ran:
		return errors.Join(err, shut(ctx))
	case <-ctx.Done():
	}
	closed := make(chan error, 1)
	go func() { closed <- shut(ctx) }()
	select {
	case err := <-closed:
		stop()
		return errors.Join(<-ran, err)
	case <-time.After(shutTime):
		stop()
		return errors.Join(<-ran, <-closed)
	}
}

// downloadTime is how long Discord may take to give us a file of a member.
const downloadTime = 20 * time.Second

// fetcherFor gets articles by link, where the settings allow it.
func fetcherFor(c config.Config) *fetch.Fetcher {
	if c.Fetch != config.FetchPublic {
		return nil
	}
	return fetch.New(readVersion().Version, fetch.Public)
}

// report logs what went wrong in the background.
func report(ctx context.Context, log *slog.Logger, what string, err error) {
	if err != nil && ctx.Err() == nil {
		log.LogAttrs(ctx, slog.LevelError, "background work", slog.String("what", what), slog.String("error", err.Error()))
	}
}

// books gives the desk its access to the records.
func (d *dataFolder) books() desk.Books {
	return desk.Books{
		Settings: holding(d, d.records.Settings),
		Set:      d.records.SetSettings,
		Doubt: func(server string, doubt store.Doubt) error {
			if server == "" { // a direct message is about the house articles
				server = store.House
			}
			return d.records.AddDoubt(server, doubt)
		},
		Forget: func(member string) (int, error) {
			if err := d.holdAll(context.Background()); err != nil {
				return 0, err
			}
			return d.records.ForgetMember(member)
		},
	}
}
