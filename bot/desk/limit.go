package desk

import (
	"fmt"
	"strconv"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// Limits keeps one member, or one server, from taking all there is: a token
// bucket for each. It is generous: nobody who reads the answers meets it.
// A Limits is safe for concurrent use.
type Limits struct {
	mu      sync.Mutex
	members *lru.Cache[string, *rate.Limiter]
	servers *lru.Cache[string, *rate.Limiter]
	told    *lru.Cache[string, *rate.Limiter] // members who were told to wait
}

// What a bucket holds and how fast it fills: a member may ask 20 things at
// once and then one every 2 seconds; a server 300 and then 20 a second, which
// one processor answers with time to spare.
const (
	memberBurst  = 20
	memberEvery  = 2 * time.Second
	serverBurst  = 300
	serverPerSec = 20
	toldEvery    = 30 * time.Second

	// Buckets kept. One that is dropped was full again, or its member may
	// begin with a full one: 10,000 members who ask within a minute are no
	// longer one member's doing.
	memberBuckets = 20_000
	serverBuckets = 10_000
)

// NewLimits makes Limits with every bucket full.
func NewLimits() *Limits {
	members, _ := lru.New[string, *rate.Limiter](memberBuckets) // fails only for sizes below 1
	servers, _ := lru.New[string, *rate.Limiter](serverBuckets)
	told, _ := lru.New[string, *rate.Limiter](memberBuckets)
	return &Limits{members: members, servers: servers, told: told}
}

// take takes one token of the member and one of the server at now, or tells
// how long to wait for them, taking none.
func (l *Limits) take(server, member string, now time.Time) (wait time.Duration, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	m := bucket(l.members, member, rate.Every(memberEvery), memberBurst)
	if wait := lacks(m, now); wait > 0 {
		return wait, false
	}
	if server != "" {
		s := bucket(l.servers, server, serverPerSec, serverBurst)
		if wait := lacks(s, now); wait > 0 {
			return wait, false
		}
		s.AllowN(now, 1)
	}
	m.AllowN(now, 1)
	return 0, true
}

// tell reports whether a member who has to wait is told so in a channel: once
// in half a minute, for there everybody reads it.
func (l *Limits) tell(member string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return bucket(l.told, member, rate.Every(toldEvery), 1).AllowN(now, 1)
}

func bucket(c *lru.Cache[string, *rate.Limiter], key string, r rate.Limit, burst int) *rate.Limiter {
	if b, ok := c.Get(key); ok {
		return b
	}
	b := rate.NewLimiter(r, burst)
	c.Add(key, b)
	return b
}

// lacks is how long until b has a token, 0 when it has one.
func lacks(b *rate.Limiter, now time.Time) time.Duration {
	missing := 1 - b.TokensAt(now)
	if missing <= 0 {
		return 0
	}
	return time.Duration(missing / float64(b.Limit()) * float64(time.Second))
}

// tooLong refuses what is longer than a question may be.
func tooLong(req *request, text string) error {
	if say.Width(text) <= say.MaxQuestion {
		return nil
	}
	return say.Refusal(fmt.Sprintf(req.Words.Errors.TooLong, strconv.Itoa(say.MaxQuestion)))
}
