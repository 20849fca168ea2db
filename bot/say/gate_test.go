package say

import (
	"errors"
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// articleOf makes an article of paragraphs for tests.
func articleOf(paragraphs ...string) *corpus.Article {
	a := &corpus.Article{ID: "a1", Revision: 1, Title: "On nothing much", TitleDoc: -1}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: p, Doc: -1})
	}
	return a
}

func lookUp(articles ...*corpus.Article) func(Excerpt) (*corpus.Article, error) {
	return func(e Excerpt) (*corpus.Article, error) {
		for _, a := range articles {
			if a.ID == e.Ref.Article {
				return a, nil
			}
		}
		return nil, index.ErrNoArticle
	}
}

func TestGate(t *testing.T) {
	a := articleOf("The *old* pier stays. So does\nthe kiosk.", "Nobody objected.")
	whole := Excerpt{Ref: a.Whole(1)}
	part := Excerpt{Ref: corpus.Ref{Article: "a1", Paragraph: 2, Span: corpus.Span{Start: 0, End: 6}}}
	for _, tt := range []struct {
		name     string
		text     string
		excerpts []Excerpt
		ok       bool
	}{
		{"no quotes", "Nothing found.", nil, true},
		{"whole paragraph", "Head\n> The \\*old\\* pier stays. So does\n> the kiosk.\n— line", []Excerpt{whole}, true},
		{"marked", "> **Nobody**", []Excerpt{part}, true},
		{"two", "> The \\*old\\* pier stays. So does\n> the kiosk.\n— line\n> Nobody\n— line", []Excerpt{whole, part}, true},
		{"one word changed", "> The \\*new\\* pier stays. So does\n> the kiosk.", []Excerpt{whole}, false},
		{"one letter changed", "> Nobodi", []Excerpt{part}, false},
		{"shortened", "> Nobod", []Excerpt{part}, false},
		{"lengthened", "> Nobody objected", []Excerpt{part}, false},
		{"quote without a place", "> Nobody", nil, false},
		{"place without a quote", "Nobody", []Excerpt{part}, false},
		{"swapped", "> Nobody\n—\n> The \\*old\\* pier stays. So does\n> the kiosk.", []Excerpt{whole, part}, false},
		{"quote in a quote's clothes", ">>> Nobody", []Excerpt{part}, false},
		{"smuggled behind spaces", "> Nobody\n—\n  > objected", []Excerpt{part}, false},
		{"other paragraph", "> Nobody", []Excerpt{{Ref: corpus.Ref{Article: "a1", Paragraph: 1, Span: part.Ref.Span}}}, false},
		{"span outside", "> Nobody", []Excerpt{{Ref: corpus.Ref{Article: "a1", Paragraph: 2, Span: corpus.Span{Start: 0, End: 99}}}}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			err := gate(tt.text, tt.excerpts, lookUp(a))
			if tt.ok && err != nil {
				t.Errorf("refused: %v", err)
			}
			if !tt.ok && !errors.Is(err, errNotVerbatim) {
				t.Errorf("got %v, want a refusal", err)
			}
			if err != nil && strings.Contains(err.Error(), "Nobod") {
				t.Errorf("the error holds words: %v", err)
			}
		})
	}
	t.Run("article gone", func(t *testing.T) {
		r := part
		r.Ref.Article = "a2"
		if err := gate("> Nobody", []Excerpt{r}, lookUp(a)); !errors.Is(err, index.ErrNoArticle) {
			t.Errorf("got %v", err)
		}
	})
}

// FuzzPassage renders excerpts of hostile paragraphs with any mark and room:
// each passes the gate, fits, and shows one block quote.
func FuzzPassage(f *testing.F) {
	f.Add("The *old* pier. It stays. “Why?” she asked.", 4, 9, 0, 40, 400)
	f.Add("> a\n> b\n\n||c|| ```d``` <@1> @everyone", 0, 3, 0, 99, 900)
	f.Add(strings.Repeat("word ", 900), 50, 60, 0, 4500, 1900)
	f.Add(strings.Repeat("𝒜", 3000), 8, 16, 4, 11000, 1900)
	f.Add("\u202eabc\u200b[x](y) **", 0, 20, 0, 20, 300)
	f.Fuzz(func(t *testing.T, text string, markStart, markEnd, start, end, extra int) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		if strings.TrimSpace(text) == "" {
			return
		}
		a := articleOf(text)
		a.Title, a.Publisher, a.Date = text, text, text
		span := border(text, start, end)
		mark := border(text, max(markStart, span.Start), min(markEnd, span.End))
		if span.Empty() || !span.Contains(mark) {
			return
		}
		req := &Request{Words: &english}
		c := cite.Citation{Ref: corpus.Ref{Article: "a1", Paragraph: 1, Span: span}, Article: a, Mark: mark, Speaker: text, Mention: text, Kind: "direct", Via: text}
		room := minPassage + min(max(extra, 0), 1000)
		shown, ref, ok := req.Passage(c, room)
		if !ok || Width(shown) > room {
			t.Fatalf("%v, %d wide, room for %d", ok, Width(shown), room)
		}
		if err := gate(shown, []Excerpt{{Ref: ref}}, lookUp(a)); err != nil {
			t.Fatalf("%v in %q", err, shown)
		}
	})
}

// border makes a span of text with both ends on rune borders.
func border(text string, start, end int) corpus.Span {
	start, end = min(max(start, 0), len(text)), min(max(end, 0), len(text))
	for start > 0 && start < len(text) && text[start]&0xC0 == 0x80 {
		start--
	}
	for end > 0 && end < len(text) && text[end]&0xC0 == 0x80 {
		end--
	}
	return corpus.Span{Start: start, End: max(start, end)}
}

// BenchmarkPassage renders an excerpt that is far too long for a message.
func BenchmarkPassage(b *testing.B) {
	a := articleOf(strings.Repeat("A sentence of *some* words, no more. ", 5000))
	req := &Request{Words: &english}
	for b.Loop() {
		req.Passage(cite.Citation{Ref: a.Whole(1), Article: a, Mark: corpus.Span{Start: 90000, End: 90010}}, budget)
	}
}
