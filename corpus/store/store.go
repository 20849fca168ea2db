// Package store keeps the records of every server in one bbolt file. It is
// the truth from which every index is made; nothing else knows bbolt.
//
// A server is a guild here, as in Discord's interface, and so are the house
// articles ([House]). Each guild has article records with all their revisions
// and the bytes they were read from, speaker fixes, settings, and a log of who
// did what. Removed articles stay restorable for thirty days.
//
// Every method that changes something is one act and one transaction: when it
// returns nil, the act is on disk, and whenever the process dies, the act is
// wholly there or wholly absent. Readers never wait for writers.
//
// One process owns the data folder. Several with a folder each can have the same
// records: then an act is only computed here, and agreed on elsewhere as the
// exact bytes that it changes ([Store.Share]), which every process writes as
// they come ([Store.Apply]). What can be made again is never shared.
//
// The store holds article text and names of speakers, and never a question.
//
// The files, from what is asked of the store down to the bytes:
//
//	import.go    a backup comes in
//	export.go    a guild's records go out
//	undo.go      an act is taken back
//	draft.go     articles that wait for a moderator's word
//	fix.go       who speaks, put right
//	doubt.go     members' doubts about an answer
//	purge.go     what is gone for good
//	guild.go     a server and its settings
//	log.go       who did what
//	verify.go    whether all records are whole
//	act.go       one act, one transaction
//	copy.go      the records follow a log that several processes share
//	change.go    what an act changes, exactly
//	local.go     what is not shared: what can be made again, and the serving generation
//	article.go   articles are read
//	store.go     the file: opened, read, written, closed
//	lock.go      one process owns it
//	record.go    how records are written, and under which keys
package store

import (
	"bytes"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// schema is the form of the records this program writes. It is raised when an
// older program would misread them.
const schema = 1

// The names in a data folder.
const (
	dbFile   = "corpus.db"
	lockFile = "lock"
)

var (
	// ErrLocked says that another process owns the data folder.
	ErrLocked = errors.New("another verbatim is using this data folder")
	// ErrNotFound says that the guild has no such article, revision, draft or fix.
	ErrNotFound = errors.New("not found")
	// ErrRemoved says that the article was removed and can be restored.
	ErrRemoved = errors.New("the article was removed")
	// errNewer says that a newer program wrote the records.
	errNewer = errors.New("the records were written by a newer verbatim")
	// ErrDamaged says that the file does not hold what was written to it.
	ErrDamaged = errors.New("the records are damaged")

	// Why an act on records that several processes share was refused; a log of
	// changes wraps them. Nothing was changed, but for the second.

	// ErrAway says that the log cannot be reached, or does not keep anything now.
	ErrAway = errors.New("what keeps the shared records does not answer")
	// ErrUnsure says that nobody can tell whether the log has kept the act: it
	// may turn up later.
	ErrUnsure = errors.New("not known whether it was done")
	// ErrBehind says that this copy lacks what a newer program has written.
	ErrBehind = errors.New("a newer verbatim has changed these records")
	// ErrNotHere says that shared records are not here, and cannot be fetched now.
	ErrNotHere = errors.New("the records are not here, and cannot be fetched now")
)

// The buckets of the file. All keys begin with the guild (see key), so that a
// guild's share is one range of each.
var (
	bucketMeta      = []byte("meta")      // "schema" -> uint64; "secret" -> random bytes
	bucketGuilds    = []byte("guilds")    // guild -> guildRecord
	bucketHeads     = []byte("heads")     // guild, article -> Record
	bucketTexts     = []byte("texts")     // guild, article, revision -> sealed textRecord
	bucketOriginals = []byte("originals") // guild, article, revision -> sealed, compressed bytes
	bucketDrafts    = []byte("drafts")    // guild, token -> draftRecord
	bucketFixes     = []byte("fixes")     // guild, fix key -> Fix
	bucketSettings  = []byte("settings")  // guild -> Settings
	bucketLog       = []byte("log")       // guild, number -> Entry
	bucketDoubts    = []byte("doubts")    // guild, number -> Doubt

	// What is not shared with other processes.
	bucketDerived     = []byte("derived")     // guild, name -> bytes that can be made again
	bucketGenerations = []byte("generations") // guild -> Generation
	bucketCopies      = []byte("copies")      // guild -> Copy; made when it is first needed

	shared = [][]byte{
		bucketGuilds, bucketSettings, bucketHeads, bucketTexts, bucketOriginals,
		bucketDrafts, bucketFixes, bucketLog, bucketDoubts,
	}
	buckets    = append([][]byte{bucketMeta, bucketDerived, bucketGenerations}, shared...)
	keySchema  = []byte("schema")
	keySecret  = []byte("secret")
	keyCluster = []byte("cluster") // position in a log, 8 bytes, and its name; only in a copy
)

// secretSize is that of [Store.Secret] in bytes.
const secretSize = 32

// Store is the open records of one data folder. It is safe for concurrent use.
type Store struct {
	dir  string
	db   *bbolt.DB
	lock *os.File
	now  func() time.Time

	// Of records that are a copy; nil in a store that has its own.
	follows atomic.Bool // there is a keyCluster
	propose func(Proposal) error
	hold    func(guild string) error
	turns   sync.Map // guild -> *sync.Mutex: one proposal after the other
}

// Exists reports whether there are records in the folder dir. It opens nothing.
func Exists(dir string) (bool, error) {
	_, err := os.Stat(filepath.Join(dir, dbFile))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// Open opens the records in the folder dir, which is made when it is missing.
// It fails with [ErrLocked] when another process has them open, with
// an error when a newer program wrote them, and with [ErrDamaged] when the
// file is not whole. The time it takes does not grow with the records.
func Open(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open data folder: %w", err)
	}
	lock, err := acquire(filepath.Join(dir, lockFile))
	if err != nil {
		return nil, fmt.Errorf("open data folder %s: %w", dir, err)
	}
	s := &Store{dir: dir, lock: lock, now: func() time.Time { return time.Now().UTC().Truncate(time.Millisecond) }}
	if err := s.open(filepath.Join(dir, dbFile)); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", filepath.Join(dir, dbFile), err), s.Close())
	}
	return s, nil
}

