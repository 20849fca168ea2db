package quote

import "math/bits"

// class says what the article shows of who c names: a person, a body, a
// place, how often it is named. It is "-" for a mention without a name.
func (w *cast) class(c candidate) part {
	id := w.of[c.paragraph][c.mention]
	if id < 0 {
		return dashed
	}
	e := &w.entities[id]
	kind := 0
	switch {
	case e.body:
		kind = 1
	case e.person > 1:
		kind = 2
	case e.place*2 > e.named:
		kind = 3
	case len(e.words) > 1:
		kind = 4
	}
	return classes[kind][bits.Len(uint(min(e.named, 7)))]
}

// classes are what class gives: a kind and how often it is named, as the
// binary logarithm.
var classes = func() (all [5][4]part) {
	for i, kind := range [...]string{"thing", "body", "person", "place", "full"} {
		for n := range all[i] {
			all[i][n] = partOf(kind + digits[n].text)
		}
	}
	return all
}()

// alike reports whether two mentions name the same entity.
func (w *cast) alike(a, b candidate) bool {
	id := w.of[a.paragraph][a.mention]
	return id >= 0 && id == w.of[b.paragraph][b.mention]
}

// fits says how the sex that the article shows of who c names agrees with a
// pronoun.
func (w *cast) fits(c candidate, female bool) string {
	if id := w.of[c.paragraph][c.mention]; id >= 0 {
		return w.entities[id].agreement(female)
	}
	return ""
}
