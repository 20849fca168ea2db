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

// identity is what makes a cluster this one. It is made once.
type identity struct {
	cluster string
	secret  []byte // all processes sign links with it
}

// identify gives the cluster's identity. In a new one it is made, with the
// secret of the store s if there is one, so that links stay good.
func identify(ctx context.Context, js jetstream.JetStream, s *store.Store) (identity, error) {
	var id identity
	kv, err := js.KeyValue(ctx, bucketCluster)
	if err != nil {
		return id, fmt.Errorf("bucket %s: %w", bucketCluster, err)
	}
	secret, err := s.Secret()
	if err != nil {
		return id, err
	}
	name, err := once(ctx, kv, "id", []byte(random()))
	if err != nil {
		return id, err
	}
	id.cluster = string(name)
	id.secret, err = once(ctx, kv, "secret", secret)
	return id, err
}

// once gives the value of a key, which is made with value when it is new and
// never changes.
func once(ctx context.Context, kv jetstream.KeyValue, key string, value []byte) ([]byte, error) {
	for {
		e, err := kv.Get(ctx, key)
		if err == nil {
			return e.Value(), nil
		}
		if errors.Is(err, jetstream.ErrKeyNotFound) {
			if _, err = kv.Create(ctx, key, value); err == nil {
				return value, nil
			}
		}
		// Made meanwhile: it can be read in a moment.
		if !errors.Is(err, jetstream.ErrKeyExists) || !cluster.Wait(ctx, 10*time.Millisecond) {
			return nil, fmt.Errorf("key %s of %s: %w", key, bucketCluster, err)
		}
	}
}
