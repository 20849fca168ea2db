// Package page reads an article out of a web page, as a browser's reader view
// would: what the page says of itself (JSON-LD, meta tags), and the paragraphs
// of its main part, without captions, boxes of links, share buttons and the
// like.
//
// The files, in the order in which a page goes:
//
//	page.go       the page's parts, and the article made of them
//	meta.go       what the page says of itself
//	ld.go         the same in JSON-LD
//	choose.go     which of its blocks are the article's
//	published.go  its day, where the page only shows it
//	filter.go     what among the blocks is something else
//	repeat.go     what the page shows twice
//	byline.go     who wrote it
//	title.go      its headline, without the site's name
//	script.go     a text that only the page's scripts have
//	tree.go       the page's tree: what is cut off it, its main part
//	block.go      the page's blocks of text
//	label.go      what pages say beside their articles, by language: label.txt
package page

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"

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
	Walled                   bool     // the page says that the rest is for those who pay
}

// The refusals of [Read], wrapped with the reason.
var (
	ErrEmpty    = errors.New("no text")
	ErrTooLarge = errors.New("more than an article has")
)

// Read finds the article in a page's source. The main part is found by
// readability; a page on which that finds next to nothing is read whole, and
// one whose text is only in its JSON-LD or in the data of its scripts from there. White space in the
// paragraphs is single spaces, <br> a line break.
func Read(source string) (*Page, error) {
	if heavy(source) {
		return nil, fmt.Errorf("the page has too many elements: %w", ErrTooLarge)
	}
	doc, err := html.ParseWithOptions(strings.NewReader(source), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, ErrEmpty // only for elements nested hundreds deep: no article is
	}
	stream(doc)
	meta := readMeta(doc)
	a := &Page{Title: meta.title, Byline: meta.byline, Publisher: meta.publisher}
	a.Date, a.URL, a.Language = meta.date, meta.url, fact.Language(meta.language)

	data := scripts(doc)
	size := prunePage(doc, volume(readBlocks(mainPart(doc, meta.h1))))
	main := mainPart(doc, meta.h1)
	dropOthers(doc, main)
	all, blocks := readBlocksOf(doc, main), readBlocks(main)
	if len(all) > mostBlocks || volume(all) > mostText {
		return nil, fmt.Errorf("the page has too much text: %w", ErrTooLarge)
	}
	whole := blocks
	if a.Date == "" {
		headline := titleOf(cmp.Or(a.Title, meta.shown), a.Publisher, meta.headings)
		day, near := visibleDay(all, []string{headline, meta.h1}, meta.language)
		if !near {
			day = cmp.Or(meta.dated, day)
		}
		a.Date = cmp.Or(day, looseDay(meta), meta.changed)
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
					if c, ok := match(all, found); ok {
						c.putBack(cmp.Or(meta.h1, a.Title), meta.description)
						blocks = c.kept()
					}
				}
			}
		}
	}
	if body := splitBody(meta.body); volume(body) > 2*volume(blocks) {
		blocks = body
	}
	if volume(blocks) < enough {
		if body := scriptBody(data); volume(body) > 2*volume(blocks) {
			blocks = body
		}
	}
	a.Title = fact.Line(titleOf(cmp.Or(a.Title, meta.h1, meta.shown), a.Publisher, meta.headings))
	if a.Publisher == "" {
		a.Publisher = host(a.URL)
	}
	if squeeze(a.Byline) == squeeze(a.Publisher) {
		a.Byline = ""
	}
	kept := a.articleBlocks(blocks, meta.h1, meta.shown)
	if len(kept) == 0 {
		kept = whole // a page of lines: better too many than none
	}
	for _, b := range kept {
		a.Paragraphs = append(a.Paragraphs, b.text)
	}
	if len(a.Paragraphs) == 0 {
		return nil, ErrEmpty
	}
	return a, nil
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

// lostBreak is where a text has lost the break between two paragraphs: a
// sentence ends and the next begins without a space.
var lostBreak = regexp.MustCompile(`([\p{Ll}\p{Nd}»”"’)\]][.!?…][»”"’)\]]*|[.!?…][»”’])([«“„¿¡]?\p{Lu}[\p{Ll}\s’'])`)

// splitBody makes paragraphs of a text in JSON-LD.
func splitBody(body string) []block {
	var out []block
	for l := range strings.FieldsFuncSeq(lostBreak.ReplaceAllString(body, "$1\n$2"), func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2029' }) {
		if text := strings.TrimSpace(l); text != "" {
			out = append(out, block{text: text})
		}
	}
	return out
}

// looseDay gives the day that a page's title or description speaks of.
func looseDay(m pageMeta) string {
	for _, s := range m.loose {
		if day, _, _ := fact.DayIn(s, m.language); day != "" {
			return day
		}
	}
	return ""
}

// host gives the name of the site of an address, as readers know it.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
