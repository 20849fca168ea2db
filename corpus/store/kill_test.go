package store

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// followEnv tells the test binary to be a process that follows a log: its value
// is the data folder.
const followEnv = "VERBATIM_TEST_FOLLOW"

// numbered is change n of a log that goes on for ever, with the sum of the
// records with it. Five entries of the log are there at a time, and every
// hundredth change makes all of the guild.
func numbered(n uint64) page {
	write := func(n uint64) Write {
		k := binary.BigEndian.AppendUint64(nil, n)
		return Write{Bucket: "log", Key: k, Value: bytes.Repeat(k, 1+int(n*7919%2000))}
	}
	p := page{seq: n, Proposal: Proposal{After: n - 1, Change: Change{Guild: "5", Empty: n%100 == 0}}}
	guild := Write{Bucket: "guilds", Value: []byte(`{"entries":` + strconv.FormatUint(n, 10) + `}`)}
	p.Change.Writes = append(p.Change.Writes, guild)
	p.Sum.Add(weight(bucketGuilds, nil, guild.Value))
	for i := n; i > 0 && i+5 > n; i-- {
		w := write(i)
		p.Sum.Add(weight(bucketLog, w.Key, w.Value))
		if i == n || p.Change.Empty {
			p.Change.Writes = append(p.Change.Writes, w)
		}
	}
	if n > 5 && !p.Change.Empty {
		p.Change.Writes = append(p.Change.Writes, Write{Bucket: "log", Key: write(n - 5).Key, Gone: true})
	}
	return p
}

// TestFollow is the process that follows, in the binary of TestKilled.
func TestFollow(t *testing.T) {
	dir := os.Getenv(followEnv)
	if dir == "" {
		t.Skip("a part of TestKilled")
	}
	s := open(t, dir)
	c, _, err := s.Copy("5")
	for n := c.Seq + 1; err == nil; n++ {
		p := numbered(n)
		err = s.Apply(p.seq, p.After, p.Change, p.Sum)
		_, _ = fmt.Fprintln(os.Stdout, "applied", n) // who reads it kills this process
	}
	t.Fatal(err)
}

// TestKilled kills a process that follows a log at random moments. Its records
// must be those of the last change that it said was there, or of the one after.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	last := uint64(0)
	for range 10 {
		follow := exec.Command(os.Args[0], "-test.run=^TestFollow$")
		follow.Env = append(os.Environ(), followEnv+"="+dir)
		out, err := follow.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := follow.Start(); err != nil {
			t.Fatal(err)
		}
		first := last
		for lines := bufio.NewScanner(out); lines.Scan(); {
			digits, ok := strings.CutPrefix(lines.Text(), "applied ")
			n, err := strconv.ParseUint(digits, 10, 64)
			if !ok || err != nil {
				t.Errorf("the process says %q", lines.Text())
				continue
			}
			if last == first {
				time.AfterFunc(time.Duration(rand.IntN(100))*time.Millisecond, func() { _ = follow.Process.Kill() })
			}
			last = n
		}
		var exit *exec.ExitError
		if err := follow.Wait(); !errors.As(err, &exit) || exit.Exited() {
			t.Fatalf("the process ended by itself: %v", err)
		}
		s, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		_, at, err := s.Whole("5")
		if err != nil || at.Seq != last && at.Seq != last+1 || at.Sum != numbered(at.Seq).Sum {
			t.Errorf("after change %d: %+v, %v", last, at, err)
		}
		last = at.Seq
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d changes, 10 kills", last)
}
