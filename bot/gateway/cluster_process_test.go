package gateway_test

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
	"syscall"
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

// botVariable makes [TestClusterHalted] a bot: its name, the address of Discord, that of NATS and how long a lease lasts.
const botVariable = "GATEWAY_TEST_BOT"

// child is a bot in a process of its own.
type child struct {
	cmd  *exec.Cmd
	said *bufio.Reader
}

func spawn(t *testing.T, c *natstest.Cluster, d *discordtest.Server, name string, ttl time.Duration) *child {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestClusterHalted$")
	cmd.Env = append(os.Environ(), botVariable+"="+strings.Join([]string{name, d.Addr(), c.URL(0), ttl.String()}, " "))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
	})
	return &child{cmd, bufio.NewReader(out)}
}

// beBot is the process: it says how many shards it has ready whenever that changes.
func beBot(t *testing.T, as string) {
	t.Helper()
	var name, discord, url, life string
	if _, err := fmt.Sscan(as, &name, &discord, &url, &life); err != nil {
		t.Fatal(err)
	}
	ttl, err := time.ParseDuration(life)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(t.Context(), syscall.SIGTERM)
	defer stop()
	nc, err := nats.Connect(url, nats.MaxReconnects(-1), nats.ReconnectWait(20*time.Millisecond), nats.ReconnectBufSize(-1))
	if err != nil {
		t.Fatal(err)
	}
	defer nc.Close()
	js, err := jetstream.New(nc)
	if err != nil {
		t.Fatal(err)
	}
	l, err := lease.Open(ctx, js, lease.Options{Name: name, Version: "v1", Log: deaf, TTL: ttl})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	client, dial := discordtest.Reach(discord)
	g := gateway.New(discordtest.Token, gateway.Options{
		Log: deaf, Client: client, Dial: dial, Intents: discordgo.IntentsGuilds | discordgo.IntentsGuildMessages,
		Handler: answering(gateway.NewREST(discordtest.Token, client)), Shares: shared(l),
	})
	go func() {
		tick := time.NewTicker(20 * time.Millisecond)
		defer tick.Stop()
		for last := -1; ctx.Err() == nil; <-tick.C {
			if _, ok := g.Ready(); ok && g.Stats().Shards != last {
				last = g.Stats().Shards
				_, _ = fmt.Fprintln(os.Stdout, "ready", last)
			}
		}
	}()
	if err := g.Run(ctx); err != nil {
		t.Error(err)
	}
}

// shards waits until the process has so many shards ready.
func (c *child) shards(t *testing.T, want int) {
	t.Helper()
	late := time.AfterFunc(3*time.Minute, func() { _ = c.cmd.Process.Kill() })
	defer late.Stop()
	for {
		line, err := c.said.ReadString('\n')
		if err != nil {
			t.Fatalf("the bot says no more: %v", err)
		}
		if line == fmt.Sprintln("ready", want) {
			return
		}
	}
}

// rss is the memory of the process in MiB: now, and at most.
func (c *child) rss(t *testing.T) (now, most int) {
	t.Helper()
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.cmd.Process.Pid))
	if err != nil {
		t.Skip("no /proc here")
	}
	for line := range strings.Lines(string(raw)) {
		_, _ = fmt.Sscanf(line, "VmRSS: %d kB", &now)
		_, _ = fmt.Sscanf(line, "VmHWM: %d kB", &most)
	}
	return now >> 10, most >> 10
}

// TestClusterHalted halts a bot's process by a signal until another has its shards, and lets it go on: every question is
// answered once, and the process has its share again.
func TestClusterHalted(t *testing.T) {
	if as := os.Getenv(botVariable); as != "" {
		beBot(t, as)
		return
	}
	c := natstest.One(t)
	d, servers := eight(t)
	halted := spawn(t, c, d, "halted", brief)
	halted.shards(t, 8)
	b := enter(t, c, d, "b", brief)
	evenly(t, []int{4}, b)
	began := d.Identified()
	load := gather(d, servers, false)
	pause(t, time.Second)
	_ = halted.cmd.Process.Signal(syscall.SIGSTOP)
	evenly(t, []int{8}, b)
	pause(t, time.Second)
	_ = halted.cmd.Process.Signal(syscall.SIGCONT)
	evenly(t, []int{4}, b)
	pause(t, time.Second)
	n, doubles := load.disperse(t)
	t.Logf("%d questions, %d answered twice and shown once", n, doubles)
	if d.Identified() != began {
		t.Errorf("%d sessions were begun anew", d.Identified()-began)
	}
	_ = halted.cmd.Process.Signal(syscall.SIGTERM)
	_, _ = io.Copy(io.Discard, halted.said)
}

