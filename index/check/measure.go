package check

import (
	"strconv"
	"strings"
)

// fraction reads a part of a whole that begins with word i: "2/3", "two thirds",
// "⅔", "half a million". What has one form in words keeps it: 1/2 is "half", and
// 1/3 "a third", since "a third" may be something else too. k is how many words
// it has, 0 when none begins there.
func (n numbers) fraction(i int) (out []word, k int) {
	f := n.fold(i)
	if f == "a" && n.fold(i+1) == "quarter" && n.whole(i+1) > 0 {
		out, k := n.fraction(i + 1)
		return n.as(i, k+1, out[0].fold), k + 1
	}
	if (f == "half" || f == "quarter") && n.whole(i) > 0 {
		k := n.whole(i)
		v := scales[n.fold(i+k-1)] / 2
		if f == "quarter" {
			v /= 2
		}
		return n.as(i, k, figure(v)), k
	}
	up, down, k := n.part(i)
	if k == 0 {
		return nil, 0
	}
	switch {
	case up == 1 && down == 2:
		return n.as(i, k, "half"), k
	case up == 1 && down == 4:
		return n.as(i, k, "a", "quarter"), k
	case up == 1:
		return n.as(i, k, "a", "#"+strconv.Itoa(down)+"th"), k
	}
	return n.as(i, k, "#"+strconv.Itoa(up)+"/"+strconv.Itoa(down)), k
}

// whole reports how many words "half a million" and "quarter of a million" have
// that begin with word i.
func (n numbers) whole(i int) int {
	k := 1
	if n.fold(i+k) == "of" {
		k++
	}
	if n.fold(i+k) == "a" {
		k++
	}
	if scales[n.fold(i+k)] < 12 || !n.adjacent(i+k) {
		return 0
	}
	return k + 1
}

// part reads a fraction as up parts of down.
func (n numbers) part(i int) (up, down, k int) {
	f := n.fold(i)
	if p, ok := fractionSigns[f]; ok {
		return p[0], p[1], 1
	}
	if i+1 >= len(n.ws) || n.ws[i+1].edit != n.ws[i].edit {
		return 0, 0, 0
	}
	next := n.fold(i + 1)
	if slash := n.between(i + 1); slash == "/" || slash == "⁄" {
		up, ok := upTo(f, 9)
		down, also := upTo(next, 10)
		if ok && also && up > 0 && up < down && (i == 0 || n.between(i) != "/") && (i+2 == len(n.ws) || n.between(i+2) != "/") {
			return up, down, 2
		}
		return 0, 0, 0
	}
	v, ok := smalls[f]
	if f == "a" && next == "half" {
		v, ok = 1, true
	}
	if d, digits := upTo(f, 9); digits {
		v, ok = float64(d), true
	}
	if !ok || v < 1 || v > 9 || !n.adjacent(i+1) {
		return 0, 0, 0
	}
	single, many := strings.CutSuffix(next, "s")
	switch d := ordinals[single]; {
	case next == "half" && v == 1:
		return 1, 2, 2
	case single == "quarter" && many == (v > 1) && v < 4:
		return int(v), 4, 2
	case d >= 3 && d <= 10 && many == (v > 1) && v < d:
		return int(v), int(d), 2
	}
	return 0, 0, 0
}

// half gives what a fraction behind a number adds to it, and its words: "1½",
// "one and a half", "two and three quarters".
func (n numbers) half(i int) (v float64, k int) {
	if i >= len(n.ws) {
		return 0, 0
	}
	if p, ok := fractionSigns[n.fold(i)]; ok && n.adjacent(i) {
		return float64(p[0]) / float64(p[1]), 1
	}
	if n.fold(i) != "and" || !n.adjacent(i) {
		return 0, 0
	}
	if n.fold(i+1) == "a" && n.fold(i+2) == "quarter" {
		return .25, 3
	}
	if up, down, k := n.part(i + 1); k > 0 && (down == 2 || down == 4) {
		return float64(up) / float64(down), k + 1
	}
	return 0, 0
}

