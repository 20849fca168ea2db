package ask

import "strings"

// shape is what a candidate looks like.
type shape int

const (
	yearShape shape = iota
	dateShape
	numberShape
	measureShape // a number and its unit, money, percent
	nameShape
	mixedShape // with a name in it
	wordShape  // one small word
	nounShape  // small words without function words
	phraseShape
	verbShape // begins with "to", or a form in -ing
	shapes
)

// shape classifies a candidate.
func (a *analysis) shape(from, to int32, s *sentence, text string) shape {
	var numbers, names, small, function, dates, units int
	for t := from; t < to; t++ {
		f := a.formAt(t)
		switch {
		case f.class == month || f.class == weekday || f.time:
			dates++
		case f.class == numeral && year(f.text):
			dates++
			numbers++
		case f.class == numeral || f.class == ordinal:
			numbers++
		case f.class == unit:
			units++
		case f.class.function():
			function++
		case a.tokens[t].upper && (t > s.tokens[0] || f.lower == 0):
			names++
		default:
			small++
		}
	}
	first := a.formAt(from)
	money := from > 0 && a.tokens[from].span[0] > 0 && strings.ContainsRune("$€£", rune(text[a.tokens[from].span[0]-1]))
	switch {
	case to-from == 1 && year(first.text):
		return yearShape
	case dates > 0 && names+small == 0:
		return dateShape
	case numbers > 0 && (units > 0 || money) && names+small == 0:
		return measureShape
	case numbers > 0 && to-from == 1:
		return numberShape
	case numbers > 0 && names == 0:
		return measureShape
	case names > 0 && small == 0 && numbers == 0:
		return nameShape
	case names > 0:
		return mixedShape
	case first.text == "to" || strings.HasSuffix(first.text, "ing"):
		return verbShape
	case to-from == 1:
		return wordShape
	case function == 0:
		return nounShape
	}
	return phraseShape
}
