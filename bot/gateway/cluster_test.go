package gateway_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/cluster/lease"
	"github.com/verbatim-bot/verbatim/cluster/natstest"
)

// brief is how long a lease lasts in these tests: as short as a busy machine bears.
const brief = 3 * time.Second

// member is one of several bots that share shards by leases in a real NATS. It answers every question.
type member struct {
	name   string
	nats   *natstest.Proxy
	lease  *lease.Leases
	g      *gateway.Supervisor
	stop   context.CancelFunc
	done   chan error
	killed atomic.Bool // nothing of it reaches anybody

	mu    sync.Mutex
	conns []net.Conn
}

// shared wires leases into a gateway.
func shared(l *lease.Leases) *gateway.Shares {
	return &gateway.Shares{
		Plan: l.Plan, Hold: l.Hold, May: l.May, Connect: l.Connect,
		Turn: l.Turn, Budget: l.Budget, Load: l.Load, Save: l.Save,
	}
}

// enter starts a bot that reaches NATS through a proxy of its own.
func enter(t *testing.T, c *natstest.Cluster, d *discordtest.Server, name string, ttl time.Duration) *member {
	t.Helper()
	proxy := natstest.NewProxy(t, c.Addr(0))
	m := enterAt(t, proxy.URL(), d, name, ttl)
	m.nats = proxy
	return m
}

// enterAt starts a bot that reaches NATS at these addresses.
func enterAt(t *testing.T, urls string, d *discordtest.Server, name string, ttl time.Duration) *member {
	t.Helper()
	m := &member{name: name, done: make(chan error, 1)}
	nc, err := nats.Connect(urls, nats.MaxReconnects(-1), nats.ReconnectWait(20*time.Millisecond), nats.ReconnectBufSize(-1), nats.IgnoreDiscoveredServers())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(nc.Close)
	js, err := jetstream.New(nc)
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(t.Output(), nil)).With(slog.String("bot", name))
	m.lease, err = lease.Open(t.Context(), js, lease.Options{Name: name, Version: "v1", Log: log, TTL: ttl})
	if err != nil {
		t.Fatal(err)
	}
	client := d.Client()
	client.Transport = mortal{client.Transport, m}
	m.g = gateway.New(discordtest.Token, gateway.Options{
		Log: log, Client: client, Intents: discordgo.IntentsGuilds | discordgo.IntentsGuildMessages,
		Handler: answering(gateway.NewREST(discordtest.Token, client)), Shares: shared(m.lease),
		Dial: func(ctx context.Context, network, addr string) (net.Conn, error) {
			if m.killed.Load() {
				return nil, errKilled
			}
			c, err := d.Dial(ctx, network, addr)
			if err == nil {
				m.mu.Lock()
				m.conns = append(m.conns, c)
				m.mu.Unlock()
			}
			return c, err
		},
	})
	ctx, stop := context.WithCancel(t.Context())
	m.stop = stop
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		err := m.g.Run(ctx)
		m.lease.Close()
		m.done <- err
	}()
	t.Cleanup(func() {
		stop()
		<-ended // other tests look for what this one has left
	})
	return m
}

// answering answers every question.
func answering(rest *gateway.REST) func(context.Context, *discordgo.Session, any) {
	return func(ctx context.Context, _ *discordgo.Session, event any) {
		switch e := event.(type) {
		case *discordgo.MessageCreate:
			_, _ = rest.Send(ctx, e.ChannelID, gateway.Message{Content: "yes", ReplyTo: e.ID, Answers: e.ID})
		case *discordgo.InteractionCreate:
			_ = rest.Reply(e.Interaction).Answer(ctx, gateway.Message{Content: "yes"})
		}
	}
}

var errKilled = errors.New("killed")

// mortal makes no more calls when its bot is killed.
type mortal struct {
	next http.RoundTripper
	m    *member
}

// RoundTrip implements http.RoundTripper.
func (a mortal) RoundTrip(r *http.Request) (*http.Response, error) {
	if a.m.killed.Load() {
		return nil, errKilled
	}
	return a.next.RoundTrip(r)
}

// kill ends all that the bot does for others at once, as a death would.
func (m *member) kill() {
	m.killed.Store(true)
	m.nats.Off()
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, c := range m.conns {
		_ = c.Close()
	}
}

