package main

import (
	"strings"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// markdown shows a reply, which is written in Discord's Markdown, as a member
// would see it: formatting becomes the terminal's, or goes; escapes go; links
// show their address. The words are the reply's.
func (p paint) markdown(text string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		indent := ""
		if rest, ok := strings.CutPrefix(line, "> "); ok {
			indent, line = p.quoteMark(), rest
		} else if rest, ok := strings.CutPrefix(line, "-# "); ok {
			line = rest
		}
		b.WriteString(p.wrap(indent, p.spans(line)))
		b.WriteByte('\n')
	}
	return b.String()
}

// quoteMark stands before each line of an excerpt.
func (p paint) quoteMark() string {
	if p.terminal {
		return p.dim("│ ")
	}
	return "> "
}

// spans shows the formatting inside a line.
func (p paint) spans(line string) string {
	var b strings.Builder
	for _, s := range say.Shows(line) {
		style := map[say.Style]func(string) string{say.Bold: p.bold, say.Italic: p.italic, say.Struck: p.struck, say.Code: p.bold}[s.Style]
		switch {
		case s.Link != "":
			b.WriteString(p.inert(s.Text) + " " + p.dim(p.inert(s.Link)))
		case s.Style == say.Struck && !p.colour:
			b.WriteString("[-" + p.inert(s.Text) + "-]")
		case style != nil:
			for i, word := range strings.Split(s.Text, " ") {
				if i > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(style(p.inert(word)))
			}
		default:
			b.WriteString(p.inert(s.Text))
		}
	}
	return b.String()
}
