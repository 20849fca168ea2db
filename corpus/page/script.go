package page

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// scripts gives the sources of a page's scripts.
func scripts(doc *html.Node) (out []string) {
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Script && n.FirstChild != nil {
			out = append(out, n.FirstChild.Data)
		}
	}
	return out
}

// scriptBody gives the blocks of an article that a page only has in the data of
// its scripts, as frameworks send it to draw the page from: the longest string
// of HTML with paragraphs. Nothing is run.
func scriptBody(scripts []string) []block {
	best := ""
	for _, s := range scripts {
		best = longer(best, markupIn(s, 0))
	}
	if best == "" || heavy(best) {
		return nil
	}
	doc, err := html.Parse(strings.NewReader(best))
	if err != nil {
		return nil
	}
	prunePage(doc, 0)
	return readBlocks(doc)
}

const (
	deepest   = 3   // strings in strings that are looked into
	shortest  = 200 // bytes of a string that may hold an article
	paragraph = 3   // tags of paragraphs that make it one
)

// markupIn gives the longest string literal in data that is HTML with
// paragraphs, "" if there is none. It is linear in data at each depth.
func markupIn(data string, depth int) (best string) {
	for at := 0; at < len(data); {
		start := strings.IndexByte(data[at:], '"')
		if start < 0 {
			break
		}
		start += at
		end := start + 1
		for end < len(data) && data[end] != '"' {
			if data[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(data) {
			break
		}
		at = end + 1
		if end-start < shortest {
			continue
		}
		var text string
		literal := data[start : end+1]
		if !strings.Contains(literal, "<p") && !strings.Contains(literal, "003cp") && !strings.Contains(literal, "003Cp") || json.Unmarshal([]byte(literal), &text) != nil {
			continue
		}
		if strings.Count(text, "<p>")+strings.Count(text, "<p ") >= paragraph {
			if !strings.Contains(text, `"`) || strings.HasPrefix(strings.TrimSpace(text), "<") {
				best = longer(best, text)
				continue
			}
		}
		if depth < deepest {
			best = longer(best, markupIn(text, depth+1))
		}
	}
	return best
}

func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}
