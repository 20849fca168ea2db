package discord_test

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/desk"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/fetch"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
)

// library is a server with the harbour, the bridge, an article that quotes
// twenty people, and enough others for a second page.
func library(t *testing.T) *stocked {
	t.Helper()
	s := openStock(t, nil, fetch.New("test", func(netip.AddrPort) error { return nil }))
	crowd := "Twenty neighbours speak up\n"
	for i := range 20 {
		crowd += fmt.Sprintf("\n“The lamps of row %d must burn,” said %s Orrell.\n", i, []string{"Ada", "Bo", "Cleo", "Dag", "Edda", "Finn", "Gus", "Hanna", "Ivo", "Jana", "Karl", "Lene", "Mika", "Nils", "Olga", "Per", "Rosa", "Sven", "Tuva", "Ulf"}[i])
	}
	texts := []string{crowd}
	for i := range 16 {
		texts = append(texts, fmt.Sprintf("Notice %d\n\nThe mill number %d closes in spring.\n", i, i))
	}
	drafts := []store.Draft{{Article: harbour(t), Original: harbourFile(t)}, {Article: bridge(t)}}
	for _, text := range texts {
		a, err := corpus.Parse("a.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		drafts = append(drafts, store.Draft{Article: a, Original: []byte(text)})
	}
	if _, err := s.records.Add(discordtest.GuildID, "m", drafts...); err != nil {
		t.Fatal(err)
	}
	if err := s.library.Sync(t.Context(), discordtest.GuildID); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestOptions gives the options that no other test gives.
func TestOptions(t *testing.T) {
	s := library(t)
	opt := discordtest.Opt
	for _, tt := range []struct {
		name    string
		in      discordtest.Interaction
		want    []string
		private bool
	}{
		{"said about", slash("said", opt("speaker", "Ilse Brandt"), opt("about", "passengers"), opt("article", "a1"), opt("order", "relevance")), []string{"**Ilse Brandt** on “passengers”", "nine in ten of our passengers", "a1¶2"}, false},
		{"said newest", slash("said", opt("speaker", "Ilse Brandt"), opt("order", "newest"), opt("private", true)), []string{"**Ilse Brandt** · quotes:"}, true},
		{"who said in an article", slash("who-said", opt("words", "my mother packed the sandwiches"), opt("article", "a1"), opt("private", true)), []string{"Found, word for word:", "**Tomasz Wilk**"}, true},
		{"who said in another", slash("who-said", opt("words", "my mother packed the sandwiches"), opt("article", "a2"), opt("private", true)), []string{"These words are in no article."}, true},
		{"check a speaker", slash("check", opt("quote", "Not in my lifetime"), opt("speaker", "Tomasz Wilk"), opt("article", "a1")), []string{"Claimed: Tomasz Wilk. In the article: Ilse Brandt."}, false},
		{"ask an article that does not say", slash("ask", opt("question", "What is the capital of Peru?"), opt("article", "a2")), []string{"`a2` *Bridge opens without a ferry* does not answer that."}, false},
		{"said by nobody about something", slash("said", opt("about", "the bridge")), []string{"Say whose words about that you want"}, true},
		{"said by anybody", slash("said"), []string{"**Quoted here: ", "**Ilse Brandt**"}, true},
		{"said by an alias", slash("said", opt("speaker", "brandt"), opt("article", "a1")), []string{"**Ilse Brandt**"}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := s.do(tt.in)
			for _, w := range tt.want {
				if !strings.Contains(got.Text(), w) && !strings.Contains(strings.ReplaceAll(got.Text(), "**", ""), w) {
					t.Errorf("no %q in\n%s", w, got.Text())
				}
			}
			if got.Private != tt.private {
				t.Errorf("private %v", got.Private)
			}
		})
	}
}

// TestEveryCompletion types into every option that completes.
func TestEveryCompletion(t *testing.T) {
	s := library(t)
	s.press(s.do(slash("corpus remove", discordtest.Opt("article", "a2"))), "Remove")
	article, opt := discordtest.Opt("article", "a1"), discordtest.Opt
	for _, tt := range []struct {
		command string
		options []map[string]any // the last is being typed
		want    string           // the value of the first choice
	}{
		{"ask", []map[string]any{opt("article", "fery lin")}, "a1"},
		{"said", []map[string]any{opt("article", "ferry")}, "a1"},
		{"said", []map[string]any{article, opt("speaker", "wlik")}, "Tomasz Wilk"},
		{"who-said", []map[string]any{opt("article", "ostholm")}, "a1"},
		{"check", []map[string]any{opt("article", "twenty")}, "a3"},
		{"check", []map[string]any{opt("speaker", "edda or")}, "Edda Orrell"},
		{"article show", []map[string]any{opt("article", "a3")}, "a3"},
		{"article speakers", []map[string]any{opt("article", "neighbuors")}, "a3"},
		{"settings", []map[string]any{opt("article", "ferry")}, "a1"},
		{"article link", []map[string]any{opt("article", "ferry")}, "a1"},
		{"corpus replace", []map[string]any{opt("article", "ferry")}, "a1"},
		{"corpus remove", []map[string]any{opt("article", "ferry")}, "a1"},
		{"corpus restore", []map[string]any{opt("article", "brigde")}, "a2"},
		{"corpus reindex", []map[string]any{opt("article", "twenty")}, "a3"},
		{"corpus speaker", []map[string]any{opt("article", "ferry")}, "a1"},
		{"corpus speaker", []map[string]any{article, opt("quote", "x"), opt("name", "hana orrell")}, "Hanna Orrell"},
	} {
		got := s.do(discordtest.Suggest(tt.command, tt.options...)).Choices()
		if len(got) == 0 || got[0].Value != tt.want {
			t.Errorf("%s %v: %v, want %s", tt.command, tt.options, got, tt.want)
		}
	}
	if got := s.do(discordtest.Suggest("corpus speaker", article, opt("quote", "sandwiches"))).Choices(); len(got) != 1 || !strings.Contains(got[0].Name, "My mother packed") {
		t.Errorf("quotes: %v", got)
	}
	member := discordtest.Suggest("corpus remove", opt("article", "ferry"))
	if got := s.Reply(s.Interact(member)).Choices(); len(got) != 0 {
		t.Errorf("a member is offered %v", got)
	}
}

// TestPages turns pages of articles and speakers, there and back.
func TestPages(t *testing.T) {
	s := library(t)
	list := s.do(slash("article list"))
	wantText(t, list, "**Articles: 19**", "`a1` *Ferry", "`a15` *")
	next := s.press(list, "Later")
	wantText(t, next, "`a16` *Notice", "`a19` *")
	wantText(t, s.press(next, "Earlier"), "`a1` *Ferry")

	speakers := s.do(slash("article speakers", discordtest.Opt("article", "a3")))
	wantText(t, speakers, "**Quoted in** *Twenty neighbours", "**Ada Orrell** · quotes: 1")
	later := s.press(speakers, "Later")
	wantText(t, later, "Orrell** · quotes: 1")
	if strings.Contains(later.Text(), "Ada Orrell") || later.Type() != discordtest.CallbackUpdate {
		t.Errorf("second page:\n%s", later.Text())
	}
}

// TestModeratorsForms asks for the form to paste into, in both ways, and for
// an article of the web to replace one.
func TestModeratorsForms(t *testing.T) {
	s := library(t)
	article := discordtest.Opt("article", "a1")
	for _, in := range []discordtest.Interaction{
		slash("corpus add", discordtest.Opt("paste", true)), slash("corpus replace", article, discordtest.Opt("paste", true)),
	} {
		if form := s.do(in); form.Modal() == "" {
			t.Errorf("%s: %s", in.Command(), form.Text())
		}
	}
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	nobody := "http://" + l.Addr().String() + "/story"
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	wantText(t, s.do(slash("corpus replace", article, discordtest.Opt("url", nobody))), "That site does not answer.")
}

// TestMerge gives all that one speaker says to another, and to nobody.
func TestMerge(t *testing.T) {
	s := library(t)
	fix := func(words, name string, all bool) discordtest.Call {
		return s.do(slash("corpus speaker", discordtest.Opt("article", "a1"), discordtest.Opt("quote", words), discordtest.Opt("name", name), discordtest.Opt("all", all)))
	}
	wantText(t, fix("Not in my lifetime", "Ada Orrell", true), "Speaker of a1: was **Ilse Brandt**, now **Ada Orrell**.")
	wantText(t, s.do(slash("article speakers", discordtest.Opt("article", "a1"))), "**Ada Orrell**")
	wantText(t, fix("My mother packed the sandwiches", "-", false), "now *speaker unclear*.")
	wantText(t, fix("My mother packed the sandwiches", "Ada Orrell", true), "Nobody is named there yet")
}

// TestStopAndGoBack presses the buttons of reindexing when there is nothing
// to stop, and nothing to go back to.
func TestStopAndGoBack(t *testing.T) {
	s := library(t)
	begun := s.do(slash("corpus reindex"))
	s.Wait(1, func(c discordtest.Call) bool { return strings.HasPrefix(c.Text(), "Reindexed.") })
	wantText(t, s.press(begun, "Cancel"), "No reindexing is under way.")
	s.do(slash("corpus reindex"))
	s.Wait(2, func(c discordtest.Call) bool { return strings.HasPrefix(c.Text(), "Reindexed.") })
	changes := s.do(slash("corpus changes"))
	g, err := s.records.Guild(discordtest.GuildID)
	if err != nil {
		t.Fatal(err)
	}
	g.Generation.Previous = 0
	if err := s.records.SetGeneration(discordtest.GuildID, "", g.Generation); err != nil {
		t.Fatal(err)
	}
	wantText(t, s.press(changes, "Go back to the index before"), "There is no index before this one to go back to.")
}

// TestRefusals meets the refusals that depend on how things stand.
func TestRefusals(t *testing.T) {
	t.Run("direct message", func(t *testing.T) {
		d := online(t, newDesk(t, harbour(t)))
		in := mod(slash("corpus status"))
		in.DM = true
		wantText(t, d.Reply(d.Interact(in)), "That works in a server, not in direct messages.")
	})
	t.Run("too often", func(t *testing.T) {
		k := newDesk(t, harbour(t))
		k.Limits = desk.NewLimits()
		d := online(t, k)
		var last discordtest.Call
		for range 30 {
			if last = d.Reply(d.Interact(slash("help"))); strings.HasPrefix(last.Text(), "That was a lot at once.") {
				break
			}
		}
		wantText(t, last, "That was a lot at once. Try again in ", " s.")
		other := slash("help")
		other.User = "400000000000000099"
		wantText(t, d.Reply(d.Interact(other)), "I answer questions")
	})
	t.Run("a channel's article is gone", func(t *testing.T) {
		s := library(t)
		s.do(slash("settings", discordtest.ChannelOpt("channel", discordtest.Channel), discordtest.Opt("article", "a2")))
		s.press(s.do(slash("corpus remove", discordtest.Opt("article", "a2"))), "Remove")
		wantText(t, s.do(slash("ask", discordtest.Opt("question", "When did the bridge open?"))), "This channel is set to an article that is gone.")
		m := s.ReplyTo(s.Message(discordtest.Message{Text: "When did the bridge open?", Mention: true}))
		if !strings.HasPrefix(m.Text(), "This channel is set to an article that is gone.") {
			t.Errorf("mention: %s", m.Text())
		}
	})
	for name, tt := range map[string]struct {
		err  error
		want string
	}{
		"being indexed": {&index.IndexingError{Done: 3, Total: 12}, "The articles are being indexed (3/12)."},
		"too slow":      {context.DeadlineExceeded, "That took too long and was stopped."},
	} {
		t.Run(name, func(t *testing.T) {
			k := newDesk(t, harbour(t))
			k.Scopes = func(string) (*index.Scope, error) { return nil, tt.err }
			d := online(t, k)
			wantText(t, d.Reply(d.Interact(slash("ask", discordtest.Opt("question", "Who?")))), tt.want)
		})
	}
}
