package desk

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// TestReadAnew reads articles with a later version, to which some quotes have
// other speakers: moderators are told in the status, and members nowhere.
func TestReadAnew(t *testing.T) {
	d, records, _ := stockroom(t)
	d.Stock.Version, d.Engine = "v1.0.0", ask.New()
	command := func(name string, mod bool) say.Reply {
		t.Helper()
		return d.Handle(t.Context(), say.Event{Kind: say.Command, Command: name, Server: "9", Member: "400000000000000001", Mod: mod, Options: map[string]string{}})
	}
	const told = "reads the articles otherwise than v1.0.0 did"
	if r := command("corpus status", true); strings.Contains(r.Text, "otherwise") {
		t.Error(screen(r))
	}
	// What the version before found, with another speaker of one quote, and
	// one quote more.
	data, err := records.Derived("9", "said a1")
	if err != nil || data == nil {
		t.Fatal(err)
	}
	var was struct {
		Version string      `json:"version"`
		Quotes  [][2]uint32 `json:"quotes"`
	}
	if err := json.Unmarshal(data, &was); err != nil || was.Version != "v1.0.0" || len(was.Quotes) < 3 {
		t.Fatalf("%s %v", data, err)
	}
	was.Quotes[0][1]++
	was.Quotes = append(was.Quotes, [2]uint32{7, 7})
	if data, err = json.Marshal(was); err != nil {
		t.Fatal(err)
	}
	if err := records.SetDerived("9", map[string][]byte{"said a1": data}); err != nil {
		t.Fatal(err)
	}
	if r := command("corpus status", true); strings.Contains(r.Text, "otherwise") {
		t.Errorf("the same version:\n%s", screen(r))
	}
	d.Stock.Version = "v1.1.0"
	for range 2 {
		if r := command("corpus status", true); !strings.Contains(r.Text, told+": 1 quotes have another speaker, 0 are new, 1 are gone.") {
			t.Error(screen(r))
		}
	}
	for _, r := range []say.Reply{command("help", false), command("article list", false), command("article speakers", false), command("said", false)} {
		if strings.Contains(r.Text, "v1.0.0") {
			t.Error(screen(r))
		}
	}
	command("corpus reindex", true).Work(t.Context(), func(say.Reply) {})
	if r := command("corpus status", true); strings.Contains(r.Text, "otherwise") {
		t.Errorf("after reindexing:\n%s", screen(r))
	}
}
