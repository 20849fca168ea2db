package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// terminal is a pseudo-terminal with the program in it.
type terminal struct {
	t    *testing.T
	keys *os.File // what is typed, and what is seen
	cmd  *exec.Cmd
	seen string
}

// inTerminal starts the program in a terminal of 80 columns.
func inTerminal(t *testing.T, dir string, args ...string) *terminal {
	t.Helper()
	keys, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	n := 0
	raw, err := keys.SyscallConn() // Fd would make reads wait for ever
	if err != nil {
		t.Fatal(err)
	}
	var failed error
	err = raw.Control(func(fd uintptr) {
		var e1, e2, e3 error
		n, e1 = unix.IoctlGetInt(int(fd), unix.TIOCGPTN)
		e2 = unix.IoctlSetPointerInt(int(fd), unix.TIOCSPTLCK, 0)
		e3 = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Row: 50, Col: 80})
		failed = errors.Join(e1, e2, e3)
	})
	if err := errors.Join(err, failed); err != nil {
		t.Fatal(err)
	}
	tty, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	w := &terminal{t: t, keys: keys, cmd: &exec.Cmd{
		Path: self, Args: append([]string{"verbatim"}, args...), Dir: dir, Stdin: tty, Stdout: tty, Stderr: tty,
		Env:         []string{"TERM=xterm", "LANG=C.UTF-8", "NO_COLOR=1", "HOME=" + dir},
		SysProcAttr: &syscall.SysProcAttr{Setsid: true, Setctty: true},
	}}
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if err := tty.Close(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = w.cmd.Process.Kill() // has ended, if all went well
		_ = keys.Close()
	})
	return w
}

// see waits until want is on the screen, after all that was seen before.
func (w *terminal) see(want string) {
	w.t.Helper()
	if err := w.keys.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		w.t.Fatal(err)
	}
	buf := make([]byte, 4096)
	for !strings.Contains(w.seen, want) {
		n, err := w.keys.Read(buf)
		w.seen += string(buf[:n])
		if err != nil {
			w.t.Fatalf("waiting for %q: %v; seen:\n%s", want, err, w.seen)
		}
	}
	_, w.seen, _ = strings.Cut(w.seen, want)
}

func (w *terminal) typed(keys string) {
	w.t.Helper()
	if _, err := w.keys.WriteString(keys); err != nil {
		w.t.Fatal(err)
	}
}

// left waits for the end of the program, which must be a good one.
func (w *terminal) left() {
	w.t.Helper()
	if err := w.cmd.Wait(); err != nil {
		w.t.Errorf("%v; seen:\n%s", err, w.seen)
	}
}

const (
	keyLeft  = "\x1b[D"
	keyUp    = "\x1b[A"
	backs    = "\x7f"
	ctrlA    = "\x01"
	ctrlC    = "\x03"
	ctrlD    = "\x04"
	ctrlU    = "\x15"
	prompted = "› "
)

// TestTerminal types into the playground as people do.
func TestTerminal(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "quay.txt"), []byte(quay), 0o600); err != nil {
		t.Fatal(err)
	}
	start := func(t *testing.T) *terminal {
		t.Helper()
		w := inTerminal(t, dir, "play", "-a", "quay.txt")
		w.see("Quay of Lomvik to close")
		w.see(prompted)
		return w
	}
	t.Run("a line is edited, brought back and given up", func(t *testing.T) {
		w := start(t)
		w.typed("When will the quay be clowed?" + keyLeft + keyLeft + keyLeft + backs + "s\r")
		w.see("3 June")
		w.see(prompted)
		w.typed(keyUp)
		w.see("be closed?")
		w.typed(ctrlA + "x" + ctrlC)
		w.see("/quit leaves")
		w.see(prompted)
		w.typed(ctrlC)
		w.left()
	})
	t.Run("help speaks of the terminal", func(t *testing.T) {
		w := start(t)
		w.typed("/help\r")
		w.see("/quit")
		w.see("Tab completes")
		w.see(prompted)
		w.typed("/settings\r")
		w.see("verbatim corpus")
		w.see(prompted)
		w.typed(ctrlD)
		w.left()
	})
	t.Run("Tab completes", func(t *testing.T) {
		w := start(t)
		w.typed("/sai\t")
		w.see("/said ")
		w.typed("mar\t")
		w.see("/said Marit Aas")
		w.typed("\r")
		w.see("quotes: 1")
		w.see(prompted)
		w.typed("/qu\t\r")
		w.left()
	})
	t.Run("wide and accented letters", func(t *testing.T) {
		w := start(t)
		w.typed("日本の港" + keyLeft + backs + ctrlU + backs + "/who-said We cannot repair it while ships lie there – żółć" + strings.Repeat(backs, 7) + "\r")
		w.see("Marit Aas")
		w.see(prompted)
		w.typed("exit\r")
		w.left()
	})
	t.Run("many lines are pasted", func(t *testing.T) {
		w := start(t)
		w.typed("When will the quay be closed?\r/article list\rquit\r")
		w.see("3 June")
		w.see("a1 Quay of Lomvik to close")
		w.left()
	})
	t.Run("a long line is pasted", func(t *testing.T) {
		w := start(t)
		w.typed("/check " + strings.Repeat("“We cannot repair it while ships lie there” ", 200) + "\r")
		w.see("too long")
		w.see(prompted)
		w.typed("/quit\r")
		w.left()
	})
}
