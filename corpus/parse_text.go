package corpus

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parseText reads plain text: the first line is the title, unless it reads as
// text, and each further line is a paragraph, blank lines or not. Only in a file
// that is clearly hard-wrapped is a paragraph a run of lines that fill the
// column, and keeps its line breaks. A text of one line has no title.
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
		lines = joinLines(text, lines, col)
	} else if len(lines) > 1 && !lead(lines[0].in(text)) {
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
	doc    int  // rune offset of Start
	indent int  // bytes of white space before Start
	first  bool // the line before is blank, or there is none
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
			lines = append(lines, line{Span{start, start + len(trimmed)}, doc, n - len(left), first})
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
// up to a column, and gives the column. It was so when there are blocks in which
// nearly every line that has a next one is so long that the next line's first
// word did not fit any more, and most do not end a sentence; what is in other
// blocks (a byline, a list) is less. Paragraphs written one a line are of any
// length and fail both.
func wrapped(text string, lines []line) (column int, ok bool) {
	widths := make([]int, len(lines))
	for i, l := range lines {
		widths[i] = utf8.RuneCountInString(l.in(text)) + l.indent
		if i+1 < len(lines) && !lines[i+1].first {
			column = max(column, widths[i])
		}
	}
	if column < minColumn || column > maxColumn {
		return 0, false
	}
	wider := 0 // lines that are: a title, an address
	for _, w := range widths {
		if w > column {
			wider++
		}
	}
	if wider > max(1, len(lines)/10) {
		return 0, false
	}
	blocks, filled, short, stops := 1, 0, 0, 0
	for i := 0; i < len(lines); {
		inner, full, ends := 0, 0, 0
		j := i
		for ; j == i || j < len(lines) && !lines[j].first; j++ {
			if j+1 == len(lines) || lines[j+1].first || opens(text, lines, j+1) {
				continue
			}
			inner++
			if overflows(text, widths[j], lines[j+1], column) {
				full++
			}
			if stopped(lines[j].in(text)) {
				ends++
			}
		}
		switch {
		case full*10 >= inner*8:
			filled += full
			stops += ends
		default:
			short += inner
		}
		if i > 0 {
			blocks++
		}
		i = j
	}
	for i := 1; i < len(lines); i++ {
		if !lines[i].first && indented(lines, i) {
			blocks++
		}
	}
	return column, blocks > 1 && filled >= 3 && short <= filled && stops*3 <= filled
}

// opens reports whether line i of a block begins a paragraph of its own: it is
// set in, or an item of a list.
func opens(text string, lines []line, i int) bool {
	return indented(lines, i) || listMark.MatchString(lines[i].in(text))
}

// indented reports whether line i is set in and the line before is not.
func indented(lines []line, i int) bool {
	return lines[i].indent >= lines[i-1].indent+2
}

var listMark = regexp.MustCompile(`^([-*•–+·]|\d{1,2}[.)]|[a-z]\))[ \t]`)

// weekday is a day of the week as a sentence has it: small letters and a
// preposition in the languages that write it so.
var weekday = regexp.MustCompile(`\b(on|by|since|last|until) (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(am|seit|bis) (Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)|` +
	`\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|lunedì|martedì|mercoledì|giovedì|venerdì|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|` +
	`maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|måndags?|tisdags?|onsdags?|torsdags?|fredags?|lördags?|söndags?|mandag|tirsdag|torsdag|fredag|lørdag|søndag)\b|` +
	`(понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)`)

const (
	leadRunes = 100 // of several sentences that are no headline
	longRunes = 160 // of one
)

// lead reports whether the first line of a file reads as the beginning of the
// text, not as a headline: it ends as a sentence does, and is several sentences,
// or a long one, or tells the day as only sentences do. Headlines that end with a
// full stop are common, so that alone says nothing.
func lead(s string) bool {
	if !stopped(s) || titleCase(s) {
		return false
	}
	n := utf8.RuneCountInString(s)
	return n >= longRunes || n >= leadRunes && len(Sentences(s)) > 1 || weekday.MatchString(s)
}

// titleCase reports whether nearly all words of s have a capital, as in English
// headlines.
func titleCase(s string) bool {
	capital, all := 0, 0
	for w := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLetter(r) && len(w) > 3 {
			all++
			if unicode.IsUpper(r) {
				capital++
			}
		}
	}
	return capital*10 >= all*9
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
	case alone && lead(lines[0].in(text)):
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

// joinLines makes one line of the lines of a paragraph: of a block between blank
// ones in which they fill the column, and else of each line that does with the
// next.
func joinLines(text string, lines []line, column int) []line {
	var out []line
	for i := 0; i < len(lines); {
		j, inner, full := i+1, 0, 0
		for ; j < len(lines) && !lines[j].first; j++ {
			if opens(text, lines, j) {
				continue
			}
			inner++
			if overflows(text, utf8.RuneCountInString(lines[j-1].in(text))+lines[j-1].indent, lines[j], column) {
				full++
			}
		}
		filled := full*10 >= inner*8
		for k := i; k < j; k++ {
			if k > i && !opens(text, lines, k) && (filled || overflows(text, utf8.RuneCountInString(lines[k-1].in(text))+lines[k-1].indent, lines[k], column)) {
				out[len(out)-1].End = lines[k].End
			} else {
				out = append(out, lines[k])
			}
		}
		i = j
	}
	return out
}
