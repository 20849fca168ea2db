package index

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/verbatim-bot/verbatim/corpus"
)

// article makes an article of paragraphs, in English.
func article(title string, paragraphs ...string) *corpus.Article {
	a := &corpus.Article{Title: title, TitleDoc: -1, Language: "en"}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p, Doc: -1})
	}
	return a
}

func TestMemorySearch(t *testing.T) {
	harbour := article("Harbour closes",
		"The harbour of Velmora closed on Tuesday after two ferries collided.",
		"Mayor Ilse Brandt said the sirens had been tested a week before.",
		"Fishermen lost their nets.")
	bridge := article("New bridge",
		"A bridge over the Orlo opened after nine years.",
		"Its engineers tested every cable twice.")
	german := article("Brücke", "Die Brücken über den Orlo wurden geöffnet.")
	german.Language = "de"
	twins := article("", "Lanterns burned.", "Lanterns burned.", "Lanterns burned.")

	s, err := Memory(harbour, bridge, german, twins)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, text string
		k          int
		want       []string
	}{
		{"one word", "nets", 5, []string{"a1¶3"}},
		{"stemmed", "collisions of a ferry", 5, []string{"a1¶1"}},
		{"across articles", "who tested the cables", 2, []string{"a2¶2", "a1¶2"}},
		{"another language's stems", "Brücke öffnen", 1, []string{"a3¶1"}},
		{"ties in order", "lanterns", 5, []string{"a4¶1", "a4¶2", "a4¶3"}},
		{"ties cut in order", "lanterns", 2, []string{"a4¶1", "a4¶2"}},
		{"nothing", "zeppelin", 5, nil},
		{"no word", "?!… 🙂", 5, nil},
		{"empty", "", 5, nil},
		{"none wanted", "nets", 0, nil},
		{"query syntax is words", `+text:nets -"lost" AND (`, 1, []string{"a1¶3"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			hits, err := s.Search(t.Context(), tt.text, tt.k)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, h := range hits {
				got = append(got, fmt.Sprintf("%s¶%d", h.Article, h.Paragraph))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("Search(%q, %d) (-want +got):\n%s", tt.text, tt.k, d)
			}
		})
	}
}

func TestMemoryDocument(t *testing.T) {
	own := article("Own id", "One.")
	own.ID = "a7"
	s, err := Memory(article("First", "Two."), own)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"a1", "a7"}, ids(t, s)); d != "" {
		t.Errorf("IDs (-want +got):\n%s", d)
	}
	d, err := s.Document(t.Context(), "a7")
	if err != nil || d.Article != own || d.Quotes == nil {
		t.Errorf("Document(a7) = %v, %v", d, err)
	}
	if _, err := s.Document(t.Context(), "a2"); !errors.Is(err, ErrNoArticle) {
		t.Errorf("Document(a2) error = %v, want ErrNoArticle", err)
	}
	if _, err := Memory(own, own); err == nil {
		t.Error("two articles with one id were accepted")
	}
}

func TestMemoryEmpty(t *testing.T) {
	s, err := Memory()
	if err != nil {
		t.Fatal(err)
	}
	hits, err := s.Search(t.Context(), "anything", 3)
	if err != nil || len(hits) != 0 || len(ids(t, s)) != 0 {
		t.Errorf("empty scope: %v, %v, %v", hits, err, ids(t, s))
	}
}

func TestSearchCancelled(t *testing.T) {
	s, err := Memory(article("T", "Words."))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Search(ctx, "words", 1); !errors.Is(err, context.Canceled) {
		t.Errorf("error = %v, want context.Canceled", err)
	}
}

func TestSearchLongQuestion(t *testing.T) {
	s, err := Memory(article("T", "Needle in it."))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"many words":   "needle " + strings.Repeat("hay ", 5000),
		"one word":     strings.Repeat("a", 1<<20),
		"cut in rune":  strings.Repeat("é", 10<<10),
		"not UTF-8":    "needle \xff\xfe\x80",
		"many differs": manyWords(5000),
	} {
		if _, err := s.Search(t.Context(), text, 3); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func manyWords(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "word%d ", i)
	}
	return b.String()
}
