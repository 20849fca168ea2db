package page

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is one paragraph as a page shows it.
type block struct {
	text    string
	linked  int  // runes of text that are links
	item    bool // in a list
	heading bool
	set     bool // set apart: a block quotation or an aside
	main    bool // in the part that the page marks as its article
	table   bool // a row of data
	stand   bool // the standfirst

	node *html.Node // the element that it stands in, nil if none does
	tag  string     // its name
	form string     // how it and the element around it are called, see formOf
	room string     // the latter alone

	around *html.Node // the latter itself
	day    string     // the first time in it that is marked for machines
}

// volume counts the runes of blocks. Words would count nothing in scripts
// that are written without spaces.
func volume(blocks []block) (n int) {
	for _, b := range blocks {
		n += utf8.RuneCountInString(b.text)
	}
	return n
}

// readBlocks gives the paragraphs under n: the text between the borders of
// block elements and between double line breaks. Captions, navigation and
// hidden words are left out.
func readBlocks(n *html.Node) []block { return readBlocksOf(n, nil) }

// readBlocksOf does so and marks those that stand in main.
func readBlocksOf(n, main *html.Node) []block {
	r := blockReader{main: main}
	r.walk(n, block{})
	r.flush()
	return r.out
}

type blockReader struct {
	out    []block
	now    block
	text   strings.Builder
	breaks int  // <br> in a row
	space  bool // white space is due before the next word
	main   *html.Node
	day    string // the first time of the block that is marked for machines
	joint  int    // bytes of text at which one element ends and its neighbour begins; 0 is none
	stamp  int    // bytes at the beginning of text that say when it was published
}

func (r *blockReader) flush() {
	text := strings.TrimFunc(withoutStamp(r.text.String(), r.stamp), unicode.IsSpace)
	if text != "" {
		r.add(text)
	}
	r.text.Reset()
	r.now.linked, r.breaks, r.space, r.stamp, r.joint, r.day = 0, 0, false, 0, 0, ""
}

// add takes a text as a block, or as several if it has lines that are
// paragraphs.
func (r *blockReader) add(text string) {
	b := r.now
	b.day = r.day
	if b.node != nil {
		b.tag = b.node.Data
		b.form, b.room = formOf(b.node)
		b.around = b.node.Parent
		if b.item {
			b.room = listRoom(b.node)
		}
		if !b.heading && utf8.RuneCountInString(text) < proseRunes && named(b.node, headNames) {
			b.heading = true
		}
	}
	lines := strings.Split(text, "\n")
	if len(lines) == 1 || !paragraphs(lines) {
		b.text = text
		r.out = append(r.out, b)
		return
	}
	for _, l := range lines {
		b.text = strings.TrimSpace(l)
		b.linked = min(r.now.linked, utf8.RuneCountInString(b.text)*r.now.linked/max(1, utf8.RuneCountInString(text)))
		if b.text != "" {
			r.out = append(r.out, b)
		}
	}
}

const (
	lineRunes = 60 // mean length of lines from which on they are paragraphs: verse and addresses have less
)

// paragraphs reports whether lines that a page breaks singly are paragraphs:
// long ones, each of which ends before the next begins.
func paragraphs(lines []string) bool {
	runes := 0
	for i, l := range lines {
		l = strings.TrimSpace(l)
		runes += utf8.RuneCountInString(l)
		if i == 0 {
			continue
		}
		if first, _ := utf8.DecodeRuneInString(l); unicode.IsLower(first) && !ends(strings.TrimSpace(lines[i-1])) {
			return false
		}
	}
	return runes >= lineRunes*len(lines)
}

// formOf says how the element of a block and the one around it are called:
// blocks of one form are the same kind of thing on a page. room is the latter.
func formOf(n *html.Node) (form, room string) {
	if p := n.Parent; p != nil {
		room = p.Data + "." + attr(p, "class")
	}
	return n.Data + "." + attr(n, "class") + "<" + room, room
}

// listRoom names the element in which the outermost list around n stands.
func listRoom(n *html.Node) string {
	for p := n; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.Li, atom.Ul, atom.Ol, atom.P, atom.Div:
			if q := p.Parent; q != nil && (p.DataAtom == atom.Ul || p.DataAtom == atom.Ol) && q.DataAtom != atom.Li {
				return q.Data + "." + attr(q, "class")
			}
		default:
			return ""
		}
	}
	return ""
}