// fractionSigns are the fractions that are one character.
var fractionSigns = map[string][2]int{"½": {1, 2}, "⅓": {1, 3}, "⅔": {2, 3}, "¼": {1, 4}, "¾": {3, 4}, "⅕": {1, 5}, "⅛": {1, 8}}

// unit gives the forms of the word at i where it is a unit of measure, or short
// for one behind a number: "kilometers", "hrs", "mph".
func (n numbers) unit(i int) (forms []string, k int) {
	f := n.fold(i)
	if form, ok := units[f]; ok {
		if form == "km" && n.fold(i+1) == "h" && n.between(i+1) == "/" {
			return []string{form, "per", "hour"}, 2
		}
		return []string{form}, 1
	}
	if i == 0 || !n.adjacent(i) || !numeric(n.fold(i-1)) && !numeral[n.fold(i-1)] {
		return nil, 0
	}
	if form, ok := abbreviated[f]; ok {
		return strings.Fields(form), 1
	}
	return nil, 0
}

// each reports whether word i is the "an" of "miles an hour".
func (n numbers) each(i int) bool {
	if (n.fold(i) != "an" && n.fold(i) != "a") || i == 0 {
		return false
	}
	before, after := n.fold(i-1), n.fold(i+1)
	return (before == "miles" || units[before] != "") && (after == "hour" || after == "second")
}

// glued parts a number from the unit that is written onto it: "5km".
func (n numbers) glued(i int) (out []word, k int) {
	f := n.fold(i)
	at := strings.LastIndexAny(f, "0123456789") + 1
	if at == 0 || at == len(f) {
		return nil, 0
	}
	form := units[f[at:]]
	if form == "" {
		form = abbreviated[f[at:]]
	}
	switch {
	case f[at:] == "m" && lengthwise[n.fold(i+1)]: // metres and not millions
		form = "metre"
	case f[at:] == "p":
		form = "pence"
	case f[at:] == "c" && n.text[n.ws[i].span.End-1] == 'C':
		form = "degrees celsius"
	case f[at:] == "c" && n.text[n.ws[i].span.End-1] == 'c':
		form = "cents"
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(f[:at], ",", ""), 64)
	if form == "" || err != nil {
		return nil, 0
	}
	return n.as(i, 1, append([]string{figure(v)}, strings.Fields(form)...)...), 1
}

// lengthwise are words before which "5m" is a length.
var lengthwise = set("tall high deep long wide away below above")

var (
	// units gives the form of the units that are written in several ways. One
	// and many are alike, since "5 km" is either.
	units = func() map[string]string {
		m := map[string]string{}
		for form, ways := range map[string]string{
			"km": "km kms kilometre kilometer kilometres kilometers", "metre": "metre meter metres meters", "cm": "cm cms centimetre centimeter centimetres centimeters",
			"mm": "mm millimetre millimeter millimetres millimeters", "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
			"litre": "litre liter litres liters", "hectare": "hectare hectares", "mw": "megawatt megawatts", "gw": "gigawatt gigawatts", "20s": "twenties", "30s": "thirties", "40s": "forties", "50s": "fifties", "60s": "sixties", "70s": "seventies", "80s": "eighties", "90s": "nineties",
		} {
			for w := range strings.FieldsSeq(ways) {
				m[w] = form
			}
		}
		return m
	}()

	// abbreviated are short forms that stand for a unit only behind a number. A
	// pound of weight has the form of one of money, which has the same name.
	abbreviated = map[string]string{
		"hr": "hours", "hrs": "hours", "min": "minutes", "mins": "minutes", "yr": "years", "yrs": "years", "ft": "feet", "lb": "£", "lbs": "£", "oz": "ounces",
		"mph": "miles per hour", "kmh": "km per hour", "kph": "km per hour", "ha": "hectare", "sq": "square", "mw": "mw", "gw": "gw",
	}
)

// roman are numbers that names of wars, parts and rulers have. The few that are
// words or names as well are left out.
var roman = map[string]string{"ii": "#2", "iii": "#3", "iv": "#4", "vii": "#7", "viii": "#8", "ix": "#9", "xii": "#12", "xiii": "#13", "xiv": "#14", "xv": "#15", "xvi": "#16"}
