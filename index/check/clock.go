package check

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus"
)

// time reads a time of day that begins with word i, however it is written: "6pm",
// "6 p.m.", "18:00", "six in the evening", "half past six". Its form is the
// hour of twelve and its minutes as figures behind a point, as in "9.30", and
// where the text tells it "am" or "pm". k is how many words it has, 0 when none
// begins there.
func (n numbers) time(i int) (out []word, k int) {
	f := n.fold(i)
	switch f {
	case "noon", "midday":
		return n.as(i, 1, "#12", "pm"), 1
	case "midnight":
		return n.as(i, 1, "#12", "am"), 1
	case "half", "quarter":
		out, k = n.past(i)
	case "a":
		if out, k = n.past(i + 1); k > 0 {
			out, k = n.as(i, k+1, out[0].fold), k+1
		}
	default:
		return n.hours(i)
	}
	if half, all := n.halfDay(i, k); half != "" && k > 0 {
		return append(out, n.as(i+k, all-k, half)...), all
	}
	return out, k
}

// hours reads a time that begins with an hour.
func (n numbers) hours(i int) (out []word, k int) {
	hour, minutes, k, half := n.clock(i)
	if k == 0 {
		return nil, 0
	}
	behind := ""
	all := k
	if half == "" {
		behind, all = n.halfDay(i, k)
	}
	switch {
	case behind != "" && hour > 12:
		return nil, 0
	case behind != "":
		return append(n.as(i, k, hourly(hour, minutes)), n.as(i+k, all-k, behind)...), all
	case half != "" && hour > 12:
		return nil, 0
	case half != "":
		return n.as(i, k, hourly(hour, minutes), half), k
	case minutes == "":
		if end := n.fold(i + k); end == "o'clock" || end == "oclock" {
			return n.as(i, k+1, hourly(hour, "")), k + 1
		}
		return nil, 0 // a number
	case hour > 12:
		return n.as(i, k, hourly(hour-12, minutes), "pm"), k
	case hour == 0:
		return n.as(i, k, hourly(12, minutes), "am"), k
	}
	return n.as(i, k, hourly(hour, minutes)), k
}

// clock reads the hour and minutes that begin with word i, and the half of the
// day where it is written onto them.
func (n numbers) clock(i int) (hour int, minutes string, k int, half string) {
	f := n.fold(i)
	if v, ok := smalls[f]; ok && v >= 1 && v <= 12 {
		return int(v), "", 1, ""
	}
	digits, half := halved(f)
	h, m, dot := strings.Cut(digits, ".")
	hour, ok := upTo(h, 24)
	switch {
	case !ok:
		return 0, "", 0, ""
	case dot && !minute(m):
		return 0, "", 0, ""
	case dot && (half != "" || n.tells(i+1) || hour > 12 && n.timed(i)):
		return hour, m, 1, half
	case dot:
		return 0, "", 0, "" // the form of a number is the same
	case half == "" && i+1 < len(n.ws) && n.between(i+1) == ":" && n.ws[i+1].edit == n.ws[i].edit:
		m, half := halved(n.fold(i + 1))
		if !minute(m) || i+2 < len(n.ws) && n.between(i+2) == ":" || i > 0 && n.between(i) == ":" {
			return 0, "", 0, ""
		}
		return hour, m, 2, half
	}
	return hour, "", 1, half
}

// tells reports whether the half of the day begins with word i.
func (n numbers) tells(i int) bool {
	half, _ := n.halfDay(i, 0)
	return half != ""
}

// halfDay reads what stands behind an hour of k words: "p.m.", "in the evening".
func (n numbers) halfDay(i, k int) (half string, all int) {
	j := i + k
	if m := n.meridiem(j); m > 0 {
		return n.fold(j)[:1] + "m", k + m
	}
	if n.fold(j) == "at" && n.fold(j+1) == "night" {
		return "pm", k + 2
	}
	if n.fold(j) != "in" || n.fold(j+1) != "the" {
		return "", k
	}
	switch n.fold(j + 2) {
	case "morning":
		return "am", k + 3
	case "afternoon", "evening":
		return "pm", k + 3
	}
	return "", k
}

// meridiem reports how many words of "a.m." or "p.m." begin with word i.
func (n numbers) meridiem(i int) int {
	switch n.fold(i) {
	case "am", "pm":
		return 1
	case "a", "p":
		if n.fold(i+1) == "m" && n.between(i+1) == "." {
			return 2
		}
	}
	return 0
}

// past reads "half past six", "a quarter to nine".
func (n numbers) past(i int) (out []word, k int) {
	hour, _, k, _ := n.clock(i + 2)
	if k == 0 || hour == 0 || hour > 12 {
		return nil, 0
	}
	minutes := "30"
	switch f, by := n.fold(i), n.fold(i+1); {
	case f == "half" && by == "past":
	case f == "quarter" && by == "past":
		minutes = "15"
	case f == "quarter" && by == "to":
		minutes = "45"
		if hour--; hour == 0 {
			hour = 12
		}
	default:
		return nil, 0
	}
	return n.as(i, k+2, hourly(hour, minutes)), k + 2
}

