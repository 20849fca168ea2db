package gateway

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// errPaused says that so many requests were refused lately that more would have Discord ban our address.
var errPaused = errors.New("paused: discord has refused too many requests")

// Discord bans an address after 10,000 invalid answers (401, 403, and 429 but of a shared resource) in ten minutes, and
// allows a bot 50 requests a second, those about interactions not counted. We stop at half of the one, for other programs
// may share our address, and stay below the other in any second: what a bucket holds and what it gains in a second.
const (
	refusedSpan  = 10 * time.Minute
	refusedMost  = 5000
	globalPerSec = 40
	globalBurst  = 10
)

// Guarded is client with a guard against Discord's bans: it counts refused requests and makes none while there are too many,
// and keeps all requests but those about interactions within the global limit. Give the same client to [NewREST] and
// [Options], for they are counted together.
func Guarded(client *http.Client, log *slog.Logger) *http.Client {
	c := http.Client{Timeout: clientTimeout}
	if client != nil {
		c = *client
	}
	if c.Transport == nil {
		c.Transport = http.DefaultTransport
	}
	c.Transport = &guard{next: c.Transport, log: log, global: rate.NewLimiter(globalPerSec, globalBurst)}
	return &c
}

type guard struct {
	next   http.RoundTripper
	log    *slog.Logger
	global *rate.Limiter

	mu      sync.Mutex
	refused invalidCount
	paused  bool
}

// RoundTrip implements http.RoundTripper.
func (g *guard) RoundTrip(r *http.Request) (*http.Response, error) {
	if g.pause(r) {
		return nil, errPaused
	}
	if !aboutInteraction(r.URL.Path) {
		if err := g.global.Wait(r.Context()); err != nil {
			return nil, fmt.Errorf("%w: our own limit of %d requests a second", ErrThrottled, globalPerSec)
		}
	}
	res, err := g.next.RoundTrip(r)
	if err == nil && invalid(res) {
		g.mu.Lock()
		g.refused.add(time.Now())
		g.mu.Unlock()
	}
	return res, err
}

// pause reports whether too many requests were refused lately, and logs when that begins and ends.
func (g *guard) pause(r *http.Request) bool {
	g.mu.Lock()
	n := g.refused.count(time.Now())
	was := g.paused
	g.paused = n >= refusedMost
	now := g.paused
	g.mu.Unlock()
	switch {
	case now && !was:
		g.log.LogAttrs(r.Context(), slog.LevelError, "no requests for now: Discord bans an address that is refused 10,000 times in ten minutes; "+
			"is the token right, and may the bot write where it is asked?", slog.Int("refused", n), slog.Duration("within", refusedSpan))
	case was && !now:
		g.log.LogAttrs(r.Context(), slog.LevelInfo, "requests are made again", slog.Int("refused", n))
	}
	return now
}

// aboutInteraction reports whether requests to path are free of the global limit: callbacks, and webhooks, which are
// only those of interactions here.
func aboutInteraction(path string) bool {
	return strings.Contains(path, "/interactions/") || strings.Contains(path, "/webhooks/")
}

func invalid(r *http.Response) bool {
	switch r.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden:
		return true
	case http.StatusTooManyRequests:
		return r.Header.Get("X-RateLimit-Scope") != "shared"
	}
	return false
}

// invalidCount is how often it happened in the last ten minutes, by the minute.
type invalidCount struct {
	minute int64 // the newest, in minutes since 1970
	counts [refusedSpan/time.Minute + 1]int
}

func (r *invalidCount) add(now time.Time) {
	r.turn(now)
	r.counts[r.minute%int64(len(r.counts))]++
}

func (r *invalidCount) count(now time.Time) int {
	r.turn(now)
	n := 0
	for _, c := range r.counts {
		n += c
	}
	return n
}

// turn empties the minutes that are over since the last call.
func (r *invalidCount) turn(now time.Time) {
	minute := now.Unix() / 60
	for i := int64(1); i <= min(minute-r.minute, int64(len(r.counts))); i++ {
		r.counts[(r.minute+i)%int64(len(r.counts))] = 0
	}
	r.minute = max(r.minute, minute)
}
