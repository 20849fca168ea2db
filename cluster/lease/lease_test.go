package lease

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/cluster/natstest"
)

// short is the time to live in these tests: as short as a busy machine bears.
const short = 3 * time.Second

// peer is a process that runs shards, each in a goroutine that waits.
type peer struct {
	*Leases
	proxy *natstest.Proxy
	stop  context.CancelFunc
	done  chan struct{}
	ends  []string // shards that ended, in order

	mu   sync.Mutex
	runs map[int]bool
}

// join starts a process that reaches NATS through a proxy of its own.
func join(t *testing.T, c *natstest.Cluster, name string, shards int, who *owners) *peer {
	t.Helper()
	p := &peer{proxy: natstest.NewProxy(t, c.Addr(0)), done: make(chan struct{}), runs: map[int]bool{}}
	nc, err := nats.Connect(p.proxy.URL(), nats.MaxReconnects(-1), nats.ReconnectWait(20*time.Millisecond), nats.ReconnectBufSize(-1), nats.IgnoreDiscoveredServers())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(nc.Close)
	js, err := jetstream.New(nc)
	if err != nil {
		t.Fatal(err)
	}
	p.Leases, err = Open(t.Context(), js, Options{Name: name, Version: "v1", Log: slog.New(slog.NewTextHandler(t.Output(), nil)).With(slog.String("process", name)), TTL: short})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	p.stop = stop
	go func() {
		defer close(p.done)
		defer p.Close()
		for ctx.Err() == nil {
			n, err := p.Plan(ctx, shards, 0)
			if err != nil {
				return
			}
			p.Hold(ctx, n, func(ctx context.Context, shard int) {
				who.begin(shard, name)
				p.note(shard, true)
				<-ctx.Done()
				p.note(shard, false)
				who.end(shard, name)
			})
		}
	}()
	t.Cleanup(func() {
		p.proxy.On()
		stop()
		<-p.done
	})
	return p
}

func (p *peer) note(shard int, on bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.runs[shard] = on
	if !on {
		delete(p.runs, shard)
		p.ends = append(p.ends, fmt.Sprint(shard))
	}
}

func (p *peer) count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.runs)
}

// owners knows who runs each shard.
type owners struct {
	mu     sync.Mutex
	who    map[int][]string
	double []string
}

func (o *owners) begin(shard int, name string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.who == nil {
		o.who = map[int][]string{}
	}
	o.who[shard] = append(o.who[shard], name)
	if len(o.who[shard]) > 1 {
		o.double = append(o.double, fmt.Sprint(shard, o.who[shard]))
	}
}

func (o *owners) end(shard int, name string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.who[shard] = slices.DeleteFunc(o.who[shard], func(s string) bool { return s == name })
}

// even waits until each of the processes runs so many shards.
func even(t *testing.T, want []int, all ...*peer) {
	t.Helper()
	natstest.Wait(t, fmt.Sprintf("shares of %v", want), func() error {
		var got []int
		for _, p := range all {
			got = append(got, p.count())
		}
		if !slices.Equal(got, want) {
			return fmt.Errorf("shares are %v", got)
		}
		return nil
	})
}

// TestShares has processes come and go: their shares are even, and no shard is
// run twice.
func TestShares(t *testing.T) {
	c := natstest.One(t)
	var who owners
	a := join(t, c, "a", 8, &who)
	even(t, []int{8}, a)
	b := join(t, c, "b", 8, &who)
	even(t, []int{4, 4}, a, b)
	d := join(t, c, "d", 8, &who)
	even(t, []int{3, 3, 2}, a, b, d)
	b.stop()
	<-b.done
	even(t, []int{4, 4}, a, d)
	_, js := c.Connect()
	st, err := Read(t.Context(), js)
	if err != nil || st.Shards != 8 || len(st.Processes) != 2 || len(st.Held) != 8 || st.Processes[0].Name != "a" || !st.Processes[1].Serving {
		t.Errorf("status %+v, %v", st, err)
	}
	for _, h := range st.Held {
		if h.Age > short || h.Name == "" || h.Session >= 0 {
			t.Errorf("held: %+v", h)
		}
	}
	if len(who.double) > 0 {
		t.Errorf("shards run twice: %v", who.double)
	}
}

