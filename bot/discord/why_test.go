package discord_test

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/reader"
)

// TestWhy asks how answers came about, of answers to mentions, to replies and to
// commands, and of messages.
func TestWhy(t *testing.T) {
	for _, way := range ways {
		t.Run(way.name, func(t *testing.T) {
			d := discordtest.New(t, discordtest.Options{})
			way.connect(t, d, discord.New(newDesk(t, harbour(t), bridge(t)), rest(d)))
			explained(t, d)
		})
	}
}

func explained(t *testing.T, d *discordtest.Server) {
	t.Helper()
	why := func(message string) discordtest.Call {
		return d.Reply(d.Interact(mod(discordtest.Menu(say.Why, message))))
	}
	ask := func(m discordtest.Message) discordtest.Call { return d.ReplyTo(d.Message(m)) }
	const unread = "I cannot read that answer’s question"

	answer := ask(discordtest.Message{Text: "What do tickets for Sunday's crossing cost?", Mention: true})
	got := why(answer.Message)
	wantText(t, got, "“What do tickets for Sunday's crossing cost?”: how it would be answered now", "So it is answered.", "Asks for: `thing`", "1\\. a1¶7 · score ", "2\\. a")
	if len(got.Buttons()) > 0 || strings.Contains(got.Text(), "> ") {
		t.Errorf("more than an explanation:\n%s", got.Text())
	}
	member := d.Reply(d.Interact(discordtest.Menu(say.Why, answer.Message)))
	wantText(t, member, "That needs the Manage Server permission.")

	declined := ask(discordtest.Message{Text: "Who is the queen of Peru?", Mention: true})
	wantText(t, why(declined.Message), "here I answer from 0.50 on (normal)", "So it is not answered.", "does not have: queen, Peru")
	d.Reply(d.Interact(mod(slash("settings", discordtest.Opt("sure", "careful")))))
	wantText(t, why(declined.Message), "here I answer from 0.70 on (careful")

	// The question before counts, as it did.
	reply := ask(discordtest.Message{Text: "And on Monday?", ReplyTo: answer.Message, Mention: true})
	wantText(t, why(reply.Message), "“And on Monday?”", "a1¶7")

	// A member's own message is a question too.
	wantText(t, why(d.Posted(discordtest.Message{Text: "When does the last ferry sail?"})), "“When does the last ferry sail?”", "a1¶1")

	for name, m := range map[string]string{
		"small talk":         ask(discordtest.Message{Text: "thanks!", Mention: true}).Message,
		"about the answer":   ask(discordtest.Message{Text: "who said that?", Mention: true}).Message,
		"a place":            ask(discordtest.Message{Text: "a1¶6", Mention: true}).Message,
		"who is quoted":      ask(discordtest.Message{Text: "who is quoted?", Mention: true}).Message,
		"an article's head":  ask(discordtest.Message{Text: "who wrote this?", Mention: true}).Message,
		"an article as such": ask(discordtest.Message{Text: "what is this about?", Mention: true}).Message,
	} {
		if got := why(m); !got.Private || !strings.Contains(got.Text(), "That is not answered by ranking passages") {
			t.Errorf("%s:\n%s", name, got.Text())
		}
	}

	wantText(t, why(d.Reply(d.Interact(slash("ask", discordtest.Opt("question", "What do tickets cost?")))).Message), unread)
	wantText(t, why(ask(discordtest.Message{Text: "", Mention: true}).Message), unread)
	d.Fail(discordtest.GetMessage, 1, discordtest.RESTFault{Status: 404, Code: 10008})
	wantText(t, why(answer.Message), unread) // it was deleted
	wantText(t, why(ask(discordtest.Message{Text: strings.Repeat("why ", 400), Mention: true}).Message), "Keep it under 1000 characters.")
}

// TestWhyResolvedInPart has Discord leave out of the chosen message what it
// replies to: we look it up.
func TestWhyResolvedInPart(t *testing.T) {
	d := online(t, newDesk(t, harbour(t)))
	answer := d.ReplyTo(d.Message(discordtest.Message{Text: "What do tickets for Sunday's crossing cost?", Mention: true}))
	in := mod(discordtest.Menu(say.Why, answer.Message))
	in.Extra = map[string]any{"data": map[string]any{
		"id": "600000000000000002", "name": say.Why, "type": 3, "target_id": answer.Message,
		"resolved": map[string]any{"messages": map[string]any{answer.Message: map[string]any{
			"id": answer.Message, "type": 0, "channel_id": discordtest.Channel, "content": answer.Text(),
			"author": map[string]any{"id": discordtest.BotID, "username": "verbatim", "bot": true},
		}}},
	}}
	wantText(t, d.Reply(d.Interact(in)), "“What do tickets for Sunday's crossing cost?”", "a1¶7")
}

// TestWhyFits explains questions that are as long and as hostile as they come,
// in every language: the fake Discord refuses what is too long.
func TestWhyFits(t *testing.T) {
	d := online(t, newDesk(t, harbour(t), bridge(t)))
	for _, locale := range discord.Locales() {
		for _, text := range []string{
			strings.Repeat("*ferry_ ", 120), strings.Repeat("<@1234> @everyone ", 55), strings.Repeat("`||~~> ", 140) + " ferry", strings.Repeat("w", 999), "渡船 " + strings.Repeat("ö", 900),
			"> ferry\n> # bridge\nhttps://evil.example/x discord.gg/abc",
		} {
			in := mod(discordtest.Menu(say.Why, d.Posted(discordtest.Message{Text: text})))
			in.Locale = locale
			got := d.Reply(d.Interact(in))
			if !got.Private || strings.HasPrefix(got.Text(), ">") || strings.Contains(got.Text(), "\n>") || strings.Contains(got.Text(), "<@1234>") {
				t.Errorf("%s %.20q:\n%s", locale, text, got.Text())
			}
		}
	}
}

// TestWhyRead explains what reading closely came to: for each passage read its
// logit, and the words that may answer.
func TestWhyRead(t *testing.T) {
	k := newDesk(t, harbour(t))
	k.Engine = ask.Reading(reader.NewPool(reader.Embedded(), reader.Limits{Workers: 1}))
	d := online(t, k)
	m := d.Posted(discordtest.Message{Text: "Who is the mayor of Marnwick?"})
	wantText(t, d.Reply(d.Interact(mod(discordtest.Menu(say.Why, m)))), "1\\. a1¶3 · score ", "\n`logit` +", " · `span` +", "“Tomasz Wilk”")
}
