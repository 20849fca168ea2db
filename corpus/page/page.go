// Package page reads an article out of a web page, as a browser's reader view
// would: what the page says of itself (JSON-LD, meta tags), and the paragraphs
// of its main part, without captions, boxes of links, share buttons and the
// like.
//
// The files, in the order in which a page goes:
//
//	page.go    the page's parts, its main part, and the article made of them
//	meta.go    what the page says of itself
//	block.go   the page's blocks of text
//	filter.go  what of the blocks is the article
package page

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/verbatim-bot/verbatim/corpus/fact"
)

// Page is the article that a web page holds. Fields are "" when the page does
// not tell.
type Page struct {
	Title, Byline, Publisher string
	Date                     string // as [fact.Day] gives it
	URL, Language            string
	Paragraphs               []string // trimmed, none is empty
}

// The refusals of [Read], wrapped with the reason.
var (
	ErrEmpty    = errors.New("no text")
	ErrTooLarge = errors.New("too large")
)

// Read finds the article in a page's source. The main part is found by
// readability; a page on which that finds next to nothing is read whole, and
// one whose text is only in its JSON-LD from there. White space in the
// paragraphs is single spaces, <br> a line break.
func Read(source string) (*Page, error) {
	if heavy(source) {
		return nil, fmt.Errorf("%w: the page has too many elements for an article", ErrTooLarge)
	}
	doc, err := html.ParseWithOptions(strings.NewReader(source), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, ErrEmpty // only for elements nested hundreds deep: no article is
	}
	meta := readMeta(doc)
	a := &Page{Title: meta.title, Byline: meta.byline, Publisher: meta.publisher}
	a.Date, a.URL, a.Language = fact.Day(meta.date), fact.Address(meta.url), fact.Language(meta.language)

	size := prunePage(doc, volume(readBlocks(mainPart(doc))))
	blocks := readBlocks(mainPart(doc))
	if len(blocks) > mostBlocks || volume(blocks) > mostText {
		return nil, fmt.Errorf("%w: the page has too much text for an article", ErrTooLarge)
	}
	if size <= readableSize {
		if r, err := readable(doc, a.URL); err == nil {
			if a.Byline == "" {
				a.Byline = byline(r.Byline())
			}
			a.Title = fact.Line(cmp.Or(a.Title, r.Title()))
			if r.Node != nil {
				nameAtoms(r.Node)
				if found := readBlocks(r.Node); volume(found) >= enough || volume(found)*2 > volume(blocks) {
					blocks = found
				}
			}
		}
	}
	if body := splitBody(meta.body); volume(body) > 2*volume(blocks) {
		blocks = body
	}
	a.Title = cmp.Or(a.Title, meta.h1, meta.shown)
	if short := withoutSite(a.Title, a.Publisher); squeeze(short) == squeeze(meta.h1) {
		a.Title = short
	}
	for _, b := range a.articleBlocks(blocks) {
		a.Paragraphs = append(a.Paragraphs, b.text)
	}
	if len(a.Paragraphs) == 0 {
		return nil, ErrEmpty
	}
	return a, nil
}

// heavy reports whether parsing source would make more nodes than a page with
// an article has. A formatting element that is never closed is opened again in
// every paragraph after it (HTML standard, "reconstruct the active formatting
// elements"), so that a small file can ask for gigabytes.
func heavy(source string) bool {
	z := html.NewTokenizer(strings.NewReader(source))
	nodes, open := 0, 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return nodes > mostNodes
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			kind := atom.Lookup(name)
			if formatting(kind) {
				open++
			}
			if kind == atom.Noscript {
				z.NextIsNotRawText() // it is parsed, see Read
			}
			nodes += 1 + open
		case html.EndTagToken:
			name, _ := z.TagName()
			if formatting(atom.Lookup(name)) {
				open = max(0, open-1)
			}
		}
		if nodes > mostNodes {
			return true
		}
	}
}

