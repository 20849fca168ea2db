package journal

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// A guild gets a snapshot when more than mostMessages or mostBytes stand behind
// the last one, at once when an article went for good, and after a day when a
// draft did.
const (
	mostMessages = 256
	mostBytes    = 4 << 20
	draftsAfter  = 24 * time.Hour
)

// settled is how long messages stand in the log beside the snapshot that has
// them: whoever has lost the answer to an act looks for its message there, for
// [deadline] at most.
const settled = time.Minute

// keeper is what [Journal.Keep] knows of the log.
type keeper struct {
	mu    sync.Mutex // one round at a time
	seen  uint64     // sequence up to which messages are counted
	tails map[string]*tail
	now   func() time.Time
	most  int // messages behind a snapshot: mostMessages
}

// tail is what stands in the log of a guild, without what it says.
type tail struct {
	first   uint64    // sequence of its first message
	whole   uint64    // of the last one that makes the whole guild, 0 = none
	wholeAt time.Time // when that was written
	count   int       // messages behind it
	bytes   int       // in those
	since   time.Time // when the first of those was written
	gone    string    // what went in those
	damaged bool      // an object that a message names is not whole
}

func (t *tail) add(seq uint64, at time.Time, whole bool, gone string, size int) {
	if t.first == 0 {
		t.first = seq
	}
	if whole {
		*t = tail{first: t.first, whole: seq, wholeAt: at}
		return
	}
	if t.count == 0 {
		t.since = at
	}
	if t.gone != goneArticle && gone != "" {
		t.gone = gone
	}
	t.count++
	t.bytes += size
}

// due tells whether the guild is to get a snapshot.
func (t *tail) due(now time.Time, most int) bool {
	return t.damaged || t.count > most || t.bytes > mostBytes || t.gone == goneArticle ||
		t.gone == goneDraft && now.Sub(t.since) > draftsAfter
}

// Keep does one round of what somebody has to do for all: it makes the snapshots
// that are due, takes out of the log what they make needless, once a day the
// objects that nothing names, and raises the replicas when there are more
// servers. What somebody purged is gone from NATS some minutes after that, its
// objects after two days. A round without work costs some questions to NATS,
// the first one of a process reads the heads of all messages. Two processes that
// do it at once do no harm. It reads only the log; the guilds need not be here.
func (j *Journal) Keep(ctx context.Context) error {
	k := &j.keeper
	k.mu.Lock()
	defer k.mu.Unlock()
	if _, _, err := ensure(ctx, j.js); err != nil {
		return fmt.Errorf("keep the log: %w", err)
	}
	if err := j.count(ctx); err != nil {
		return fmt.Errorf("keep the log: %w", err)
	}
	var all []error
	for guild, t := range k.tails {
		if t.due(k.now(), k.most) {
			if err := j.snapshot(ctx, guild, t.damaged); err != nil {
				all = append(all, fmt.Errorf("snapshot of %s: %w", guild, err))
			}
		}
		if t.whole > t.first && k.now().Sub(t.wholeAt) > settled {
			if err := j.acts.purge(ctx, guild, t.whole); err != nil {
				all = append(all, fmt.Errorf("compact %s: %w", guild, err))
				continue
			}
			t.first = t.whole
		}
		if ctx.Err() != nil {
			break
		}
	}
	if err := j.collectDaily(ctx); err != nil {
		all = append(all, fmt.Errorf("collect objects: %w", err))
	}
	return errors.Join(all...)
}

// count brings what the keeper knows up to the end of the log.
func (j *Journal) count(ctx context.Context) error {
	k := &j.keeper
	return each(ctx, j.acts, jetstream.OrderedConsumerConfig{
		DeliverPolicy: jetstream.DeliverByStartSequencePolicy, OptStartSeq: k.seen + 1, HeadersOnly: true,
	}, func(m jetstream.Msg, meta *jetstream.MsgMetadata) error {
		if meta.Sequence.Stream <= k.seen {
			return nil
		}
		guild := guildOf(m.Subject())
		if k.tails[guild] == nil {
			k.tails[guild] = &tail{}
		}
		h := m.Headers()
		size, err := strconv.Atoi(h.Get(nats.MsgSize))
		if err != nil {
			return fmt.Errorf("message %d: %w", meta.Sequence.Stream, err)
		}
		k.tails[guild].add(meta.Sequence.Stream, meta.Timestamp, h.Get(headerWhole) != "", h.Get(headerGone), size)
		k.seen = meta.Sequence.Stream
		return nil
	})
}

