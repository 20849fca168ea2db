package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"go.etcd.io/bbolt"
)

// Copy says how far a guild's records follow a log of changes that several
// processes share.
type Copy struct {
	Seq    uint64 `json:"seq"` // of the last change in it; 0 = none
	Sum    Sum    `json:"sum"`
	Behind bool   `json:"behind,omitempty"` // it does not follow: it must be made anew
}

// Proposal is a change that an act wants to make.
type Proposal struct {
	Change Change
	After  uint64 // Seq of the copy that it was made on
	Sum    Sum    // of the guild's records with it
}

var (
	// ErrStale says that a proposal was made on records that are not the newest.
	ErrStale = errors.New("the records have changed meanwhile")
	// ErrGap says that a change does not follow the last one of a copy.
	ErrGap = errors.New("changes are missing before this one")
	// ErrSum says that a copy is not what it should be.
	ErrSum = errors.New("the records are not those of the log")
	// errCopy says that acts need the log that the records follow.
	errCopy = errors.New("these records are a copy of a cluster's")
	// errDry ends the transaction of an act that is only proposed.
	errDry = errors.New("not written here")
)

// mostTries bounds how often an act is computed because others came first.
const mostTries = 30

// Share makes every act go through propose from now on, which other processes
// with the same records are asked by too: an act is computed on the records
// that are here, and nothing of it is kept. When propose gives nil, the change is
// in the log for good, and also in these records, put there by [Store.Apply],
// unless that takes too long; [ErrStale] has the act computed again, so propose
// waits until the records here are newer. Of any other error the act fails. An
// act that changes nothing is not proposed.
//
// hold is called before an act in a guild whose records are not held here or do
// not follow ([Copy].Behind). After nil they must be here; a guild that nobody
// has records of needs no copy for that.
//
// Both are called by several goroutines at once, for one guild one after the
// other, and may call any method of s but those that act. Share is called
// before anything else uses s.
func (s *Store) Share(propose func(Proposal) error, hold func(guild string) error) {
	s.propose, s.hold = propose, hold
}

// held sees to it that a guild's records are here. There is nothing to do in a
// store that does not share them.
func (s *Store) held(guild string) error {
	if s.propose == nil {
		return nil
	}
	c, ok, err := s.Copy(guild)
	if err != nil || ok && !c.Behind {
		return err
	}
	return s.hold(guild)
}

// share performs an act by proposing what it changes.
func (s *Store) share(guild, by string, f func(*act) error) error {
	// Two of one process would only make each other's proposal stale.
	turn, _ := s.turns.LoadOrStore(guild, new(sync.Mutex))
	turn.(*sync.Mutex).Lock()
	defer turn.(*sync.Mutex).Unlock()
	for range mostTries {
		if err := s.held(guild); err != nil {
			return err
		}
		p, changed, err := s.compute(guild, by, f)
		if err != nil || !changed {
			return err
		}
		if err := s.propose(p); !errors.Is(err, ErrStale) {
			return err
		}
	}
	return fmt.Errorf("%w: %w, %d times", ErrAway, ErrStale, mostTries) // to a person it is the same
}

// compute runs an act on the records that are here and takes all back. It
// reports whether the act changes anything.
func (s *Store) compute(guild, by string, f func(*act) error) (p Proposal, changed bool, err error) {
	err = s.update(func(tx *bbolt.Tx) error {
		if _, err := settle(tx, guild); err != nil {
			return err
		}
		c, err := sumOf(tx, guild)
		if err != nil {
			return err
		}
		g := &gather{Change: Change{Guild: guild}, sum: c.Sum}
		if err := f(&act{tx: tx, guild: guild, by: by, now: s.now(), change: g}); err != nil {
			return err
		}
		p, changed = Proposal{Change: g.Change, After: c.Seq, Sum: g.sum}, !g.nothing()
		return errDry
	})
	if errors.Is(err, errDry) {
		err = nil
	}
	return p, changed, err
}

