package main

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/config"
)

const quay = `Quay of Lomvik to close
The quay of Lomvik will be closed from 3 June, the harbour office said on Friday.
“We cannot repair it while ships lie there,” said Marit Aas, the harbour master.
Fishermen were told to use the northern pier instead.
`

// running is a bot under test.
type running struct {
	t    *testing.T
	stop context.CancelFunc
	done chan error
}

// start runs the bot as `verbatim bot` does, on a Discord for tests.
func start(t *testing.T, d *discordtest.Server, c config.Config) *running {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	r := &running{t, stop, make(chan error, 1)}
	go func() {
		r.done <- serve(ctx, c, slog.New(slog.NewTextHandler(t.Output(), nil)), gateway.Options{Client: d.Client(), Dial: d.Dial})
	}()
	return r
}

// end stops the bot and waits for it.
func (r *running) end() {
	r.t.Helper()
	r.stop()
	if err := <-r.done; err != nil {
		r.t.Errorf("the bot ended with %v", err)
	}
}

// freeAddress is one that nobody listens on.
func freeAddress(tb testing.TB) string {
	tb.Helper()
	l, err := new(net.ListenConfig).Listen(tb.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	defer func() {
		if err := l.Close(); err != nil {
			tb.Error(err)
		}
	}()
	return l.Addr().String()
}

// TestServe runs the whole line, from a file in the folder of house articles
// to a reply in Discord, over a restart.
func TestServe(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{})
	articles := t.TempDir()
	put := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(articles, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("quay.txt", quay)
	c := config.Config{
		Token: config.Secret(strings.TrimPrefix(discordtest.Token, "Bot ")),
		Data:  filepath.Join(t.TempDir(), "data"), Articles: articles, HTTP: freeAddress(t),
	}
	if err := healthy(t.Context(), c.HTTP); err == nil {
		t.Fatal("a bot that does not run is healthy")
	}
	member := 0
	ask := func(question string) discordtest.Call {
		t.Helper()
		in := discordtest.Slash("ask", discordtest.Opt("question", question))
		member++
		in.User = strconv.Itoa(400000000000000000 + member) // each has tokens of their own
		return d.Reply(d.Interact(in))
	}

	r := start(t, d, c)
	d.WaitKind(1, discordtest.PutCommands)
	d.WaitLink(1, func(l discordtest.Link) bool { return l.Ready })
	first := ask("When will the quay be closed?")
	if !strings.Contains(first.Text(), "3 June") || !strings.Contains(first.Text(), "h1¶1") {
		t.Errorf("answer = %q", first.Text())
	}
	if err := healthy(t.Context(), c.HTTP); err != nil {
		t.Errorf("healthy: %v", err)
	}

	doubt := slices.IndexFunc(first.Buttons(), func(b discordtest.Button) bool { return b.Label == "Not right?" })
	d.Reply(d.Interact(discordtest.Press(first.Buttons()[doubt].CustomID, first.Message)))
	page := fetched(t, "http://"+c.HTTP+"/metrics")
	for _, want := range []string{`verbatim_events_dropped_total{about="servers"} 0`, `verbatim_answers_total{confidence="0.9"} 1`, `verbatim_not_right_total{confidence="0.9"} 1`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in the metrics:\n%s", want, page)
		}
	}

	put("bread.txt", "Bread is dearer\nA loaf costs four crowns more than a year ago in the bakeries of Lomvik.\n")
	for deadline := time.Now().Add(20 * time.Second); ; {
		if strings.Contains(ask("What does a loaf cost in the bakeries?").Text(), "four crowns") {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("a new file in the folder is not noticed")
		}
	}
	r.end()

	// After a restart nothing is registered anew, and old buttons work, now by HTTP.
	c.PublicKey = discordtest.PublicKey()
	r = start(t, d, c)
	d.WaitLink(2, func(l discordtest.Link) bool { return l.Ready })
	d.Wait(2, func(c discordtest.Call) bool { return c.Kind == discordtest.GetCommands })
	d.PostTo("http://" + c.HTTP + interactionsPath)
	for _, b := range first.Buttons() {
		if b.Label != "Context" {
			continue
		}
		if text := d.Reply(d.Interact(discordtest.Press(b.CustomID, ""))).Text(); !strings.Contains(text, "while ships lie there") {
			t.Errorf("context after the restart = %q", text)
		}
	}
	if page := fetched(t, "http://"+c.HTTP+"/metrics"); !strings.Contains(page, `verbatim_interactions_posted_total{outcome="taken"} 1`) {
		t.Errorf("metrics:\n%s", page)
	}
	r.end()
	if n := len(d.Calls(discordtest.PutCommands)); n != 1 {
		t.Errorf("commands were written %d times", n)
	}
}

// TestServeRefused starts the bot with a token that Discord does not know.
func TestServeRefused(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{})
	r := start(t, d, config.Config{Token: "not.the.token", Data: t.TempDir()})
	defer r.stop()
	err := <-r.done
	if exitCode(err) != exitUsage || !strings.Contains(err.Error(), "DISCORD_TOKEN") {
		t.Errorf("the bot ended with %v", err)
	}
}

// fetched is the page at an address.
func fetched(tb testing.TB, url string) string {
	tb.Helper()
	req, err := http.NewRequestWithContext(tb.Context(), http.MethodGet, url, nil)
	if err != nil {
		tb.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	page, err := io.ReadAll(res.Body)
	if err != nil {
		tb.Fatal(err)
	}
	return string(page)
}
