package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"
)

// TestNewer opens records of a later program.
func TestNewer(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	err = s.db.Update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketMeta).Put(keySchema, binary.BigEndian.AppendUint64(nil, schema+1))
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(dir, dbFile))
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // a refusal must not keep the lock
		if _, err := Open(dir); !errors.Is(err, errNewer) {
			t.Errorf("open: %v, want errNewer", err)
		}
	}
	after, err := os.ReadFile(filepath.Join(dir, dbFile))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, after) {
		t.Error("refused records were changed")
	}
}

// TestCutOffWhileMade opens a folder in which a process was killed while it made
// the file, whose second half it had not written yet.
func TestCutOffWhileMade(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, dbFile)
	beside := path + ".new"
	if err := errors.Join(os.Truncate(path, 8192), os.Rename(path, beside)); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(dir); err != nil {
		t.Fatal(err)
	}
	add(t, s, "1", draft("One", "Words of the lighthouse keeper."))
	if _, err := os.Stat(beside); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the half file is still there: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// TestDamaged damages the file in ways that disks and people do. Nothing may
// crash, and no article may come back with other words than were stored.
func TestDamaged(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(data []byte) []byte
	}{
		{"cut in half", func(d []byte) []byte { return d[:len(d)/2] }},
		{"cut to two pages", func(d []byte) []byte { return d[:8192] }},
		{"not a database", func(d []byte) []byte { return bytes.Repeat([]byte("no"), len(d)/2) }},
		{"both heads zeroed", func(d []byte) []byte { clear(d[:8192]); return d }},
		{"text changed", func(d []byte) []byte {
			if !bytes.Contains(d, []byte("lighthouse")) {
				panic("the text is not in the file")
			}
			return bytes.ReplaceAll(d, []byte("lighthouse"), []byte("lightship!"))
		}},
		{"every page after the heads zeroed", func(d []byte) []byte { clear(d[8192:]); return d }},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			s, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			add(t, s, "1", draft("One", "Words of the lighthouse keeper."))
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, dbFile)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			// Only what is used counts: the file is longer than that.
			data = bytes.TrimRight(data, "\x00")
			if err := os.WriteFile(path, c.damage(data), 0o600); err != nil {
				t.Fatal(err)
			}
			s, err = Open(dir)
			if err != nil {
				if !errors.Is(err, ErrDamaged) {
					t.Errorf("open: %v, want ErrDamaged", err)
				}
				return
			}
			if _, err := s.Article("1", "a1"); !errors.Is(err, ErrDamaged) {
				t.Errorf("article: %v, want ErrDamaged", err)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}
