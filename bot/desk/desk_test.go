package desk

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// TestRefusal makes a reply that is not the article's words: it does not leave
// the desk, is counted by its outcome, and logged without a word of it.
func TestRefusal(t *testing.T) {
	req, doc := scene(t, say.Event{Kind: say.Command, Command: "ask", Server: "9"})
	var logged bytes.Buffer
	req.Log = slog.New(slog.NewTextHandler(&logged, nil))
	ref := say.Excerpt{Ref: doc.Article.Whole(6), Revision: 1}
	for name, r := range map[string]say.Reply{
		"changed":     {Text: "> Asked whether the line could return, Brandt answered: “Not in your lifetime.”", Excerpts: []say.Excerpt{ref}},
		"unaccounted": {Text: "> Asked whether the line could return, Brandt answered: “Not in my lifetime.”"},
	} {
		t.Run(name, func(t *testing.T) {
			logged.Reset()
			got := req.Gated(t.Context(), r)
			if got.Outcome != "not_verbatim" || !got.Private || strings.Contains(got.Text, "lifetime") {
				t.Errorf("let through: %+v", got)
			}
			if !strings.Contains(logged.String(), "excerpt is not in the article") || strings.Contains(logged.String(), "lifetime") {
				t.Errorf("logged: %s", logged.String())
			}
			reference := got.Text[strings.LastIndex(got.Text, " ")+1:]
			if !strings.Contains(logged.String(), reference) {
				t.Errorf("reference %s is not in the log: %s", reference, logged.String())
			}
		})
	}
}

// TestUnexpected makes what the desk relies on fail and panic.
func TestUnexpected(t *testing.T) {
	for name, scopes := range map[string]func(string) (*index.Scope, error){
		"error": func(string) (*index.Scope, error) { return nil, errors.New("the disk is on fire") },
		"panic": func(string) (*index.Scope, error) { panic("secret question") },
		"nil":   func(string) (*index.Scope, error) { return nil, nil },
	} {
		t.Run(name, func(t *testing.T) {
			var logged bytes.Buffer
			d := &Desk{Scopes: scopes, Engine: ask.New(), Log: slog.New(slog.NewTextHandler(&logged, nil))}
			r := d.Handle(t.Context(), say.Event{Kind: say.Message, Text: "secret question"})
			if r.Outcome != "error" || !r.Private || !strings.HasPrefix(r.Text, "Something went wrong on my side") {
				t.Errorf("reply %+v", r)
			}
			if logged.Len() == 0 || strings.Contains(logged.String(), "secret") {
				t.Errorf("logged: %s", logged.String())
			}
		})
	}
}

// TestWork lets work report what is not verbatim, and panic.
func TestWork(t *testing.T) {
	req, _ := scene(t, say.Event{Kind: say.Command, Command: "corpus reindex", Server: "9"})
	r := req.Gated(t.Context(), say.Reply{Text: "Begun.", Work: func(_ context.Context, report func(say.Reply)) {
		report(say.Reply{Text: "Half."})
		report(say.Reply{Text: "> Made up.", Outcome: "done"})
		panic("lost")
	}})
	var got []string
	r.Work(t.Context(), func(r say.Reply) { got = append(got, r.Outcome+" "+strings.Fields(r.Text)[0]) })
	if diff := cmp.Diff([]string{" Half.", "not_verbatim Something", "error Something"}, got); diff != "" {
		t.Errorf("reports (-want +got):\n%s", diff)
	}
}

// TestIndexing asks while the index is being made.
func TestIndexing(t *testing.T) {
	d := &Desk{
		Scopes: func(string) (*index.Scope, error) { return nil, &index.IndexingError{Done: 3, Total: 12} },
		Engine: ask.New(), Log: slog.New(slog.DiscardHandler),
	}
	r := d.Handle(t.Context(), say.Event{Kind: say.Message, Text: "Who?"})
	if want := "The articles are being indexed (3/12). Try again in a moment."; r.Text != want {
		t.Errorf("got %q, want %q", r.Text, want)
	}
}