// timed reports whether word i stands where a time does and is the number of
// nothing: "at 18.30".
func (n numbers) timed(i int) bool {
	switch n.fold(i - 1) {
	case "at", "by", "until", "till", "from", "before", "after", "around", "about", "since":
	default:
		return false
	}
	f := n.fold(i + 1)
	_, scale := scales[f]
	return !scale && units[f] == "" && abbreviated[f] == "" && currency(f) == "" && f != "%" && f != "percent" && f != "per"
}

// halved parts "6pm".
func halved(f string) (digits, half string) {
	for _, half := range [...]string{"am", "pm"} {
		if d, ok := strings.CutSuffix(f, half); ok && d != "" {
			return d, half
		}
	}
	return f, ""
}

// upTo reads one or two figures that are no more than most.
func upTo(f string, most int) (int, bool) {
	if f == "" || len(f) > 2 || strings.Trim(f, "0123456789") != "" {
		return 0, false
	}
	v, err := strconv.Atoi(f)
	return v, err == nil && v <= most
}

// minute reports whether f is two figures as minutes are.
func minute(f string) bool {
	_, ok := upTo(f, 59)
	return ok && len(f) == 2
}

// hourly is the form of a time: that of the number that it is when it is written
// with a point, so that "9:30" is "9.30" wherever it is cut.
func hourly(hour int, minutes string) string {
	return strings.TrimSuffix("#"+strconv.Itoa(hour)+strings.TrimRight("."+minutes, "0"), ".")
}

// date reads a day of a month that begins with word i: "4th March", "March 4",
// "the fourth of March", "2031-03-04". Its form is the day, the month and, where
// it stands between, the year.
func (n numbers) date(i int) (out []word, k int) {
	f := n.fold(i)
	if f[0] >= '0' && f[0] <= '9' && len(f) == 4 && i+2 < len(n.ws) && n.between(i+1) == "-" && n.between(i+2) == "-" {
		month, ok := upTo(n.fold(i+1), 12)
		day, also := upTo(n.fold(i+2), 31)
		if ok && also && month > 0 && day > 0 {
			return n.as(i, 3, "#"+strconv.Itoa(day), monthNames[month-1], "#"+f), 3
		}
	}
	if month, ok := n.month(i); ok {
		day, k := n.day(i+1, false)
		if k == 0 || !n.near(i+1) {
			return nil, 0
		}
		return n.as(i, k+1, day, month), k + 1
	}
	from := i
	if f == "the" {
		i++
	}
	day, k := n.day(i, from < i)
	if k == 0 {
		return nil, 0
	}
	of := i + k
	if n.fold(of) == "of" {
		of++
	}
	month, ok := n.month(of)
	if !ok || !n.near(of) {
		return nil, 0
	}
	return append(n.as(from, i+k-from, day), n.as(i+k, of+1-i-k, month)...), of + 1 - from
}

// near reports whether only a space, or the point of an abbreviation and one,
// stands before word i.
func (n numbers) near(i int) bool {
	return n.adjacent(i) || strings.TrimLeft(n.between(i), ".") == " " && n.ws[i].edit == n.ws[i-1].edit
}

// day reads the day of a month; behind "the" it is an ordinal.
func (n numbers) day(i int, ordinal bool) (form string, k int) {
	if i >= len(n.ws) {
		return "", 0
	}
	f := n.fold(i)
	if d, ok := digitOrdinal(f); ok {
		f, ordinal, k = d[1:len(d)-2], false, 1
	} else if numeral[f] && f != "a" && f != "an" {
		f, k = n.spelled(i)
		end := strings.TrimSuffix(f, "th")
		ordinal = ordinal && end == f
		f = strings.TrimPrefix(end, "#")
	} else {
		k = 1
	}
	v, ok := upTo(f, 31)
	if !ok || v == 0 || ordinal {
		return "", 0
	}
	return "#" + strconv.Itoa(v), k
}

// month gives the name of the month that word i is, written as one.
func (n numbers) month(i int) (string, bool) {
	if i < 0 || i >= len(n.ws) {
		return "", false
	}
	m := months[n.ws[i].fold]
	return m, m != "" && unicode.IsUpper(first(n.text[n.ws[i].span.Start:]))
}

// as gives the forms for words [i,i+k), of one span.
func (n numbers) as(i, k int, forms ...string) []word {
	out := make([]word, len(forms))
	span := corpus.Span{Start: n.ws[i].span.Start, End: n.ws[i+k-1].span.End}
	if n.fold(i+k-1) == "m" && strings.HasPrefix(n.text[span.End:], ".") {
		span.End++ // the last point of "p.m."
	}
	for j, f := range forms {
		out[j] = word{fold: f, span: span, gap: j == 0 && n.ws[i].gap, edit: n.ws[i].edit}
	}
	return out
}

var (
	monthNames = [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

	// months gives the name for each way to write one.
	months = func() map[string]string {
		m := map[string]string{"sept": "september"}
		for _, name := range monthNames {
			m[name], m[name[:3]] = name, name
		}
		return m
	}()
)