func (s *Store) open(path string) (err error) {
	defer recovered(&err, debug.SetPanicOnFault(true))
	o := *bbolt.DefaultOptions
	o.Timeout = time.Second // the lock file keeps out others; only a foreign tool can hold this
	o.FreelistType = bbolt.FreelistMapType
	if runtime.GOOS != "windows" && strconv.IntSize == 64 {
		// Address space only. Without it a growing file is mapped anew, for
		// which a writer waits until no reader is left.
		o.InitialMmapSize = 4 << 30
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		if err := create(path); err != nil {
			return err
		}
	}
	if s.db, err = bbolt.Open(path, 0o600, &o); err != nil {
		return openError(err)
	}
	if err := s.whole(path); err != nil {
		return err
	}
	return s.update(func(tx *bbolt.Tx) error {
		if meta := tx.Bucket(bucketMeta); meta != nil {
			if v := meta.Get(keySchema); len(v) != 8 {
				return fmt.Errorf("%w: no schema number", ErrDamaged)
			} else if n := binary.BigEndian.Uint64(v); n > schema {
				return fmt.Errorf("%w: schema %d, this one knows %d; install that version again or another data folder", errNewer, n, schema)
			}
		}
		for _, b := range buckets {
			if _, err := tx.CreateBucketIfNotExists(b); err != nil {
				return err
			}
		}
		if tx.Bucket(bucketMeta).Get(keySecret) == nil {
			secret := make([]byte, secretSize)
			rand.Read(secret) // never fails
			if err := tx.Bucket(bucketMeta).Put(keySecret, secret); err != nil {
				return err
			}
		}
		s.follows.Store(tx.Bucket(bucketMeta).Get(keyCluster) != nil)
		return tx.Bucket(bucketMeta).Put(keySchema, binary.BigEndian.AppendUint64(nil, schema))
	})
}

// create makes a file without records: beside its place, then moved there. What
// bbolt leaves when it is cut off while it makes a file, it cannot open again.
func create(path string) (err error) {
	beside := path + ".new"
	if err := os.Remove(beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(beside) // else the next create does
		}
	}()
	db, err := bbolt.Open(beside, 0o600, nil)
	if err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	if err := os.Rename(beside, path); err != nil || runtime.GOOS == "windows" {
		return err
	}
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// whole reports a file that is shorter than its own account of itself: bbolt
// maps it into memory, and reading past the end would kill the process.
func (s *Store) whole(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return s.view(func(tx *bbolt.Tx) error {
		if tx.Size() > info.Size() {
			return fmt.Errorf("%w: %d bytes of %d are left; put back a backup", ErrDamaged, info.Size(), tx.Size())
		}
		return nil
	})
}

// Close ends all use of the data folder; it waits for acts and reads that are
// under way. The Store must not be used afterwards.
func (s *Store) Close() error {
	var err error
	if s.db != nil {
		err = s.db.Close()
	}
	return errors.Join(err, s.lock.Close())
}

// Secret gives 32 random bytes that were made with the data folder and are the
// same ever after: a key to sign with. It is in no export.
func (s *Store) Secret() ([]byte, error) {
	var secret []byte
	err := s.view(func(tx *bbolt.Tx) error {
		secret = bytes.Clone(tx.Bucket(bucketMeta).Get(keySecret))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("secret: %w", err)
	}
	return secret, nil
}

// TakeSecret puts another key in the place of [Store.Secret]: the one that all
// processes sign with. It fails unless it has 32 bytes.
func (s *Store) TakeSecret(secret []byte) error {
	if len(secret) != secretSize {
		return fmt.Errorf("a secret of %d bytes, want %d", len(secret), secretSize)
	}
	err := s.update(func(tx *bbolt.Tx) error {
		if bytes.Equal(tx.Bucket(bucketMeta).Get(keySecret), secret) {
			return nil
		}
		return tx.Bucket(bucketMeta).Put(keySecret, bytes.Clone(secret))
	})
	if err != nil {
		return fmt.Errorf("take a secret: %w", err)
	}
	return nil
}

// view runs a reading transaction.
func (s *Store) view(f func(tx *bbolt.Tx) error) (err error) {
	defer recovered(&err, debug.SetPanicOnFault(true))
	return s.db.View(f)
}

// update runs a writing transaction.
func (s *Store) update(f func(tx *bbolt.Tx) error) (err error) {
	defer recovered(&err, debug.SetPanicOnFault(true))
	return s.db.Update(f)
}

// recovered turns a panic of bbolt into [ErrDamaged]: that is how it reports a
// page that makes no sense. A page that the disk cannot give is a fault of the
// mapped memory, a panic too while SetPanicOnFault is on; old is what it was
// before.
func recovered(err *error, old bool) {
	debug.SetPanicOnFault(old)
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %v; put back a backup", ErrDamaged, r)
	}
}

// openError tells damage from everything else that bbolt's Open meets.
func openError(err error) error {
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return ErrLocked
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrVersionMismatch), errors.Is(err, berrors.ErrChecksum):
		return fmt.Errorf("%w: %w; put back a backup", ErrDamaged, err)
	}
	return err
}
