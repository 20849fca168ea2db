//go:build unix

package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

// TestFull lets the disk be full at every page of the file in turn: the
// process may write up to a limit, which grows page by page. An act either
// succeeds and is there, or fails with an error and leaves no trace; and the
// records go on working as soon as there is room.
func TestFull(t *testing.T) {
	if os.Getenv("STORE_TEST_FULL") == "" {
		// The limit holds for the whole process, so it gets one of its own.
		c := exec.Command(os.Args[0], "-test.run=^TestFull$", "-test.v")
		c.Env = append(os.Environ(), "STORE_TEST_FULL=1")
		out, err := c.CombinedOutput()
		t.Logf("%s", out)
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	signal.Ignore(unix.SIGXFSZ) // so that writes fail with EFBIG
	dir := t.TempDir()
	s := open(t, dir)
	if _, err := s.Add("1", "u", draft("First", strings.Repeat("words ", 3000))); err != nil {
		t.Fatal(err)
	}
	var old unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &old); err != nil {
		t.Fatal(err)
	}
	limit := func(n uint64) {
		l := old
		l.Cur = n
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &l); err != nil {
			t.Fatal(err)
		}
	}
	failed, done := 0, 0
	for page := range uint64(150) {
		want, err := read(s, "1")
		if err != nil {
			t.Fatal(err)
		}
		o := op{Guild: "1", N: int(page), Kind: "add", Text: fmt.Sprint(page, strings.Repeat(" text", 400))}
		limit(page * 4096)
		err = o.do(s)
		limit(old.Cur)
		if err != nil {
			failed++
			if !errors.Is(err, syscall.EFBIG) {
				t.Errorf("limit of %d pages: %v, want EFBIG", page, err)
			}
		} else {
			done++
			want.do(o)
		}
		got, err := read(s, "1")
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("limit of %d pages, act failed: %v (-want +got):\n%s", page, err, d)
		}
	}
	if failed == 0 || done == 0 {
		t.Errorf("%d acts failed, %d succeeded: the limits do not test anything", failed, done)
	}
	t.Logf("%d acts failed for want of room, %d succeeded", failed, done)
}

// TestFullDisk fills a small file system of its own, where that may be made.
func TestFullDisk(t *testing.T) {
	disk := t.TempDir()
	if err := unix.Mount("tmpfs", disk, "tmpfs", 0, "size=512k"); err != nil {
		t.Skipf("needs the right to mount a tmpfs: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(disk, 0); err != nil {
			t.Error(err)
		}
	})
	s, err := Open(filepath.Join(disk, "data"))
	if err != nil {
		t.Fatal(err)
	}
	want := newModel()
	var full error
	for n := range 1000 {
		o := op{Guild: "1", N: n, Kind: "add", Text: fmt.Sprint(n, strings.Repeat(" text", 500))}
		if full = o.do(s); full != nil {
			break
		}
		want.do(o)
	}
	if !errors.Is(full, syscall.ENOSPC) {
		t.Errorf("writing on a full disk: %v, want ENOSPC", full)
	}
	for range 2 { // as it is open, and after opening it again
		got, err := read(s, "1")
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("records on the full disk (-want +got):\n%s", d)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if s, err = Open(filepath.Join(disk, "data")); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
