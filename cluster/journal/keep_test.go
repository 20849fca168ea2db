package journal

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster/natstest"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// later makes the keeper's clock be ahead.
func (p *process) later(d time.Duration) {
	p.keeper.now = func() time.Time { return time.Now().Add(d) }
}

// keeps does a round of keeping.
func (p *process) keeps(tb testing.TB) {
	tb.Helper()
	if err := p.Keep(tb.Context()); err != nil {
		tb.Fatalf("%v\n%s", err, p.said)
	}
}

// messages gives how many messages a guild has in the log.
func (p *process) messages(tb testing.TB, guild string) uint64 {
	tb.Helper()
	info, err := p.acts.Info(tb.Context(), jetstream.WithSubjectFilter(subjects+guild))
	if err != nil {
		tb.Fatal(err)
	}
	return info.State.Subjects[subjects+guild]
}

// small does one small act in guild 7.
func (p *process) small(tb testing.TB, n int) {
	tb.Helper()
	if _, err := p.store.AddFix("7", "m", store.Fix{Article: "a1", Was: fmt.Sprintf("Name %d", n), Speaker: "Ada Weir"}); err != nil {
		tb.Errorf("act %d: %v\n%s", n, err, p.said)
	}
}

func TestKeepWhileWriting(t *testing.T) {
	t.Parallel()
	c := natstest.One(t)
	_, js := c.Connect()
	a, b, far := join(t, js, ""), join(t, js, ""), join(t, js, "")
	far.holds(t, "7")
	a.add(t, "7", "The ferry sank.\n\nAll were saved.")
	same(t, "7", a, far)
	far.leave(t) // away while the log is compacted
	b.later(2 * settled)
	var work sync.WaitGroup
	done := make(chan bool)
	work.Go(func() {
		for n := range mostMessages + 50 {
			a.small(t, n)
		}
		close(done)
	})
	rounds := 0
	for running := true; running; rounds++ {
		select {
		case <-done:
			running = false
		default:
		}
		if err := b.Keep(t.Context()); err != nil {
			t.Error(err)
		}
	}
	work.Wait()
	b.keeps(t)
	b.keeps(t)
	if n := a.messages(t, "7"); n > mostMessages {
		t.Errorf("%d messages after %d rounds, want them compacted\n%s", n, rounds, b.said)
	}
	b.holds(t, "7")
	same(t, "7", a, b)
	if strings.Contains(a.said.String(), "anew") {
		t.Errorf("a copy that followed was thrown away:\n%s", a.said)
	}
	far = join(t, js, far.dir)
	same(t, "7", a, b, far)
	if h := far.Health(); h.Rebuilt > 0 || strings.Contains(far.said.String(), "anew") {
		t.Errorf("a copy from before the compaction goes on by the snapshot, got %+v\n%s", h, far.said)
	}
}

// TestGoneForGood looks for the words of an article that was purged, and of a
// server that was, in all that NATS has.
func TestGoneForGood(t *testing.T) {
	t.Parallel()
	c := natstest.One(t)
	_, js := c.Connect()
	a, b := join(t, js, ""), join(t, js, "")
	const secret = "zibeline"
	long := "The " + secret + " burned.\n\n" + strings.Repeat("Nobody saw the "+secret+" again. ", 4000)
	id := a.add(t, "7", long)
	a.add(t, "7", "The mill stands.\n\nIt grinds.")
	a.add(t, "8", long)
	b.holds(t, "7")
	if _, err := a.store.Remove("7", "m", id); err != nil {
		t.Fatal(err)
	}
	b.later(2 * settled)
	b.keeps(t) // a snapshot is not due, but let one have it
	if err := b.snapshot(t.Context(), "7", false); err != nil {
		t.Fatal(err)
	}
	if _, err := a.store.Purge(time.Now().Add(31 * 24 * time.Hour)); err != nil {
		t.Fatal(err)
	}
	if err := a.store.PurgeGuild("8"); err != nil {
		t.Fatal(err)
	}
	if found := search(t, js, secret); len(found) == 0 {
		t.Fatal("the search finds nothing while there is something")
	}
	b.keeps(t) // snapshots
	b.later(49 * time.Hour)
	b.keeps(t) // compaction, collection
	if found := search(t, js, secret); len(found) > 0 {
		t.Errorf("still there: %q", found)
	}
	named, err := b.named(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if there := objectNames(t, js); len(there) != len(named) || slices.ContainsFunc(there, func(name string) bool { return named[name] == "" || strings.HasPrefix(name, "8/") }) {
		t.Errorf("objects %q, named %v", there, named)
	}
	if n := a.messages(t, "8"); n != 1 {
		t.Errorf("%d messages of a purged server, want one", n)
	}
	late := join(t, js, "")
	late.holds(t, "7")
	late.holds(t, "8")
	same(t, "7", a, b, late)
	a.add(t, "8", "A new start.\n\nIt goes on.")
	same(t, "8", a, late)
}

// objectNames lists all objects.
func objectNames(t *testing.T, js jetstream.JetStream) (names []string) {
	t.Helper()
	o, err := js.ObjectStore(t.Context(), bucketObjects)
	if err != nil {
		t.Fatal(err)
	}
	all, err := o.List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range all {
		names = append(names, info.Name)
	}
	return names
}

var encoded = regexp.MustCompile(`[A-Za-z0-9+/]{20,}=*`)

// search gives the messages of all streams that hold a word, in base64 too.
func search(t *testing.T, js jetstream.JetStream, word string) []string {
	t.Helper()
	var found []string
	for _, name := range []string{Stream, streamObjects, streamCluster} {
		s, err := js.Stream(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		err = each(t.Context(), s, jetstream.OrderedConsumerConfig{}, func(m jetstream.Msg, _ *jetstream.MsgMetadata) error {
			data := m.Data()
			for _, text := range encoded.FindAll(data, -1) {
				if plain, err := base64.StdEncoding.DecodeString(string(text)); err == nil {
					data = append(data, plain...)
				}
			}
			if bytes.Contains(data, []byte(word)) {
				found = append(found, m.Subject())
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}
