package gateway

import (
	"context"
	"errors"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
)

// tokenLife is how long an interaction's token is used: Discord ends it after 15 minutes.
const tokenLife = 15*time.Minute - 10*time.Second

// Reply is the conversation about one interaction: one first response within 2.5 s, then edits and follow-ups for 15
// minutes, then messages. It has a rate limiter of its own, as discordgo puts the edits of all interactions into one queue
// and keeps a record of every token for ever.
type Reply struct {
	rest    *REST
	limiter *discordgo.RateLimiter
	id      string
	app     string
	token   string
	channel string
	user    string
	born    time.Time
	private atomic.Bool // as the first response said
}

// Reply begins the answer to an interaction that has just arrived.
func (r *REST) Reply(i *discordgo.Interaction) *Reply {
	p := &Reply{
		rest: r, limiter: discordgo.NewRatelimiter(), id: i.ID, app: i.AppID, token: i.Token, channel: i.ChannelID, born: time.Now(),
	}
	switch {
	case i.Member != nil && i.Member.User != nil:
		p.user = i.Member.User.ID
	case i.User != nil:
		p.user = i.User.ID
	}
	return p
}

// ReplyUndecoded begins the answer to an interaction that discordgo could not decode.
func (r *REST) ReplyUndecoded(u *Undecoded) *Reply {
	return &Reply{
		rest: r, limiter: discordgo.NewRatelimiter(), id: u.ID, app: u.AppID, token: u.Token,
		channel: u.Channel, user: u.Author, born: time.Now(),
	}
}

// Answer is the first response: a message.
func (p *Reply) Answer(ctx context.Context, m Message) error {
	p.private.Store(m.Private)
	return p.callback(ctx, discordgo.InteractionResponseChannelMessageWithSource, m.fields(), m.Files)
}

// Defer is the first response: an answer will follow by [Reply.Edit]. It fixes whether that will be private.
func (p *Reply) Defer(ctx context.Context, private bool) error {
	p.private.Store(private)
	flags := 0
	if private {
		flags = flagEphemeral
	}
	return p.callback(ctx, discordgo.InteractionResponseDeferredChannelMessageWithSource, map[string]any{"flags": flags}, nil)
}

// Update is the first response to a component: its message is replaced.
func (p *Reply) Update(ctx context.Context, m Message) error {
	j := m.fields()
	j["flags"] = flagsWithout(j, flagEphemeral)
	return p.callback(ctx, discordgo.InteractionResponseUpdateMessage, j, m.Files)
}

// DeferUpdate is the first response to a component: its message may be replaced later by [Reply.Edit].
func (p *Reply) DeferUpdate(ctx context.Context) error {
	return p.callback(ctx, discordgo.InteractionResponseDeferredMessageUpdate, nil, nil)
}

// Suggest is the only response to autocomplete: at most 25 choices.
func (p *Reply) Suggest(ctx context.Context, choices []*discordgo.ApplicationCommandOptionChoice) error {
	if choices == nil {
		choices = []*discordgo.ApplicationCommandOptionChoice{}
	}
	list := make([]map[string]any, len(choices))
	for i, c := range choices {
		list[i] = map[string]any{"name": c.Name, "value": c.Value}
		if len(c.NameLocalizations) > 0 {
			list[i]["name_localizations"] = c.NameLocalizations
		}
	}
	return p.callback(ctx, discordgo.InteractionApplicationCommandAutocompleteResult, map[string]any{"choices": list}, nil)
}

// Modal is the first response: a form.
func (p *Reply) Modal(ctx context.Context, customID, title string, rows []discordgo.MessageComponent) error {
	return p.callback(ctx, discordgo.InteractionResponseModal,
		map[string]any{"custom_id": customID, "title": title, "components": rows}, nil)
}

// callback sends the first response. A repeated one that Discord has already is a success: the answer to the first was lost.
func (p *Reply) callback(ctx context.Context, kind discordgo.InteractionResponseType, data map[string]any, files []*discordgo.File) error {
	j := map[string]any{"type": kind}
	if data != nil {
		j["data"] = data
	}
	body, contentType, err := encode(j, files)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithDeadline(ctx, p.born.Add(callbackBudget))
	defer cancel()
	_, err = p.rest.do(ctx, call{
		method: http.MethodPost, url: discordgo.EndpointInteractionResponse(p.id, p.token), body: body, contentType: contentType,
		limiter: p.limiter, key: "callback", landed: ErrAnswered, free: true,
	})
	return err
}

// Expired reports whether the token is dead: from then on what is sent is a message of its own.
func (p *Reply) Expired() bool { return time.Since(p.born) >= tokenLife }

// Edit replaces the original response. When the token is dead the message is sent anew, see [Reply.late]; an original that
// somebody deleted stays deleted ([errGone]).
func (p *Reply) Edit(ctx context.Context, m Message) error {
	j := m.fields()
	j["flags"] = flagsWithout(j, flagEphemeral)
	body, contentType, err := encode(j, m.Files)
	if err != nil {
		return err
	}
	if !p.Expired() {
		_, err = p.rest.do(ctx, p.webhook(http.MethodPatch, "/messages/@original", body, contentType))
		if !errors.Is(err, errTooLate) {
			return err
		}
	}
	_, err = p.late(ctx, m)
	return err
}

// FollowUp adds a message and returns its id.
func (p *Reply) FollowUp(ctx context.Context, m Message) (id string, err error) {
	body, contentType, err := m.encode()
	if err != nil {
		return "", err
	}
	if !p.Expired() {
		var raw []byte
		c := p.webhook(http.MethodPost, "?wait=true", body, contentType)
		c.single = true // it has no nonce: sent again after no answer it might show twice
		raw, err = p.rest.do(ctx, c)
		if err == nil {
			return idOf(raw)
		}
		if !errors.Is(err, errTooLate) {
			return "", err
		}
	}
	return p.late(ctx, m)
}

// Delete deletes the original response. One that is gone already is no error.
func (p *Reply) Delete(ctx context.Context) error {
	if time.Since(p.born) >= tokenLife {
		return errTooLate
	}
	_, err := p.rest.do(ctx, p.webhook(http.MethodDelete, "/messages/@original", nil, ""))
	if errors.Is(err, errGone) {
		return nil
	}
	return err
}

// late delivers what the token cannot deliver any more: a public answer as a message in the channel, a private one as a
// direct message, so that nobody else reads it. Where the bot may not write in the channel, a public one goes directly too.
func (p *Reply) late(ctx context.Context, m Message) (id string, err error) {
	private := m.Private || p.private.Load()
	m.Private = false
	if !private {
		id, err = p.rest.Send(ctx, p.channel, m)
		if !errors.Is(err, ErrForbidden) && !errors.Is(err, errGone) {
			return id, err
		}
	}
	m.Components = nil // buttons are good where they were meant to be
	return p.rest.DirectMessage(ctx, p.user, m)
}

func (p *Reply) webhook(method, path string, body []byte, contentType string) call {
	return call{
		method: method, url: discordgo.EndpointWebhookToken(p.app, p.token) + path, body: body, contentType: contentType,
		limiter: p.limiter, key: method + path, within: max(tokenLife-time.Since(p.born), time.Second), free: true,
	}
}

func flagsWithout(j map[string]any, flag int) int {
	flags, _ := j["flags"].(int)
	return flags &^ flag
}
