package discord

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/bot/say"
)

// message answers a message if it is for us.
func (b *Bot) message(ctx context.Context, s *discordgo.Session, m *discordgo.Message) {
	start := time.Now()
	me := b.self(s)
	ev, ok := eventOfMessage(m, me, start)
	if !ok {
		return
	}
	decided := b.wonder(ctx, m.ChannelID)
	defer decided()
	b.learn(ctx, m.GuildID)
	if locale, ok := b.locales.Load(m.GuildID); ok {
		ev.Locale, _ = locale.(string)
	}
	b.recall(ctx, me, &ev, m)
	hctx, cancel := context.WithTimeout(ctx, decideBudget)
	defer cancel()
	r := b.desk.Handle(hctx, ev)
	decided()
	if r.Delivery == say.Ignore {
		b.done("message", r, start)
		return
	}
	r.Private = false // a channel has no private messages
	out := messageOf(r)
	out.ReplyTo, out.Answers = m.ID, m.ID
	_, err := b.rest.Send(ctx, m.ChannelID, out)
	if errors.Is(err, gateway.ErrNoHistory) {
		out.ReplyTo = ""
		_, err = b.rest.Send(ctx, m.ChannelID, out)
	}
	if errors.Is(err, gateway.ErrForbidden) && m.GuildID != "" {
		// They may read us there, but we may not write: tell the member. The
		// buttons are signed for the server.
		out.Content = fmt.Sprintf(say.WordsFor(ev.Locale).NoWriting, "<#"+m.ChannelID+">") + "\n" + out.Content
		out.Components = nil
		_, err = b.rest.DirectMessage(ctx, m.Author.ID, out)
	}
	if err != nil {
		b.failed(ctx, "message", err)
	}
	b.done("message", r, start)
}

const (
	// wonderAfter is when the bot shows that it is typing.
	wonderAfter = 400 * time.Millisecond
	// decideBudget is how long a reply may take to be decided.
	decideBudget = 30 * time.Second
)

// self is our user id. A message may be handled before READY is; its session
// has read that.
func (b *Bot) self(s *discordgo.Session) string {
	if me := b.me.Load(); me != nil {
		return *me
	}
	s.State.RLock()
	defer s.State.RUnlock()
	if s.State.User == nil {
		return ""
	}
	return s.State.User.ID
}

// wonder shows the bot as typing when its answer is not decided soon. decided
// ends that: from then on the answer itself is on its way, and a call that
// still waits for its turn is not made.
func (b *Bot) wonder(ctx context.Context, channel string) (decided func()) {
	ctx, cancel := context.WithCancel(ctx)
	timer := time.AfterFunc(wonderAfter, func() {
		if err := b.rest.Typing(ctx, channel); err != nil && ctx.Err() == nil {
			b.failed(ctx, "typing", err)
		}
	})
	return func() {
		timer.Stop()
		cancel()
	}
}
