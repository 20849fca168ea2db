package gateway

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/bwmarrin/discordgo"
)

// Commands lists what is registered for an application, in one server, or in all with guild "".
func (r *REST) Commands(ctx context.Context, app, guild string) ([]*discordgo.ApplicationCommand, error) {
	raw, err := r.do(ctx, r.commands(http.MethodGet, app, guild, "?with_localizations=true", nil))
	if err != nil {
		return nil, err
	}
	var list []*discordgo.ApplicationCommand
	if err := json.Unmarshal(raw, &list); err != nil {
		return nil, fmt.Errorf("gateway: discord's answer: %w", err)
	}
	return list, nil
}

// SetCommands registers want instead of what is registered. When Discord rejects it, the error says where the first fault is.
func (r *REST) SetCommands(ctx context.Context, app, guild string, want []*discordgo.ApplicationCommand) error {
	body, err := json.Marshal(want)
	if err != nil {
		return fmt.Errorf("gateway: encode commands: %w", err)
	}
	_, err = r.do(ctx, r.commands(http.MethodPut, app, guild, "", body))
	return err
}

func (r *REST) commands(method, app, guild, query string, body []byte) call {
	at := discordgo.EndpointApplicationGlobalCommands(app)
	if guild != "" {
		at = discordgo.EndpointApplicationGuildCommands(app, guild)
	}
	return call{
		method: method, url: at + query, body: body, contentType: "application/json",
		limiter: r.session.Ratelimiter, key: method + " commands", within: messageLife,
	}
}