// long skips a test that only the long run has (VERBATIM_LOAD).
func long(t *testing.T) {
	t.Helper()
	if _, on := discordtest.LoadTime(t); !on {
		t.Skip("with VERBATIM_LOAD only")
	}
}

// TestClusterFailover kills one of two bots twenty times, with leases of 10 s as in service, and measures the time from there
// to the first answer in its shards: 15 s at most.
func TestClusterFailover(t *testing.T) {
	long(t)
	c := natstest.One(t)
	d, servers := eight(t)
	const ttl = 10 * time.Second
	a, b := enter(t, c, d, "0", ttl), enter(t, c, d, "1", ttl)
	evenly(t, []int{4, 4}, a, b)
	var first, last []time.Duration
	for i := range 20 {
		pause(t, rand.N(2*time.Second)) // somewhere between two renewals
		st, err := lease.Read(t.Context(), jetStream(t, c))
		if err != nil {
			t.Fatal(err)
		}
		died := time.Now()
		a.kill()
		var asked []string
		for _, h := range st.Held {
			if h.Name == a.name { // a server of every shard, as servers fall to shards one after the other
				i := slices.IndexFunc(servers, func(id string) bool { return shardOf(id, 8) == h.Shard })
				asked = append(asked, d.Message(discordtest.Message{Guild: servers[i]}))
			}
		}
		answered := func() (n int) {
			for _, q := range asked {
				n += d.Answers(q).Made
			}
			return n
		}
		tick := time.NewTicker(2 * time.Millisecond)
		for answered() == 0 {
			<-tick.C
		}
		first = append(first, time.Since(died))
		for answered() < len(asked) {
			<-tick.C
		}
		last = append(last, time.Since(died))
		tick.Stop()
		a.stop()
		a, b = b, enter(t, c, d, fmt.Sprint(i+2), ttl)
		evenly(t, []int{4, 4}, a, b)
	}
	slices.Sort(first)
	slices.Sort(last)
	t.Logf("first answer after p50 %v, worst %v; in all shards p50 %v, worst %v", first[10], first[19], last[10], last[19])
	if last[19] > 15*time.Second {
		t.Error("it took more than 15 s")
	}
}

func jetStream(t *testing.T, c *natstest.Cluster) jetstream.JetStream {
	t.Helper()
	nc, js := c.Connect()
	t.Cleanup(nc.Close)
	return js
}

func shardOf(server string, shards uint64) int {
	var id uint64
	_, _ = fmt.Sscan(server, &id)
	return int(id >> 22 % shards) //nolint:gosec // below the number of shards
}

// TestClusterLarge starts two bots for 33,000 servers in 14 shards, as Discord wants them: one identify in five seconds.
func TestClusterLarge(t *testing.T) {
	long(t)
	for _, concurrency := range []int{1, 16} {
		c := natstest.One(t)
		servers := discordtest.Guilds(33_000)
		began := time.Now()
		d := discordtest.New(t, discordtest.Options{Shards: 14, MaxConcurrency: concurrency, Guilds: servers, Light: true, Patience: 5 * time.Minute})
		t.Logf("the fake Discord starts in %v", time.Since(began))
		began = time.Now()
		all := []*child{spawn(t, c, d, "a", 10*time.Second), spawn(t, c, d, "b", 10*time.Second)}
		for _, p := range all {
			p.shards(t, 7)
		}
		took := time.Since(began)
		id := d.Message(discordtest.Message{Guild: servers[len(servers)-1]})
		d.WaitAnswers(id)
		for _, p := range all {
			now, most := p.rss(t)
			t.Logf("max_concurrency %d: ready in %v; %d MiB, at most %d", concurrency, took, now, most)
		}
		leaveAll(all)
	}
}

func leaveAll(all []*child) {
	for _, p := range all {
		_ = p.cmd.Process.Signal(syscall.SIGTERM)
		_, _ = io.Copy(io.Discard, p.said)
	}
}
