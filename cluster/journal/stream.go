package journal

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster"
)

// The names in JetStream. Only that of the log is asked for outside.
const (
	Stream        = "VERBATIM_ACTS" // the log
	bucketObjects = "VERBATIM_OBJECTS"
	bucketCluster = "VERBATIM_CLUSTER"
	streamObjects = "OBJ_" + bucketObjects // as the library calls it
	streamCluster = "KV_" + bucketCluster
	subjects      = "verbatim.acts."
	chunks        = "$O." + bucketObjects + ".C." // an object's bytes
	metas         = "$O." + bucketObjects + ".M." // what an object is
)

// doubles is how long the log knows the id of a message. An act is tried for a
// small part of it.
const doubles = 10 * time.Minute

// ensure makes the streams that are missing, and gives those with the log and
// the objects.
func ensure(ctx context.Context, js jetstream.JetStream) (log, objects, error) {
	n := cluster.Replicas(js)
	acts, err := stream(ctx, js, Stream, n, func() error {
		_, err := js.CreateStream(ctx, jetstream.StreamConfig{
			Name: Stream, Subjects: []string{subjects + "*"}, Storage: jetstream.FileStorage, Compression: jetstream.S2Compression,
			Replicas: n, Duplicates: doubles, Description: "verbatim: what moderators did",
		})
		return err
	})
	if err != nil {
		return log{}, objects{}, err
	}
	files, err := stream(ctx, js, streamObjects, n, func() error {
		_, err := js.CreateObjectStore(ctx, jetstream.ObjectStoreConfig{Bucket: bucketObjects, Replicas: n, Description: "verbatim: originals and snapshots"})
		return err
	})
	if err != nil {
		return log{}, objects{}, err
	}
	bucket, err := js.ObjectStore(ctx, bucketObjects) // knows by now who answers
	if err != nil {
		return log{}, objects{}, err
	}
	_, err = stream(ctx, js, streamCluster, n, func() error {
		_, err := js.CreateKeyValue(ctx, jetstream.KeyValueConfig{Bucket: bucketCluster, Replicas: n, Description: "verbatim: which cluster this is"})
		return err
	})
	return log{acts}, objects{files, bucket}, err
}

// stream gives a stream as it should be: made when it is missing, with n
// replicas at least, read from its leader only.
func stream(ctx context.Context, js jetstream.JetStream, name string, n int, create func() error) (jetstream.Stream, error) {
	s, err := js.Stream(ctx, name)
	if errors.Is(err, jetstream.ErrStreamNotFound) {
		// Another process may be as early as we are.
		made := create()
		if s, err = js.Stream(ctx, name); err != nil {
			err = errors.Join(made, err)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("stream %s: %w", name, err)
	}
	c := s.CachedInfo().Config
	if c.Replicas >= n && !c.AllowDirect {
		return s, nil
	}
	c.Replicas, c.AllowDirect = max(c.Replicas, n), false
	if s, err = js.UpdateStream(ctx, c); err != nil {
		return nil, fmt.Errorf("stream %s with %d replicas: %w", name, c.Replicas, err)
	}
	return s, nil
}

// log is the stream of acts.
type log struct{ jetstream.Stream }

// subjects gives the last sequence, and the guilds that have messages.
func (l log) subjects(ctx context.Context) (uint64, map[string]bool, error) {
	info, err := l.Info(ctx, jetstream.WithSubjectFilter(subjects+"*"))
	if err != nil {
		return 0, nil, err
	}
	all := make(map[string]bool, len(info.State.Subjects))
	for s := range info.State.Subjects {
		all[guildOf(s)] = true
	}
	return info.State.LastSeq, all, nil
}

// next gives the first message of a guild from seq on, as the leader has it. It
// fails with jetstream.ErrMsgNotFound when there is none.
func (l log) next(ctx context.Context, guild string, seq uint64) (m *jetstream.RawStreamMsg, err error) {
	err = ask(ctx, func(ctx context.Context) error {
		m, err = l.GetMsg(ctx, seq, jetstream.WithGetMsgSubject(subjects+guild))
		return err
	})
	return m, err
}

// last gives the last message of a guild, as the leader has it, likewise.
func (l log) last(ctx context.Context, guild string) (m *jetstream.RawStreamMsg, err error) {
	err = ask(ctx, func(ctx context.Context) error {
		m, err = l.GetLastMsgForSubject(ctx, subjects+guild)
		return err
	})
	return m, err
}

// purge takes away what a guild has before seq.
func (l log) purge(ctx context.Context, guild string, seq uint64) error {
	return l.Purge(ctx, jetstream.WithPurgeSubject(subjects+guild), jetstream.WithPurgeSequence(seq))
}

const (
	// attempt is how long one answer is waited for: a server that is gone says
	// nothing.
	attempt = 2 * time.Second
	// An attempt that failed is followed by the next after again, later by that
	// after againMost.
	again     = 20 * time.Millisecond
	againMost = 500 * time.Millisecond
)

// ask repeats a question until it is answered, if only by a refusal, or ctx ends.
func ask(ctx context.Context, question func(context.Context) error) error {
	for wait := again; ; wait = min(2*wait, againMost) {
		one, cancel := context.WithTimeout(ctx, attempt)
		err := question(one)
		cancel()
		var api *jetstream.APIError
		if err == nil || errors.As(err, &api) && api.Code < 500 || errors.Is(err, jetstream.ErrObjectNotFound) || !cluster.Wait(ctx, wait) {
			return err
		}
	}
}

func guildOf(subject string) string { return strings.TrimPrefix(subject, subjects) }

var token = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)

// checkGuild fails when a guild's name cannot be part of a subject. Those that
// Discord gives are numbers.
func checkGuild(guild string) error {
	if !token.MatchString(guild) {
		return fmt.Errorf("no guild: %q", guild)
	}
	return nil
}

// random gives a name that nobody has.
func random() string { return rand.Text()[:16] }
