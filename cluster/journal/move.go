package journal

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// MoveIn puts the records of s, a data folder of its own, into the cluster, and
// makes the folder a copy of it. Nothing there is overwritten: it fails in
// words when a guild has other records there. Nobody may act on s meanwhile.
// Wherever it ends before its time, it can be done again and goes on there;
// once done, it does nothing. The first folder of a cluster brings the key that links are
// signed with. progress is told how many guilds of all are done; nil: nobody is.
func MoveIn(ctx context.Context, js jetstream.JetStream, s *store.Store, progress func(done, total int)) error {
	if err := moveIn(ctx, js, s, progress); err != nil {
		return fmt.Errorf("move in: %w", err)
	}
	return nil
}

func moveIn(ctx context.Context, js jetstream.JetStream, s *store.Store, progress func(done, total int)) error {
	acts, files, err := ensure(ctx, js)
	if err != nil {
		return err
	}
	id, err := identify(ctx, js, s)
	if err != nil {
		return err
	}
	cluster, _, err := s.Position()
	if err != nil || cluster == id.cluster {
		return err
	}
	if cluster != "" {
		return ErrOther
	}
	guilds, err := s.Guilds()
	if err != nil {
		return err
	}
	j := &Journal{js: js, acts: acts, objects: files, me: random(), schema: schema}
	type moved struct {
		guild string
		seq   uint64
		sum   store.Sum
	}
	var all []moved
	first := uint64(0)
	for i, g := range guilds {
		seq, sum, err := j.bringIn(ctx, s, g.ID)
		if err != nil {
			return fmt.Errorf("server %s: %w", g.ID, err)
		}
		if first == 0 || seq < first {
			first = seq
		}
		all = append(all, moved{g.ID, seq, sum})
		if progress != nil {
			progress(i+1, len(guilds))
		}
	}
	if err := s.TakeSecret(id.secret); err != nil {
		return err
	}
	// From here on it is a copy. A guild that has no place in the log yet when
	// this ends before its time is fetched when it is asked for.
	if err := s.SetPosition(id.cluster, max(first, 1)-1); err != nil {
		return err
	}
	for _, m := range all {
		if err := s.Apply(m.seq, 0, store.Change{Guild: m.guild}, m.sum); err != nil {
			return err
		}
	}
	return nil
}

// bringIn makes a guild's records its first message, unless they are that, and
// gives its sequence and the sum.
func (j *Journal) bringIn(ctx context.Context, s *store.Store, guild string) (uint64, store.Sum, error) {
	if err := checkGuild(guild); err != nil {
		return 0, store.Sum{}, err
	}
	all, c, err := s.Whole(guild)
	if err != nil {
		return 0, c.Sum, err
	}
	if seq, err := j.broughtIn(ctx, guild, c.Sum); err != nil || seq > 0 {
		return seq, c.Sum, err
	}
	short, err := reduce(ctx, all, j.objects)
	if err != nil {
		return 0, c.Sum, err
	}
	msg, err := j.compose(ctx, guild, short, 0, c.Sum)
	if err != nil {
		return 0, c.Sum, err
	}
	one, cancel := context.WithTimeout(ctx, deadline)
	defer cancel()
	seq, err := j.publish(one, guild, msg, 0)
	if errors.Is(err, store.ErrStale) {
		err = errThere
	}
	return seq, c.Sum, err
}

var errThere = errors.New("the cluster has other records of it already; export one of them and import it into the other")

// broughtIn gives the sequence of the message with a guild's records, as they
// are in the cluster now or as they came in; 0 = the cluster has none of it.
func (j *Journal) broughtIn(ctx context.Context, guild string, sum store.Sum) (uint64, error) {
	last, err := j.acts.last(ctx, guild)
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	first, err := j.acts.next(ctx, guild, 1)
	if err != nil {
		return 0, err
	}
	for _, m := range []*jetstream.RawStreamMsg{last, first} {
		e, err := parse(j.schema, m.Subject, m.Sequence, m.Time, m.Header, m.Data)
		if err != nil {
			return 0, err
		}
		if e.Sum == sum {
			return e.seq, nil
		}
	}
	return 0, errThere
}

// MoveOut makes a new data folder of its own with all records of the cluster,
// each guild as it is when its turn comes. It fails when there are records in
// dir. Until all are there, dir is not, and what is there of them beside it is
// made anew the next time. progress is told how many guilds of all are done;
// nil: nobody is.
func MoveOut(ctx context.Context, js jetstream.JetStream, dir string, progress func(done, total int)) error {
	if err := moveOut(ctx, js, dir, progress); err != nil {
		return fmt.Errorf("move out: %w", err)
	}
	return nil
}

func moveOut(ctx context.Context, js jetstream.JetStream, dir string, progress func(done, total int)) error {
	if there, err := store.Exists(dir); err != nil {
		return err
	} else if there {
		return fmt.Errorf("there are records in %s: take an empty folder", dir)
	}
	if _, err := js.Stream(ctx, Stream); err != nil {
		return fmt.Errorf("this NATS has no cluster of verbatim: %w", err)
	}
	beside := filepath.Clean(dir) + ".moving"
	if err := os.RemoveAll(beside); err != nil {
		return err
	}
	s, err := store.Open(beside)
	if err != nil {
		return err
	}
	if err := errors.Join(takeOut(ctx, js, s, progress), s.Close()); err != nil {
		return errors.Join(err, os.RemoveAll(beside))
	}
	if err := os.Remove(dir); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err // not empty
	}
	return os.Rename(beside, dir)
}

func takeOut(ctx context.Context, js jetstream.JetStream, s *store.Store, progress func(done, total int)) error {
	acts, files, err := ensure(ctx, js)
	if err != nil {
		return err
	}
	id, err := identify(ctx, js, s)
	if err != nil {
		return err
	}
	_, guilds, err := acts.subjects(ctx)
	if err != nil {
		return err
	}
	done := 0
	for _, guild := range slices.Sorted(maps.Keys(guilds)) {
		f, err := acts.fold(ctx, guild, files, schema)
		if err == nil && f.seq > 0 {
			err = f.into(ctx, s, files)
		}
		if err != nil {
			return fmt.Errorf("server %s: %w", guild, err)
		}
		done++
		if progress != nil {
			progress(done, len(guilds))
		}
	}
	if err := s.TakeSecret(id.secret); err != nil {
		return err
	}
	return s.SetPosition("", 0)
}
