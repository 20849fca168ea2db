package bot_test

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// harbour reads the test article.
func harbour(t *testing.T) *corpus.Article {
	t.Helper()
	name := filepath.Join("testdata", "harbour.txt")
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

// desk makes a desk whose servers share the articles; direct messages have
// none.
func desk(t *testing.T, articles ...*corpus.Article) *bot.Desk {
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
	return &bot.Desk{
		Scopes: func(server string) (*index.Scope, error) {
			if server == "" {
				return none, nil
			}
			return scope, nil
		},
		Engine: ask.New(), Books: k.books(), Key: bot.Key("test"), Limits: bot.NewLimits(),
		Log: slog.New(slog.DiscardHandler),
	}
}

// keeper is what books write to in tests.
type keeper struct {
	mu       sync.Mutex
	settings map[string]store.Settings
	doubts   []string
}

func (k *keeper) books() bot.Books {
	return bot.Books{
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
		Doubt: func(server, member, reason, question string) error {
			k.mu.Lock()
			defer k.mu.Unlock()
			k.doubts = append(k.doubts, strings.Join([]string{server, member, reason, question}, " "))
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
func online(t *testing.T, d *bot.Desk) *discordtest.Server {
	t.Helper()
	server := discordtest.New(t, discordtest.Options{})
	s, err := discordgo.New(discordtest.Token)
	if err != nil {
		t.Fatal(err)
	}
	s.Client = server.Client()
	s.StateEnabled = false
	b := bot.New(d, bot.SessionWire(s, discordtest.AppID), discordtest.BotID)
	b.Attach(t.Context(), s)
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Wait(t.Context()); err != nil && t.Context().Err() == nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	server.WaitReady(1)
	if changed, err := bot.Register(s, discordtest.AppID, "", bot.Commands()); err != nil || !changed {
		t.Fatalf("register: %v, changed %v", err, changed)
	}
	if changed, err := bot.Register(s, discordtest.AppID, "", bot.Commands()); err != nil || changed {
		t.Fatalf("register again: %v, changed %v", err, changed)
	}
	return server
}

func TestTry(t *testing.T) {
	d := online(t, desk(t, harbour(t)))
	for _, in := range []discordtest.Interaction{
		discordtest.Slash("ask", discordtest.Opt("question", "How many people did the ferry carry?")),
		discordtest.Slash("ask", discordtest.Opt("question", "What is the capital of Peru?")),
		discordtest.Slash("said", discordtest.Opt("speaker", "Brandt")),
		discordtest.Slash("said", discordtest.Opt("speaker", "wlik"), discordtest.Opt("about", "sandwiches")),
		discordtest.Slash("who-said", discordtest.Opt("words", "not in my lifetime")),
		discordtest.Slash("check", discordtest.Opt("quote", "We have carried three million people, and never lost one")),
		discordtest.Slash("article list"), discordtest.Slash("article show", discordtest.Opt("article", "a1")),
		discordtest.Slash("article speakers", discordtest.Opt("article", "a1")),
		discordtest.Slash("help"), discordtest.Slash("privacy"), discordtest.Slash("settings"), discordtest.Slash("corpus status"),
		discordtest.Suggest("said", discordtest.Opt("speaker", "")),
	} {
		c := d.Reply(d.Interact(in))
		t.Logf("%s\nprivate %v buttons %v\nchoices %v", c.Text(), c.Private, c.Buttons(), c.Choices())
	}
	m := d.Message(discordtest.Message{Text: "What do tickets cost?", Mention: true})
	c := d.ReplyTo(m)
	t.Log(c.Text(), c.Buttons())
}
