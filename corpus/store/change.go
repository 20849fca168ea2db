package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"go.etcd.io/bbolt"
)

// Change is what one act changes in a guild's records: exact keys and values.
// Put into another copy of the same records it makes the same records, whatever
// the rules of acts are there.
type Change struct {
	Guild  string
	Empty  bool    // all that the guild has goes first
	Writes []Write // each key once
}

// Write is one key of a [Change].
type Write struct {
	Bucket string
	Key    []byte // without the guild's name before it; nil is the guild itself
	Value  []byte // as it is in the file: nobody may change it
	Gone   bool   // the key is taken away
}

// Sum is a checksum of all records of a guild that a [Change] can hold. The
// order of writing plays no part. It detects accidents, not forgery. The zero
// Sum is that of a guild without records.
//
// It is the sum of a SHA-256 of every record, added as four numbers of 64 bits
// without carry between them, so that a change of one record changes the sum by
// what that record counts for.
type Sum [32]byte

// MarshalText gives the sum as 64 hexadecimal digits.
func (s Sum) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, s[:]), nil }

// UnmarshalText is the inverse of [Sum.MarshalText].
func (s *Sum) UnmarshalText(text []byte) error {
	if len(text) != hex.EncodedLen(len(s)) {
		return fmt.Errorf("a sum of %d digits, want %d", len(text), hex.EncodedLen(len(s)))
	}
	_, err := hex.Decode(s[:], text)
	return err
}

// weight is what one record counts for in a [Sum].
func weight(bucket, k, v []byte) Sum { return Weight(string(bucket), k, sha256.Sum256(v)) }

// Weight is what one record counts for in a [Sum], by the SHA-256 of its value:
// whoever has only that, as the value lies elsewhere, can still add up.
func Weight(bucket string, key []byte, value [sha256.Size]byte) Sum {
	var head [16]byte
	binary.LittleEndian.PutUint64(head[0:], uint64(len(bucket)))
	binary.LittleEndian.PutUint64(head[8:], uint64(len(key)))
	h := sha256.New()
	for _, part := range [][]byte{head[:], []byte(bucket), key, value[:]} {
		h.Write(part) // never fails
	}
	return Sum(h.Sum(nil))
}

// Add counts a record in by its [Weight].
func (s *Sum) Add(weight Sum) { s.lanes(weight, func(a, b uint64) uint64 { return a + b }) }
func (s *Sum) sub(o Sum)      { s.lanes(o, func(a, b uint64) uint64 { return a - b }) }

func (s *Sum) lanes(o Sum, op func(a, b uint64) uint64) {
	for i := 0; i < len(s); i += 8 {
		n := op(binary.LittleEndian.Uint64(s[i:]), binary.LittleEndian.Uint64(o[i:]))
		binary.LittleEndian.PutUint64(s[i:], n)
	}
}

// replace counts a record anew. nil is a record that is not there.
func (s *Sum) replace(bucket, k, old, now []byte) {
	if old != nil {
		s.sub(weight(bucket, k, old))
	}
	if now != nil {
		s.Add(weight(bucket, k, now))
	}
}

// gather collects what an act does.
type gather struct {
	Change
	sum   Sum            // of the guild's records with it
	place map[string]int // bucket and key -> index in Writes
}

// write notes that data is written in place of old, which is nil when there was
// none. The keys of a gather are bare.
func (g *gather) write(bucket, k, old, data []byte) {
	if data == nil {
		data = []byte{}
	}
	g.sum.replace(bucket, k, old, data)
	g.note(Write{Bucket: string(bucket), Key: k, Value: data})
}

// take notes that old is taken away.
func (g *gather) take(bucket, k, old []byte) {
	g.sum.replace(bucket, k, old, nil)
	g.note(Write{Bucket: string(bucket), Key: k, Gone: true})
}

func (g *gather) note(w Write) {
	id := w.id()
	if i, ok := g.place[id]; ok {
		w.Key = g.Writes[i].Key
		g.Writes[i] = w
		return
	}
	if g.place == nil {
		g.place = map[string]int{}
	}
	w.Key = bytes.Clone(w.Key)
	g.place[id] = len(g.Writes)
	g.Writes = append(g.Writes, w)
}

// empty notes that all records go, if there are any.
func (g *gather) empty(tx *bbolt.Tx) error {
	g.Writes, g.place, g.sum = nil, nil, Sum{}
	g.Empty = false
	for range records(tx, g.Guild) {
		g.Empty = true
		break
	}
	return nil
}

