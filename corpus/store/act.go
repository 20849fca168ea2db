package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"github.com/verbatim-bot/verbatim/corpus"
)

// keepRemoved is how long removed articles, and the records of servers that the bot
// has left, can be brought back.
const keepRemoved = 30 * 24 * time.Hour

// act is one transaction of somebody's on one guild. It writes records by its
// methods set and take only, and by empty.
type act struct {
	tx     *bbolt.Tx
	guild  string
	by     string
	now    time.Time
	state  guildRecord // written back when the act succeeds
	change *gather     // what it does, for other copies; nil when nobody asks
}

// act runs f as one transaction: all that it puts is kept when it and the
// write succeed, else nothing. f may be called again when the records have
// changed meanwhile: what it sets outside must be set anew each time.
func (s *Store) act(guild, by string, f func(*act) error) error {
	return s.perform(guild, by, func(a *act) (err error) {
		if a.state, err = settle(a.tx, guild); err != nil {
			return err
		}
		if err := f(a); err != nil {
			return err
		}
		return a.put(bucketGuilds, []byte(guild), a.state)
	})
}

// perform is the one way to change records: at once in a store with records of
// its own, by a proposal in one that shares them.
func (s *Store) perform(guild, by string, f func(*act) error) error {
	if err := checkGuild(guild); err != nil {
		return err
	}
	if s.propose != nil {
		return s.share(guild, by, f)
	}
	if s.follows.Load() {
		return errCopy
	}
	return s.update(func(tx *bbolt.Tx) error {
		return f(&act{tx: tx, guild: guild, by: by, now: s.now()})
	})
}

// put writes v as JSON.
func (a *act) put(bucket, k []byte, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return a.set(bucket, k, data)
}

// set writes data, which must not be changed afterwards.
func (a *act) set(bucket, k, data []byte) error {
	b := a.tx.Bucket(bucket)
	if a.change != nil {
		old := b.Get(k)
		if old != nil && bytes.Equal(old, data) {
			return nil
		}
		a.change.write(bucket, bare(a.guild, bucket, k), old, data)
	}
	return b.Put(k, data)
}

// take takes away what is written under k; nothing there is no error.
func (a *act) take(bucket, k []byte) error {
	b := a.tx.Bucket(bucket)
	if a.change != nil {
		old := b.Get(k)
		if old == nil {
			return nil
		}
		a.change.take(bucket, bare(a.guild, bucket, k), old)
	}
	return b.Delete(k)
}

// takeAll takes away every key that p begins.
func (a *act) takeAll(bucket, p []byte) error {
	for _, k := range keysOf(a.tx, bucket, p) {
		if err := a.take(bucket, k); err != nil {
			return err
		}
	}
	return nil
}

// empty takes all of the guild away, also what is not shared.
func (a *act) empty() error {
	if a.change != nil {
		return a.change.empty(a.tx)
	}
	return wipe(a.tx, a.guild)
}

// log writes what was done into the guild's log, under the number a.state.Entries.
func (a *act) log(e Entry) error {
	a.state.Entries++
	e.Number, e.Time, e.By = a.state.Entries, a.now, a.by
	return a.put(bucketLog, logKey(a.guild, e.Number), e)
}

