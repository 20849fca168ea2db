package lexicon

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Scan finds the words of text and calls yield with the bytes of each, in
// order. Runs of Chinese and Japanese characters give overlapping pairs, as
// Bleve's cjk analyzer does.
func Scan(text string, yield func(start, end int)) {
	i := 0
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf {
			if !asciiWord[c] {
				i++
				continue
			}
			if end := plainEnd(text, i); end > 0 {
				yield(i, trimPossessive(text, i, end))
				i = end
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case cjk(r):
			i = scanPairs(text, i, yield)
		case wordRune(r):
			end := wordEnd(text, i)
			yield(i, trimPossessive(text, i, end))
			i = end
		default:
			i += n
		}
	}
}

// scanPairs yields the overlapping pairs of the run of characters at i (a
// single character by itself) and returns the run's end.
func scanPairs(text string, i int, yield func(start, end int)) int {
	prev, count := i, 0
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !cjk(r) {
			break
		}
		if count > 0 {
			yield(prev, i+n)
		}
		prev = i
		i += n
		count++
	}
	if count == 1 {
		yield(prev, i)
	}
	return i
}

// plainEnd gives the end of the word that begins at i, as nearly all do: of
// ASCII letters and digits, and followed by ASCII that cannot be part of it. It
// is 0 for any other, see [wordEnd].
func plainEnd(text string, i int) int {
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c >= utf8.RuneSelf, c == '\'', c == '.', c == ',':
			return 0
		case !asciiWord[c]:
			return i
		}
	}
	return i
}

// wordEnd gives the end of the word that begins at i: letters, digits and
// marks, with apostrophes between letters ("O'Neill"), points and commas
// between digits ("2,500.5"), and points between single letters ("U.S.").
func wordEnd(text string, i int) int {
	start := i
	letters := 0 // letters since the last point: initials have one
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if wordRune(r) && !cjk(r) {
			i += n
			letters++
			continue
		}
		if r != '\'' && r != '’' && r != '.' && r != ',' {
			break
		}
		next, m := utf8.DecodeRuneInString(text[i+n:])
		before, _ := utf8.DecodeLastRuneInString(text[start:i])
		switch {
		case (r == '\'' || r == '’') && unicode.IsLetter(next) && unicode.IsLetter(before):
		case (r == '.' || r == ',') && unicode.IsDigit(next) && unicode.IsDigit(before):
		case r == '.' && letters == 1 && unicode.IsUpper(before) && unicode.IsUpper(next) && !lettersFollow(text[i+n+m:]):
		default:
			return i
		}
		i += n
		letters = 0
	}
	return i
}

func lettersFollow(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// trimPossessive gives the end of the word text[start:end] without "'s".
func trimPossessive(text string, start, end int) int {
	if c := text[end-1]; c != 's' && c != 'S' {
		return end
	}
	w := text[start:end]
	for _, s := range [...]string{"'s", "’s", "'S", "’S"} {
		if n := len(w) - len(s); n > 2 && w[n:] == s {
			return start + n
		}
	}
	return end
}

var asciiWord = func() (t [utf8.RuneSelf]bool) {
	for c := range t {
		t[c] = wordRune(rune(c))
	}
	return t
}()

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

func cjk(r rune) bool {
	return r >= 0x2E80 && (unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hiragana, r) || unicode.Is(unicode.Katakana, r))
}

// Fold appends to dst the form of word under which it is looked up: lower
// case, without accents, without the commas of numbers and the points of
// initials, with plain apostrophes, in Greek without final sigmas, in Arabic
// with one letter for those that are written either way, with a dot on every i. Of a
// word that is nothing but accents it is the word itself: a form is never empty.
func Fold(dst []byte, word string) []byte {
	start, plain := len(dst), true
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf {
			plain = false
			break
		}
		switch {
		case 'A' <= c && c <= 'Z':
			dst = append(dst, c+'a'-'A')
		case c == ',':
		default:
			dst = append(dst, c)
		}
	}
	if plain {
		return dst
	}
	dst = dst[:start]
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Mn, r) || r == ',' || r == 'ـ':
		case r == '’':
			dst = append(dst, '\'')
		case r == 'ß':
			dst = append(dst, "ss"...)
		case unicode.Is(unicode.Latin, r) || unicode.Is(unicode.Greek, r) || unicode.Is(unicode.Arabic, r) || r >= 0xFF00:
			// Only here is a letter with a mark the same letter to a reader:
			// Cyrillic й is not и.
			for _, d := range norm.NFKD.String(string(r)) {
				if !unicode.Is(unicode.Mn, d) {
					dst = utf8.AppendRune(dst, oneLetter(unicode.ToLower(d)))
				}
			}
		case r == 'ё' || r == 'Ё':
			dst = append(dst, "е"...)
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	if len(dst) == start {
		dst = append(dst, word...)
	}
	return dst
}

// oneLetter gives the letter for which r is another spelling.
func oneLetter(r rune) rune {
	switch r {
	case 'ς':
		return 'σ'
	case 'ى':
		return 'ي'
	case 'ة':
		return 'ه'
	case 'ı':
		return 'i'
	}
	return r
}

func upperRune(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func Capital(s string) bool {
	if c := s[0]; c < 0x80 {
		return 'A' <= c && c <= 'Z'
	}
	return upperRune(s)
}
