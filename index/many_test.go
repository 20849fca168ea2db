package index

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// The measurement of very many servers takes minutes, so it is only made when
// asked for: VERBATIM_TEST_SERVERS=10000 go test -run TestManyServers -v .
// The folder that it fills is measured by a process of its own, whose memory
// is not that of the filling.
const (
	serversEnv = "VERBATIM_TEST_SERVERS"
	servedEnv  = "VERBATIM_TEST_SERVED"
)

func TestManyServers(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv(serversEnv))
	if n == 0 {
		t.Skip(serversEnv + " is not set")
	}
	if dir := os.Getenv(servedEnv); dir != "" {
		measure(t, dir, n)
		return
	}
	dir := t.TempDir()
	start := time.Now()
	d := &desk{dir: dir}
	d.open(t)
	words := newBabble(5)
	for i := range n {
		d.record(t, strconv.Itoa(100_000+i), words.article(30))
	}
	t.Logf("%d servers recorded in %v", n, time.Since(start).Round(time.Second))
	d.close(t)
	if err := os.RemoveAll(filepath.Join(dir, "index")); err != nil {
		t.Fatal(err)
	}
	start = time.Now()
	d.open(t)
	for st := (Status{}); !st.Ready; {
		var err error
		if st, err = d.library.Status(); err != nil {
			t.Fatal(err)
		}
		<-time.After(50 * time.Millisecond)
	}
	t.Logf("indexed from the records in %v", time.Since(start).Round(time.Second))
	d.close(t)
	t.Logf("disk: %s records, %s index", size(t, filepath.Join(dir, "corpus.db"), n), size(t, filepath.Join(dir, "index"), n))

	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestManyServers$", "-test.v", "-test.timeout=30m")
	cmd.Env = append(os.Environ(), servedEnv+"="+dir)
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
}

func size(t *testing.T, path string, servers int) string {
	t.Helper()
	var total int64
	err := filepath.WalkDir(path, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		total += info.Size()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d MB (%.1f KB a server)", total>>20, float64(total)/1024/float64(servers))
}

// measure opens the folder as a bot does and asks every server once.
func measure(t *testing.T, dir string, servers int) {
	t.Helper()
	start := time.Now()
	records, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	library, err := Open(filepath.Join(dir, "index"), records, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("open after %v, %s", time.Since(start).Round(time.Millisecond), resident(t))

	words, pick := newBabble(5), newBabble(6)
	questions := make([]string, servers)
	for i := range questions {
		questions[i] = pick.question(words.article(30)) // the very article of server i
	}
	found := 0 // a question may be of stop words alone
	ask := func(i int) time.Duration {
		start := time.Now()
		s, err := library.Scope(strconv.Itoa(100_000 + i))
		if err != nil {
			t.Fatal(err)
		}
		hits, err := s.Search(t.Context(), questions[i], 50)
		if err != nil {
			t.Fatal(err)
		}
		if len(hits) > 0 {
			found++
		}
		return time.Since(start)
	}
	for _, round := range []string{"cold", "warm"} {
		took := make([]time.Duration, servers)
		for i := range took {
			took[i] = ask(i)
		}
		if found < servers*9/10 {
			t.Errorf("only %d questions of %d found something", found, servers)
		}
		found = 0
		t.Logf("each server asked, %s: %s; %s", round, spread(took), resident(t))
	}
	ctx, cancel := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	var busy []time.Duration
	readers.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			busy = append(busy, ask(i*7919%servers))
		}
	})
	took := make([]time.Duration, 200)
	for i := range took {
		start := time.Now()
		if _, err := library.Reindex(t.Context(), strconv.Itoa(100_000+i*31%servers), "tester", quiet); err != nil {
			t.Fatal(err)
		}
		took[i] = time.Since(start)
	}
	cancel()
	readers.Wait()
	t.Logf("reindexing a server while others ask: %s; the others: %s; %s", spread(took), spread(busy), resident(t))
	if err := library.Close(); err != nil {
		t.Error(err)
	}
	if err := records.Close(); err != nil {
		t.Error(err)
	}
}

func spread(took []time.Duration) string {
	slices.Sort(took)
	at := func(q float64) time.Duration {
		return took[int(q*float64(len(took)-1))].Round(10 * time.Microsecond)
	}
	return fmt.Sprintf("p50 %v, p99 %v, max %v of %d", at(.5), at(.99), at(1), len(took))
}

var statusLine = regexp.MustCompile(`(?m)^(VmRSS|RssAnon|RssFile):\s*(\d+) kB`)

// resident tells the memory and the open files of this process, on Linux.
func resident(t *testing.T) string {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "memory unknown"
	}
	var parts []string
	for _, m := range statusLine.FindAllStringSubmatch(string(status), -1) {
		kb, _ := strconv.Atoi(m[2])
		parts = append(parts, fmt.Sprintf("%s %d MB", m[1], kb>>10))
	}
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(append(parts, fmt.Sprintf("%d files open", len(files))), ", ")
}
