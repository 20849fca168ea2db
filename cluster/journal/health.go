package journal

import (
	"context"
	"errors"
	"log/slog"
	"maps"
	"slices"
	"time"

	"github.com/verbatim-bot/verbatim/cluster"
)

const (
	// looks is how often the servers are asked how they are.
	looks = 2 * time.Second
	// stuck is how many times in a row the log may be ahead of a position that
	// does not move before it is followed anew.
	stuck = 5
)

// Health says how a process stands to the log. It is at most some seconds old.
type Health struct {
	Cluster  string    // its id
	Position uint64    // of the last message that is done with here
	Last     uint64    // of the last message in the log
	Lag      uint64    // messages that are not yet here
	Quorum   bool      // enough servers are there to keep an act
	Lost     bool      // the log ends before this copy: restarting puts that back
	Away     time.Time // since when not; zero while there are
	Held     int       // guilds whose records are here
	Waiting  []string  // guilds that wait for a newer program, sorted
	Fetching []string  // guilds whose records are made from the log, sorted
	Rebuilt  int       // times that records here were thrown away and made anew
}

// Health says how it stands. It asks nobody.
func (j *Journal) Health() Health {
	j.mu.Lock()
	defer j.mu.Unlock()
	h := j.health
	h.Position, h.Last = j.position, max(h.Last, j.position)
	h.Lag = h.Last - h.Position
	for name, g := range j.guilds {
		switch g.state {
		case here:
			h.Held++
		case waiting:
			h.Waiting = append(h.Waiting, name)
		case fetching:
			h.Fetching = append(h.Fetching, name)
		}
	}
	slices.Sort(h.Waiting)
	slices.Sort(h.Fetching)
	return h
}

// CatchUp waits until all is here that the log had when it was last asked: at
// [Open] at the latest.
func (j *Journal) CatchUp(ctx context.Context) error {
	j.mu.Lock()
	last := j.health.Last
	j.mu.Unlock()
	return j.wait(ctx, func() bool { return j.position >= last })
}

// Known lists the guilds that somebody has records of, or had, sorted: here or
// not.
func (j *Journal) Known() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return slices.Sorted(maps.Keys(j.known))
}

// watch asks the servers how they are, keeps the position, and follows the log
// anew when that stands still.
func (j *Journal) watch() {
	still, short, was := 0, 0, uint64(0)
	for cluster.Wait(j.ctx, looks) {
		last, err := j.look()
		if j.ctx.Err() != nil {
			return
		}
		j.away(last, err)
		if err := j.keepPosition(0); err != nil {
			j.log.LogAttrs(j.ctx, slog.LevelWarn, "how far the log was followed cannot be written", slog.Any("cause", err))
		}
		if at := j.at(); err == nil && at < last && at == was {
			still++
		} else {
			still, was = 0, at
		}
		if at := j.at(); err == nil && last < at {
			short++
		} else {
			short = 0
		}
		if short == stuck {
			j.lose()
		}
		if still >= stuck {
			still = 0
			j.mu.Lock()
			j.restart()
			j.mu.Unlock()
		}
	}
}

// lose notes that the log has lost what is here. Acts are refused from then on,
// as they would get numbers that were given before.
func (j *Journal) lose() {
	j.log.LogAttrs(j.ctx, slog.LevelError, "NATS has lost what it had acknowledged: acts are refused until this process is restarted, which puts it back")
	j.change(func() { j.health.Lost = true })
}

// errNoLeader says that too few servers are there.
var errNoLeader = errors.New("too few NATS servers: no leader")

// look gives the last sequence, as the leader knows it. Without a quorum the
// stream's account comes without an error, but names no leader.
func (j *Journal) look() (uint64, error) {
	ctx, cancel := context.WithTimeout(j.ctx, looks)
	defer cancel()
	info, err := j.acts.Info(ctx)
	if err != nil {
		return 0, err
	}
	if info.Cluster != nil && info.Cluster.Leader == "" {
		return 0, errNoLeader
	}
	if _, err := j.js.AccountInfo(ctx); err != nil {
		return 0, err
	}
	return info.State.LastSeq, nil
}

// away notes what look has found, and says what has changed.
func (j *Journal) away(last uint64, err error) {
	j.mu.Lock()
	since := j.health.Away
	j.health.Quorum = err == nil
	switch {
	case err == nil:
		j.health.Last, j.health.Away = last, time.Time{}
	case since.IsZero():
		j.health.Away = time.Now()
	}
	j.mu.Unlock()
	switch {
	case err != nil && since.IsZero():
		j.log.LogAttrs(j.ctx, slog.LevelWarn, "NATS is away: questions go on, what moderators do is refused", slog.Any("cause", err))
	case err == nil && !since.IsZero():
		j.log.LogAttrs(j.ctx, slog.LevelInfo, "NATS is back", slog.Duration("after", time.Since(since).Round(time.Second)))
	}
}
