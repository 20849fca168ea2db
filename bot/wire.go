package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Wire is how replies travel to Discord: the REST calls that the bot makes.
// Bodies are marshalled as they are. Every call ends with its context.
type Wire struct {
	// Callback answers an interaction; there is one try, for a second answer
	// or a late one is refused anyway.
	Callback func(ctx context.Context, id, token string, body any) error
	Edit     func(ctx context.Context, token string, body any) error // the answer to an interaction
	Drop     func(ctx context.Context, token string) error           // deletes it
	Follow   func(ctx context.Context, token string, body any) error // one more message to it

	Post   func(ctx context.Context, channel string, body any) (id string, err error)
	Change func(ctx context.Context, channel, id string, body any) error
	Remove func(ctx context.Context, channel, id string) error
	Read   func(ctx context.Context, channel, id string) (*discordgo.Message, error)
	Typing func(ctx context.Context, channel string) error
}

// callbackBudget is how long a callback may take: Discord forgets the
// interaction 3 s after it was sent, and it took some time to reach us.
const callbackBudget = 2500 * time.Millisecond

// SessionWire makes the calls with a discordgo session, for the application
// app. Calls about interactions do not share a rate-limit bucket: discordgo
// puts all edits into one, where they wait for each other, and keeps a bucket
// for every token for ever.
func SessionWire(s *discordgo.Session, app string) Wire {
	alone := func(ctx context.Context, method, url string, body any, options ...discordgo.RequestOption) error {
		raw, kind, err := encode(body)
		if err != nil {
			return err
		}
		bucket := discordgo.NewRatelimiter().LockBucket(url)
		_, err = s.RequestWithLockedBucket(method, url, kind, raw, bucket, 0, append(options, discordgo.WithContext(ctx))...)
		return err
	}
	original := func(token string) string { return discordgo.EndpointInteractionResponseActions(app, token) }
	channel := func(ctx context.Context, method, url, bucket string, body any) ([]byte, error) {
		return s.RequestWithBucketID(method, url, body, bucket, discordgo.WithContext(ctx))
	}
	return Wire{
		Callback: func(ctx context.Context, id, token string, body any) error {
			ctx, cancel := context.WithTimeout(ctx, callbackBudget)
			defer cancel()
			return alone(ctx, http.MethodPost, discordgo.EndpointInteractionResponse(id, token), body,
				discordgo.WithRetryOnRatelimit(false), discordgo.WithRestRetries(0))
		},
		Edit: func(ctx context.Context, token string, body any) error {
			return alone(ctx, http.MethodPatch, original(token), body)
		},
		Drop: func(ctx context.Context, token string) error {
			return alone(ctx, http.MethodDelete, original(token), nil)
		},
		Follow: func(ctx context.Context, token string, body any) error {
			return alone(ctx, http.MethodPost, discordgo.EndpointFollowupMessage(app, token), body)
		},
		Post: func(ctx context.Context, to string, body any) (string, error) {
			url := discordgo.EndpointChannelMessages(to)
			raw, err := channel(ctx, http.MethodPost, url, url, body)
			if err != nil {
				return "", err
			}
			var m struct {
				ID string `json:"id"`
			}
			return m.ID, json.Unmarshal(raw, &m)
		},
		Change: func(ctx context.Context, to, id string, body any) error {
			_, err := channel(ctx, http.MethodPatch, discordgo.EndpointChannelMessage(to, id), discordgo.EndpointChannelMessage(to, ""), body)
			return err
		},
		Remove: func(ctx context.Context, to, id string) error {
			_, err := channel(ctx, http.MethodDelete, discordgo.EndpointChannelMessage(to, id), discordgo.EndpointChannelMessage(to, ""), nil)
			return err
		},
		Read: func(ctx context.Context, from, id string) (*discordgo.Message, error) {
			return s.ChannelMessage(from, id, discordgo.WithContext(ctx))
		},
		Typing: func(ctx context.Context, in string) error {
			return s.ChannelTyping(in, discordgo.WithContext(ctx))
		},
	}
}

// encode is a body as JSON with its content type; nil has none.
func encode(body any) (raw []byte, kind string, err error) {
	if body == nil {
		return nil, "", nil
	}
	if raw, err = json.Marshal(body); err != nil {
		return nil, "", fmt.Errorf("body of a call to Discord: %w", err)
	}
	return raw, "application/json", nil
}
