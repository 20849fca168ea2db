package journal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

const (
	// daily is how often objects are collected.
	daily = 24 * time.Hour
	// unnamed is how old an object is that goes when nothing names it. A younger
	// one may be named in a moment; one older than [fresh] never is again.
	unnamed = 24 * time.Hour
	// keyCollected is where the time of the last collection stands.
	keyCollected = "collected"
)

// collectDaily collects unless somebody did within a day.
func (j *Journal) collectDaily(ctx context.Context) error {
	kv, err := j.js.KeyValue(ctx, bucketCluster)
	if err != nil {
		return err
	}
	now := j.keeper.now()
	e, err := kv.Get(ctx, keyCollected)
	switch {
	case errors.Is(err, jetstream.ErrKeyNotFound):
	case err != nil:
		return err
	default:
		if last, err := time.Parse(time.RFC3339, string(e.Value())); err == nil && now.Sub(last) < daily {
			return nil
		}
	}
	if err := j.collect(ctx, now); err != nil {
		return err
	}
	_, err = kv.PutString(ctx, keyCollected, now.UTC().Format(time.RFC3339))
	return err
}

// collect takes away the objects that no message names, nor a snapshot, and
// pieces of those whose putting was cut off. While messages are there that only
// a newer program can read, it fails: what they name is not known.
//
// Which objects are named is read first. What is named later is either named
// there already, by the messages that a snapshot was folded from, or is young.
func (j *Journal) collect(ctx context.Context, now time.Time) error {
	named, err := j.named(ctx)
	if err != nil {
		return err
	}
	pieces := map[string]uint64{} // subject of an object's pieces -> how many there should be
	found := map[string]string{}  // object -> that subject
	n := 0
	err = each(ctx, j.objects.stream, jetstream.OrderedConsumerConfig{FilterSubjects: []string{metas + ">"}}, func(m jetstream.Msg, meta *jetstream.MsgMetadata) error {
		var info jetstream.ObjectInfo
		if err := json.Unmarshal(m.Data(), &info); err != nil {
			return fmt.Errorf("object %s: %w", m.Subject(), err)
		}
		pieces[chunks+info.NUID] = uint64(info.Chunks)
		found[info.Name] = chunks + info.NUID
		if named[info.Name] != "" || now.Sub(meta.Timestamp) <= unnamed {
			return nil
		}
		n++
		// One that is put again meanwhile has a higher sequence, and other pieces.
		if err := j.objects.stream.Purge(ctx, jetstream.WithPurgeSubject(m.Subject()), jetstream.WithPurgeSequence(meta.Sequence.Stream+1)); err != nil {
			return err
		}
		return j.objects.stream.Purge(ctx, jetstream.WithPurgeSubject(chunks+info.NUID))
	})
	if err != nil {
		return err
	}
	there, err := j.objects.chunks(ctx, ">")
	if err != nil {
		return err
	}
	for name, guild := range named {
		if found[name] == "" || there[found[name]] != pieces[found[name]] {
			j.damage(guild, name)
		}
	}
	for subject := range there {
		if _, ok := pieces[subject]; ok {
			continue
		}
		m, err := j.objects.stream.GetLastMsgForSubject(ctx, subject)
		if errors.Is(err, jetstream.ErrMsgNotFound) || err == nil && now.Sub(m.Time) <= unnamed {
			continue
		}
		if err == nil {
			n++
			err = j.objects.stream.Purge(ctx, jetstream.WithPurgeSubject(subject))
		}
		if err != nil {
			return err
		}
	}
	if n > 0 {
		j.log.LogAttrs(ctx, slog.LevelInfo, "objects that nothing names are gone", slog.Int("objects", n))
	}
	return nil
}

// damage notes that an object that a guild's messages name is not whole: the
// next round makes a snapshot by the records here, if they are.
func (j *Journal) damage(guild, name string) {
	if t := j.keeper.tails[guild]; t != nil && !t.damaged {
		t.damaged = true
		j.warn("an object of the log is not whole", guild, fmt.Errorf("%w: %s", errObject, name))
	}
}

// named gives the names of all objects that messages name, with their guilds.
func (j *Journal) named(ctx context.Context) (map[string]string, error) {
	all := map[string]string{}
	err := each(ctx, j.acts, jetstream.OrderedConsumerConfig{}, func(m jetstream.Msg, meta *jetstream.MsgMetadata) error {
		e, err := parse(j.schema, m.Subject(), meta.Sequence.Stream, meta.Timestamp, m.Headers(), m.Data())
		if err != nil {
			return err
		}
		if e.Ref != "" {
			all[e.Ref] = e.guild
		}
		c, err := e.changes(ctx, j.objects)
		if errors.Is(err, errObject) {
			j.damage(e.guild, e.Ref)
		}
		if err != nil {
			return err
		}
		for _, w := range c.Writes {
			if w.Ref != "" {
				all[w.Ref] = e.guild
			}
		}
		return nil
	})
	return all, err
}

// each gives f the messages of a stream that are there now, in their order.
func each(ctx context.Context, s jetstream.Stream, c jetstream.OrderedConsumerConfig, f func(jetstream.Msg, *jetstream.MsgMetadata) error) error {
	info, err := s.Info(ctx)
	if err != nil {
		return err
	}
	if info.State.Msgs == 0 || info.State.LastSeq < c.OptStartSeq {
		return nil
	}
	return deliver(ctx, s, c, false, f)
}
