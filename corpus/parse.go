package corpus

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// ErrEmpty is returned by [Parse] for input without a single paragraph.
var ErrEmpty = errors.New("no text in it")

// Parse reads an article from a file's bytes. name is the file's path as the
// user gave it and only helps to tell the format; the content decides.
//
// Skeleton: plain text only, one paragraph a line.
func Parse(name string, data []byte) (*Article, error) {
	text := strings.ToValidUTF8(string(data), "\uFFFD")
	a := &Article{File: name, TitleDoc: -1}
	off := 0
	for line := range strings.SplitSeq(text, "\n") {
		t := strings.TrimSpace(line)
		if t != "" {
			at := off + utf8.RuneCountInString(line[:strings.Index(line, t)])
			if a.TitleDoc < 0 {
				a.Title, a.TitleDoc = t, at
			} else {
				a.Paragraphs = append(a.Paragraphs, Paragraph{Text: t, Doc: at})
			}
		}
		off += utf8.RuneCountInString(line) + 1
	}
	if len(a.Paragraphs) == 0 {
		return nil, ErrEmpty
	}
	return a, nil
}
