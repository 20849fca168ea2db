package lexicon

import "unicode/utf8"

// alikeLetters bounds the letters by which two words are compared: of longer
// ones only the beginning is.
const alikeLetters = 60

// runLetters is how many letters a run in a [runSet] has.
const runLetters = 3

// runSet is a set of the runs of runLetters letters of a word, by a hash:
// others may share a mark.
type runSet [4]uint64

// runsOf marks the runs of a word.
func runsOf(word string) *runSet {
	var buf [alikeLetters]rune
	w := letters(buf[:0], word)
	m := &runSet{}
	for i := runLetters; i <= len(w); i++ {
		h := uint32(w[i-3])*961 + uint32(w[i-2])*31 + uint32(w[i-1])
		r := h * 0x9E3779B1 >> 24
		m[r>>6] |= 1 << (r & 63)
	}
	return m
}

// meet reports whether both have a mark.
func (m *runSet) meet(o *runSet) bool {
	return m[0]&o[0]|m[1]&o[1]|m[2]&o[2]|m[3]&o[3] != 0
}

// letters appends the first letters of word to dst.
func letters(dst []rune, word string) []rune {
	for _, r := range word {
		if len(dst) == alikeLetters {
			break
		}
		dst = append(dst, r)
	}
	return dst
}

// Alike tells how alike two stems of a language other than English are: from 0
// to 1, twice the longest run of letters that both have by the letters of both,
// squared.
func (r *Root) Alike(o *Root) float32 {
	// Most words have no run in common: their marks tell at once.
	if !r.runs.meet(o.runs) {
		return 0
	}
	var x, y [alikeLetters]rune
	a, b := letters(x[:0], r.Text), letters(y[:0], o.Text)
	n := commonRun(a, b)
	if n < runLetters {
		return 0
	}
	l := 2 * float32(n) / float32(len(a)+len(b))
	return l * l
}

// Derived reports whether two stems look like derivations of one word, see
// shareBeginning.
func (r *Root) Derived(o *Root) bool { return r.head == o.head && shareBeginning(r.Text, o.Text) }

// shareBeginning reports whether two stems look like derivations of one word:
// at least five letters in common from the start, and those nearly all of the
// shorter stem.
func shareBeginning(x, y string) bool {
	n := min(len(x), len(y))
	if n < 4 || x[0] != y[0] || x[3] != y[3] {
		return false
	}
	i := 0
	for i < n && x[i] == y[i] {
		i++
	}
	nx, ny := len(x), len(y)
	if x[0] >= utf8.RuneSelf {
		// A letter of most scripts is two bytes or more: count letters.
		for i < n && i > 0 && !utf8.RuneStart(x[i]) {
			i--
		}
		i, nx, ny = utf8.RuneCountInString(x[:i]), utf8.RuneCountInString(x), utf8.RuneCountInString(y)
		n = min(nx, ny)
	}
	return i >= 5 && i >= n-2 || i == n && n >= 4 && max(nx, ny) <= n+4
}

// commonRun is the length of the longest run of letters that both x and y, of
// alikeLetters at most, have.
func commonRun(x, y []rune) int {
	var row [alikeLetters]uint8
	best := uint8(0)
	for _, a := range x {
		before := uint8(0)
		for j, b := range y {
			old := row[j]
			row[j] = 0
			if a == b {
				row[j] = before + 1
				best = max(best, row[j])
			}
			before = old
		}
	}
	return int(best)
}
