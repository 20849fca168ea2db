package page

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// articleBlocks drops the blocks that are no paragraphs of the article: its
// title, byline and date once more, links to other pages, labels of buttons,
// notes about the paper, and words that stand elsewhere in full (pull quotes,
// second copies). It notes on the way what they tell: that the text is cut off
// for those who do not pay.
func (a *Page) articleBlocks(blocks []block, headlines ...string) []block {
	blocks = withoutCards(blocks)
	k := kinOf(blocks)
	first, last := k.ends(blocks)
	people := squeeze(a.Byline)
	titles := []string{squeeze(a.Title)}
	for _, h := range headlines {
		titles = append(titles, squeeze(h))
	}
	kept := blocks[:0:0]
	for i, b := range blocks {
		plain := squeeze(b.text)
		lead := i < first
		stranger := k.stranger(b)
		switch {
		case plain == "" && (!strings.ContainsFunc(b.text, unicode.IsLetter) || lead || i > last):
		case (lead || b.heading) && slices.Contains(titles, plain):
		case lead && people != "" && (plain == people || plain == "by"+people):
		case lead && nameLine(b) != "":
			a.Byline = cmp.Or(a.Byline, nameLine(b))
		case lead && aboveText(b.text):
		case (lead || i > last || stranger) && Wall(b.text):
			a.Walled = true
		case labelled(b.text, b.linked*2 > utf8.RuneCountInString(b.text)):
		case elsewhere(blocks, i):
		case lead && !b.stand && !b.table && k.settled && (b.heading && stranger || !b.heading && b.short() && !ends(b.text) && (stranger || !b.item)):
		case !lead && stranger && k.settled && !b.stand && !b.set && (b.short() && !b.heading || b.heading && i > last):
		case (stranger && k.settled || i > last) && note(b.text):
		case i > last && i == len(blocks)-1 && agency.MatchString(b.text):
		default:
			kept = append(kept, b)
		}
	}
	return withoutRepeats(trimEnd(kept))
}

// withoutCards drops the cards of other articles below the text: three or more
// boxes that are made alike, each with one piece of prose, after the last
// paragraph of a text that stands in one element and is longer than they.
func withoutCards(blocks []block) []block {
	type kind struct {
		runes, prose, last int
		rooms              map[*html.Node]bool
	}
	kinds := map[string]*kind{}
	var text *kind
	for i, b := range blocks {
		if b.form == "" || !b.prose() {
			continue
		}
		k := kinds[b.room]
		if k == nil {
			k = &kind{rooms: map[*html.Node]bool{}}
			kinds[b.room] = k
		}
		k.runes += utf8.RuneCountInString(b.text)
		k.prose++
		k.last = i
		k.rooms[b.around] = true
		if text == nil || k.runes > text.runes {
			text = k
		}
	}
	if text == nil || len(text.rooms) > 1 {
		return blocks
	}
	kept := blocks[:0:0]
	for i, b := range blocks {
		k := kinds[b.room]
		if k == nil || k == text || i < text.last || k.prose < kinForm || len(k.rooms) < k.prose || k.runes >= text.runes {
			kept = append(kept, b)
		}
	}
	return kept
}

// short reports whether a block is a line rather than a paragraph.
func (b block) short() bool {
	n := utf8.RuneCountInString(b.text)
	return n < proseRunes/3 || n < proseRunes && !spaceless(b.text)
}

// kin tells which blocks belong to the article by how a page marks them: the
// article's paragraphs are made alike, and what stands among them by other
// means is something else.
type kin struct {
	forms, rooms map[string]int // blocks of prose by form, and by the form of the element around
	least        int            // how many make a form the article's
	settled      bool           // the page has paragraphs that are made alike
}

const (
	kinForm = 3 // blocks of prose that make a form the article's, where there are so many
	kinPart = 6 // tenths of the prose that are in such forms, for a page to be judged by it
)

func kinOf(blocks []block) kin {
	k := kin{forms: map[string]int{}, rooms: map[string]int{}}
	prose, alike := 0, 0
	for _, b := range blocks {
		if b.form != "" && b.prose() {
			k.forms[b.form]++
			k.rooms[b.room]++
			prose++
		}
	}
	k.least = min(kinForm, (prose+1)/2)
	for _, b := range blocks {
		if b.form != "" && b.prose() && !k.stranger(b) {
			alike++
		}
	}
	k.settled = alike > 0 && alike*10 >= prose*kinPart
	return k
}

// stranger reports whether b is not made as the article's paragraphs are.
func (k kin) stranger(b block) bool {
	if b.form == "" {
		return false
	}
	if k.forms[b.form] >= k.least || b.table && !b.heading {
		return false
	}
	return k.rooms[b.room] < k.least || !b.item && !textual(b.tag)
}

