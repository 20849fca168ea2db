package journal

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster"
)

const (
	// fresh is how old an object may be to be named once more. An older one could
	// be just going, as nothing named it: then the same bytes are put again,
	// under another name. See unnamed in collect.go.
	fresh = 12 * time.Hour
	// atOnce is how many objects are on their way at once.
	atOnce = 8
	// slowest is how many bytes a second an object is waited for.
	slowest = 1 << 20
)

// errObject says that an object is not there, or not whole.
var errObject = errors.New("an object of the log is damaged")

// objects is the store of what lies beside the messages. An object is named
// <guild>/<SHA-256 of its bytes>, with a random ending when there was an older
// one.
type objects struct {
	stream jetstream.Stream
	bucket jetstream.ObjectStore
}

// put keeps data, unless it is there, and gives its name.
func (o objects) put(ctx context.Context, guild string, data []byte) (string, error) {
	much := time.Duration(len(data)/slowest) * time.Second
	ctx, cancel := context.WithTimeout(ctx, deadline+much)
	defer cancel()
	digest := sha256.Sum256(data)
	name := guild + "/" + hex.EncodeToString(digest[:])
	for wait := again; ; wait = min(2*wait, againMost) {
		info, err := o.info(ctx, name)
		switch {
		case errors.Is(err, jetstream.ErrObjectNotFound):
		case err != nil:
			return "", err
		case time.Since(info.ModTime) > fresh:
			name += "." + random()
		default:
			ok, err := o.full(ctx, info, digest, len(data))
			if err != nil || ok {
				return name, err
			}
		}
		one, cancel := context.WithTimeout(ctx, attempt+much)
		_, err = o.bucket.Put(one, jetstream.ObjectMeta{Name: name}, bytes.NewReader(data))
		cancel()
		if err == nil {
			return name, nil
		}
		if !cluster.Wait(ctx, wait) {
			return "", fmt.Errorf("put object %s: %w", name, err)
		}
	}
}

// info gives what the leader knows of an object.
func (o objects) info(ctx context.Context, name string) (info *jetstream.ObjectInfo, err error) {
	err = ask(ctx, func(ctx context.Context) error {
		info, err = o.bucket.GetInfo(ctx, name)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("object %s: %w", name, err)
	}
	return info, nil
}

// full tells whether an object is there as a whole: when the putting of one is
// cut off, its end may be kept without its middle.
func (o objects) full(ctx context.Context, info *jetstream.ObjectInfo, digest [sha256.Size]byte, size int) (bool, error) {
	if info.Digest != "SHA-256="+base64.URLEncoding.EncodeToString(digest[:]) || info.Size != uint64(size) {
		return false, nil
	}
	there, err := o.chunks(ctx, info.NUID)
	return there[chunks+info.NUID] == uint64(info.Chunks), err
}

// chunks gives how many pieces there are under the subjects of one object, or of
// all when id is ">".
func (o objects) chunks(ctx context.Context, id string) (map[string]uint64, error) {
	var info *jetstream.StreamInfo
	err := ask(ctx, func(ctx context.Context) (err error) {
		info, err = o.stream.Info(ctx, jetstream.WithSubjectFilter(chunks+id))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("pieces of objects: %w", err)
	}
	return info.State.Subjects, nil
}

// get gives the bytes of an object, checked by its name. It fails with
// errObject when they are not there as they were put. The pieces are asked of
// the leader one by one: the library's own way of reading asks any replica, and
// waits for its time to run out when one is missing.
func (o objects) get(ctx context.Context, name string) ([]byte, error) {
	want, err := digestOf(name)
	if err != nil {
		return nil, err
	}
	info, err := o.info(ctx, name)
	if errors.Is(err, jetstream.ErrObjectNotFound) {
		return nil, fmt.Errorf("%w: %s is not there", errObject, name)
	}
	if err != nil {
		return nil, err
	}
	data := make([]byte, 0, min(info.Size, 64<<20))
	for seq := uint64(1); uint64(len(data)) < info.Size; {
		var m *jetstream.RawStreamMsg
		err := ask(ctx, func(ctx context.Context) (err error) {
			m, err = o.stream.GetMsg(ctx, seq, jetstream.WithGetMsgSubject(chunks+info.NUID))
			return err
		})
		if errors.Is(err, jetstream.ErrMsgNotFound) {
			return nil, fmt.Errorf("%w: %s ends after %d bytes of %d", errObject, name, len(data), info.Size)
		}
		if err != nil {
			return nil, fmt.Errorf("object %s: %w", name, err)
		}
		data, seq = append(data, m.Data...), m.Sequence+1
	}
	if sha256.Sum256(data) != want {
		return nil, fmt.Errorf("%w: %s has other bytes", errObject, name)
	}
	return data, nil
}

// digestOf gives the SHA-256 in an object's name.
func digestOf(name string) (d [sha256.Size]byte, err error) {
	_, rest, _ := strings.Cut(name, "/")
	text, _, _ := strings.Cut(rest, ".")
	if len(text) != hex.EncodedLen(len(d)) {
		return d, fmt.Errorf("%w: no name of one: %q", errObject, name)
	}
	if _, err := hex.Decode(d[:], []byte(text)); err != nil {
		return d, fmt.Errorf("%w: no name of one: %q", errObject, name)
	}
	return d, nil
}
