package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/cluster/journal"
	"github.com/verbatim-bot/verbatim/cluster/natstest"
	"github.com/verbatim-bot/verbatim/config"
)

// shortDir is a folder whose name leaves room for a socket's.
func shortDir(tb testing.TB) string {
	tb.Helper()
	dir, err := os.MkdirTemp("", "v") //nolint:usetesting // see above
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			tb.Error(err)
		}
	})
	return dir
}

// TestClusterServe runs two bots on one NATS server: what a moderator does at one
// is there at the other, which goes on alone.
func TestClusterServe(t *testing.T) {
	nats := natstest.One(t)
	d := discordtest.New(t, discordtest.Options{Shards: 2})
	dir := shortDir(t)
	article := filepath.Join(dir, "quay.txt")
	if err := os.WriteFile(article, []byte(quay), 0o600); err != nil {
		t.Fatal(err)
	}
	var configs []config.Config
	for _, name := range []string{"a", "b"} {
		configs = append(configs, config.Config{
			Token: config.Secret(strings.TrimPrefix(discordtest.Token, "Bot ")), PublicKey: discordtest.PublicKey(), Reader: config.Off,
			Data: filepath.Join(dir, name), HTTP: freeAddress(t), NATS: config.Servers(nats.URLs()),
		})
	}
	t.Setenv("VERBATIM_NATS", nats.URLs())
	shell := func(c config.Config, want int, args ...string) (out string) {
		t.Helper()
		t.Setenv("VERBATIM_DATA", c.Data)
		var o, e strings.Builder
		if code := run(t.Context(), streams{in: eof{}, out: &o, err: &e, disk: ownDisk}, args); code != want {
			t.Errorf("%v: code %d, want %d\n%s%s", args, code, want, o.String(), e.String())
		}
		return o.String() + e.String()
	}
	up := func(c config.Config) *running {
		t.Helper()
		r := start(t, d, c)
		natstest.Wait(t, "the bot to be ready", func() error { return healthy(t.Context(), c.HTTP) })
		return r
	}
	a, b := up(configs[0]), up(configs[1])
	const server = "200000000000000001"
	ask := func(c config.Config, question string) string {
		t.Helper()
		d.PostTo("http://" + c.HTTP + interactionsPath)
		in := discordtest.Slash("ask", discordtest.Opt("question", question))
		in.Guild = server
		return d.Reply(d.Interact(in)).Text()
	}
	const question = "When will the quay be closed?"
	if text := ask(configs[1], question); strings.Contains(text, "3 June") {
		t.Errorf("an answer from nowhere: %q", text)
	}
	shell(configs[0], exitDone, "corpus", "--guild", server, "add", article)
	for i, c := range configs {
		natstest.Wait(t, "the article", func() error {
			if text := ask(c, question); !strings.Contains(text, "3 June") || !strings.Contains(text, "a1¶1") {
				return fmt.Errorf("bot %d answers %q", i, text)
			}
			return nil
		})
	}

	page := fetched(t, "http://"+configs[1].HTTP+"/metrics")
	for _, want := range []string{"verbatim_cluster_quorum 1\n", "verbatim_cluster_lag 0\n", "verbatim_cluster_waiting 0\n", "verbatim_cluster_lease_age_seconds ", "verbatim_cluster_shards_held 1\n", "verbatim_cluster_rebuilt_total 0\n"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in the metrics:\n%s", want, page)
		}
	}
	var status clusterStatus
	natstest.Wait(t, "both to be listed", func() error {
		if err := json.Unmarshal([]byte(shell(configs[0], exitDone, "cluster", "status", "--json")), &status); err != nil {
			return err
		}
		if len(status.Processes) != 2 || status.Held != 2 || status.Processes[1].Lag > 0 || status.Processes[0].Lag > 0 {
			return fmt.Errorf("%+v", status)
		}
		return nil
	})
	if !status.Quorum || status.Shards != 2 || status.Acts == 0 || len(status.Streams) < 4 || len(status.Notes) > 0 {
		t.Errorf("status %+v", status)
	}
	if text := shell(configs[0], exitDone, "cluster", "status"); !strings.Contains(text, "2 of 2 held") || !strings.Contains(text, journal.Stream) {
		t.Errorf("status\n%s", text)
	}

	a.end()
	if text := ask(configs[1], question); !strings.Contains(text, "3 June") {
		t.Errorf("alone: %q", text)
	}
	// With the bot stopped, the shell uses the log itself.
	if text := shell(configs[0], exitDone, "corpus", "--guild", server, "list"); !strings.Contains(text, "a1") {
		t.Errorf("list: %s", text)
	}
	shell(configs[0], exitDone, "corpus", "--guild", server, "remove", "a1")
	natstest.Wait(t, "the removal", func() error {
		if text := ask(configs[1], question); strings.Contains(text, "3 June") {
			return fmt.Errorf("still %q", text)
		}
		return nil
	})
	b.end()
	t.Setenv("VERBATIM_NATS", "")
	if text := shell(configs[0], exitUsage, "corpus", "list"); !strings.Contains(text, "VERBATIM_NATS") {
		t.Errorf("a copy alone: %s", text)
	}
}

