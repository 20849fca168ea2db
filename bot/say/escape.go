package say

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Escape makes text show in Discord as it is: nothing in it formats, pings,
// links, unfolds into an invite or hides. It puts a backslash before ASCII
// punctuation that Discord's Markdown would read, and drops the characters
// that [Visible] drops. [Unescape] gives Visible(text) back.
//
// What is escaped, and against what:
//
//	\ * _ ~ | `     emphasis, strike-through, spoilers, code
//	< > @           mentions, timestamps, custom emoji, quotes, @everyone
//	[ ]             masked links
//	:               before a non-space: emoji names, the scheme of a link
//	/               in a word with a dot or colon before it: bare links and invites
//	# - +           at the start of a line: headings, subtext, lists
//	.               after digits at the start of a line: numbered lists
func Escape(text string) string {
	text = Visible(text)
	var b strings.Builder
	b.Grow(len(text) + 16)
	lead := leadStart
	linkish := false // the word so far holds a dot or a colon
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		next, _ := utf8.DecodeRuneInString(text[i+n:])
		if i+n == len(text) {
			next = ' '
		}
		if special(r, next, lead, linkish) {
			b.WriteByte('\\')
		}
		b.WriteString(text[i : i+n])
		i += n
		lead = lead.after(r)
		switch {
		case unicode.IsSpace(r):
			linkish = false
		case r == '.' || r == ':':
			linkish = true
		}
	}
	return b.String()
}

func special(r, next rune, lead lead, linkish bool) bool {
	switch r {
	case '\\', '*', '_', '~', '|', '`', '<', '>', '@', '[', ']':
		return true
	case ':':
		return !unicode.IsSpace(next)
	case '/':
		return linkish
	case '#', '-', '+':
		return lead == leadStart
	case '.':
		return lead == leadDigits
	}
	return false
}

// lead is where in its line a character stands.
type lead int

const (
	leadStart  lead = iota // only white space before it
	leadDigits             // only white space and digits before it
	leadNone
)

func (l lead) after(r rune) lead {
	switch {
	case r == '\n':
		return leadStart
	case l == leadStart && unicode.IsSpace(r):
		return leadStart
	case l != leadNone && '0' <= r && r <= '9':
		return leadDigits
	}
	return leadNone
}

// Unescape gives back the text of which Escape made shown.
func Unescape(shown string) string {
	var b strings.Builder
	b.Grow(len(shown))
	for i := 0; i < len(shown); i++ {
		if shown[i] == '\\' && i+1 < len(shown) && isPunct(shown[i+1]) {
			i++
		}
		b.WriteByte(shown[i])
	}
	return b.String()
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
}

// Visible is text without the characters that [corpus.Invisible] lists: those
// that nobody sees and that can hide, reorder or break up others. It is the
// only difference between an excerpt as stored and as shown.
func Visible(text string) string {
	return strings.Map(func(r rune) rune {
		if corpus.Invisible(r) {
			return -1
		}
		return r
	}, text)
}

// OneLine is text for the inside of a line: escaped, white space collapsed.
func OneLine(text string) string {
	return Escape(strings.Join(strings.Fields(Visible(text)), " "))
}
