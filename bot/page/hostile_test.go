package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/verbatim-bot/verbatim/corpus"
)

// outline is a page without the words of articles: its elements, in order.
func outline(page *html.Node) string {
	var b strings.Builder
	for d := range page.Descendants() {
		if d.Type == html.ElementNode {
			fmt.Fprint(&b, d.Data, " ", attribute(d, "id"), " ", len(d.Attr), "\n")
		}
	}
	return b.String()
}

// TestHostile shows articles that are made to break out of a page: nothing
// outside their text changes.
func TestHostile(t *testing.T) {
	tame := func(p string) *corpus.Article {
		return &corpus.Article{
			Title: "T" + p, Byline: "B" + p, Publisher: "P" + p, Date: "D" + p, URL: "http://a.example/", Language: "en",
			Paragraphs: []corpus.Paragraph{{Text: "a" + p}, {Text: "b" + p + "\r\n" + p}},
		}
	}
	want := outline(tree(t, get(t, alone(t, tame("x")), "/a/house/a1")))
	for _, x := range []string{
		"</p></div></main><script>alert(1)</script>", "<!--", "<![CDATA[", "</title><h1>", "&lt;script&gt;&#x3c;", "</script><script src=//evil.example>",
		"<img src=x onerror=alert(1)>", "\u202e\u2066 elttil \u2069", "\u202d\u202e", "\x00\x01\x1b[31m", "\r", "{{.Title}}", "'\"`onmouseover=alert(1)", "\u2028\u2029\ufeff", "<plaintext>", "<textarea>", "<svg onload=alert(1)>", "javascript:alert(1)",
	} {
		p := alone(t, tame(x))
		page := tree(t, get(t, p, "/a/house/a1"))
		if got := outline(page); got != want {
			t.Errorf("%q changes the page:\n%s", x, got)
		}
		sameWords(t, page, document(t, p, "a1"))
		if list := get(t, p, "/a/house").Body; strings.Contains(list, "<script>alert") || strings.Contains(list, "<img") {
			t.Errorf("%q changes the list", x)
		}
	}
}

// TestHuge shows very long articles.
func TestHuge(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	many := &corpus.Article{Title: "Many", Language: "en"}
	for i := range 5000 {
		many.Paragraphs = append(many.Paragraphs, corpus.Paragraph{Text: fmt.Sprintf("“We saw %d of them,” said Ann Lund.", i)})
	}
	long := &corpus.Article{Title: "Long", Language: "en", Paragraphs: []corpus.Paragraph{{Text: strings.Repeat("The quay is closed & <locked>. ", 10<<20/31)}}}
	p := alone(t, many, long)
	sameWords(t, tree(t, get(t, p, "/a/house/a1")), document(t, p, "a1"))
	sameWords(t, tree(t, get(t, p, "/a/house/a2")), document(t, p, "a2"))
}

// TestWords compares every quote on the page of articles made at random with
// what is stored.
func TestWords(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4)) //nolint:gosec // a test
	parts := strings.Split("“We saw it,” |said Ann Lund. |told Kystnytt |that | the “wall” |he said. |Mr. Vik |“No & <yes>,” |‘maybe’ |she added. |\r|é👩‍🚀 |\u202e|according to |the harbour master|, |“Open |\n", "|")
	quotes := 0
	for range 200 {
		a := &corpus.Article{Title: "T", Language: "en"}
		for range 1 + r.IntN(6) {
			var b strings.Builder
			b.WriteString("It ")
			for range 1 + r.IntN(14) {
				b.WriteString(parts[r.IntN(len(parts))])
			}
			a.Paragraphs = append(a.Paragraphs, corpus.Paragraph{Text: b.String()})
		}
		p := alone(t, a)
		quotes += sameWords(t, tree(t, get(t, p, "/a/house/a1")), document(t, p, "a1"))
	}
	if quotes < 500 {
		t.Errorf("%d quotes", quotes)
	}
}
