package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"go.etcd.io/bbolt"
)

// Doubt is one "Not right?" of a member. The question is there only when the
// member typed it in for the moderators to read.
type Doubt struct {
	Member   string    `json:"member"`
	Reason   string    `json:"reason"`
	Article  string    `json:"article,omitempty"` // id of what the answer showed; "" when it showed nothing
	Question string    `json:"question,omitempty"`
	Time     time.Time `json:"time"` // set by [Store.AddDoubt]
}

// AddDoubt keeps a member's "Not right?" with the guild it was said in.
func (s *Store) AddDoubt(guild string, d Doubt) error {
	err := s.act(guild, d.Member, func(a *act) error {
		a.state.Doubts++
		d.Time = a.now
		return a.put(bucketDoubts, logKey(guild, a.state.Doubts), d)
	})
	if err != nil {
		return fmt.Errorf("keep a doubt in %s: %w", guild, err)
	}
	return nil
}

// Doubts lists a guild's doubts, oldest first.
func (s *Store) Doubts(guild string) ([]Doubt, error) {
	var ds []Doubt
	err := s.view(func(tx *bbolt.Tx) error {
		return each(tx, bucketDoubts, guild, func(_, v []byte) error {
			d, err := decodeDoubt(v)
			ds = append(ds, d)
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("doubts of %s: %w", guild, err)
	}
	return ds, nil
}

// ForgetMember deletes every doubt of a member, in all guilds whose records are
// here, and reports how many there were. Each guild is one act.
func (s *Store) ForgetMember(member string) (n int, err error) {
	guilds, err := s.doubters(member)
	for _, g := range guilds {
		if err != nil {
			break
		}
		gone := 0
		err = s.act(g, "", func(a *act) (err error) {
			gone, err = a.forgetMember(member)
			return err
		})
		n += gone
	}
	if err != nil {
		return 0, fmt.Errorf("forget a member: %w", err)
	}
	return n, nil
}

// doubters lists the guilds with doubts of a member.
func (s *Store) doubters(member string) (guilds []string, err error) {
	err = s.view(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketDoubts).ForEach(func(k, v []byte) error {
			d, err := decodeDoubt(v)
			guild, _, _ := bytes.Cut(k, []byte{0})
			if err == nil && d.Member == member && !slices.Contains(guilds, string(guild)) {
				guilds = append(guilds, string(guild))
			}
			return err
		})
	})
	return guilds, err
}

// forgetMember takes away a member's doubts and reports how many there were.
func (a *act) forgetMember(member string) (int, error) {
	var keys [][]byte
	err := each(a.tx, bucketDoubts, a.guild, func(k, v []byte) error {
		d, err := decodeDoubt(v)
		if err == nil && d.Member == member {
			keys = append(keys, bytes.Clone(k))
		}
		return err
	})
	for _, k := range keys {
		if err == nil {
			err = a.take(bucketDoubts, k)
		}
	}
	return len(keys), err
}

func decodeDoubt(v []byte) (d Doubt, err error) {
	if err := json.Unmarshal(v, &d); err != nil {
		return d, fmt.Errorf("%w: doubt: %w", ErrDamaged, err)
	}
	return d, nil
}
