package bot

import (
	"strings"

	"github.com/verbatim-bot/verbatim/index"
)

// headingTitle is a heading in a line without Markdown: "Title · publisher, date".
func headingTitle(w *words, h index.Heading) string {
	name := h.Title
	if strings.TrimSpace(name) == "" {
		name = w.Untitled
	}
	tail := strings.Trim(h.Publisher+", "+h.Date, ", ")
	if tail == "" {
		return plain(name, maxOption)
	}
	tail = plain(tail, maxOption/2)
	return plain(name, maxOption-Width(tail)-3) + " · " + tail
}

// offerHeadings makes completions of as many articles as Discord takes.
func offerHeadings(w *words, list []index.Heading) []Choice {
	var out []Choice
	for _, h := range first(list) {
		out = append(out, Choice{Name: headingTitle(w, h), Value: h.ID})
	}
	return out
}
