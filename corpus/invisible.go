package corpus

import "unicode"

// Invisible reports whether r is a character that a reader does not see but
// that can change what the text around it looks like, where a line breaks, or
// what a copy of it holds. Stored text keeps every one of them; whatever shows
// text makes them inert.
//
// They are the control characters (C0, DEL, C1) except tab and line feed, the
// embedding, override and isolate controls of the bidirectional algorithm
// (UAX #9), the line and paragraph separators, zero width space and no-break
// space (U+200B, U+FEFF), the word joiner and invisible operators, the
// deprecated formatting and annotation characters, the soft hyphen, the
// fillers that have no shape, tag characters, private use, surrogates and
// noncharacters.
//
// The joiners (U+200C, U+200D) and the marks for direction (U+200E, U+200F,
// U+061C) are not: Persian, Hindi, Hebrew, Arabic and emoji are misspelled
// without them, and they cannot turn text beyond their own place. Neither are
// variation selectors nor spaces of any width.
func Invisible(r rune) bool {
	switch {
	case r == '\t', r == '\n', 0x20 <= r && r < 0x7F:
		return false
	case r < 0xA0:
		return true
	case r < 0x300:
		return r == 0xAD // soft hyphen
	}
	switch {
	case r == 0x200B,
		0x2028 <= r && r <= 0x202E,
		0x2060 <= r && r <= 0x206F,
		r == 0xFEFF,
		0xFFF9 <= r && r <= 0xFFFB,
		r == 0x034F, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x180E, r == 0x3164, r == 0xFFA0,
		0x1D173 <= r && r <= 0x1D17A,
		0xE0000 <= r && r <= 0xE0FFF && (r < 0xE0100 || r > 0xE01EF):
		return true
	}
	return unicode.In(r, unicode.Co, unicode.Cs, unicode.Noncharacter_Code_Point)
}
