package gateway

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
)

// ask fetches GET gateway/bot and remembers the address and the identify budget in it. Where that route is missing, it
// makes do with GET gateway.
func (g *Supervisor) ask(ctx context.Context) (*discordgo.GatewayBotResponse, error) {
	s := g.newSession(g.opts.Client)
	info, err := s.GatewayBot(once(ctx)...)
	if rest, ok := errors.AsType[*discordgo.RESTError](err); ok {
		switch rest.Response.StatusCode {
		case http.StatusUnauthorized:
			return nil, refused(http.StatusUnauthorized)
		case http.StatusNotFound, http.StatusMethodNotAllowed, http.StatusNotImplemented:
			info = &discordgo.GatewayBotResponse{}
			info.URL, err = s.Gateway(once(ctx)...)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("gateway: ask for the address: %w", err)
	}
	l := info.SessionStartLimit
	g.mu.Lock()
	defer g.mu.Unlock()
	g.url = info.URL
	g.limit = startLimit{
		Total: l.Total, Remaining: l.Remaining,
		ResetAfter: time.Duration(l.ResetAfter) * time.Millisecond, Concurrency: l.MaxConcurrency,
	}
	return info, nil
}

// asked is how long a rate limit asks to wait, 0 for other errors.
func asked(err error) time.Duration {
	if limit, ok := errors.AsType[*discordgo.RateLimitError](err); ok {
		return min(limit.RetryAfter, longestRefused)
	}
	return 0
}

// permit waits until a shard may identify, and counts it.
func (g *Supervisor) permit(ctx context.Context, shard int) (start, error) {
	if _, err := g.ask(ctx); err != nil {
		return start{}, err
	}
	for {
		g.mu.Lock()
		limit := g.limit
		g.mu.Unlock()
		one, wait := g.budget.take(time.Now(), shard, limit)
		if wait == 0 {
			return one, nil
		}
		if wait > identifySpacing {
			g.opts.Log.Warn("waiting to identify, as few are left today",
				slog.Int("shard", shard), slog.Int("left", limit.Remaining), slog.Duration("wait", wait))
		}
		if !sleep(ctx, min(wait, time.Hour)) {
			return start{}, ctx.Err()
		}
		if wait > identifySpacing {
			if _, err := g.ask(ctx); err != nil {
				return start{}, err
			}
		}
	}
}
