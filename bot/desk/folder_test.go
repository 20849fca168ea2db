package desk

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/bot/moderate"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// folder is what an earlier version wrote into a data folder, see the README
// in testdata/folder.
type folder struct {
	Server, Member, Moderator string
	Articles                  []folderArticle
	Removed                   []string
	Old                       folderArticle // a revision before the last
	Fixes, Doubts, Log        int
	Generation                store.Generation
	Shown                     map[string]string // replies
	Buttons                   map[string]string // custom IDs and menu values, by reply and label
}

type folderArticle struct {
	ID, Title, Publisher, Date string
	Revision                   int
	Paragraphs                 []struct{ Ref, Text string }
	Fixed                      []struct{ Ref, Speaker, Words string } // by moderators
}

func (f folderArticle) check(t *testing.T, a *corpus.Article) {
	t.Helper()
	if a.ID != f.ID || a.Title != f.Title || a.Revision != f.Revision || len(a.Paragraphs) != len(f.Paragraphs) {
		t.Fatalf("%s: got %s, revision %d, %q with %d paragraphs", f.ID, a.ID, a.Revision, a.Title, len(a.Paragraphs))
	}
	for i, p := range f.Paragraphs {
		if a.Paragraphs[i].Text != p.Text {
			t.Errorf("%s: %q", p.Ref, a.Paragraphs[i].Text)
		}
	}
}

// openFolder unpacks the data folder of an earlier version and opens it.
func openFolder(t *testing.T) (f folder, records *store.Store, d *Desk) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "folder", "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	unpack(t, filepath.Join("testdata", "folder", "data.tar.gz"), dir)
	quiet := slog.New(slog.DiscardHandler)
	if records, err = store.Open(dir); err != nil {
		t.Fatal(err)
	}
	library, err := index.Open(filepath.Join(dir, "index"), records, quiet)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(library.Close(), records.Close()); err != nil {
			t.Error(err)
		}
	})
	for _, server := range []string{f.Server, store.House} {
		if err := library.Sync(t.Context(), server); err != nil {
			t.Fatal(err)
		}
	}
	key, err := records.Secret()
	if err != nil {
		t.Fatal(err)
	}
	return f, records, &Desk{
		Scopes: library.Scope, Engine: ask.New(), Key: key, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Books: Books{Settings: records.Settings, Set: records.SetSettings, Doubt: records.AddDoubt, Forget: records.ForgetMember},
		Stock: moderate.New(records, library, http.DefaultClient, nil),
	}
}

