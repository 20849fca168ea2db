package discord

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/verbatim-bot/verbatim/bot/gateway"
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
	if b.elsewhere(err) {
		return
	}
	b.log.LogAttrs(ctx, slog.LevelWarn, "could not send", slog.String("what", what), slog.String("error", err.Error()))
}

// elsewhere reports whether an error is that another process has answered.
func (b *Bot) elsewhere(err error) bool { return b.Shared && errors.Is(err, gateway.ErrAnswered) }
