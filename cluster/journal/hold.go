package journal

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// state is where a guild's records are on their way here.
type state int

const (
	here     state = iota // they are, and follow
	fetching              // they are made from the log; messages wait there
	waiting               // they wait for a newer program
)

// guild is one whose records are here, or on their way. It is under the lock.
type guild struct {
	name   string
	state  state
	copied bool  // there are records to answer questions from, old ones maybe
	missed bool  // a message came while it was fetched
	why    error // it is not here yet
}

// The pause after which a guild that could not be fetched is tried again, twice
// as long each time.
const (
	fetchAgain     = 100 * time.Millisecond
	fetchAgainMost = 30 * time.Second
)

// Hold sees to it that the records of a guild are here, and follow from then
// on. A guild that nobody has records of has none here either. Where there are
// records already, they are enough, old ones too: questions go on. It fails
// when ctx ends before they have come, with [store.ErrAway], and with
// [store.ErrBehind] when only a newer program can read them.
func (j *Journal) Hold(ctx context.Context, name string) error {
	return j.hold(ctx, name, func(g *guild) bool { return g.copied })
}

// holdForAct is Hold for somebody who changes the records: they must be new.
func (j *Journal) holdForAct(name string) error {
	ctx, cancel := context.WithTimeout(j.ctx, deadline)
	defer cancel()
	return j.hold(ctx, name, func(*guild) bool { return false })
}

func (j *Journal) hold(ctx context.Context, name string, enough func(*guild) bool) error {
	if err := checkGuild(name); err != nil {
		return err
	}
	j.mu.Lock()
	g := j.guilds[name]
	if g == nil {
		g = &guild{name: name, state: here}
		j.guilds[name] = g
		if j.known[name] && j.ctx.Err() == nil {
			g.state = fetching
			j.work.Go(func() { j.fetch(g) })
		}
	}
	j.mu.Unlock()
	err := j.wait(ctx, func() bool { return g.state != fetching || enough(g) })
	j.mu.Lock()
	defer j.mu.Unlock()
	switch {
	case err == nil && (g.state == here || enough(g)):
		return nil
	case g.state == waiting:
		return fmt.Errorf("%w: %w", store.ErrBehind, g.why)
	}
	return fmt.Errorf("records of %s: %w: %w", name, store.ErrAway, errors.Join(err, g.why))
}

// reach waits until the log has been followed up to seq, and the guild's records
// have what it says.
func (j *Journal) reach(ctx context.Context, name string, seq uint64) error {
	var g *guild
	err := j.wait(ctx, func() bool {
		g = j.guilds[name]
		return g != nil && g.state == waiting || j.position >= seq && (g == nil || g.state == here)
	})
	j.mu.Lock()
	defer j.mu.Unlock()
	switch {
	case err != nil:
		return refused(err)
	case g != nil && g.state == waiting:
		return fmt.Errorf("%w: %w", store.ErrBehind, g.why)
	}
	return nil
}

// again throws a guild's records away, as soon as there are others, and fetches
// them anew, unless that is under way.
func (j *Journal) again(g *guild, why error) error {
	j.log.LogAttrs(j.ctx, slog.LevelWarn, "the records of a server are made anew from the log", slog.String("guild", g.name), slog.String("reason", reason(why)), slog.Any("cause", why))
	first := false
	j.change(func() {
		if first = g.state == here; first {
			g.state, g.why = fetching, why
		}
	})
	if !first {
		return nil
	}
	err := j.store.SetBehind(g.name)
	j.change(func() {
		if err != nil {
			g.state = here
			return
		}
		g.copied = true
		j.health.Rebuilt++
		if j.ctx.Err() == nil {
			j.work.Go(func() { j.fetch(g) })
		}
	})
	return err
}

// reason says why a copy is thrown away.
func reason(err error) string {
	switch {
	case errors.Is(err, store.ErrSum):
		return "they are not what the log says"
	case errors.Is(err, store.ErrGap):
		return "the log has gone on without them"
	}
	return "a change cannot be had now"
}

// postpone leaves a guild to a newer program.
func (j *Journal) postpone(g *guild, why error) error {
	j.warn("a newer verbatim has changed the records of a server: acts there wait until this one is exchanged", g.name, why)
	if _, ok, err := j.store.Copy(g.name); err != nil {
		return err
	} else if ok {
		if err := j.store.SetBehind(g.name); err != nil {
			return err
		}
	}
	j.change(func() { g.state, g.why = waiting, why })
	return nil
}

// fetch makes a guild's records from the log, tried until it succeeds.
func (j *Journal) fetch(g *guild) {
	told := ""
	for wait := fetchAgain; ; wait = min(2*wait, fetchAgainMost) {
		err := j.make(g)
		if err == nil {
			j.log.LogAttrs(j.ctx, slog.LevelDebug, "the records of a server are here", slog.String("guild", g.name))
			return
		}
		if foreign(err) {
			if err = j.postpone(g, err); err == nil {
				return
			}
		}
		if j.ctx.Err() != nil {
			return
		}
		j.change(func() { g.why = err })
		if err.Error() != told {
			told = err.Error()
			j.warn("the records of a server cannot be fetched; what was here stays, and it is tried again", g.name, err)
		}
		if !cluster.Wait(j.ctx, wait) {
			return
		}
	}
}

// make fetches a guild once. What is here stays unless all of the new is there.
func (j *Journal) make(g *guild) error {
	f, err := j.acts.fold(j.ctx, g.name, j.objects, j.schema)
	if err != nil {
		return err
	}
	if f.seq == 0 { // NATS knows nothing of it any more
		err = j.store.Drop(g.name)
	} else {
		err = f.into(j.ctx, j.store, j.objects)
	}
	if err != nil {
		return err
	}
	for at := f.seq; ; {
		m, err := j.acts.next(j.ctx, g.name, at+1)
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			done := false
			j.change(func() {
				// What came since the question is in the log by now.
				done, g.missed = !g.missed, false
				if done {
					g.state, g.why, g.copied = here, nil, true
					j.dirty[g.name] = true
				}
			})
			if done {
				return nil
			}
			continue
		}
		if err != nil {
			return err
		}
		e, err := parse(j.schema, m.Subject, m.Sequence, m.Time, m.Header, m.Data)
		if err != nil {
			return err
		}
		if _, err := j.apply(e); err != nil {
			return err
		}
		at = e.seq
	}
}
