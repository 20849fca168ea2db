package journal

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"go.etcd.io/bbolt"

	"github.com/verbatim-bot/verbatim/cluster/natstest"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// through connects by a proxy alone.
func through(t *testing.T, p *natstest.Proxy) jetstream.JetStream {
	t.Helper()
	nc, err := nats.Connect(p.URL(), nats.MaxReconnects(-1), nats.ReconnectWait(10*time.Millisecond), nats.ReconnectBufSize(-1))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(nc.Close)
	js, err := jetstream.New(nc)
	if err != nil {
		t.Fatal(err)
	}
	return js
}

// TestLostAcknowledgement loses the answer to an act: it was kept, and is done
// once.
func TestLostAcknowledgement(t *testing.T) {
	t.Parallel()
	c := natstest.One(t)
	_, js := c.Connect()
	proxy := natstest.NewProxy(t, c.Addr(0))
	a, b := join(t, through(t, proxy), ""), join(t, js, "")
	a.add(t, "7", "The bridge fell.\n\nNobody crossed it.")
	b.holds(t, "7")
	same(t, "7", a, b)
	for n := range 3 {
		proxy.Deaf()
		var act sync.WaitGroup
		act.Go(func() { a.small(t, n) })
		natstest.Wait(t, "the act in the log", func() error {
			if got := b.messages(t, "7"); got != uint64(n+2) {
				return fmt.Errorf("%d messages", got)
			}
			return nil
		})
		if n == 2 { // somebody acts before the answer is asked for again
			b.small(t, 100)
		}
		proxy.On()
		act.Wait()
		same(t, "7", a, b)
	}
	if fixes, err := a.store.Fixes("7"); err != nil || len(fixes) != 4 {
		t.Errorf("%d fixes, want 4 (%v)", len(fixes), err)
	}
	if n := a.messages(t, "7"); n != 5 {
		t.Errorf("%d messages for 5 acts", n)
	}
}

func TestConnectionCut(t *testing.T) {
	t.Parallel()
	c := natstest.One(t)
	proxy := natstest.NewProxy(t, c.Addr(0))
	a := join(t, through(t, proxy), "")
	const n = 20
	for i := range n {
		if i%3 == 0 {
			proxy.Cut()
		}
		a.add(t, "7", fmt.Sprintf("Title %d\n\nWords.", i))
	}
	if all, err := a.store.Articles("7"); err != nil || len(all) != n {
		t.Errorf("%d articles, want %d (%v)", len(all), n, err)
	}
}

// TestLarge has a value of 10 MB, and an act of many.
func TestLarge(t *testing.T) {
	t.Parallel()
	_, js := natstest.One(t).Connect()
	a, b := join(t, js, ""), join(t, js, "")
	b.holds(t, "7")
	d := draft(t, "A title.\n\nWords.")
	// What cannot be made smaller.
	d.Original = make([]byte, 10<<20)
	for i, state := 0, uint32(1); i < len(d.Original); i++ {
		state = state*1664525 + 1013904223
		d.Original[i] = byte(state >> 24)
	}
	added, err := a.store.Add("7", "m", d)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "7", a, b)
	if got, err := b.store.Original("7", added[0].ID, 1); err != nil || !bytes.Equal(got, d.Original) {
		t.Errorf("%d bytes, want the same %d (%v)", len(got), len(d.Original), err)
	}
	var many []store.Draft
	for n := range 200 {
		many = append(many, draft(t, fmt.Sprintf("Title %d\n\n%s", n, strings.Repeat(fmt.Sprintf("Words of %d. ", n), 400))))
	}
	if _, err := a.store.Add("7", "m", many...); err != nil {
		t.Fatal(err)
	}
	same(t, "7", a, b)
	if err := a.snapshot(t.Context(), "7", false); err != nil {
		t.Fatal(err)
	}
	same(t, "7", a, b)
	late := join(t, js, "")
	late.holds(t, "7")
	same(t, "7", a, b, late)
	if n := len(objectNames(t, js)); n != 203 { // originals, the act, the snapshot
		t.Errorf("%d objects, want each original once", n)
	}
}

