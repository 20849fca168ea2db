package ask

import (
	"math"
	"unicode/utf8"
)

// grams gives every character 4-gram of an article a number. The grams of a
// word are those of the word between two border marks; a word of one or two
// letters is one gram.
type grams struct {
	slots []uint64 // open addressing: gram+1 in the high, number in the low half
	n     int32
}

func newGrams(capacity int) *grams {
	size := 64
	for size < 2*capacity {
		size *= 2
	}
	return &grams{slots: make([]uint64, size)}
}

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

// number gives the gram's number, or -1 when it has none; add makes one.
func (g *grams) number(gram uint32, add bool) int32 {
	mask := uint32(len(g.slots) - 1)
	key := uint64(gram) + 1
	for i := gram & mask; ; i = (i + 1) & mask {
		switch s := g.slots[i]; {
		case s == 0 && !add:
			return -1
		case s == 0:
			if int(g.n)*2 >= len(g.slots) {
				g.grow()
				return g.number(gram, add)
			}
			g.slots[i] = key<<32 | uint64(uint32(g.n))
			g.n++
			return g.n - 1
		case s>>32 == key&math.MaxUint32:
			return int32(uint32(s))
		}
	}
}

func (g *grams) grow() {
	old := g.slots
	g.slots = make([]uint64, 2*len(old))
	mask := uint32(len(g.slots) - 1)
	for _, s := range old {
		if s == 0 {
			continue
		}
		i := uint32(s>>32-1) & mask
		for g.slots[i] != 0 {
			i = (i + 1) & mask
		}
		g.slots[i] = s
	}
}
