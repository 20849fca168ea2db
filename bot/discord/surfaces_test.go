package discord_test

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/corpus"
)

const manageServer = 1 << 5

// TestSurfaces uses every command as a member would, through the real client
// and the fake Discord, which checks each body against Discord's own document.
func TestSurfaces(t *testing.T) {
	for _, way := range ways {
		t.Run(way.name, func(t *testing.T) { surfaces(t, way.connect) })
	}
}

func surfaces(t *testing.T, connect func(*testing.T, *discordtest.Server, *discord.Bot) func()) {
	t.Helper()
	d := discordtest.New(t, discordtest.Options{})
	b := discord.New(newDesk(t, harbour(t), bridge(t)), rest(d))
	var mu sync.Mutex
	used := map[string]bool{}
	b.Done = func(what, _ string, _ time.Duration) {
		mu.Lock()
		defer mu.Unlock()
		used[what] = true
	}
	stop := connect(t, d, b)
	german := func(in discordtest.Interaction) discordtest.Interaction {
		in.Locale = "de"
		return in
	}
	slash, opt := discordtest.Slash, discordtest.Opt
	for _, tt := range []struct {
		name    string
		in      discordtest.Interaction
		want    []string // each stands in the text
		private bool
		buttons []string
	}{
		{
			name: "ask", in: slash("ask", opt("question", "What do tickets for Sunday's crossing cost?")),
			want:    []string{"12 crowns", "· ¶ 7 of 8 ·", "· a1¶7", "[open at the passage](<https://norrlandpost.example/ferry-%28last%29?id=1#:~:text=Tickets"},
			buttons: []string{"Context", "More", "Not right?", "Remove"},
		},
		{
			name: "ask, private", in: slash("ask", opt("question", "What do tickets for Sunday's crossing cost?"), opt("private", true)),
			want: []string{"12 crowns"}, private: true, buttons: []string{"Context", "More", "Share", "Not right?"},
		},
		{
			name: "ask for a member", in: slash("ask", opt("question", "What do tickets for Sunday's crossing cost?"), discordtest.UserOpt("for", "400000000000000077")),
			want: []string{"For <@400000000000000077>:", "12 crowns"}, buttons: []string{"Context", "More", "Not right?", "Remove"},
		},
		{
			name: "ask, no answer", in: slash("ask", opt("question", "What is the capital of Peru?")),
			want: []string{"The articles do not answer that.", "Nearest passages"}, buttons: []string{"Context", "More", "Not right?", "Remove"},
		},
		{name: "ask nothing", in: slash("ask", opt("question", "  ")), want: []string{"There is no question in that."}, private: true},
		{name: "ask in German", in: german(slash("ask", opt("question", "?!"))), want: []string{"Darin ist keine Frage."}, private: true},
		{name: "ask at length", in: slash("ask", opt("question", strings.Repeat("why ", 400))), want: []string{"Keep it under 1000 characters."}, private: true},
		{name: "ask an unknown article", in: slash("ask", opt("question", "Who?"), opt("article", "zzz")), want: []string{"I do not have that article here."}, private: true},
		{
			name: "ask one article", in: slash("ask", opt("question", "When did the bridge open?"), opt("article", "Bridge opens without a ferry")),
			want: []string{"opened on Monday"}, buttons: []string{"Context", "More", "Not right?", "Remove"},
		},
		{name: "ask for a paragraph", in: slash("ask", opt("question", "a1¶7")), want: []string{"¶ 7\n> Tickets"}, private: true, buttons: []string{"Earlier"}},
		{name: "said nobody", in: slash("said", opt("speaker", "Zaphod")), want: []string{"Nobody of that name is quoted here."}, private: true},
		{
			name: "who said", in: slash("who-said", opt("words", "NOT in my lifetime!")),
			want: []string{"Found, word for word:", "“**Not in my lifetime**.”", "**Ilse Brandt**"}, buttons: []string{"Context", "Not right?", "Remove"},
		},
		{name: "who said nothing", in: slash("who-said", opt("words", "…")), want: []string{"There are no words to check in that."}, private: true},
		{
			name: "check, altered", in: slash("check", opt("quote", "We have carried three million people, and never lost one")),
			want: []string{"**Altered.**", "• article: “~~two million~~” · here: “**three million**” (a number)"}, buttons: []string{"Context", "Not right?", "Remove"},
		},
		{name: "check, absent", in: slash("check", opt("quote", "Purple monkeys dance quietly tonight"), opt("private", true)), want: []string{"**Not found.**"}, private: true, buttons: []string{"Share", "Not right?"}},
		{name: "check nothing", in: slash("check", opt("quote", "—")), want: []string{"There are no words to check in that."}, private: true},
		{name: "article list", in: slash("article list"), want: []string{"**Articles: 2**", "`a1` *Ferry line", "`a2` *Bridge opens"}, private: true},
		{name: "article show", in: slash("article show", opt("article", "a1"), opt("paragraph", 6)), want: []string{"¶ 6\n> Asked"}, private: true, buttons: []string{"Earlier"}},
		{name: "article show beyond", in: slash("article show", opt("article", "a1"), opt("paragraph", 60)), want: []string{"That passage is not there any more"}, private: true},
		{name: "article speakers", in: slash("article speakers", opt("article", "a1")), want: []string{"**Quoted in** *Ferry line", "**Ilse Brandt** · quotes:"}, private: true},
		{name: "article link, without pages", in: slash("article link", opt("article", "a1")), want: []string{"There are no pages to read in a browser here."}, private: true},
		{name: "corpus status, not offered", in: mod(slash("corpus status")), want: []string{"That is not available here. `/help` shows what is."}, private: true},
		{name: "corpus status, not allowed", in: slash("corpus status"), want: []string{"needs the Manage Server permission"}, private: true},
		{name: "corpus reindex, not allowed", in: slash("corpus reindex"), want: []string{"needs the Manage Server permission"}, private: true},
		{name: "corpus add, not offered", in: mod(slash("corpus add")), want: []string{"That is not available here. `/help` shows what is."}, private: true},
		{name: "corpus replace, not offered", in: mod(slash("corpus replace")), want: []string{"That is not available here. `/help` shows what is."}, private: true},
		{name: "corpus remove, not offered", in: mod(slash("corpus remove")), want: []string{"That is not available here. `/help` shows what is."}, private: true},
		{name: "corpus restore, not offered", in: mod(slash("corpus restore")), want: []string{"That is not available here. `/help` shows what is."}, private: true},
		{name: "corpus changes, not offered", in: mod(slash("corpus changes")), want: []string{"That is not available here. `/help` shows what is."}, private: true},
		{name: "corpus export, not offered", in: mod(slash("corpus export")), want: []string{"That is not available here. `/help` shows what is."}, private: true},
		{name: "corpus speaker, not offered", in: mod(slash("corpus speaker")), want: []string{"That is not available here. `/help` shows what is."}, private: true},
		{name: "settings", in: mod(slash("settings")), want: []string{"**Settings of this server**", "House articles: on"}, private: true},
		{name: "settings, pages", in: mod(slash("settings", opt("pages", true), opt("new-links", true))), want: []string{"open nothing any more"}, private: true},
		{name: "settings, not allowed", in: slash("settings", opt("private", true)), want: []string{"needs the Manage Server permission"}, private: true},
		{name: "help", in: slash("help"), want: []string{"Articles here: 2."}, private: true},
		{name: "help for moderators", in: mod(slash("help")), want: []string{"For moderators:"}, private: true},
		{name: "privacy", in: slash("privacy"), want: []string{"Not kept: your questions"}, private: true, buttons: []string{"Delete my feedback"}},
		{name: "unknown command", in: slash("conjure"), want: []string{"I do not know that command."}, private: true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := d.Reply(d.Interact(tt.in))
			for _, w := range tt.want {
				// Which words the engine marks is not looked at.
				if !strings.Contains(got.Text(), w) && !strings.Contains(strings.ReplaceAll(got.Text(), "**", ""), w) {
					t.Errorf("no %q in\n%s", w, got.Text())
				}
			}
			if got.Private != tt.private {
				t.Errorf("private %v", got.Private)
			}
			if diff := cmp.Diff(tt.buttons, labels(got)); diff != "" {
				t.Errorf("buttons (-want +got):\n%s", diff)
			}
		})
	}
	stop()
	for _, c := range discord.Registrations() {
		if c.Type != discordgo.ChatApplicationCommand {
			continue
		}
		paths := []string{c.Name}
		if len(c.Options) > 0 && c.Options[0].Type == discordgo.ApplicationCommandOptionSubCommand {
			paths = nil
			for _, o := range c.Options {
				paths = append(paths, c.Name+" "+o.Name)
			}
		}
		for _, p := range paths {
			if !used[p] {
				t.Errorf("nobody used /%s", p)
			}
		}
	}
}

