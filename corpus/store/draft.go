package store

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"github.com/verbatim-bot/verbatim/corpus"
)

// keepDraft is how long a previewed article waits for its Add button.
const keepDraft = 24 * time.Hour

// draftRecord is a draft as written to the file.
type draftRecord struct {
	By       string     `json:"by"`
	Made     time.Time  `json:"made"`
	For      string     `json:"for,omitempty"` // the article it is to replace
	Text     textRecord `json:"text"`
	Original []byte     `json:"original"`
}

// Pending is a draft that waits for its author's decision.
type Pending struct {
	Draft
	By  string
	For string // id of the article that it is to replace; "" = a new one
}

// SaveDraft keeps p, so that a button pressed after a restart still finds it,
// and gives the token to find it by. Drafts go after a day.
func (s *Store) SaveDraft(guild string, p Pending) (token string, err error) {
	token = rand.Text()[:12]
	err = s.act(guild, p.By, func(a *act) error {
		return a.put(bucketDrafts, nameKey(guild, token), draftRecord{
			By: p.By, Made: a.now, For: p.For, Text: toText(p.Article), Original: p.Original,
		})
	})
	if err != nil {
		return "", fmt.Errorf("keep a draft of %s: %w", guild, err)
	}
	return token, nil
}

// Draft gives a draft back. It fails with [ErrNotFound] when it was decided
// on, has expired, or is another guild's.
func (s *Store) Draft(guild, token string) (Pending, error) {
	var p Pending
	err := s.view(func(tx *bbolt.Tx) (err error) {
		p, err = readDraft(tx, guild, token)
		return err
	})
	if err != nil {
		return p, fmt.Errorf("draft of %s: %w", guild, err)
	}
	return p, nil
}

// EditDraft changes a draft's article, as one act, and gives the draft as it is
// then. It fails like [Store.Draft] or with change's error; change may be
// called again when a write is repeated.
func (s *Store) EditDraft(guild, token string, change func(*corpus.Article) error) (Pending, error) {
	var p Pending
	err := s.act(guild, "", func(a *act) error {
		k := nameKey(guild, token)
		v := a.tx.Bucket(bucketDrafts).Get(k)
		if v == nil {
			return ErrNotFound
		}
		var r draftRecord
		if err := json.Unmarshal(v, &r); err != nil {
			return fmt.Errorf("%w: draft: %w", ErrDamaged, err)
		}
		var err error
		if p, err = readDraft(a.tx, guild, token); err != nil {
			return err
		}
		if err := change(p.Article); err != nil {
			return err
		}
		r.Text = toText(p.Article)
		return a.put(bucketDrafts, k, r)
	})
	if err != nil {
		return p, fmt.Errorf("edit a draft of %s: %w", guild, err)
	}
	return p, nil
}

// AcceptDraft makes a draft an article, or the new revision of the one it is
// for, as one act: pressing a button twice adds once. It gives the number under
// which the log has that, and fails with [ErrNotFound] like [Store.Draft] and
// otherwise like [Store.Replace].
func (s *Store) AcceptDraft(guild, by, token string) (article *corpus.Article, number uint64, err error) {
	err = s.act(guild, by, func(a *act) error {
		defer func() { number = a.state.Entries }()
		p, err := readDraft(a.tx, guild, token)
		if err != nil {
			return err
		}
		if err := a.take(bucketDrafts, nameKey(guild, token)); err != nil {
			return err
		}
		if p.For == "" {
			article, err = a.add(p.Draft)
			return err
		}
		r, err := a.present(p.For)
		if err != nil {
			return err
		}
		if article, err = a.write(r, p.Draft); err != nil {
			return err
		}
		return a.log(Entry{Act: actReplaced, Article: r.ID, Revision: article.Revision})
	})
	if err != nil {
		return nil, 0, fmt.Errorf("accept a draft of %s: %w", guild, err)
	}
	return article, number, nil
}

// DropDraft takes a draft away; one that is not there is no error.
func (s *Store) DropDraft(guild, token string) error {
	err := s.act(guild, "", func(a *act) error {
		return a.take(bucketDrafts, nameKey(guild, token))
	})
	if err != nil {
		return fmt.Errorf("drop a draft of %s: %w", guild, err)
	}
	return nil
}

func readDraft(tx *bbolt.Tx, guild, token string) (Pending, error) {
	v := tx.Bucket(bucketDrafts).Get(nameKey(guild, token))
	if v == nil {
		return Pending{}, ErrNotFound
	}
	var r draftRecord
	if err := json.Unmarshal(v, &r); err != nil || len(r.Text.Texts) != len(r.Text.Docs) {
		return Pending{}, fmt.Errorf("%w: draft", ErrDamaged)
	}
	return Pending{Draft: Draft{Article: r.Text.article("", 0), Original: r.Original}, By: r.By, For: r.For}, nil
}