// Apply makes change number seq of the log in the records that are here, as one
// transaction. sum is that of the guild's records with it.
//
// prev is the number of the guild's change before: unless it is the last one in
// this copy, Apply fails with [ErrGap]; a guild without a copy is one with
// number 0. A change that is Empty makes the whole guild and fits any copy. A
// change with a number that the copy has passed is in it and is skipped; only
// a copy that is Behind takes an Empty one of any number. So a copy that is to
// be thrown away is marked by [Store.SetBehind] first, and what is put in
// its place by one Empty change ends that.
//
// It fails with [ErrSum] when the records would have another sum. When it
// fails, nothing was written.
func (s *Store) Apply(seq, prev uint64, c Change, sum Sum) error {
	err := c.valid()
	if seq == 0 {
		err = fmt.Errorf("%w: number 0", errChange)
	}
	if err == nil {
		err = s.update(func(tx *bbolt.Tx) error { return c.follow(tx, seq, prev, sum) })
	}
	if err != nil && !errors.Is(err, errDry) {
		return fmt.Errorf("apply change %d of %s: %w", seq, c.Guild, err)
	}
	return nil
}

func (c Change) follow(tx *bbolt.Tx, seq, prev uint64, sum Sum) error {
	was, ok, err := readCopy(tx, c.Guild)
	switch {
	case err != nil:
		return err
	case ok && seq <= was.Seq && !(c.Empty && was.Behind):
		return errDry
	case !c.Empty && (was.Behind || prev != was.Seq):
		return fmt.Errorf("%w: it follows %d, the last one here is %d", ErrGap, prev, was.Seq)
	}
	if _, err := settle(tx, c.Guild); err != nil {
		return err
	}
	// Of a copy that is thrown away the sum may be wrong.
	if c.Empty {
		was.Sum = weigh(tx, c.Guild)
	} else if was, err = sumOf(tx, c.Guild); err != nil {
		return err
	}
	now, err := c.apply(tx, was.Sum)
	if err != nil {
		return err
	}
	if now != sum {
		return fmt.Errorf("%w: their sum is %x, want %x", ErrSum, now, sum)
	}
	if tx.Bucket(bucketGuilds).Get([]byte(c.Guild)) == nil {
		if err := wipeLocal(tx, c.Guild); err != nil {
			return err
		}
	}
	return putCopy(tx, c.Guild, Copy{Seq: seq, Sum: sum})
}

// Copy gives how far the records of a guild follow; false: there is no copy.
func (s *Store) Copy(guild string) (Copy, bool, error) {
	var c Copy
	var ok bool
	err := s.view(func(tx *bbolt.Tx) (err error) {
		c, ok, err = readCopy(tx, guild)
		return err
	})
	if err != nil {
		return c, false, fmt.Errorf("copy of %s: %w", guild, err)
	}
	return c, ok, nil
}

