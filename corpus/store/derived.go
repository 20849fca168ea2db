package store

import (
	"bytes"
	"fmt"

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
	err := s.act(guild, "", func(a *act) error { return a.derive(data) })
	if err != nil {
		return fmt.Errorf("keep derived data of %s: %w", guild, err)
	}
	return nil
}

func (a *act) derive(data map[string][]byte) error {
	b := a.tx.Bucket(bucketDerived)
	for name, v := range data {
		k := nameKey(a.guild, name)
		var err error
		if v == nil {
			err = b.Delete(k)
		} else {
			err = b.Put(k, v)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