func labels(c discordtest.Call) []string {
	var out []string
	for _, b := range c.Buttons() {
		out = append(out, b.Label)
	}
	return out
}

// bridge is a second article.
func bridge(t *testing.T) *corpus.Article {
	t.Helper()
	a, err := corpus.Parse("bridge.txt", []byte("Bridge opens without a ferry\n\nThe new bridge to Östholm opened on Monday.\n\nMs. Brandt did not attend.\n"))
	if err != nil {
		t.Fatal(err)
	}
	a.Revision = 1
	return a
}

// press presses the button with a label under a message and gives what comes.
func press(t *testing.T, d *discordtest.Server, under discordtest.Call, label string) discordtest.Call {
	t.Helper()
	i := slices.IndexFunc(under.Buttons(), func(b discordtest.Button) bool { return b.Label == label })
	if i < 0 {
		t.Fatalf("no button %q under %s", label, under.Text())
	}
	return d.Reply(d.Interact(discordtest.Press(under.Buttons()[i].CustomID, under.Message)))
}

// TestMenus chooses among articles and speakers, and uses the message menu.
func TestMenus(t *testing.T) {
	d := online(t, newDesk(t, harbour(t), bridge(t)))
	t.Run("ambiguous article", func(t *testing.T) {
		asked := d.Reply(d.Interact(discordtest.Slash("ask", discordtest.Opt("question", "What do tickets for Sunday's crossing cost?"), discordtest.Opt("article", "ferry"))))
		id, options := asked.Select()
		if !asked.Private || len(options) != 2 {
			t.Fatalf("private %v, options %v in\n%s", asked.Private, options, asked.Text())
		}
		got := d.Reply(d.Interact(discordtest.Choose(id, asked.Message, options[0].Value)))
		if got.Type() != discordtest.CallbackUpdate || !strings.Contains(got.Text(), "12 crowns") {
			t.Errorf("chosen:\n%s", got.Text())
		}
	})
	t.Run("article to read", func(t *testing.T) {
		asked := d.Reply(d.Interact(discordtest.Slash("article show", discordtest.Opt("article", "ferry"))))
		id, options := asked.Select()
		got := d.Reply(d.Interact(discordtest.Choose(id, asked.Message, options[1].Value)))
		if !strings.Contains(got.Text(), "¶ 1\n> The new bridge") {
			t.Errorf("chosen:\n%s", got.Text())
		}
	})
	t.Run("ambiguous article of a check", func(t *testing.T) {
		asked := d.Reply(d.Interact(discordtest.Slash("check", discordtest.Opt("quote", "Not in my lifetime"), discordtest.Opt("article", "ferry"))))
		id, options := asked.Select()
		if !asked.Private || len(options) != 2 || options[0].Description != "Exact. These words stand in the article like this." || options[1].Description != "Not found. No article here has these words." {
			t.Fatalf("private %v, options %v in\n%s", asked.Private, options, asked.Text())
		}
		got := d.Reply(d.Interact(discordtest.Choose(id, asked.Message, options[0].Value)))
		if got.Type() != discordtest.CallbackUpdate || !strings.HasPrefix(got.Text(), "**Exact.**") || !strings.Contains(got.Text(), "a1¶6") {
			t.Errorf("chosen:\n%s", got.Text())
		}
		if got = d.Reply(d.Interact(discordtest.Choose(id, asked.Message, options[1].Value))); !strings.HasPrefix(got.Text(), "**Not found.**") {
			t.Errorf("chosen:\n%s", got.Text())
		}
	})
	remark := d.Posted(discordtest.Message{Text: "She said “Not in my lifetime” and also “We have carried nine million people, and never lost one”."})
	t.Run("check quotes", func(t *testing.T) {
		got := d.Reply(d.Interact(discordtest.Menu("Check quotes", remark)))
		for _, w := range []string{"1\\. “Not in my lifetime”", "**Exact.**", "**Altered.**", "“~~two million~~” · here: “**nine million**” (a number)"} {
			if !got.Private || !strings.Contains(got.Text(), w) {
				t.Errorf("no %q, private %v, in\n%s", w, got.Private, got.Text())
			}
		}
	})
	t.Run("no quote in it", func(t *testing.T) {
		m := d.Posted(discordtest.Message{Text: strings.Repeat("nobody is quoted in this long message ", 12)})
		if got := d.Reply(d.Interact(discordtest.Menu("Check quotes", m))); !got.Private || !strings.HasPrefix(got.Text(), "I found no quotation") {
			t.Errorf("%s", got.Text())
		}
	})
	t.Run("find in articles", func(t *testing.T) {
		m := d.Posted(discordtest.Message{Text: "my mother packed the sandwiches"})
		got := d.Reply(d.Interact(discordtest.Menu("Find in articles", m)))
		if !got.Private || !strings.Contains(got.Text(), "**My mother packed the sandwiches**") {
			t.Errorf("private %v:\n%s", got.Private, got.Text())
		}
	})
	t.Run("nothing in it", func(t *testing.T) {
		m := d.Posted(discordtest.Message{Text: ""})
		if got := d.Reply(d.Interact(discordtest.Menu("Check quotes", m))); !got.Private || !strings.HasPrefix(got.Text(), "I see no text") {
			t.Errorf("%s", got.Text())
		}
	})
}