// Copies gives how far the records of all guilds follow that there are copies
// of.
func (s *Store) Copies() (map[string]Copy, error) {
	all := map[string]Copy{}
	err := s.view(func(tx *bbolt.Tx) error {
		b := tx.Bucket(bucketCopies)
		if b == nil {
			return nil
		}
		return b.ForEach(func(k, _ []byte) error {
			c, _, err := readCopy(tx, string(k))
			all[string(k)] = c
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("copies: %w", err)
	}
	return all, nil
}

// Check reads all records of a guild and fails with [ErrSum] when they have not
// the sum that their copy should have. Without a copy it does nothing.
func (s *Store) Check(guild string) error {
	err := s.view(func(tx *bbolt.Tx) error {
		c, ok, err := readCopy(tx, guild)
		if err != nil || !ok {
			return err
		}
		if sum := weigh(tx, guild); sum != c.Sum {
			return fmt.Errorf("%w: their sum is %x, want %x", ErrSum, sum, c.Sum)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("records of %s: %w", guild, err)
	}
	return nil
}

// SetBehind marks that the records of a guild do not follow: what is there
// can be read, and only an Empty change ends it.
func (s *Store) SetBehind(guild string) error {
	err := s.local(guild, func(tx *bbolt.Tx) error {
		if _, err := settle(tx, guild); err != nil {
			return err
		}
		c, err := sumOf(tx, guild)
		if err != nil {
			return err
		}
		c.Behind = true
		return putCopy(tx, guild, c)
	})
	if err != nil {
		return fmt.Errorf("copy of %s: %w", guild, err)
	}
	return nil
}

// Drop forgets the copy of a guild: all that is here of it goes.
func (s *Store) Drop(guild string) error {
	err := s.local(guild, func(tx *bbolt.Tx) error {
		if b := tx.Bucket(bucketCopies); b != nil {
			if err := b.Delete([]byte(guild)); err != nil {
				return err
			}
		}
		return wipe(tx, guild)
	})
	if err != nil {
		return fmt.Errorf("drop the copy of %s: %w", guild, err)
	}
	return nil
}

// Whole gives an Empty change that makes a guild's records as they are now, and
// their copy, whose Sum is computed from them. Without a copy its Seq is 0. It
// fails with [ErrSum] when that is not the sum that the copy should have. The
// change holds all texts and originals of the guild.
func (s *Store) Whole(guild string) (Change, Copy, error) {
	c := Change{Guild: guild, Empty: true}
	var kept Copy
	err := s.settled(guild)
	if err == nil {
		err = s.view(func(tx *bbolt.Tx) error {
			var ok bool
			var err error
			if kept, ok, err = readCopy(tx, guild); err != nil {
				return err
			}
			var sum Sum
			for w := range records(tx, guild) {
				sum.Add(weight([]byte(w.Bucket), w.Key, w.Value))
				w.Key, w.Value = bytes.Clone(w.Key), bytes.Clone(w.Value)
				c.Writes = append(c.Writes, w)
			}
			if ok && sum != kept.Sum {
				return fmt.Errorf("%w: their sum is %x, want %x", ErrSum, sum, kept.Sum)
			}
			kept.Sum = sum
			return nil
		})
	}
	if err != nil {
		return Change{}, kept, fmt.Errorf("all of %s: %w", guild, err)
	}
	return c, kept, nil
}

// Position gives the log that the records follow, by a name that it has, and
// how far this process has read it. The name is "" for records of its own.
func (s *Store) Position() (cluster string, seq uint64, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		v := tx.Bucket(bucketMeta).Get(keyCluster)
		if v == nil {
			return nil
		}
		if len(v) < 8 {
			return fmt.Errorf("%w: no position", ErrDamaged)
		}
		cluster, seq = string(v[8:]), binary.BigEndian.Uint64(v)
		return nil
	})
	if err != nil {
		return "", 0, fmt.Errorf("position: %w", err)
	}
	return cluster, seq, nil
}

// SetPosition keeps that. From then on the records are a copy, in which nobody
// acts without [Store.Share]. The cluster "" makes them a data folder's own
// again: all copies are forgotten, their records stay.
func (s *Store) SetPosition(cluster string, seq uint64) error {
	err := s.update(func(tx *bbolt.Tx) error {
		if cluster != "" {
			return tx.Bucket(bucketMeta).Put(keyCluster, append(binary.BigEndian.AppendUint64(nil, seq), cluster...))
		}
		if tx.Bucket(bucketCopies) != nil {
			if err := tx.DeleteBucket(bucketCopies); err != nil {
				return err
			}
		}
		return tx.Bucket(bucketMeta).Delete(keyCluster)
	})
	if err != nil {
		return fmt.Errorf("set position: %w", err)
	}
	s.follows.Store(cluster != "")
	return nil
}

// sumOf gives the copy of a guild. Without one, the sum is computed: the
// records may be of a time before there were copies.
func sumOf(tx *bbolt.Tx, guild string) (Copy, error) {
	c, ok, err := readCopy(tx, guild)
	if err == nil && !ok {
		c.Sum = weigh(tx, guild)
	}
	return c, err
}

func readCopy(tx *bbolt.Tx, guild string) (c Copy, ok bool, err error) {
	b := tx.Bucket(bucketCopies)
	if b == nil {
		return c, false, nil
	}
	v := b.Get([]byte(guild))
	if v == nil {
		return c, false, nil
	}
	if err := json.Unmarshal(v, &c); err != nil {
		return c, false, fmt.Errorf("%w: copy: %w", ErrDamaged, err)
	}
	return c, true, nil
}

func putCopy(tx *bbolt.Tx, guild string, c Copy) error {
	b, err := tx.CreateBucketIfNotExists(bucketCopies)
	if err != nil {
		return err
	}
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	return b.Put([]byte(guild), data)
}
