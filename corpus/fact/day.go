package fact

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

//go:embed month.txt
var monthText string

// months has the month of a word in a language, and under "" of words that mean
// one month in all languages that have them.
var months = readMonths(monthText)

func readMonths(text string) map[string]map[string]int {
	all := map[string]map[string]int{"": {}}
	for l := range strings.Lines(text) {
		lang, list, ok := strings.Cut(l, ":")
		if !ok || strings.HasPrefix(l, "#") {
			continue
		}
		all[lang] = map[string]int{}
		for i, names := range strings.Split(list, "|") {
			for w := range strings.FieldsSeq(names) {
				w = strings.ReplaceAll(w, "_", " ")
				all[lang][w] = i + 1
				switch all[""][w] {
				case 0:
					all[""][w] = i + 1
				case i + 1:
				default:
					all[""][w] = -1
				}
			}
		}
	}
	return all
}

// month gives the month that a word means, 0 for none.
func month(word, language string) int {
	word = strings.ToLower(word)
	if m := months[Language(language)][word]; language != "" && m > 0 {
		return m
	}
	return max(0, months[""][word])
}

var clock = regexp.MustCompile(`^\d{1,2}[:.]\d{2}([:.]\d{2})?( ?[ap]\.?m\.?)?( ?[A-Z]{2,4}| ?[+-]\d{2}:?\d{2})?$`)

// Day gives a date as YYYY-MM-DD where s clearly says one day, with or without
// a time of day, "" where it says a time of day only, and s as it is printed
// otherwise. The day is the one that the publisher printed: no time zone is
// converted. Of three numbers with slashes the first is not known to be the
// day, unless it cannot be the month.
func Day(s string) string {
	s = Line(s)
	if clock.MatchString(s) {
		return ""
	}
	if day, from, to := DayIn(s, ""); day != "" && letters(s[:from])+letters(s[to:]) <= aroundDay {
		return day
	}
	return s
}

// aroundDay is how many letters may stand beside a day in a field that says one:
// the day of the week, a zone, "at".
const aroundDay = 24

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// DayIn finds the first day in text, in the forms of many languages, and gives
// it as YYYY-MM-DD with its place in bytes. Without a year it is no day. The
// language, "pl" or "en-GB", decides what three numbers with slashes mean (plain
// English has both orders), and words that are months of several languages.
func DayIn(text, language string) (day string, from, to int) {
	toks := tokens(text)
	for i := range toks {
		if i > 0 && toks[i].number && toks[i-1].number && toks[i].from-toks[i-1].to == 1 && strings.ContainsAny(text[toks[i-1].to:toks[i].from], ".-/,") {
			continue // in the middle of a longer number
		}
		day, n := dayAt(text, toks[i:], language)
		if last := i + n - 1; day != "" && last+1 < len(toks) && toks[last+1].number && toks[last+1].from-toks[last].to == 1 && strings.ContainsAny(text[toks[last].to:toks[last+1].from], ".-/") {
			continue
		}
		if day != "" {
			return day, toks[i].from, toks[i+n-1].to
		}
	}
	return "", 0, 0
}

// token is a number or a word of a text.
type token struct {
	from, to int
	number   bool
	value    int
}

const mostTokens = 200 // of a text in which a day is looked for

