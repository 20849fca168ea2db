package discord

import (
	"context"
	"errors"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/bot/say"
)

// deferAfter is when a reply that is not ready is announced: Discord must have
// the announcement within 3 s.
const deferAfter = 1500 * time.Millisecond

// offerBudget is how long completions may take; later ones help nobody.
const offerBudget = 2 * time.Second

// interaction answers an interaction: at once when the reply is ready in time,
// else by announcing it and editing it in.
func (b *Bot) interaction(ctx context.Context, i *discordgo.Interaction) {
	start := time.Now()
	to := b.rest.Reply(i)
	ev, ok := eventOfInteraction(i, start)
	if !ok {
		b.unread(ctx, to, i.Type, string(i.Locale))
		return
	}
	if ev.Kind == say.Complete {
		b.offer(ctx, to, ev)
		return
	}
	ready := make(chan say.Reply, 1)
	go func() {
		hctx, cancel := context.WithTimeout(ctx, decideBudget)
		defer cancel()
		if ev.Kind == say.Menu && ev.Command == say.Why && ev.Mod {
			b.findQuestion(hctx, i, &ev)
		}
		ready <- b.desk.Handle(hctx, ev) // recovers by itself
	}()
	timer := time.NewTimer(deferAfter)
	defer timer.Stop()
	var r say.Reply
	var err error
	select {
	case r = <-ready:
		err = b.respond(ctx, to, r)
		if r.Delivery == say.Tell && errors.Is(err, gateway.ErrDown) {
			err = to.Edit(ctx, messageOf(r)) // Discord has the answer after all, or gets it late
		}
	case <-timer.C:
		private := b.desk.StaysPrivate(ev)
		err = to.Defer(ctx, private)
		r = <-ready
		if err == nil || errors.Is(err, gateway.ErrDown) {
			err = b.deferred(ctx, to, i, private, r)
		}
	}
	if b.elsewhere(err) {
		return
	}
	if err != nil {
		b.failed(ctx, "answer", err)
	}
	b.done(what(ev), r, start)
	if r.Note != nil && err == nil {
		if _, err := b.rest.Send(ctx, r.Note.Channel, messageOf(say.Reply{Text: r.Note.Text, Buttons: r.Note.Buttons})); err != nil {
			b.failed(ctx, "log channel", err)
		}
	}
	if r.Work != nil && err == nil {
		b.perform(ctx, to, r)
	}
}

// what names an event for metrics: the command, or what kind of thing it was.
func what(ev say.Event) string {
	switch ev.Kind {
	case say.Press:
		return "button"
	case say.Choose:
		return "menu"
	case say.Submit:
		return "form"
	}
	return ev.Command
}

// respond sends a reply that was ready in time.
func (b *Bot) respond(ctx context.Context, to *gateway.Reply, r say.Reply) error {
	switch r.Delivery {
	case say.Ask:
		return to.Modal(ctx, r.Form.CustomID, say.Plain(r.Form.Title, maxModalTitle), rowsOf(r.Form))
	case say.Edit:
		return to.Update(ctx, messageOf(r))
	case say.Delete:
		if err := to.DeferUpdate(ctx); err != nil {
			return err
		}
		return to.Delete(ctx)
	}
	return to.Answer(ctx, messageOf(r))
}

// deferred sends a reply that was announced, privately or not.
func (b *Bot) deferred(ctx context.Context, to *gateway.Reply, i *discordgo.Interaction, private bool, r say.Reply) error {
	switch {
	case r.Delivery == say.Delete:
		var err error
		if i.Message != nil {
			err = b.rest.DeleteMessage(ctx, i.Message.ChannelID, i.Message.ID)
		}
		return errors.Join(err, to.Delete(ctx))
	case r.Delivery == say.Ask:
		// A form cannot follow an announcement, and what comes before one is
		// quick the second time.
		r = say.Reply{Private: true, Text: say.WordsFor(string(i.Locale)).Errors.FormLate}
	case r.Private && !private:
		// Who sees an announced reply is settled: take it back, say it privately.
		err := to.Delete(ctx)
		_, late := to.FollowUp(ctx, messageOf(r))
		return errors.Join(err, late)
	}
	return to.Edit(ctx, messageOf(r))
}

// unread says politely that the interaction could not be read.
func (b *Bot) unread(ctx context.Context, to *gateway.Reply, kind discordgo.InteractionType, locale string) {
	var err error
	switch kind {
	case discordgo.InteractionPing:
	case discordgo.InteractionApplicationCommandAutocomplete:
		err = to.Suggest(ctx, nil)
	default:
		err = to.Answer(ctx, gateway.Message{Private: true, Content: say.WordsFor(locale).Errors.NoText})
	}
	if err != nil {
		b.failed(ctx, "answer", err)
	}
}

// offer sends completions, none when they are not ready in time.
func (b *Bot) offer(ctx context.Context, to *gateway.Reply, ev say.Event) {
	hctx, cancel := context.WithTimeout(ctx, offerBudget)
	defer cancel()
	ready := make(chan say.Reply, 1)
	go func() { ready <- b.desk.Handle(hctx, ev) }()
	r := say.Reply{Outcome: "late"}
	select {
	case r = <-ready:
	case <-hctx.Done():
	}
	if err := to.Suggest(ctx, choicesOf(r.Choices)); err != nil {
		b.failed(ctx, "completions", err)
	}
	b.done("autocomplete", r, ev.Time)
}
