package question

// Grams are the different 4-grams of a question.
type Grams struct {
	List []askedGram
	at   map[uint32]int32
	mark [64]uint64 // a bit for each; others may share it
}

type askedGram struct {
	gram  uint32
	Count float64
}

// add counts a gram.
func (g *Grams) add(gram uint32) {
	n, ok := g.Number(gram)
	if !ok {
		if g.at == nil {
			g.at = map[uint32]int32{}
		}
		n = int32(len(g.List))
		g.List = append(g.List, askedGram{gram: gram})
		g.at[gram] = n
		g.mark[gram>>6&63] |= 1 << (gram & 63)
	}
	g.List[n].Count++
}

// Number gives the place of a gram in the list, false for one that is not asked
// for: as nearly all, which their marks tell at once.
func (g *Grams) Number(gram uint32) (int32, bool) {
	if g.mark[gram>>6&63]>>(gram&63)&1 == 0 {
		return 0, false
	}
	n, ok := g.at[gram]
	return n, ok
}
