package journal

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

const (
	// ahead is how many messages may wait here to be applied.
	ahead = 64
	// beat is how often a server says that it is there when there is nothing to
	// say. It is believed to be gone after two that did not come.
	beat = time.Second
	// positionEvery is after how many messages the file learns the position.
	// Reading some once more does no harm.
	positionEvery = 500
	// missing is how often an object that a message names is asked for before
	// the guild alone waits for it, and all others go on.
	missing = 3
)

// follow reads the log for as long as the Journal is open.
func (j *Journal) follow() {
	told := ""
	for wait := again; ; wait = min(2*wait, 4*againMost) {
		before := j.at()
		err := j.read()
		if j.ctx.Err() != nil {
			return
		}
		if j.at() > before {
			wait, told = again, ""
		}
		if text := err.Error(); text != told && !errors.Is(err, context.Canceled) {
			told = text
			j.log.LogAttrs(j.ctx, slog.LevelWarn, "the log cannot be followed; it is tried again", slog.Any("cause", err))
		}
		if !cluster.Wait(j.ctx, wait) {
			return
		}
	}
}

func (j *Journal) at() uint64 {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.position
}

// read follows the log from the position on until something fails.
func (j *Journal) read() error {
	ctx, cancel := context.WithCancel(j.ctx)
	defer cancel()
	j.mu.Lock()
	j.restart = cancel
	j.mu.Unlock()
	from := jetstream.OrderedConsumerConfig{DeliverPolicy: jetstream.DeliverByStartSequencePolicy, OptStartSeq: j.at() + 1}
	return deliver(ctx, j.acts, from, true, func(m jetstream.Msg, meta *jetstream.MsgMetadata) error {
		if meta.Sequence.Stream <= j.at() {
			return nil
		}
		e, err := parse(j.schema, m.Subject(), meta.Sequence.Stream, meta.Timestamp, m.Headers(), m.Data())
		if err := j.receive(e, err); err != nil {
			return err
		}
		return j.keepPosition(positionEvery)
	})
}

// deliver gives f the messages of a stream in their order, from those on that c
// says: the ones that are there now, or with on set also what comes, until
// something fails.
func deliver(ctx context.Context, s jetstream.Stream, c jetstream.OrderedConsumerConfig, on bool, f func(jetstream.Msg, *jetstream.MsgMetadata) error) error {
	c.InactiveThreshold = time.Minute
	c.MaxResetAttempts = 1 // Next would try for ever, whatever its context: the caller begins anew
	consumer, err := s.OrderedConsumer(ctx, c)
	if err != nil || !on && consumer.CachedInfo().NumPending == 0 {
		return err
	}
	all, err := consumer.Messages(jetstream.PullMaxMessages(ahead), jetstream.PullExpiry(10*beat), jetstream.PullHeartbeat(beat))
	if err != nil {
		return err
	}
	defer all.Stop()
	for {
		m, err := all.Next(jetstream.NextContext(ctx))
		if err != nil {
			return err
		}
		meta, err := m.Metadata()
		if err != nil {
			return err
		}
		if err := f(m, meta); err != nil {
			return err
		}
		if !on && meta.NumPending == 0 {
			return nil
		}
	}
}

// receive brings a message into the records, if its guild is here, and is done
// with it. bad says why it cannot be read. When it fails, the message must be
// read again.
func (j *Journal) receive(e entry, bad error) error {
	j.mu.Lock()
	j.known[e.guild] = true
	g := j.guilds[e.guild]
	follows := g != nil && g.state == here // only here this ends
	if g != nil && g.state == fetching {
		g.missed = true
	}
	j.mu.Unlock()
	changed := false
	if follows {
		var err error
		if changed, err = j.bring(g, e, bad); err != nil {
			return err
		}
	}
	j.change(func() {
		j.position = e.seq
		if changed {
			g.copied = true
			if e.by != j.me {
				j.dirty[e.guild] = true
			}
		}
	})
	return nil
}

// bring applies a message, or decides what becomes of its guild.
func (j *Journal) bring(g *guild, e entry, bad error) (changed bool, err error) {
	err = bad
	for n := 0; bad == nil && n < missing; n++ {
		changed, err = j.apply(e)
		if !errors.Is(err, errObject) {
			break
		}
		if !cluster.Wait(j.ctx, fetchAgain<<n) {
			return false, err
		}
	}
	switch {
	case err == nil:
		return changed, nil
	case foreign(err):
		return false, j.postpone(g, err)
	case errors.Is(err, store.ErrGap), errors.Is(err, store.ErrSum), errors.Is(err, errObject):
		return false, j.again(g, err)
	}
	return false, err
}

// foreign tells an error that says that another program wrote a message.
func foreign(err error) bool {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	return errors.Is(err, errNewer) || errors.As(err, &syntax) || errors.As(err, &kind)
}