// Add stores new articles, all or none, and gives them back with their ids.
// Article.ID and Article.Revision of the drafts are not looked at.
func (s *Store) Add(guild, by string, drafts ...Draft) ([]*corpus.Article, error) {
	var added []*corpus.Article
	err := s.act(guild, by, func(a *act) error {
		added = nil
		for _, d := range drafts {
			article, err := a.add(d)
			if err != nil {
				return err
			}
			added = append(added, article)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("add to %s: %w", guild, err)
	}
	return added, nil
}

func (a *act) add(d Draft) (*corpus.Article, error) {
	a.state.Last++
	r := Record{ID: articleID(a.guild, a.state.Last), By: a.by, Added: a.now}
	article, err := a.write(r, d)
	if err != nil {
		return nil, err
	}
	a.state.Articles++
	return article, a.log(Entry{Act: actAdded, Article: article.ID, Revision: article.Revision})
}

// Replace gives an article a new text. Its id stays, its revision is raised,
// and the old revision can still be read. It fails with [ErrNotFound] or
// [ErrRemoved].
func (s *Store) Replace(guild, by, id string, d Draft) (*corpus.Article, error) {
	var article *corpus.Article
	err := s.act(guild, by, func(a *act) error {
		r, err := a.present(id)
		if err != nil {
			return err
		}
		if article, err = a.write(r, d); err != nil {
			return err
		}
		return a.log(Entry{Act: actReplaced, Article: id, Revision: article.Revision})
	})
	if err != nil {
		return nil, fmt.Errorf("replace %s of %s: %w", id, guild, err)
	}
	return article, nil
}

// revert stores an older revision of r as a new one.
func (a *act) revert(r Record, revision int) (*corpus.Article, error) {
	text, _, err := readRevision(a.tx, bucketTexts, a.guild, r.ID, revision)
	if err != nil {
		return nil, err
	}
	original, _, err := readRevision(a.tx, bucketOriginals, a.guild, r.ID, revision)
	if err != nil {
		return nil, err
	}
	var d Draft
	if d.Article, err = decodeText(text, r.ID, revision); err != nil {
		return nil, err
	}
	if d.Original, err = decodeOriginal(original); err != nil {
		return nil, err
	}
	article, err := a.write(r, d)
	if err != nil {
		return nil, err
	}
	return article, a.log(Entry{Act: actReverted, Article: r.ID, Revision: article.Revision})
}

// Remove takes an article away. It can be restored for thirty days. It gives
// the number under which the log has that, for [Store.Undo], and fails with
// [ErrNotFound], or [ErrRemoved] when that was done before.
func (s *Store) Remove(guild, by, id string) (number uint64, err error) {
	err = s.act(guild, by, func(a *act) error {
		r, err := a.present(id)
		if err != nil {
			return err
		}
		r.Removed = a.now
		a.state.Articles--
		a.state.Version++
		if err := a.putRecord(r); err != nil {
			return err
		}
		err = a.log(Entry{Act: Removed, Article: id, Revision: r.Revision})
		number = a.state.Entries
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("remove %s of %s: %w", id, guild, err)
	}
	return number, nil
}

// Restore brings a removed article back as it was. Restoring one that is there
// does nothing. It fails with [ErrNotFound] when it is gone for good.
func (s *Store) Restore(guild, by, id string) error {
	err := s.act(guild, by, func(a *act) error {
		r, err := readRecord(a.tx, guild, id)
		if err != nil || r.Removed.IsZero() {
			return err
		}
		return a.restore(r)
	})
	if err != nil {
		return fmt.Errorf("restore %s of %s: %w", id, guild, err)
	}
	return nil
}

func (a *act) restore(r Record) error {
	r.Removed = time.Time{}
	a.state.Articles++
	a.state.Version++
	if err := a.putRecord(r); err != nil {
		return err
	}
	return a.log(Entry{Act: actRestored, Article: r.ID, Revision: r.Revision})
}

// present gives the record of an article that is there.
func (a *act) present(id string) (Record, error) {
	r, err := readRecord(a.tx, a.guild, id)
	if err == nil && !r.Removed.IsZero() {
		err = ErrRemoved
	}
	return r, err
}

// write stores d as the next revision of the article r.
func (a *act) write(r Record, d Draft) (*corpus.Article, error) {
	if err := d.Article.Valid(); err != nil {
		return nil, err
	}
	if len(d.Article.Paragraphs) == 0 {
		return nil, errors.New("the article has no paragraph")
	}
	n, err := articleNumber(a.guild, r.ID)
	if err != nil {
		return nil, err
	}
	article := *d.Article
	article.ID, article.Revision = r.ID, r.Revision+1
	text, err := encodeText(&article)
	if err != nil {
		return nil, err
	}
	original, err := encodeOriginal(d.Original)
	if err != nil {
		return nil, err
	}
	k := revisionKey(a.guild, n, article.Revision)
	if err := a.set(bucketTexts, k, text); err != nil {
		return nil, err
	}
	if err := a.set(bucketOriginals, k, original); err != nil {
		return nil, err
	}
	a.state.Version++
	return &article, a.putRecord(Record{
		ID: r.ID, Revision: article.Revision, File: article.File, Title: article.Title, Byline: article.Byline,
		Publisher: article.Publisher, Date: article.Date, URL: article.URL, Language: article.Language,
		Paragraphs: len(article.Paragraphs), Bytes: article.Size(), Digest: Digest(d.Original),
		By: r.By, Added: r.Added, Changed: a.now,
	})
}

func (a *act) putRecord(r Record) error {
	n, err := articleNumber(a.guild, r.ID)
	if err != nil {
		return err
	}
	return a.put(bucketHeads, articleKey(a.guild, n), r)
}