// leave ends the bot in good order.
func (m *member) leave(t *testing.T) {
	t.Helper()
	m.stop()
	if err := <-m.done; err != nil {
		t.Error(err)
	}
}

// evenly waits until the bots have connected so many shards each.
func evenly(t *testing.T, want []int, all ...*member) {
	t.Helper()
	natstest.Wait(t, fmt.Sprintf("shares of %v", want), func() error {
		var got []int
		for _, m := range all {
			st := m.g.Stats()
			if _, ok := m.g.Ready(); !ok {
				return fmt.Errorf("%s is not ready", m.name)
			}
			got = append(got, st.Shards)
		}
		if !slices.Equal(got, want) {
			return fmt.Errorf("shares are %v", got)
		}
		return nil
	})
}

// crowd asks questions all the time, in all servers.
type crowd struct {
	d        *discordtest.Server
	servers  []string
	commands bool // interactions too
	end      chan struct{}
	ended    chan struct{}

	mu    sync.Mutex
	asked []string
}

func gather(d *discordtest.Server, servers []string, commands bool) *crowd {
	c := &crowd{d: d, servers: servers, commands: commands, end: make(chan struct{}), ended: make(chan struct{})}
	go func() {
		defer close(c.ended)
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for i := 0; ; i++ {
			select {
			case <-tick.C:
				c.ask(i)
			case <-c.end:
				return
			}
		}
	}()
	return c
}

