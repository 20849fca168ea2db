package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sync"
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
		one, wait, err := g.take(ctx, shard, limit)
		if err != nil || wait == 0 {
			return one, err
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

// take counts an IDENTIFY if one is allowed now, else it tells how long to wait. The record is this process's, or that of
// all.
func (g *Supervisor) take(ctx context.Context, shard int, limit startLimit) (one start, wait time.Duration, err error) {
	if g.opts.Shares == nil {
		one, wait = g.budget.take(time.Now(), shard, limit)
		return one, wait, nil
	}
	if err := g.opts.Shares.Turn(ctx, shard%max(1, limit.Concurrency)); err != nil {
		return start{}, 0, err
	}
	err = g.recount(ctx, func(b *budget) { one, wait = b.take(time.Now(), shard, limit) })
	return one, wait, err
}

// giveBack uncounts an IDENTIFY that was never sent, so that an outage of Discord's does not use up the day.
func (g *Supervisor) giveBack(ctx context.Context, one start) {
	if g.opts.Shares == nil {
		g.budget.giveBack(one)
		return
	}
	ctx, end := context.WithTimeout(context.WithoutCancel(ctx), saveLast)
	defer end()
	if err := g.recount(ctx, func(b *budget) { b.giveBack(one) }); err != nil {
		g.opts.Log.Warn("identify counted that was not sent", slog.Any("err", err))
	}
}

// recount changes the record of all processes.
func (g *Supervisor) recount(ctx context.Context, change func(*budget)) error {
	return g.opts.Shares.Budget(ctx, func(record []byte) []byte {
		b := &budget{log: g.opts.Log}
		if len(record) > 0 && json.Unmarshal(record, &b.starts) != nil {
			g.opts.Log.Warn("identify record unreadable, starting a new one")
			b.starts = nil
		}
		change(b)
		raw, _ := json.Marshal(b.starts) // times and numbers
		return raw
	})
}

// Discord allows 1000 IDENTIFYs in 24 hours over all shards; more end every session and reset the token. Each concurrency
// key takes one in 5 seconds.
const (
	identifyDay     = 24 * time.Hour
	identifyTotal   = 1000
	identifySpacing = 5 * time.Second
	clockSpread     = time.Minute // by which the clock of another process, or ours later, may be behind
)

// startLimit is the session_start_limit of GET gateway/bot.
type startLimit struct {
	Total       int
	Remaining   int
	ResetAfter  time.Duration
	Concurrency int
}

// start is one IDENTIFY.
type start struct {
	At  time.Time `json:"at"`
	Key int       `json:"key"` // shard modulo concurrency
}

// budget remembers the IDENTIFYs of the last 24 hours, in a file when it has a path, so that a process that is restarted
// over and over cannot use them up.
type budget struct {
	path string
	log  *slog.Logger

	mu     sync.Mutex
	starts []start // oldest first
}

func openBudget(path string, log *slog.Logger) *budget {
	b := &budget{path: path, log: log}
	if path == "" {
		return b
	}
	raw, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(raw, &b.starts)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		log.Warn("identify record unreadable, starting a new one", slog.String("file", path), slog.Any("err", err))
		b.starts = nil
	}
	return b
}

// take counts an IDENTIFY of a shard if one is allowed now, else it tells how long to wait and counts nothing. One that is
// not sent after all goes back.
func (b *budget) take(now time.Time, shard int, l startLimit) (one start, wait time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.starts = slices.DeleteFunc(b.starts, func(s start) bool { return now.Sub(s.At) >= identifyDay || s.At.Sub(now) > clockSpread })
	key := shard % max(1, l.Concurrency)
	if wait := pause(b.starts, key, now, l); wait > 0 {
		return start{}, wait
	}
	one = start{now, key}
	b.starts = append(b.starts, one)
	b.save()
	return one, 0
}

// giveBack uncounts an IDENTIFY.
func (b *budget) giveBack(one start) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if i := slices.IndexFunc(b.starts, func(s start) bool { return s.Key == one.Key && s.At.Equal(one.At) }); i >= 0 {
		b.starts = slices.Delete(b.starts, i, i+1)
		b.save()
	}
}

// pause is the time to wait before an IDENTIFY. The first half of the day's budget is free but for the spacing of a key;
// the second half is spread over the time left, so that it never runs out; with nothing left the day must end first.
func pause(starts []start, key int, now time.Time, l startLimit) time.Duration {
	total := l.Total
	if total == 0 {
		total = identifyTotal
	}
	left := total - len(starts)
	reset := identifyDay
	if l.Total > 0 {
		left, reset = min(left, l.Remaining), l.ResetAfter
	}
	if len(starts) == 0 {
		if left > 0 {
			return 0
		}
		return reset
	}
	if left <= 0 {
		return max(reset, identifySpacing)
	}
	wait := time.Duration(0)
	for _, s := range starts {
		if s.Key == key {
			wait = max(wait, min(identifySpacing, identifySpacing-now.Sub(s.At)))
		}
	}
	if left < total/2 {
		wait = max(wait, reset/time.Duration(left)-now.Sub(starts[len(starts)-1].At))
	}
	return wait
}

// save writes the file beside and renames it, as a process may die in the middle.
func (b *budget) save() {
	if b.path == "" {
		return
	}
	raw, err := json.Marshal(b.starts)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(b.path), 0o750)
	}
	if err == nil {
		err = os.WriteFile(b.path+".new", raw, 0o600)
	}
	if err == nil {
		err = os.Rename(b.path+".new", b.path)
	}
	if err != nil {
		b.log.Warn("identify record not written", slog.String("file", b.path), slog.Any("err", err))
	}
}
