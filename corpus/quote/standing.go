package quote

// who gives the entity that mention k of paragraph n stands for, -1 when none
// is known, and how sure that is.
func (c *cast) who(n, k int) (id int, sure float64) { return c.of[n][k], c.sure[n][k] }

// standing says what the article shows of whom mention k of paragraph n names,
// and how often it names it.
func (c *cast) standing(n, k int) (what string, named int) {
	id := c.of[n][k]
	if id < 0 {
		return "", 0
	}
	e := &c.entities[id]
	switch {
	case e.body:
		what = "body"
	case e.person > 1:
		what = "person"
	case e.place*2 > e.named:
		what = "place"
	case len(e.words) > 1:
		what = "full"
	default:
		what = "thing"
	}
	return what, e.named
}

// fits says how the sex that the article shows of who mention k of paragraph n
// names agrees with a pronoun: see agreement; "" when it names nobody.
func (c *cast) fits(n, k int, female bool) string {
	if id := c.of[n][k]; id >= 0 {
		return c.entities[id].agreement(female)
	}
	return ""
}