func unpack(t *testing.T, archive, dir string) {
	t.Helper()
	file, err := os.Open(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		at := filepath.Join(dir, filepath.FromSlash(h.Name))
		if h.Typeflag == tar.TypeDir {
			if err := os.MkdirAll(at, 0o700); err != nil {
				t.Fatal(err)
			}
			continue
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestEarlierFolder opens the data folder of an earlier version: everything
// that was kept is there.
func TestEarlierFolder(t *testing.T) {
	f, records, d := openFolder(t)
	scope, err := d.Scopes(f.Server)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range f.Articles {
		doc, err := scope.Document(t.Context(), want.ID)
		if err != nil {
			t.Fatal(err)
		}
		want.check(t, doc.Article)
		for _, x := range want.Fixed {
			found := ""
			for _, q := range doc.Quotes.Quotes {
				if words, err := doc.Article.Cut(q.Ref); err == nil && words == x.Words {
					found = q.Speaker
				}
			}
			if found != x.Speaker {
				t.Errorf("%s %s: said by %q, a moderator says %q", x.Ref, x.Words, found, x.Speaker)
			}
		}
	}
	old, err := records.Revision(f.Server, f.Old.ID, f.Old.Revision)
	if err != nil {
		t.Fatal(err)
	}
	f.Old.check(t, old)
	removed, err := records.Removed(f.Server)
	if err != nil || len(removed) != 1 || removed[0].ID != f.Removed[0] {
		t.Errorf("removed: %+v %v", removed, err)
	}
	fixes, err := records.Fixes(f.Server)
	if err != nil || len(fixes) != f.Fixes {
		t.Errorf("fixes: %+v %v", fixes, err)
	}
	doubts, err := records.Doubts(f.Server)
	if err != nil || len(doubts) != f.Doubts || doubts[0].Question != "Who minds the ferry?" {
		t.Errorf("doubts: %+v %v", doubts, err)
	}
	log, err := records.Log(f.Server, 1000)
	if err != nil || len(log) != f.Log {
		t.Errorf("%d log entries, had %d: %v", len(log), f.Log, err)
	}
	set, err := records.Settings(f.Server)
	if diff := cmp.Diff(store.Settings{
		Private: true, Feedback: true, LogChannel: "300000000000000009", Channels: map[string]string{"300000000000000001": "a2"},
	}, set); err != nil || diff != "" {
		t.Errorf("settings (-want +got):\n%s%v", diff, err)
	}
}

// TestEarlierButtons types the references and presses the buttons that an
// earlier version showed.
func TestEarlierButtons(t *testing.T) {
	f, _, d := openFolder(t)
	do := func(ev say.Event, mod bool) say.Reply {
		t.Helper()
		ev.Server, ev.Member, ev.Private = f.Server, f.Member, ev.Kind != say.Message
		if mod {
			ev.Member, ev.Mod = f.Moderator, true
		}
		return d.Handle(t.Context(), ev)
	}
	if r := do(say.Event{Kind: say.Message, Text: "a1¶2"}, false); !strings.Contains(r.Text, "> “We leave when the bell rings") {
		t.Errorf("a1¶2:\n%s", screen(r))
	}
	for _, x := range []struct{ button, value, shown, want string }{
		{"answer Context", "", "", "**“We leave when the bell rings"},
		{"answer More", "", "", "nobody paid for the goat"},
		{"answer Share", "", f.Shown["answer"], "Shared by <@400000000000000001>:\n> “We leave when the **bell rings**"},
		{"answer Not right?", "", "", "What is not right?"},
		{"doubt menu", "should_know", "", ""},
		{"old answer Context", "", "", "stop for good in May"},
		{"old answer More", "", "", "> The mill ground rye"},
		{"context Later", "", "", "> The harbour board meets on 4 June"},
		{"open menu", f.Buttons["open entry 0"], "", "> The gas lamps will return"},
		{"choose menu", f.Buttons["choose entry 0"], "", "The articles do not answer that."},
		{"public Remove", "", "", ""},
	} {
		ev := say.Event{Kind: say.Press, CustomID: f.Buttons[x.button], Shown: x.shown}
		if x.value != "" {
			ev.Kind, ev.Values = say.Choose, []string{x.value}
		}
		r := do(ev, false)
		if r.Outcome == "refused" || r.Outcome == "error" || r.Outcome == "not_verbatim" || !strings.Contains(r.Text, x.want) {
			t.Errorf("%s: no %q in\n%s", x.button, x.want, screen(r))
		}
	}
	for _, x := range []struct{ button, want string }{
		{"removed Undo", "Undone: `a3`"},
		{"fixed Undo", "Undone: `a1`"},
		{"replaced Undo", "Undone: `a2`"},
		{"draft Add", "Added: `a6` *A draft about the quay*"},
		{"status Not right?", "Who minds the ferry?"},
		{"remove lamps Remove", "Removed: `a4`"},
	} {
		if r := do(say.Event{Kind: say.Press, CustomID: f.Buttons[x.button]}, true); !strings.Contains(r.Text, x.want) {
			t.Errorf("%s: no %q in\n%s", x.button, x.want, screen(r))
		}
	}
}

// TestEarlierGenerations goes back to the index before, and there again, and
// brings back what an earlier version removed.
func TestEarlierGenerations(t *testing.T) {
	f, records, d := openFolder(t)
	mod := func(ev say.Event) say.Reply {
		t.Helper()
		ev.Server, ev.Member, ev.Mod, ev.Private = f.Server, f.Moderator, true, true
		return d.Handle(t.Context(), ev)
	}
	back := say.Event{Kind: say.Press, CustomID: f.Buttons["changes Go back to the index before"]}
	serving := func() uint64 {
		t.Helper()
		g, err := records.Guild(f.Server)
		if err != nil {
			t.Fatal(err)
		}
		return g.Generation.Serving
	}
	// An index of another schema is made anew of the serving generation alone:
	// then there is none before it, until the next reindexing.
	if r := mod(back); serving() != f.Generation.Previous && !strings.HasPrefix(r.Text, "There is no index before this one") {
		t.Errorf("generation %d serves\n%s", serving(), screen(r))
	}
	was := serving()
	mod(say.Event{Kind: say.Command, Command: "corpus reindex"}).Work(t.Context(), func(r say.Reply) {
		if !strings.HasPrefix(r.Text, "Reindexed. Articles: 4.") {
			t.Error(screen(r))
		}
	})
	again := serving()
	for _, want := range []uint64{was, again} {
		if r := mod(back); !strings.HasPrefix(r.Text, "The index before serves again.") || serving() != want {
			t.Errorf("generation %d serves, want %d\n%s", serving(), want, screen(r))
		}
	}
	if r := mod(say.Event{Kind: say.Command, Command: "corpus restore", Options: map[string]string{"article": "a3"}}); !strings.HasPrefix(r.Text, "Restored: `a3`") {
		t.Error(screen(r))
	}
	r := d.Handle(t.Context(), say.Event{Kind: say.Message, Server: f.Server, Member: f.Member, Text: "Who leads the choir?"})
	if !strings.Contains(r.Text, "a3¶2") {
		t.Error(screen(r))
	}
}
