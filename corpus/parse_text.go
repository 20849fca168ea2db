package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// parseText reads plain text: the first line is the title, and each further
// line is a paragraph, blank lines or not. Only in a file that is clearly
// hard-wrapped is a paragraph a block of lines between blank ones, and keeps
// its line breaks. A text of one line has no title.
//
// Every paragraph's text is the file's, rune for rune, from its Doc on.
func parseText(text string) (*Article, error) {
	lines := splitLines(text)
	if len(lines) == 0 {
		return nil, ErrEmpty
	}
	a := &Article{TitleDoc: -1}
	if col, ok := wrapped(text, lines); ok {
		lines = a.wrappedTitle(text, lines, col)
		lines = joinBlocks(lines)
	} else if len(lines) > 1 {
		a.Title, a.TitleDoc = lines[0].in(text), lines[0].doc
		lines = lines[1:]
	}
	a.Paragraphs = make([]Paragraph, 0, len(lines))
	for _, l := range lines {
		a.Paragraphs = append(a.Paragraphs, Paragraph{Text: l.in(text), Doc: l.doc})
	}
	return a, nil
}

// line is a line of text that is not blank, without its outer white space.
type line struct {
	Span
	doc   int  // rune offset of Start
	first bool // the line before is blank, or there is none
}

func (l line) in(text string) string { return text[l.Start:l.End] }

// splitLines gives the lines of text that are not blank. Lines end with LF,
// CR, CR LF or a paragraph separator (U+2029).
func splitLines(text string) []line {
	var lines []line
	doc, counted := 0, 0 // runes of text[:counted]
	first := true
	for at := 0; at < len(text); {
		n, width := lineEnd(text[at:])
		whole := text[at : at+n]
		left := strings.TrimLeftFunc(whole, unicode.IsSpace)
		trimmed := strings.TrimRightFunc(left, unicode.IsSpace)
		if trimmed == "" {
			first = true
		} else {
			start := at + n - len(left)
			doc += utf8.RuneCountInString(text[counted:start])
			counted = start
			lines = append(lines, line{Span{start, start + len(trimmed)}, doc, first})
			first = false
		}
		at += n + width
	}
	return lines
}

// lineEnd gives the length of text's first line and of the break after it.
func lineEnd(text string) (n, width int) {
	const separator = "\u2029"
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\n':
			return i, 1
		case text[i] == '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, 2
			}
			return i, 1
		case text[i] == separator[0] && strings.HasPrefix(text[i:], separator):
			return i, len(separator)
		}
	}
	return len(text), 0
}

// The widths, in runes, between which lines are wrapped by a program.
const (
	minColumn = 40
	maxColumn = 120
)

// wrapped reports whether the lines were broken by a program that filled them
// up to a column, and gives the column. It was so when nearly every line that
// has a next one in its block is so long that the next line's first word did
// not fit any more, and most do not end a sentence. Paragraphs written one a
// line are of any length and fail both.
func wrapped(text string, lines []line) (column int, ok bool) {
	widths := make([]int, len(lines))
	for i, l := range lines {
		widths[i] = utf8.RuneCountInString(l.in(text))
		column = max(column, widths[i])
	}
	if column < minColumn || column > maxColumn {
		return 0, false
	}
	inner, full, stops, blocks := 0, 0, 0, 0
	for i, l := range lines {
		if l.first {
			blocks++
		}
		if i+1 == len(lines) || lines[i+1].first {
			continue
		}
		inner++
		if overflows(text, widths[i], lines[i+1], column) {
			full++
		}
		if stopped(l.in(text)) {
			stops++
		}
	}
	return column, blocks > 1 && inner >= 3 && full*10 >= inner*8 && stops*3 <= inner
}

// overflows reports whether a line of width runes was too long to take the
// next line's first word as well.
func overflows(text string, width int, next line, column int) bool {
	word, _, _ := strings.Cut(next.in(text), " ")
	// Words that were moved for other reasons (a dash, a link) leave some room.
	return width+1+utf8.RuneCountInString(word) > column-4
}

// stopped reports whether s ends with a full stop and what may close after it.
func stopped(s string) bool {
	s = strings.TrimRight(s, "”’\"')]»")
	r, _ := utf8.DecodeLastRuneInString(s)
	return terminator(r) != noStop
}

// wrappedTitle takes the title from the first block of hard-wrapped lines and
// gives the lines after it. A first block that reads as prose is no title.
func (a *Article) wrappedTitle(text string, lines []line, column int) []line {
	n := 1
	for n < len(lines) && !lines[n].first {
		n++
	}
	if n == len(lines) {
		return lines
	}
	alone := n == 1 || !overflows(text, utf8.RuneCountInString(lines[0].in(text)), lines[1], column)
	switch {
	case alone:
		a.Title, a.TitleDoc = lines[0].in(text), lines[0].doc
		lines[1].first = true
		return lines[1:]
	case n <= 3 && !stopped(lines[n-1].in(text)):
		parts := make([]string, n)
		for i := range parts {
			parts[i] = lines[i].in(text)
		}
		a.Title = strings.Join(parts, " ") // no longer the file's text: TitleDoc stays -1
		return lines[n:]
	}
	return lines
}

// joinBlocks makes one line of the lines between blank ones.
func joinBlocks(lines []line) []line {
	var out []line
	for _, l := range lines {
		if l.first {
			out = append(out, l)
		} else {
			out[len(out)-1].End = l.End
		}
	}
	return out
}
