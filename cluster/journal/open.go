package journal

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// Open joins the log. Streams that are missing are made; replicas are three when
// the connection knows of three servers. From then on acts of s go through the
// log, and it is followed until [Journal.Close]. s must be new, or a copy of
// this cluster: else Open fails in words, with [ErrOwn] or [ErrOther]. It also
// fails when NATS cannot be reached. When its log ends before this copy, it has
// lost what it had acknowledged, as one server that loses its power can; then
// what is here is put back into it, and that is said. ctx is for Open alone.
func Open(ctx context.Context, js jetstream.JetStream, s *store.Store, o Options) (*Journal, error) {
	return open(ctx, js, s, o, schema)
}

func open(ctx context.Context, js jetstream.JetStream, s *store.Store, o Options, schema int) (*Journal, error) {
	j := &Journal{
		log: o.Log, store: s, js: js, me: random(), schema: schema, changed: o.Changed,
		moved: make(chan struct{}), guilds: map[string]*guild{}, dirty: map[string]bool{}, restart: func() {},
		keeper: keeper{tails: map[string]*tail{}, now: time.Now, most: mostMessages},
	}
	if err := j.join(ctx); err != nil {
		return nil, fmt.Errorf("join the cluster: %w", err)
	}
	j.ctx, j.stop = context.WithCancel(context.Background())
	s.Share(j.propose, j.holdForAct)
	for _, g := range j.guilds {
		if g.state == fetching {
			j.work.Go(func() { j.fetch(g) })
		}
	}
	j.work.Go(j.follow)
	j.work.Go(j.watch)
	j.work.Go(j.tell)
	return j, nil
}

func (j *Journal) join(ctx context.Context) (err error) {
	if j.acts, j.objects, err = ensure(ctx, j.js); err != nil {
		return err
	}
	id, err := identify(ctx, j.js, j.store)
	if err != nil {
		return err
	}
	j.cluster = id.cluster
	if err := j.adopt(id); err != nil {
		return err
	}
	last, known, err := j.acts.subjects(ctx)
	// A leader that was chosen just now may not know all yet.
	for n := 0; err == nil && last < j.position && n < stuck && cluster.Wait(ctx, time.Second); n++ {
		last, known, err = j.acts.subjects(ctx)
	}
	if err != nil {
		return err
	}
	j.known = known
	if last < j.position {
		if err := j.putBack(ctx, last); err != nil {
			return err
		}
	}
	copies, err := j.store.Copies()
	if err != nil {
		return err
	}
	for name, c := range copies {
		g := &guild{name: name, state: here, copied: true}
		if c.Behind {
			g.state = fetching
		}
		j.guilds[name] = g
	}
	j.health = Health{Cluster: id.cluster, Last: last, Quorum: true}
	return nil
}

// adopt makes the store a copy of the cluster, if it may be one.
func (j *Journal) adopt(id identity) error {
	cluster, position, err := j.store.Position()
	if err != nil {
		return err
	}
	switch cluster {
	case id.cluster:
	case "":
		guilds, err := j.store.Guilds()
		if err != nil {
			return err
		}
		if len(guilds) > 0 {
			return ErrOwn
		}
		if err := j.store.SetPosition(id.cluster, 0); err != nil {
			return err
		}
	default:
		return ErrOther
	}
	j.position, j.kept = position, position
	return j.store.TakeSecret(id.secret)
}

var (
	// ErrOwn says that a data folder has records of its own, which would be lost
	// to it in a cluster.
	ErrOwn = errors.New("this data folder has records of its own: run verbatim cluster move-in first, or take an empty folder")
	// ErrOther says that a data folder is the copy of another cluster.
	ErrOther = errors.New("this data folder is a copy of another cluster's records: take an empty folder, or the VERBATIM_NATS of that cluster")
	// ErrCopy says that a data folder is a cluster's copy.
	ErrCopy = errors.New("this data folder is a copy of a cluster's records: set VERBATIM_NATS, or run verbatim cluster move-out")
)

// Alone fails with [ErrCopy] unless the records are a data folder's own, so that
// a process may act on them without a log.
func Alone(s *store.Store) error {
	cluster, _, err := s.Position()
	if err == nil && cluster != "" {
		err = ErrCopy
	}
	return err
}

// Close stops following, and waits for what is under way; acts are refused from
// then on. The store stays open.
func (j *Journal) Close() error {
	j.stop()
	j.change(func() {}) // whoever starts work under the lock knows by now
	j.work.Wait()
	return j.keepPosition(0)
}
