package main

import (
	"io"
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"
)

// paint makes text for people fit where it is shown. On a terminal it wraps
// lines, colours (unless NO_COLOR is set), and makes control characters of
// article text visible, so that an article cannot drive the terminal.
// Elsewhere every text stays as it is.
type paint struct {
	terminal bool
	colour   bool
	width    int // columns; 0 = no wrapping
}

const (
	ansiReset = "\x1b[0m"
	ansiBold  = "\x1b[1m"
	ansiDim   = "\x1b[2m"
	ansiItal  = "\x1b[3m"
	ansiStrk  = "\x1b[9m"
)

// The widest line that is still easy to read.
const maxWidth = 100

func newPaint(w io.Writer, getenv func(string) string) paint {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return paint{}
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < 20 {
		width = 80
	}
	return paint{
		terminal: true,
		// https://no-color.org: any value that is not empty
		colour: getenv("NO_COLOR") == "" && getenv("TERM") != "dumb",
		width:  min(width, maxWidth),
	}
}

func (p paint) bold(s string) string { return p.in(ansiBold, s) }
func (p paint) dim(s string) string  { return p.in(ansiDim, s) }

func (p paint) italic(s string) string { return p.in(ansiItal, s) }

func (p paint) struck(s string) string { return p.in(ansiStrk, s) }

func (p paint) in(style, s string) string {
	if !p.colour || s == "" {
		return s
	}
	return style + s + ansiReset
}

// inert shows the characters that would act on a terminal (escapes, other
// controls, changes of writing direction) as U+FFFD.
func (p paint) inert(s string) string {
	if !p.terminal {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

// wrap breaks s between words and puts indent before each line. Styles in s
// take no room; a style that spans a break goes on after it.
func (p paint) wrap(indent, s string) string {
	if p.width == 0 {
		return indent + s
	}
	room := p.width - columns(indent)
	var b strings.Builder
	used := 0
	b.WriteString(indent)
	for i, word := range strings.Split(s, " ") {
		n := columns(word)
		switch {
		case i == 0:
		case used+1+n > room:
			b.WriteString("\n" + indent)
			used = 0
		default:
			b.WriteByte(' ')
			used++
		}
		b.WriteString(word)
		used += n
	}
	return b.String()
}

// columns is the room that s takes on a terminal, styles left out. Wide
// characters count once: wrapping a little late does no harm.
func columns(s string) int {
	n, style := 0, false
	for _, r := range s {
		switch {
		case r == '\x1b':
			style = true
		case style:
			style = r != 'm'
		case !unicode.Is(unicode.Mn, r):
			n++
		}
	}
	return n
}
