package check

import (
	"maps"
	"math"
	"strconv"
	"strings"
	"unicode"

	wording "github.com/verbatim-bot/verbatim/corpus/words"
)

// figures joins the words of a number to one, whose form is # and its figures:
// "2,500", "2 500", "2.5 thousand" and "twenty-five hundred" are #2500; and
// writes contractions out. "per cent" is the sign, a currency stands behind its
// number.
func figures(text string, ws []word) []word {
	out := make([]word, 0, len(ws)+4)
	n := numbers{text: text, ws: ws}
	for i := 0; i < len(ws); {
		w := ws[i]
		if measures(w.fold) {
			if forms, k := n.number(i); k > 0 {
				out = append(out, forms...)
				i += k
				continue
			}
		}
		switch {
		case n.each(i):
			w.fold = "per"
		case n.decade(i + 1):
			w.fold, w.span.End = w.fold+"s", ws[i+1].span.End
			i++
		case w.fold == "percent" || w.fold == "pct":
			w.fold = "%"
		case w.fold == "per" && i+1 < len(ws) && ws[i+1].fold == "cent" && n.adjacent(i+1):
			w.fold, w.span.End = "%", ws[i+1].span.End
			i++
		case currency(w.fold) != "":
			w.fold = currency(w.fold)
		default:
			follows := ""
			if i+1 < len(ws) {
				follows = ws[i+1].fold
			}
			two := written(w.fold, follows)
			w.fold = two[0]
			if two[1] != "" {
				out = append(out, w)
				w.fold, w.gap = two[1], false
			}
		}
		out = append(out, w)
		i++
	}
	return out
}

// number reads the number that begins with word i, with its currency or unit.
// k is how many words it has, 0 when none begins there.
func (n numbers) number(i int) (out []word, k int) {
	w := n.ws[i]
	if dollars[w.fold] && n.fold(i+1) == "$" && n.between(i+1) == "" { // "US$3 million" is "3 million US dollars"
		if f, k := n.count(i + 2); k > 0 {
			return n.as(i, k+2, f, w.fold, "$"), k + 2
		}
	}
	if money := currency(w.fold); money != "" && len(w.fold) < 4 { // "$3 million"
		if f, k := n.count(i + 1); k > 0 {
			return n.as(i, k+1, f, money), k + 1
		}
		return nil, 0
	}
	if out, k := n.special(i); k > 0 {
		return out, k
	}
	if (w.fold == "two" || w.fold == "2") && n.fold(i+1) == "times" && n.adjacent(i+1) {
		return n.as(i, 2, "twice"), 2
	}
	f, k := n.read(i)
	if k == 0 || n.decade(i+1) {
		return nil, 0
	}
	if behind, more := n.half(i + k); more > 0 && !strings.HasSuffix(f, "th") { // "1½ million"
		if v, err := strconv.ParseFloat(f[1:], 64); err == nil {
			f, k = n.scaled(v+behind, i, k+more)
		}
	}
	return n.as(i, k, f), k
}

// count reads the number that follows a sign before word i.
func (n numbers) count(i int) (fold string, k int) {
	if i >= len(n.ws) || !n.adjacent(i) {
		return "", 0
	}
	return n.read(i)
}

// special reads what begins with word i and is in figures or in words in ways
// of its own: a date, a time, a fraction, a number with its unit.
func (n numbers) special(i int) (out []word, k int) {
	f := n.ws[i].fold
	switch {
	case f[0] >= '0' && f[0] <= '9':
		if out, k := n.glued(i); k > 0 {
			return out, k
		}
	case fractionSigns[f][1] > 0:
		return n.fraction(i)
	case units[f] != "" || abbreviated[f] != "":
		if forms, k := n.unit(i); k > 0 {
			return n.as(i, k, forms...), k
		}
		return nil, 0
	case (f == "c" || f == "f") && n.fold(i-1) == "degrees":
		return n.as(i, 1, map[string]string{"c": "celsius", "f": "fahrenheit"}[f]), 1
	}
	for _, read := range [...]func(int) ([]word, int){n.date, n.time, n.fraction} {
		if out, k := read(i); k > 0 {
			return out, k
		}
	}
	switch {
	case f == "no" && n.numbered(i):
		return n.as(i, 1, "number"), 1
	case roman[f] != "" && unicode.IsUpper(first(n.text[n.ws[i].span.Start+1:])):
		return n.as(i, 1, roman[f]), 1
	}
	return nil, 0
}

// numbered reports whether the "no" at i is short for number: "No. 1", "No 1".
func (n numbers) numbered(i int) bool {
	next := n.fold(i + 1)
	if next == "" || next[0] < '0' || next[0] > '9' {
		return false
	}
	return n.between(i+1) == " " && first(n.text[n.ws[i].span.Start:]) == 'N' || strings.HasPrefix(n.between(i+1), ".")
}

