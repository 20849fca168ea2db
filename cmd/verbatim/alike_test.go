package main

import (
	"bytes"
	"context"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/gateway"
	"github.com/verbatim-bot/verbatim/bot/page"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// gates is an article whose words lead astray: the question's stand together
// where no answer is.
const gates = `Storm shuts the Vigra ferry
The ferry between Vigra and the mainland has been a matter of dispute for years. People on Vigra ask when the ferry will close for good.
Ines Oberlin, the harbour master, had the gates locked on Tuesday evening after a wave broke two windows of the boat.
“I will not send anybody out in this,” said Oberlin. “Not for any money.”
“She is right,” said Karl Tevis, who runs the boat. “We lost two panes and a life raft.”
The island has 412 inhabitants, a school and a shop that sells ropes.
`

// TestAlike asks and checks by the command line, in the playground, on a page and
// in Discord while passages are read closely: all show the same passage first, and
// say alike whether it answers.
func TestAlike(t *testing.T) {
	scope, err := index.Memory(mustParse(t, "gates.txt", gates))
	if err != nil {
		t.Fatal(err)
	}
	engine := shellEngine()
	deskOf := func() *desk.Desk {
		d := newDesk(func(string) (*index.Scope, error) { return scope, nil }, io.Discard)
		d.Engine = engine
		return d
	}
	server := discordtest.New(t, discordtest.Options{})
	defer inDiscord(t, server, deskOf())()
	pages := &page.Pages{
		Access: page.Alone, Base: "http://localhost", Scopes: func(string) (*index.Scope, error) { return scope, nil },
		Desk: deskOf(), Log: slog.New(slog.DiscardHandler),
	}
	shell := func(check bool, text string) string {
		var out bytes.Buffer
		var err error
		if check {
			o := &checking{engine: engine}
			_, err = o.check(t.Context(), streams{out: &out}, scope, text)
		} else {
			o := &asking{top: 3}
			_, err = o.answer(t.Context(), streams{out: &out}, engine, scope, text)
		}
		if err != nil {
			t.Error(err)
		}
		return out.String()
	}
	playing := func(line string) string {
		var out, errs bytes.Buffer
		p := &playground{std: streams{out: &out, err: &errs}, desk: deskOf(), base: say.Event{Member: "0"}}
		if err := p.handle(t.Context(), p.event(line)); err != nil {
			t.Error(err)
		}
		return out.String()
	}
	browsing := func(do, text string) string {
		r := httptest.NewRequest(http.MethodPost, "/a/house/a1", strings.NewReader(url.Values{"do": {do}, "q": {text}}.Encode()))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Host = "localhost:80"
		w := httptest.NewRecorder()
		pages.ServeHTTP(w, r)
		return html.UnescapeString(w.Body.String())
	}
	chat := func(command, option, text string) string {
		return server.Reply(server.Interact(discordtest.Slash(command, discordtest.Opt(option, text)))).Text()
	}
	for text, want := range map[string]string{
		"who locked the gates":                      "¶ 2",
		"how many people live on the isle":          "¶ 5",
		"what did tevis lose":                       "¶ 4",
		"how much did the new windows cost":         "nearest",
		"What did OPEC say about the boat?":         "nearest",
		"what is the capital of peru":               "nearest",
		"check: The gates are to stay open for all": "nearest",
		"check: I will send nobody out in this":     "¶ 3",
	} {
		quote, check := strings.CutPrefix(text, "check: ")
		shown := map[string]string{"command line": shell(check, quote)}
		if check {
			shown["playground"], shown["page"] = playing("/check quote:"+quote), browsing("check", quote)
			shown["/check"] = chat("check", "quote", quote)
		} else {
			shown["playground"], shown["page"] = playing(text), browsing("ask", text)
			shown["/ask"] = chat("ask", "question", text)
			shown["mention"] = server.ReplyTo(server.Message(discordtest.Message{Text: text, Mention: true})).Text()
		}
		first := place(shown["command line"])
		for way, s := range shown {
			if p := place(s); p != first || p == "" || strings.Contains(strings.ToLower(s), "nearest") != (want == "nearest") || want != "nearest" && p != want {
				t.Errorf("%q by %s: %q, on the command line %q, want %s:\n%s", text, way, p, first, want, s)
			}
		}
	}
}

// place is the paragraph of the first passage shown.
func place(s string) string {
	m := regexp.MustCompile(`(¶\s\d+) of \d`).FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return strings.ReplaceAll(m[1], "\u00a0", " ")
}

// inDiscord runs a bot with a desk until end is called.
func inDiscord(t *testing.T, server *discordtest.Server, d *desk.Desk) (end func()) {
	t.Helper()
	b := discord.New(d, gateway.NewREST(discordtest.Token, server.Client()))
	welcome := make(chan struct{})
	b.Welcome = func(context.Context, string) { close(welcome) }
	g := gateway.New(discordtest.Token, gateway.Options{
		Handler: b.Handle, Busy: b.Busy, Log: slog.New(slog.DiscardHandler), Intents: discord.Intents, Client: server.Client(), Dial: server.Dial,
	})
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- g.Run(ctx) }()
	<-welcome
	return func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}