func formatting(a atom.Atom) bool {
	switch a {
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}

const (
	// mostNodes, mostBlocks (paragraphs) and mostText (runes) bound a page;
	// the longest live blogs reach a quarter of them. A page of as many elements
	// as are allowed is read in a second.
	mostNodes  = 400_000
	mostBlocks = 10_000
	mostText   = 2_000_000

	// readableSize is the most elements that readability is given. It goes over
	// a page several times, and no article has nearly as many.
	readableSize = 30_000

	// enough is how many runes make a found main part credible by itself.
	enough = 500
)

// readable runs readability on doc, which it changes.
func readable(doc *html.Node, address string) (readability.Article, error) {
	p := readability.NewParser()
	p.KeepClasses = true   // they tell captions from text
	p.DisableJSONLD = true // readMeta has read it, and scripts are gone
	u, err := url.Parse(address)
	if err != nil || address == "" {
		u = nil
	}
	return p.ParseAndMutate(doc, u)
}

// nameAtoms sets the atoms of elements that readability made or renamed.
func nameAtoms(n *html.Node) {
	if n.Type == html.ElementNode {
		n.DataAtom = atom.Lookup([]byte(n.Data))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		nameAtoms(c)
	}
}

// prunePage removes what is never an article's text, and gives the number of
// elements that are left. Text that a page only shows without scripts is put
// in its place when it is more than the shown runes that are there anyway.
func prunePage(doc *html.Node, shown int) (size int) {
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; {
			next := c.NextSibling
			switch {
			case c.Type == html.CommentNode, c.Type == html.ElementNode && foreign(c):
				n.RemoveChild(c)
			case c.Type == html.ElementNode:
				if c.DataAtom == atom.Noscript {
					c.Data, c.DataAtom = "div", atom.Div
					if n.DataAtom == atom.Head || volume(readBlocks(c)) < max(120, shown) {
						n.RemoveChild(c)
						break
					}
				}
				size++
				walk(c)
			}
			c = next
		}
	}
	walk(doc)
	return size
}

// foreign reports whether n is a script, a control, an advertisement or a
// layer about consent.
func foreign(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Button, atom.Select, atom.Input, atom.Textarea, atom.Dialog, atom.Svg:
		return true
	}
	switch n.Data {
	case "amp-consent", "amp-sidebar", "amp-ad", "amp-embed", "amp-user-notification", "amp-social-share", "amp-next-page", "amp-analytics":
		return true
	}
	if n.DataAtom == atom.Html || n.DataAtom == atom.Body {
		return false
	}
	names := strings.ToLower(attr(n, "id") + " " + attr(n, "class"))
	return names != " " && consent.MatchString(names) && !holdsArticle(n)
}

// holdsArticle reports whether n has an article or a main part inside: some
// pages mark their body's first element as "cookie-banner-open".
func holdsArticle(n *html.Node) bool {
	if n.DataAtom == atom.Article || n.DataAtom == atom.Main {
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if holdsArticle(c) {
			return true
		}
	}
	return false
}

// mainPart gives the element that a page marks as its article, the longest if
// there are several, and else its body.
func mainPart(doc *html.Node) *html.Node {
	var best *html.Node
	rank, length := 0, 0
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		r := 0
		switch {
		case n.Type != html.ElementNode:
		case attr(n, "itemprop") == "articleBody":
			r = 4
		case n.DataAtom == atom.Article:
			r = 3
		case n.DataAtom == atom.Main, attr(n, "role") == "main":
			r = 2
		case n.DataAtom == atom.Body:
			r = 1
		}
		if r > 0 && r >= rank {
			// Nested candidates of one rank count the inner text again, which
			// at the depth that the parser allows is still cheap.
			if l := textLength(n); r > rank && l > 200 || l > length || best == nil {
				best, rank, length = n, r, l
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	if best == nil {
		return doc
	}
	return best
}

// splitBody makes paragraphs of a text in JSON-LD.
func splitBody(body string) []block {
	var out []block
	for l := range strings.FieldsFuncSeq(body, func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2029' }) {
		if text := strings.TrimSpace(l); text != "" {
			out = append(out, block{text: text})
		}
	}
	return out
}

// withoutSite drops the name of the site from the end of a title.
func withoutSite(title, site string) string {
	if site == "" {
		return title
	}
	for _, sep := range [...]string{" | ", " - ", " – ", " — ", " · ", " :: "} {
		head, tail, ok := strings.Cut(title, sep)
		if i := strings.LastIndex(title, sep); ok {
			head, tail = title[:i], title[i+len(sep):]
		}
		if ok && strings.EqualFold(strings.TrimSpace(tail), site) && utf8.RuneCountInString(head) > 10 {
			return strings.TrimSpace(head)
		}
	}
	return title
}
