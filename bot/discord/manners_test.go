package discord_test

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// TestNothingLogged has members say a word in every way there is, some of
// which go wrong: it is in no line of the log, at whatever level.
func TestNothingLogged(t *testing.T) {
	const word = "zanthorine"
	var log logbook
	s := openStock(t, nil, nil)
	s.desk.Books.Doubt = s.records.AddDoubt
	s.desk.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	if _, err := s.records.Add(discordtest.GuildID, "m", store.Draft{Article: harbour(t), Original: harbourFile(t)}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.records.SetSettings(discordtest.GuildID, "m", func(set *store.Settings) { set.Feedback = true }); err != nil {
		t.Fatal(err)
	}
	d := discordtest.New(t, discordtest.Options{})
	connect(t, d, discord.New(s.desk, rest(d)))
	opt := discordtest.Opt
	remark := d.Posted(discordtest.Message{Text: "She said “the " + word + " came” again."})
	in := func(in discordtest.Interaction) discordtest.Call { return d.Reply(d.Interact(mod(in))) }
	d.ReplyTo(d.Message(discordtest.Message{Text: "Who saw the " + word + "?", Mention: true}))
	answer := in(slash("ask", opt("question", "Who saw the "+word+"?"), opt("article", "a1")))
	in(slash("ask", opt("question", "Who?"), opt("article", word)))
	in(slash("who-said", opt("words", "the "+word+" came")))
	in(slash("said", opt("speaker", word), opt("about", word)))
	in(slash("check", opt("quote", "the "+word+" came"), opt("speaker", word)))
	in(slash("article show", opt("article", word)))
	in(slash("corpus speaker", opt("article", "a1"), opt("quote", word), opt("name", word)))
	in(slash("corpus add", opt("url", "https://"+word+".example/x")))
	in(discordtest.Menu("Check quotes", remark))
	in(discordtest.Menu("Find in articles", remark))
	in(discordtest.Menu(say.Why, remark))
	in(discordtest.Suggest("said", opt("speaker", word)))
	in(discordtest.Press(word, answer.Message))
	why := press(t, d, answer, "Not right?")
	id, options := why.Select()
	form := in(discordtest.Choose(id, why.Message, options[0].Value))
	in(discordtest.Submit(form.Modal(), why.Message, map[string]string{"question": word}))
	paste := in(slash("corpus add"))
	in(discordtest.Submit(paste.Modal(), "", map[string]string{"title": word, "text1": word}))
	for _, f := range []discordtest.RESTFault{{Status: 400, Code: 50035}, {Status: 403, Code: 50013}, {Status: 404, Code: 10062}, {Status: 500}} {
		d.Fail(discordtest.Callback, 1, f)
		d.Interact(slash("ask", opt("question", "Who saw the "+word+"?")))
		d.Fail(discordtest.CreateMessage, 1, f)
		d.Message(discordtest.Message{Text: "Who saw the " + word + "?", Mention: true})
	}
	d.Wait(8, func(c discordtest.Call) bool { return c.Status >= 400 })
	d.ReplyTo(d.Message(discordtest.Message{Text: "", Mention: true}))
	if text := log.String(); strings.Contains(text, word) || !strings.Contains(text, "could not send") {
		t.Errorf("log:\n%s", text)
	}
}

// TestPings looks at who may be notified: nobody, but for the one member that
// an answer is for.
func TestPings(t *testing.T) {
	d := online(t, newDesk(t, harbour(t)))
	question := discordtest.Opt("question", "What do tickets for Sunday's crossing cost?")
	allowed := func(c discordtest.Call) string { return fmt.Sprint(c.Data()["allowed_mentions"]) }
	const nobody = "map[parse:[] replied_user:false]"
	for name, tt := range map[string]struct{ got, want string }{
		"an answer":              {allowed(d.Reply(d.Interact(slash("ask", question)))), nobody},
		"an answer for a member": {allowed(d.Reply(d.Interact(slash("ask", question, discordtest.UserOpt("for", "400000000000000077"))))), "map[parse:[] replied_user:false users:[400000000000000077]]"},
		"a private one":          {allowed(d.Reply(d.Interact(slash("ask", question, discordtest.UserOpt("for", "400000000000000077"), discordtest.Opt("private", true))))), nobody},
		"a mention":              {allowed(d.ReplyTo(d.Message(discordtest.Message{Text: "What do tickets cost? <@400000000000000077>", Mention: true}))), nobody},
	} {
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestAmbiguousSpeaker asks for a name that twenty people bear.
func TestAmbiguousSpeaker(t *testing.T) {
	s := library(t)
	asked := s.Reply(s.Interact(slash("said", discordtest.Opt("speaker", "orrell"))))
	id, options := asked.Select()
	if !asked.Private || len(options) != 10 || options[0].Label != "Ada Orrell (1)" {
		t.Fatalf("private %v, options %v in\n%s", asked.Private, options, asked.Text())
	}
	got := s.Reply(s.Interact(discordtest.Choose(id, asked.Message, options[1].Value)))
	if got.Type() != discordtest.CallbackUpdate || !strings.Contains(got.Text(), "**Bo Orrell**") {
		t.Errorf("chosen:\n%s", got.Text())
	}
	if share := press(t, s.Server, got, "Share"); share.Private || !strings.HasPrefix(share.Text(), "Shared by <@"+discordtest.Member+">:\n") {
		t.Errorf("shared, private %v:\n%s", share.Private, share.Text())
	}
	other := discordtest.Press(got.Buttons()[1].CustomID, got.Message)
	other.User = "400000000000000099"
	if no := s.Reply(s.Interact(other)); !no.Private || strings.Contains(no.Text(), "Bo Orrell") {
		t.Errorf("another member's press:\n%s", no.Text())
	}
}

// TestOneRefusal has a member flood a channel with mentions: they are told to
// wait once, not thirty times before everybody.
func TestOneRefusal(t *testing.T) {
	k := newDesk(t, harbour(t))
	k.Limits = desk.NewLimits()
	d := online(t, k)
	for range 50 {
		d.Message(discordtest.Message{Text: "", Mention: true})
	}
	d.Wait(1, func(c discordtest.Call) bool { return strings.HasPrefix(c.Text(), "That was a lot at once.") })
	d.Wait(21, func(c discordtest.Call) bool { return c.Kind == discordtest.CreateMessage })
	other := discordtest.Message{Text: "", Mention: true, Author: "400000000000000099"}
	d.ReplyTo(d.Message(other))
	refused := 0
	for _, c := range d.Calls(discordtest.CreateMessage) {
		if strings.HasPrefix(c.Text(), "That was a lot at once.") {
			refused++
		}
	}
	if refused != 1 {
		t.Errorf("told %d times to wait", refused)
	}
}
