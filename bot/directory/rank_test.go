package directory

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/index"
)

func TestRanked(t *testing.T) {
	names := []string{"Ilse Brandt", "Tomasz Wilk", "Norrland News Agency", "Ana Östlund-Weiß", "Brandon Kilpatrick", "O’Hara"}
	for _, tt := range []struct {
		typed string
		want  []string
	}{
		{"", names},
		{"brandt", []string{"Ilse Brandt"}},
		{"Bran", []string{"Brandon Kilpatrick", "Ilse Brandt"}},
		{"bradnt", []string{"Ilse Brandt"}},
		{"wlik", []string{"Tomasz Wilk"}},
		{"tomas wilk", []string{"Tomasz Wilk"}},
		{"ostlund", []string{"Ana Östlund-Weiß"}},
		{"kilpatirk", []string{"Brandon Kilpatrick"}},
		{"news norrland", []string{"Norrland News Agency"}},
		{"patrick", []string{"Brandon Kilpatrick"}},
		{"ohara", []string{"O’Hara"}},
		{"xyz", nil},
		{"brandt xyz", nil},
	} {
		got := Ranked(names, tt.typed, func(s string) []string { return []string{s} })
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("ranked %q (-want +got):\n%s", tt.typed, diff)
		}
	}
}

func TestFindSpeaker(t *testing.T) {
	all := []index.Speaker{
		{Name: "Ilse Brandt", Aliases: []string{"Ms. Brandt", "Brandt"}},
		{Name: "Otto Brandt", Aliases: []string{"Brandt"}},
		{Name: "Tomasz Wilk", Aliases: []string{"Mr. Wilk"}},
		{Name: "Kemal Ağaoğlu", Aliases: []string{"Ağaoğlu"}, Role: "interior minister"},
	}
	for _, tt := range []struct {
		typed string
		want  []string
	}{
		{"Ilse Brandt", []string{"Ilse Brandt"}},
		{"ilse  brandt", []string{"Ilse Brandt"}},
		{"Brandt", []string{"Ilse Brandt", "Otto Brandt"}},
		{"Mr Wilk", []string{"Tomasz Wilk"}},
		{"wilk", []string{"Tomasz Wilk"}},
		{"Agaoglu", []string{"Kemal Ağaoğlu"}},
		{"Ağaoğlu, Kemal", []string{"Kemal Ağaoğlu"}},
		{"Mr. T. Wilk", []string{"Tomasz Wilk"}},
		{"the interior minister", []string{"Kemal Ağaoğlu"}},
		{"Otto Wilk", nil},
		{"", nil},
		{"***", nil},
		{"Nobody", nil},
	} {
		found := FindSpeaker(all, tt.typed)
		var got []string
		for _, s := range found {
			got = append(got, s.Name)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("findSpeaker %q (-want +got):\n%s", tt.typed, diff)
		}
	}
}

// BenchmarkRanked completes a name among those of a thousand articles.
func BenchmarkRanked(b *testing.B) {
	var names []string
	for i := range 5000 {
		names = append(names, fmt.Sprintf("Speaker%d Of%d Somewhere", i*7919%10007, i))
	}
	for b.Loop() {
		Ranked(names, "speakr", func(s string) []string { return []string{s} })
	}
}

// TestNameCache asks for the names of two lists, and of more than are kept.
func TestNameCache(t *testing.T) {
	var c Names
	list := []index.Heading{{ID: "a1", Title: "Bridge"}, {ID: "a2", Title: "Ferry"}}
	first := c.ofHeadings(list)
	if got := first[1][0].whole; got != "ferry" {
		t.Errorf("folded %q", got)
	}
	if again := c.ofHeadings(list); &again[0] != &first[0] {
		t.Error("folded anew")
	}
	if got := c.ofSpeakers([]index.Speaker{{Name: "Ilse Brandt", Aliases: []string{"Brandt"}}}); len(got) != 1 || len(got[0]) != 2 {
		t.Errorf("speakers %v", got)
	}
	c.ofHeadings(make([]index.Heading, namesKept))
	if len(c.titles) != 1 || len(c.people) != 0 || c.spent != namesKept {
		t.Errorf("%d and %d lists are kept, %d entries", len(c.titles), len(c.people), c.spent)
	}
	if c.ofHeadings(nil) != nil {
		t.Error("names of nothing")
	}
}
