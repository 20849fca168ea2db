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

// Style is how a stretch of a line looks in Discord.
type Style int

// The styles that replies use.
const (
	Plainly Style = iota
	Bold
	Italic
	Struck
	Code
)

// Shown is a stretch of a line as a member sees it.
type Shown struct {
	Text  string // without marks and escapes
	Style Style
	Link  string // where it leads, "" = nowhere
}

// Shows takes a line of a reply apart into what is seen: formatting and escapes
// go, the words are the reply's. Replies nest nothing but bold in a block quote,
// so each mark simply ends what it began.
func Shows(line string) []Shown {
	var out []Shown
	plain := func(text string) {
		if k := len(out) - 1; k >= 0 && out[k].Style == Plainly && out[k].Link == "" {
			out[k].Text += text
		} else {
			out = append(out, Shown{Text: text})
		}
	}
	for line != "" {
		if line[0] == '\\' && len(line) > 1 {
			n := 2
			if line[1] >= 0x80 {
				n = 1 // not an escape: Discord escapes ASCII punctuation only
			}
			plain(Unescape(line[:n]))
			line = line[n:]
			continue
		}
		if line[0] == '[' {
			if label, address, rest, ok := cutLink(line); ok {
				out = append(out, Shown{Text: label, Link: address})
				line = rest
				continue
			}
		}
		mark, style := "", Bold
		switch {
		case strings.HasPrefix(line, "**"):
			mark = "**"
		case line[0] == '*':
			mark, style = "*", Italic
		case line[0] == '`':
			mark, style = "`", Code
		case strings.HasPrefix(line, "~~"):
			mark, style = "~~", Struck
		}
		if inner, rest, ok := cutMarked(line, mark); ok {
			out = append(out, Shown{Text: Unescape(inner), Style: style})
			line = rest
			continue
		}
		n := 1 + strings.IndexFunc(line[1:], func(r rune) bool { return strings.ContainsRune("\\[*`~", r) })
		if n == 0 {
			n = len(line)
		}
		plain(line[:n])
		line = line[n:]
	}
	return out
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
	label, rest, ok = cutAt(line[1:], "](")
	if !ok {
		return "", "", "", false
	}
	if strings.HasPrefix(rest, "<") {
		address, rest, ok = strings.Cut(rest[1:], ">)")
	} else {
		address, rest, ok = strings.Cut(rest, ")")
	}
	return Unescape(label), address, rest, ok
}

// cutAt splits s at the first sep that is not escaped.
func cutAt(s, sep string) (before, after string, ok bool) {
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
