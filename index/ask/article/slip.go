package article

import "unicode/utf8"

// slipLetters bounds the letters by which two words are compared: of longer ones
// only the beginning is.
const slipLetters = 60

// Repair finds the form of the article that an unknown form was meant to be:
// one slip away, or two for long words. Of several, the most frequent counts; -1
// when there is none.
func (v *vocabulary) Repair(text string) int32 {
	x := narrow(nil, text)
	least, two := 4, 8 // letters of a word with a slip, and with two
	if v.Language != "en" {
		// What word is unknown is not known: most are no slips but other words.
		least, two = 5, 10
	}
	if len(x) < least || text[0] >= '0' && text[0] <= '9' {
		return -1
	}
	var buf [slipLetters]byte
	best, count := int32(-1), int32(0)
	for limit := 1; limit <= 1+len(x)/two && limit <= 2 && best < 0; limit++ {
		for id := range v.Forms {
			f := &v.Forms[id]
			if f.Stop || len(f.Text) < 4 || f.Lower+f.upper == 0 && v.Terms[f.Term].End == v.Terms[f.Term].First {
				continue
			}
			if n := v.Terms[f.Term].End - v.Terms[f.Term].First; n > count && near(x, narrow(buf[:0], f.Text), limit) {
				best, count = int32(id), n
			}
		}
	}
	return best
}

// narrow appends to dst one byte for each letter of word, its last. Letters that
// are equal so are equal here: few of one script, once folded, but many of
// Chinese and Japanese.
func narrow(dst []byte, word string) []byte {
	for _, r := range word {
		dst = append(dst, byte(r))
	}
	return dst
}

// near reports whether x and y are at most limit slips apart, a slip being a
// letter too many, too few, wrong, or two letters swapped (the restricted
// Damerau-Levenshtein distance). A letter is a byte; see [narrow]. limit is 1
// or 2.
func near(x, y []byte, limit int) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > limit {
		return false
	}
	for len(x) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if len(y) <= limit {
		return true
	}
	if limit == 1 {
		return len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
	}
	switch {
	case len(x) == 0 || limit == 0:
		return false
	case near(x[1:], y[1:], 1), near(x, y[1:], 1), near(x[1:], y, 1):
		return true
	}
	return len(x) >= 2 && x[0] == y[1] && x[1] == y[0] && near(x[2:], y[2:], 1)
}

// Slip reports whether two stems of four letters or more, that begin alike, are
// one slip of the pen apart.
func Slip(x, y string) bool {
	if len(x) < 4 || y == "" || x[0] != y[0] || len(x) > len(y)+utf8.UTFMax || len(y) > len(x)+utf8.UTFMax {
		return false
	}
	if x[0] >= utf8.RuneSelf {
		// Letters of most scripts have their first byte in common.
		first, _ := utf8.DecodeRuneInString(x)
		if other, _ := utf8.DecodeRuneInString(y); other != first {
			return false
		}
	}
	var bx, by [slipLetters]byte
	nx, ny := narrow(bx[:0], x), narrow(by[:0], y)
	return len(nx) > 3 && near(nx, ny, 1)
}
