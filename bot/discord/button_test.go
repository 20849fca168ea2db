package discord_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
)

// TestButtons presses every button, some on a bot that was started anew.
func TestButtons(t *testing.T) {
	shared := newDesk(t, harbour(t))
	d := discordtest.New(t, discordtest.Options{})
	stop := connect(t, d, discord.New(shared, rest(d)))
	question := discordtest.Opt("question", "What do tickets for Sunday's crossing cost?")
	public := d.Reply(d.Interact(discordtest.Slash("ask", question)))
	private := d.Reply(d.Interact(discordtest.Slash("ask", question, discordtest.Opt("private", true))))

	stop() // buttons work after a restart
	connect(t, d, discord.New(shared, rest(d)))

	context := press(t, d, public, "Context")
	if !context.Private || !strings.Contains(context.Text(), "¶ 6\n> Asked") || !strings.Contains(context.Text(), "¶ 7\n> **Tickets") {
		t.Errorf("context, private %v:\n%s", context.Private, context.Text())
	}
	if earlier := press(t, d, context, "Earlier"); earlier.Type() != discordtest.CallbackUpdate || !strings.Contains(earlier.Text(), "¶ 5\n") {
		t.Errorf("earlier:\n%s", earlier.Text())
	}
	if more := press(t, d, public, "More"); !more.Private || !strings.HasPrefix(more.Text(), "Further passages:\n> ") {
		t.Errorf("more, private %v:\n%s", more.Private, more.Text())
	}
	share := press(t, d, private, "Share")
	if share.Private || share.Text() != "Shared by <@"+discordtest.Member+">:\n"+private.Text() {
		t.Errorf("shared, private %v:\n%s", share.Private, share.Text())
	}
	doubt := press(t, d, public, "Not right?")
	id, options := doubt.Select()
	if !doubt.Private || len(options) != 4 {
		t.Fatalf("not right: private %v, options %v", doubt.Private, options)
	}
	if thanks := d.Reply(d.Interact(discordtest.Choose(id, doubt.Message, options[1].Value))); thanks.Type() != discordtest.CallbackUpdate || !strings.HasPrefix(thanks.Text(), "Thank you.") {
		t.Errorf("thanks:\n%s", thanks.Text())
	}
	privacy := d.Reply(d.Interact(discordtest.Slash("privacy")))
	if gone := press(t, d, privacy, "Delete my feedback"); gone.Text() != "Done. Entries of yours deleted: 1." {
		t.Errorf("forget:\n%s", gone.Text())
	}

	remove := public.Buttons()[slices.Index(labels(public), "Remove")].CustomID
	other := discordtest.Press(remove, public.Message)
	other.User = "400000000000000099"
	if no := d.Reply(d.Interact(other)); !no.Private || !strings.HasPrefix(no.Text(), "Only the person who asked") {
		t.Errorf("removal by another:\n%s", no.Text())
	}
	d.Interact(discordtest.Press(remove, public.Message))
	if gone := d.WaitKind(1, discordtest.DropOriginal); gone.Message != public.Message {
		t.Errorf("removed %s, want %s", gone.Message, public.Message)
	}
	other.Permissions = manageServer
	other = func() discordtest.Interaction {
		in := discordtest.Press(share.Buttons()[slices.Index(labels(share), "Remove")].CustomID, share.Message)
		in.User, in.Permissions = "400000000000000099", manageServer
		return in
	}()
	d.Interact(other)
	if gone := d.WaitKind(2, discordtest.DropOriginal); gone.Message != share.Message {
		t.Errorf("a moderator removed %s, want %s", gone.Message, share.Message)
	}
}

// TestForeignButtons presses buttons that are not ours, or of another server.
func TestForeignButtons(t *testing.T) {
	d := online(t, newDesk(t, harbour(t)))
	answer := d.Reply(d.Interact(discordtest.Slash("article show", discordtest.Opt("article", "a1"))))
	later := answer.Buttons()[0].CustomID
	for name, in := range map[string]discordtest.Interaction{
		"made up":         discordtest.Press("1AAAAAAc|a1.1.1.0.5", answer.Message),
		"of another bot":  discordtest.Press("confirm:yes", answer.Message),
		"changed":         discordtest.Press(strings.Replace(later, "|a1|", "|a2|", 1), answer.Message),
		"a menu's choice": discordtest.Choose("x", answer.Message, "0|a1.1.1.0.5"),
		"a form":          discordtest.Submit("x", answer.Message, map[string]string{"question": "x"}),
	} {
		t.Run(name, func(t *testing.T) {
			if got := d.Reply(d.Interact(in)); !got.Private || !strings.HasPrefix(got.Text(), "That button is not for this place") {
				t.Errorf("private %v:\n%s", got.Private, got.Text())
			}
		})
	}
	t.Run("of another server", func(t *testing.T) {
		in := discordtest.Press(later, answer.Message)
		in.Guild = "200000000000000009"
		if got := d.Reply(d.Interact(in)); !strings.HasPrefix(got.Text(), "That button is not for this place") {
			t.Errorf("%s", got.Text())
		}
	})
}