func tokens(text string) (out []token) {
	for i := 0; i < len(text) && len(out) < mostTokens; {
		r, n := utf8.DecodeRuneInString(text[i:])
		j := i + n
		switch {
		case '0' <= r && r <= '9':
			for j < len(text) && '0' <= text[j] && text[j] <= '9' {
				j++
			}
			t := token{from: i, to: j, number: true, value: -1}
			if j-i <= 8 {
				t.value, _ = strconv.Atoi(text[i:j]) // digits
			}
			out = append(out, t)
		case unicode.IsLetter(r):
			for j < len(text) {
				r, n := utf8.DecodeRuneInString(text[j:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) {
					break
				}
				j += n
			}
			out = append(out, token{from: i, to: j})
		}
		i = j
	}
	return out
}

// dayAt gives the day that begins with the first of toks, and how many of them
// it takes.
func dayAt(text string, toks []token, language string) (day string, n int) {
	t := toks[0]
	width := t.to - t.from
	word := func(i int) string {
		if i >= len(toks) || toks[i].number {
			return ""
		}
		return strings.ToLower(text[toks[i].from:toks[i].to])
	}
	num := func(i, widest int) int {
		if i >= len(toks) || !toks[i].number || toks[i].to-toks[i].from > widest {
			return -1
		}
		return toks[i].value
	}
	between := func(i int) string {
		if i+1 >= len(toks) {
			return "\n"
		}
		return text[toks[i].to:toks[i+1].from]
	}
	switch {
	case t.number && width == 8 && t.value > 19000000:
		return date(t.value/10000, t.value/100%100, t.value%100), 1
	case t.number && width == 4:
		if a, b := num(1, 2), num(2, 2); a > 0 && b > 0 && len(between(0)) <= 2 && strings.Trim(between(0), " ") == strings.Trim(between(1), " ") && strings.ContainsAny(between(0), "-/.") {
			return date(t.value, a, b), 3
		}
		if a, b := num(2, 2), num(4, 2); isYear(word(1)) && a > 0 && b > 0 {
			return date(t.value, a, b), 5 // 2031年2月3日
		}
		i := 1
		if isYear(word(1)) || word(1) == "m" {
			i++
		}
		if m := month(word(i), language); m > 0 && num(i+1, 2) > 0 && strings.Trim(between(i), " .") == "" {
			return date(t.value, m, num(i+1, 2)), i + 2
		}
	case t.number && width <= 2:
		if b, y := num(1, 2), num(2, 4); b > 0 && y > 0 && toks[2].to-toks[2].from == 4 {
			sep := strings.Trim(between(0), " \u00a0")
			if sep == strings.Trim(between(1), " \u00a0") && len(sep) == 1 && strings.Contains(".-/", sep) {
				return numbers(t.value, b, y, sep, language), 3
			}
		}
		i := 1
		for i < len(toks) && i < 3 && fillers[word(i)] {
			i++
		}
		m := month(word(i), language)
		if m == 0 && word(1) == "tháng" {
			i, m = 2, num(2, 2)
		}
		if m < 1 || strings.Trim(between(0), " \u00a0.,ºª°/-") != "" {
			return "", 0
		}
		i++
		for i < len(toks) && fillers[word(i)] {
			i++
		}
		if i < len(toks) && toks[i].number && toks[i].to-toks[i].from == 4 && strings.Trim(between(i-1), " \u00a0.,-/'’") == "" {
			return date(toks[i].value, m, t.value), i + 1
		}
	case !t.number:
		m := month(word(0), language)
		if m == 0 || num(1, 2) < 1 || strings.Trim(between(0), " \u00a0.") != "" {
			return "", 0
		}
		i := 2
		for i < len(toks) && fillers[word(i)] {
			i++
		}
		if y := num(i, 4); y > 1000 && strings.Trim(between(i-1), " \u00a0.,") == "" {
			return date(y, m, toks[1].value), i + 1
		}
		// As C and Java print it: Feb 03 15:28:56 CET 2031.
		if num(2, 2) >= 0 && num(3, 2) >= 0 && between(2) == ":" {
			for i := 4; i < min(len(toks), 8); i++ {
				if toks[i].number && toks[i].to-toks[i].from == 4 && text[toks[i].from-1] == ' ' && toks[i].value > 1900 {
					return date(toks[i].value, m, toks[1].value), i + 1
				}
			}
		}
	}
	return "", 0
}

// numbers reads two numbers and a year: the day comes first, but in English a
// slash leaves that open.
func numbers(a, b, year int, sep, language string) string {
	if b > 12 && a <= 12 {
		a, b = b, a
	} else if sep == "/" && a <= 12 && a != b {
		switch tag := strings.ToLower(strings.ReplaceAll(language, "_", "-")); tag {
		case "", "en":
			return ""
		case "en-us", "en-ph":
			a, b = b, a
		}
	}
	return date(year, b, a)
}

func isYear(w string) bool { return w == "年" || w == "년" }

// fillers are words inside a date: "29th of December", "3 de mayo de 2031".
var fillers = map[string]bool{
	"st": true, "nd": true, "rd": true, "th": true, "of": true, "de": true, "del": true, "di": true, "do": true, "da": true, "er": true, "den": true,
	"năm": true, "г": true, "року": true, "ο": true, "º": true, "ª": true,
}

// date gives a day as YYYY-MM-DD, "" if there is none such.
func date(year, month, day int) string {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1000 || year > 2200 || month < 1 || month > 12 || t.Day() != day {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}