// textual reports whether an element holds a piece of running text, by its name.
func textual(tag string) bool {
	switch tag {
	case "p", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "pre", "dl", "dt", "dd", "hr":
		return true
	}
	return false
}

// ends gives the places of the first and the last block of the article's prose;
// they are the first block that ends as a sentence does and the last block when
// there is none.
func (k kin) ends(blocks []block) (first, last int) {
	first, last = -1, len(blocks)-1
	for i, b := range blocks {
		if b.prose() && (!k.settled || !k.stranger(b)) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		first = max(0, slices.IndexFunc(blocks, func(b block) bool { return !b.heading && ends(b.text) }))
	}
	return first, last
}

// aboveText reports whether a line is one that stands above a text: who, when,
// how long to read.
func aboveText(s string) bool {
	if len(s) > maxLabel {
		return false
	}
	if byLine.MatchString(s) || minutes.MatchString(s) || onlyDate(s) || dayLine(s) {
		return true
	}
	f := flat(s)
	n := labels["top"].start(f)
	return n > 0 && utf8.RuneCountInString(s) <= 100 && !ends(s) && (n == len(f) || strings.ContainsFunc(s, unicode.IsDigit) || follows(s, n, ":"))
}

// note reports whether a paragraph is about the paper, its writers or readers.
func note(s string) bool {
	n := utf8.RuneCountInString(s)
	return n <= maxNote && (labels["note"].in(flat(s)) || rights.MatchString(s)) || n <= maxLabel/2 && mail.MatchString(s)
}

var (
	byLine  = regexp.MustCompile(`(?i)^by [\p{Lu}][^.!?]{2,80}$`)
	minutes = regexp.MustCompile(`(?i)^\d+ ?(min(ute)?[sn]?|minuten|minuti|minutos|мин)\.?( read| lesezeit| de lecture| de lectura| di lettura)?$`)

	// dateWord is what dates are made of, beside numbers.
	dateWord = regexp.MustCompile(`(?i)^((jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*|(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|` +
		`at|on|of|the|st|nd|rd|th|[ap]|[ap]?m|gmt|utc|[ecmp][sd]?t|bst|ce?st|am|pm|uhr)$`)

	// dateSign is what tells a date or time from other short words and numbers.
	dateSign = regexp.MustCompile(`(?i)(19|20)\d\d|\d[:.]\d\d|\d ?[ap]\.?m\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`)

	// agency is a last line that says who wrote it: "SDA/sep", "amw".
	agency = regexp.MustCompile(`^\(?(\p{L}{2,8}|\p{L}{2,10}([/,] ?\p{L}{2,10}){1,4})\)?$`)

	mail = regexp.MustCompile(`[\w.+-]+@[\w-]+\.[\w.-]+`)

	// rights is who has the rights in a text or picture.
	rights = regexp.MustCompile(`(?i)^\W*(©|\(c\)\s|copyright)|©\s*\d{4}`)

	// editorial is what is left in a page of how it was made: a bare address,
	// marks of an editor's program, a clock, a count of pictures.
	editorial = regexp.MustCompile(`(?i)^(https?://\S+|www\.\S+|\+{2,}\s*[\w-]*|\{[:%{].*\}|\[/?[a-z_-]+( [^\]]*)?\]|placeholder image\S*|\d{1,2}[:.]\d{2}( ?[ap]\.?m\.?)?( [a-z]{2,4})?|` +
		`\d+ (min(ute)?s?|h(ou)?rs?|days?) ago|image \d+ of ?/? ?\d+|(view|show|leave a|post a|add a|\d+)? ?comments?( \(\d+\))?|loading.{0,12}|` +
		`(view|see|show) (the |all )?(photos?|images?|gallery|slideshow).{0,20}|.{0,80}(/ ?|via )(getty( images)?|afp|ap|reuters|epa|shutterstock|bloomberg)|` +
		`(©|\(c\)|copyright).{0,140}|all rights reserved.{0,40}|.{0,40}\(opens in (a )?new (tab|window)\)|` +
		`(article|story|content) continues (below|after).{0,40}|(sign up|subscribe)( now| here| today| for| to).{0,120}|get our .{0,60}newsletters?.{0,40}|enter your e-?mail.{0,40}|` +
		`(read|see|also read|read also|learn|find out) more.{0,100}|share( this)? (article|story|page|post|on|via|with) ?.{0,40}|follow( us)? on .{0,40}|more (stories|from|on) .{0,60})[.:…]*$`)
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

// trimEnd drops what ends an article without being of it: headings and lines
// of links, where the next articles are offered, and notes about the paper.
func trimEnd(blocks []block) []block {
	const text = 3 // blocks that must be left for a last one to be a note
	n := len(blocks)
	for n > 1 && (blocks[n-1].heading || linked(blocks[n-1]) || n > text && note(blocks[n-1].text)) {
		n--
	}
	return blocks[:n]
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
