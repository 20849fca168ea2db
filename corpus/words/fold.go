package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form under which a word is compared: what different keyboards,
// printers and hasty writers make of one word is one form.
//
//   - lower case in every script, with İ and ı as i;
//   - Latin, Greek and Arabic letters without their marks, ligatures and
//     full-width forms as plain letters, and Latin letters of their own as those
//     that stand in for them: ß ss, æ ae, œ oe, ø o, đ d, ł l, þ th;
//   - Greek without final sigmas, Arabic with one letter for those that are
//     written either way, Cyrillic ё as е (but й is not и: it is another letter);
//   - marks that only help to read (Hebrew points, Arabic vowels, a stress on a
//     Russian vowel) left out, those that are letters (Hindi vowels) kept;
//   - a hyphen at the end of a line, and the break, left out;
//   - every apostrophe as ' and every dash as -, no invisible runes;
//   - digits of other scripts as 0 to 9, without the commas that group them
//     ("2,500", but not "2,5").
//
// Folding twice is folding once. The result is valid UTF-8; of a word of which
// nothing would be left it is the word itself, so it is never empty for a word
// that is not. It takes time linear in the word. The result is word where that
// needs no folding.
func Fold(word string) string {
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == ',' || c == '`' || c == '-' && lineBreak(word[i+1:]) > 0 {
			return string(AppendFold(make([]byte, 0, len(word)+8), word))
		}
	}
	return word
}

// AppendFold appends the form of [Fold] to dst.
func AppendFold(dst []byte, word string) []byte {
	start := len(dst)
	comma := false
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case c == ',':
				comma = true
			case c == '`':
				c = '\''
			case c == '-' && lineBreak(word[i+1:]) > 0:
				i += 1 + lineBreak(word[i+1:])
				continue
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		switch {
		case r < tabled && table[r] != "":
			dst = append(dst, table[r]...)
		case r == '’':
			dst = append(dst, '\'')
		default:
			return appendSlowly(dst[:start], withoutBreaks(word))
		}
		i += n
	}
	if comma {
		dst = ungroup(dst, start)
	}
	if len(dst) == start {
		return append(dst, valid(word)...)
	}
	return dst
}

// withoutBreaks is a word without the hyphens that break it at ends of lines.
func withoutBreaks(word string) string {
	return strings.ReplaceAll(strings.ReplaceAll(word, "-\r\n", ""), "-\n", "")
}

// tabled is the first rune that is not in table: Latin with its marks, Greek,
// Cyrillic, Hebrew and Arabic are below.
const tabled = 0x0700

// table has the form of each letter and sign by itself, "" for those of which
// nothing is left. It has no marks, for they change what stands before them.
var table = func() (t [tabled]string) {
	for r := rune(utf8.RuneSelf); r < tabled; r++ {
		if unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) {
			t[r] = settled(string(r))
		}
	}
	return t
}()

// appendSlowly folds a word of any runes.
func appendSlowly(dst []byte, word string) []byte {
	start := len(dst)
	dst = append(dst, settled(word)...)
	dst = ungroup(dst, start)
	if len(dst) == start {
		return append(dst, valid(word)...)
	}
	return dst
}

// settled folds s until that changes nothing more: what is left out can bring
// together what then makes one letter.
func settled(s string) string {
	for range 8 {
		t := once(s)
		if t == s {
			break
		}
		s = t
	}
	return s
}

func once(s string) string {
	s = norm.NFKC.String(strings.Map(plain, valid(s)))
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(unicode.ToLower(r))
		case unicode.Is(reading, r):
		case unicode.In(r, unicode.Latin, unicode.Greek, unicode.Arabic):
			for _, d := range norm.NFKD.String(string(r)) {
				if !unicode.Is(reading, d) {
					b.WriteString(letter(unicode.ToLower(d)))
				}
			}
		default:
			b.WriteString(letter(unicode.ToLower(r)))
		}
	}
	return b.String()
}

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// ungroup takes the commas that group digits out of dst[start:].
func ungroup(dst []byte, start int) []byte {
	out := dst[:start]
	for i := start; i < len(dst); i++ {
		if dst[i] == ',' && i > start && digit(dst[i-1]) && i+1 < len(dst) && digit(dst[i+1]) && !decimal(dst[i+1:]) {
			continue
		}
		out = append(out, dst[i])
	}
	return out
}

// decimal reports whether the digits that s begins with are what stands behind
// a decimal comma: one or two, and the last of their number.
func decimal(s []byte) bool {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	return n <= 2 && (n+1 >= len(s) || s[n] != ',' || !digit(s[n+1]))
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
