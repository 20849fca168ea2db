package article

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
