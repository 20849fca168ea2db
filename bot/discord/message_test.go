package discord_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
)

// TestMessages mentions the bot, replies to it, and writes to it directly.
func TestMessages(t *testing.T) {
	shared := newDesk(t, harbour(t))
	d := online(t, shared)
	mention := d.Message(discordtest.Message{Text: "What do tickets for Sunday's crossing cost?", Mention: true})
	answer := d.ReplyTo(mention)
	if !strings.Contains(answer.Text(), "12 crowns") || len(answer.Buttons()) == 0 {
		t.Errorf("mention:\n%s", answer.Text())
	}
	if got := d.ReplyTo(d.Message(discordtest.Message{Text: "", Mention: true})); !strings.HasPrefix(got.Text(), "I answer questions") {
		t.Errorf("mention alone:\n%s", got.Text())
	}
	if got := d.ReplyTo(d.Message(discordtest.Message{Text: "a1¶6", Mention: true})); !strings.HasPrefix(got.Text(), "¶ 6\n> Asked") {
		t.Errorf("paragraph:\n%s", got.Text())
	}
	if got := d.ReplyTo(d.Message(discordtest.Message{Text: "And who packed the sandwiches?", ReplyTo: answer.Message, Mention: true})); !strings.Contains(got.Text(), "sandwiches") {
		t.Errorf("reply:\n%s", got.Text())
	}
	d.WaitKind(1, discordtest.GetMessage) // the question before was looked up
	if got := d.ReplyTo(d.Message(discordtest.Message{Text: "What do tickets cost?", DM: true, Channel: discordtest.DM})); !strings.HasPrefix(got.Text(), "The articles do not answer that.") {
		t.Errorf("direct message without house articles:\n%s", got.Text())
	}
	for name, m := range map[string]discordtest.Message{
		"a bot":                    {Text: "hello", Mention: true, Bot: true},
		"a webhook":                {Text: "hello", Mention: true, Webhook: true},
		"everyone":                 {Text: "hello", Mention: true, Everyone: true},
		"nobody in particular":     {Text: "hello"},
		"a reply without its text": {Text: "", ReplyTo: answer.Message},
		"a picture":                {Text: "", DM: true, Channel: discordtest.DM},
	} {
		before := len(d.Calls(discordtest.CreateMessage))
		d.Message(m)
		d.ReplyTo(d.Message(discordtest.Message{Text: "", Mention: true})) // a later one is answered
		if after := len(d.Calls(discordtest.CreateMessage)); after != before+1 {
			t.Errorf("%s: %d messages sent, want 1", name, after-before)
		}
	}
}

// TestTwice sends one message and one interaction twice.
func TestTwice(t *testing.T) {
	d := online(t, newDesk(t, harbour(t)))
	m := discordtest.Message{Text: "What do tickets cost?", Mention: true, Extra: map[string]any{"id": "777777777777777777"}}
	d.Message(m)
	d.Message(m)
	d.ReplyTo("777777777777777777")
	d.ReplyTo(d.Message(discordtest.Message{Text: "", Mention: true}))
	n := 0
	for _, c := range d.Calls(discordtest.CreateMessage) {
		if strings.Contains(string(c.Body), "777777777777777777") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d answers to one message", n)
	}
	in := discordtest.Slash("help")
	in.Extra = map[string]any{"id": "888888888888888888"}
	twice := func(c discordtest.Call) bool { return strings.Contains(c.Path, "888888888888888888") }
	d.Interact(in)
	d.Interact(in)
	d.Wait(1, twice)
	d.Reply(d.Interact(discordtest.Slash("privacy"))) // one that comes later is answered
	if n := len(slices.DeleteFunc(d.Calls(), func(c discordtest.Call) bool { return !twice(c) })); n != 1 {
		t.Errorf("%d answers to one interaction", n)
	}
}