// walk reads n. in says what n stands in; its linked is 1 inside a link.
func (r *blockReader) walk(n *html.Node, in block) {
	switch n.Type {
	case html.TextNode:
		r.words(n.Data, in)
		return
	case html.ElementNode:
		if unread(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	switch n.DataAtom {
	case atom.Br:
		r.breaks++
		if r.breaks > 1 {
			now := r.now
			r.flush()
			r.now = now
			r.now.linked = 0
		}
		return
	case atom.Time:
		if r.day == "" {
			r.day = attr(n, "datetime")
		}
	case atom.A:
		in.linked = 1
	case atom.Li:
		in.item = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		in.heading = true
	case atom.Blockquote, atom.Aside:
		in.set = true
	case atom.Q:
		r.put("“", in)
	case atom.Tr:
		if row(n) {
			r.row(n, in)
			return
		}
	}
	own := blockElement(n.DataAtom) || shownAsBlock.MatchString(attr(n, "style"))
	in.main = in.main || n == r.main
	if own {
		if blockElement(n.DataAtom) {
			in.node = n
		}
		r.flush()
		r.now = in
		r.now.linked = 0
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.PrevSibling != nil && c.PrevSibling.Type == html.ElementNode {
			r.joint = r.text.Len() // no white space between two elements
		}
		r.walk(c, in)
		if own && (blockElement(c.DataAtom) || c.Type == html.ElementNode && shownAsBlock.MatchString(attr(c, "style"))) {
			r.now = in
			r.now.linked = 0
		}
	}
	if n.DataAtom == atom.Q {
		r.space = false
		r.text.WriteString("”")
	}
	if !own && r.day == "" && dated(n) {
		if text := plain(n); dayOf(text) != "" {
			r.day = text
		}
	}
	if !own && dated(n) {
		if text := strings.TrimSpace(r.text.String()); aboveText(text) {
			r.stamp = r.text.Len()
		}
	}
	if own {
		r.flush()
	}
}

// words adds text with its white space made single, as HTML says; no-break
// spaces stay.
func (r *blockReader) words(data string, in block) {
	const white = " \t\n\r\f"
	for data != "" {
		n := strings.IndexAny(data, white)
		if n == 0 {
			data = strings.TrimLeft(data, white)
			r.space = true
			continue
		}
		if n < 0 {
			n = len(data)
		}
		r.put(data[:n], in)
		data = data[n:]
	}
}

func (r *blockReader) put(word string, in block) {
	if r.breaks > 0 && r.text.Len() > 0 {
		r.text.WriteByte('\n')
	} else if r.space && r.text.Len() > 0 {
		r.text.WriteByte(' ')
	}
	if r.joint > 0 && r.joint == r.text.Len() && apart(r.text.String(), word) {
		r.text.WriteByte(' ')
	}
	r.breaks, r.space, r.joint = 0, false, 0
	r.text.WriteString(word)
	if in.linked > 0 {
		r.now.linked += utf8.RuneCountInString(word) + 1
	}
}

// apart reports whether the words of two neighbouring elements are two: styles
// show a space between that the page does not have. A capital in front of small
// letters (a drop cap) is one word with them.
func apart(text, word string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(word)
	ended := unicode.IsLower(last) || unicode.IsDigit(last) || strings.ContainsRune(".!?…:”»)", last)
	return ended && (unicode.IsUpper(first) || strings.ContainsRune("“„«", first)) || unicode.IsDigit(last) != unicode.IsDigit(first) && unicode.IsLetter(last) != unicode.IsLetter(first) &&
		(unicode.IsLetter(last) || unicode.IsLetter(first)) && (unicode.IsDigit(last) || unicode.IsDigit(first))
}

// row reports whether a table row has only short cells without blocks: data,
// not a page laid out by a table.
func row(tr *html.Node) bool {
	for cell := tr.FirstChild; cell != nil; cell = cell.NextSibling {
		for c := cell.FirstChild; c != nil; c = c.NextSibling {
			if blockElement(c.DataAtom) || c.DataAtom == atom.Br {
				return false
			}
		}
		if textLength(cell) > 200 {
			return false
		}
	}
	return true
}

// row writes a row of data as one paragraph.
func (r *blockReader) row(tr *html.Node, in block) {
	in.table = true
	r.flush()
	r.now = in
	r.now.linked = 0
	for cell := tr.FirstChild; cell != nil; cell = cell.NextSibling {
		if cell.Type != html.ElementNode || textLength(cell) == 0 {
			continue
		}
		if r.text.Len() > 0 {
			r.space = true
			r.put("|", in)
			r.space = true
		}
		for c := cell.FirstChild; c != nil; c = c.NextSibling {
			r.walk(c, in)
		}
	}
	r.flush()
}

func blockElement(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.H5, atom.H6, atom.Header, atom.Hr, atom.Html, atom.Li, atom.Main, atom.Ol, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}

// unread reports whether an element holds no text of the article.
func unread(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Del, atom.S, atom.Strike: // struck out
		return true
	case atom.Sup:
		return noteMark(n)
	case atom.Figure:
		return captioned(n)
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Footer, atom.Figcaption, atom.Iframe, atom.Object,
		atom.Video, atom.Audio, atom.Canvas, atom.Map, atom.Svg, atom.Math, atom.Button, atom.Input, atom.Select, atom.Textarea, atom.Form, atom.Label:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "class", "id":
			if a.Val != "" && len(a.Val) < 1000 && furniture.MatchString(strings.ToLower(a.Val)) && prose(n, false) < 300 {
				return true
			}
		case "style":
			if hiddenStyle.MatchString(a.Val) {
				return true
			}
		case "role":
			switch a.Val {
			case "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "button", "toolbar":
				return true
			}
		}
	}
	return false
}

