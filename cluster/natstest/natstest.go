// Package natstest is real NATS for tests: one server with JetStream, or three
// as a cluster on loopback, each with a store folder of its own. Servers run in
// the test's process, or as processes of their own that can be killed.
//
// The files:
//
//	natstest.go one or more servers: started, stopped, killed, waited for
//	member.go   a server, in this process or in one of its own
//	proxy.go    a connection that can be cut
package natstest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// patience is how long a test waits for servers to be as they should be. An
// election takes up to ten seconds, several after another on a busy machine.
const patience = 90 * time.Second

// Cluster is one server, or several that are one cluster. Its methods are for
// one goroutine at a time; servers are counted from 0.
type Cluster struct {
	t       testing.TB
	members []*member
}

// One starts a server in this process. It ends with the test.
func One(tb testing.TB) *Cluster { tb.Helper(); return start(tb, 1, false) }

// Three starts three servers in this process. They end with the test.
func Three(tb testing.TB) *Cluster { tb.Helper(); return start(tb, 3, false) }

// Processes starts n servers, 1 or 3, each a process of this test binary, whose
// TestMain calls [Main]. They end with the test.
func Processes(tb testing.TB, n int) *Cluster { tb.Helper(); return start(tb, n, true) }

func start(tb testing.TB, n int, apart bool) *Cluster {
	tb.Helper()
	c := &Cluster{t: tb}
	dir := tb.TempDir()
	ports := free(tb, 2*n)
	for i := range n {
		o := Options{Name: fmt.Sprintf("n%d", i+1), Dir: filepath.Join(dir, fmt.Sprintf("n%d", i+1)), Port: ports[i]}
		if n > 1 {
			o.Cluster = ports[n+i]
			for k := range n {
				o.Routes = append(o.Routes, ports[n+k])
			}
		}
		if err := os.MkdirAll(o.Dir, 0o700); err != nil {
			tb.Fatal(err)
		}
		c.members = append(c.members, &member{options: o, apart: apart})
	}
	tb.Cleanup(func() {
		for i := range c.members {
			if apart {
				c.Kill(i) // nobody reads what it leaves
			} else {
				c.Stop(i)
			}
		}
	})
	for i := range c.members {
		c.Start(i)
	}
	c.ready(n)
	return c
}

// ready waits until a stream can be made on n servers.
func (c *Cluster) ready(n int) {
	c.t.Helper()
	c.manage(fmt.Sprintf("a stream on %d servers", n), func(ctx context.Context, js jetstream.JetStream) error {
		const name = "NATSTEST"
		_, err := js.CreateStream(ctx, jetstream.StreamConfig{Name: name, Subjects: []string{"natstest"}, Storage: jetstream.MemoryStorage, Replicas: n})
		return errors.Join(err, js.DeleteStream(ctx, name))
	})
}

// Len is how many servers there are, running or not.
func (c *Cluster) Len() int { return len(c.members) }

// URL is the address of server i, the same after it was stopped.
func (c *Cluster) URL(i int) string { return c.members[i].options.url() }

// URLs are the addresses of all servers, with commas between them.
func (c *Cluster) URLs() string {
	all := make([]string, len(c.members))
	for i := range all {
		all[i] = c.URL(i)
	}
	return strings.Join(all, ",")
}

// Addr is host and port of server i.
func (c *Cluster) Addr(i int) string { return strings.TrimPrefix(c.URL(i), "nats://") }

// Dir is the store folder of server i.
func (c *Cluster) Dir(i int) string { return c.members[i].options.Dir }

// Running tells whether server i runs.
func (c *Cluster) Running(i int) bool { return c.members[i].running() }

// Start starts server i on its port and store, and waits until it takes
// connections; one that runs is left alone. See [Cluster.Settle] for more.
func (c *Cluster) Start(i int) {
	c.t.Helper()
	if err := c.members[i].start(); err != nil {
		c.t.Fatalf("start NATS server %d: %v", i, err)
	}
}

// Stop ends server i in good order, and waits for its end. One that does not run
// is left alone.
func (c *Cluster) Stop(i int) {
	c.t.Helper()
	if err := c.members[i].stop(false); err != nil {
		c.t.Errorf("stop NATS server %d: %v", i, err)
	}
}

// Kill ends server i by SIGKILL. One that does not run is left alone, one in
// this process cannot be killed.
func (c *Cluster) Kill(i int) {
	c.t.Helper()
	if err := c.members[i].stop(true); err != nil {
		c.t.Errorf("kill NATS server %d: %v", i, err)
	}
}

// Connect gives a connection that comes back for as long as the test lasts, to
// the servers named by number, to all when none is named. What is sent while it
// is broken fails.
func (c *Cluster) Connect(servers ...int) (*nats.Conn, jetstream.JetStream) {
	c.t.Helper()
	urls := c.URLs()
	if len(servers) > 0 {
		var some []string
		for _, i := range servers {
			some = append(some, c.URL(i))
		}
		urls = strings.Join(some, ",")
	}
	nc, err := dial(urls)
	if err != nil {
		c.t.Fatal(err)
	}
	c.t.Cleanup(nc.Close)
	js, err := jetstream.New(nc)
	if err != nil {
		c.t.Fatal(err)
	}
	return nc, js
}

