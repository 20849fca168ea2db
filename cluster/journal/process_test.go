package journal

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster/natstest"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

func TestMain(m *testing.M) {
	natstest.Main()
	os.Exit(m.Run())
}

// process is a store with its part in the log.
type process struct {
	*Journal
	store *store.Store
	dir   string
	said  *lines
}

// lines is a log that tests read.
type lines struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// records opens a data folder.
func records(t testing.TB, dir string) *store.Store {
	t.Helper()
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// join starts a process in the folder dir, a new one when it is "".
func join(t testing.TB, js jetstream.JetStream, dir string) *process {
	t.Helper()
	return joinWith(t, js, dir, schema)
}

func joinWith(t testing.TB, js jetstream.JetStream, dir string, schema int) *process {
	t.Helper()
	if dir == "" {
		dir = t.TempDir()
	}
	s := records(t, dir)
	said := &lines{}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	j, err := open(ctx, js, s, Options{Log: slog.New(slog.NewTextHandler(said, nil))}, schema)
	if err != nil {
		t.Fatal(errors.Join(err, s.Close()))
	}
	p := &process{j, s, dir, said}
	t.Cleanup(func() { p.leave(t) })
	return p
}

// leave ends a process; twice is harmless.
func (p *process) leave(t testing.TB) {
	t.Helper()
	if p.store == nil {
		return
	}
	if err := errors.Join(p.Close(), p.store.Close()); err != nil {
		t.Error(err)
	}
	p.store = nil
}

// draft is an article with an invented text.
func draft(t testing.TB, text string) store.Draft {
	t.Helper()
	a, err := corpus.Parse("invented.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return store.Draft{Article: a, Original: []byte(text)}
}

func (p *process) add(t testing.TB, guild, text string) string {
	t.Helper()
	added, err := p.store.Add(guild, "moderator", draft(t, text))
	if err != nil {
		t.Fatalf("add: %v\n%s", err, p.said)
	}
	return added[0].ID
}

func (p *process) holds(t testing.TB, guild string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	if err := p.Hold(ctx, guild); err != nil {
		t.Fatalf("hold %s: %v\n%s", guild, err, p.said)
	}
}

// sum gives the sum of a guild's records, computed from them.
func (p *process) sum(t testing.TB, guild string) store.Copy {
	t.Helper()
	_, c, err := p.store.Whole(guild)
	if err != nil {
		t.Fatalf("%v\n%s", err, p.said)
	}
	return c
}

// same waits until all processes have the same records of a guild, as far as
// the log goes.
func same(t testing.TB, guild string, all ...*process) {
	t.Helper()
	natstest.Wait(t, "equal copies of "+guild, func() error {
		last, err := all[0].acts.last(t.Context(), guild)
		if err != nil {
			return err
		}
		for i, p := range all {
			if c := p.sum(t, guild); c.Seq != last.Sequence || c.Sum != all[0].sum(t, guild).Sum {
				return fmt.Errorf("process %d has %d of %d\n%s", i, c.Seq, last.Sequence, p.said)
			}
		}
		return nil
	})
}