// captioned reports whether the text of a figure belongs to a picture: it is no
// quotation, table or listing, and no more than a caption.
func captioned(n *html.Node) bool {
	picture := false
	for c := range n.Descendants() {
		switch c.DataAtom {
		case atom.Blockquote, atom.Table, atom.Pre, atom.Q, atom.Ul, atom.Ol:
			return false
		case atom.Img, atom.Picture, atom.Video, atom.Iframe, atom.Svg, atom.Audio, atom.Object, atom.Figcaption:
			picture = true
		}
	}
	return picture && textLength(n) < 1500
}

// prose counts the bytes of text in the paragraphs under n, links apart: an
// article may stand in a box called "read-more".
func prose(n *html.Node, inside bool) (length int) {
	switch {
	case n.Type == html.TextNode && inside:
		return len(strings.TrimSpace(n.Data))
	case n.DataAtom == atom.P:
		inside = true
	case n.DataAtom == atom.A:
		return 0
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		length += prose(c, inside)
	}
	return length
}

var (
	shownAsBlock = regexp.MustCompile(`(?i)(^|;)\s*display\s*:\s*(block|flex|grid|table|list-item)`)

	hiddenStyle = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)

	// consent are the names of layers that ask for consent.
	consent = regexp.MustCompile(`\b(cookie|consent|gdpr|onetrust|didomi|qc-cmp|sp_message|cmp(box|wrapper)|truste|usercentrics|privacy-?(banner|notice|wall))`)

	// furniture are the names of parts beside an article's text.
	furniture = regexp.MustCompile(`(^|[\s_-])(caption|captions|photo-?credit|image-?credit|media-?credit|credits?|wp-caption-text|` +
		`share|sharing|share-?(bar|buttons?|tools?|links?)|social|social-?(share|links?|media|bar|buttons?)|addtoany|sharedaddy|` +
		`(tool|pop)-?(tip|over|up)s?|hover-?cards?|rollover[\w-]*-block|related|related-?(links?|articles?|stories|content|posts?|box)|read-?(more|next|also)|more-?(stories|on|from)|recommended|recirc|outbrain|taboola|` +
		`newsletter|newsletter-?(signup|form|box|promo)|subscribe|signup|promo|promo-?box|advert(isement)?|ad-?(slot|container|unit|wrapper|label)|` +
		`pull-?quotes?|pullquote|visually-?hidden|sr-only|screen-?reader(-text)?|breadcrumbs?|tags|topics|tag-?list|` +
		`comments|comment-?(list|section|form)|print-?only|skip-?link|author-?(bio|box)|paywall-?(message|prompt)|cookie-?(banner|notice|bar))($|[\s_-]*(\s|$))`)
)

// noteNumber is the text of a mark that points to a footnote.
var noteNumber = regexp.MustCompile(`^\[?(\d{1,3}|[a-z*†‡§])\]?$`)

// noteMark reports whether raised text is a mark that leads to a footnote of the
// page: "[1]", linked to "#fn1". A raised 2 without a link is the article's.
func noteMark(sup *html.Node) bool {
	if !noteNumber.MatchString(plain(sup)) {
		return false
	}
	for c := range sup.Descendants() {
		if c.DataAtom == atom.A && strings.Contains(attr(c, "href"), "#") {
			return true
		}
	}
	return sup.Parent != nil && sup.Parent.DataAtom == atom.A && strings.Contains(attr(sup.Parent, "href"), "#")
}

// dated reports whether a page marks an element as saying when something was
// published.
func dated(n *html.Node) bool {
	if n.DataAtom == atom.Time || strings.HasPrefix(attr(n, "itemprop"), "date") {
		return true
	}
	class := attr(n, "class")
	return class != "" && len(class) < 1000 && dateClass.MatchString(class)
}

// dateClass are the names of such elements: "published" is hNews', the others
// are what publishers call them.
var dateClass = regexp.MustCompile(`(?i)(^|[\s_-])(dt-published|published|pub-?date|date(time|line)?|time-?stamp|time|posted|updated)($|[\s_-])`)

// withoutStamp takes the first stamp bytes off a text that goes on with a
// sentence: "3:55 AM The council will borrow ...". A text that has nothing else,
// or goes on in small letters, stays.
func withoutStamp(text string, stamp int) string {
	rest := strings.TrimLeftFunc(text[stamp:], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("-–—:|·•,", r) })
	if r, _ := utf8.DecodeRuneInString(rest); rest == "" || unicode.IsLower(r) {
		return text
	}
	return rest
}

func textLength(n *html.Node) (length int) {
	if n.Type == html.TextNode {
		return len(strings.TrimSpace(n.Data))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		length += textLength(c)
	}
	return length
}

func hasAttr(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
