package journal

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/verbatim-bot/verbatim/cluster/natstest"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// sums gives the sums of all guilds of a store, computed from the records.
func sums(t *testing.T, s *store.Store) map[string]store.Sum {
	t.Helper()
	guilds, err := s.Guilds()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]store.Sum{}
	for _, g := range guilds {
		_, c, err := s.Whole(g.ID)
		if err != nil {
			t.Fatal(err)
		}
		all[g.ID] = c.Sum
	}
	return all
}

// own makes a data folder with some records of its own.
func own(t *testing.T, guilds int) string {
	t.Helper()
	dir := t.TempDir()
	s := records(t, dir)
	for n := range guilds {
		if _, err := s.Add(fmt.Sprint(n+1), "m", draft(t, fmt.Sprintf("Title %d\n\nWords of %d.", n, n))); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestMoveInAndOut(t *testing.T) {
	t.Parallel()
	c := natstest.One(t)
	_, js := c.Connect()
	dir := own(t, 6)
	s := records(t, dir)
	want := sums(t, s)
	secret, err := s.Secret()
	if err != nil {
		t.Fatal(err)
	}
	// It ends after some guilds, again and again.
	for stop := range 4 {
		ctx, cancel := context.WithCancel(t.Context())
		err := MoveIn(ctx, js, s, func(done, _ int) {
			if done == stop+1 {
				cancel()
			}
		})
		if err == nil {
			t.Fatal("no error although it was stopped")
		}
		if err := Alone(s); err != nil {
			t.Fatalf("the folder is not its own any more after half a move: %v", err)
		}
	}
	last := 0
	if err := MoveIn(t.Context(), js, s, func(done, total int) { last = done*100 + total }); err != nil || last != 606 {
		t.Fatalf("progress %d: %v", last, err)
	}
	if err := MoveIn(t.Context(), js, s, nil); err != nil {
		t.Errorf("once more: %v", err)
	}
	if err := Alone(s); !errors.Is(err, ErrCopy) {
		t.Errorf("a cluster's copy on its own: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	p := join(t, js, dir)
	other := join(t, js, "")
	for guild := range want {
		other.holds(t, guild)
		same(t, guild, p, other)
	}
	if h := p.Health(); h.Rebuilt > 0 || h.Held != len(want) {
		t.Errorf("the folder that moved in was not taken as it is: %+v", h)
	}
	other.add(t, "2", "Another one.\n\nWith words.")
	same(t, "2", p, other)

	out := filepath.Join(t.TempDir(), "out")
	for stop := range 2 {
		ctx, cancel := context.WithCancel(t.Context())
		err := MoveOut(ctx, js, out, func(done, _ int) {
			if done == 2*stop+1 {
				cancel()
			}
		})
		if there, e := store.Exists(out); err == nil || e != nil || there {
			t.Fatalf("after half a move: %v, records there: %v (%v)", err, there, e)
		}
	}
	if err := MoveOut(t.Context(), js, out, nil); err != nil {
		t.Fatal(err)
	}
	if err := MoveOut(t.Context(), js, out, nil); err == nil {
		t.Error("moved out over records")
	}
	s = records(t, out)
	got := sums(t, s)
	for guild := range want {
		if got[guild] != p.sum(t, guild).Sum {
			t.Errorf("server %s is another one after move-out", guild)
		}
	}
	if now, err := s.Secret(); err != nil || string(now) != string(secret) || Alone(s) != nil {
		t.Errorf("links signed before do not hold (%v), or the folder is not its own (%v)", err, Alone(s))
	}
	if _, err := s.Add("2", "m", draft(t, "On its own.\n\nAgain.")); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestMoveInOverOthers(t *testing.T) {
	t.Parallel()
	c := natstest.One(t)
	_, js := c.Connect()
	p := join(t, js, "")
	p.add(t, "1", "Was here first.\n\nWords.")
	s := records(t, own(t, 2))
	defer func() { _ = s.Close() }()
	before := p.sum(t, "1")
	if err := MoveIn(t.Context(), js, s, nil); !errors.Is(err, errThere) {
		t.Errorf("got %v", err)
	}
	if p.sum(t, "1") != before || Alone(s) != nil {
		t.Error("something was changed")
	}
}

func TestFoldersRefused(t *testing.T) {
	t.Parallel()
	_, js := natstest.One(t).Connect()
	p := join(t, js, "")
	p.add(t, "1", "A title.\n\nWords.")
	p.leave(t)
	_, elsewhere := natstest.One(t).Connect()
	for name, test := range map[string]struct {
		dir  string
		want error
	}{
		"another cluster's copy": {p.dir, ErrOther},
		"records of its own":     {own(t, 1), ErrOwn},
	} {
		s := records(t, test.dir)
		if _, err := Open(t.Context(), elsewhere, s, Options{}); !errors.Is(err, test.want) {
			t.Errorf("%s: %v", name, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	s := records(t, p.dir)
	defer func() { _ = s.Close() }()
	if err := Alone(s); !errors.Is(err, ErrCopy) {
		t.Errorf("without NATS: %v", err)
	}
	if err := MoveIn(t.Context(), elsewhere, s, nil); !errors.Is(err, ErrOther) {
		t.Errorf("moving another cluster's copy in: %v", err)
	}
	_, nothing := natstest.One(t).Connect()
	if err := MoveOut(t.Context(), nothing, t.TempDir(), nil); err == nil {
		t.Error("moved out of a NATS without a cluster")
	}
}
