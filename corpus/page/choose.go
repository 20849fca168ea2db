package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// choice tells which of the blocks of a page are the article's.
type choice struct {
	all  []block
	keep []bool
	keys []string // of all, squeezed
}

// match marks in all those blocks that found shows, in the order of the page,
// and reports whether most of found is there: then all may stand for it.
func match(all, found []block) (c choice, ok bool) {
	c = choice{all: all, keep: make([]bool, len(all)), keys: make([]string, len(all))}
	where := map[string][]int{}
	for i, b := range all {
		c.keys[i] = squeeze(b.text)
		where[c.keys[i]] = append(where[c.keys[i]], i)
	}
	at, missed, whole := 0, 0, 0
	for _, b := range found {
		key := squeeze(b.text)
		whole += len(key)
		if i := c.next(where, key, at); i >= 0 {
			c.keep[i] = true
			at = i + 1
		} else {
			missed += c.overlap(key, at)
		}
	}
	return c, missed*5 <= whole
}

// next gives the first block with key that is not kept yet, from at on if there
// is one; -1 if all are kept. It takes from where those that it passes.
func (c *choice) next(where map[string][]int, key string, at int) int {
	places := where[key]
	if len(places) == 0 {
		return -1
	}
	n, _ := slices.BinarySearch(places, at)
	n = min(n, len(places)-1)
	i := places[n]
	where[key] = slices.Delete(places, n, n+1)
	return i
}

// The bounds of looking for a block that readability made of several, or of a
// part of one: window is how many blocks around the last one found are seen.
const (
	window    = 40
	mostBytes = 16 << 10 // of a block that is looked for, or in
)

// overlap keeps the blocks near at of which key is made, or that it is a part
// of, and gives how many bytes of key are in none.
func (c *choice) overlap(key string, at int) (missed int) {
	missed = len(key)
	for i := max(0, at-window); i < min(len(c.all), at+window); i++ {
		switch k := c.keys[i]; {
		case k == "", len(k) > mostBytes, len(key) > mostBytes:
		case strings.Contains(key, k):
			c.keep[i] = true
			missed -= len(k)
		case len(key) > 20 && strings.Contains(k, key):
			c.keep[i] = true
			return 0
		}
	}
	return max(0, missed)
}

// kept gives the blocks that are the article's.
func (c *choice) kept() (out []block) {
	for i, b := range c.all {
		if c.keep[i] {
			out = append(out, b)
		}
	}
	return out
}

const (
	proseRunes = 80 // from which on a block reads as prose
	leadRunes  = 60 // the same of a standfirst
	leadReach  = 12 // blocks after the headline among which the standfirst is
	formTwice  = 2  // so many blocks of prose make a form the article's
)

// prose reports whether b is a paragraph of text that leads nowhere.
func (b block) prose() bool {
	n := utf8.RuneCountInString(b.text)
	return !b.heading && n >= proseRunes && b.linked*2 < n || !b.heading && spaceless(b.text) && n >= proseRunes/3 && b.linked*2 < n
}

// putBack keeps what readability lost: prose of the marked article that has
// the form of kept prose, the subheads in it, and the standfirst.
func (c *choice) putBack(headline, description string) {
	forms := forms(c.kept())
	for i, b := range c.all {
		if !c.keep[i] && b.main && forms[b.form] >= formTwice && !b.heading && b.linked*2 < utf8.RuneCountInString(b.text) {
			c.keep[i] = b.prose() || ends(b.text)
		}
	}
	for i, b := range c.all {
		if !c.keep[i] && b.heading && b.main && !linked(b) && i > 0 && i+1 < len(c.all) {
			after := c.all[i+1]
			c.keep[i] = c.keep[i+1] && after.room == b.room && slices.Contains(c.keep[max(0, i-3):i], true)
		}
	}
	if i := c.standfirst(headline, description); i >= 0 {
		c.keep[i], c.all[i].stand = true, true
	}
}