// TestCutOff cuts one process off NATS: the other has its shards after their
// time to live, and when the first is back it stops running them.
func TestCutOff(t *testing.T) {
	c := natstest.One(t)
	var who owners
	a := join(t, c, "a", 4, &who)
	b := join(t, c, "b", 4, &who)
	even(t, []int{2, 2}, a, b)
	lost := a.mine()[0]
	if !a.May(lost) {
		t.Error("a holder may not answer")
	}
	began := time.Now()
	a.proxy.Off()
	even(t, []int{2, 4}, a, b)
	if took := time.Since(began); took < short-short/5 || took > 4*short {
		t.Errorf("taken over after %v, leases last %v", took, short)
	}
	if !a.May(lost) {
		t.Error("it may not go on though its attempts to reach NATS end without an answer")
	}
	if a.Save(t.Context(), lost, []byte("old")) == nil {
		t.Error("it saves a session that is not its own any more")
	}
	a.proxy.On()
	even(t, []int{2, 2}, a, b)
	if slices.Contains(a.mine(), lost) && len(a.ends) == 0 {
		t.Error("it ran on what it had lost")
	}
	natstest.Wait(t, "one holder of each shard", func() error {
		who.mu.Lock()
		defer who.mu.Unlock()
		for n, names := range who.who {
			if len(names) != 1 {
				return fmt.Errorf("shard %d is run by %v", n, names)
			}
		}
		return nil
	})
}

// TestAway stops NATS for longer than leases last: everybody goes on, and takes
// back what it runs.
func TestAway(t *testing.T) {
	c := natstest.One(t)
	var who owners
	a := join(t, c, "a", 6, &who)
	b := join(t, c, "b", 6, &who)
	even(t, []int{3, 3}, a, b)
	ours := a.mine()
	var jobs atomic.Int32
	ended := make(chan struct{}, 9)
	go a.Job(t.Context(), "keeper", func(ctx context.Context) {
		jobs.Add(1)
		<-ctx.Done()
		ended <- struct{}{}
	})
	natstest.Wait(t, "the job", func() error {
		if jobs.Load() == 0 {
			return fmt.Errorf("not begun")
		}
		return nil
	})
	c.Stop(0)
	<-ended // the job does not go on
	away := time.NewTimer(2 * short)
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for on := true; on; {
		select {
		case <-tick.C:
			for _, n := range ours {
				if !a.May(n) {
					t.Errorf("shard %d may not go on", n)
				}
			}
		case <-away.C:
			on = false
		}
	}
	a.alone = short / 2
	asked := time.Now()
	if err := a.Connect(t.Context(), ours[0]); err != nil || time.Since(asked) < a.alone {
		t.Errorf("may be connected after %v, want %v: %v", time.Since(asked), a.alone, err)
	}
	if a.Turn(t.Context(), 0) == nil {
		t.Error("may identify without NATS")
	}
	c.Start(0)
	natstest.Wait(t, "leases renewed", func() error {
		if a.Age() > short/2 || b.Age() > short/2 {
			return fmt.Errorf("renewed %v and %v ago", a.Age(), b.Age())
		}
		return nil
	})
	cluster.Wait(t.Context(), short)
	if got := a.mine(); !slices.Equal(got, ours) || len(a.ends)+len(b.ends) > 3 {
		t.Errorf("runs %v, ran %v before; ended: %v %v", got, ours, a.ends, b.ends)
	}
	if len(who.double) > 0 {
		t.Errorf("shards run twice: %v", who.double)
	}
}

// TestHalted has a process halted in the middle of everything: it may answer
// nothing afterwards until it knows how things are.
func TestHalted(t *testing.T) {
	c := natstest.One(t)
	var who owners
	a := join(t, c, "a", 1, &who)
	even(t, []int{1}, a)
	h := a.holding(0)
	for _, tt := range []struct {
		name           string
		renewed, tried time.Duration // ago
		away           bool
		want           bool
	}{
		{"renewed just now", 0, 0, false, true},
		{"not tried since", short, short, false, false},
		{"NATS does not answer", 10 * short, short / 10, true, true},
		{"halted while NATS did not answer", 10 * short, short, true, false},
	} {
		h.mu.Lock()
		was := [2]time.Time{h.renewed, h.tried}
		h.renewed, h.tried, h.away = time.Now().Add(-tt.renewed), time.Now().Add(-tt.tried), tt.away
		h.mu.Unlock()
		if got := h.may(); got != tt.want {
			t.Errorf("%s: may answer: %v", tt.name, got)
		}
		h.mu.Lock()
		h.renewed, h.tried, h.away = was[0], was[1], false
		h.mu.Unlock()
	}
	// A clock that stopped, as the monotonic one does while a machine sleeps.
	h.mu.Lock()
	h.renewed = h.renewed.Round(0).Add(-short)
	h.mu.Unlock()
	if h.may() {
		t.Error("may answer after a sleep")
	}
}

