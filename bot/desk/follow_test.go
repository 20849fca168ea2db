package desk

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/directory"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// TestFollowUps asks about the answer before, as one does in a chat.
func TestFollowUps(t *testing.T) {
	a := articleOf("a1",
		"“The wheel is older than the town,” said Petra Vance, who owns the mill.",
		"The mill ground rye for the villages on the Arle. It stops in May.",
		"“A barn has the better echo,” said Jonas Wick, who leads the choir. The choir sang in the barn on Sunday.",
		"The church roof leaks since the storm in April.",
		"“We sing on Sunday again,” said Jonas Wick.",
	)
	scope, err := index.Memory(a)
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.New(), Key: say.Key("k"), Log: slog.New(slog.DiscardHandler)}
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	ask := func(member, channel, text string) say.Reply {
		t.Helper()
		r := d.Handle(t.Context(), say.Event{Kind: say.Message, Server: "9", Channel: channel, Member: member, Text: text, Time: now})
		if r.Outcome == "error" || r.Outcome == "not_verbatim" {
			t.Fatalf("%s:\n%s", text, screen(r))
		}
		return r
	}
	has := func(what string, r say.Reply, want string) {
		t.Helper()
		if !strings.Contains(r.Text, want) || r.Private {
			t.Errorf("%s: no %q in\n%s", what, want, screen(r))
		}
	}
	none := "There is no answer of mine before that."
	has("nothing before", ask("1", "c", "who said that?"), none)

	// Two members take turns in one channel.
	wheel := ask("1", "c", "Who said the wheel is older than the town?")
	has("first member", wheel, "a1¶1")
	has("second member", ask("2", "c", "Who said a barn has the better echo?"), "a1¶3")
	has("first member's that", ask("1", "c", "Who said that?"), "Petra Vance said it:\n> “The wheel")
	has("second member's that", ask("2", "c", "wer hat das gesagt?"), "Jonas Wick said it:\n> “A barn")
	has("first member's why", ask("1", "c", "why?"), "What stands around it:\n¶ 1\n> **“The wheel")
	has("another channel", ask("1", "d", "why?"), none)
	has("another question", ask("1", "c", "why does the church roof leak?"), "a1¶4")

	has("sure", ask("2", "c", "Are you sure?"), "about 9 in 10 are right. What stands around it:\n¶ 2\n")
	has("sure, in Spanish", ask("2", "c", "¿Estás seguro?"), "about 9 in 10 are right.")
	has("still about it", ask("2", "c", "who said that?"), "Jonas Wick said it:")
	other := ask("2", "c", "what else did he say?")
	has("what else", other, "**Jonas Wick** · quotes: 2\n> “We sing on Sunday again,”")
	if strings.Contains(other.Text, "barn has") {
		t.Errorf("the same again:\n%s", screen(other))
	}
	has("sure of a list", ask("2", "c", "is that true?"), "I cannot say how sure I was of that.")
	has("what else than that", ask("2", "c", "did he say anything else?"), "“A barn has")
	has("nothing else", ask("1", "c", "who said the wheel is older than the town"), "a1¶1")
	has("nothing else", ask("1", "c", "What else did she say?"), "That is all the article quotes of Petra Vance. What stands around it:")
	has("about the leak", ask("1", "c", "why does the church roof leak?"), "a1¶4")
	has("nobody speaks there", ask("1", "c", "what else did he say"), "These are the article’s own words")

	ask("2", "c", "Who said a barn has the better echo?")
	has("more", ask("2", "c", "tell me more"), "> ")
	has("the first member's answer is the last", ask("1", "c", "who said that?"), "These are the article’s own words")

	// A reply is about the message that it replies to, whoever asked.
	r := d.Handle(t.Context(), say.Event{Kind: say.Message, Server: "9", Channel: "c", Member: "3", Text: "who said that?", Shown: wheel.Text, Previous: wheel.Text, Time: now})
	has("a reply", r, "Petra Vance said it:")

	// What was shown to one member alone is not brought before all.
	private := say.Event{Kind: say.Command, Command: "ask", Server: "9", Channel: "c", Member: "1", Time: now, Options: map[string]string{"question": "Who said a barn has the better echo?", "private": "true"}}
	if r := d.Handle(t.Context(), private); !r.Private {
		t.Error(screen(r))
	}
	has("after a private answer", ask("1", "c", "who said that?"), none)
	private.Options["question"] = "who said that?"
	if r := d.Handle(t.Context(), private); !r.Private || !strings.HasPrefix(r.Text, "Jonas Wick said it:") {
		t.Error(screen(r))
	}

	now = now.Add(recentLife + time.Second)
	has("too long ago", ask("2", "c", "tell me more"), none)
}

// TestFollowUpsFolded looks for phrases that nobody could type.
func TestFollowUpsFolded(t *testing.T) {
	for kind, list := range followUps {
		for _, text := range list {
			if got := directory.Fold(text); got != text || followUpKind(text) != kind {
				t.Errorf("%s: %q folds to %q, and is %q", kind, text, got, followUpKind(text))
			}
		}
	}
}

// TestMoreIsLeft shows what is left of an answer until nothing is.
func TestMoreIsLeft(t *testing.T) {
	var paragraphs []string
	for _, day := range []string{"Monday", "Tuesday", "Wednesday"} {
		paragraphs = append(paragraphs, "The ferry carried forty people over the sound on "+day+".")
	}
	scope, err := index.Memory(articleOf("a1", paragraphs...))
	if err != nil {
		t.Fatal(err)
	}
	d := &Desk{Scopes: func(string) (*index.Scope, error) { return scope, nil }, Engine: ask.New(), Key: say.Key("k"), Log: slog.New(slog.DiscardHandler)}
	seen := map[string]bool{}
	text := "How many people did the ferry carry over the sound?"
	for range 6 {
		r := d.Handle(t.Context(), say.Event{Kind: say.Message, Member: "1", Text: text})
		if strings.HasPrefix(r.Text, "That was all I found about it.") {
			if len(seen) < 2 {
				t.Errorf("only %v", seen)
			}
			return
		}
		for _, e := range r.Excerpts {
			key := say.ParagraphID(e.Ref)
			if seen[key] {
				t.Errorf("%s is shown again:\n%s", key, screen(r))
			}
			seen[key] = true
		}
		text = "tell me more"
	}
	t.Error("it never ends")
}
