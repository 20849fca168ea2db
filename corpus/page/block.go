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
func readBlocks(n *html.Node) []block {
	r := blockReader{}
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
	stamp  int  // bytes at the beginning of text that say when it was published
}

func (r *blockReader) flush() {
	text := strings.TrimFunc(withoutStamp(r.text.String(), r.stamp), unicode.IsSpace)
	if text != "" {
		b := r.now
		b.text = text
		r.out = append(r.out, b)
	}
	r.text.Reset()
	r.now.linked, r.breaks, r.space, r.stamp = 0, 0, false, 0
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
	own := blockElement(n.DataAtom)
	if own {
		r.flush()
		r.now = in
		r.now.linked = 0
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c, in)
		if own && blockElement(c.DataAtom) {
			r.now = in
			r.now.linked = 0
		}
	}
	if n.DataAtom == atom.Q {
		r.space = false
		r.text.WriteString("”")
	}
	if !own && dated(n) {
		if text := strings.TrimSpace(r.text.String()); onlyDate(text) || topLine.MatchString(text) {
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
	r.breaks, r.space = 0, false
	r.text.WriteString(word)
	if in.linked > 0 {
		r.now.linked += utf8.RuneCountInString(word) + 1
	}
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
	hiddenStyle = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)

	// consent are the names of layers that ask for consent.
	consent = regexp.MustCompile(`\b(cookie|consent|gdpr|onetrust|didomi|qc-cmp|sp_message|cmp(box|wrapper)|truste|usercentrics|privacy-?(banner|notice|wall))`)

	// furniture are the names of parts beside an article's text.
	furniture = regexp.MustCompile(`(^|[\s_-])(caption|captions|photo-?credit|image-?credit|media-?credit|credits?|wp-caption-text|` +
		`share|sharing|share-?(bar|buttons?|tools?|links?)|social|social-?(share|links?|media|bar|buttons?)|addtoany|sharedaddy|` +
		`related|related-?(links?|articles?|stories|content|posts?|box)|read-?(more|next|also)|more-?(stories|on|from)|recommended|recirc|outbrain|taboola|` +
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

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
