package corpus

import "unicode/utf8"

// Span is a half-open range [Start, End) of bytes in one paragraph's UTF-8
// text. Both ends lie on rune borders. The zero Span is empty.
type Span struct {
	Start, End int
}

// Len is the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no bytes.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// valid reports whether s is a range of text with both ends on rune borders.
func (s Span) valid(text string) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) &&
		border(text, s.Start) && border(text, s.End)
}

func border(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i])
}

// Ref names words of an article: which article, which paragraph, which bytes.
// It is the thread of the program: a quote, a passage and a citation each hold
// one, and only [Article.Cut] turns it into text.
//
// Paragraphs count from 1; paragraph 0 is the title. A Ref with an empty Span
// names no words and means "none" where a Ref is optional.
type Ref struct {
	Article   string // article id, unique within its server: "a12"
	Paragraph int
	Span
}

// Runes converts a byte span of text to a rune span: the unit of all JSON
// output and of the evaluation files. It is the only such conversion.
func Runes(text string, s Span) (start, end int) {
	start = utf8.RuneCountInString(text[:s.Start])
	return start, start + utf8.RuneCountInString(text[s.Start:s.End])
}