func (c *crowd) ask(i int) {
	server := c.servers[i%len(c.servers)]
	id := ""
	if c.commands && i%2 == 1 {
		in := discordtest.Slash("ask")
		in.Guild = server
		id = c.d.Interact(in).ID
	} else {
		id = c.d.Message(discordtest.Message{Guild: server})
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked = append(c.asked, id)
}

// disperse ends the questions and checks that each was answered, once. It tells how many further answers were tried.
func (c *crowd) disperse(t *testing.T) (questions, doubles int) {
	t.Helper()
	close(c.end)
	<-c.ended
	c.d.WaitAnswers(c.asked...)
	for _, q := range c.asked {
		a := c.d.Answers(q)
		doubles += a.Doubles
		if a.Made != 1 {
			t.Errorf("question %s was answered %d times", q, a.Made)
		}
	}
	return len(c.asked), doubles
}

// pause waits in real time.
func pause(t *testing.T, d time.Duration) {
	t.Helper()
	select {
	case <-time.After(d):
	case <-t.Context().Done():
	}
}

// eight is a Discord with a bot of eight shards.
func eight(t *testing.T) (*discordtest.Server, []string) {
	t.Helper()
	servers := discordtest.Guilds(40)
	return discordtest.New(t, discordtest.Options{Shards: 8, MaxConcurrency: 16, Guilds: servers, Light: true}), servers
}

// TestClusterRestart restarts each of three bots in turn, in good order, under load: not an event stays unanswered, and no
// session is begun anew.
func TestClusterRestart(t *testing.T) {
	c := natstest.One(t)
	d, servers := eight(t)
	all := []*member{enter(t, c, d, "a", brief), enter(t, c, d, "b", brief), enter(t, c, d, "c", brief)}
	evenly(t, []int{3, 3, 2}, all...)
	began := d.Identified()
	load := gather(d, servers, true)
	for i := range all {
		all[i].leave(t)
		all = append(all, enter(t, c, d, string(rune('d'+i)), brief))
		evenly(t, []int{3, 3, 2}, all[i+1:]...)
	}
	n, doubles := load.disperse(t)
	t.Logf("%d events, %d answered twice and shown once", n, doubles)
	if doubles > 0 || d.Identified() != began {
		t.Errorf("%d further answers, %d sessions begun anew", doubles, d.Identified()-began)
	}
}

// TestClusterDeath kills one of three bots under load. The others have its shards when its leases are over, resume its
// sessions and answer what was asked meanwhile.
func TestClusterDeath(t *testing.T) {
	c := natstest.One(t)
	d, servers := eight(t)
	all := []*member{enter(t, c, d, "a", brief), enter(t, c, d, "b", brief), enter(t, c, d, "c", brief)}
	evenly(t, []int{3, 3, 2}, all...)
	began := d.Identified()
	load := gather(d, servers, false)
	pause(t, 2*time.Second)
	died := time.Now()
	all[0].kill()
	evenly(t, []int{4, 4}, all[1:]...)
	took := time.Since(died)
	pause(t, time.Second)
	n, doubles := load.disperse(t)
	t.Logf("%d questions; taken over after %v; %d answered twice and shown once", n, took, doubles)
	if d.Identified() != began {
		t.Errorf("%d sessions were begun anew", d.Identified()-began)
	}
	if took > 4*brief {
		t.Errorf("taken over after %v, leases last %v", took, brief)
	}
}

// TestClusterCutOff cuts one bot off NATS, and not off Discord: it goes on until the other has its shards, and every question
// is answered once. When it is back it takes its share again.
func TestClusterCutOff(t *testing.T) {
	c := natstest.One(t)
	d, servers := eight(t)
	a, b := enter(t, c, d, "a", brief), enter(t, c, d, "b", brief)
	evenly(t, []int{4, 4}, a, b)
	began := d.Identified()
	load := gather(d, servers, false)
	pause(t, time.Second)
	a.nats.Off()
	evenly(t, []int{8}, b)
	pause(t, time.Second)
	a.nats.On()
	evenly(t, []int{4, 4}, a, b)
	n, doubles := load.disperse(t)
	t.Logf("%d questions, %d answered twice and shown once", n, doubles)
	if d.Identified() != began {
		t.Errorf("%d sessions were begun anew", d.Identified()-began)
	}
}

// TestClusterWithoutNATS stops NATS for three times as long as leases last: questions are answered all the time.
func TestClusterWithoutNATS(t *testing.T) {
	c := natstest.One(t)
	d, servers := eight(t)
	a, b := enter(t, c, d, "a", brief), enter(t, c, d, "b", brief)
	evenly(t, []int{4, 4}, a, b)
	began := d.Identified()
	load := gather(d, servers, true)
	pause(t, time.Second)
	c.Stop(0)
	for range 9 {
		pause(t, brief/3)
		id := d.Message(discordtest.Message{Guild: servers[0]})
		asked := time.Now()
		d.WaitAnswers(id)
		if took := time.Since(asked); took > brief {
			t.Errorf("answered after %v", took)
		}
	}
	c.Start(0)
	natstest.Wait(t, "leases renewed", func() error {
		if age := max(a.lease.Age(), b.lease.Age()); age > brief/2 {
			return fmt.Errorf("renewed %v ago", age)
		}
		return nil
	})
	pause(t, brief)
	evenly(t, []int{4, 4}, a, b)
	n, doubles := load.disperse(t)
	t.Logf("%d events, %d answered twice and shown once", n, doubles)
	if doubles > 0 || d.Identified() != began {
		t.Errorf("%d further answers, %d sessions begun anew", doubles, d.Identified()-began)
	}
}

// TestClusterOfServers has three NATS servers: the leader of the leases stops, and then one more, so that nothing is kept for
// a while. Questions are answered all the time, and no shard goes to another bot for the loss of one server.
func TestClusterOfServers(t *testing.T) {
	c := natstest.Three(t)
	d, servers := eight(t)
	a, b := enterAt(t, c.URLs(), d, "a", brief), enterAt(t, c.URLs(), d, "b", brief)
	evenly(t, []int{4, 4}, a, b)
	began := d.Identified()
	load := gather(d, servers, true)
	renewed := func() {
		t.Helper()
		natstest.Wait(t, "leases renewed", func() error {
			if age := max(a.lease.Age(), b.lease.Age()); age > brief/2 {
				return fmt.Errorf("renewed %v ago", age)
			}
			return nil
		})
	}
	first := c.Leader("KV_VERBATIM_LEASES")
	c.Stop(first)
	pause(t, time.Second)
	renewed()
	second := (first + 1) % c.Len()
	c.Stop(second)
	pause(t, 2*brief)
	c.Start(second)
	c.Start(first)
	renewed()
	pause(t, brief)
	evenly(t, []int{4, 4}, a, b)
	n, doubles := load.disperse(t)
	t.Logf("%d events, %d answered twice and shown once", n, doubles)
	if doubles > 0 || d.Identified() != began {
		t.Errorf("%d further answers, %d sessions begun anew", doubles, d.Identified()-began)
	}
}
