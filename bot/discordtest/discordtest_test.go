package discordtest_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
	"github.com/gorilla/websocket"

	"github.com/verbatim-bot/verbatim/bot/discordtest"
)

// connect opens a real discordgo session to d and closes it with the test.
func connect(t *testing.T, d *discordtest.Server, handlers ...any) *discordgo.Session {
	t.Helper()
	s, err := discordgo.New(discordtest.Token)
	if err != nil {
		t.Fatal(err)
	}
	s.Client = d.Client()
	s.Dialer = &websocket.Dialer{NetDialContext: d.Dial}
	s.LogLevel = -1
	s.ShouldReconnectOnError = false
	for _, h := range handlers {
		s.AddHandler(h)
	}
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

var nobody = &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}

// echo answers every kind of event in the plainest way.
func echo(t *testing.T) func(*discordgo.Session, *discordgo.InteractionCreate) {
	t.Helper()
	return func(s *discordgo.Session, i *discordgo.InteractionCreate) {
		say := func(kind discordgo.InteractionResponseType, text string) {
			err := s.InteractionRespond(i.Interaction, &discordgo.InteractionResponse{
				Type: kind, Data: &discordgo.InteractionResponseData{Content: text, AllowedMentions: nobody},
			})
			if err != nil {
				t.Error(err)
			}
		}
		switch i.Type {
		case discordgo.InteractionApplicationCommand:
			d := i.ApplicationCommandData()
			if d.TargetID != "" {
				say(4, "menu: "+d.Resolved.Messages[d.TargetID].Content)
				return
			}
			if d.Name != "ask" {
				say(4, d.Name+"/"+d.Options[0].Name)
				return
			}
			err := s.InteractionRespond(i.Interaction, &discordgo.InteractionResponse{Type: 5})
			text := "asked: " + d.Options[0].StringValue()
			_, err2 := s.InteractionResponseEdit(i.Interaction, &discordgo.WebhookEdit{Content: &text, AllowedMentions: nobody})
			if err != nil || err2 != nil {
				t.Error(err, err2)
			}
		case discordgo.InteractionMessageComponent:
			say(7, "pressed: "+i.MessageComponentData().CustomID+" on "+i.Message.Content)
		case discordgo.InteractionModalSubmit:
			row, _ := i.ModalSubmitData().Components[0].(*discordgo.ActionsRow)
			field, _ := row.Components[0].(*discordgo.TextInput)
			say(4, "typed: "+field.Value)
		}
	}
}

func TestSurfaces(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{})
	connect(t, d, echo(t), func(s *discordgo.Session, m *discordgo.MessageCreate) {
		if m.Author.ID == s.State.User.ID {
			return
		}
		_, err := s.ChannelMessageSendComplex(m.ChannelID, &discordgo.MessageSend{
			Content: m.GuildID + " heard: " + m.Content, Reference: m.Reference(), AllowedMentions: nobody,
		})
		if err != nil {
			t.Error(err)
		}
	})
	asked := d.Interact(discordtest.Slash("ask", discordtest.Opt("question", "who?")))
	first := d.Reply(asked)
	target := d.Posted(discordtest.Message{Text: "a quoted remark"})
	mention := d.Message(discordtest.Message{Text: "hello", Mention: true})
	private := d.Message(discordtest.Message{Text: "hello", DM: true})
	got := []string{
		first.Text(),
		d.Reply(d.Interact(discordtest.Slash("article list"))).Text(),
		d.Reply(d.Interact(discordtest.Press("more", first.Message))).Text(),
		d.Reply(d.Interact(discordtest.Submit("why", "", map[string]string{"reason": "wrong"}))).Text(),
		d.Reply(d.Interact(discordtest.Menu("Check quotes", target))).Text(),
		d.ReplyTo(mention).Text(),
		d.ReplyTo(private).Text(),
	}
	want := []string{
		"asked: who?", "article/list", "pressed: more on asked: who?", "typed: wrong", "menu: a quoted remark",
		discordtest.GuildID + " heard: <@" + discordtest.BotID + "> hello", " heard: hello",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("replies (-want +got)\n%s", diff)
	}
	if got := len(d.Calls(discordtest.Callback)); got != 5 {
		t.Errorf("%d callbacks recorded, want 5", got)
	}
}

// pass lets the bubble's time go on.
func pass(d time.Duration) { time.Sleep(d) } //nolint:forbidigo // in a synctest bubble only

func TestRefusals(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := discordtest.New(t, discordtest.Options{Memory: true, Patience: time.Hour})
		got := make(chan *discordgo.InteractionCreate, 1)
		s := connect(t, d, func(_ *discordgo.Session, i *discordgo.InteractionCreate) { got <- i })
		code := func(err error) int {
			if re, ok := err.(*discordgo.RESTError); ok && re.Message != nil { //nolint:errorlint // discordgo returns it unwrapped
				return re.Message.Code
			}
			return 0
		}
		text := "late"
		answer := &discordgo.InteractionResponse{Type: 5}
		edit := &discordgo.WebhookEdit{Content: &text, AllowedMentions: nobody}

		d.Interact(discordtest.Slash("ask", discordtest.Opt("question", "who?")))
		i := <-got
		_, early := s.InteractionResponseEdit(i.Interaction, edit)
		first := s.InteractionRespond(i.Interaction, answer)
		second := s.InteractionRespond(i.Interaction, answer)
		pass(16 * time.Minute)
		_, after := s.InteractionResponseEdit(i.Interaction, edit)
		d.Interact(discordtest.Slash("ask", discordtest.Opt("question", "who?")))
		i = <-got
		pass(4 * time.Second)
		late := s.InteractionRespond(i.Interaction, answer)

		codes := []int{code(early), code(first), code(second), code(after), code(late)}
		if diff := cmp.Diff([]int{10015, 0, 40060, 50027, 10062}, codes); diff != "" {
			t.Errorf("Discord's error codes (-want +got)\n%s", diff)
		}
		_ = s.Close()
		pass(5 * time.Second)
	})
}

func TestResume(t *testing.T) {
	d := discordtest.New(t, discordtest.Options{})
	texts := make(chan string, 10)
	s := connect(t, d, func(_ *discordgo.Session, m *discordgo.MessageCreate) { texts <- m.Content })
	// A heartbeat that fails closes whatever connection the session has by then: let the first one pass.
	d.WaitLink(1, func(l discordtest.Link) bool { return l.Beats > 0 })
	if err := s.CloseWithCode(4000); err != nil {
		t.Fatal(err)
	}
	d.WaitLink(1, func(l discordtest.Link) bool { return l.Over })
	d.Message(discordtest.Message{Text: "while you were out"})
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	if got := <-texts; got != "while you were out" {
		t.Errorf("replayed %q", got)
	}
	links := d.Links()
	if len(links) != 2 || links[0].CloseCode != 4000 || !links[1].Resumed {
		t.Errorf("links: %+v", links)
	}
}
