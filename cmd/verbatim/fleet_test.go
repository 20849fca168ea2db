package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/cluster/natstest"
)

// Of a fleet.
const (
	fleetShards  = 4
	fleetServers = 20
)

// fleet is bots on one Discord and three NATS servers, or one bot without these:
// each of them a process.
type fleet struct {
	t        testing.TB
	d        *discordtest.Server
	nats     *natstest.Cluster
	settings []map[string]string
	bots     []*exec.Cmd
}

// newFleet starts bots that have a house article. It returns when every one runs
// shards.
func newFleet(tb testing.TB, bots int, shared bool) *fleet {
	tb.Helper()
	f := &fleet{t: tb, d: discordtest.New(tb, discordtest.Options{
		Light: true, Shards: fleetShards, MaxConcurrency: fleetShards, Guilds: discordtest.Guilds(fleetServers),
	})}
	if shared {
		f.nats = natstest.Processes(tb, 3)
	}
	dir := shortDir(tb)
	articles := filepath.Join(dir, "articles")
	if err := os.Mkdir(articles, 0o700); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(articles, "quay.txt"), []byte(quay), 0o600); err != nil {
		tb.Fatal(err)
	}
	for i := range bots {
		settings := map[string]string{
			"VERBATIM_DATA": filepath.Join(dir, strconv.Itoa(i)), "VERBATIM_ARTICLES": articles, "VERBATIM_HTTP": freeAddress(tb), "VERBATIM_READER": "off",
		}
		if shared {
			settings["VERBATIM_NATS"] = f.nats.URLs()
		}
		f.settings = append(f.settings, settings)
		f.bots = append(f.bots, f.begin(i))
	}
	for i := range bots {
		f.await(i)
	}
	return f
}

func (f *fleet) begin(bot int) *exec.Cmd {
	f.t.Helper()
	return botProcess(f.t, f.d, f.settings[bot])
}

// up starts a bot again and waits until it runs shards.
func (f *fleet) up(bot int) {
	f.t.Helper()
	f.bots[bot] = f.begin(bot)
	f.await(bot)
}

func (f *fleet) await(bot int) {
	f.t.Helper()
	natstest.Wait(f.t, "shards of a bot", func() error {
		if err := healthy(f.t.Context(), f.settings[bot]["VERBATIM_HTTP"]); err != nil {
			return err
		}
		if strings.Contains(f.metrics(bot), "verbatim_cluster_shards_held 0\n") {
			return errors.New("it runs none")
		}
		return nil
	})
}

// metrics is the page of a bot's metrics.
func (f *fleet) metrics(bot int) string {
	f.t.Helper()
	return fetched(f.t, "http://"+f.settings[bot]["VERBATIM_HTTP"]+"/metrics")
}

// end ends a bot by a signal and waits for its end.
func (f *fleet) end(bot int, by syscall.Signal) {
	f.t.Helper()
	c := f.bots[bot]
	if err := c.Process.Signal(by); err != nil {
		f.t.Fatal(err)
	}
	err := c.Wait()
	if exit, ok := errors.AsType[*exec.ExitError](err); by != syscall.SIGKILL && err != nil || by == syscall.SIGKILL && !ok {
		f.t.Errorf("a bot ended with %v (%v)", err, exit)
	}
}

// inquiry is a question that a member has asked.
type inquiry struct {
	number, shard int
	id            string
	at            time.Time
}

// crowd are members of servers of all shards, each of whom asks something else.
type crowd struct {
	d       *discordtest.Server
	servers []string

	mu    sync.Mutex
	asked []inquiry
}

func newCrowd(d *discordtest.Server) *crowd {
	return &crowd{d: d, servers: discordtest.Guilds(fleetServers)}
}

// mention asks by a message.
func (c *crowd) mention() {
	c.ask(func(server, channel, member, text string) string {
		return c.d.Message(discordtest.Message{Guild: server, Channel: channel, Author: member, Text: text, Mention: true})
	})
}

// slash asks by a command.
func (c *crowd) slash() {
	c.ask(func(server, channel, member, text string) string {
		in := discordtest.Slash("ask", discordtest.Opt("question", text))
		in.Guild, in.Channel, in.User = server, channel, member
		return c.d.Interact(in).ID
	})
}

func (c *crowd) ask(put func(server, channel, member, text string) (id string)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := len(c.asked)
	server := c.servers[n%len(c.servers)]
	q := inquiry{number: n, shard: shardOf(server), at: time.Now()}
	channel := strconv.Itoa(320000000000000000 + n%len(c.servers))
	member := strconv.Itoa(410000000000000000 + n%5000) // nobody is asked to wait
	q.id = put(server, channel, member, fmt.Sprintf("When will the quay of Lomvik be closed? (no. %d)", n))
	c.asked = append(c.asked, q)
}

// shardOf is the shard that a server falls to.
func shardOf(server string) int {
	id, _ := strconv.ParseUint(server, 10, 64)
	return int(id >> 22 % fleetShards) //nolint:gosec // small
}

// steadily asks so many at once, again and again, until stop is called.
func (c *crowd) steadily(t *testing.T, every time.Duration, members int, ask func()) (stop func()) {
	t.Helper()
	ctx, end := context.WithCancel(t.Context())
	var work sync.WaitGroup
	work.Go(func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				for range members {
					ask()
				}
			case <-ctx.Done():
				return
			}
		}
	})
	return func() {
		end()
		work.Wait()
	}
}

// answered is when the first question of a shard that was asked after a time was
// answered, zero when none was.
func (c *crowd) answered(shard int, after time.Time) (first time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := len(c.asked) - 1; i >= 0 && c.asked[i].at.After(after); i-- {
		if c.asked[i].shard != shard {
			continue
		}
		if at := c.d.Answers(c.asked[i].id).First; !at.IsZero() && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	return first
}

// wait waits until all these questions are answered.
func (c *crowd) wait(t *testing.T, all []inquiry) {
	t.Helper()
	natstest.Wait(t, "every answer", func() error {
		missing := 0
		var one inquiry
		for _, q := range all {
			if c.d.Answers(q.id).Made == 0 {
				missing, one = missing+1, q
			}
		}
		if missing > 0 {
			return fmt.Errorf("%d of %d missing, the last one number %d of shard %d, asked at %v", missing, len(all), one.number, one.shard, one.at)
		}
		return nil
	})
}
