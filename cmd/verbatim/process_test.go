package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/cluster/natstest"
	"github.com/verbatim-bot/verbatim/config"
)

// discordAt names, to a process that is to be a bot, the address of the Discord
// for tests.
const discordAt = "TEST_DISCORD"

// botMain makes this process `verbatim bot` when the environment asks for it,
// with another Discord, and then does not return.
func botMain() {
	at := os.Getenv(discordAt)
	if at == "" {
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	c, err := loadConfig()
	c.Token = config.Secret(strings.TrimPrefix(discordtest.Token, "Bot ")) // which has not the form of one
	if err == nil {
		err = serve(ctx, c, newLog(os.Stderr, c), gateway.Options{
			Client: &http.Client{Transport: toward(at)},
			Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
				return new(net.Dialer).DialContext(ctx, "tcp", at)
			},
		})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, words(err))
	}
	os.Exit(exitCode(err))
}

// toward sends every request to one address, whatever host it names.
type toward string

func (to toward) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host = "http", string(to)
	return http.DefaultTransport.RoundTrip(r)
}

// botProcess starts a bot as a process of its own, with settings; it ends with
// the test, which shows what it has logged if it fails.
func botProcess(tb testing.TB, d *discordtest.Server, settings map[string]string) *exec.Cmd {
	tb.Helper()
	conn, err := d.Dial(tb.Context(), "", "")
	if err != nil {
		tb.Fatal(err)
	}
	at := conn.RemoteAddr().String()
	_ = conn.Close()
	c := exec.Command(os.Args[0]) //nolint:noctx // ended by signals
	c.Dir = tb.TempDir()
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "VERBATIM_") && !strings.HasPrefix(e, "DISCORD_") {
			c.Env = append(c.Env, e)
		}
	}
	c.Env = append(c.Env, discordAt+"="+at)
	for name, value := range settings {
		c.Env = append(c.Env, name+"="+value)
	}
	c.Stderr = tb.Output()
	if err := c.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if c.ProcessState == nil {
			_ = c.Process.Kill()
			_ = c.Wait()
		}
	})
	return c
}

// TestClusterProcesses starts what compose.cluster.yaml says as processes: its
// NATS servers and its bots. It asks both bots, adds an article at one and asks
// the other for it, stops one in good order and asks again.
func TestClusterProcesses(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: starts five processes")
	}
	file, servers, bots := readComposed(t)
	nats := natstest.Processes(t, len(servers))
	d := discordtest.New(t, discordtest.Options{})
	dir := shortDir(t)
	articles := filepath.Join(dir, "articles")
	if err := os.Mkdir(articles, 0o700); err != nil {
		t.Fatal(err)
	}
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("articles/quay.txt", quay)
	put("mill.txt", "The mill burns\nThe old mill of Lomvik burnt down on Friday, the fire service said.\n")

	addresses, data := map[string]string{}, map[string]string{}
	running := map[string]*exec.Cmd{}
	for _, name := range bots {
		settings := maps.Clone(file.Services[name].Environment)
		data[name], addresses[name] = filepath.Join(dir, name), freeAddress(t)
		settings["VERBATIM_DATA"], settings["VERBATIM_ARTICLES"], settings["VERBATIM_NATS"] = data[name], articles, nats.URLs()
		settings["VERBATIM_HTTP"], settings["DISCORD_PUBLIC_KEY"], settings["VERBATIM_READER"] = addresses[name], discordtest.PublicKey(), "off"
		running[name] = botProcess(t, d, settings)
	}
	for _, at := range addresses {
		natstest.Wait(t, "the bots to be ready", func() error { return healthy(t.Context(), at) })
	}
	const server = "200000000000000001"
	asked := 0
	answers := func(name, question, want string) {
		t.Helper()
		d.PostTo("http://" + addresses[name] + interactionsPath)
		natstest.Wait(t, "an answer", func() error {
			in := discordtest.Slash("ask", discordtest.Opt("question", question))
			asked++
			in.Guild, in.User = server, fmt.Sprint(400000000000000000+asked)
			if text := d.Reply(d.Interact(in)).Text(); !strings.Contains(text, want) {
				return fmt.Errorf("%s answers %q, want %q", name, text, want)
			}
			return nil
		})
	}
	for _, name := range bots {
		answers(name, "When will the quay be closed?", "3 June")
	}
	t.Setenv("VERBATIM_DATA", data[bots[0]])
	t.Setenv("VERBATIM_NATS", nats.URLs())
	var out strings.Builder
	if code := run(t.Context(), streams{in: eof{}, out: &out, err: &out, disk: ownDisk}, []string{"corpus", "--guild", server, "add", filepath.Join(dir, "mill.txt")}); code != exitDone {
		t.Fatalf("add: code %d\n%s", code, out.String())
	}
	for _, name := range bots {
		answers(name, "When did the old mill burn down?", "fire service")
	}
	gone := running[bots[0]]
	if err := gone.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := gone.Wait(); err != nil {
		exit, _ := errors.AsType[*exec.ExitError](err)
		t.Errorf("a bot that was to stop ended with %v", exit)
	}
	answers(bots[1], "When did the old mill burn down?", "fire service")
	answers(bots[1], "When will the quay be closed?", "3 June")
}
