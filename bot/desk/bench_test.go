package desk

import (
	"fmt"
	"log/slog"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/bot/moderate"
	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask"
)

// BenchmarkComplete types into options of a server with 2,000 articles that
// quote 5,000 speakers, beside house articles: the worst key to press is one
// that finds a name only by forgiving a slip.
func BenchmarkComplete(b *testing.B) {
	d := manyNames(b, 2000, 5000)
	for _, x := range []struct{ name, command, option, typed string }{
		{"speaker", "said", "speaker", "ann"},
		{"speaker with a slip", "said", "speaker", "hadrag"},
		{"article", "ask", "article", "bridge"},
		{"article with a slip", "ask", "article", "brigde repairs"},
		{"article of a moderator", "corpus remove", "article", "bridge"},
		{"everything", "ask", "article", ""},
	} {
		b.Run(x.name, func(b *testing.B) {
			ev := say.Event{
				Kind: say.Complete, Server: "9", Member: "1", Mod: true, Command: x.command, Focused: x.option,
				Options: map[string]string{x.option: x.typed},
			}
			for b.Loop() {
				if r := d.Handle(b.Context(), ev); len(r.Choices) == 0 {
					b.Fatalf("nothing offered: %+v", r)
				}
			}
		})
	}
}

// manyNames is a desk whose server has that many articles and speakers, in
// records and an index on disk, and a few house articles.
func manyNames(b *testing.B, articles, speakers int) *Desk {
	b.Helper()
	dir := b.TempDir()
	records, err := store.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	quiet := slog.New(slog.DiscardHandler)
	library, err := index.Open(filepath.Join(dir, "index"), records, quiet)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = library.Close()
		_ = records.Close()
	})
	first, last := syllables("Ann Bert Cor Dag Ed Fin Gus Har Il Jo"), syllables("borough wick ulv set mar tin dal ger hold nis")
	who := func(n int) string {
		return title(first(n)) + " " + title(last(n/10)) + title(last(n/7)) + string(rune('a'+n%23))
	}
	var drafts []store.Draft
	for i := range articles {
		var text strings.Builder
		fmt.Fprintf(&text, "%s %d repairs the %s %d\n", title(last(i)), i, []string{"bridge", "harbour", "road"}[i%3], i/3)
		for n := i * speakers / articles; n < (i+1)*speakers/articles; n++ {
			fmt.Fprintf(&text, "\n“We shall mend number %d before the winter,” said %s.\n", n, who(n))
		}
		a, err := corpus.Parse("a.txt", []byte(text.String()))
		if err != nil {
			b.Fatal(err)
		}
		drafts = append(drafts, store.Draft{Article: a, Original: []byte(text.String())})
	}
	for guild, list := range map[string][]store.Draft{"9": drafts[5:], store.House: drafts[:5]} {
		if _, err := records.Add(guild, "m", list...); err != nil {
			b.Fatal(err)
		}
		if err := library.Sync(b.Context(), guild); err != nil {
			b.Fatal(err)
		}
	}
	scope, err := library.Scope("9")
	if err != nil {
		b.Fatal(err)
	}
	all, err := scope.Speakers(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	headings, err := scope.Headings(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d articles, %d speakers", len(headings), len(all))
	return &Desk{
		Scopes: library.Scope, Engine: ask.New(), Key: say.Key("k"), Log: quiet,
		Books: Books{Settings: records.Settings}, Stock: moderate.New(records, library, http.DefaultClient, nil),
	}
}

func syllables(list string) func(int) string {
	all := strings.Fields(list)
	return func(n int) string { return all[n%len(all)] + all[n/len(all)%len(all)] }
}

func title(s string) string { return strings.ToUpper(s[:1]) + strings.ToLower(s[1:]) }