// snapshot puts a message behind a guild's last one that makes all of it. When
// others act meanwhile, the next round does it. From a damaged log none is made
// but by a copy that is here.
func (j *Journal) snapshot(ctx context.Context, guild string, damaged bool) error {
	for range 3 {
		c, after, sum, err := j.whole(ctx, guild, damaged)
		if err != nil || after == 0 {
			return err
		}
		msg, err := j.compose(ctx, guild, c, after, sum)
		if err != nil {
			return err
		}
		one, cancel := context.WithTimeout(ctx, deadline)
		seq, err := j.publish(one, guild, msg, after)
		cancel()
		if err == nil {
			j.log.LogAttrs(ctx, slog.LevelDebug, "snapshot", slog.String("guild", guild), slog.Uint64("message", seq), slog.Int("records", len(c.Writes)))
		}
		if !errors.Is(err, store.ErrStale) {
			return err
		}
	}
	return nil
}

// whole gives the change that makes a guild as it is after its last message, by
// the log alone or, when something of that is damaged, by a copy that is here.
func (j *Journal) whole(ctx context.Context, guild string, damaged bool) (c change, after uint64, sum store.Sum, err error) {
	if !damaged {
		f, err := j.acts.fold(ctx, guild, j.objects, j.schema)
		if err == nil && f.seq > 0 {
			c, err = f.whole()
		}
		if err == nil || !errors.Is(err, errObject) && !errors.Is(err, store.ErrSum) && !errors.Is(err, errHole) {
			return c, f.seq, f.sum, err
		}
		j.warn("a server's messages in the log are damaged", guild, err)
	}
	copied, ok, err := j.store.Copy(guild)
	if err == nil && (!ok || copied.Behind) {
		err = fmt.Errorf("its messages are damaged, and no copy is here to replace them: %w", errObject)
	}
	if err != nil {
		return c, 0, sum, err
	}
	all, copied, err := j.store.Whole(guild)
	if err != nil {
		return c, 0, sum, err
	}
	j.log.LogAttrs(ctx, slog.LevelWarn, "a server's messages in the log are replaced by the records here", slog.String("guild", guild))
	c, err = reduce(ctx, all, j.objects)
	return c, copied.Seq, copied.Sum, err
}

// putBack puts into a log that ends at last, before this copy does, the guilds
// of which it lacks changes. When another process was first, its records hold.
func (j *Journal) putBack(ctx context.Context, last uint64) error {
	j.log.LogAttrs(ctx, slog.LevelError, "NATS has lost what it had acknowledged; it is put back from the records here", slog.Uint64("last", last), slog.Uint64("position", j.position))
	copies, err := j.store.Copies()
	if err != nil {
		return err
	}
	for guild, c := range copies {
		if c.Seq <= last || c.Behind {
			continue
		}
		if err := j.putBackGuild(ctx, guild); err != nil {
			return fmt.Errorf("put back %s: %w", guild, err)
		}
		// Its number here is one that the log will give to something else.
		if err := j.store.SetBehind(guild); err != nil {
			return err
		}
		j.known[guild] = true
	}
	j.position = last
	return j.store.SetPosition(j.cluster, last)
}

func (j *Journal) putBackGuild(ctx context.Context, guild string) error {
	all, c, err := j.store.Whole(guild)
	if err != nil {
		return err
	}
	var after uint64
	m, err := j.acts.last(ctx, guild)
	if err == nil {
		after = m.Sequence
	} else if !errors.Is(err, jetstream.ErrMsgNotFound) {
		return err
	}
	short, err := reduce(ctx, all, j.objects)
	if err != nil {
		return err
	}
	msg, err := j.compose(ctx, guild, short, after, c.Sum)
	if err != nil {
		return err
	}
	one, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	if _, err := j.publish(one, guild, msg, after); !errors.Is(err, store.ErrStale) {
		return err
	}
	return nil
}
