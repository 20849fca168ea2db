package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/words"
)

// Closed classes of words whose change turns what a sentence says.
var (
	negators = set(`not no never none nobody nothing nor neither nowhere without hardly barely scarcely unlikely unable impossible unwilling
		pas jamais rien aucun aucune nul nulle guere nunca jamas nada nadie ningun ninguno ninguna tampoco ni
		nicht kein keine keinen keinem keiner keines nie weder niemals niemand nichts ohne не нет ни никогда никто ничего без`)
	// deniers turn what follows them into its opposite, though they are verbs.
	deniers = set(`deny denies denied denying refuse refuses refused refusing fail fails failed failing lack lacks lacked lacking
		far`)
	numerals = set(`hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens
		half quarter double triple twice once minus %
		hundert tausend million millionen milliarde milliarden billion billionen dutzend halb doppelt
		сто тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов триллион триллиона триллионов десяток вдвое втрое $ € £ ₽ ¥ km metre cm mm kg litre hectare mw gw mile miles feet ounces degrees`)
	days = set(english.Weekdays + " " + english.Months + " may yesterday today tomorrow tonight")
)

func set(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// negative reports whether a folded word denies: "not", "didnt", "never".
func negative(w string) bool { return negators[w] }

func numeric(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return r == '#' || unicode.IsDigit(r) || numerals[w]
}

// said is a word of one side of a change, with what its risk depends on.
type said struct {
	fold  string
	raw   string
	fresh bool // it begins a sentence, so a capital letter there says nothing
}

// name reports whether the word is written as a name: a capital letter where
// no sentence begins. known are words that the article writes so elsewhere;
// they are names at the beginning of a sentence too.
func (s said) name(known func(fold string) bool) bool {
	r, n := utf8.DecodeRuneInString(s.raw)
	next, _ := utf8.DecodeRuneInString(s.raw[n:])
	if !unicode.IsUpper(r) || english.Of(s.fold).Is(english.Closed) || n == len(s.raw) || negative(s.fold) || r == 'I' && words.Apostrophe(next) {
		return false
	}
	return !s.fresh || known(s.fold)
}

// risk tells why the change of from into to matters: the gravest of a
// negation gained or lost, another number, another name, another date.
// Words on both sides are no change.
func risk(from, to []said, known func(fold string) bool) Risk {
	count := func(ws []said, f func(said) bool) (n int) {
		for _, w := range ws {
			if f(w) {
				n++
			}
		}
		return n
	}
	only := func(f func(said) bool) bool {
		return differ(from, to, f)
	}
	month := func(s said) bool { return months[s.fold] != "" }
	if slices.ContainsFunc(from, month) || slices.ContainsFunc(to, month) { // "June 16th" has the number of "Mona 16th"
		from, to = cardinal(from), cardinal(to)
	}
	// Two on one side and none on the other: "никто не" and "кто-то".
	isNegative := func(s said) bool { return negative(s.fold) }
	switch {
	case count(from, isNegative)%2 != count(to, isNegative)%2, (count(from, isNegative) > 0) != (count(to, isNegative) > 0), opposites(from, to):
		return Negation
	case only(func(s said) bool { return numeric(s.fold) }), otherHalf(from, to), otherHalf(to, from):
		return Number
	case only(func(s said) bool { return !days[s.fold] && s.name(known) }):
		return Name
	case only(func(s said) bool {
		return days[s.fold] && strings.ContainsFunc(s.raw, unicode.IsUpper) || s.fold == "yesterday" || s.fold == "tomorrow" || s.fold == "today"
	}):
		return Date
	}
	return ""
}

// cardinal is ws with the numbers of its ordinals.
func cardinal(ws []said) []said {
	out := slices.Clone(ws)
	for i, w := range out {
		if d, ok := strings.CutSuffix(w.fold, "th"); ok && d[0] == '#' {
			out[i].fold = d
		}
	}
	return out
}

// otherHalf reports whether a time before noon stands for one behind it, or one
// measure of warmth for the other.
func otherHalf(x, y []said) bool {
	is := func(ws []said, half string) bool {
		return slices.ContainsFunc(ws, func(s said) bool { return s.fold == half })
	}
	for _, pair := range [...][2]string{{"am", "pm"}, {"celsius", "fahrenheit"}} {
		if is(x, pair[0]) && is(y, pair[1]) && !is(x, pair[1]) && !is(y, pair[0]) {
			return true
		}
	}
	return false
}

// opposites reports whether one side has a word that a prefix turns into its
// opposite, and the other side that word: unsafe and safe.
func opposites(from, to []said) bool {
	for _, x := range from {
		for _, y := range to {
			a, b := x.fold, y.fold
			if len(a) < len(b) {
				a, b = b, a
			}
			switch strings.TrimSuffix(a, b) {
			case "un", "in", "im", "il", "ir", "dis", "non":
				if len(b) >= 4 && len(a) > len(b) {
					return true
				}
			}
		}
	}
	return false
}

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// differ reports whether the words of a class are not the same on both sides.
func differ(from, to []said, class func(said) bool) bool {
	left := make(map[string]int)
	for _, w := range from {
		if class(w) {
			left[w.fold]++
		}
	}
	for _, w := range to {
		if class(w) {
			left[w.fold]--
		}
	}
	for _, n := range left {
		if n != 0 {
			return true
		}
	}
	return false
}
