package question

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

// between gives the runs words[i:j] that stand in the bytes between marks.
func (q *Query) between(between [][2]int) [][2]int {
	var out [][2]int
	for _, b := range between {
		first, _ := slices.BinarySearchFunc(q.Words, b[0], func(w word, at int) int { return w.at - at })
		last, _ := slices.BinarySearchFunc(q.Words, b[1], func(w word, at int) int { return w.at - at })
		if last > first {
			out = append(out, [2]int{first, last})
		}
	}
	return out
}
