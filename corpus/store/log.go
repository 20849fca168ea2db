package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"go.etcd.io/bbolt"
)

// Act is what somebody did.
type Act string

// The acts that the log knows. Only an article that was removed is asked for
// outside.
const (
	actAdded     Act = "added"
	actReplaced  Act = "replaced"
	actReverted  Act = "reverted" // a replacement undone
	Removed      Act = "removed"
	actRestored  Act = "restored"
	actPurged    Act = "purged" // gone for good, by the program
	actFixed     Act = "fixed"
	actUnfixed   Act = "unfixed" // a fix taken back
	actSet       Act = "set"     // settings changed
	actReindexed Act = "reindexed"
	actImported  Act = "imported"
)

// Entry is one line of a guild's log. It names articles by id only, so that
// it holds no words of an article that is gone.
type Entry struct {
	Number   uint64    `json:"number"` // from 1 in each guild, rising
	Time     time.Time `json:"time"`
	By       string    `json:"by,omitempty"` // a Discord user id, or "shell"; "" = the program
	Act      Act       `json:"act"`
	Article  string    `json:"article,omitempty"`
	Revision int       `json:"revision,omitempty"` // of the article after the act
	Fix      *Fix      `json:"fix,omitempty"`      // made or taken back; blanked when its article is gone
	Back     *Fix      `json:"back,omitempty"`     // that holds again when Fix is taken back; blanked likewise
	Count    int       `json:"count,omitempty"`    // of articles, when they were many
}

// Log gives the newest n entries of a guild's log, newest first.
func (s *Store) Log(guild string, n int) ([]Entry, error) {
	var es []Entry
	err := s.view(func(tx *bbolt.Tx) error {
		p := key(guild)
		end := append([]byte(guild), 1) // sorts after every key of the guild
		c := tx.Bucket(bucketLog).Cursor()
		last := c.Prev
		if k, _ := c.Seek(end); k == nil {
			last = c.Last
		}
		for k, v := last(); within(k, p) && len(es) < n; k, v = c.Prev() {
			var e Entry
			if err := json.Unmarshal(v, &e); err != nil {
				return fmt.Errorf("%w: log entry: %w", ErrDamaged, err)
			}
			es = append(es, e)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("log of %s: %w", guild, err)
	}
	return es, nil
}

// forget takes the speakers' names out of the log entries of an article.
func (a *act) forget(id string) error {
	changed := map[string]Entry{}
	err := each(a.tx, bucketLog, a.guild, func(k, v []byte) error {
		if !bytes.Contains(v, []byte(`"fix"`)) {
			return nil
		}
		var e Entry
		if err := json.Unmarshal(v, &e); err != nil {
			return fmt.Errorf("%w: log entry: %w", ErrDamaged, err)
		}
		if e.Article == id && e.Fix != nil {
			e.Fix, e.Back = nil, nil
			changed[string(k)] = e
		}
		return nil
	})
	if err != nil {
		return err
	}
	for k, e := range changed {
		if err := a.put(bucketLog, []byte(k), e); err != nil {
			return err
		}
	}
	return nil
}
