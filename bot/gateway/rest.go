package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
)

// Outcomes of a call that a caller may want to tell apart, with errors.Is.
var (
	ErrTooLate   = errors.New("the interaction is over")                 // 10062, 10015, 50027: no answer in 3 s, or older than 15 minutes
	ErrAnswered  = errors.New("the interaction has an answer already")   // 40060: another process runs with the same token, or the call came twice
	ErrForbidden = errors.New("the bot may not write there")             // 50001, 50013, 403
	ErrNoHistory = errors.New("the bot may not reply to messages there") // 160002: it cannot read the message history
	ErrNoDM      = errors.New("the member takes no direct messages")     // 50007
	ErrGone      = errors.New("the message or channel is gone")          // 10003, 10008
	ErrRejected  = errors.New("discord rejected the body")               // 400
	ErrThrottled = errors.New("discord's rate limit holds for too long") // 429
	ErrDown      = errors.New("discord does not answer")                 // 5xx, network
)

// outcomes of Discord's error codes.
var outcomes = map[int]error{
	160002: ErrNoHistory,
	10062:  ErrTooLate, 10015: ErrTooLate, 50027: ErrTooLate,
	40060: ErrAnswered,
	50001: ErrForbidden, 50013: ErrForbidden,
	50007: ErrNoDM,
	10003: ErrGone, 10008: ErrGone,
}

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

// judgement is what an error of discordgo's means.
type judgement struct {
	outcome error
	wait    time.Duration // as a rate limit asks, 0 = it does not
	undone  bool          // of ErrDown: Discord has certainly not done it
}

// judge turns discordgo's error into an outcome. A global limit holds all other calls too.
func (r *REST) judge(err error, seen head) judgement {
	tried, sent := errors.AsType[*url.Error](err)
	if !sent && errors.Is(err, ErrThrottled) {
		return judgement{outcome: err, wait: math.MaxInt64} // the context would end before
	}
	// The guard did not try. The client's words hold the URL with its token: not kept.
	for _, untried := range []error{ErrPaused, ErrThrottled} {
		if errors.Is(err, untried) {
			return judgement{outcome: fmt.Errorf("gateway: %w", untried), wait: pausedWait}
		}
	}
	after := retryAfter(seen.Get("Retry-After"), time.Now())
	if limited, ok := errors.AsType[*discordgo.RateLimitError](err); ok {
		after = max(limited.RetryAfter, after, 50*time.Millisecond)
		if seen.Get("X-RateLimit-Global") != "" || seen.Get("X-RateLimit-Scope") == "global" {
			r.held.Store(time.Now().Add(after).UnixNano())
		}
		return judgement{outcome: fmt.Errorf("gateway: %w (%v)", ErrThrottled, after), wait: after}
	}
	if rest, ok := errors.AsType[*discordgo.RESTError](err); ok {
		status := rest.Response.StatusCode
		return judgement{outcome: outcomeOf(status, rest), undone: status == http.StatusServiceUnavailable}
	}
	// A 429 or 502 without JSON, a broken or timed-out connection. discordgo's words hold the URL with its token: not kept.
	if seen.status > 0 {
		return judgement{outcome: fmt.Errorf("gateway: %w (%d)", ErrDown, seen.status), wait: after, undone: seen.status == http.StatusTooManyRequests}
	}
	op, ok := errors.AsType[*net.OpError](tried)
	return judgement{outcome: fmt.Errorf("gateway: %w", ErrDown), undone: ok && op.Op == "dial"}
}

// outcomeOf names what a refusal of Discord's means, with its code, and where in the body the fault is: a path and a code,
// never the words.
func outcomeOf(status int, rest *discordgo.RESTError) error {
	code, text := 0, ""
	if rest.Message != nil {
		code, text = rest.Message.Code, rest.Message.Message
	}
	known := outcomes[code]
	switch {
	case known != nil:
	case status >= 500:
		known = ErrDown
	case status == http.StatusForbidden:
		known = ErrForbidden
	case status == http.StatusNotFound:
		known = ErrGone
	default:
		known = ErrRejected
	}
	if at := firstFault(rest.ResponseBody); at != "" {
		text += ", at " + at
	}
	return fmt.Errorf("gateway: %w (%d, code %d %s)", known, status, code, text)
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

// Send posts a message in a channel and returns its id. Where Discord does not answer, it is sent again for a quarter of an
// hour with the same nonce, which Discord accepts once only. Of several that wait so in one channel the newest goes first.
func (r *REST) Send(ctx context.Context, channel string, m Message) (id string, err error) {
	m.nonce = strconv.FormatUint(rand.Uint64(), 36) //nolint:gosec // unique is enough
	body, kind, err := m.encode()
	if err != nil {
		return "", err
	}
	return r.message(ctx, call{
		method: http.MethodPost, url: discordgo.EndpointChannelMessages(channel), body: body, contentType: kind,
	}, channel)
}

// EditMessage replaces a message of the bot.
func (r *REST) EditMessage(ctx context.Context, channel, id string, m Message) error {
	body, kind, err := m.encode()
	if err != nil {
		return err
	}
	_, err = r.message(ctx, call{
		method: http.MethodPatch, url: discordgo.EndpointChannelMessage(channel, id), body: body, contentType: kind,
	}, channel)
	return err
}

// DeleteMessage deletes a message. One that is gone already is no error.
func (r *REST) DeleteMessage(ctx context.Context, channel, id string) error {
	_, err := r.message(ctx, call{method: http.MethodDelete, url: discordgo.EndpointChannelMessage(channel, id)}, channel)
	if errors.Is(err, ErrGone) {
		return nil
	}
	return err
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
