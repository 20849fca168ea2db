package words

import "unicode"

// plain gives the plain form of a sign before letters are taken apart, -1 for
// what is left out.
func plain(r rune) rune {
	switch {
	case r < 0x80 && r != '`':
		return r
	case Apostrophe(r):
		return '\''
	case unicode.Is(dashes, r):
		return '-'
	case r == 'ʾ' || r == 'ʿ' || r == 'ـ' || invisible(r): // of transliteration; the Arabic stretcher
		return -1
	}
	return arabicDigit(r)
}

var dashes = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x2010, Hi: 0x2015, Stride: 1}, // ‐ to ―
	{Lo: 0x2043, Hi: 0x2043, Stride: 1},
	{Lo: 0x2212, Hi: 0x2212, Stride: 1},
	{Lo: 0xFE58, Hi: 0xFE58, Stride: 1},
	{Lo: 0xFE63, Hi: 0xFE63, Stride: 1},
	{Lo: 0xFF0D, Hi: 0xFF0D, Stride: 1},
}}

// arabicDigit gives 0 to 9 for the digits of the scripts that news is written in
// with digits of their own.
func arabicDigit(r rune) rune {
	for _, zero := range [...]rune{0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x1040, 0x17E0} {
		if zero <= r && r <= zero+9 {
			return '0' + r - zero
		}
	}
	return r
}

// letter gives the letters for which r, in lower case and without marks, is
// another spelling.
func letter(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'đ', 'ð', 'ɖ':
		return "d"
	case 'ł':
		return "l"
	case 'ħ':
		return "h"
	case 'ŧ':
		return "t"
	case 'þ':
		return "th"
	case 'ŋ':
		return "n"
	case 'ĸ':
		return "k"
	case 'ı', 'ɨ':
		return "i"
	case 'ƀ':
		return "b"
	case 'ƶ':
		return "z"
	case 'ς':
		return "σ"
	case 'ё', 'ѐ':
		return "е"
	case 'ѝ':
		return "и"
	case 'ى', 'ی':
		return "ي"
	case 'ة', 'ہ', 'ھ':
		return "ه"
	case 'ک':
		return "ك"
	}
	return string(r)
}

// reading are the marks that help to read and are no letters: accents, Hebrew
// points, Arabic and Syriac vowels, and what chooses among shapes of a letter.
var reading = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0300, Hi: 0x036F, Stride: 1},
		{Lo: 0x0483, Hi: 0x0489, Stride: 1},
		{Lo: 0x0591, Hi: 0x05BD, Stride: 1},
		{Lo: 0x05BF, Hi: 0x05BF, Stride: 1},
		{Lo: 0x05C1, Hi: 0x05C2, Stride: 1},
		{Lo: 0x05C4, Hi: 0x05C5, Stride: 1},
		{Lo: 0x05C7, Hi: 0x05C7, Stride: 1},
		{Lo: 0x0610, Hi: 0x061A, Stride: 1},
		{Lo: 0x064B, Hi: 0x065F, Stride: 1},
		{Lo: 0x0670, Hi: 0x0670, Stride: 1},
		{Lo: 0x06D6, Hi: 0x06DC, Stride: 1},
		{Lo: 0x06DF, Hi: 0x06E4, Stride: 1},
		{Lo: 0x06E7, Hi: 0x06E8, Stride: 1},
		{Lo: 0x06EA, Hi: 0x06ED, Stride: 1},
		{Lo: 0x0711, Hi: 0x0711, Stride: 1},
		{Lo: 0x0730, Hi: 0x074A, Stride: 1},
		{Lo: 0x1AB0, Hi: 0x1AFF, Stride: 1},
		{Lo: 0x1DC0, Hi: 0x1DFF, Stride: 1},
		{Lo: 0x20D0, Hi: 0x20F0, Stride: 1},
		{Lo: 0xFE00, Hi: 0xFE0F, Stride: 1},
		{Lo: 0xFE20, Hi: 0xFE2F, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0xE0100, Hi: 0xE01EF, Stride: 1}},
}
