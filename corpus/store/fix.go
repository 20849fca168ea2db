package store

import (
	"encoding/json"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Fix is a moderator's correction of who speaks. It is kept beside the
// article's record and holds as long as the paragraph's words do, in every
// revision and after every reindexing.
//
// With a Paragraph it corrects one quote. Without, it merges two speakers of
// one article: what was said by Was, Speaker said.
type Fix struct {
	Article   string      `json:"article"`             // where it was made
	Paragraph string      `json:"paragraph,omitempty"` // corpus.Paragraph.ID
	Span      corpus.Span `json:"span,omitzero"`       // of the quote in that paragraph, bytes
	Was       string      `json:"was"`                 // the speaker before; "" = unclear
	Speaker   string      `json:"speaker"`             // the right one; "" = unclear
	By        string      `json:"by"`
	Made      time.Time   `json:"made"`
}

// key tells fixes apart: a later one of the same quote, or of the same
// speaker's name, takes the place of the earlier.
func (f Fix) key(guild string) []byte {
	if f.Paragraph == "" {
		return nameKey(guild, f.Article+"\x00merge\x00"+f.Was)
	}
	return nameKey(guild, fmt.Sprintf("%s\x00%s\x00%08x%08x", f.Article, f.Paragraph, f.Span.Start, f.Span.End))
}

// Fixes lists a guild's fixes, article by article.
func (s *Store) Fixes(guild string) ([]Fix, error) {
	var fs []Fix
	err := s.view(func(tx *bbolt.Tx) error {
		return each(tx, bucketFixes, guild, func(_, v []byte) error {
			var f Fix
			if err := json.Unmarshal(v, &f); err != nil {
				return fmt.Errorf("%w: fix: %w", ErrDamaged, err)
			}
			fs = append(fs, f)
			return nil
		})
	})
	if err != nil {
		return nil, fmt.Errorf("fixes of %s: %w", guild, err)
	}
	return fs, nil
}

// AddFix stores a fix of an article that is there; one of the same quote or
// merge is replaced. By and Made are filled in. It gives the number under which
// the log has it, for [Store.Undo], and fails with [ErrNotFound] or
// [ErrRemoved].
func (s *Store) AddFix(guild, by string, f Fix) (number uint64, err error) {
	err = s.act(guild, by, func(a *act) error {
		r, err := a.present(f.Article)
		if err != nil {
			return err
		}
		f.By, f.Made = by, a.now
		a.state.Version++
		if err := a.put(bucketFixes, f.key(guild), f); err != nil {
			return err
		}
		err = a.log(Entry{Act: actFixed, Article: f.Article, Revision: r.Revision, Fix: &f})
		number = a.state.Entries
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("fix speaker in %s of %s: %w", f.Article, guild, err)
	}
	return number, nil
}
