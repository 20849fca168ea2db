package corpus

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// shared gives the folder of articles that are not ours to publish.
func shared(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("VERBATIM_SHARED")
	if dir == "" {
		t.Skip("VERBATIM_SHARED is not set: no news articles to read")
	}
	return dir
}

// TestParseNews reads a thousand news articles whose paragraphs stand one a
// line, some with blank lines between: each line must be a paragraph, at its
// place in the file.
func TestParseNews(t *testing.T) {
	paths := glob(t, filepath.Join(shared(t), "eval/quotes/*.jsonl"))
	n := 0
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 16<<20)
		for lines.Scan() {
			var gold struct{ ID, Text string }
			if err := json.Unmarshal(lines.Bytes(), &gold); err != nil {
				t.Fatal(err)
			}
			if gold.Text != "" {
				checkLines(t, gold.ID, gold.Text)
				n++
			}
		}
		if err := lines.Err(); err != nil {
			t.Fatal(err)
		}
	}
	if n < 900 {
		t.Errorf("read only %d articles", n)
	}
}

func checkLines(t *testing.T, id, text string) {
	t.Helper()
	a, err := Parse(id+".txt", []byte(text))
	if err != nil {
		t.Errorf("%s: %v", id, err)
		return
	}
	got := append([]Paragraph{{a.Title, a.TitleDoc}}, a.Paragraphs...)
	doc, n := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		if words := strings.TrimSpace(line); words != "" {
			want := Paragraph{words, doc + utf8.RuneCountInString(line) - utf8.RuneCountInString(strings.TrimLeftFunc(line, unicode.IsSpace))}
			if n >= len(got) || got[n] != want {
				t.Errorf("%s: paragraph %d is not line at rune %d", id, n, want.Doc)
				return
			}
			n++
		}
		doc += utf8.RuneCountInString(line) + 1
	}
	if n != len(got) {
		t.Errorf("%s: %d paragraphs, want %d", id, len(got), n)
	}
}
