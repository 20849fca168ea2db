package bot

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
	lru "github.com/hashicorp/golang-lru/v2"
)

// Bot performs what a [Desk] decides: it turns discordgo's events into ours,
// keeps Discord's deadlines and sends the replies.
type Bot struct {
	desk *Desk
	wire Wire
	me   string // our user id
	log  *slog.Logger
	seen *lru.Cache[string, struct{}] // events answered, by id
	work sync.WaitGroup

	// Done, when set, is told of every reply that was sent, for metrics:
	// what was asked in a word, how it went, how long it took.
	Done func(what, outcome string, took time.Duration)
	// Left and Joined, when set, are told that the bot was removed from a
	// server, or is in it. An outage is neither.
	Left, Joined func(server string) error
}

// eventsRemembered is for how many events it is known that they were answered:
// Discord repeats one within seconds, after a resume.
const eventsRemembered = 8192

// New makes a Bot that answers as the user me.
func New(desk *Desk, wire Wire, me string) *Bot {
	seen, _ := lru.New[string, struct{}](eventsRemembered) // fails only for sizes below 1
	return &Bot{desk: desk, wire: wire, me: me, log: desk.Log, seen: seen}
}

// Intents are what the bot asks Discord to be told: nothing privileged.
const Intents = discordgo.IntentGuilds | discordgo.IntentGuildMessages | discordgo.IntentDirectMessages

// Wait returns when every reply under way is sent, or ctx ends.
func (b *Bot) Wait(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		b.work.Wait()
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// first reports whether the event with this id is new, and remembers it.
func (b *Bot) first(id string) bool {
	known, _ := b.seen.ContainsOrAdd(id, struct{}{})
	return !known
}

// guard keeps a panic in one event from ending the process.
func (b *Bot) guard(ctx context.Context, what string) {
	if p := recover(); p != nil {
		b.log.LogAttrs(ctx, slog.LevelError, "panic",
			slog.String("event", what), slog.Any("value", panicKind(p)), slog.String("stack", string(debug.Stack())))
	}
}

// GuildCreate is told of a server that the bot is in.
func (b *Bot) GuildCreate(ctx context.Context, g *discordgo.Guild) {
	defer b.guard(ctx, "guild create")
	if b.Joined == nil || g.Unavailable {
		return
	}
	if err := b.Joined(g.ID); err != nil {
		b.log.LogAttrs(ctx, slog.LevelError, "server joined", slog.String("server", g.ID), slog.String("error", err.Error()))
	}
}

// GuildDelete is told of a server that is gone: by removal of the bot, or for
// a while by an outage, which changes nothing.
func (b *Bot) GuildDelete(ctx context.Context, g *discordgo.Guild) {
	defer b.guard(ctx, "guild delete")
	if b.Left == nil || g.Unavailable {
		return
	}
	if err := b.Left(g.ID); err != nil {
		b.log.LogAttrs(ctx, slog.LevelError, "server left", slog.String("server", g.ID), slog.String("error", err.Error()))
	}
}

// Message answers a message if it is for us.
func (b *Bot) Message(ctx context.Context, m *discordgo.Message) {
	defer b.guard(ctx, "message")
	start := time.Now()
	ev, ok := eventOfMessage(m, b.me, start)
	if !ok || !b.first(m.ID) {
		return
	}
	b.work.Add(1)
	defer b.work.Done()
	b.recall(ctx, &ev, m)
	r := b.decide(ctx, ev, func() {
		if err := b.wire.Typing(ctx, m.ChannelID); err != nil {
			b.failed(ctx, "typing", err)
		}
	})
	r.Private = false
	body := bodyOf(r)
	body.Reference = &referenceBody{Message: m.ID, Channel: m.ChannelID, Guild: m.GuildID}
	if _, err := b.wire.Post(ctx, m.ChannelID, body); err != nil {
		b.failed(ctx, "message", err)
	}
	b.done("message", r, start)
}

// recallBudget is how long the question before may take to be found.
const recallBudget = 800 * time.Millisecond

// recall finds the question that our answer was for, when a member replies to
// that answer: it mentioned us, so we may read it. Without it the answer's own
// words are the question before.
func (b *Bot) recall(ctx context.Context, ev *Event, m *discordgo.Message) {
	answer := m.ReferencedMessage
	if ev.Previous == "" || answer.MessageReference == nil || answer.MessageReference.MessageID == "" {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, recallBudget)
	defer cancel()
	asked, err := b.wire.Read(ctx, m.ChannelID, answer.MessageReference.MessageID)
	if err != nil || asked == nil {
		return
	}
	if text := strings.TrimSpace(withoutMention(asked.Content, b.me)); text != "" {
		ev.Previous = text
	}
}

// decide asks the desk, and calls slow when that takes long enough for a
// member to wonder.
func (b *Bot) decide(ctx context.Context, ev Event, slow func()) Reply {
	ctx, cancel := context.WithTimeout(ctx, decideBudget)
	defer cancel()
	late := time.AfterFunc(wonderAfter, slow)
	defer late.Stop()
	return b.desk.Handle(ctx, ev)
}

const (
	wonderAfter  = 500 * time.Millisecond
	decideBudget = 30 * time.Second
)

func (b *Bot) done(what string, r Reply, start time.Time) {
	if b.Done != nil {
		b.Done(what, r.Outcome, time.Since(start))
	}
}

// failed logs a call that Discord refused. Nothing in it is a member's words.
func (b *Bot) failed(ctx context.Context, what string, err error) {
	b.log.LogAttrs(ctx, slog.LevelWarn, "could not send", slog.String("what", what), slog.String("error", restError(err)))
}

// restError is an error without the body that Discord sent back, which may
// repeat ours.
func restError(err error) string {
	if e, ok := asREST(err); ok {
		code := 0
		if e.Message != nil {
			code = e.Message.Code
		}
		status := 0
		if e.Response != nil {
			status = e.Response.StatusCode
		}
		return fmt.Sprintf("Discord answered %d, code %d", status, code)
	}
	return err.Error()
}

// Attach has a session's events handled until ctx ends. It must be called
// before the session opens.
func (b *Bot) Attach(ctx context.Context, s *discordgo.Session) {
	s.Identify.Intents = Intents
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.MessageCreate) { b.Message(ctx, e.Message) })
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.InteractionCreate) { b.Interaction(ctx, e.Interaction) })
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.GuildCreate) { b.GuildCreate(ctx, e.Guild) })
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.GuildDelete) { b.GuildDelete(ctx, e.Guild) })
}
