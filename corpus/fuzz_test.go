package corpus

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/fact"
)

// FuzzFrontMatter puts anything between the lines of hyphens.
func FuzzFrontMatter(f *testing.F) {
	f.Add("title: Harbour\nauthor: [Ada Lund, Bo Berg]\ndate: 2031-04-02", "Words.")
	f.Add("title: &a [*a, *a]\nurl: http://x.example\nlang: en-GB", "")
	f.Add("title: |\r\n  Two\r\n  lines\r\nauthor: {name: {name: x}}", "a\n---\nb")
	f.Fuzz(func(t *testing.T, front, body string) {
		text := "---\n" + front + "\n---\n" + body
		inside, rest := frontMatter(text)
		if !strings.Contains(text, inside) || !strings.HasSuffix(text, rest) {
			t.Fatalf("%q and %q are not parts of the file", inside, rest)
		}
		if !utf8.ValidString(text) {
			return
		}
		law(t, "x.md", []byte(text))
	})
}

// FuzzDecode reads bytes as a file, and as a page that may declare an encoding.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		"plain", "\xef\xbb\xbfmarked", "\xff\xfeh\x00i\x00", "\xfe\xff\x00h\x00i", "\xff\xfe\x00\x00h\x00\x00\x00",
		"Caf\xe9 am Markt", "<meta charset=shift_jis>\x82\xa0\x82\xa2", "\x8f\xe2\x90\x88", "\x00\x01\x02", "\xed\xa0\x80x",
	} {
		f.Add([]byte(s), strings.HasPrefix(s, "<"))
	}
	f.Fuzz(func(t *testing.T, data []byte, page bool) {
		text, warning, err := decode(data, page)
		if err != nil {
			if !errors.Is(err, ErrBinary) && !errors.Is(err, ErrTooLarge) {
				t.Fatalf("undocumented error: %v", err)
			}
			return
		}
		if !utf8.ValidString(text) || len(text) > MaxSize {
			t.Fatalf("%d bytes that are not all UTF-8", len(text))
		}
		if warning.Kind == "" && text != strings.TrimPrefix(string(data), "\xef\xbb\xbf") {
			t.Fatalf("changed without a word: %q became %q", data, text)
		}
	})
}

// FuzzPageMeta gives a page any head, and any JSON-LD beside it.
func FuzzPageMeta(f *testing.F) {
	f.Add(`<title>Harbour | Post</title><meta property="og:title" content="Harbour"><html lang=en-GB>`,
		`{"@type":"NewsArticle","headline":"Harbour","author":[{"name":"Ada Lund"}],"datePublished":"2031-04-02T10:00:00Z"}`)
	f.Add(`<link rel=canonical href="https://x.example/2031/04/02/a"><meta http-equiv=content-language content=de>`,
		"//<![CDATA[\n"+`{"@graph":[{"@type":["Report"],"publisher":{"name":"Post"},"articleBody":"One.\n\nTwo."}]}`+"\n//]]>")
	f.Add(`<time pubdate datetime=2031-04-02><h1>A</h1><meta name=author content="By Ada">`, `[[[[[[[[[[`)
	f.Fuzz(func(t *testing.T, head, ld string) {
		page := "<!doctype html><head>" + head + `<script type="application/ld+json">` + ld + "</script></head>" +
			"<body><article><p>The harbour of Halden will close on Monday, the mayor said.</article>"
		a := law(t, "x.html", []byte(page))
		if a == nil {
			return
		}
		if a.URL != "" && !strings.HasPrefix(a.URL, "https://") && !strings.HasPrefix(a.URL, "http://") {
			t.Fatalf("not an address of the web: %q", a.URL)
		}
		for _, s := range []string{a.Title, a.Byline, a.Publisher, a.Date} {
			if len(s) > fact.MaxField {
				t.Fatalf("a field of %d bytes", len(s))
			}
		}
	})
}
