package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// Send posts a message in a channel and returns its id. Where Discord does not answer, it is sent again for a quarter of an
// hour with the same nonce, which Discord accepts once only: that makes an answer single too when two processes give it. Of
// several that wait so in one channel the newest goes first.
func (r *REST) Send(ctx context.Context, channel string, m Message) (id string, err error) {
	m.nonce = m.Answers
	if m.nonce == "" {
		m.nonce = strconv.FormatUint(rand.Uint64(), 36) //nolint:gosec // unique is enough
	}
	body, kind, err := m.encode()
	if err != nil {
		return "", err
	}
	return r.message(ctx, call{
		method: http.MethodPost, url: discordgo.EndpointChannelMessages(channel), body: body, contentType: kind,
	}, channel)
}

// DeleteMessage deletes a message. One that is gone already is no error.
func (r *REST) DeleteMessage(ctx context.Context, channel, id string) error {
	_, err := r.message(ctx, call{method: http.MethodDelete, url: discordgo.EndpointChannelMessage(channel, id)}, channel)
	if errors.Is(err, errGone) {
		return nil
	}
	return err
}

// Read gets a message that was posted before, without what discordgo cannot decode of it. It is tried once.
func (r *REST) Read(ctx context.Context, channel, id string) (*discordgo.Message, error) {
	raw, err := r.do(ctx, call{
		method: http.MethodGet, url: discordgo.EndpointChannelMessage(channel, id),
		limiter: r.session.Ratelimiter, key: "read " + channel, once: true,
	})
	if err != nil {
		return nil, err
	}
	var m discordgo.Message
	if json.Unmarshal(raw, &m) == nil {
		return &m, nil
	}
	m = discordgo.Message{}
	if err := json.Unmarshal(readable(raw, &m), &m); err != nil {
		return nil, fmt.Errorf("gateway: discord's answer: %w", err)
	}
	return &m, nil
}

// Language is the locale that a server has set for itself. It is tried once.
func (r *REST) Language(ctx context.Context, guild string) (locale string, err error) {
	raw, err := r.do(ctx, call{
		method: http.MethodGet, url: discordgo.EndpointGuild(guild),
		limiter: r.session.Ratelimiter, key: "server " + guild, once: true,
	})
	if err != nil {
		return "", err
	}
	var g struct {
		Locale string `json:"preferred_locale"`
	}
	if err := json.Unmarshal(raw, &g); err != nil {
		return "", fmt.Errorf("gateway: discord's answer: %w", err)
	}
	return g.Locale, nil
}

// Typing shows the bot as typing for ten seconds. It is tried once.
func (r *REST) Typing(ctx context.Context, channel string) error {
	_, err := r.do(ctx, call{
		method: http.MethodPost, url: discordgo.EndpointChannelTyping(channel),
		limiter: r.session.Ratelimiter, key: "typing " + channel, once: true,
	})
	return err
}

// DirectMessage sends a message to a member alone.
func (r *REST) DirectMessage(ctx context.Context, user string, m Message) (id string, err error) {
	body, err := json.Marshal(map[string]string{"recipient_id": user})
	if err != nil {
		return "", err
	}
	raw, err := r.do(ctx, call{
		method: http.MethodPost, url: discordgo.EndpointUserChannels("@me"), body: body, contentType: "application/json",
		limiter: r.session.Ratelimiter, key: "open direct message", within: messageLife,
	})
	if err != nil {
		return "", err
	}
	channel, err := idOf(raw)
	if err != nil {
		return "", err
	}
	m.ReplyTo = ""
	return r.Send(ctx, channel, m)
}

// message makes a call on a channel's messages, one after the other per channel, and returns the message's id.
func (r *REST) message(ctx context.Context, c call, channel string) (string, error) {
	c.limiter, c.key, c.channel, c.within = r.session.Ratelimiter, c.method+" "+channel, channel, messageLife
	raw, err := r.do(ctx, c)
	if err != nil || len(raw) == 0 {
		return "", err
	}
	return idOf(raw)
}

func idOf(raw []byte) (string, error) {
	var m struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		return "", fmt.Errorf("gateway: discord's answer: %w", err)
	}
	return m.ID, nil
}
