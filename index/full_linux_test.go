package index

import (
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/verbatim-bot/verbatim/index/engine"
)

// TestFullDisk fills a small disk while a process is at work on it, makes room
// again, and does so several times. Meanwhile acts may fail for want of room;
// with room they must succeed again without a restart, and no question may get
// a wrong answer at any time.
func TestFullDisk(t *testing.T) {
	disk := t.TempDir()
	if err := unix.Mount("tmpfs", disk, "tmpfs", 0, "size=24m"); err != nil {
		t.Skipf("needs the right to mount a tmpfs: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(disk, 0); err != nil {
			t.Error(err)
		}
	})
	models := map[string][]*model{}
	for _, g := range workGuilds {
		models[g] = []*model{newModel()}
	}
	p := startWork(t, workOrder{Dir: filepath.Join(disk, "data"), Seed: rand.Uint64()})
	pending := map[string]said{}
	acts, failed, late := 0, 0, 0
	// What acts may say: Bleve panics in many ways when it cannot write, and
	// what it did then is taken away while the server is "being reindexed".
	causes := []string{unix.ENOSPC.Error(), (&engine.Damage{Err: errors.New("")}).Error(), engine.ErrClosed.Error(), ErrBusy.Error()}
	// until hears acts until n of them ended as want wants.
	until := func(n int, want func(said) bool) {
		for n > 0 {
			s, ok := p.next()
			if !ok {
				t.Fatal("the process ended by itself")
			}
			if s.Begun {
				pending[s.Op.Guild] = s
				continue
			}
			delete(pending, s.Op.Guild)
			if s.Wrong != "" || s.Err != "" && !slices.ContainsFunc(causes, func(c string) bool { return strings.Contains(s.Err, c) }) {
				t.Errorf("%+v", s)
			}
			models[s.Op.Guild] = hear(models[s.Op.Guild], s)
			acts++
			if s.Err != "" {
				failed++
			}
			if s.Sync != "" {
				late++
			}
			if want(s) {
				n--
			}
		}
	}
	well := func(s said) bool { return s.Err == "" && s.Sync == "" && !s.Not }
	until(40, well)
	for range 3 {
		filler := fillDisk(t, filepath.Join(disk, "filler"))
		until(4, func(s said) bool { return s.Err+s.Sync != "" })
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
		until(40, well)
	}
	if err := p.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for {
		s, ok := p.next()
		if !ok {
			break
		}
		pending[s.Op.Guild] = s
		if !s.Begun {
			models[s.Op.Guild] = hear(models[s.Op.Guild], s)
			delete(pending, s.Op.Guild)
		}
	}
	wantKilled(t, p)
	for g, s := range pending {
		models[g] = hear(models[g], s)
	}
	checkFolder(t, filepath.Join(disk, "data"), models)
	t.Logf("%d acts, %d failed for want of room, %d indexed later, 0 lost, 0 torn", acts, failed, late)
}

// fillDisk writes the file path until there is no room left.
func fillDisk(t *testing.T, path string) string {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(f, zeros{})
	if !errors.Is(err, unix.ENOSPC) {
		t.Fatalf("filling the disk: %v", err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// zeros reads as zeros for ever.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}
