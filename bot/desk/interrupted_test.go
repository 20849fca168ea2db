package desk

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/moderate"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// TestReindexEnds breaks a reindexing off, by its button and by the end of the
// program: nothing is lost, and the next start says so.
func TestReindexEnds(t *testing.T) {
	records, library := openRecords(t)
	quiet := slog.New(slog.DiscardHandler)
	for i := range 5 {
		a, err := corpus.Parse("x.txt", fmt.Appendf(nil, "Title %d\n\nThe mill number %d closes.", i, i))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := records.Add("9", "m", store.Draft{Article: a}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := records.SetSettings("9", "m", func(s *store.Settings) { s.LogChannel = "77" }); err != nil {
		t.Fatal(err)
	}
	if err := library.Sync(t.Context(), "9"); err != nil {
		t.Fatal(err)
	}
	d := &Desk{Stock: moderate.New(records, library, http.DefaultClient, nil), Log: quiet, Key: say.Key("k"), Scopes: library.Scope, Books: Books{Settings: records.Settings}}
	ev := say.Event{Kind: say.Command, Command: "corpus reindex", Server: "9", Member: "400000000000000001", Mod: true, Locale: "de"}

	run := func(ctx context.Context) (last say.Reply) {
		t.Helper()
		r := d.Handle(t.Context(), ev)
		if r.Work == nil {
			t.Fatal(screen(r))
		}
		r.Work(ctx, func(r say.Reply) { last = r })
		return last
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if last := run(ctx); last.Text != "" {
		t.Errorf("the program's end is told to nobody, got %s", last.Text)
	}
	g, err := records.Guild("9")
	if err != nil || g.Generation.Serving > 1 {
		t.Errorf("%+v %v", g, err)
	}
	notes := d.Interrupted(t.Context())
	if len(notes) != 1 || notes[0].Channel != "77" || notes[0].Text != say.WordsFor("de").Corpus.Interrupted {
		t.Errorf("at the next start: %+v", notes)
	}
	if again := d.Interrupted(t.Context()); len(again) != 0 {
		t.Errorf("told twice: %+v", again)
	}
	status := d.Handle(t.Context(), say.Event{Kind: say.Command, Command: "corpus status", Server: "9", Member: ev.Member, Mod: true})
	if !strings.Contains(status.Text, "A restart broke off") || !strings.Contains(status.Text, "Indexed: 5 of 5") {
		t.Error(status.Text)
	}
	ev.Locale = ""
	if last := run(t.Context()); !strings.HasPrefix(last.Text, "Reindexed. Articles: 5.") {
		t.Error(last.Text)
	}
	if status = d.Handle(t.Context(), say.Event{Kind: say.Command, Command: "corpus status", Server: "9", Member: ev.Member, Mod: true}); strings.Contains(status.Text, "A restart broke off") {
		t.Error(status.Text)
	}

	// The button, pressed before the first article.
	stopped := d.Handle(t.Context(), ev)
	var last say.Reply
	done := make(chan struct{})
	go func() {
		defer close(done)
		stopped.Work(t.Context(), func(r say.Reply) { last = r })
	}()
	cancelled := say.Event{Kind: say.Press, Server: "9", Member: ev.Member, Mod: true, CustomID: stopped.Buttons[0].CustomID}
	for d.Handle(t.Context(), cancelled).Delivery != say.Edit {
		select {
		case <-done:
			t.Skip("too quick to stop") // it is not a fault to be done already
		default:
		}
	}
	<-done
	if !strings.HasPrefix(last.Text, "Stopped.") && !strings.HasPrefix(last.Text, "Reindexed.") {
		t.Error(last.Text)
	}
	press := d.Handle(t.Context(), cancelled)
	if press.Text != say.WordsFor("").Corpus.NotRunning {
		t.Error(press.Text)
	}
}