// TestWrongCopy changes a copy behind the program's back.
func TestWrongCopy(t *testing.T) {
	t.Parallel()
	_, js := natstest.One(t).Connect()
	a, b := join(t, js, ""), join(t, js, "")
	b.holds(t, "7")
	a.add(t, "7", "The well is dry.\n\nIt was full.")
	same(t, "7", a, b)
	b.leave(t)
	db, err := bbolt.Open(filepath.Join(b.dir, "corpus.db"), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		k, v := tx.Bucket([]byte("log")).Cursor().First()
		return tx.Bucket([]byte("log")).Put(bytes.Clone(k), bytes.Replace(v, []byte("moderator"), []byte("moderatrix"), 1))
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	b = join(t, js, b.dir)
	if err := a.snapshot(t.Context(), "7", false); err != nil {
		t.Fatal(err)
	}
	natstest.Wait(t, "the copy thrown away", func() error {
		if h := b.Health(); h.Rebuilt != 1 {
			return fmt.Errorf("%+v\n%s", h, b.said)
		}
		return nil
	})
	b.small(t, 1) // waits until it is there
	same(t, "7", a, b)
	if !strings.Contains(b.said.String(), "they are not what the log says") {
		t.Errorf("not said:\n%s", b.said)
	}
}

// TestNewerForm lets a newer program write while an older one runs.
func TestNewerForm(t *testing.T) {
	t.Parallel()
	_, js := natstest.One(t).Connect()
	older, newer := join(t, js, ""), joinWith(t, js, "", schema+1)
	older.add(t, "7", "An old tower.\n\nIt leans.")
	older.add(t, "8", "Another town.\n\nNothing happens there.")
	newer.small(t, 1)
	natstest.Wait(t, "the older one waits", func() error {
		if h := older.Health(); len(h.Waiting) != 1 || h.Waiting[0] != "7" || h.Lag != 0 {
			return fmt.Errorf("%+v", h)
		}
		return nil
	})
	if _, err := older.store.Add("7", "m", draft(t, "No.\n\nNot now.")); !errors.Is(err, store.ErrBehind) {
		t.Errorf("an act there: %v", err)
	}
	older.holds(t, "7")
	if all, err := older.store.Articles("7"); err != nil || len(all) != 1 {
		t.Errorf("questions do not go on: %d articles, %v", len(all), err)
	}
	older.add(t, "8", "A third.\n\nOthers go on.")
	newer.holds(t, "8")
	same(t, "8", newer, older)
	late := join(t, js, "")
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := late.Hold(ctx, "7"); !errors.Is(err, store.ErrBehind) {
		t.Errorf("an older one without a copy: %v", err)
	}
	// Exchanged for an older one it goes on waiting, for a newer one it catches up.
	older.leave(t)
	older = join(t, js, older.dir)
	if _, err := older.store.Add("7", "m", draft(t, "No.\n\nNot now.")); !errors.Is(err, store.ErrBehind) {
		t.Errorf("an act there after a restart: %v", err)
	}
	older.leave(t)
	older = joinWith(t, js, older.dir, schema+1)
	older.small(t, 2)
	same(t, "7", newer, older)
}

// TestDamagedObject takes a piece out of an object that a message names.
func TestDamagedObject(t *testing.T) {
	t.Parallel()
	_, js := natstest.One(t).Connect()
	a, b := join(t, js, ""), join(t, js, "")
	b.holds(t, "7")
	text := "The weir broke.\n\n" + strings.Repeat("Water ran down the valley. ", 3000)
	a.add(t, "7", text)
	a.small(t, 1)
	same(t, "7", a, b)
	before := b.sum(t, "7")
	for _, name := range objectNames(t, js) {
		info, err := a.objects.bucket.GetInfo(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		if err := a.objects.stream.Purge(t.Context(), jetstream.WithPurgeSubject(chunks+info.NUID)); err != nil {
			t.Fatal(err)
		}
	}
	// What is here stays, and it is tried again.
	if err := b.again(b.guilds["7"], errObject); err != nil {
		t.Fatal(err)
	}
	late := join(t, js, "")
	ctx, cancel := context.WithTimeout(t.Context(), time.Second)
	defer cancel()
	if err := late.Hold(ctx, "7"); !errors.Is(err, store.ErrAway) {
		t.Errorf("a copy without its objects: %v", err)
	}
	b.holds(t, "7")
	if now := b.sum(t, "7"); now.Sum != before.Sum || !now.Behind {
		t.Errorf("the copy is %+v, was %+v", now, before)
	}
	if !strings.Contains(late.said.String(), "ends after 0 bytes") {
		t.Errorf("not said:\n%s", late.said)
	}
	// Whoever has the records puts them back.
	a.keeps(t) // finds it
	a.keeps(t)
	natstest.Wait(t, "the copies", func() error {
		if h := late.Health(); len(h.Fetching) > 0 {
			return fmt.Errorf("%+v", h)
		}
		if h := b.Health(); len(h.Fetching) > 0 {
			return fmt.Errorf("%+v", h)
		}
		return nil
	})
	same(t, "7", a, b, late)
}

// TestLeaderChanges stops the server that leads the log while acts come.
func TestLeaderChanges(t *testing.T) {
	t.Parallel()
	c := natstest.Three(t)
	_, js := c.Connect()
	a := join(t, js, "")
	a.add(t, "7", "The first.\n\nWords.")
	gone := c.Leader(Stream)
	var acts sync.WaitGroup
	acts.Go(func() {
		for n := range 10 {
			a.small(t, n)
		}
	})
	c.Stop(gone)
	acts.Wait()
	c.Start(gone)
	c.Settle()
	a.small(t, 99)
	if fixes, err := a.store.Fixes("7"); err != nil || len(fixes) != 11 {
		t.Errorf("%d fixes, want 11 (%v)", len(fixes), err)
	}
}

// TestTwoOfThreeGone refuses acts in words, answers questions, and goes on by
// itself.
func TestTwoOfThreeGone(t *testing.T) {
	t.Parallel()
	c := natstest.Three(t)
	_, js := c.Connect()
	a, b := join(t, js, ""), join(t, js, "")
	id := a.add(t, "7", "The lighthouse.\n\nIt shines.")
	b.holds(t, "7")
	same(t, "7", a, b)
	c.Stop(1)
	c.Stop(2)
	start := time.Now()
	_, err := a.store.AddFix("7", "m", store.Fix{Article: id, Was: "Nobody", Speaker: "Ada Weir"})
	if took := time.Since(start); !errors.Is(err, store.ErrAway) && !errors.Is(err, store.ErrUnsure) || took > deadline+5*time.Second {
		t.Errorf("refused after %v: %v", took, err)
	}
	natstest.Wait(t, "health", func() error {
		if h := a.Health(); h.Quorum || h.Away.IsZero() {
			return fmt.Errorf("%+v", h)
		}
		return nil
	})
	if all, err := a.store.Articles("7"); err != nil || len(all) != 1 {
		t.Errorf("questions do not go on: %d, %v", len(all), err)
	}
	c.Start(1)
	natstest.Wait(t, "an act", func() error {
		_, err := a.store.AddFix("7", "m", store.Fix{Article: id, Was: "Somebody", Speaker: "Ada Weir"})
		return err
	})
	c.Start(2)
	same(t, "7", a, b)
	natstest.Wait(t, "health again", func() error {
		if h := a.Health(); !h.Quorum || h.Lag > 0 || !h.Away.IsZero() {
			return fmt.Errorf("%+v", h)
		}
		return nil
	})
	if !strings.Contains(a.said.String(), "NATS is away") || !strings.Contains(a.said.String(), "NATS is back") {
		t.Errorf("not said:\n%s", a.said)
	}
}

// TestLogLost takes NATS back to an earlier day, as the loss of a disk's cache
// would: what processes have is put back.
func TestLogLost(t *testing.T) {
	t.Parallel()
	c := natstest.One(t)
	_, js := c.Connect()
	a, b := join(t, js, ""), join(t, js, "")
	a.add(t, "7", "Before.\n\nWords.")
	a.add(t, "8", "Elsewhere.\n\nWords.")
	b.holds(t, "7")
	same(t, "7", a, b)
	c.Stop(0)
	kept := t.TempDir()
	if err := os.CopyFS(filepath.Join(kept, "store"), os.DirFS(c.Dir(0))); err != nil {
		t.Fatal(err)
	}
	c.Start(0)
	a.add(t, "7", "After.\n\nWords.")
	a.add(t, "9", "A new one.\n\nWords.")
	same(t, "7", a, b)
	c.Stop(0)
	if err := errors.Join(os.RemoveAll(c.Dir(0)), os.CopyFS(c.Dir(0), os.DirFS(filepath.Join(kept, "store")))); err != nil {
		t.Fatal(err)
	}
	c.Start(0)
	natstest.Wait(t, "the loss seen", func() error {
		if h := a.Health(); !h.Lost {
			return fmt.Errorf("%+v", h)
		}
		return nil
	})
	if _, err := a.store.Add("8", "m", draft(t, "No.\n\nNot now.")); !errors.Is(err, store.ErrAway) {
		t.Errorf("an act: %v", err)
	}
	want := a.sum(t, "7").Sum
	a.leave(t)
	a = join(t, js, a.dir)
	b.leave(t)
	b = join(t, js, b.dir)
	b.holds(t, "9")
	a.holds(t, "7")
	if got := b.sum(t, "7").Sum; got != want {
		t.Error("an acknowledged act is lost")
	}
	a.add(t, "8", "Goes on.\n\nWords.")
	b.add(t, "7", "Goes on too.\n\nWords.") // whatever numbers the log gave twice
	b.add(t, "9", "And here.\n\nWords.")
	for _, guild := range []string{"7", "9"} {
		same(t, guild, a, b)
	}
	if all, err := b.store.Articles("9"); err != nil || len(all) != 2 {
		t.Errorf("%d articles, want 2 (%v)", len(all), err)
	}
}
