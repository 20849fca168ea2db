package discord

import (
	"context"
	"log/slog"
	"time"

	"github.com/verbatim-bot/verbatim/bot/say"
)

func (b *Bot) done(what string, r say.Reply, start time.Time) {
	if b.Done != nil {
		b.Done(what, r.Outcome, time.Since(start))
	}
}

// failed logs a call that did not do what it should. Nothing in it is a
// member's words.
func (b *Bot) failed(ctx context.Context, what string, err error) {
	b.log.LogAttrs(ctx, slog.LevelWarn, "could not send", slog.String("what", what), slog.String("error", err.Error()))
}