// TestClusterAway takes two of three NATS servers away from a running bot:
// questions go on, what moderators do is refused in their language with the
// reason, and all is well when the servers are back.
func TestClusterAway(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: waits until servers are given up")
	}
	nats := natstest.Three(t)
	d := discordtest.New(t, discordtest.Options{})
	dir := t.TempDir()
	articles := filepath.Join(dir, "articles")
	if err := os.Mkdir(articles, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(articles, "quay.txt"), []byte(quay), 0o600); err != nil {
		t.Fatal(err)
	}
	c := config.Config{
		Token: config.Secret(strings.TrimPrefix(discordtest.Token, "Bot ")), Reader: config.Off,
		Data: filepath.Join(dir, "data"), Articles: articles, HTTP: freeAddress(t), NATS: config.Servers(nats.URLs()),
	}
	r := start(t, d, c)
	defer r.end()
	d.WaitReady(1)
	ask := func() string {
		return d.Reply(d.Interact(discordtest.Slash("ask", discordtest.Opt("question", "When will the quay be closed?")))).Text()
	}
	natstest.Wait(t, "an answer", func() error {
		if text := ask(); !strings.Contains(text, "3 June") {
			return fmt.Errorf("answer %q", text)
		}
		return nil
	})
	set := func(private bool) string {
		in := discordtest.Slash("settings", discordtest.Opt("private", private))
		in.Permissions, in.Locale = 1<<5, "de"
		return d.Reply(d.Interact(in)).Text()
	}
	german := say.WordsFor("de")
	if text := set(true); !strings.Contains(text, german.SettingsSaved) {
		t.Fatalf("settings: %q", text)
	}
	nats.Stop(1)
	nats.Stop(2)
	if text := set(false); text != german.Errors.Away && text != german.Errors.Unsure {
		t.Errorf("without NATS: %q", text)
	}
	if text := ask(); !strings.Contains(text, "3 June") {
		t.Errorf("a question without NATS: %q", text)
	}
	natstest.Wait(t, "the loss to be noticed", func() error {
		if page := fetched(t, "http://"+c.HTTP+readyPath); !strings.HasPrefix(page, "ready\nNATS is away") {
			return fmt.Errorf("%q", page)
		}
		return nil
	})
	nats.Start(1)
	nats.Start(2)
	natstest.Wait(t, "the servers to be back", func() error {
		if text := set(false); !strings.Contains(text, german.SettingsSaved) {
			return fmt.Errorf("settings: %q", text)
		}
		return nil
	})
	natstest.Wait(t, "that to be noticed", func() error {
		if page := fetched(t, "http://"+c.HTTP+readyPath); page != "ready\n" {
			return fmt.Errorf("%q", page)
		}
		return nil
	})
	// It can be stopped without them, too.
	nats.Stop(0)
	nats.Stop(2)
}
