package journal

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// deadline is how long an act is tried. Somebody waits for it.
const deadline = 10 * time.Second

// Codes of answers to what is published, beside those that the library names.
const codeDoubleOnItsWay = 10158

// propose puts a change into the log, and waits until it has come back into the
// records here. It fails with [store.ErrStale] when another act came first, which
// is in the records then; with [store.ErrAway] when NATS cannot be reached for
// [deadline] and nothing was changed; with [store.ErrUnsure] when that is not
// known: the change may turn up later; with [store.ErrBehind] when the guild
// waits for a newer program.
func (j *Journal) propose(p store.Proposal) error {
	guild := p.Change.Guild
	if err := checkGuild(guild); err != nil {
		return err
	}
	j.mu.Lock()
	lost, before := j.health.Lost, j.position
	j.mu.Unlock()
	if lost {
		return refused(errLost)
	}
	c, err := reduce(j.ctx, p.Change, j.objects)
	if err != nil {
		return refused(err)
	}
	msg, err := j.compose(j.ctx, guild, c, p.After, p.Sum)
	if err != nil {
		return refused(err)
	}
	ctx, cancel := context.WithTimeout(j.ctx, deadline)
	defer cancel()
	seq, err := j.publish(ctx, guild, msg, p.After)
	switch {
	case errors.Is(err, store.ErrStale):
		m, e := j.acts.last(ctx, guild)
		// Where nothing came first, the servers have not agreed yet on an act of
		// somebody else, and refuse all others until they have.
		if errors.Is(e, jetstream.ErrMsgNotFound) {
			cluster.Wait(ctx, againMost)
			return err
		}
		if e != nil {
			return refused(e)
		}
		if m.Sequence <= p.After {
			cluster.Wait(ctx, againMost)
		}
		if e := j.reach(ctx, guild, m.Sequence); e != nil {
			return e
		}
		if e := j.compare(guild, m.Sequence); e != nil {
			return refused(e)
		}
		return err
	case err != nil:
		return err
	}
	if seq <= before {
		j.lose() // that number was given before
		return nil
	}
	// What is acknowledged is kept, whether or not it gets here in time.
	if err := j.reach(ctx, guild, seq); err != nil {
		j.warn("an act is kept, but has not come back yet", guild, err)
	}
	return nil
}

// compare sees to it that a copy which has been reached follows the log: it does
// not when the log has given a number twice.
func (j *Journal) compare(guild string, last uint64) error {
	c, ok, err := j.store.Copy(guild)
	if err != nil || ok && c.Seq >= last || !ok && last == 0 {
		return err
	}
	j.mu.Lock()
	g := j.guilds[guild]
	follows := g != nil && g.state == here
	j.mu.Unlock()
	if !follows {
		return nil
	}
	return j.again(g, store.ErrGap)
}

// publish puts msg behind message after of a guild and gives its sequence. It
// ends with one of the errors of propose.
func (j *Journal) publish(ctx context.Context, guild string, msg *nats.Msg, after uint64) (uint64, error) {
	id := random() + random()
	asked := false // some attempt may have been heard
	var last error
	for wait := again; ; wait = min(2*wait, againMost) {
		seq, err := j.attempt(ctx, msg, id, after)
		var api *jetstream.APIError
		switch {
		case err == nil:
			return seq, nil
		case stale(err):
			// The message that stands there may be this one, if an answer was lost.
			if !asked {
				return 0, fmt.Errorf("%w: %w", store.ErrStale, err)
			}
			seq, err = j.find(ctx, guild, id, after)
			if err == nil || errors.Is(err, store.ErrStale) {
				return seq, err
			}
		case errors.As(err, &api) && api.Code < 500 && api.ErrorCode != codeDoubleOnItsWay:
			if !asked {
				return 0, fmt.Errorf("%w: the log refuses: %w", store.ErrAway, err)
			}
		case !unheard(err):
			asked = true
		}
		if last == nil || ctx.Err() == nil {
			last = err
		}
		if !cluster.Wait(ctx, wait) {
			if asked {
				return 0, fmt.Errorf("%w: %w", store.ErrUnsure, last)
			}
			return 0, fmt.Errorf("%w: %w", store.ErrAway, last)
		}
	}
}

// attempt publishes once.
func (j *Journal) attempt(ctx context.Context, msg *nats.Msg, id string, after uint64) (uint64, error) {
	ctx, cancel := context.WithTimeout(ctx, attempt)
	defer cancel()
	ack, err := j.js.PublishMsg(ctx, msg, jetstream.WithMsgID(id), jetstream.WithExpectLastSequencePerSubject(after),
		jetstream.WithExpectStream(Stream), jetstream.WithRetryAttempts(0))
	if err != nil {
		return 0, err
	}
	return ack.Sequence, nil
}

// find looks whether message id was kept: it could only be the first one behind
// after, and stays there for longer than an act is tried (see settled in
// keep.go). It fails with [store.ErrStale] when another one is there.
func (j *Journal) find(ctx context.Context, guild, id string, after uint64) (uint64, error) {
	m, err := j.acts.next(ctx, guild, after+1)
	switch {
	case err != nil:
		return 0, err
	case m.Header.Get(jetstream.MsgIDHeader) == id:
		return m.Sequence, nil
	}
	return 0, store.ErrStale
}

// stale tells an answer that another message came first.
func stale(err error) bool {
	var api *jetstream.APIError
	return errors.As(err, &api) && (api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequence || api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequenceConstant)
}

// unheard tells an error after which nobody can have got the message.
func unheard(err error) bool {
	for _, e := range []error{
		nats.ErrNoResponders, jetstream.ErrNoStreamResponse, nats.ErrConnectionClosed, nats.ErrReconnectBufExceeded,
		nats.ErrConnectionReconnecting, nats.ErrMaxPayload,
	} {
		if errors.Is(err, e) {
			return true
		}
	}
	var api *jetstream.APIError
	return errors.As(err, &api) && api.Code < 500 && api.ErrorCode != codeDoubleOnItsWay
}

// errLost says that the log has numbers to give that it gave before.
var errLost = errors.New("NATS has lost what it had acknowledged; restart this process")

// refused makes an error of what comes before an act is published.
func refused(err error) error { return fmt.Errorf("%w: %w", store.ErrAway, err) }
