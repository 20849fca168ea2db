package store

import (
	"fmt"

	"go.etcd.io/bbolt"
)

// Verified is what [Store.Verify] read.
type Verified struct {
	Articles  int // removed ones included
	Revisions int
	Damaged   []error // each names its article and revision
}

// Verify reads every record of a guild, with all revisions and originals, and
// the structure of the file itself. It reports how many articles of how many
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
		return nil
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
