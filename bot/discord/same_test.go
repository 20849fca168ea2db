package discord_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/bot/discordtest"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// TestSame types the lines of testdata/same.txtar, each the name of a file in
// it, as commands and mentions in Discord, and compares what the bot says with
// the file. The playground's test reads the same archive: both show the same
// text, and so do interactions that come by HTTP. Its first file is the article.
func TestSame(t *testing.T) {
	for _, way := range ways {
		t.Run(way.name, func(t *testing.T) { same(t, way.connect) })
	}
}

func same(t *testing.T, connect func(*testing.T, *discordtest.Server, *discord.Bot) func()) {
	t.Helper()
	file := filepath.Join("testdata", "same.txtar")
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) < 2 {
		t.Fatal("nothing to type")
	}
	a, err := corpus.Parse(archive.Files[0].Name, archive.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	d := discordtest.New(t, discordtest.Options{})
	connect(t, d, discord.New(newDesk(t, a), rest(d)))
	for i, f := range archive.Files[1:] {
		ev := say.Typed(f.Name)
		var got discordtest.Call
		if ev.Kind == say.Message {
			got = d.ReplyTo(d.Message(discordtest.Message{Text: ev.Text, Mention: true}))
		} else {
			var options []map[string]any
			for name, value := range ev.Options {
				options = append(options, discordtest.Opt(name, value))
			}
			got = d.Reply(d.Interact(discordtest.Slash(ev.Command, options...)))
		}
		archive.Files[i+1].Data = []byte(got.Text() + "\n")
		if diff := cmp.Diff(string(f.Data), got.Text()+"\n"); diff != "" && !*update {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
