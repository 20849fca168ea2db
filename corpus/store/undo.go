package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"
)

// ErrChanged says that an act cannot be undone any more: it was undone, or
// something else has been done to the same thing since.
var ErrChanged = errors.New("changed since")

// Undo takes back entry number of a guild's log, as one act: an article that
// was removed is restored, one that was replaced gets its former text as a new
// revision, and of a speaker fix what held before it holds again. It gives the
// entry that was undone, and fails with [ErrChanged] when that is not the last
// thing that was done there, and with [ErrNotFound] for another kind of entry
// or when what it names is gone.
func (s *Store) Undo(guild, by string, number uint64) (Entry, error) {
	var e Entry
	err := s.act(guild, by, func(a *act) error {
		v := a.tx.Bucket(bucketLog).Get(logKey(guild, number))
		if v == nil {
			return ErrNotFound
		}
		e = Entry{}
		if err := json.Unmarshal(v, &e); err != nil {
			return fmt.Errorf("%w: log entry: %w", ErrDamaged, err)
		}
		switch {
		case e.Act == Removed:
			return a.unremove(e)
		case e.Act == actReplaced:
			return a.unreplace(e)
		case e.Act == actFixed && e.Fix != nil:
			return a.unfix(e)
		}
		return ErrNotFound
	})
	if err != nil {
		return e, fmt.Errorf("undo %d of %s: %w", number, guild, err)
	}
	return e, nil
}

func (a *act) unremove(e Entry) error {
	r, err := readRecord(a.tx, a.guild, e.Article)
	if err != nil {
		return err
	}
	if r.Removed.IsZero() {
		return ErrChanged
	}
	last, err := a.last(e.Number, func(o Entry) bool { return o.Act == Removed && o.Article == e.Article })
	if err != nil {
		return err
	}
	if last != e.Number {
		return ErrChanged
	}
	return a.restore(r)
}

func (a *act) unreplace(e Entry) error {
	r, err := a.present(e.Article)
	if err != nil {
		return err
	}
	if r.Revision != e.Revision {
		return ErrChanged
	}
	_, err = a.revert(r, e.Revision-1)
	return err
}

// unfix puts the fix before e's in its place, or none.
func (a *act) unfix(e Entry) error {
	k := e.Fix.key(a.guild)
	v := a.tx.Bucket(bucketFixes).Get(k)
	var now Fix
	if v == nil {
		return ErrChanged
	}
	if err := json.Unmarshal(v, &now); err != nil {
		return fmt.Errorf("%w: fix: %w", ErrDamaged, err)
	}
	if !now.Made.Equal(e.Fix.Made) || now.Speaker != e.Fix.Speaker {
		return ErrChanged
	}
	before, err := a.fixBefore(e.Number, k)
	if err != nil {
		return err
	}
	a.state.Version++
	if before == nil {
		if err := a.take(bucketFixes, k); err != nil {
			return err
		}
		return a.log(Entry{Act: actUnfixed, Article: e.Article, Fix: e.Fix})
	}
	if err := a.put(bucketFixes, k, before); err != nil {
		return err
	}
	return a.log(Entry{Act: actUnfixed, Article: e.Article, Fix: e.Fix, Back: before})
}

// fixBefore gives the fix under the key k that held before entry number, nil
// when there was none.
func (a *act) fixBefore(number uint64, k []byte) (*Fix, error) {
	var before *Fix
	err := each(a.tx, bucketLog, a.guild, func(_, v []byte) error {
		if !bytes.Contains(v, []byte(`"fix"`)) {
			return nil
		}
		var o Entry
		if err := json.Unmarshal(v, &o); err != nil {
			return fmt.Errorf("%w: log entry: %w", ErrDamaged, err)
		}
		if o.Fix == nil || o.Number >= number || !bytes.Equal(o.Fix.key(a.guild), k) {
			return nil
		}
		before = o.Back
		if o.Act == actFixed {
			before = o.Fix
		}
		return nil
	})
	return before, err
}

// last is the number of the newest entry from number on that want wants.
func (a *act) last(number uint64, want func(Entry) bool) (uint64, error) {
	last := uint64(0)
	p := key(a.guild)
	c := a.tx.Bucket(bucketLog).Cursor()
	for k, v := c.Seek(logKey(a.guild, number)); within(k, p); k, v = c.Next() {
		var o Entry
		if err := json.Unmarshal(v, &o); err != nil {
			return 0, fmt.Errorf("%w: log entry: %w", ErrDamaged, err)
		}
		if want(o) {
			last = o.Number
		}
	}
	return last, nil
}

// Size is how many bytes the records of a guild take, keys and values, without
// what the file keeps for itself.
func (s *Store) Size(guild string) (n int64, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		for _, b := range [][]byte{bucketHeads, bucketTexts, bucketOriginals, bucketDrafts, bucketFixes, bucketLog, bucketDoubts, bucketDerived} {
			err := each(tx, b, guild, func(k, v []byte) error {
				n += int64(len(k) + len(v))
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("size of %s: %w", guild, err)
	}
	return n, nil
}
