package store

import (
	"bytes"
	"encoding/json"
	"fmt"
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
			var d Doubt
			if err := json.Unmarshal(v, &d); err != nil {
				return fmt.Errorf("%w: doubt: %w", ErrDamaged, err)
			}
			ds = append(ds, d)
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("doubts of %s: %w", guild, err)
	}
	return ds, nil
}

// ForgetMember deletes every doubt of a member, in all guilds, and reports how
// many there were.
func (s *Store) ForgetMember(member string) (n int, err error) {
	err = s.update(func(tx *bbolt.Tx) error {
		var keys [][]byte
		b := tx.Bucket(bucketDoubts)
		err := b.ForEach(func(k, v []byte) error {
			var d Doubt
			if err := json.Unmarshal(v, &d); err != nil {
				return fmt.Errorf("%w: doubt: %w", ErrDamaged, err)
			}
			if d.Member == member {
				keys = append(keys, bytes.Clone(k))
			}
			return nil
		})
		if err != nil {
			return err
		}
		for _, k := range keys {
			if err := b.Delete(k); err != nil {
				return err
			}
		}
		n = len(keys)
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("forget a member: %w", err)
	}
	return n, nil
}