// TestPlan grows the number of shards under running processes.
func TestPlan(t *testing.T) {
	c := natstest.One(t)
	var who owners
	a := join(t, c, "a", 2, &who)
	even(t, []int{2}, a)
	b := join(t, c, "b", 1, &who) // joins the others' number
	even(t, []int{1, 1}, a, b)
	n, err := b.Plan(t.Context(), 4, 2)
	if n != 4 || err != nil {
		t.Fatalf("agreed on %d, %v", n, err)
	}
	even(t, []int{2, 2}, a, b)
	if n, err := a.Plan(t.Context(), 9, 0); n != 4 || err != nil {
		t.Errorf("wanting more while four are run: %d, %v", n, err)
	}
	if n, err := a.Plan(t.Context(), 4, 4); n != 4 || err != nil {
		t.Errorf("with no more to be had: %d, %v", n, err)
	}
}

// TestTurn gives turns to identify: one of a key every six seconds.
func TestTurn(t *testing.T) {
	c := natstest.One(t)
	var who owners
	a := join(t, c, "a", 1, &who)
	b := join(t, c, "b", 1, &who)
	began := time.Now()
	var all sync.WaitGroup
	for _, p := range []*peer{a, b} {
		all.Go(func() {
			if err := p.Turn(t.Context(), 0); err != nil {
				t.Error(err)
			}
		})
	}
	if err := a.Turn(t.Context(), 1); err != nil || time.Since(began) > spacing {
		t.Errorf("another key: %v after %v", err, time.Since(began))
	}
	all.Wait()
	if took := time.Since(began); took < spacing-spacing/10 || took > 3*spacing {
		t.Errorf("two turns took %v", took)
	}
	for range 3 {
		for _, p := range []*peer{a, b} {
			if err := p.Budget(t.Context(), func(old []byte) []byte { return append(old, 'x') }); err != nil {
				t.Error(err)
			}
		}
	}
	if err := a.Budget(t.Context(), func(old []byte) []byte {
		if string(old) != strings.Repeat("x", 6) {
			t.Errorf("record %q", old)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

// TestJob has one of two processes do a job, and the other when that ends.
func TestJob(t *testing.T) {
	c := natstest.One(t)
	var who owners
	a := join(t, c, "a", 1, &who)
	b := join(t, c, "b", 1, &who)
	var running, most atomic.Int32
	did := make(chan string, 9)
	work := func(name string) func(context.Context) {
		return func(ctx context.Context) {
			if n := running.Add(1); n > most.Load() {
				most.Store(n)
			}
			did <- name
			<-ctx.Done()
			running.Add(-1)
		}
	}
	stops := map[string]context.CancelFunc{}
	var all sync.WaitGroup
	for name, p := range map[string]*peer{"a": a, "b": b} {
		ctx, stop := context.WithCancel(t.Context())
		stops[name] = stop
		all.Go(func() { p.Job(ctx, "house", work(name)) })
	}
	first := <-did
	stops[first]()
	if second := <-did; second == first {
		t.Errorf("%s did it again", first)
	}
	for _, stop := range stops {
		stop()
	}
	all.Wait()
	if most.Load() != 1 {
		t.Errorf("%d did it at once", most.Load())
	}
}

func TestQuota(t *testing.T) {
	for n := 1; n < 8; n++ {
		for shards := range 40 {
			var all []process
			for i := range n {
				all = append(all, process{ID: fmt.Sprint(i)})
			}
			sum, least, most := 0, shards, 0
			for _, p := range all {
				q, _ := quota(all, p.ID, shards)
				sum, least, most = sum+q, min(least, q), max(most, q)
			}
			if sum != shards || most > least+1 {
				t.Errorf("%d shards, %d processes: %d to %d, %d in all", shards, n, least, most, sum)
			}
		}
	}
	if _, known := quota(nil, "x", 8); known {
		t.Error("a quota for one that nobody knows")
	}
}
