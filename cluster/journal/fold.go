package journal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// errHole says that a message of a guild does not follow the one before.
var errHole = errors.New("a message is missing in the log")

// fold is a guild as its messages make it, long values not fetched.
type fold struct {
	guild  string
	seq    uint64 // of the last message, 0 = none
	sum    store.Sum
	writes map[string]write // by bucket and key
}

// add adds the changes of the next message.
func (f *fold) add(e entry, c change) error {
	if c.Empty {
		clear(f.writes)
	} else if e.Prev != f.seq {
		return fmt.Errorf("%w: message %d of %s follows %d, the one before is %d", errHole, e.seq, f.guild, e.Prev, f.seq)
	}
	for _, w := range c.Writes {
		if k := w.Bucket + "\x00" + string(w.Key); w.Gone {
			delete(f.writes, k)
		} else {
			f.writes[k] = w
		}
	}
	f.seq, f.sum = e.seq, e.Sum
	return nil
}

// whole gives the change that makes all of it. It fails with [store.ErrSum] when
// that has not the sum that the last message names.
func (f *fold) whole() (change, error) {
	c := change{Empty: true, Writes: slices.SortedFunc(maps.Values(f.writes), func(a, b write) int {
		return cmp.Or(cmp.Compare(a.Bucket, b.Bucket), slices.Compare(a.Key, b.Key))
	})}
	var sum store.Sum
	for _, w := range c.Writes {
		weight, err := w.weight()
		if err != nil {
			return c, err
		}
		sum.Add(weight)
	}
	if sum != f.sum {
		return c, fmt.Errorf("fold %s up to %d: %w", f.guild, f.seq, store.ErrSum)
	}
	return c, nil
}

// fold reads all messages of a guild, in forms up to known. There being none is
// no error: its seq is 0.
func (l log) fold(ctx context.Context, guild string, o objects, known int) (*fold, error) {
	f := &fold{guild: guild, writes: map[string]write{}}
	for {
		m, err := l.next(ctx, guild, f.seq+1)
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			return f, nil
		}
		if err != nil {
			return f, fmt.Errorf("messages of %s: %w", guild, err)
		}
		e, err := parse(known, m.Subject, m.Sequence, m.Time, m.Header, m.Data)
		if err != nil {
			return f, err
		}
		c, err := e.changes(ctx, o)
		if err != nil {
			return f, err
		}
		if err := f.add(e, c); err != nil {
			return f, err
		}
	}
}
