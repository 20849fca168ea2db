package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"go.etcd.io/bbolt"
)

// Verified is what [Store.Verify] read.
type Verified struct {
	Articles  int // removed ones included
	Revisions int
	Damaged   []error // each names its article and revision
}

// Verify reads every record of a guild, with all revisions and originals, and
// the structure of the file itself. Where the records follow a log, their sum
// must be that of the log. It reports how many articles of how many
// are done. The error is that of reading on; damage is in the result.
func (s *Store) Verify(guild string, report func(done, total int)) (Verified, error) {
	var v Verified
	present, err := s.Articles(guild)
	if err != nil {
		return v, err
	}
	removed, err := s.Removed(guild)
	if err != nil {
		return v, err
	}
	all := append(present, removed...)
	for i, r := range all {
		report(i, len(all))
		v.Articles++
		for n := 1; n <= r.Revision; n++ {
			v.Revisions++
			if err := s.verify(guild, r.ID, n); err != nil {
				v.Damaged = append(v.Damaged, fmt.Errorf("%s revision %d: %w", r.ID, n, err))
			}
		}
	}
	err = s.view(func(tx *bbolt.Tx) error {
		for err := range tx.Check() {
			v.Damaged = append(v.Damaged, fmt.Errorf("%s: %w", dbFile, err))
		}
		c, ok, err := readCopy(tx, guild)
		if sum := weigh(tx, guild); err == nil && ok && sum != c.Sum {
			v.Damaged = append(v.Damaged, fmt.Errorf("%w: their sum is %x, want %x", ErrSum, sum, c.Sum))
		}
		return err
	})
	return v, err
}

// verify reads one revision, of a removed article too.
func (s *Store) verify(guild, id string, revision int) error {
	return s.view(func(tx *bbolt.Tx) error {
		n, err := articleNumber(guild, id)
		if err != nil {
			return err
		}
		k := revisionKey(guild, n, revision)
		a, err := decodeText(tx.Bucket(bucketTexts).Get(k), id, revision)
		if err != nil {
			return err
		}
		if err := a.Valid(); err != nil {
			return err
		}
		_, err = decodeOriginal(tx.Bucket(bucketOriginals).Get(k))
		return err
	})
}

// Hash gives two hashes of what a guild's records say: texts and originals
// unpacked, nothing of how or in which copy they are written.
//
// exact is of everything: copies of one log have the same. likewise leaves out
// what differs between two runs of the same acts: times, and the tokens of
// drafts. It is the same when the acts of each guild came in the same order, in
// one process with records of its own or in several that share them.
func (s *Store) Hash(guild string) (exact, likewise [sha256.Size]byte, err error) {
	all, part := sha256.New(), sha256.New()
	err = s.settled(guild)
	if err == nil {
		err = s.view(func(tx *bbolt.Tx) error {
			var drafts []string
			for w := range records(tx, guild) {
				v, timeless, err := w.decoded()
				if err != nil {
					return fmt.Errorf("%s %x: %w", w.Bucket, w.Key, err)
				}
				hashRecord(all, w.Bucket, w.Key, v)
				if w.Bucket == string(bucketDrafts) {
					drafts = append(drafts, string(timeless))
					continue
				}
				hashRecord(part, w.Bucket, w.Key, timeless)
			}
			slices.Sort(drafts)
			for _, d := range drafts {
				hashRecord(part, string(bucketDrafts), nil, []byte(d))
			}
			return nil
		})
	}
	if err != nil {
		return exact, likewise, fmt.Errorf("hash of %s: %w", guild, err)
	}
	return [sha256.Size]byte(all.Sum(nil)), [sha256.Size]byte(part.Sum(nil)), nil
}

// hashRecord writes a record so that no two lists of records are the same bytes.
func hashRecord(w io.Writer, bucket string, k, v []byte) {
	for _, part := range [][]byte{[]byte(bucket), k, v} {
		_, _ = w.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part)))) // a hash takes all
		_, _ = w.Write(part)
	}
}

// decoded gives what a record says, and the same without times.
func (w Write) decoded() (v, timeless []byte, err error) {
	switch bucket := []byte(w.Bucket); {
	case bytes.Equal(bucket, bucketOriginals):
		v, err = decodeOriginal(w.Value)
		return v, v, err
	case bytes.Equal(bucket, bucketTexts):
		v, err = unseal(w.Value)
		return v, v, err
	}
	var record any
	if err := json.Unmarshal(w.Value, &record); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	timeless, err = json.Marshal(withoutTimes(record))
	return w.Value, timeless, err
}

// withoutTimes makes every time in a decoded JSON value the same; whether there
// is one still shows.
func withoutTimes(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			v[k] = withoutTimes(v[k])
		}
	case []any:
		for i := range v {
			v[i] = withoutTimes(v[i])
		}
	case string:
		if _, err := time.Parse(time.RFC3339Nano, v); err == nil {
			return ""
		}
	}
	return v
}
