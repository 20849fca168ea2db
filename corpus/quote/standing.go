package quote

// class says what the article shows of who c names: a person, a body, a
// place, how often it is named. It is "-" for a mention without a name.
func (w *cast) class(c candidate) string {
	id := w.of[c.paragraph][c.mention]
	if id < 0 {
		return "-"
	}
	e := &w.entities[id]
	kind := "thing"
	switch {
	case e.body:
		kind = "body"
	case e.person > 1:
		kind = "person"
	case e.place*2 > e.named:
		kind = "place"
	case len(e.words) > 1:
		kind = "full"
	}
	return kind + log2(min(e.named, 7))
}

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
