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
func records(tb testing.TB, dir string) *store.Store {
	tb.Helper()
	s, err := store.Open(dir)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// join starts a process in the folder dir, a new one when it is "".
func join(tb testing.TB, js jetstream.JetStream, dir string) *process {
	tb.Helper()
	return joinWith(tb, js, dir, schema)
}

func joinWith(tb testing.TB, js jetstream.JetStream, dir string, schema int) *process {
	tb.Helper()
	if dir == "" {
		dir = tb.TempDir()
	}
	s := records(tb, dir)
	said := &lines{}
	ctx, cancel := context.WithTimeout(tb.Context(), time.Minute)
	defer cancel()
	j, err := open(ctx, js, s, Options{Log: slog.New(slog.NewTextHandler(said, nil))}, schema)
	if err != nil {
		tb.Fatal(errors.Join(err, s.Close()))
	}
	p := &process{j, s, dir, said}
	tb.Cleanup(func() { p.leave(tb) })
	return p
}

// leave ends a process; twice is harmless.
func (p *process) leave(tb testing.TB) {
	tb.Helper()
	if p.store == nil {
		return
	}
	if err := errors.Join(p.Close(), p.store.Close()); err != nil {
		tb.Error(err)
	}
	p.store = nil
}

// draft is an article with an invented text.
func draft(tb testing.TB, text string) store.Draft {
	tb.Helper()
	a, err := corpus.Parse("invented.txt", []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	return store.Draft{Article: a, Original: []byte(text)}
}

func (p *process) add(tb testing.TB, guild, text string) string {
	tb.Helper()
	added, err := p.store.Add(guild, "moderator", draft(tb, text))
	if err != nil {
		tb.Fatalf("add: %v\n%s", err, p.said)
	}
	return added[0].ID
}

func (p *process) holds(tb testing.TB, guild string) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(tb.Context(), 30*time.Second)
	defer cancel()
	if err := p.Hold(ctx, guild); err != nil {
		tb.Fatalf("hold %s: %v\n%s", guild, err, p.said)
	}
}

// sum gives the sum of a guild's records, computed from them.
func (p *process) sum(tb testing.TB, guild string) store.Copy {
	tb.Helper()
	_, c, err := p.store.Whole(guild)
	if err != nil {
		tb.Fatalf("%v\n%s", err, p.said)
	}
	return c
}

// same waits until all processes have the same records of a guild, as far as
// the log goes.
func same(tb testing.TB, guild string, all ...*process) {
	tb.Helper()
	natstest.Wait(tb, "equal copies of "+guild, func() error {
		last, err := all[0].acts.last(tb.Context(), guild)
		if err != nil {
			return err
		}
		for i, p := range all {
			if c := p.sum(tb, guild); c.Seq != last.Sequence || c.Sum != all[0].sum(tb, guild).Sum {
				return fmt.Errorf("process %d has %d of %d\n%s", i, c.Seq, last.Sequence, p.said)
			}
		}
		return nil
	})
}
