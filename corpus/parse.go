package corpus

import (
	"path/filepath"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// Parse reads an article from a file's bytes. name is the file's path as the
// user gave it, or "" when the text was pasted. The content tells the format
// (HTML, Markdown or plain text); name only decides where the content leaves
// it open, such as a Markdown file without front matter.
//
// Text is kept as it stands, whatever characters it has; what was repaired or
// is doubtful is said in the article's Warnings. The errors are [ErrEmpty],
// [ErrBinary] and [ErrTooLarge], wrapped with the reason.
func Parse(name string, data []byte) (*Article, error) {
	text, warning, err := decode(data, markup(data))
	if err != nil {
		return nil, err
	}
	var a *Article
	kind := format(name, text)
	switch kind {
	case formatHTML:
		a, err = parseHTML(text)
	case formatMarkdown:
		a, err = parseMarkdown(text)
	default:
		a, err = parseText(text)
	}
	if err != nil {
		return nil, err
	}
	a.File = name
	if d := language.Detect(a.text(looked)); a.Language == "" {
		a.Language = d
	} else if d != "" && d != a.Language && kind == formatHTML && language.Knows(a.Language) {
		// Sites in many languages often declare that of their template.
		a.Warnings = append(a.Warnings, warn(DoubtDeclared, a.Language, d))
		a.Language = d
	}
	a.Warnings = append(a.Warnings, a.doubts()...)
	if warning.Kind != "" {
		a.Warnings = append([]Warning{warning}, a.Warnings...)
	}
	return a, nil
}

// The formats that Parse reads.
const (
	formatText = iota
	formatMarkdown
	formatHTML
)

// format tells how text is to be read.
func format(name, text string) int {
	ext := strings.ToLower(filepath.Ext(name))
	switch head := strings.TrimSpace(text[:min(len(text), 1024)]); {
	case markup([]byte(text)):
		return formatHTML
	case (ext == ".html" || ext == ".htm" || ext == ".xhtml") && strings.Contains(text, "</"):
		return formatHTML
	case ext == ".md" || ext == ".markdown":
		return formatMarkdown
	case hasFrontMatter(text), name == "" && strings.HasPrefix(head, "# "):
		return formatMarkdown
	}
	return formatText
}

// markup reports whether data begins as an HTML page does, after white space,
// a byte order mark, an XML declaration and comments.
func markup(data []byte) bool {
	head := strings.ToLower(string(data[:min(len(data), 4096)]))
	head = strings.TrimPrefix(head, "\xef\xbb\xbf")
	for {
		head = strings.TrimLeft(head, " \t\r\n\f")
		open, end := "<!--", "-->"
		if strings.HasPrefix(head, "<?xml") {
			open, end = "<?xml", "?>"
		}
		if !strings.HasPrefix(head, open) {
			break
		}
		_, rest, ok := strings.Cut(head, end)
		if !ok {
			return false
		}
		head = rest
	}
	for _, tag := range [...]string{"<!doctype html", "<html", "<head", "<body", "<article", "<main"} {
		if rest, ok := strings.CutPrefix(head, tag); ok && (rest == "" || strings.ContainsAny(rest[:1], " \t\r\n\f>⚡")) {
			return true
		}
	}
	return false
}
