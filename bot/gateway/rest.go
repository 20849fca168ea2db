package gateway

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Bounds of a call.
const (
	clientTimeout  = 20 * time.Second
	callbackBudget = 2500 * time.Millisecond // Discord forgets an unanswered interaction after 3 s
	messageLife    = 15 * time.Minute        // as long as a deferred answer may take: what comes later helps nobody
	pausedWait     = 30 * time.Second        // between looks at whether requests may be made again
	firstRetry     = 250 * time.Millisecond
	longestRetry   = 8 * time.Second
)

// REST makes a bot's calls. All methods may be used concurrently; every wait ends with its context. A call that matters is
// repeated, where that is safe, until it is too late for it.
type REST struct {
	session *discordgo.Session // never opened
	held    atomic.Int64       // Unix nanoseconds until which the global rate limit holds
	backlog backlog
}

// NewREST returns the calls of a bot token, with or without "Bot " before it.
func NewREST(token string, client *http.Client) *REST {
	g := New(token, Options{Client: client})
	return &REST{session: g.newSession(g.opts.Client)}
}

// call is one request to make.
type call struct {
	method, url string
	contentType string
	body        []byte // nil = none
	limiter     *discordgo.RateLimiter
	key         string        // of the bucket in limiter
	channel     string        // whose backlog it waits in when Discord does not answer, "" = none
	within      time.Duration // how long it is repeated; 0 = until the context ends
	once        bool          // it is not repeated
	single      bool          // it is repeated only when Discord has certainly not done it
	landed      error         // the outcome that, after an unanswered try, says that Discord has done it
	free        bool          // interaction routes do not count towards the global limit
}

// do makes a call, waiting out rate limits and repeating what Discord failed to answer; body is Discord's answer. The
// error is an outcome or the context's.
func (r *REST) do(ctx context.Context, c call) (body []byte, err error) {
	if c.within > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, c.within)
		defer cancel()
	}
	place := r.backlog.place(c.channel)
	defer place.leave()
	bucket, unanswered := c.limiter.GetBucket(c.key), false
	for try := 0; ; try++ {
		if !c.free {
			if err := r.wait(ctx, time.Until(time.Unix(0, r.held.Load()))); err != nil {
				return nil, err
			}
		}
		body, seen, err := r.once(ctx, c, bucket)
		if err == nil {
			return body, nil
		}
		if ctx.Err() != nil {
			return nil, fmt.Errorf("gateway: %s: %w", c.method, errors.Join(ErrDown, ctx.Err()))
		}
		j := r.judge(err, seen)
		if unanswered && c.landed != nil && errors.Is(j.outcome, c.landed) {
			return nil, nil
		}
		down := errors.Is(j.outcome, ErrDown)
		if c.once || !down && !errors.Is(j.outcome, ErrThrottled) || down && c.single && !j.undone {
			return nil, j.outcome
		}
		unanswered = unanswered || down
		if try > 0 && j.wait > 0 {
			j.wait = max(j.wait, pauseBefore(try)) // limited again and again
		}
		if r.wait(ctx, j.wait) != nil {
			return nil, j.outcome
		}
		if j.wait == 0 && !place.wait(ctx, pauseBefore(try+1)) {
			return nil, j.outcome
		}
	}
}

// pauseBefore is the wait before the n-th repetition, from 1: it doubles up to a bound, half of it is chance.
func pauseBefore(n int) time.Duration {
	d := min(longestRetry, firstRetry<<min(n-1, 16))
	return d/2 + rand.N(d/2+1) //nolint:gosec // jitter is no secret
}

// once makes one request. discordgo sleeps under the bucket's lock when the bucket is known to be empty, without regard to
// the context, so that wait is spent here before.
func (r *REST) once(ctx context.Context, c call, bucket *discordgo.Bucket) ([]byte, head, error) {
	var seen head
	bucket.Lock()
	pause := c.limiter.GetWaitTime(bucket, 1)
	bucket.Unlock()
	if err := r.wait(ctx, pause); err != nil {
		return nil, seen, err
	}
	client := *r.session.Client
	client.Transport = heads{r.session.Client.Transport, &seen}
	options := append(once(ctx), discordgo.WithClient(&client))
	body, err := r.session.RequestWithLockedBucket(c.method, c.url, c.contentType, c.body, c.limiter.LockBucketObject(bucket), 0, options...)
	return body, seen, err
}

// head is the beginning of an answer, zero when there was none.
type head struct {
	status int
	http.Header
}

// heads keeps the head of the answer, which discordgo drops on a 429.
type heads struct {
	next http.RoundTripper
	to   *head
}

// RoundTrip implements http.RoundTripper.
func (h heads) RoundTrip(r *http.Request) (*http.Response, error) {
	next := h.next
	if next == nil {
		next = http.DefaultTransport
	}
	res, err := next.RoundTrip(r)
	if err == nil {
		*h.to = head{res.StatusCode, res.Header}
	}
	return res, err
}

// wait waits for d, or fails at once when the context's deadline comes before.
func (r *REST) wait(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return nil
	}
	if end, ok := ctx.Deadline(); ok && time.Until(end) < d {
		return fmt.Errorf("gateway: %w (%v)", ErrThrottled, d)
	}
	if !sleep(ctx, d) {
		return ctx.Err()
	}
	return nil
}