// measures reports whether a word may begin a number, or be what is counted.
func measures(f string) bool { return f[0] >= '0' && f[0] <= '9' || leading[f] }

var leading = func() map[string]bool {
	m := set("the no half quarter noon midday midnight c f $ € £ ₽ ¥ usd eur gbp yen")
	maps.Copy(m, numeral)
	maps.Copy(m, dollars)
	for w := range abroad {
		m[w] = true
	}
	for _, words := range [...]map[string]string{months, roman, units, abbreviated} {
		for w := range words {
			m[w] = true
		}
	}
	for w := range fractionSigns {
		m[w] = true
	}
	return m
}()

// fold is the word at i as it is compared, "" where there is none.
func (n numbers) fold(i int) string {
	if i < 0 || i >= len(n.ws) {
		return ""
	}
	return n.ws[i].fold
}

// decade reports whether word i is the end of "the 1980's".
func (n numbers) decade(i int) bool {
	return n.fold(i) == "s" && i > 0 && n.fold(i - 1)[0] >= '0' && n.fold(i - 1)[0] <= '9' && wording.Apostrophe(first(n.between(i)))
}

// dollars are the letters before the sign that say whose dollars they are.
var dollars = set("us a au c ca nz hk s")

func currency(w string) string {
	switch w {
	case "$", "dollar", "dollars", "usd":
		return "$"
	case "€", "euro", "euros", "eur":
		return "€"
	case "£", "pound", "pounds", "gbp":
		return "£"
	case "₽", "rouble", "roubles", "ruble", "rubles":
		return "₽"
	case "¥", "yen", "yuan":
		return "¥"
	}
	return ""
}

// numbers reads numbers from a list of words.
type numbers struct {
	text string
	ws   []word
}

// read reads the number that begins with word i. k is how many words it has, 0
// when none begins there.
func (n numbers) read(i int) (fold string, k int) {
	f := n.ws[i].fold
	if f[0] < '0' || f[0] > '9' {
		if numeral[f] {
			return n.spelled(i)
		}
		if v, ok := abroad[f]; ok {
			return n.joined(v, i)
		}
		return "", 0
	}
	if v, k, ok := n.digits(i); ok {
		return n.scaled(v, i, k)
	}
	if f, ok := digitOrdinal(f); ok {
		return f, 1
	}
	return "", 0
}

// joined goes on from a number word of another language than English, which is
// word i: "quatre-vingt-dix", "vingt et un", "treinta y dos".
func (n numbers) joined(v float64, i int) (string, int) {
	k := 1
	at := func(j int) (string, bool) {
		if i+j >= len(n.ws) || !n.adjacent(i+j) {
			return "", false
		}
		return n.ws[i+j].fold, true
	}
	if w, ok := at(1); ok && v == 4 && abroad[w] == 20 {
		v, k = 80, 2
	}
	if v < 20 || v > 90 || math.Mod(v, 10) != 0 {
		return figure(v), k
	}
	j := k
	if w, ok := at(j); ok && (w == "et" || w == "y") {
		j++
	}
	w, ok := at(j)
	u := abroad[w]
	if j > k && (w == "un" || w == "une" || w == "uno" || w == "una") {
		u = 1
	}
	if ok && u > 0 && (u < 10 || u < 20 && (v == 60 || v == 80)) {
		v, k = v+u, j+1
	}
	return figure(v), k
}

// adjacent reports whether only a space or a hyphen stands between words i-1
// and i.
func (n numbers) adjacent(i int) bool {
	switch between := n.between(i); between {
	case "", " ", "-", "‐", "‑", "\u00a0", "\u202f", "\u2009", " - ":
		return n.ws[i].edit == n.ws[i-1].edit
	}
	return false
}

func (n numbers) between(i int) string { return n.text[n.ws[i-1].span.End:n.ws[i].span.Start] }

// digits reads a number in figures, its groups parted by commas, spaces or
// apostrophes.
func (n numbers) digits(i int) (v float64, k int, ok bool) {
	f := n.ws[i].fold
	scale := 1.0
	if j := len(strings.TrimRightFunc(f, unicode.IsLetter)); j < len(f) {
		switch f[j:] {
		case "k":
			scale = 1e3
		case "m", "mn", "mln":
			scale = 1e6
		case "bn", "b", "mrd":
			scale = 1e9
		case "tn", "trn":
			scale = 1e12
		default:
			return 0, 0, false
		}
		f = f[:j]
	}
	k = 1
	if scale == 1 && len(f) <= 3 {
		for i+k < len(n.ws) && n.grouped(i+k) {
			f += n.ws[i+k].fold
			k++
		}
	}
	if j := strings.IndexByte(f, ','); j > 0 && len(f)-j <= 3 && len(f)-j > 1 {
		f = f[:j] + "." + f[j+1:] // "3,5", which is no thousands
	}
	v, err := strconv.ParseFloat(f, 64)
	return v * scale, k, err == nil
}

