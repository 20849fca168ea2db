package bot

import (
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// TestGoldenCorpus walks through what a moderator sees, in files to be read.
func TestGoldenCorpus(t *testing.T) {
	dir := t.TempDir()
	records, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	quiet := slog.New(slog.DiscardHandler)
	library, err := index.Open(filepath.Join(dir, "index"), records, quiet)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = library.Close()
		_ = records.Close()
	})
	data, err := os.ReadFile(filepath.Join("testdata", "harbour.txt"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := corpus.Parse("harbour.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := records.Add("9", "m", store.Draft{Article: a, Original: data}); err != nil {
		t.Fatal(err)
	}
	d := &Desk{
		Stock: NewStock(records, library, http.DefaultClient, nil), Engine: ask.New(), Log: quiet, Key: Key("k"),
		Scopes: library.Scope, Books: Books{Settings: records.Settings},
	}
	handle := func(ev Event) Reply {
		t.Helper()
		ev.Server, ev.Member, ev.Mod, ev.Private = "9", "400000000000000001", true, true
		r := d.Handle(t.Context(), ev)
		if w := Width(r.Text); w > maxContent {
			t.Errorf("%d units wide", w)
		}
		return r
	}
	command := func(name, locale string, options ...string) Reply {
		t.Helper()
		ev := Event{Kind: Command, Command: name, Locale: locale, Options: map[string]string{}}
		for i := 0; i < len(options); i += 2 {
			ev.Options[options[i]] = options[i+1]
		}
		return handle(ev)
	}
	press := func(r Reply, i int) Reply {
		t.Helper()
		if len(r.Buttons) <= i {
			t.Fatal(screen(r))
		}
		return handle(Event{Kind: Press, CustomID: r.Buttons[i].CustomID})
	}
	text := strings.Replace(string(data), "12 crowns", "15 crowns", 1)
	title, text, _ := strings.Cut(text, "\n")
	text = strings.Replace(text, "the harbour board said", "the board said", 1)

	form := command("corpus add", "")
	golden(t, "corpus_paste", screen(form))
	copied := handle(Event{Kind: Submit, CustomID: form.Form.CustomID, Fields: map[string]string{"title": title, "text1": text}})
	golden(t, "corpus_add", screen(copied))
	golden(t, "corpus_details", screen(press(copied, 1)))
	golden(t, "corpus_added", screen(press(copied, 0)))
	form = command("corpus replace", "de", "article", "a1")
	preview := handle(Event{Kind: Submit, Locale: "de", CustomID: form.Form.CustomID, Fields: map[string]string{"title": title, "text1": text}})
	golden(t, "corpus_replace_german", screen(preview))
	golden(t, "corpus_replaced", screen(press(preview, 0)))
	question := command("corpus remove", "ru", "article", "a2")
	golden(t, "corpus_remove_russian", screen(question))
	golden(t, "corpus_removed", screen(press(question, 0)))
	// Hostile text in every field stays text.
	form = command("corpus add", "")
	hostile := handle(Event{Kind: Submit, CustomID: form.Form.CustomID, Fields: map[string]string{
		"title": "**@everyone** \u202eevil", "text1": "> quoted <@1234> \u200b||x||\n\n```code\n\n" + strings.Repeat("word ", 700), "text2": strings.Repeat("x", 3999),
	}})
	golden(t, "corpus_hostile", screen(hostile))
	// Another server's button, and a made-up draft.
	for _, id := range []string{hostile.Buttons[0].CustomID, "1AAAAAAA|ABCDEFGHIJKL|"} {
		r := d.Handle(t.Context(), Event{Kind: Press, Server: "10", Member: "400000000000000001", Mod: true, CustomID: id})
		if r.Text != english.Errors[problemForged] {
			t.Errorf("%s: %s", id, screen(r))
		}
	}
}
