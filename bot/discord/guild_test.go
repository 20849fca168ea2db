package discord_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
)

// TestServers joins servers, loses one to an outage and is removed from
// another. Nothing is posted for any of it.
func TestServers(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{Guilds: []string{}})
	b := discord.New(newDesk(t, harbour(t)), rest(d))
	told := make(chan string, 10)
	b.Joined = func(server string) error { told <- "joined " + server; return nil }
	b.Left = func(server string) error { told <- "left " + server; return nil }
	connect(t, d, b)
	d.GuildCreate("1")
	d.GuildDelete("1", true) // an outage
	d.GuildCreate("1")
	d.GuildDelete("2", false)
	var got []string
	for range 3 {
		got = append(got, <-told)
	}
	if diff := cmp.Diff([]string{"joined 1", "joined 1", "left 2"}, got); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	d.Event("3", "GUILD_CREATE", map[string]any{"id": "3", "name": "Hafen", "preferred_locale": "de"})
	if joined := <-told; joined != "joined 3" {
		t.Errorf("told %q", joined)
	}
	if sent := d.Calls(discordtest.CreateMessage, discordtest.OpenDM); len(sent) != 0 {
		t.Errorf("posted unasked: %v", sent)
	}
	german := d.ReplyTo(d.Message(discordtest.Message{Guild: "3", Text: "?", Mention: true}))
	if want := "Darin ist keine Frage. Schreib sie hinter den Befehl oder hinter meinen Namen."; german.Text() != want {
		t.Errorf("in a German server: %s", german.Text())
	}
}

// TestOthersServer answers in a server that Discord told another process of:
// in its language.
func TestOthersServer(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{Guilds: []string{}})
	stop := connect(t, d, discord.New(newDesk(t, harbour(t)), rest(d)))
	d.Event("3", "GUILD_CREATE", map[string]any{"id": "3", "name": "Hafen", "preferred_locale": "de"})
	stop()
	b := discord.New(newDesk(t, harbour(t)), rest(d))
	b.Shared = true
	connect(t, d, b)
	const want = "Darin ist keine Frage. Schreib sie hinter den Befehl oder hinter meinen Namen."
	for range 2 {
		if got := d.ReplyTo(d.Message(discordtest.Message{Guild: "3", Text: "?", Mention: true})); got.Text() != want {
			t.Errorf("in a German server: %s", got.Text())
		}
	}
	asked := 0
	for _, c := range d.Calls() {
		if c.Method == "GET" && c.Path == "/guilds/3" {
			asked++
		}
	}
	if asked != 1 {
		t.Errorf("asked for the server %d times, want once", asked)
	}
}

// TestLateEvent is removed from a server while a message from there is under
// way: the server stays left until the bot is added again.
func TestLateEvent(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{Guilds: []string{}})
	b := discord.New(newDesk(t, harbour(t)), rest(d))
	told := make(chan string, 10)
	b.Joined = func(server string) error { told <- "joined " + server; return nil }
	b.Left = func(server string) error { told <- "left " + server; return nil }
	connect(t, d, b)
	d.GuildCreate("7")
	d.GuildDelete("7", false)
	got := []string{<-told, <-told}
	d.ReplyTo(d.Message(discordtest.Message{Guild: "7", Text: "?", Mention: true}))
	d.GuildCreate("7")
	got = append(got, <-told)
	if diff := cmp.Diff([]string{"joined 7", "left 7", "joined 7"}, got); diff != "" || len(told) != 0 {
		t.Errorf("told (-want +got):\n%s, %d more", diff, len(told))
	}
}

// TestServersLeftMeanwhile starts the bot when it was removed from a server
// while it was away. One that has an outage is still named.
func TestServersLeftMeanwhile(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{Guilds: []string{"1"}})
	b := discord.New(newDesk(t, harbour(t)), rest(d))
	told := make(chan string, 10)
	b.Joined = func(server string) error { told <- "joined " + server; return nil }
	b.Left = func(server string) error { told <- "left " + server; return nil }
	b.Known = func() ([]string, error) { return []string{"1", "2", "house"}, nil }
	connect(t, d, b)
	if got := <-told; got != "left 2" {
		t.Errorf("told %q", got)
	}
	d.ReplyTo(d.Message(discordtest.Message{Guild: "2", Text: "?", Mention: true})) // so we are there after all
	for got := range told {
		if got == "joined 2" {
			break
		}
		if got != "joined 1" {
			t.Errorf("told %q", got)
		}
	}
}

// TestOfShard spreads servers over connections as Discord does.
func TestOfShard(t *testing.T) {
	const second = "4194304" // 1 << 22
	for _, tt := range []struct {
		server string
		shard  *[2]int
		want   bool
	}{
		{second, nil, true}, {second, &[2]int{0, 1}, true}, {second, &[2]int{0, 2}, false}, {second, &[2]int{1, 2}, true}, {"house", nil, false},
	} {
		if got := discord.OfShard(tt.server, tt.shard); got != tt.want {
			t.Errorf("server %s of %v: %v", tt.server, tt.shard, got)
		}
	}
}
