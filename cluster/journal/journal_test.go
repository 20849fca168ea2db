package journal

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/verbatim-bot/verbatim/cluster/natstest"
)

func TestActsReachAll(t *testing.T) {
	t.Parallel()
	c := natstest.One(t)
	_, js := c.Connect()
	a, b := join(t, js, ""), join(t, js, "")
	b.holds(t, "7")
	id := a.add(t, "7", "The harbour reopened.\n\nBoats came back.")
	same(t, "7", a, b)
	if _, err := b.store.Remove("7", "other", id); err != nil {
		t.Fatal(err)
	}
	same(t, "7", a, b)
	late := join(t, js, "")
	if _, ok, _ := late.store.Copy("7"); ok {
		t.Fatal("a guild is here that nobody has asked for")
	}
	late.holds(t, "7")
	same(t, "7", a, b, late)
	// The folder goes on where it was.
	b.leave(t)
	a.add(t, "7", "The mill burned.\n\nNobody was hurt.")
	b = join(t, js, b.dir)
	same(t, "7", a, b, late)
	for _, p := range []*process{a, b, late} {
		if h := p.Health(); h.Rebuilt > 0 || strings.Contains(p.said.String(), "WARN") {
			t.Errorf("health %+v\n%s", h, p.said)
		}
	}
}

// TestManyWriters has many moderators act on one guild by three processes.
func TestManyWriters(t *testing.T) {
	t.Parallel()
	c := natstest.Three(t)
	var all []*process
	for i := range 3 {
		_, js := c.Connect(i, (i+1)%3, (i+2)%3)
		all = append(all, join(t, js, ""))
	}
	const each, writers = 8, 2
	var work sync.WaitGroup
	for i, p := range all {
		for w := range writers {
			work.Go(func() {
				for n := range each {
					if _, err := p.store.Add("7", "m", draft(t, fmt.Sprintf("Title %d %d %d\n\nWords of %d.", i, w, n, n))); err != nil {
						t.Errorf("process %d: %v\n%s", i, err, p.said)
					}
				}
			})
		}
	}
	work.Wait()
	for _, p := range all {
		p.holds(t, "7")
	}
	same(t, "7", all...)
	articles, err := all[0].store.Articles("7")
	if err != nil || len(articles) != 3*each*writers {
		t.Errorf("%d articles, want %d (%v)", len(articles), 3*each*writers, err)
	}
}

// TestReplicasRaised begins with one known server, and learns of the others. Once
// they have everything the first is not needed.
func TestReplicasRaised(t *testing.T) {
	t.Parallel()
	c := natstest.Three(t)
	_, one := c.Connect(0)
	a := join(t, one, "")
	a.add(t, "7", "Alone.\n\nWords.")
	_, three := c.Connect()
	b := join(t, three, "")
	b.holds(t, "7")
	same(t, "7", a, b)
	a.keeps(t) // knows less, lowers nothing
	c.Settle()
	for _, name := range []string{Stream, streamObjects, streamCluster} {
		s, err := three.Stream(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		if n := s.CachedInfo().Config.Replicas; n != 3 {
			t.Errorf("%s has %d replicas", name, n)
		}
	}
	c.Stop(0)
	// If that one led, the others choose a new leader, for which one act may be
	// too impatient.
	natstest.Wait(t, "an act without the first server", func() error {
		_, err := b.store.Add("7", "u", draft(t, "Without the first.\n\nWords."))
		return err
	})
}
