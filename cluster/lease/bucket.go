package lease

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster"
)

// The buckets.
const (
	leasesBucket   = "VERBATIM_LEASES"
	sessionsBucket = "VERBATIM_SESSIONS"
	turnsBucket    = "VERBATIM_TURNS"
	planBucket     = "VERBATIM_SHARDS"
)

// errTaken says that a key is another's: it exists, or was written since.
var errTaken = errors.New("it is another's")

// bucket is a key-value bucket, read by its leader alone.
type bucket struct {
	kv     jetstream.KeyValue
	stream jetstream.Stream
}

// open finds a bucket or makes it. It is made by hand, as the library lets every
// replica answer reads, which is too early for what was just written; and it has
// no bound of bytes, as a full bucket refuses a replacement.
func open(ctx context.Context, js jetstream.JetStream, name string, ttl time.Duration) (*bucket, error) {
	replicas := cluster.Replicas(js)
	config := jetstream.StreamConfig{
		Name: "KV_" + name, Subjects: []string{"$KV." + name + ".>"},
		MaxMsgsPerSubject: 1, MaxAge: ttl, Replicas: replicas, Storage: jetstream.FileStorage,
		Discard: jetstream.DiscardNew, AllowRollup: true, DenyDelete: true,
	}
	stream, err := js.CreateStream(ctx, config)
	if errors.Is(err, jetstream.ErrStreamNameAlreadyInUse) {
		stream, err = js.Stream(ctx, config.Name)
		if err == nil && stream.CachedInfo().Config.Replicas < replicas {
			config = stream.CachedInfo().Config
			config.Replicas = replicas
			_, _ = js.UpdateStream(ctx, config) // or later, or by another process
		}
	}
	if err != nil {
		return nil, fmt.Errorf("bucket %s: %w", name, err)
	}
	kv, err := js.KeyValue(ctx, name)
	if err != nil {
		return nil, fmt.Errorf("bucket %s: %w", name, err)
	}
	return &bucket{kv, stream}, nil
}

// put replaces what was written at a revision, 0 = nothing. It gives the new
// revision, or [errTaken].
func (b *bucket) put(ctx context.Context, key string, value []byte, revision uint64) (uint64, error) {
	revision, err := b.kv.Update(ctx, key, value, revision)
	if errors.Is(err, jetstream.ErrKeyRevisionMismatch) {
		return 0, errTaken
	}
	return revision, err
}

// get asks the leader for the newest value of a key, which is nil when there is
// none; then the revision is what a new one must replace.
func (b *bucket) get(ctx context.Context, key string) (value []byte, revision uint64, err error) {
	m, err := b.stream.GetLastMsgForSubject(ctx, "$KV."+b.kv.Bucket()+"."+key)
	switch {
	case errors.Is(err, jetstream.ErrMsgNotFound):
		return nil, 0, nil
	case err != nil:
		return nil, 0, err
	case m.Header.Get("KV-Operation") != "": // taken away
		return nil, m.Sequence, nil
	}
	return m.Data, m.Sequence, nil
}

// changeAgain is the pause before a change is made anew.
const changeAgain = 20 * time.Millisecond

// change replaces the value of a key, nil if there is none, by what f makes of
// it, and f is called again when another has replaced it meanwhile. Nothing is
// written when f gives nil.
func (b *bucket) change(ctx context.Context, key string, f func(old []byte) []byte) error {
	for {
		old, revision, err := b.get(ctx, key)
		if err != nil {
			return err
		}
		value := f(old)
		if value == nil {
			return nil
		}
		if _, err = b.put(ctx, key, value, revision); !errors.Is(err, errTaken) {
			return err
		}
		if !cluster.Wait(ctx, changeAgain) {
			return ctx.Err()
		}
	}
}

// remove takes a key away if it is still at this revision.
func (b *bucket) remove(ctx context.Context, key string, revision uint64) error {
	return b.kv.Delete(ctx, key, jetstream.LastRevision(revision))
}
