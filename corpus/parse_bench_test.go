package corpus

import (
	"strings"
	"testing"
)

// BenchmarkParse reads 10 MB of each format and of shapes that make parsers
// slow: the bound is two seconds each.
func BenchmarkParse(b *testing.B) {
	const prose = "The harbour of Halden will close on Monday, the mayor said, because the ice has come early this year. "
	fill := func(head, unit, tail string) string {
		return head + strings.Repeat(unit, (MaxSize-len(head)-len(tail))/len(unit)) + tail
	}
	const page = "<!doctype html><html lang=en><title>Harbour</title><body><article>"
	tests := []struct{ name, file, text string }{
		{"text", "x.txt", fill("Harbour\n", prose+"\n", "")},
		{"text/line", "x.txt", fill("", prose, "")},
		{"text/wrapped", "x.txt", fill("Harbour\n\n", prose+"\n"+prose+"\nEnd.\n\n", "")},
		{"text/blank", "x.txt", fill("Harbour\nx", "\n", "x")},
		{"text/nul", "x.txt", fill("Harbour\n", "ab\x00 cd\n", "")},
		{"text/latin1", "x.txt", fill("Harbour\n", "Caf\xe9 in the port. ", "")},
		{"text/utf16", "x.txt", fill("\xff\xfe", "a\x00b\x00 \x00\n\x00", "")},
		{"markdown", "x.md", fill("# Harbour\n\n", prose+"\n\n", "")},
		{"markdown/line", "x.md", fill("# Harbour\n\n", prose, "")},
		{"markdown/quotes", "x.md", fill("", "> ", "x")},
		{"markdown/brackets", "x.md", fill("", "[", "x")},
		{"markdown/stars", "x.md", fill("", "*a_ ", "x")},
		{"markdown/lists", "x.md", fill("", "- ", "x")},
		{"markdown/ticks", "x.md", fill("", "`a", "x")},
		{"markdown/links", "x.md", fill("", "[a](", "x")},
		{"markdown/refs", "x.md", fill("", "[a]: b\n", "x")},
		{"markdown/entities", "x.md", fill("", "&", "x")},
		{"markdown/tags", "x.md", fill("", "<a ", "x")},
		{"markdown/tables", "x.md", fill("|a|b|\n|-|-|\n", "|a|b|\n", "")},
		{"html", "x.html", fill(page, "<p>"+prose+"</p>\n", "</article>")},
		{"html/br", "x.html", fill(page, prose+"<br><br>\n", "</article>")},
		{"html/div", "x.html", fill(page, "<div>", "x")},
		{"html/text", "x.html", fill(page, prose, "</article>")},
		{"html/inline", "x.html", fill(page, "<b>a</b>", "</article>")},
		{"html/links", "x.html", fill(page, "<li><a href=x>harbour news</a>", "</article>")},
		{"html/attributes", "x.html", fill(page+"<p ", "class=related ", ">"+prose)},
		{"html/tables", "x.html", fill(page, "<table><tr><td>a<td>b</table>", "")},
		{"html/ld", "x.html", fill(page+`<script type="application/ld+json">`, "[", "</script><p>"+prose)},
		{"html/entities", "x.html", fill(page, "&amp;", "")},
		{"html/unclosed", "x.html", fill(page, "<b><p>", "x")},
		{"html/noscript", "x.html", fill(page, "<noscript><p>a", "x")},
	}
	for _, tt := range tests {
		b.Run(tt.name, func(b *testing.B) {
			data := []byte(tt.text)
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Parse(tt.file, data); err != nil {
					b.Log(err)
				}
			}
		})
	}
}
