package directory

import (
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/index"
)

// Title is a heading in a line without Markdown: "Title · publisher, date".
func Title(w *say.Words, h index.Heading) string {
	name := h.Title
	if strings.TrimSpace(name) == "" {
		name = w.Untitled
	}
	tail := strings.Trim(h.Publisher+", "+h.Date, ", ")
	if tail == "" {
		return say.Plain(name, say.MaxOption)
	}
	tail = say.Plain(tail, say.MaxOption/2)
	return say.Plain(name, say.MaxOption-say.Width(tail)-3) + " · " + tail
}

// Offer makes completions of as many articles as Discord takes.
func Offer(w *say.Words, list []index.Heading) []say.Choice {
	var out []say.Choice
	for _, h := range say.First(list) {
		out = append(out, say.Choice{Name: Title(w, h), Value: h.ID})
	}
	return out
}
