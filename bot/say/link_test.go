package say

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
)

func TestPassageLink(t *testing.T) {
	a := articleOf(
		"The board met on Monday. It met behind closed doors, and (as ever) nobody took notes.",
		"“No - never,” she said, and the board met on Tuesday & again.",
	)
	for _, tt := range []struct {
		name, url string
		ref       corpus.Ref
		want      string
	}{
		{"short: all of it", "https://e.example/x", refOf(t, a, 1, "The board met on Monday."), "https://e.example/x#:~:text=The%20board%20met%20on%20Monday"},
		{"long: both ends", "https://e.example/x", refOf(t, a, 1, "It met behind closed doors, and (as ever) nobody took notes."), "https://e.example/x#:~:text=It%20met%20behind%20closed,ever%29%20nobody%20took%20notes"},
		{"dash, comma and ampersand", "https://e.example/x", refOf(t, a, 2, "“No - never,” she said"), "https://e.example/x#:~:text=No%20%2D%20never%2C%E2%80%9D%20she%20said"},
		{"said before: with prefix", "https://e.example/x", refOf(t, a, 2, "board met on"), "https://e.example/x#:~:text=said%2C%20and%20the-,board%20met%20on"},
		{"fragment there already", "https://e.example/x#top", a.Whole(1), "https://e.example/x#top:~:text=The%20board%20met%20on,ever%29%20nobody%20took%20notes"},
		{"brackets in the address", "https://e.example/x_(y)?a=<b>", refOf(t, a, 1, "The board met on Monday."), "https://e.example/x_%28y%29?a=%3Cb%3E#:~:text=The%20board%20met%20on%20Monday"},
		{"pasted", "", a.Whole(1), ""},
		{"not the web", "javascript:alert(1)", a.Whole(1), ""},
		{"with a password", "https://u:p@e.example/", a.Whole(1), ""},
		{"the title", "https://e.example/x", corpus.Ref{Article: "a1", Span: corpus.Span{End: 3}}, "https://e.example/x"},
		{"far too long", "https://e.example/" + strings.Repeat("x", 700), a.Whole(1), ""},
		{"too long with the words", "https://e.example/" + strings.Repeat("x", 560), a.Whole(1), "https://e.example/" + strings.Repeat("x", 560)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a.URL = tt.url
			if got := passageLink(a, tt.ref); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func FuzzPassageLink(f *testing.F) {
	f.Add("https://e.example/)(>", "some words > and ) more [x](y)")
	f.Fuzz(func(t *testing.T, url, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		if text == "" {
			return
		}
		a := articleOf(text)
		a.URL = url
		link := passageLink(a, a.Whole(1))
		if len(link) > maxLink || strings.ContainsAny(link, "<>() \n\"`") {
			t.Fatalf("link %q", link)
		}
	})
}

func refOf(t *testing.T, a *corpus.Article, n int, words string) corpus.Ref {
	t.Helper()
	i := strings.Index(a.Paragraphs[n-1].Text, words)
	if i < 0 {
		t.Fatalf("¶ %d has no %q", n, words)
	}
	return corpus.Ref{Article: a.ID, Paragraph: n, Span: corpus.Span{Start: i, End: i + len(words)}}
}
