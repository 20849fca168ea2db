package moderate

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

func TestReindexProgress(t *testing.T) {
	start := time.Date(2024, 5, 14, 12, 0, 0, 0, time.UTC)
	req := &request{Request: &say.Request{Event: say.Event{Server: "9"}, Words: say.WordsFor(""), Key: say.Key("k")}}
	j := &meter{from: start}
	if _, ok := progressOf(req, j, start.Add(time.Second)); ok {
		t.Error("progress before the first article")
	}
	j.last = index.Progress{Stage: index.Building, Done: 100, Total: 400}
	r, ok := progressOf(req, j, start.Add(10*time.Second))
	if want := "Reindexing: 100 of 400 articles.\n10.0 articles a second · about 30 s left"; !ok || r.Text != want {
		t.Errorf("got %q", r.Text)
	}
	j.last.Stage = index.Checking
	if r, _ := progressOf(req, j, start.Add(10*time.Second)); !strings.HasPrefix(r.Text, "Checking the new index: 100 of 400") {
		t.Errorf("got %q", r.Text)
	}
}

// TestLongChanges puts what is too long for a message into a file.
func TestLongChanges(t *testing.T) {
	req := &request{Request: &say.Request{Event: say.Event{Server: "9"}, Words: say.WordsFor(""), Key: say.Key("k")}}
	r := index.Report{Articles: 300}
	for i := range 300 {
		r.Changes = append(r.Changes, index.Change{Article: fmt.Sprintf("a%d", i), QuotesWas: 1, QuotesIs: 2, New: []string{"Ada_Quill"}})
	}
	got := writeChanges(req, "Head.", r)
	if got.File == nil || say.Width(got.Text) > 100 || strings.Count(string(got.File.Data), "Ada_Quill") != 300 {
		t.Errorf("%q %v", got.Text, got.File)
	}
	r.Changes = r.Changes[:2]
	if got = writeChanges(req, "Head.", r); got.File != nil || !strings.Contains(got.Text, "`a1` quotes: 2, were 1 · New speakers: 1 (Ada\\_Quill)") {
		t.Errorf("%q", got.Text)
	}
}
