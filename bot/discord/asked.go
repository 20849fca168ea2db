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
func (b *Bot) recall(ctx context.Context, s *discordgo.Session, ev *say.Event, m *discordgo.Message) {
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
	if text := strings.TrimSpace(withoutMention(asked.Content, b.self(s))); text != "" {
		ev.Previous = text
	}
}

// findQuestion puts into ev the question that Why? is about and the one before
// it. On an answer of ours that is the message it replies to, which mentioned us,
// so we may read it; on any other message it is that message. Of an answer to a
// command, or when the question was deleted, Text is "" in the end.
func (b *Bot) findQuestion(ctx context.Context, s *discordgo.Session, i *discordgo.Interaction, ev *say.Event) {
	ctx, cancel := context.WithTimeout(ctx, recallBudget)
	defer cancel()
	read := func(id string) *discordgo.Message {
		m, err := s.ChannelMessage(i.ChannelID, id, discordgo.WithContext(ctx))
		if err != nil {
			return nil
		}
		return m
	}
	me := b.self(s)
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
		b.recall(ctx, s, ev, q)
	}
}