// grouped reports whether word i is the next three figures of a number.
func (n numbers) grouped(i int) bool {
	f := n.ws[i].fold
	if len(f) != 3 || strings.Trim(f, "0123456789") != "" || n.ws[i].gap || n.ws[i].edit != n.ws[i-1].edit {
		return false
	}
	switch n.between(i) {
	case " ", "\u00a0", "\u202f", "\u2009", "'", "’":
		return true
	}
	return false
}

// scaled goes on from a number in figures, of k words from i: "2.5 million".
func (n numbers) scaled(v float64, i, k int) (string, int) {
	for i+k < len(n.ws) && n.adjacent(i+k) {
		s, ok := scales[n.ws[i+k].fold]
		if !ok {
			break
		}
		v *= s
		k++
	}
	return figure(v), k
}

func figure(v float64) string { return "#" + strconv.FormatFloat(v, 'f', -1, 64) }

// digitOrdinal reads "21st".
func digitOrdinal(f string) (string, bool) {
	for _, end := range [...]string{"st", "nd", "rd", "th"} {
		if d, ok := strings.CutSuffix(f, end); ok && d != "" && strings.Trim(d, "0123456789") == "" {
			return "#" + d + "th", true
		}
	}
	return "", false
}

// spelled reads a number in words of English.
func (n numbers) spelled(i int) (string, int) {
	total, cur := 0.0, 0.0
	k, used := i, 0 // used: words of the number so far
	if f := n.ws[i].fold; (f == "a" || f == "an") && i+1 < len(n.ws) && n.adjacent(i+1) && scales[n.ws[i+1].fold] > 0 {
		cur, k, used = 1, i+1, 1
	}
	for ; k < len(n.ws) && (k == i || n.adjacent(k)); k++ {
		f := n.ws[k].fold
		small, isSmall := smalls[f]
		scale, isScale := scales[f]
		ord, isOrd := ordinals[f]
		switch {
		case isSmall && fits(cur, small):
			cur += small
		case isSmall && used == 1 && cur >= 17 && cur <= 20 && small >= 10 && total == 0: // nineteen eighty-four
			cur = cur*100 + small
		case isOrd && fits(cur, ord) && (used > 0 || ord > 0):
			return strings.Replace(figure(total+cur+ord), ".", "", 1) + "th", k - i + 1
		case isScale && cur > 0 && scale <= 100:
			cur *= scale
		case isScale && cur > 0:
			total, cur = total+cur*scale, 0
		case f == "and" && used > 0 && n.goesOn(k, cur):
		default:
			if used == 0 {
				return "", 0
			}
			return figure(total + cur), k - i
		}
		used++
	}
	if used == 0 {
		return "", 0
	}
	return figure(total + cur), k - i
}

// goesOn reports whether the "and" that is word k stands inside a number: "two
// hundred and five".
func (n numbers) goesOn(k int, cur float64) bool {
	before := n.ws[k-1].fold
	if before != "hundred" && before != "thousand" && before != "million" || k+1 >= len(n.ws) || !n.adjacent(k+1) {
		return false
	}
	v, ok := smalls[n.ws[k+1].fold]
	return ok && fits(cur, v)
}

// fits reports whether small may stand behind cur in a number: five behind
// twenty, twenty behind a hundred.
func fits(cur, small float64) bool {
	rest := cur - 100*float64(int(cur/100))
	return rest == 0 && (cur == 0 || cur >= 100) || small > 0 && small < 10 && rest >= 20 && int(rest)%10 == 0
}

var (
	smalls   = numbered("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 0, 1)
	scales   = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "mn": 1e6, "mln": 1e6, "bn": 1e9, "tn": 1e12}
	ordinals = numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", 1, 1)
)

// numeral has the words that a number in words begins with.
var numeral = func() map[string]bool {
	m := map[string]bool{"a": true, "an": true}
	for _, words := range [...]map[string]float64{smalls, scales, ordinals} {
		for w := range words {
			m[w] = true
		}
	}
	return m
}()

// numbered numbers the words of a list, and the tens.
func numbered(list string, from, step float64) map[string]float64 {
	m := map[string]float64{}
	for w := range strings.FieldsSeq(list) {
		m[w] = from
		from += step
	}
	tens := "twenty thirty forty fifty sixty seventy eighty ninety"
	if m["first"] > 0 {
		tens = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
	}
	v := 20.0
	for w := range strings.FieldsSeq(tens) {
		m[w] = v
		v += 10
	}
	return m
}
