package words

import (
	"iter"
	"unicode"
	"unicode/utf8"
)

// In gives the words of text in order, each as its bytes [start, end): letters,
// digits and marks, with what stands inside a word: apostrophes between letters
// ("O’Neill", "mayor's"), points and commas between digits ("2,500.5"), points
// between single capitals ("U.S", its last point not included), and invisible
// runes. Hyphens part words, but not one at the end of a line that goes on in
// small letters: it was put there to break the word. In scripts without spaces (Chinese, Japanese, Thai,
// Lao, Khmer, Burmese) each character is a word. It takes time linear in text.
func In(text string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for i := 0; i < len(text); {
			c := text[i]
			if c < utf8.RuneSelf {
				if !asciiWord[c] {
					i++
					continue
				}
				if end := plainEnd(text, i); end > 0 {
					if !yield(i, end) {
						return
					}
					i = end
					continue
				}
			}
			r, n := utf8.DecodeRuneInString(text[i:])
			end := i + n
			switch {
			case Unspaced(r):
				end = characterEnd(text, end)
			case inWord(r):
				end = wordEnd(text, i)
			default:
				i = end
				continue
			}
			if !yield(i, end) {
				return
			}
			i = end
		}
	}
}

// plainEnd gives the end of the word that begins at i, as nearly all do: of
// ASCII letters and digits, and followed by ASCII that cannot be part of it. It
// is 0 for any other, see [wordEnd].
func plainEnd(text string, i int) int {
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c >= utf8.RuneSelf, c == '\'', c == '`', c == '.', c == ',', c == '-' && lineBreak(text[i+1:]) > 0:
			return 0
		case !asciiWord[c]:
			return i
		}
	}
	return i
}

var asciiWord = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = inWord(rune(c))
	}
	return t
}()

// wordEnd gives the end of the word that begins at i.
func wordEnd(text string, i int) int {
	end := i      // behind the last rune of the word that can be seen
	letters := 0  // runes since the last mark inside: initials have one
	var last rune // the last rune that can be seen
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case inWord(r) && !Unspaced(r):
			letters++
			last, end = r, i+n
		case invisible(r):
		case r == '-' && broken(last, text[i+n:]):
			n += lineBreak(text[i+n:])
		case joins(r, last, text[i+n:], letters):
			letters = 0
		default:
			return end
		}
		i += n
	}
	return end
}

// broken reports whether a hyphen behind last breaks a word at the end of a line.
func broken(last rune, rest string) bool {
	n := lineBreak(rest)
	next, _ := utf8.DecodeRuneInString(rest[n:])
	return n > 0 && unicode.IsLower(last) && unicode.IsLower(next)
}

// lineBreak gives the length of the line break that text begins with, 0 if it
// does not.
func lineBreak(text string) int {
	switch {
	case len(text) > 0 && text[0] == '\n':
		return 1
	case len(text) > 1 && text[0] == '\r' && text[1] == '\n':
		return 2
	}
	return 0
}

// joins reports whether the mark r belongs to a word between last and what
// follows.
func joins(r, last rune, rest string, letters int) bool {
	next, n := utf8.DecodeRuneInString(rest)
	switch {
	case Apostrophe(r):
		return unicode.IsLetter(last) && unicode.IsLetter(next) && !Unspaced(next)
	case r != '.' && r != ',':
		return false
	case unicode.IsDigit(last) && unicode.IsDigit(next):
		return true
	}
	if r == ',' || letters != 1 || !unicode.IsUpper(last) || !unicode.IsUpper(next) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(rest[n:])
	return !unicode.IsLetter(after)
}

// characterEnd gives the end of a character of a script without spaces whose
// letter ends at i: behind the marks that are written on it.
func characterEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.Is(unicode.M, r) {
			break
		}
		i += n
	}
	return i
}

func inWord(r rune) bool {
	if 0x2000 <= r && r < 0x2070 { // the marks of print
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// Unspaced reports whether r is of a script that puts no spaces between words,
// so that each of its characters is a word here.
func Unspaced(r rune) bool {
	if r < 0x0E00 {
		return false
	}
	return r == 'ー' || unicode.In(r, unspaced...)
}

var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// Apostrophe reports whether r is typed or printed as an apostrophe.
func Apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '‛', 'ʼ', 'ʻ', '`', '´', '′', '＇', '׳':
		return true
	}
	return false
}

// invisible reports whether r leaves no mark on paper: soft hyphens, joiners,
// direction marks. It may stand in the middle of a word.
func invisible(r rune) bool {
	return r == '\u00AD' || r >= 0x0600 && unicode.Is(unicode.Cf, r)
}
