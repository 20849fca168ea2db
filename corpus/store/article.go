package store

import (
	"encoding/json"
	"fmt"

	"go.etcd.io/bbolt"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Articles lists the articles of guild that are there, in the order of their
// addition. A guild that was never heard of has none.
func (s *Store) Articles(guild string) ([]Record, error) {
	return s.records(guild, func(r Record) bool { return r.Removed.IsZero() })
}

// Removed lists the articles of guild that were removed and can be restored.
func (s *Store) Removed(guild string) ([]Record, error) {
	return s.records(guild, func(r Record) bool { return !r.Removed.IsZero() })
}

func (s *Store) records(guild string, want func(Record) bool) ([]Record, error) {
	if err := checkGuild(guild); err != nil {
		return nil, err
	}
	var rs []Record
	err := s.view(func(tx *bbolt.Tx) error {
		return each(tx, bucketHeads, guild, func(_, v []byte) error {
			var r Record
			if err := json.Unmarshal(v, &r); err != nil {
				return fmt.Errorf("%w: article record: %w", ErrDamaged, err)
			}
			if want(r) {
				rs = append(rs, r)
			}
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("articles of %s: %w", guild, err)
	}
	return rs, nil
}

// Record gives what is known of an article without reading its text. It fails
// with [ErrNotFound] or [ErrRemoved]; with the latter the record is valid.
func (s *Store) Record(guild, id string) (Record, error) {
	var r Record
	err := s.view(func(tx *bbolt.Tx) (err error) {
		r, err = readRecord(tx, guild, id)
		return err
	})
	if err == nil && !r.Removed.IsZero() {
		err = ErrRemoved
	}
	if err != nil {
		return r, fmt.Errorf("article %s of %s: %w", id, guild, err)
	}
	return r, nil
}

// Article reads the serving revision of an article. The result is the
// caller's own. It fails with [ErrNotFound], [ErrRemoved] or [ErrDamaged].
func (s *Store) Article(guild, id string) (*corpus.Article, error) {
	return s.Revision(guild, id, 0)
}

// Revision reads one revision of an article that is there; 0 is the serving
// one. It fails like [Store.Article].
func (s *Store) Revision(guild, id string, revision int) (*corpus.Article, error) {
	var a *corpus.Article
	err := s.view(func(tx *bbolt.Tx) error {
		v, revision, err := readRevision(tx, bucketTexts, guild, id, revision)
		if err != nil {
			return err
		}
		a, err = decodeText(v, id, revision)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("article %s of %s: %w", id, guild, err)
	}
	return a, nil
}

// Kept reads a revision of an article that is there or that was removed and can
// be restored: for whoever began to read before it was removed. It fails with
// [ErrNotFound] or [ErrDamaged].
func (s *Store) Kept(guild, id string, revision int) (*corpus.Article, error) {
	var a *corpus.Article
	err := s.view(func(tx *bbolt.Tx) error {
		r, err := readRecord(tx, guild, id)
		if err != nil {
			return err
		}
		v, err := revisionOf(tx, bucketTexts, guild, r, revision)
		if err != nil {
			return err
		}
		a, err = decodeText(v, id, revision)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("article %s of %s: %w", id, guild, err)
	}
	return a, nil
}

// Original gives the bytes that a revision was read from; revision 0 is the
// serving one. It fails like [Store.Article].
func (s *Store) Original(guild, id string, revision int) ([]byte, error) {
	var data []byte
	err := s.view(func(tx *bbolt.Tx) error {
		v, _, err := readRevision(tx, bucketOriginals, guild, id, revision)
		if err != nil {
			return err
		}
		data, err = decodeOriginal(v)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("original of %s of %s: %w", id, guild, err)
	}
	return data, nil
}

// readRevision gives what bucket holds for a revision, valid until tx ends.
func readRevision(tx *bbolt.Tx, bucket []byte, guild, id string, revision int) ([]byte, int, error) {
	r, err := readRecord(tx, guild, id)
	switch {
	case err != nil:
		return nil, 0, err
	case !r.Removed.IsZero():
		return nil, 0, ErrRemoved
	case revision == 0:
		revision = r.Revision
	}
	v, err := revisionOf(tx, bucket, guild, r, revision)
	return v, revision, err
}

// revisionOf gives what bucket holds for a revision of an article, removed or
// not, valid until tx ends.
func revisionOf(tx *bbolt.Tx, bucket []byte, guild string, r Record, revision int) ([]byte, error) {
	if revision < 1 || revision > r.Revision {
		return nil, fmt.Errorf("revision %d: %w", revision, ErrNotFound)
	}
	n, err := articleNumber(guild, r.ID)
	if err != nil {
		return nil, err
	}
	v := tx.Bucket(bucket).Get(revisionKey(guild, n, revision))
	if v == nil {
		return nil, fmt.Errorf("%w: revision %d is missing", ErrDamaged, revision)
	}
	return v, nil
}

// readRecord reads an article's record, removed or not.
func readRecord(tx *bbolt.Tx, guild, id string) (Record, error) {
	var r Record
	if err := checkGuild(guild); err != nil {
		return r, err
	}
	n, err := articleNumber(guild, id)
	if err != nil {
		return r, err
	}
	v := tx.Bucket(bucketHeads).Get(articleKey(guild, n))
	if v == nil {
		return r, ErrNotFound
	}
	if err := json.Unmarshal(v, &r); err != nil {
		return r, fmt.Errorf("%w: article record: %w", ErrDamaged, err)
	}
	return r, nil
}

// each calls f for every key of guild in bucket, in order.
func each(tx *bbolt.Tx, bucket []byte, guild string, f func(k, v []byte) error) error {
	p := key(guild)
	c := tx.Bucket(bucket).Cursor()
	for k, v := c.Seek(p); within(k, p); k, v = c.Next() {
		if err := f(k, v); err != nil {
			return err
		}
	}
	return nil
}
