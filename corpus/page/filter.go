package page

import (
	"hash/maphash"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// articleBlocks drops the blocks that are no paragraphs of the article: its
// title, byline and date once more, links to other pages, labels of buttons,
// and words that stand elsewhere in full (pull quotes, second copies).
func (a *Page) articleBlocks(blocks []block) []block {
	title := squeeze(a.Title)
	people := squeeze(a.Byline)
	lead := true // no prose yet
	kept := blocks[:0:0]
	for i, b := range blocks {
		switch plain := squeeze(b.text); {
		case plain == "" && !strings.ContainsFunc(b.text, unicode.IsLetter):
		case lead && plain == title, b.heading && plain == title:
		case lead && people != "" && (plain == people || plain == "by"+people):
		case lead && (topLine.MatchString(b.text) || onlyDate(b.text)):
		case len(b.text) <= maxLabel && (label.MatchString(b.text) || linked(b) && pointer.MatchString(b.text)):
		case elsewhere(blocks, i):
		default:
			kept = append(kept, b)
			lead = lead && (b.heading || len(b.text) < 100)
		}
	}
	return withoutRepeats(trimLinks(kept))
}

// maxLabel bounds, in bytes, a line that only introduces something else.
const maxLabel = 160

var (
	// topLine is a line above the text: who, when, how long to read.
	topLine = regexp.MustCompile(`(?i)^(by [\p{Lu}][^.!?]{2,80}|` +
		`((first |last )?(published|updated|posted|modified)|date)( on| at)?:? .{0,60}|` +
		`\d+ min(ute)?s?( read)?|reading time:? .{0,20})$`)

	// dateWord is what dates are made of, beside numbers.
	dateWord = regexp.MustCompile(`(?i)^((jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|` +
		`at|on|of|the|st|nd|rd|th|[ap]|[ap]?m|gmt|utc|[ecmp][sd]?t|bst|ce?st|am|pm|uhr)$`)

	// dateSign is what tells a date or time from other short words and numbers.
	dateSign = regexp.MustCompile(`(?i)(19|20)\d\d|\d[:.]\d\d|\d ?[ap]\.?m\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`)

	// pointer is how a link to another article is introduced.
	pointer = regexp.MustCompile(`(?i)^\W*(also )?(watch|listen|more|related|see( also)?|read( next| also)?|in pictures|live|explainer|opinion|analysis)( (more|also|here|this))?:`)

	// label is a whole line that is a button, a sign or a pointer elsewhere.
	label = regexp.MustCompile(`(?i)^\W*(` +
		`(read|see|also read|read also|learn|find out) more.{0,100}|` +
		`related( (articles?|stories|topics|content|links|coverage))?|recommended( for you| stories)?|most (read|popular|viewed)|more (stories|from|on) .{0,60}|you (may|might) also like.{0,40}|trending( now)?|` +
		`share( this)?( (article|story|page|post|on|via|with) ?.{0,40})?|tweet|email|e-mail|print|pin( it)?|save|copy( the)? link|link copied.{0,20}|facebook|twitter|x|whatsapp|linkedin|telegram|reddit|messenger|flipboard|follow( us)?( on)? ?.{0,40}|` +
		`advertisement|advertising|ad|anzeige|werbung|publicité|publicidad|реклама|sponsored( content)?|(article|story|content) continues (below|after).{0,40}|continue reading( below)?.{0,40}|skip (advertisement|ad|to .{0,30})|scroll (down )?to continue.{0,20}|` +
		`(sign up|subscribe)( now| here| today| for| to).{0,120}|get our .{0,60}newsletters?.{0,40}|enter your e-?mail.{0,40}|newsletter|log ?in|sign ?in|register|subscribe|` +
		`(view|show|leave a|post a|add a|\d+)? ?comments?( \(\d+\))?|loading.{0,12}|close|menu|play( video)?|toggle caption|hide caption|enlarge( this image)?|(view|see|show) (the |all )?(photos?|images?|gallery|slideshow).{0,20}|.{0,80}(/ ?|via )(getty( images)?|afp|ap|reuters|epa|shutterstock|bloomberg)|about the authors?|image (source|caption|credit).{0,80}|(photo(graph)?|image|picture|video|credit|foto)( by| credit)?:.{0,100}|getty images|image|photo|video|` +
		`(©|\(c\)|copyright).{0,140}|all rights reserved.{0,40}|\d{1,2}[:.]\d{2}( ?[ap]\.?m\.?)?( [a-z]{2,4})?|\d+ (min(ute)?s?|h(ou)?rs?|days?) ago|.{0,40}\(opens in (a )?new (tab|window)\)` +
		`)\W*$`)
)

// onlyDate reports whether a short line is made of nothing but a date or time.
func onlyDate(s string) bool {
	if len(s) > 80 || !dateSign.MatchString(s) {
		return false
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if !dateWord.MatchString(w) {
			return false
		}
	}
	return true
}

// elsewhere reports whether block i leads to another page: a line that is all
// link in a list of such lines.
func elsewhere(blocks []block, i int) bool {
	if !blocks[i].item || !linked(blocks[i]) {
		return false
	}
	near := 0
	for _, j := range [...]int{i - 2, i - 1, i + 1, i + 2} {
		if j >= 0 && j < len(blocks) && blocks[j].item && linked(blocks[j]) {
			near++
		}
	}
	return near > 0
}

// linked reports whether nearly all of a block is a link.
func linked(b block) bool {
	n := utf8.RuneCountInString(b.text)
	return n < 200 && b.linked*10 >= n*9
}

// trimLinks drops headings and lines of links that end an article, where the
// next articles are offered.
func trimLinks(blocks []block) []block {
	n := len(blocks)
	for n > 1 && (blocks[n-1].heading || linked(blocks[n-1])) {
		n--
	}
	return blocks[:n]
}

const (
	repeatWords = 6  // words in a row that must all stand elsewhere
	repeatMost  = 80 // words of a text that may be a repeat of a part of another
)

// withoutRepeats drops a block whose every six words running stand in one
// other block that is longer, or equal and earlier: a pull quote, or a page's
// second copy for small screens. It is linear in the text.
func withoutRepeats(blocks []block) []block {
	seed := maphash.MakeSeed()
	at := make([][]string, len(blocks))
	type places struct{ first, second int }
	where := map[uint64]places{} // blocks, counted from 1
	grams := func(i int, do func(uint64)) {
		for j := 0; j+repeatWords <= len(at[i]); j++ {
			do(maphash.String(seed, strings.Join(at[i][j:j+repeatWords], " ")))
		}
	}
	for i, b := range blocks {
		at[i] = strings.FieldsFunc(strings.ToLower(b.text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		grams(i, func(h uint64) {
			switch p := where[h]; {
			case p.first == 0:
				where[h] = places{first: i + 1}
			case p.second == 0 && p.first != i+1:
				where[h] = places{p.first, i + 1}
			}
		})
	}
	kept := blocks[:0:0]
	for i, b := range blocks {
		other, repeat := -1, len(at[i]) >= repeatWords && len(at[i]) <= repeatMost
		grams(i, func(h uint64) {
			p := where[h]
			q := p.first - 1
			if q == i {
				q = p.second - 1
			}
			if other < 0 {
				other = q
			}
			repeat = repeat && q >= 0 && q == other
		})
		if repeat && other >= 0 && (len(at[other]) > len(at[i]) || len(at[other]) == len(at[i]) && other < i) {
			continue
		}
		kept = append(kept, b)
	}
	return kept
}

// squeeze gives the letters and digits of s in lower case, to compare lines
// that differ in marks and spaces only.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