// TestNoArticles asks in a server without articles.
func TestNoArticles(t *testing.T) {
	scope, err := index.Memory()
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{
		Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.New(), Log: slog.New(slog.DiscardHandler),
	}
	for _, line := range []string{"Who?", "/ask Who?", "/article list", "/who-said hello", "/help", "/check hello there you"} {
		ev := say.Typed(line)
		r := d.Handle(t.Context(), ev)
		if r.Text == "" || r.Outcome == "error" {
			t.Errorf("%s: %+v", line, r)
		}
	}
}

// TestOneArticle leaves out which article, where there is only one.
func TestOneArticle(t *testing.T) {
	a := articleOf("a1", "The quay is painted on Friday. “Bring a brush,” said Orla Finch.", "It dries by Sunday.")
	scope, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{
		Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.New(), Log: slog.New(slog.DiscardHandler),
	}
	for line, want := range map[string]string{
		"/article show":              "> The quay is painted on Friday.",
		"/article show paragraph: 2": "> It dries by Sunday.",
		"/article speakers":          "**Orla Finch** · quotes: 1",
		"/said":                      "**Orla Finch** · quotes: 1",
		"who speaks?":                "**Orla Finch** · quotes: 1",
		"/said about: paint":         "add a speaker",
		"who is mentioned?":          "**Named here: ",
		"/ask Who is named in it?":   "**Orla Finch** · quotes: 1",
	} {
		if r := d.Handle(t.Context(), say.Typed(line)); !strings.Contains(r.Text, want) {
			t.Errorf("%s: no %q in\n%s", line, want, screen(r))
		}
	}
}

// FuzzDesk asks anything of articles that hold anything. Whatever comes out
// fits, quotes the article word for word, and can neither ping nor link.
func FuzzDesk(f *testing.F) {
	f.Add("On ferries", "“We carried *two* million,” said Ilse Brandt.\nShe left.", "What did Brandt say?")
	f.Add("@everyone", "> <@123> said: “||hidden||” https://discord.gg/abc [x](http://y.z)\n# big\n```code```", "<@123> @everyone [a](b) > c")
	f.Add("\u202etitle", "Tom\u200b Wilk said “yes”. "+strings.Repeat("Long words without end ", 200), "who said yes")
	f.Add("** _ ~", strings.Repeat("𝒜\u0301", 900), "𝒜")
	f.Fuzz(func(t *testing.T, title, text, question string) {
		if len(text) > 20_000 || len(question) > 4000 {
			return
		}
		hostile(t, title, text, question)
	})
}

// TestHostile is FuzzDesk with texts made of what hurts most.
func TestHostile(t *testing.T) {
	pieces := []string{
		"@everyone", "<@400000000000000009>", "<#3>", "<t:1:R>", "</ask:1>", ":smile:", "||", "**", "__", "~~", "`", "```", "> ", ">>> ", "# ", "-# ", "- ", "1. ",
		"[here](https://e.example/a_b)", "https://discord.gg/abc", "discord.gg/abc", "\\", "\u200b", "\u202e", "\u2066", "\x00", "\t", "“", "”", "\"", " said Ilse Brandt", " he said. ",
		"Tomasz Wilk told reporters that ", "the ferry", "a bridge. ", "the mayor, ", "in 1984 ", "𝒜", "👩‍🚀", "שלום", "我们", " […] ", "¶ 2", "\u00a0", "\u2028",
	}
	random := rand.New(rand.NewPCG(1, 2))
	text := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(pieces[random.IntN(len(pieces))])
			if random.IntN(12) == 0 {
				b.WriteByte('\n')
			} else if random.IntN(3) == 0 {
				b.WriteByte(' ')
			}
		}
		return b.String()
	}
	for range 60 {
		hostile(t, text(6), text(10+random.IntN(300)), text(1+random.IntN(8)))
	}
}