// nothing reports that no record changes.
func (g *gather) nothing() bool { return !g.Empty && len(g.Writes) == 0 }

// id tells the keys of all buckets apart.
func (w Write) id() string { return w.Bucket + "\x00" + string(w.Key) }

// errChange says that bytes from elsewhere are no change of a guild's records.
var errChange = errors.New("no change of records")

// valid fails unless c can be written: nothing of it may touch another guild,
// or what is not shared.
func (c Change) valid() error {
	if err := checkGuild(c.Guild); err != nil {
		return fmt.Errorf("%w: %w", errChange, err)
	}
	seen := make(map[string]bool, len(c.Writes))
	for _, w := range c.Writes {
		bucket := []byte(w.Bucket)
		known := slices.ContainsFunc(shared, func(b []byte) bool { return bytes.Equal(b, bucket) })
		switch {
		case !known:
			return fmt.Errorf("%w: nothing is shared in %q", errChange, w.Bucket)
		case single(bucket) != (len(w.Key) == 0):
			return fmt.Errorf("%w: a key of %d bytes in %s", errChange, len(w.Key), w.Bucket)
		case len(full(c.Guild, bucket, w.Key)) > bbolt.MaxKeySize, int64(len(w.Value)) > bbolt.MaxValueSize:
			return fmt.Errorf("%w: too long for %s", errChange, w.Bucket)
		case seen[w.id()]:
			return fmt.Errorf("%w: a key of %s twice", errChange, w.Bucket)
		case w.Gone && len(w.Value) > 0, c.Empty && w.Gone:
			return fmt.Errorf("%w: a key of %s goes in two ways", errChange, w.Bucket)
		}
		seen[w.id()] = true
		// One guild's record that cannot be read would hide all guilds.
		var r guildRecord
		if bytes.Equal(bucket, bucketGuilds) && !w.Gone && (json.Unmarshal(w.Value, &r) != nil || r.Generation != Generation{}) {
			return fmt.Errorf("%w: no guild record", errChange)
		}
	}
	return nil
}

// apply writes c over records whose sum is given, and gives their sum then.
func (c Change) apply(tx *bbolt.Tx, sum Sum) (Sum, error) {
	if c.Empty {
		var err error
		if sum, err = c.clear(tx, sum); err != nil {
			return sum, err
		}
	}
	for _, w := range c.Writes {
		bucket := []byte(w.Bucket)
		b, k, v := tx.Bucket(bucket), full(c.Guild, bucket, w.Key), w.Value
		if w.Gone {
			v = nil
		} else if v == nil {
			v = []byte{}
		}
		old := b.Get(k)
		if (old == nil) == (v == nil) && bytes.Equal(old, v) {
			continue
		}
		sum.replace(bucket, w.Key, old, v)
		if err := putOrDelete(b, k, v); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// clear takes away what c, which is all of the guild, does not have: what both
// have need not be written again.
func (c Change) clear(tx *bbolt.Tx, sum Sum) (Sum, error) {
	kept := make(map[string]bool, len(c.Writes))
	for _, w := range c.Writes {
		kept[w.id()] = true
	}
	var gone []Write
	for w := range records(tx, c.Guild) {
		if !kept[w.id()] {
			sum.replace([]byte(w.Bucket), w.Key, w.Value, nil)
			gone = append(gone, Write{Bucket: w.Bucket, Key: bytes.Clone(w.Key)})
		}
	}
	for _, w := range gone {
		bucket := []byte(w.Bucket)
		if err := tx.Bucket(bucket).Delete(full(c.Guild, bucket, w.Key)); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// records gives all shared records of a guild, bucket by bucket in the order of
// their keys. They are valid until tx changes or ends.
func records(tx *bbolt.Tx, guild string) func(yield func(Write) bool) {
	return func(yield func(Write) bool) {
		for _, bucket := range shared {
			b := tx.Bucket(bucket)
			if single(bucket) {
				if v := b.Get([]byte(guild)); v != nil && !yield(Write{Bucket: string(bucket), Value: v}) {
					return
				}
				continue
			}
			p := key(guild)
			c := b.Cursor()
			for k, v := c.Seek(p); within(k, p); k, v = c.Next() {
				if !yield(Write{Bucket: string(bucket), Key: bare(guild, bucket, k), Value: v}) {
					return
				}
			}
		}
	}
}

// weigh gives the sum of all records of a guild by reading them.
func weigh(tx *bbolt.Tx, guild string) Sum {
	var sum Sum
	for w := range records(tx, guild) {
		sum.Add(weight([]byte(w.Bucket), w.Key, w.Value))
	}
	return sum
}
