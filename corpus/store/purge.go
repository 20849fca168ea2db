package store

import (
	"encoding/json"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// Gone is what [Store.Purge] took away.
type Gone struct {
	Articles int
	Guilds   []string // whose records are all gone: the index can forget them
}

// Purge takes away for good what has been kept long enough at the time now:
// removed articles with their revisions, originals, fixes and names in the
// log, guilds that the bot has left, and drafts. Each guild is one act; when
// it fails, the rest is left for next time.
func (s *Store) Purge(now time.Time) (Gone, error) {
	var gone Gone
	guilds, err := s.Guilds()
	if err != nil {
		return gone, err
	}
	for _, g := range guilds {
		if !g.Left.IsZero() && !now.Before(g.Left.Add(keepRemoved)) {
			if err := s.PurgeGuild(g.ID); err != nil {
				return gone, err
			}
			gone.Articles += g.Articles
			gone.Guilds = append(gone.Guilds, g.ID)
			continue
		}
		n, err := s.purge(g.ID, now)
		gone.Articles += n
		if err != nil {
			return gone, fmt.Errorf("purge %s: %w", g.ID, err)
		}
	}
	if err := s.sweep(); err != nil {
		return gone, fmt.Errorf("purge: %w", err)
	}
	return gone, nil
}

// PurgeGuild takes all records of a guild away at once and for good.
func (s *Store) PurgeGuild(guild string) error {
	if err := s.perform(guild, "", (*act).empty); err != nil {
		return fmt.Errorf("purge guild %s: %w", guild, err)
	}
	return nil
}

// purge takes away what has expired in one guild. Nothing is written when
// nothing has.
func (s *Store) purge(guild string, now time.Time) (int, error) {
	removed, err := s.Removed(guild)
	if err != nil {
		return 0, err
	}
	var gone []Record
	for _, r := range removed {
		if !now.Before(r.Expires()) {
			gone = append(gone, r)
		}
	}
	drafts, err := s.expiredDrafts(guild, now)
	if err != nil || len(gone)+len(drafts) == 0 {
		return 0, err
	}
	err = s.act(guild, "", func(a *act) error {
		for _, k := range drafts {
			if err := a.take(bucketDrafts, k); err != nil {
				return err
			}
		}
		for _, r := range gone {
			if err := a.purge(r.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return len(gone), err
}

func (a *act) purge(id string) error {
	// Somebody may have restored it since it was listed.
	r, err := readRecord(a.tx, a.guild, id)
	if err != nil || r.Removed.IsZero() {
		return err
	}
	n, err := articleNumber(a.guild, id)
	if err != nil {
		return err
	}
	k := articleKey(a.guild, n)
	for _, b := range [][]byte{bucketHeads, bucketTexts, bucketOriginals} {
		if err := a.takeAll(b, k); err != nil {
			return err
		}
	}
	if err := a.takeAll(bucketFixes, nameKey(a.guild, id+"\x00")); err != nil {
		return err
	}
	if err := a.forget(id); err != nil {
		return err
	}
	return a.log(Entry{Act: actPurged, Article: id})
}

func (s *Store) expiredDrafts(guild string, now time.Time) ([][]byte, error) {
	var keys [][]byte
	err := s.view(func(tx *bbolt.Tx) error {
		return each(tx, bucketDrafts, guild, func(k, v []byte) error {
			var r draftRecord
			if err := json.Unmarshal(v, &r); err != nil {
				return fmt.Errorf("%w: draft: %w", ErrDamaged, err)
			}
			if !now.Before(r.Made.Add(keepDraft)) {
				keys = append(keys, append([]byte(nil), k...))
			}
			return nil
		})
	})
	return keys, err
}

// wipe takes away all that is here of a guild.
func wipe(tx *bbolt.Tx, guild string) error {
	for _, b := range shared {
		if single(b) {
			if err := tx.Bucket(b).Delete([]byte(guild)); err != nil {
				return err
			}
			continue
		}
		for _, k := range keysOf(tx, b, key(guild)) {
			if err := tx.Bucket(b).Delete(k); err != nil {
				return err
			}
		}
	}
	return wipeLocal(tx, guild)
}
