package page

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/fact"
)

// Where the line may stand that says when an article was published, in blocks:
// below the headline, above it, and after the text has begun.
const (
	dayBelow  = 25
	dayAbove  = 6
	dayInText = 12
)

// visibleDay gives the day that a page shows beside its article for readers:
// that of the line near the headline that most looks like one, else of one
// after the text that says so. "" is none. near tells that it stands beside
// the headline.
func visibleDay(all []block, headlines []string, language string) (day string, near bool) {
	head := headlineAt(all, headlines)
	text := head + 1
	for text < len(all) && !all[text].prose() {
		text++
	}
	best, most := "", 0
	consider := func(b block, bonus int) {
		if day, score := b.lineDay(language); score > 0 && score+bonus > most {
			best, most = day, score+bonus
		}
	}
	for i := head + 1; i < min(text, head+1+dayBelow); i++ {
		consider(all[i], 2)
	}
	for i := head - 1; i >= max(0, head-dayAbove); i-- {
		if !all[i].item {
			consider(all[i], 1)
		}
	}
	if best != "" {
		return best, true
	}
	if head >= 0 && head < len(all) {
		if day := cmp.Or(dayOf(all[head].day), dayOf(all[head].text)); day != "" {
			return day, true
		}
	}
	if text < len(all) {
		const place = 40 // bytes before the day: "HALDEN, "
		if day, from, _ := fact.DayIn(all[text].text, language); day != "" && from <= place {
			return day, false
		}
	}
	for i := text + 1; i < min(len(all), text+1+dayInText) && all[i].main; i++ {
		consider(all[i], 0)
	}
	for i := head + 1; best == "" && i < len(all); i++ {
		if b := all[i]; b.main {
			if day, score := b.lineDay(language); score == 2 || score > 2 && !b.item && i > text+dayInText {
				return day, false
			}
		}
	}
	return best, false
}

// headlineAt gives the place of the headline: the first of headlines that is a
// heading of the page, else the first heading of first rank, else before the
// main part.
func headlineAt(all []block, headlines []string) int {
	for _, h := range headlines {
		key := squeeze(h)
		for i, b := range all {
			if b.heading && key != "" && squeeze(b.text) == key {
				return i
			}
		}
	}
	first := -1
	for i, b := range all {
		if b.tag == "h1" {
			return i
		}
		if b.main && first < 0 {
			first = i - 1
		}
	}
	return first
}

// lineDay gives the day of a line and how much it looks as if the article was
// published then: 3 when the page marks it so, 2 when it says so, 1 when it says
// hardly more than the day, 0 for sentences, comments and links.
func (b block) lineDay(language string) (day string, score int) {
	n := utf8.RuneCountInString(b.text)
	if n > maxLabel || b.set || strings.Contains(b.form, "comment") {
		return "", 0
	}
	if b.day != "" {
		if day, _, _ := fact.DayIn(b.day, language); day != "" {
			return day, 3
		}
	}
	day, from, to := fact.DayIn(b.text, language)
	switch {
	case day == "" || b.linked > n-utf8.RuneCountInString(b.text[from:to])+2 && n > 2*(to-from):
		return "", 0
	case b.node != nil && (dateClass.MatchString(attr(b.node, "class")) || b.node.Parent != nil && dateClass.MatchString(attr(b.node.Parent, "class"))):
		return day, 3
	case labels["top"].start(flat(b.text)) > 0:
		return day, 2
	}
	const beside = 40 // letters of a line that say who and where: a caption has more
	n = 0
	for _, r := range b.text[:from] + b.text[to:] {
		if unicode.IsLetter(r) {
			n++
		}
	}
	if n > beside {
		return "", 0
	}
	return day, 1
}

// dayLine reports whether a short line says a day and hardly more: its weekday,
// the time, the place.
func dayLine(s string) bool {
	if len(s) > maxLabel/2 {
		return false
	}
	day, from, to := fact.DayIn(s, "xx") // with slashes, too: it is a day, whichever
	if day == "" {
		return false
	}
	n := 0
	for _, r := range s[:from] + s[to:] {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n <= 24
}
