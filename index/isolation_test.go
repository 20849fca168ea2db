package index

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/store"
)

// TestIsolation fills servers at random with paragraphs of common words that
// name their server, and asks every server for everything: what it gets is its
// own or the house's.
//
// Among two servers each has much of the index, among twelve little: that is
// searched in two ways.
func TestIsolation(t *testing.T) {
	for _, guilds := range []int{2, 12} {
		t.Run(fmt.Sprintf("%d servers", guilds), func(t *testing.T) { isolation(t, guilds) })
	}
}

func isolation(t *testing.T, guilds int) {
	t.Helper()
	random := rand.New(rand.NewPCG(3, 5))
	common := strings.Fields("harbour mayor siren bridge ferry storm council vote river engine lantern glacier")
	d := openDesk(t)
	name := func(i int) string { return fmt.Sprintf("10%02d", i) }
	all := append([]string{store.House}, func() (names []string) {
		for i := range guilds {
			names = append(names, name(i))
		}
		return names
	}()...)
	some := func(guild string) *corpus.Article {
		var texts []string
		for range 1 + random.IntN(4) {
			words := []string{"of" + guild}
			for range 3 + random.IntN(6) {
				words = append(words, common[random.IntN(len(common))])
			}
			texts = append(texts, strings.Join(words, " ")+".")
		}
		return article("Of"+guild, texts...)
	}
	for range 60 {
		guild := all[random.IntN(len(all))]
		d.add(t, guild, some(guild))
		switch random.IntN(5) {
		case 0:
			if _, err := d.library.Reindex(t.Context(), guild, "tester", quiet); err != nil {
				t.Fatal(err)
			}
		case 1:
			off := random.IntN(2) == 0
			if _, err := d.records.SetSettings(guild, "tester", func(s *store.Settings) { s.HouseOff = off }); err != nil {
				t.Fatal(err)
			}
		case 2:
			d.close(t)
			d.open(t)
		}
	}
	checked := 0
	for _, guild := range all {
		s, err := d.library.Scope(guild)
		if err != nil {
			t.Fatal(err)
		}
		settings, err := d.records.Settings(guild)
		if err != nil {
			t.Fatal(err)
		}
		allowed := []string{"of" + guild}
		if !settings.HouseOff {
			allowed = append(allowed, "of"+store.House)
		}
		questions := slices.Clone(common)
		for _, other := range all {
			questions = append(questions, "of"+other, guild+"@1", other+"@1", fmt.Sprintf("scope:%s@1", other))
		}
		questions = append(questions, strings.Join(common, " "), strings.Join(all, " "))
		for _, q := range questions {
			hits, err := s.Search(t.Context(), q, 1000)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range hits {
				document, err := s.Document(t.Context(), h.Article)
				if err != nil {
					t.Fatalf("%s, %q: hit %v: %v", guild, q, h, err)
				}
				p, ok := document.Article.Paragraph(h.Paragraph)
				if first, _, _ := strings.Cut(p.Text, " "); !ok || !slices.Contains(allowed, first) {
					t.Fatalf("%s, %q: got %q, allowed %v", guild, q, p.Text, allowed)
				}
				checked++
			}
		}
		for _, id := range []string{"a0", "a99", "h99", "a1/../a1", "", "a1¶1", "a01"} {
			if _, err := s.Document(t.Context(), id); !errors.Is(err, ErrNoArticle) {
				t.Errorf("%s: Document(%q): %v, want ErrNoArticle", guild, id, err)
			}
		}
	}
	t.Logf("%d hits checked", checked)
	if checked < 1000 {
		t.Errorf("only %d hits were checked", checked)
	}
}
