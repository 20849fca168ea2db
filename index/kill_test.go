package index

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/corpus/store"
)

// killedEnv tells the test binary to be the process that is killed; its value
// is the data folder.
const killedEnv = "VERBATIM_TEST_KILLED"

// kills is how often TestKill kills.
const kills = 30

// TestKill kills a process that changes and reindexes three servers, at random
// moments, and looks each time whether the index then answers for exactly the
// records.
func TestKill(t *testing.T) {
	if dir := os.Getenv(killedEnv); dir != "" {
		work(t, dir)
	}
	if testing.Short() {
		t.Skip("30 processes")
	}
	dir := t.TempDir()
	random := rand.New(rand.NewPCG(7, 7))
	acts := 0
	for i := range kills {
		acts += killAfter(t, dir, time.Duration(20+random.IntN(400))*time.Millisecond)
		d := &desk{dir: dir}
		d.open(t)
		wantExactly(t, d, "1001", "1002", "1003")
		d.ready(t)
		wantExactly(t, d, "1001", "1002", "1003")
		d.close(t)
		if t.Failed() {
			t.Fatalf("after kill %d", i+1)
		}
	}
	t.Logf("%d kills, %d acts", kills, acts)
	if acts == 0 {
		t.Error("nothing was done before any kill")
	}
}

// killAfter runs the worker on dir, kills it, and gives how many acts it did.
func killAfter(t *testing.T, dir string, life time.Duration) (acts int) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestKill$")
	cmd.Env = append(os.Environ(), killedEnv+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() { // the first line says that it is open
		if acts == 0 {
			time.AfterFunc(life, func() { _ = cmd.Process.Kill() })
		}
		acts++
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != -1 {
		t.Fatalf("the worker ended by itself: %v", err)
	}
	return acts - 1
}

// wantExactly fails unless each server's questions find every article of its
// records as it is there, and nothing else.
func wantExactly(t *testing.T, d *desk, guilds ...string) {
	t.Helper()
	for _, guild := range guilds {
		records, err := d.records.Articles(guild)
		if err != nil {
			t.Fatal(err)
		}
		passages := 0
		for _, r := range records {
			a, err := d.records.Article(guild, r.ID)
			if err != nil {
				t.Fatal(err)
			}
			for n, p := range a.Paragraphs {
				d.wantFound(t, guild, p.Text, fmt.Sprintf("%s¶%d", r.ID, n+1))
				passages++
			}
		}
		if err := d.library.Sync(t.Context(), guild); err != nil {
			t.Fatal(err)
		}
		g, err := d.records.Guild(guild)
		if err != nil {
			t.Fatal(err)
		}
		cards, err := d.library.engine.Load().cards(t.Context(), scopeKey(guild, serving(g)))
		if err != nil {
			t.Fatal(err)
		}
		indexed := 0
		for _, c := range cards {
			indexed += c.Paragraphs
		}
		if len(cards) != len(records) || indexed != passages {
			t.Errorf("%s: index has %d articles with %d passages, records have %d with %d", guild, len(cards), indexed, len(records), passages)
		}
	}
}

// work changes the records and the index until it is killed. Each paragraph
// is a word of its own.
func work(t *testing.T, dir string) {
	t.Helper()
	records, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	library, err := Open(filepath.Join(dir, "index"), records, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	say := func(what string) { _, _ = fmt.Fprintln(os.Stdout, what) }
	say("open")
	ctx := context.Background()
	random := rand.New(rand.NewPCG(uint64(os.Getpid()), uint64(time.Now().UnixNano())))
	draft := func() store.Draft {
		var texts []string
		for range 1 + random.IntN(4) {
			texts = append(texts, fmt.Sprintf("word%d", random.Uint64()))
		}
		return store.Draft{Article: article("", texts...), Original: []byte(texts[0])}
	}
	for {
		guild := []string{"1001", "1002", "1003"}[random.IntN(3)]
		here, err := records.Articles(guild)
		if err != nil {
			t.Fatal(err)
		}
		act := random.IntN(10)
		switch {
		case len(here) < 3 || act < 3 && len(here) < 12:
			_, err = records.Add(guild, "worker", draft(), draft())
		case act < 6:
			_, err = records.Replace(guild, "worker", pick(random, here).ID, draft())
		case act < 8:
			err = records.Remove(guild, "worker", pick(random, here).ID)
		case act < 9:
			_, err = library.Reindex(ctx, guild, "worker", quiet)
		default:
			if err = library.Rollback(ctx, guild, "worker"); errors.Is(err, ErrNoGeneration) {
				err = nil
			}
		}
		if err == nil {
			err = library.Sync(ctx, guild)
		}
		if err != nil {
			t.Fatal(err)
		}
		say("act")
	}
}

func pick(random *rand.Rand, records []store.Record) store.Record {
	return records[random.IntN(len(records))]
}
