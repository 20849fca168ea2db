package lease

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// Status is who runs what.
type Status struct {
	Shards    int       // of the bot; 0 = nobody has begun
	Next      int       // that it is to have soon, 0 = as many
	Processes []Process // the oldest first
	Held      []Held    // shards by number
	Jobs      []Held    // by name
}

// Process is one that lives.
type Process struct {
	ID, Name, Version string
	Since             time.Time
	Serving           bool // it takes shards
	Shards            []int
	Age               time.Duration // since it was last heard of
	Says              []byte        // what else it lets others know, see [Options]
}

// Held is a lease.
type Held struct {
	Shard   int    // of a shard
	Job     string // of a job
	ID      string // of the holder
	Name    string
	Age     time.Duration // since it was renewed
	Session time.Duration // of a shard: since its session was saved, below 0 = none
}

// Read lists processes, shards and jobs. It takes no part in anything.
func Read(ctx context.Context, js jetstream.JetStream) (Status, error) {
	var st Status
	leases, err := list(ctx, js, leasesBucket)
	if err != nil {
		return st, err
	}
	sessions, err := list(ctx, js, sessionsBucket)
	if err != nil {
		return st, err
	}
	saved := map[string]time.Duration{}
	for _, e := range sessions {
		saved[e.Key()] = since(e)
	}
	for _, e := range leases {
		st.add(e, saved)
	}
	slices.SortFunc(st.Processes, func(a, b Process) int { return cmp.Or(a.Since.Compare(b.Since), cmp.Compare(a.ID, b.ID)) })
	slices.SortFunc(st.Held, func(a, b Held) int { return a.Shard - b.Shard })
	slices.SortFunc(st.Jobs, func(a, b Held) int { return cmp.Compare(a.Job, b.Job) })
	plans, err := list(ctx, js, planBucket)
	for _, e := range plans {
		var p plan
		if e.Key() == planKey && json.Unmarshal(e.Value(), &p) == nil {
			st.Shards, st.Next = p.Shards, p.Next
		}
	}
	return st, err
}

func (st *Status) add(e jetstream.KeyValueEntry, saved map[string]time.Duration) {
	var p process
	if json.Unmarshal(e.Value(), &p) != nil && !strings.HasPrefix(e.Key(), shardKey) {
		return
	}
	if strings.HasPrefix(e.Key(), processKey) {
		st.Processes = append(st.Processes, Process{
			ID: p.ID, Name: p.Name, Version: p.Version, Since: p.Since, Serving: p.Serving, Shards: p.Shards, Age: since(e), Says: p.Says,
		})
		return
	}
	var who holder
	if json.Unmarshal(e.Value(), &who) != nil {
		return
	}
	h := Held{ID: who.ID, Name: who.Name, Age: since(e), Session: -1}
	if job, ok := strings.CutPrefix(e.Key(), jobKey); ok {
		h.Job = job
		st.Jobs = append(st.Jobs, h)
		return
	}
	n, err := strconv.Atoi(strings.TrimPrefix(e.Key(), shardKey))
	if err != nil {
		return
	}
	h.Shard = n
	if at, ok := saved[e.Key()]; ok {
		h.Session = at
	}
	st.Held = append(st.Held, h)
}

// since is how long ago an entry was written, by the servers' clock and ours.
func since(e jetstream.KeyValueEntry) time.Duration { return max(0, time.Since(e.Created())) }

// list gives what is in a bucket, nothing when there is no such bucket.
func list(ctx context.Context, js jetstream.JetStream, name string) (all []jetstream.KeyValueEntry, err error) {
	kv, err := js.KeyValue(ctx, name)
	if errors.Is(err, jetstream.ErrBucketNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	w, err := kv.WatchAll(ctx, jetstream.IgnoreDeletes())
	if err != nil {
		return nil, err
	}
	defer func() { _ = w.Stop() }()
	for {
		select {
		case e, ok := <-w.Updates():
			if e == nil || !ok {
				return all, nil
			}
			all = append(all, e)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}
