package lexicon

import (
	"math"
	"unicode/utf8"
)

const border = '\x01'

// each calls yield with a hash of each 4-gram of form.
func each(form string, yield func(gram uint32)) {
	w := [4]rune{0, 0, 0, border}
	n := 1
	for i := 0; i <= len(form); {
		r, size := rune(border), 1
		if i < len(form) {
			r, size = utf8.DecodeRuneInString(form[i:])
		}
		i += size
		w[0], w[1], w[2], w[3] = w[1], w[2], w[3], r
		n++
		if n >= 4 {
			yield(hash(w))
		}
	}
	if n < 4 {
		yield(hash(w))
	}
}

func hash(w [4]rune) uint32 {
	h := uint64(w[0])
	for _, r := range w[1:] {
		h = h*0x100000001b3 + uint64(r)
	}
	h *= 0x9E3779B97F4A7C15
	if h>>32 == math.MaxUint32 {
		return 0 // the stored key is gram+1 and must not wrap
	}
	return uint32(h >> 32)
}