func dial(urls string) (*nats.Conn, error) {
	return nats.Connect(urls, nats.MaxReconnects(-1), nats.ReconnectBufSize(-1), nats.ReconnectWait(50*time.Millisecond), nats.ReconnectJitter(20*time.Millisecond, 20*time.Millisecond), nats.IgnoreDiscoveredServers())
}

// Leader is the server that leads a stream, -1 when none does.
func (c *Cluster) Leader(stream string) int {
	c.t.Helper()
	leader := -1
	c.manage("the leader of "+stream, func(ctx context.Context, js jetstream.JetStream) error {
		s, err := js.Stream(ctx, stream)
		if err != nil {
			return err
		}
		info := s.CachedInfo()
		for i, m := range c.members {
			if info.Cluster != nil && info.Cluster.Leader == m.options.Name || info.Cluster == nil {
				leader = i
				return nil
			}
		}
		leader = -1
		return nil
	})
	return leader
}

// Settle waits until every stream has a leader and all its replicas, on running
// servers, are current.
func (c *Cluster) Settle() {
	c.t.Helper()
	running := map[string]bool{}
	for _, m := range c.members {
		running[m.options.Name] = m.running()
	}
	c.manage("leaders and replicas", func(ctx context.Context, js jetstream.JetStream) error {
		all := js.ListStreams(ctx)
		for info := range all.Info() {
			if info.Cluster == nil || info.Config.Replicas < 2 {
				continue
			}
			if info.Cluster.Leader == "" {
				return fmt.Errorf("%s has no leader", info.Config.Name)
			}
			if n := len(info.Cluster.Replicas) + 1; n < info.Config.Replicas {
				return fmt.Errorf("%s has %d replicas of %d", info.Config.Name, n, info.Config.Replicas)
			}
			for _, r := range info.Cluster.Replicas {
				if running[r.Name] && (!r.Current || r.Offline) {
					return fmt.Errorf("%s is not current on %s", info.Config.Name, r.Name)
				}
			}
		}
		return all.Err()
	})
}

// manage repeats f until it succeeds.
func (c *Cluster) manage(what string, f func(context.Context, jetstream.JetStream) error) {
	c.t.Helper()
	nc, err := dial(c.URLs())
	if err != nil {
		c.t.Fatalf("wait for %s: %v", what, err)
	}
	defer nc.Close()
	js, err := jetstream.New(nc)
	if err != nil {
		c.t.Fatal(err)
	}
	Wait(c.t, what, func() error {
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		return f(ctx, js)
	})
}

// Wait repeats f, some 50 times a second, until it gives nil. After a minute and
// a half the test fails with its last error.
func Wait(tb testing.TB, what string, f func() error) {
	tb.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(patience); ; <-tick.C {
		err := f()
		if err == nil {
			return
		}
		if time.Now().After(end) {
			tb.Fatalf("waited %v for %s: %v", patience, what, err)
		}
	}
}

// span is how many ports a test process has for itself. They lie between lowest
// and highest, below those that systems give to outgoing connections: else one of
// these could take the port of a server that is down.
const (
	lowest, highest = 10_000, 32_000
	span            = 200
)

// block listens at the first port of those that this process has for itself, for
// as long as it lives: no other process of tests takes the block. A server that
// finds its port taken would end the whole process.
var block = sync.OnceValues(func() (net.Listener, error) {
	for range 1000 {
		if l, err := net.Listen("tcp", address(lowest+span*rand.IntN((highest-lowest)/span))); err == nil {
			return l, nil
		}
	}
	return nil, errors.New("no ports are left for this process")
})

// ports are those of the block that servers have, running or not.
var ports struct {
	sync.Mutex
	taken map[int]bool
}

// free gives n ports of loopback that nobody uses, until the test ends.
func free(tb testing.TB, n int) []int {
	tb.Helper()
	held, err := block()
	if err != nil {
		tb.Fatal(err)
	}
	first := held.Addr().(*net.TCPAddr).Port
	ports.Lock()
	defer ports.Unlock()
	if ports.taken == nil {
		ports.taken = map[int]bool{}
	}
	var mine []int
	for port := first + 1; port < first+span && len(mine) < n; port++ {
		if ports.taken[port] {
			continue
		}
		l, err := net.Listen("tcp", address(port))
		if err != nil {
			continue
		}
		if err := l.Close(); err != nil {
			tb.Fatal(err)
		}
		ports.taken[port] = true
		mine = append(mine, port)
	}
	tb.Cleanup(func() {
		ports.Lock()
		defer ports.Unlock()
		for _, port := range mine {
			delete(ports.taken, port)
		}
	})
	if len(mine) < n {
		tb.Fatal("no free ports")
	}
	return mine
}

func address(port int) string { return fmt.Sprintf("127.0.0.1:%d", port) }
