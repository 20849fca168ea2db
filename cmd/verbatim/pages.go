package main

import (
	"context"
	"log/slog"
	"strings"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/page"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// The uses of the secret of the records, beside custom IDs.
const (
	pageLinks   = "page links"
	pageButtons = "page buttons"
)

// pagesOf makes the pages of a running bot, nil when they are off. They have a
// desk of their own, which knows no moderator's things and keeps nothing of
// readers.
func pagesOf(ctx context.Context, c config.Config, data *dataFolder, secret []byte, log *slog.Logger) *page.Pages {
	if c.Pages == config.PagesOff || c.Pages == "" {
		return nil
	}
	p := &page.Pages{
		Access: page.Members, Full: c.PagesFull, Base: strings.TrimRight(c.PublicURL, "/"), Key: page.Derive(secret, pageLinks),
		Scopes: data.library.Scope, Log: log,
		Desk: &desk.Desk{
			Scopes: data.library.Scope, Engine: ask.New(), Books: desk.Books{Settings: data.records.Settings},
			Key: say.Key(page.Derive(secret, pageButtons)), Limits: desk.NewLimits(), Log: log,
		},
		Settings: func(server string) (store.Settings, bool, error) {
			g, err := data.records.Guild(server)
			if err != nil {
				return store.Settings{}, false, err
			}
			set, err := data.records.Settings(server)
			return set, g.Left.IsZero(), err
		},
	}
	if c.Pages == config.PagesPublic {
		p.Access = page.Public
		log.LogAttrs(ctx, slog.LevelWarn, "pages are public: everybody can read the house articles, as far as VERBATIM_PAGES_FULL says; their texts are their publishers', so be sure that you may show them")
	}
	return p
}
