package discord_test

import (
	"context"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// harbour reads the test article.
func harbour(t *testing.T) *corpus.Article {
	t.Helper()
	name := filepath.Join("..", "desk", "testdata", "harbour.txt")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	a, err := corpus.Parse(name, data)
	if err != nil {
		t.Fatal(err)
	}
	a.Revision = 1
	a.Publisher, a.Date, a.URL = "Norrland Post", "2024-05-14", "https://norrlandpost.example/ferry-(last)?id=1"
	return a
}

// newDesk makes a desk whose servers share the articles; direct messages have
// none.
func newDesk(t *testing.T, articles ...*corpus.Article) *desk.Desk {
	t.Helper()
	scope, err := index.Memory(articles...)
	if err != nil {
		t.Fatal(err)
	}
	none, err := index.Memory()
	if err != nil {
		t.Fatal(err)
	}
	k := &keeper{settings: map[string]store.Settings{}}
	return &desk.Desk{
		Scopes: func(server string) (*index.Scope, error) {
			if server == "" {
				return none, nil
			}
			return scope, nil
		},
		Engine: ask.New(), Books: k.books(), Key: say.Key("test"),
		Log: slog.New(slog.DiscardHandler),
	}
}

// keeper is what books write to in tests.
type keeper struct {
	mu       sync.Mutex
	settings map[string]store.Settings
	doubts   []string
}

func (k *keeper) books() desk.Books {
	return desk.Books{
		Settings: func(server string) (store.Settings, error) {
			k.mu.Lock()
			defer k.mu.Unlock()
			return k.settings[server], nil
		},
		Set: func(server, _ string, change func(*store.Settings)) (store.Settings, error) {
			k.mu.Lock()
			defer k.mu.Unlock()
			s := k.settings[server]
			change(&s)
			k.settings[server] = s
			return s, nil
		},
		Doubt: func(server string, d store.Doubt) error {
			k.mu.Lock()
			defer k.mu.Unlock()
			k.doubts = append(k.doubts, strings.Join([]string{server, d.Member, d.Reason, d.Article, d.Question}, " "))
			return nil
		},
		Forget: func(member string) (int, error) {
			k.mu.Lock()
			defer k.mu.Unlock()
			n := len(k.doubts)
			k.doubts = nil
			return n, nil
		},
	}
}

// online connects a bot to a fake Discord with the real client.
func online(t *testing.T, d *desk.Desk) *discordtest.Server {
	t.Helper()
	server := discordtest.New(t, discordtest.Options{})
	connect(t, server, discord.New(d, rest(server)))
	return server
}

// ways are how interactions come to the bot: both show the same.
var ways = []struct {
	name    string
	connect func(*testing.T, *discordtest.Server, *discord.Bot) (stop func())
}{{"gateway", connect}, {"HTTP", connectHTTP}}

func rest(d *discordtest.Server) *gateway.REST {
	return gateway.NewREST(discordtest.Token, d.Client())
}

// connect runs the bot until the test ends, or stop is called.
func connect(t *testing.T, server *discordtest.Server, b *discord.Bot) (stop func()) {
	t.Helper()
	_, stop = supervise(t, server, b)
	return stop
}

// connectHTTP runs the bot as connect does, with interactions posted to it.
func connectHTTP(t *testing.T, server *discordtest.Server, b *discord.Bot) (stop func()) {
	t.Helper()
	g, stop := supervise(t, server, b)
	s := httptest.NewServer(newEndpoint(t, g.Receive))
	t.Cleanup(s.Close)
	server.PostTo(s.URL)
	return stop
}

func supervise(t *testing.T, server *discordtest.Server, b *discord.Bot) (g *gateway.Supervisor, stop func()) {
	t.Helper()
	g = gateway.New(discordtest.Token, gateway.Options{
		Handler: b.Handle, Busy: b.Busy, Log: slog.New(slog.DiscardHandler), Intents: discord.Intents,
		Client: server.Client(), Dial: server.Dial,
	})
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	before := len(server.Calls(discordtest.GetCommands)) // of bots that ran here earlier
	go func() { done <- g.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		b.Wait()
	})
	t.Cleanup(func() {
		stop()
		covered.note(server)
	})
	server.WaitKind(before+1, discordtest.GetCommands)
	return g, stop
}

// openRecords opens records and an index in a new folder until the test ends.
func openRecords(t *testing.T) (*store.Store, *index.Library) {
	t.Helper()
	dir := t.TempDir()
	records, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	library, err := index.Open(filepath.Join(dir, "index"), records, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := library.Close(); err != nil {
			t.Error(err)
		}
		if err := records.Close(); err != nil {
			t.Error(err)
		}
	})
	return records, library
}
