package discord_test

import (
	"context"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// What the members of TestLoad ask, some of it without an answer.
var asked = []string{
	"What do tickets for Sunday's crossing cost?", "Who is the mayor of Marnwick?", "When will the last ferry sail?",
	"How many crew members were offered work?", "What is the capital of Peru?",
}

// TestLoad lets members of 20 servers ask at once, every second, with everything real but Discord; see [discordtest.Load].
func TestLoad(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no load")
	}
	answered := make(chan time.Duration, 1<<10)
	server := discordtest.New(t, discordtest.Options{
		Light: true, Patience: time.Minute, Answered: func(_ string, after time.Duration) { answered <- after },
	})
	wrong := make(chan string, 1<<10)
	b := discord.New(newDesk(t, harbour(t)), rest(server))
	b.Done = func(what, outcome string, _ time.Duration) {
		if outcome != "answered" && outcome != "no_answer" {
			wrong <- what + " " + outcome
		}
	}
	defer run(t, server, b)()
	rounds := 0
	discordtest.Load(t, func(members int) []time.Duration {
		for n := range members {
			in := discordtest.Slash("ask", discordtest.Opt("question", asked[(n+rounds)%len(asked)]))
			member := n + members*(rounds%5) // who asks every second for a minute is asked to wait
			in.User, in.Guild = fmt.Sprint(400000000000000100+member), fmt.Sprint(200000000000000100+n%20)
			server.Interact(in)
		}
		rounds++
		return discordtest.FirstResponses(t, members, answered)
	})
	select {
	case what := <-wrong:
		t.Errorf("not every question was answered or declined: %s (%d more)", what, len(wrong))
	default:
	}
}

// run runs the bot until stop is called. It returns when Discord has let it in.
func run(t *testing.T, server *discordtest.Server, b *discord.Bot) (stop func()) {
	t.Helper()
	welcome := make(chan struct{})
	b.Welcome = func(context.Context, string) { close(welcome) }
	g := gateway.New(discordtest.Token, gateway.Options{
		Handler: b.Handle, Busy: b.Busy, Log: slog.New(slog.DiscardHandler), Intents: discord.Intents,
		Client: server.Client(), Dial: server.Dial,
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- g.Run(ctx) }()
	<-welcome
	return func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}
