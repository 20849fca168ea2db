package main

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/page"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// The uses of the secret of the records, beside custom IDs.
const (
	pageLinks   = "page links"
	pageButtons = "page buttons"
)

// pagesOf makes the pages of a running bot, nil when they are off. They have a
// desk of their own, which knows no moderator's things and keeps nothing of
// readers, and the engine of the bot, so that both answer alike.
func pagesOf(ctx context.Context, c config.Config, data *dataFolder, engine *ask.Engine, secret []byte, log *slog.Logger) *page.Pages {
	if c.Pages == config.PagesOff || c.Pages == "" {
		return nil
	}
	p := linking(c, secret)
	p.Scopes, p.Log = holding(data, data.library.Scope), log
	p.Desk = &desk.Desk{
		Scopes: p.Scopes, Engine: engine, Books: desk.Books{Settings: holding(data, data.records.Settings)},
		Key: say.Key(page.Derive(secret, pageButtons)), Limits: desk.NewLimits(), Log: log,
	}
	p.Settings = func(server string) (store.Settings, bool, error) {
		if err := data.hold(ctx, server); err != nil {
			return store.Settings{}, false, err
		}
		g, err := data.records.Guild(server)
		if err != nil {
			return store.Settings{}, false, err
		}
		set, err := data.records.Settings(server)
		return set, g.Left.IsZero(), err
	}
	if c.Pages == config.PagesPublic {
		log.LogAttrs(ctx, slog.LevelWarn, "pages are public: everybody can read the house articles, as far as VERBATIM_PAGES_FULL says; their texts are their publishers', so be sure that you may show them")
	}
	return p
}

// linking makes pages that give links and answer nobody.
func linking(c config.Config, secret []byte) *page.Pages {
	p := &page.Pages{
		Access: page.Members, Full: c.PagesFull, Base: strings.TrimRight(c.PublicURL, "/"), Key: page.Derive(secret, pageLinks),
	}
	if c.Pages == config.PagesPublic {
		p.Access = page.Public
	}
	return p
}

// pageAddress gives where our pages show a citation, "" when they do not.
type pageAddress func(cite.Citation) string

func noPage(cite.Citation) string { return "" }

// pageAddresses gives the addresses of what is cited of the house articles, when
// wanted and pages are on. Files have none: neither those named on the command
// line, nor those of a folder, which have their ids from the bot.
func pageAddresses(wanted bool) (at pageAddress, err error) {
	if !wanted {
		return noPage, nil
	}
	c, err := loadConfig()
	if err != nil || c.Pages == config.PagesOff || c.Articles != "" {
		return noPage, err
	}
	if found, err := store.Exists(c.Data); err != nil || !found {
		return noPage, err
	}
	records, err := store.Open(c.Data)
	if err != nil {
		return noPage, err
	}
	defer func() { err = errors.Join(err, records.Close()) }()
	secret, err := records.Secret()
	if err != nil {
		return noPage, err
	}
	set, err := records.Settings(store.House)
	if err != nil {
		return noPage, err
	}
	p := linking(c, secret)
	return func(c cite.Citation) string {
		if c.Article.Revision == 0 {
			return "" // it is in no records
		}
		e := say.Excerpt{Ref: c.Ref, Revision: c.Article.Revision}
		if c.Ref.Contains(c.Mark) {
			e.Mark = c.Mark
		}
		return p.Link(store.House, set, e)
	}, nil
}
