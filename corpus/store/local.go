package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// Derived gives what [Store.SetDerived] kept under name, or nil.
func (s *Store) Derived(guild, name string) ([]byte, error) {
	var data []byte
	err := s.view(func(tx *bbolt.Tx) error {
		data = bytes.Clone(tx.Bucket(bucketDerived).Get(nameKey(guild, name)))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("derived %s of %s: %w", name, guild, err)
	}
	return data, nil
}

// SetDerived keeps data that can be made again from the records, such as
// summaries of a generation, under their names; nil takes one away. The
// backup of a guild does not hold it, and losing it costs only time.
func (s *Store) SetDerived(guild string, data map[string][]byte) error {
	err := s.local(guild, func(tx *bbolt.Tx) error {
		for name, v := range data {
			if err := putOrDelete(tx.Bucket(bucketDerived), nameKey(guild, name), v); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("keep derived data of %s: %w", guild, err)
	}
	return nil
}

// Generation says which build of a guild's index serves.
type Generation struct {
	Serving  uint64    `json:"serving,omitempty"`  // 0 = none yet
	Previous uint64    `json:"previous,omitempty"` // to roll back to; 0 = none
	Last     uint64    `json:"last,omitempty"`     // the highest number ever begun
	Version  uint64    `json:"version,omitempty"`  // [Guild.Version] that the serving one was made at
	Schema   string    `json:"schema,omitempty"`   // of the index it is in
	Built    time.Time `json:"built,omitzero"`
}

// SetGeneration changes which generation serves here. by is who asked for it
// and goes into the log; "" is the program itself and does not.
func (s *Store) SetGeneration(guild, by string, g Generation) error {
	put := func(tx *bbolt.Tx) error { return putGeneration(tx, guild, g) }
	var err error
	if by != "" {
		err = s.act(guild, by, func(a *act) error {
			return errors.Join(a.log(Entry{Act: actReindexed}), put(a.tx))
		})
	}
	// What an act does to a shared store beside records is not kept.
	if err == nil && (by == "" || s.propose != nil) {
		err = s.local(guild, put)
	}
	if err != nil {
		return fmt.Errorf("set generation of %s: %w", guild, err)
	}
	return nil
}

// generation decodes v, what bucketGenerations has of the guild of r; nil is
// nothing yet.
func (r guildRecord) generation(v []byte) (Generation, error) {
	if v == nil {
		return r.Generation, nil
	}
	var g Generation
	if err := json.Unmarshal(v, &g); err != nil {
		return g, fmt.Errorf("%w: generation: %w", ErrDamaged, err)
	}
	return g, nil
}

func putGeneration(tx *bbolt.Tx, guild string, g Generation) error {
	data, err := json.Marshal(g)
	if err != nil {
		return err
	}
	return tx.Bucket(bucketGenerations).Put([]byte(guild), data)
}

// settle gives a guild's record. The generation, which stood there once, goes
// to its own place: it is not the same in every copy.
func settle(tx *bbolt.Tx, guild string) (guildRecord, error) {
	r, err := readGuild(tx, guild)
	if err != nil || r.Generation == (Generation{}) {
		return r, err
	}
	if tx.Bucket(bucketGenerations).Get([]byte(guild)) == nil {
		if err := putGeneration(tx, guild, r.Generation); err != nil {
			return r, err
		}
	}
	r.Generation = Generation{}
	data, err := json.Marshal(r)
	if err != nil {
		return r, err
	}
	return r, tx.Bucket(bucketGuilds).Put([]byte(guild), data)
}

// settled sees to it that a guild's record has nothing that is not shared.
func (s *Store) settled(guild string) error {
	var r guildRecord
	err := checkGuild(guild)
	if err == nil {
		err = s.view(func(tx *bbolt.Tx) (err error) {
			r, err = readGuild(tx, guild)
			return err
		})
	}
	if err != nil || r.Generation == (Generation{}) {
		return err
	}
	return s.update(func(tx *bbolt.Tx) error {
		_, err := settle(tx, guild)
		return err
	})
}

// local runs f, which writes what is not shared, as one transaction.
func (s *Store) local(guild string, f func(tx *bbolt.Tx) error) error {
	if err := checkGuild(guild); err != nil {
		return err
	}
	return s.update(f)
}

// wipeLocal takes away what is not shared of a guild.
func wipeLocal(tx *bbolt.Tx, guild string) error {
	for _, k := range keysOf(tx, bucketDerived, key(guild)) {
		if err := tx.Bucket(bucketDerived).Delete(k); err != nil {
			return err
		}
	}
	return tx.Bucket(bucketGenerations).Delete([]byte(guild))
}

// sweep takes away what is kept here of guilds that have no records.
func (s *Store) sweep() error {
	var stray []string
	err := s.view(func(tx *bbolt.Tx) error {
		for _, b := range [][]byte{bucketDerived, bucketGenerations} {
			c := tx.Bucket(b).Cursor()
			for k, _ := c.First(); k != nil; {
				guild, _, _ := bytes.Cut(k, []byte{0})
				if tx.Bucket(bucketGuilds).Get(guild) == nil {
					stray = append(stray, string(guild))
				}
				k, _ = c.Seek(append(bytes.Clone(guild), 1)) // after every key of the guild
			}
		}
		return nil
	})
	if err != nil || len(stray) == 0 {
		return err
	}
	return s.update(func(tx *bbolt.Tx) error {
		for _, guild := range stray {
			if tx.Bucket(bucketGuilds).Get([]byte(guild)) != nil {
				continue
			}
			if err := wipeLocal(tx, guild); err != nil {
				return err
			}
		}
		return nil
	})
}

func putOrDelete(b *bbolt.Bucket, k, v []byte) error {
	if v == nil {
		return b.Delete(k)
	}
	return b.Put(k, v)
}