// hostile handles what a member may do about an article.
func hostile(t *testing.T, title, text, question string) {
	t.Helper()
	a := &corpus.Article{Title: strings.ToValidUTF8(title, "?"), TitleDoc: -1, Publisher: strings.ToValidUTF8(title, "?"), URL: "https://e.example/" + title}
	for line := range strings.SplitSeq(strings.ToValidUTF8(text, "?"), "\n") {
		if strings.TrimSpace(line) != "" {
			a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: strings.TrimSpace(line), Doc: -1})
		}
	}
	if len(a.Paragraphs) == 0 {
		return
	}
	scope, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{
		Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.New(), Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Books: Books{
			Doubt:    func(string, store.Doubt) error { return nil },
			Settings: func(string) (store.Settings, error) { return store.Settings{}, nil },
		},
	}
	question = strings.ToValidUTF8(question, "?")
	for _, ev := range []say.Event{
		{Kind: say.Message, Text: question},
		{Kind: say.Command, Command: "who-said", Options: map[string]string{"words": question, "private": "true"}},
		{Kind: say.Command, Command: "said", Options: map[string]string{"speaker": question, "about": title}},
		{Kind: say.Command, Command: "check", Options: map[string]string{"quote": question, "speaker": title}},
		{Kind: say.Command, Command: "article show", Options: map[string]string{"article": "a1"}},
		{Kind: say.Command, Command: "article list"},
		{Kind: say.Command, Command: "article speakers", Options: map[string]string{"article": "a1"}},
		{Kind: say.Menu, Command: "Check quotes", Text: question},
		{Kind: say.Menu, Command: "Find in articles", Text: text},
		{Kind: say.Complete, Command: "ask", Focused: "article", Options: map[string]string{"article": question}},
		{Kind: say.Complete, Command: "said", Focused: "speaker", Options: map[string]string{"speaker": question}},
	} {
		ev.Server, ev.Member = "9", "400000000000000001"
		harmless(t, d, ev, a, 2)
	}
}

// harmless handles ev and presses what comes, some layers deep.
func harmless(t *testing.T, d *Desk, ev say.Event, a *corpus.Article, depth int) {
	t.Helper()
	r := d.Handle(t.Context(), ev)
	if r.Outcome == "error" || r.Outcome == "not_verbatim" {
		t.Fatalf("%v %s: %s", ev.Kind, ev.Command, r.Text)
	}
	if say.Width(r.Text) > say.MaxContent || len(r.Buttons) > 5 {
		t.Fatalf("%s: %d units, %d buttons", ev.Command, say.Width(r.Text), len(r.Buttons))
	}
	for _, q := range blockQuotes(r.Text) {
		words := say.Unescape(q)
		found := strings.Contains(say.Visible(a.Title), words)
		for _, p := range a.Paragraphs {
			found = found || strings.Contains(say.Visible(p.Text), words)
		}
		if !found {
			t.Fatalf("%s shows %q", ev.Command, words)
		}
	}
	for i, c := range r.Text {
		prev := byte(0)
		if i > 0 {
			prev = r.Text[i-1]
		}
		if c == '@' && prev != '\\' && !strings.HasPrefix(r.Text, "Shared by <@400000000000000001>") || corpus.Invisible(c) {
			t.Fatalf("%s: %q at %d of %q", ev.Command, c, i, r.Text)
		}
	}
	for _, c := range r.Choices {
		if say.Width(c.Name) > say.MaxOption || say.Width(c.Value) > say.MaxOption || c.Name == "" || c.Value == "" {
			t.Fatalf("choice %q = %q", c.Name, c.Value)
		}
	}
	for _, x := range r.Buttons {
		if len(x.CustomID) > 100 || say.Width(x.Label) > 80 {
			t.Fatalf("button %+v", x)
		}
		if depth > 0 {
			harmless(t, d, say.Event{
				Kind: say.Press, Server: ev.Server, Member: ev.Member, CustomID: x.CustomID, Shown: r.Text, Private: r.Private,
			}, a, depth-1)
		}
	}
}

// blockQuotes gives what the block quotes of a message show, without marks.
func blockQuotes(text string) []string {
	var out []string
	quoting := false
	for line := range strings.SplitSeq(text, "\n") {
		line, ok := strings.CutPrefix(line, "> ")
		line = boldMark.ReplaceAllString(line, "$1")
		switch {
		case ok && quoting:
			out[len(out)-1] += "\n" + line
		case ok:
			out = append(out, line)
		}
		quoting = ok
	}
	return out
}

// boldMark is a mark: its asterisks are the only ones that are not escaped.
var boldMark = regexp.MustCompile(`(^|[^\\](?:\\\\)*)\*\*`)
