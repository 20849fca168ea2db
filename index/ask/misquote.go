package ask

import "slices"

// quotedWords is how many words between quotation marks are somebody's words
// and not a title or a term.
const quotedWords = 4

// betweenMarks gives the bytes text[i:j] that stand between English quotation
// marks. A mark that is never closed opens nothing.
func betweenMarks(text string) [][2]int {
	var out [][2]int
	open := -1
	for i, r := range text {
		switch {
		case r == '"' && open < 0, r == '“':
			open = i
		case open >= 0 && (r == '"' || r == '”'):
			out = append(out, [2]int{open, i})
			open = -1
		}
	}
	return out
}

// quotations gives the runs words[i:j] of quotedWords or more that stand in
// the bytes between marks.
func (q *query) quotations(between [][2]int) [][2]int {
	var out [][2]int
	for _, b := range between {
		first, _ := slices.BinarySearchFunc(q.words, b[0], func(w word, at int) int { return w.at - at })
		last, _ := slices.BinarySearchFunc(q.words, b[1], func(w word, at int) int { return w.at - at })
		if last-first >= quotedWords {
			out = append(out, [2]int{first, last})
		}
	}
	return out
}

// misquoted is the share of neighbouring words in the question's quotations
// that are not neighbours in p, 0 when it quotes nothing: who asks who said
// "We will never pay" is not answered by a passage in which nobody says so.
func (m *match) misquoted(p passage) float64 {
	pairs := map[[2]string]bool{} // whether p has them
	for _, s := range m.q.quoted {
		for i := s[0] + 1; i < s[1]; i++ {
			pairs[[2]string{m.q.words[i-1].form, m.q.words[i].form}] = false
		}
	}
	if len(pairs) == 0 {
		return 0
	}
	for t := p.tokens[0] + 1; t < p.tokens[1]; t++ {
		pair := [2]string{m.a.formText(t - 1), m.a.formText(t)}
		if _, asked := pairs[pair]; asked {
			pairs[pair] = true
		}
	}
	gone := 0
	for _, here := range pairs {
		if !here {
			gone++
		}
	}
	return float64(gone) / float64(len(pairs))
}
