// Package discord performs what the desk decides: it turns Discord's events into
// ours, keeps Discord's deadlines and sends the replies. It alone, with the
// gateway and the Discord of the tests, knows discordgo.
//
// The files, in the order in which an event comes in and its reply goes out:
//
//	endpoint.go    interactions that come by HTTP
//	bot.go         [Bot]: the handler of a gateway's events
//	server.go      servers joined and left
//	interaction.go commands, buttons and forms: at once or announced
//	message.go     messages for the bot
//	asked.go       the question that an answer was for
//	convert.go     Discord's events as ours
//	progress.go    long work as its reply shows it
//	format.go      a reply as Discord's message
//	register.go    making Discord know the commands
//	command.go     the commands as Discord is to know them
//	outcome.go     metrics and the log
package discord

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/say"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// Bot performs what a [Desk] decides: it turns Discord's events into ours,
// keeps Discord's deadlines and sends the replies. [Bot.Handle] is the handler
// of a [gateway.Supervisor].
type Bot struct {
	desk       *desk.Desk
	rest       *gateway.REST
	log        *slog.Logger
	seen       *lru.Cache[string, struct{}] // events answered, by id
	me         atomic.Pointer[string]       // our user id
	introduced atomic.Bool                  // to Discord, or about to be
	welcome    sync.Once
	background sync.WaitGroup
	heard      sync.Map // server id -> struct{}, those that Discord told us we are in, or no longer
	learned    sync.Map // server id -> struct{}, those whose language is known, where processes share the servers
	locales    sync.Map // server id -> its language as a string, where the catalogue has more than English

	// DevGuild, when set, is the only server whose members see the commands.
	DevGuild string
	// Shared says that other processes answer too: that one of them has
	// answered an interaction is nothing to tell of then.
	Shared bool
	// Done, when set, is told of every reply that was sent, for metrics:
	// what was asked in a word, how it went, how long it took.
	Done func(what, outcome string, took time.Duration)
	// Welcome, when set, is told of our application's id when Discord first
	// lets us in.
	Welcome func(ctx context.Context, app string)
	// Left and Joined, when set, are told that the bot was removed from a
	// server, or is in it. An outage is neither.
	Left, Joined func(server string) error
	// Known, when set, lists the servers that something is kept of: those that
	// Discord no longer counts as ours were left while we were away.
	Known func() ([]string, error)
}

// eventsRemembered is for how many events it is known that they were answered:
// Discord repeats one within seconds, after a resume.
const eventsRemembered = 8192

// New makes a Bot that answers with rest.
func New(desk *desk.Desk, rest *gateway.REST) *Bot {
	seen, _ := lru.New[string, struct{}](eventsRemembered) // fails only for sizes below 1
	return &Bot{desk: desk, rest: rest, log: desk.Log, seen: seen}
}

// Intents are what the bot asks Discord to be told: nothing privileged.
const Intents = discordgo.IntentGuilds | discordgo.IntentGuildMessages | discordgo.IntentDirectMessages

// Handle handles one event. It returns when the reply is sent and the work
// that it began is done.
func (b *Bot) Handle(ctx context.Context, s *discordgo.Session, event any) {
	switch e := event.(type) {
	case *discordgo.Ready:
		b.missed(ctx, e)
		b.ready(ctx, e.User, e.Application)
	case *discordgo.Resumed:
		if b.me.Load() == nil { // another process began the session and saw READY
			b.ready(ctx, s.State.User, s.State.Application)
		}
	case *discordgo.MessageCreate:
		if b.first(e.ID) {
			b.here(ctx, e.GuildID)
			b.message(ctx, s, e.Message)
		}
	case *discordgo.InteractionCreate:
		if b.first(e.ID) {
			b.here(ctx, e.GuildID)
			b.interaction(ctx, e.Interaction)
		}
	case *gateway.Undecoded:
		if e.Token != "" && b.first(e.ID) {
			b.unread(ctx, b.rest.ReplyUndecoded(e), e.Kind, "")
		}
	case *discordgo.GuildCreate:
		if e.Guild != nil && !e.Unavailable {
			b.joined(ctx, e.Guild)
		}
	case *discordgo.GuildDelete:
		if e.Guild != nil && !e.Unavailable {
			b.heard.Store(e.ID, struct{}{})
			b.left(ctx, e.ID)
		}
	}
}

// Busy answers instead of Handle when too much is going on.
func (b *Bot) Busy(ctx context.Context, _ *discordgo.Session, event any) {
	i, ok := event.(*discordgo.InteractionCreate)
	if !ok {
		return
	}
	to := b.rest.Reply(i.Interaction)
	if i.Type == discordgo.InteractionApplicationCommandAutocomplete {
		b.unread(ctx, to, i.Type, "")
		return
	}
	words := say.WordsFor(string(i.Locale))
	m := gateway.Message{Private: true, Content: fmt.Sprintf(words.Errors.TooOften, words.Wait(busyWait))}
	if err := to.Answer(ctx, m); err != nil {
		b.failed(ctx, "answer", err)
	}
}

// busyWait is how soon a member is asked to come back when all is busy.
const busyWait = 5 * time.Second

// first reports whether the event with this id is new, and remembers it.
func (b *Bot) first(id string) bool {
	known, _ := b.seen.ContainsOrAdd(id, struct{}{})
	return !known
}

// ready learns who we are and introduces us to Discord, once.
func (b *Bot) ready(ctx context.Context, me *discordgo.User, us *discordgo.Application) {
	if me != nil {
		b.me.Store(&me.ID)
	}
	if us == nil || !b.introduced.CompareAndSwap(false, true) {
		return
	}
	app := us.ID
	b.background.Go(func() { b.introduce(ctx, app) })
}

// Wait waits for what the bot does besides handling events, which ends with the
// contexts of its handlers.
func (b *Bot) Wait() { b.background.Wait() }
