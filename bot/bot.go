package bot

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/verbatim-bot/verbatim/bot/gateway"
)

// Bot performs what a [Desk] decides: it turns Discord's events into ours,
// keeps Discord's deadlines and sends the replies. [Bot.Handle] is the handler
// of a [gateway.Supervisor].
type Bot struct {
	desk       *Desk
	rest       *gateway.REST
	log        *slog.Logger
	seen       *lru.Cache[string, struct{}] // events answered, by id
	me         atomic.Pointer[string]       // our user id
	registered atomic.Bool
	present    sync.Map // server id -> struct{}, where we are
	locales    sync.Map // server id -> its language as a string, where the catalogue has more than English

	// DevGuild, when set, is the only server whose members see the commands.
	DevGuild string
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
func New(desk *Desk, rest *gateway.REST) *Bot {
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
		b.ready(ctx, s, e)
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
	words := wordsFor(string(i.Locale))
	m := gateway.Message{Private: true, Content: fmt.Sprintf(words.Errors.TooOften, words.wait(busyWait))}
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

// ready learns who we are and has the commands registered, once.
func (b *Bot) ready(ctx context.Context, s *discordgo.Session, e *discordgo.Ready) {
	b.missed(ctx, e)
	if e.User != nil {
		b.me.Store(&e.User.ID)
	}
	if e.Application == nil || b.registered.Load() {
		return
	}
	changed, err := Register(ctx, s, e.Application.ID, b.DevGuild, Commands())
	if err != nil {
		b.failed(ctx, "commands", err)
		return
	}
	b.registered.Store(true)
	for _, n := range b.desk.interrupted(ctx) {
		if _, err := b.rest.Send(ctx, n.Channel, gateway.Message{Content: n.Text}); err != nil {
			b.failed(ctx, "log channel", err)
		}
	}
	if b.Welcome != nil {
		b.Welcome(ctx, e.Application.ID)
	}
	b.log.LogAttrs(ctx, slog.LevelInfo, "commands registered", slog.Bool("changed", changed))
}

// self is our user id. A message may be handled before READY is, and a
// session that resumes has none.
func (b *Bot) self(ctx context.Context, s *discordgo.Session) (string, error) {
	if me := b.me.Load(); me != nil {
		return *me, nil
	}
	u, err := s.User("@me", discordgo.WithContext(ctx))
	if err != nil {
		return "", fmt.Errorf("our own user: %w", err)
	}
	b.me.Store(&u.ID)
	return u.ID, nil
}

// message answers a message if it is for us.
func (b *Bot) message(ctx context.Context, s *discordgo.Session, m *discordgo.Message) {
	start := time.Now()
	me, err := b.self(ctx, s)
	if err != nil {
		b.failed(ctx, "message", err)
		return
	}
	ev, ok := eventOfMessage(m, me, start)
	if !ok {
		return
	}
	if locale, ok := b.locales.Load(m.GuildID); ok {
		ev.Locale, _ = locale.(string)
	}
	decided := b.wonder(ctx, m.ChannelID)
	defer decided()
	b.recall(ctx, s, &ev, m)
	hctx, cancel := context.WithTimeout(ctx, decideBudget)
	defer cancel()
	r := b.desk.Handle(hctx, ev)
	decided()
	if r.Delivery == Ignore {
		b.done("message", r, start)
		return
	}
	r.Private = false // a channel has no private messages
	out := messageOf(r)
	out.ReplyTo = m.ID
	_, err = b.rest.Send(ctx, m.ChannelID, out)
	if errors.Is(err, gateway.ErrNoHistory) {
		out.ReplyTo = ""
		_, err = b.rest.Send(ctx, m.ChannelID, out)
	}
	if errors.Is(err, gateway.ErrForbidden) && m.GuildID != "" {
		// They may read us there, but we may not write: tell the member. The
		// buttons are signed for the server.
		out.Content = fmt.Sprintf(wordsFor(ev.Locale).NoWriting, "<#"+m.ChannelID+">") + "\n" + out.Content
		out.Components = nil
		_, err = b.rest.DirectMessage(ctx, m.Author.ID, out)
	}
	if err != nil {
		b.failed(ctx, "message", err)
	}
	b.done("message", r, start)
}

// wonder shows the bot as typing when its answer is not decided soon. decided
// ends that: from then on the answer itself is on its way, and a call that
// still waits for its turn is not made.
func (b *Bot) wonder(ctx context.Context, channel string) (decided func()) {
	ctx, cancel := context.WithCancel(ctx)
	timer := time.AfterFunc(wonderAfter, func() {
		if err := b.rest.Typing(ctx, channel); err != nil && ctx.Err() == nil {
			b.failed(ctx, "typing", err)
		}
	})
	return func() {
		timer.Stop()
		cancel()
	}
}

const (
	// wonderAfter is when the bot shows that it is typing.
	wonderAfter = 400 * time.Millisecond
	// decideBudget is how long a reply may take to be decided.
	decideBudget = 30 * time.Second
	// recallBudget is how long the question before may take to be found.
	recallBudget = 800 * time.Millisecond
)

// recall finds the question that our answer was for, when a member replies to
// that answer: it mentioned us, so we may read it. Without it the answer's own
// words are the question before.
func (b *Bot) recall(ctx context.Context, s *discordgo.Session, ev *Event, m *discordgo.Message) {
	answer := m.ReferencedMessage
	if ev.Previous == "" || answer.MessageReference == nil || answer.MessageReference.MessageID == "" {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, recallBudget)
	defer cancel()
	asked, err := s.ChannelMessage(m.ChannelID, answer.MessageReference.MessageID, discordgo.WithContext(ctx))
	if err != nil || asked == nil {
		return
	}
	if text := strings.TrimSpace(withoutMention(asked.Content, *b.me.Load())); text != "" {
		ev.Previous = text
	}
}

func (b *Bot) done(what string, r Reply, start time.Time) {
	if b.Done != nil {
		b.Done(what, r.Outcome, time.Since(start))
	}
}

// failed logs a call that did not do what it should. Nothing in it is a
// member's words.
func (b *Bot) failed(ctx context.Context, what string, err error) {
	b.log.LogAttrs(ctx, slog.LevelWarn, "could not send", slog.String("what", what), slog.String("error", err.Error()))
}
