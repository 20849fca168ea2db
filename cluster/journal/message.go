package journal

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go"
	"golang.org/x/sync/errgroup"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// schema is the form of messages that this program writes. It is raised when an
// older program would misread them: it then waits, guild by guild, until it is
// exchanged for a newer one.
const schema = 1

const (
	// inline is how long a value in a message may be, in bytes; longer ones, and
	// all originals, are objects.
	inline = 32 << 10
	// whole is how long a message may be, in bytes; the changes of a longer one
	// are an object. NATS allows 1 MB unless told otherwise.
	whole = 512 << 10
)

// The headers of a message beside those of NATS.
const (
	headerBy    = "Verbatim-By"    // process that wrote it
	headerWhole = "Verbatim-Whole" // it makes the whole guild
	headerGone  = "Verbatim-Gone"  // it takes text away: "article" for good, or "draft"
)

const (
	goneArticle = "article"
	goneDraft   = "draft"
)

// message is what the log holds, as JSON.
type message struct {
	Schema int       `json:"schema"`
	Prev   uint64    `json:"prev"`          // sequence of the guild's message before, 0 = none
	Sum    store.Sum `json:"sum"`           // of the guild's records with it
	Ref    string    `json:"ref,omitempty"` // object that holds Change
	Change *change   `json:"change,omitempty"`
}

// change is a [store.Change] whose long values lie elsewhere.
type change struct {
	Empty  bool    `json:"empty,omitempty"`
	Writes []write `json:"writes,omitempty"`
}

type write struct {
	Bucket string `json:"b"`
	Key    []byte `json:"k,omitempty"`
	Value  []byte `json:"v,omitempty"`
	Ref    string `json:"r,omitempty"` // object that is the value
	Gone   bool   `json:"g,omitempty"`
}

// entry is a message of the log that was read.
type entry struct {
	guild string
	seq   uint64
	at    time.Time
	by    string
	whole bool // it makes the whole guild
	size  int  // bytes
	message
}

// errNewer says that a newer program wrote a message.
var errNewer = errors.New("a newer verbatim wrote it")

// parse reads the frame of a message in a form up to known. It fails with errNewer, or with another error
// when it is no message of ours; what it gives then has only the frame.
func parse(known int, subject string, seq uint64, at time.Time, h nats.Header, data []byte) (entry, error) {
	e := entry{guild: guildOf(subject), seq: seq, at: at, by: h.Get(headerBy), whole: h.Get(headerWhole) != "", size: len(data)}
	var form struct{ Schema int }
	if err := json.Unmarshal(data, &form); err != nil {
		return e, fmt.Errorf("message %d of %s: %w", seq, e.guild, err)
	}
	if form.Schema > known {
		return e, fmt.Errorf("message %d of %s has form %d, this one knows %d: %w", seq, e.guild, form.Schema, known, errNewer)
	}
	if err := json.Unmarshal(data, &e.message); err != nil {
		return e, fmt.Errorf("message %d of %s: %w", seq, e.guild, err)
	}
	return e, nil
}

// changes gives what a message changes, fetched when it lies elsewhere.
func (e entry) changes(ctx context.Context, o objects) (change, error) {
	if e.Change != nil {
		return *e.Change, nil
	}
	var c change
	data, err := o.get(ctx, e.Ref)
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil {
		return c, fmt.Errorf("message %d of %s: %w", e.seq, e.guild, err)
	}
	return c, nil
}

// resolve gives c with all its values.
func (c change) resolve(ctx context.Context, guild string, o objects) (store.Change, error) {
	out := store.Change{Guild: guild, Empty: c.Empty, Writes: make([]store.Write, len(c.Writes))}
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(atOnce)
	for i, w := range c.Writes {
		out.Writes[i] = store.Write{Bucket: w.Bucket, Key: w.Key, Value: w.Value, Gone: w.Gone}
		if w.Ref != "" {
			work.Go(func() (err error) {
				out.Writes[i].Value, err = o.get(ctx, w.Ref)
				return err
			})
		}
	}
	return out, work.Wait()
}

// reduce puts the long values of c into the object store.
func reduce(ctx context.Context, c store.Change, o objects) (change, error) {
	out := change{Empty: c.Empty, Writes: make([]write, len(c.Writes))}
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(atOnce)
	for i, w := range c.Writes {
		out.Writes[i] = write{Bucket: w.Bucket, Key: w.Key, Value: w.Value, Gone: w.Gone}
		if len(w.Value) > inline || w.Bucket == "originals" && len(w.Value) > 0 {
			out.Writes[i].Value = nil
			work.Go(func() (err error) {
				out.Writes[i].Ref, err = o.put(ctx, c.Guild, w.Value)
				return err
			})
		}
	}
	return out, work.Wait()
}

// compose makes the message with a change that follows message prev. A long
// one's changes go into the object store.
func (j *Journal) compose(ctx context.Context, guild string, c change, prev uint64, sum store.Sum) (*nats.Msg, error) {
	m := message{Schema: j.schema, Prev: prev, Sum: sum}
	m.Change = &c
	data, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	if len(data) > whole {
		body, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		m.Change = nil
		if m.Ref, err = j.objects.put(ctx, guild, body); err != nil {
			return nil, err
		}
		if data, err = json.Marshal(m); err != nil {
			return nil, err
		}
	}
	msg := nats.NewMsg(subjects + guild)
	msg.Data = data
	msg.Header.Set(headerBy, j.me)
	if c.Empty {
		msg.Header.Set(headerWhole, "1")
	}
	if kind := c.gone(); kind != "" {
		msg.Header.Set(headerGone, kind)
	}
	return msg, nil
}

// gone tells which kind of text goes with c, key by key.
func (c change) gone() string {
	kind := ""
	for _, w := range c.Writes {
		switch {
		case !w.Gone:
		case w.Bucket == "texts" || w.Bucket == "originals" || w.Bucket == "heads":
			kind = goneArticle
		case kind == "":
			kind = goneDraft
		}
	}
	return kind
}

// weight is what a write counts for in a sum.
func (w write) weight() (store.Sum, error) {
	digest := sha256.Sum256(w.Value)
	if w.Ref != "" {
		var err error
		if digest, err = digestOf(w.Ref); err != nil {
			return store.Sum{}, err
		}
	}
	return store.Weight(w.Bucket, w.Key, digest), nil
}
