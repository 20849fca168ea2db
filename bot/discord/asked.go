package discord

import (
	"context"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// recallBudget is how long a question asked before may take to be found.
const recallBudget = 800 * time.Millisecond

// recall finds the question that our answer was for, when a member replies to
// that answer: it mentioned us, so we may read it. Without it the answer's own
// words are the question before.
func (b *Bot) recall(ctx context.Context, me string, ev *say.Event, m *discordgo.Message) {
	answer := m.ReferencedMessage
	if ev.Previous == "" || answer.MessageReference == nil || answer.MessageReference.MessageID == "" {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, recallBudget)
	defer cancel()
	asked, err := b.rest.Read(ctx, m.ChannelID, answer.MessageReference.MessageID)
	if err != nil {
		return
	}
	if text := strings.TrimSpace(withoutMention(asked.Content, me)); text != "" {
		ev.Previous = text
	}
}

// findQuestion puts into ev the question that Why? is about and the one before
// it. On an answer of ours that is the message it replies to, which mentioned us,
// so we may read it; on any other message it is that message. Of an answer to a
// command, or when the question was deleted, Text is "" in the end.
func (b *Bot) findQuestion(ctx context.Context, i *discordgo.Interaction, ev *say.Event) {
	ctx, cancel := context.WithTimeout(ctx, recallBudget)
	defer cancel()
	read := func(id string) *discordgo.Message {
		m, err := b.rest.Read(ctx, i.ChannelID, id)
		if err != nil {
			return nil
		}
		return m
	}
	me := i.AppID // our user's id is our application's, but for the oldest of bots
	if id := b.me.Load(); id != nil {
		me = *id
	}
	ours := func(m *discordgo.Message) bool { return m.Author != nil && m.Author.ID == me }
	data := i.ApplicationCommandData()
	q := data.Resolved.Messages[data.TargetID]
	if ours(q) {
		answer := q
		if q = nil; answer.MessageReference == nil { // Discord resolves a message in part
			answer = read(data.TargetID)
		}
		if answer != nil && answer.MessageReference != nil {
			q = read(answer.MessageReference.MessageID)
		}
	}
	if ev.Text = ""; q == nil || ours(q) {
		return
	}
	ev.Text = strings.TrimSpace(withoutMention(q.Content, me))
	if before := q.ReferencedMessage; before != nil && ours(before) {
		ev.Previous = withoutMention(before.Content, me)
		b.recall(ctx, me, ev, q)
	}
}
