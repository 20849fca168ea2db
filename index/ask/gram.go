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

// clear forgets all grams.
func (g *grams) clear() {
	if len(g.slots) == 0 {
		g.slots = make([]uint64, 1<<12)
	}
	clear(g.slots)
	g.n = 0
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

// number gives the gram's number, which is made when it is new.
func (g *grams) number(gram uint32) int32 {
	mask := uint32(len(g.slots) - 1)
	key := uint64(gram) + 1
	for i := gram & mask; ; i = (i + 1) & mask {
		switch s := g.slots[i]; {
		case s>>32 == key:
			return int32(uint32(s))
		case s == 0:
			if int(g.n)*2 >= len(g.slots) {
				g.grow()
				return g.number(gram)
			}
			g.slots[i] = key<<32 | uint64(uint32(g.n))
			g.n++
			return g.n - 1
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

// askedGrams are the different 4-grams of a question.
type askedGrams struct {
	list []askedGram
	at   map[uint32]int32
	mark [64]uint64 // a bit for each; others may share it
}

type askedGram struct {
	gram  uint32
	count float64
}

// add counts a gram.
func (g *askedGrams) add(gram uint32) {
	n, ok := g.number(gram)
	if !ok {
		if g.at == nil {
			g.at = map[uint32]int32{}
		}
		n = int32(len(g.list))
		g.list = append(g.list, askedGram{gram: gram})
		g.at[gram] = n
		g.mark[gram>>6&63] |= 1 << (gram & 63)
	}
	g.list[n].count++
}

// number gives the place of a gram in the list, false for one that is not asked
// for: as nearly all, which their marks tell at once.
func (g *askedGrams) number(gram uint32) (int32, bool) {
	if g.mark[gram>>6&63]>>(gram&63)&1 == 0 {
		return 0, false
	}
	n, ok := g.at[gram]
	return n, ok
}
