package bot

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Interaction callback types (docs: receiving-and-responding).
const (
	callbackMessage     = 4
	callbackDefer       = 5
	callbackDeferUpdate = 6
	callbackUpdate      = 7
	callbackChoices     = 8
	callbackForm        = 9
)

type callbackBody struct {
	Type int `json:"type"`
	Data any `json:"data,omitempty"`
}

// deferAfter is when a reply that is not ready is announced: within 3 s the
// announcement must have reached Discord.
const deferAfter = 1500 * time.Millisecond

// offerBudget is how long completions may take; later ones help nobody.
const offerBudget = 2 * time.Second

// Interaction answers an interaction: at once when the reply is ready in time,
// else by announcing it and editing it in.
func (b *Bot) Interaction(ctx context.Context, i *discordgo.Interaction) {
	defer b.guard(ctx, "interaction")
	start := time.Now()
	if i.ID == "" || i.Token == "" || !b.first(i.ID) {
		return
	}
	b.work.Add(1)
	defer b.work.Done()
	ev, ok := eventOfInteraction(i, start)
	if !ok {
		b.undecodable(ctx, i)
		return
	}
	if ev.Kind == Complete {
		b.offer(ctx, i, ev)
		return
	}
	ready := make(chan Reply, 1)
	go func() {
		defer b.guard(ctx, "interaction")
		hctx, cancel := context.WithTimeout(ctx, decideBudget)
		defer cancel()
		ready <- b.desk.Handle(hctx, ev)
	}()
	timer := time.NewTimer(deferAfter)
	defer timer.Stop()
	var r Reply
	deferred := false
	select {
	case r = <-ready:
	case <-timer.C:
		deferred = b.announce(ctx, i, ev)
		r = <-ready
	}
	if deferred {
		b.deferred(ctx, i, ev, r)
	} else {
		b.respond(ctx, i, r)
	}
	b.done(what(ev), r, start)
	if r.Work != nil {
		b.perform(ctx, i, r)
	}
}

// what names an event for metrics: the command, or what kind of thing it was.
func what(ev Event) string {
	switch ev.Kind {
	case Press:
		return "button"
	case Choose:
		return "menu"
	case Submit:
		return "form"
	case Complete:
		return "autocomplete"
	}
	return ev.Command
}

// respond sends a reply that was ready in time.
func (b *Bot) respond(ctx context.Context, i *discordgo.Interaction, r Reply) {
	var c callbackBody
	switch r.Delivery {
	case Ignore:
		return
	case Delete:
		c = callbackBody{Type: callbackDeferUpdate}
	case Edit:
		c = callbackBody{Type: callbackUpdate, Data: editOf(r)}
	case Ask:
		c = callbackBody{Type: callbackForm, Data: bodyOfForm(r.Form)}
	default:
		c = callbackBody{Type: callbackMessage, Data: bodyOf(r)}
	}
	err := b.wire.Callback(ctx, i.ID, i.Token, c)
	switch {
	case err != nil && answered(err):
		// Our answer, or another instance's, did arrive.
	case err != nil && (r.Delivery == Say || r.Delivery == Edit) && uncertain(err):
		// It may have arrived or not; an edit makes it so, if it did.
		if err := b.wire.Edit(ctx, i.Token, editOf(r)); err != nil {
			b.failed(ctx, "answer", err)
		}
	case err != nil:
		b.failed(ctx, "answer", err)
	case r.Delivery == Delete:
		if err := b.wire.Drop(ctx, i.Token); err != nil && !lost(err) {
			b.failed(ctx, "removal", err)
		}
	}
}

// announce tells Discord that the reply takes longer, and whether that worked.
func (b *Bot) announce(ctx context.Context, i *discordgo.Interaction, ev Event) bool {
	c := callbackBody{Type: callbackDefer, Data: map[string]int{"flags": 0}}
	if b.desk.staysPrivate(ev) {
		c.Data = map[string]int{"flags": flagEphemeral}
	}
	err := b.wire.Callback(ctx, i.ID, i.Token, c)
	if err != nil && !answered(err) {
		b.failed(ctx, "announcement", err)
		return uncertain(err)
	}
	return true
}

