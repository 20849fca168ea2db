package words

import (
	"iter"
	"unicode/utf8"
)

// Terms gives the words of text as a search looks for them, each as its bytes
// [start, end): those of [In] without a possessive "'s", and running characters
// of scripts without spaces as overlapping pairs, which is what such scripts are
// searched by; a single one by itself.
func Terms(text string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		run, prev := -1, -1 // where the last character began, and ended
		pairs := 0          // of its run
		flush := func() bool { return run < 0 || pairs > 0 || yield(run, prev) }
		for start, end := range In(text) {
			r := rune(text[start])
			if r >= utf8.RuneSelf {
				r, _ = utf8.DecodeRuneInString(text[start:])
			}
			if !Unspaced(r) {
				if !flush() || !yield(start, start+len(Bare(text[start:end]))) {
					return
				}
				run, pairs = -1, 0
				continue
			}
			if run >= 0 && prev == start {
				if !yield(run, end) {
					return
				}
				pairs++
			} else {
				if !flush() {
					return
				}
				pairs = 0
			}
			run, prev = start, end
		}
		flush()
	}
}

// Bare is a word without a possessive "'s", if something of two letters or more
// is left.
func Bare(word string) string {
	n := len(word)
	if n < 4 || word[n-1]|0x20 != 's' {
		return word
	}
	for _, s := range [...]string{"'s", "’s", "'S", "’S"} {
		if k := n - len(s); k >= 2 && word[k:] == s {
			return word[:k]
		}
	}
	return word
}
