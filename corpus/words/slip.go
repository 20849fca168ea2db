package words

import "unicode/utf8"

// longest is the length of a word, in letters, up to which slips are looked for.
// Longer ones are equal or far apart.
const longest = 48

// Slips is the least number of slips of the pen by which b becomes a: a letter
// too many, too few or wrong, or two neighbours swapped (the optimal string
// alignment distance). It is limit+1 when there are more than limit. It
// allocates nothing and takes time in the product of the lengths, which are
// bounded.
func Slips(a, b string, limit int) int {
	if a == b {
		return 0
	}
	x, y := trim(a, b)
	if short(x, y) > limit {
		return limit + 1
	}
	var r rows
	n := r.fill(x, y)
	if n < 0 {
		return limit + 1
	}
	return min(int(r.last[n]), limit+1)
}

// Begins is the least number of slips between typed and a beginning of word,
// for word may go on; limit+1 when there are more.
func Begins(typed, word string, limit int) int {
	if len(word) >= len(typed) && word[:len(typed)] == typed {
		return 0
	}
	var r rows
	n := r.fill(typed, word)
	if n < 0 {
		return limit + 1
	}
	best := limit + 1
	for _, c := range r.last[min(1, n) : n+1] {
		best = min(best, int(c))
	}
	return best
}

// trim takes off the letters that a and b begin and end with alike: no slip is
// in them.
func trim(a, b string) (string, string) {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	for i > 0 && (i < len(a) && !utf8.RuneStart(a[i]) || i < len(b) && !utf8.RuneStart(b[i])) {
		i--
	}
	a, b = a[i:], b[i:]
	i, j := len(a), len(b)
	for i > 0 && j > 0 && a[i-1] == b[j-1] {
		i, j = i-1, j-1
	}
	for i < len(a) && !utf8.RuneStart(a[i]) {
		i, j = i+1, j+1
	}
	return a[:i], b[:j]
}

// short is a number of slips below which x and y cannot be: each letter more is
// one. It is counted in bytes of ASCII only.
func short(x, y string) int {
	n, m := utf8.RuneCountInString(x), utf8.RuneCountInString(y)
	return max(n-m, m-n)
}

// rows are the last three rows of the table of distances.
type rows struct {
	before, prev, last [longest + 1]uint8
}

// fill computes the distances of x to every beginning of y and gives the
// letters of y, or -1 when a word is too long.
func (r *rows) fill(x, y string) int {
	var a, b [longest]rune
	n, ok := letters(&a, x)
	m, fits := letters(&b, y)
	if !ok || !fits {
		return -1
	}
	for j := range m + 1 {
		r.last[j] = uint8(j)
	}
	for i := 1; i <= n; i++ {
		r.before, r.prev = r.prev, r.last
		r.last[0] = uint8(i)
		for j := 1; j <= m; j++ {
			cost := r.prev[j-1]
			if a[i-1] != b[j-1] {
				cost++
			}
			cost = min(cost, r.prev[j]+1, r.last[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cost = min(cost, r.before[j-2]+1)
			}
			r.last[j] = cost
		}
	}
	return m
}

// letters writes the letters of s to a, or reports false when it has more.
func letters(a *[longest]rune, s string) (n int, ok bool) {
	for _, r := range s {
		if n == longest {
			return 0, false
		}
		a[n] = r
		n++
	}
	return n, true
}