// deferred sends a reply that was announced.
func (b *Bot) deferred(ctx context.Context, i *discordgo.Interaction, ev Event, r Reply) {
	var err error
	switch {
	case r.Delivery == Delete:
		if i.Message != nil {
			err = b.wire.Remove(ctx, i.Message.ChannelID, i.Message.ID)
		}
		err = errors.Join(err, b.wire.Drop(ctx, i.Token))
	case r.Delivery == Ask || r.Delivery == Ignore:
		err = b.wire.Drop(ctx, i.Token) // a form cannot follow an announcement; pressing again is quick
	case r.Private && !b.desk.staysPrivate(ev):
		// Who sees an announced reply is settled; take it back and say it in private.
		err = errors.Join(b.wire.Drop(ctx, i.Token), b.wire.Follow(ctx, i.Token, bodyOf(r)))
	default:
		err = b.wire.Edit(ctx, i.Token, editOf(r))
	}
	if err != nil {
		b.failed(ctx, "late answer", err)
	}
}

// editOf is a reply as an edit, which cannot change who sees it.
func editOf(r Reply) messageBody {
	body := bodyOf(r)
	body.Flags &^= flagEphemeral
	return body
}

// undecodable says politely that the interaction could not be read.
func (b *Bot) undecodable(ctx context.Context, i *discordgo.Interaction) {
	b.log.LogAttrs(ctx, slog.LevelWarn, "interaction not understood", slog.Int("type", int(i.Type)))
	t := wordsFor(string(i.Locale))
	if i.Type == discordgo.InteractionApplicationCommandAutocomplete {
		return
	}
	b.respond(ctx, i, Reply{Private: true, Text: t.Errors[problemNoText]})
}

// offer sends completions, none when they are not ready in time.
func (b *Bot) offer(ctx context.Context, i *discordgo.Interaction, ev Event) {
	hctx, cancel := context.WithTimeout(ctx, offerBudget)
	defer cancel()
	r := b.desk.Handle(hctx, ev)
	if err := b.wire.Callback(ctx, i.ID, i.Token, callbackBody{Type: callbackChoices, Data: bodyOfChoices(r.Choices)}); err != nil && !answered(err) {
		b.failed(ctx, "completions", err)
	}
	b.done("autocomplete", r, ev.Time)
}

// staysPrivate tells before the reply is known whether it will be for the
// asker only.
func (d *Desk) staysPrivate(ev Event) bool {
	if ev.Kind != Command {
		return true
	}
	switch ev.Command {
	case "ask", "said", "who-said", "check":
	default:
		return true
	}
	def := false
	if d.Books.Settings != nil && ev.Server != "" {
		set, err := d.Books.Settings(ev.Server)
		def = err != nil || set.Private
	}
	return ev.flag("private", def)
}

// Discord's error codes that mean something to us (docs: opcodes-and-status-codes).
const (
	codeUnknownInteraction = 10062
	codeUnknownMessage     = 10008
	codeAcknowledged       = 40060
)

func asREST(err error) (*discordgo.RESTError, bool) { return errors.AsType[*discordgo.RESTError](err) }

func hasCode(err error, code int) bool {
	e, ok := asREST(err)
	return ok && e.Message != nil && e.Message.Code == code
}

// answered: somebody answered this interaction already.
func answered(err error) bool { return hasCode(err, codeAcknowledged) }

// lost: what the call is about is not there any more.
func lost(err error) bool {
	return hasCode(err, codeUnknownInteraction) || hasCode(err, codeUnknownMessage)
}

// uncertain: the call may have worked though its answer did not arrive.
func uncertain(err error) bool {
	e, ok := asREST(err)
	return !ok || e.Response != nil && e.Response.StatusCode >= 500
}
