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

// spans shows the formatting inside a line. Bot text nests nothing but bold in
// a block quote, so each mark simply ends what it began.
func (p paint) spans(line string) string {
	var b strings.Builder
	for line != "" {
		switch {
		case line[0] == '\\' && len(line) > 1:
			n := 2
			if line[1] >= 0x80 {
				n = 1 // not an escape: Discord escapes ASCII punctuation only
			}
			b.WriteString(p.inert(say.Unescape(line[:n])))
			line = line[n:]
			continue
		case line[0] == '[':
			if label, address, rest, ok := cutLink(line); ok {
				b.WriteString(p.inert(label) + " " + p.dim(p.inert(address)))
				line = rest
				continue
			}
		}
		mark, style := "", p.bold
		switch {
		case strings.HasPrefix(line, "**"):
			mark = "**"
		case line[0] == '*':
			mark, style = "*", p.italic
		case line[0] == '`':
			mark = "`"
		case strings.HasPrefix(line, "~~"):
			mark, style = "~~", p.struck
		}
		if inner, rest, ok := cutMarked(line, mark); ok && mark == "~~" && !p.colour {
			b.WriteString("[-" + p.inert(say.Unescape(inner)) + "-]")
			line = rest
			continue
		} else if ok {
			for i, word := range strings.Split(inner, " ") {
				if i > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(style(p.inert(say.Unescape(word))))
			}
			line = rest
			continue
		}
		n := 1 + strings.IndexFunc(line[1:], func(r rune) bool { return strings.ContainsRune("\\[*`~", r) })
		if n == 0 {
			n = len(line)
		}
		b.WriteString(p.inert(line[:n]))
		line = line[n:]
	}
	return b.String()
}

// cutMarked splits line, which begins with mark, at the next mark that is not
// escaped.
func cutMarked(line, mark string) (inner, rest string, ok bool) {
	if mark == "" {
		return "", "", false
	}
	body := line[len(mark):]
	for i := 0; i+len(mark) <= len(body); i++ {
		switch {
		case body[i] == '\\':
			i++
		case strings.HasPrefix(body[i:], mark):
			return body[:i], body[i+len(mark):], i > 0
		}
	}
	return "", "", false
}

// cutLink splits off a link: [label](<address>) or [label](address).
func cutLink(line string) (label, address, rest string, ok bool) {
	label, rest, ok = cutMarkedBy(line[1:], "](")
	if !ok {
		return "", "", "", false
	}
	if strings.HasPrefix(rest, "<") {
		address, rest, ok = strings.Cut(rest[1:], ">)")
	} else {
		address, rest, ok = strings.Cut(rest, ")")
	}
	return say.Unescape(label), address, rest, ok
}

func cutMarkedBy(s, sep string) (before, after string, ok bool) {
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			i++
		case strings.HasPrefix(s[i:], sep):
			return s[:i], s[i+len(sep):], true
		}
	}
	return "", "", false
}