// TestCompletions types names.
func TestCompletions(t *testing.T) {
	d := online(t, newDesk(t, harbour(t), bridge(t)))
	names := func(in discordtest.Interaction) []string {
		var out []string
		for _, c := range d.Reply(d.Interact(in)).Choices() {
			out = append(out, c.Name)
		}
		return out
	}
	for _, tt := range []struct {
		name string
		in   discordtest.Interaction
		want []string
	}{
		{"articles", discordtest.Suggest("ask", discordtest.Opt("article", "")), []string{"Ferry line to Östholm closes after forty years · Norrland Post, 2024-05-14", "Bridge opens without a ferry"}},
		{"with a slip", discordtest.Suggest("article show", discordtest.Opt("article", "brigde")), []string{"Bridge opens without a ferry"}},
		{"without the umlaut", discordtest.Suggest("article show", discordtest.Opt("article", "osthol")), []string{"Ferry line to Östholm closes after forty years · Norrland Post, 2024-05-14"}},
		{"none", discordtest.Suggest("article show", discordtest.Opt("article", "qqqqq")), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, names(tt.in)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	t.Run("speakers", func(t *testing.T) {
		got := names(discordtest.Suggest("said", discordtest.Opt("speaker", "ilse brnadt")))
		if len(got) != 1 || !strings.HasPrefix(got[0], "Ilse Brandt (") {
			t.Errorf("got %v", got)
		}
	})
}

// TestSettings changes how a server wants it, and asks again.
func TestSettings(t *testing.T) {
	d := online(t, newDesk(t, harbour(t), bridge(t)))
	set := discordtest.Slash("settings", discordtest.Opt("private", true), discordtest.Opt("feedback", true),
		discordtest.ChannelOpt("log", "300000000000000009"), discordtest.ChannelOpt("channel", discordtest.Channel), discordtest.Opt("article", "a2"))
	set.Permissions = manageServer
	got := d.Reply(d.Interact(set))
	for _, w := range []string{"Saved.", "private by default: on", "Log channel: <#300000000000000009>", "Questions in <#" + discordtest.Channel + "> look only in: a2"} {
		if !strings.Contains(got.Text(), w) {
			t.Errorf("no %q in\n%s", w, got.Text())
		}
	}
	if note := d.WaitKind(1, discordtest.CreateMessage); note.Channel != "300000000000000009" || note.Text() != "<@"+discordtest.Member+"> changed the settings." {
		t.Errorf("told to %s: %s", note.Channel, note.Text())
	}
	answer := d.Reply(d.Interact(discordtest.Slash("ask", discordtest.Opt("question", "When did the new bridge open?"))))
	if !answer.Private || !strings.Contains(answer.Text(), "a2¶1") || strings.Contains(answer.Text(), "a1¶") {
		t.Errorf("private %v:\n%s", answer.Private, answer.Text())
	}
	doubt := press(t, d, answer, "Not right?")
	id, options := doubt.Select()
	form := d.Reply(d.Interact(discordtest.Choose(id, doubt.Message, options[0].Value)))
	if form.Modal() == "" {
		t.Fatalf("no form: %s", form.Body)
	}
	thanks := d.Reply(d.Interact(discordtest.Submit(form.Modal(), doubt.Message, map[string]string{"question": "When?"})))
	if !strings.HasPrefix(thanks.Text(), "Thank you.") {
		t.Errorf("thanks:\n%s", thanks.Text())
	}
	undo := discordtest.Slash("settings", discordtest.ChannelOpt("channel", discordtest.Channel), discordtest.Opt("no-log", true), discordtest.Opt("house", false))
	undo.Permissions = manageServer
	if got := d.Reply(d.Interact(undo)); strings.Contains(got.Text(), "look only in") || !strings.Contains(got.Text(), "Log channel: off") || !strings.Contains(got.Text(), "House articles: off") {
		t.Errorf("undone:\n%s", got.Text())
	}
}

// TestBindAmbiguous binds a channel to an article by words that two titles
// have: it is asked which, all else is saved.
func TestBindAmbiguous(t *testing.T) {
	d := online(t, newDesk(t, harbour(t), bridge(t)))
	set := discordtest.Slash("settings", discordtest.Opt("private", true), discordtest.ChannelOpt("channel", discordtest.Channel), discordtest.Opt("article", "ferry"))
	set.Permissions = manageServer
	asked := d.Reply(d.Interact(set))
	id, options := asked.Select()
	if len(options) != 2 || strings.Contains(asked.Text(), "look only in") || !strings.Contains(asked.Text(), "private by default: on") || !strings.Contains(asked.Text(), "Which one?") {
		t.Fatalf("%v in\n%s", options, asked.Text())
	}
	choice := discordtest.Choose(id, asked.Message, options[1].Value)
	if got := d.Reply(d.Interact(choice)); !strings.HasPrefix(got.Text(), "That needs the Manage Server permission") {
		t.Errorf("chosen by a member:\n%s", got.Text())
	}
	choice.Permissions = manageServer
	if got := d.Reply(d.Interact(choice)); !strings.Contains(got.Text(), "Questions in <#"+discordtest.Channel+"> look only in: a2") {
		t.Errorf("chosen:\n%s", got.Text())
	}
}

// TestCheckInBoundChannel checks quotes in a channel that is bound to an
// article: it looks there first, and elsewhere before it accuses anybody.
func TestCheckInBoundChannel(t *testing.T) {
	twin := bridge(t)
	twin.Paragraphs = append(twin.Paragraphs, corpus.Paragraph{Text: "Wilk said: “I was on the first boat and I shall be on the last, like my mother.”", Doc: -1})
	d := online(t, newDesk(t, harbour(t), twin))
	set := discordtest.Slash("settings", discordtest.ChannelOpt("channel", discordtest.Channel), discordtest.Opt("article", "a2"))
	set.Permissions = manageServer
	d.Reply(d.Interact(set))
	for quote, want := range map[string]string{
		"I was on the first boat":    "a2¶",
		"Not in my lifetime":         "a1¶6",
		"Nobody ever rowed that far": "**Not found.**",
	} {
		got := d.Reply(d.Interact(discordtest.Slash("check", discordtest.Opt("quote", quote), discordtest.Opt("private", true))))
		if !strings.Contains(got.Text(), want) {
			t.Errorf("%q: no %q in\n%s", quote, want, got.Text())
		}
	}
}

// TestSureness asks the same question while the server wants the bot to be
// careful, normal and eager: what was answered stays answered, and a question
// that is about nothing in the articles never is.
func TestSureness(t *testing.T) {
	d := online(t, newDesk(t, harbour(t), bridge(t)))
	answered := func(question string) bool {
		return !strings.HasPrefix(d.Reply(d.Interact(slash("ask", discordtest.Opt("question", question)))).Text(), "The articles do not answer that.")
	}
	questions := []string{
		"What do tickets for Sunday's crossing cost?", "what does the mother of the mayor do", "which agency told the town about the pier", "how many boats sail to the pier",
	}
	var before []bool
	for _, sure := range []string{"eager", "normal", "careful"} {
		got := d.Reply(d.Interact(mod(slash("settings", discordtest.Opt("sure", sure)))))
		wantText(t, got, "Saved.", "How sure I must be to answer: "+sure)
		var now []bool
		for i, q := range questions {
			now = append(now, answered(q))
			if before != nil && now[i] && !before[i] {
				t.Errorf("%s answers what surer did not: %s", sure, q)
			}
		}
		if before != nil && slices.Equal(before, now) {
			t.Errorf("%s answers as before: %v", sure, now)
		}
		before = now
		if !now[0] {
			t.Errorf("%s does not answer %s", sure, questions[0])
		}
		for _, q := range []string{"What is the capital of Peru?", "how do I bake bread without yeast"} {
			if answered(q) {
				t.Errorf("%s answers %s", sure, q)
			}
		}
	}
}