// standfirst gives the block between headline and text that sums the article
// up and is not kept, -1 if there is none: the one that the page's own
// description begins like, one that is called so, or a second headline that is
// a sentence.
func (c *choice) standfirst(headline, description string) int {
	first := slices.Index(c.keep, true)
	if first < 0 {
		return -1
	}
	for first < len(c.all) && (!c.keep[first] || !c.all[first].prose()) {
		first++
	}
	about := beginning(squeeze(description))
	if about != "" {
		for i, b := range c.all {
			if (c.keep[i] || i > first+leadReach) && !b.heading && beginning(c.keys[i]) == about {
				return -1
			}
		}
	}
	head := -1
	for i := first - 1; i >= 0; i-- {
		if c.all[i].heading && (c.all[i].tag == "h1" || c.keys[i] == squeeze(headline)) {
			head = i
			break
		}
	}
	called := -1
	for i := max(0, first-2*leadReach); i < first; i++ {
		b := c.all[i]
		n := utf8.RuneCountInString(b.text)
		if c.keep[i] || n < leadRunes && !spaceless(b.text) || b.linked*2 >= n || b.node == nil || i == head {
			continue
		}
		if about != "" && beginning(c.keys[i]) == about && b.tag != "h1" {
			return i
		}
		if called < 0 && head >= 0 && i > head && i <= head+leadReach && (named(b.node, leadNames) || named(b.node.Parent, leadNames) || b.heading && i == head+1) {
			called = i
		}
	}
	return called
}

// beginning gives as much of a squeezed text as two must share to be the same:
// descriptions are cut off.
func beginning(key string) string {
	const most, least = 40, 20 // runes
	n := 0
	for i := range key {
		if n == most {
			return key[:i]
		}
		n++
	}
	if n < least {
		return ""
	}
	return key
}

// named reports whether an element is called by one of names.
func named(n *html.Node, names map[string]bool) bool {
	if n == nil {
		return false
	}
	called := attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "itemprop") + " " + attr(n, "data-testid")
	if len(called) > 1000 {
		return false
	}
	for w := range words(called) {
		if names[w] {
			return true
		}
	}
	return false
}

// headNames is what publishers call a heading in the names of elements.
var headNames = set(`headline subheadline heading subheading subhead crosshead crossheading intertitle zwischentitel zwischenueberschrift ueberschrift intertitre ladillo`)

// leadNames is what publishers call a standfirst in the names of elements.
var leadNames = set(`standfirst lead lede sapo chapo chapeau dek deck subtitle subheadline subheading subhead teaser intro introduction
	einleitung vorspann anriss excerpt summary abstract description entradilla bajada copete sumario sottotitolo occhiello catenaccio
	ingress manchet zajawka podtytul perex anons blurb spot ozet tagline`)

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// words gives the words of names in lower case: "atc-IntroText" is atc, intro
// and text.
func words(names string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := 0
		var last rune
		for i, r := range names + " " {
			if !unicode.IsLetter(r) || unicode.IsUpper(r) && unicode.IsLower(last) {
				if i > start && !yield(strings.ToLower(names[start:i])) {
					return
				}
				start = i
				if !unicode.IsLetter(r) {
					start += utf8.RuneLen(r)
				}
			}
			last = r
		}
	}
}

// forms counts the blocks of prose by their form.
func forms(blocks []block) map[string]int {
	n := map[string]int{}
	for _, b := range blocks {
		if b.form != "" && b.prose() {
			n[b.form]++
		}
	}
	return n
}

// ends reports whether s ends as a sentence does, with what may close after it.
func ends(s string) bool {
	s = strings.TrimRight(s, "”’\"')]»“›」』）")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…‼⁉؟۔։።。！？．｡।॥:：", r)
}

// spaceless reports whether s is in a script without spaces, in which a third
// of the characters say as much.
func spaceless(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "「『（“\"【"))
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Myanmar, unicode.Khmer, unicode.Lao)
}
