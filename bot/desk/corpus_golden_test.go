package desk

import (
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/moderate"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// stockroom is a desk whose server has the test article, with records and an
// index on disk.
func stockroom(t *testing.T) (*Desk, *store.Store, []byte) {
	t.Helper()
	records, library := openRecords(t)
	quiet := slog.New(slog.DiscardHandler)
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
		Stock: moderate.New(records, library, http.DefaultClient, nil), Engine: ask.New(), Log: quiet, Key: say.Key("k"),
		Scopes: library.Scope, Books: Books{Settings: records.Settings},
	}
	return d, records, data
}

// TestGoldenCorpus walks through what a moderator sees, in files to be read.
func TestGoldenCorpus(t *testing.T) {
	d, _, data := stockroom(t)
	handle := func(ev say.Event) say.Reply {
		t.Helper()
		ev.Server, ev.Member, ev.Mod, ev.Private = "9", "400000000000000001", true, true
		r := d.Handle(t.Context(), ev)
		if w := say.Width(r.Text); w > say.MaxContent {
			t.Errorf("%d units wide", w)
		}
		return r
	}
	command := func(name, locale string, options ...string) say.Reply {
		t.Helper()
		ev := say.Event{Kind: say.Command, Command: name, Locale: locale, Options: map[string]string{}}
		for i := 0; i < len(options); i += 2 {
			ev.Options[options[i]] = options[i+1]
		}
		return handle(ev)
	}
	press := func(r say.Reply, i int) say.Reply {
		t.Helper()
		if len(r.Buttons) <= i {
			t.Fatal(screen(r))
		}
		return handle(say.Event{Kind: say.Press, CustomID: r.Buttons[i].CustomID})
	}
	text := strings.Replace(string(data), "12 crowns", "15 crowns", 1)
	title, text, _ := strings.Cut(text, "\n")
	text = strings.Replace(text, "the harbour board said", "the board said", 1)

	form := command("corpus add", "")
	golden(t, "corpus_paste", screen(form))
	copied := handle(say.Event{Kind: say.Submit, CustomID: form.Form.CustomID, Fields: map[string]string{"title": title, "text1": text}})
	golden(t, "corpus_add", screen(copied))
	golden(t, "corpus_details", screen(press(copied, 1)))
	golden(t, "corpus_added", screen(press(copied, 0)))
	form = command("corpus add", "ru")
	golden(t, "corpus_add_russian", screen(handle(say.Event{Kind: say.Submit, Locale: "ru", CustomID: form.Form.CustomID, Fields: map[string]string{"text1": "The mill closes in spring."}})))
	form = command("corpus replace", "de", "article", "a1")
	preview := handle(say.Event{Kind: say.Submit, Locale: "de", CustomID: form.Form.CustomID, Fields: map[string]string{"title": title, "text1": text}})
	golden(t, "corpus_replace_german", screen(preview))
	golden(t, "corpus_replaced", screen(press(preview, 0)))
	question := command("corpus remove", "ru", "article", "a2")
	golden(t, "corpus_remove_russian", screen(question))
	golden(t, "corpus_removed", screen(press(question, 0)))
	// Hostile text in every field stays text.
	form = command("corpus add", "")
	hostile := handle(say.Event{Kind: say.Submit, CustomID: form.Form.CustomID, Fields: map[string]string{
		"title": "**@everyone** \u202eevil", "text1": "> quoted <@1234> \u200b||x||\n\n```code\n\n" + strings.Repeat("word ", 700), "text2": strings.Repeat("x", 3999),
	}})
	golden(t, "corpus_hostile", screen(hostile))
	// Another server's button, and a made-up draft.
	for _, id := range []string{hostile.Buttons[0].CustomID, "1AAAAAAA|ABCDEFGHIJKL|"} {
		r := d.Handle(t.Context(), say.Event{Kind: say.Press, Server: "10", Member: "400000000000000001", Mod: true, CustomID: id})
		if r.Text != say.WordsFor("").Errors.Forged {
			t.Errorf("%s: %s", id, screen(r))
		}
	}
}

// TestGoldenDoubts shows the moderators what members found not right: nothing
// yet, counts alone, and the questions where the server keeps them.
func TestGoldenDoubts(t *testing.T) {
	d, records, _ := stockroom(t)
	handle := func(ev say.Event) say.Reply {
		t.Helper()
		ev.Server, ev.Member, ev.Mod, ev.Private = "9", "400000000000000001", true, true
		return d.Handle(t.Context(), ev)
	}
	show := func(locale string) say.Reply {
		t.Helper()
		status := handle(say.Event{Kind: say.Command, Command: "corpus status", Locale: locale})
		return handle(say.Event{Kind: say.Press, CustomID: status.Buttons[0].CustomID, Locale: locale})
	}
	days := regexp.MustCompile(`<t:\d+:d>`)
	file := func(name string, r say.Reply) {
		t.Helper()
		golden(t, name, days.ReplaceAllString(screen(r), "<t:…:d>"))
	}
	file("doubts_none", show(""))
	for i, x := range []store.Doubt{
		{Reason: "wrong_passage", Article: "a1"},
		{Reason: "should_know", Question: "Who pays for the bridge?"},
		{Reason: "wrong_speaker", Article: "a1", Question: "Who said **that** @everyone?\nAnd why?"},
		{Reason: "should_say_no", Article: "a7"},
	} {
		x.Member = strconv.Itoa(i)
		if err := records.AddDoubt("9", x); err != nil {
			t.Fatal(err)
		}
	}
	file("doubts_counts_german", show("de"))
	if _, err := records.SetSettings("9", "m", func(s *store.Settings) { s.Feedback = true }); err != nil {
		t.Fatal(err)
	}
	file("doubts_questions", show(""))
	file("doubts_questions_russian", show("ru"))
	for i := range 40 {
		if err := records.AddDoubt("9", store.Doubt{Member: "m", Reason: "should_know", Question: fmt.Sprintf("Question %d? %s", i, strings.Repeat("why ", 90))}); err != nil {
			t.Fatal(err)
		}
	}
	// Every question is on some page, once, and every page fits.
	seen := map[string]int{}
	number := regexp.MustCompile(`Question \d+\?`)
	for page, n := show(""), 0; ; n++ {
		if say.Width(page.Text) > say.MaxContent || !page.Private || n > 40 {
			t.Fatalf("page %d, %d units", n, say.Width(page.Text))
		}
		for _, q := range number.FindAllString(page.Text, -1) {
			seen[q]++
		}
		i := slices.IndexFunc(page.Buttons, func(b say.Button) bool { return b.Label == say.WordsFor("").Later })
		if i < 0 {
			break
		}
		page = handle(say.Event{Kind: say.Press, CustomID: page.Buttons[i].CustomID})
	}
	for i := range 40 {
		if n := seen[fmt.Sprintf("Question %d?", i)]; n != 1 {
			t.Errorf("question %d is shown %d times", i, n)
		}
	}
}
