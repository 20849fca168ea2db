package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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

// stream puts the parts of a page that React sends late into their places, as
// its scripts do in a browser: <div hidden id="S:0"> goes where <template
// id="B:0"> or "P:0" is, and without one is shown where it stands.
func stream(doc *html.Node) {
	late := map[string]*html.Node{}
	holes := map[string]*html.Node{}
	for n := range doc.Descendants() {
		id := attr(n, "id")
		kind, number, ok := strings.Cut(id, ":")
		switch {
		case !ok || number == "":
		case n.DataAtom == atom.Div && kind == "S" && hasAttr(n, "hidden"):
			late[number] = n
		case n.DataAtom == atom.Template && (kind == "B" || kind == "P"):
			holes[number] = n
		}
	}
	for number, part := range late {
		part.Attr = nil
		hole := holes[number]
		if hole == nil || within(hole, part) || hole.Parent == nil || part.Parent == nil {
			continue
		}
		part.Parent.RemoveChild(part)
		hole.Parent.InsertBefore(part, hole)
	}
}

// within reports whether n stands in part.
func within(n, part *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == part {
			return true
		}
	}
	return false
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

// mainPart gives the element that a page marks as its article, and else its
// body. Among several it is the one that has the page's headline, and of those
// the longest.
func mainPart(doc *html.Node, headline string) *html.Node {
	var best *html.Node
	rank, length, headed := 0, 0, false
	headline = squeeze(headline)
	with := above(doc, func(n *html.Node) bool {
		return headline != "" && (n.DataAtom == atom.H1 || n.DataAtom == atom.H2) && squeeze(plain(n)) == headline
	})
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
			l := textLength(n)
			has := r == 3 && l > 200 && with[n]
			if r > rank && l > 200 || r == rank && (has && !headed || has == headed && l > length) || best == nil {
				best, rank, length, headed = n, r, l, has
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

// dropOthers removes the articles that a page shows below its own: those that
// do not stand in main, nor it in them, and have a first heading of their own.
func dropOthers(doc, main *html.Node) {
	headed := above(doc, func(n *html.Node) bool { return n.DataAtom == atom.H1 })
	if main.DataAtom != atom.Article || !headed[main] {
		return
	}
	var others []*html.Node
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Article && headed[n] && n != main && !within(n, main) && !within(main, n) {
			others = append(others, n)
		}
	}
	for _, n := range others {
		n.Parent.RemoveChild(n)
	}
}

// above gives the elements that have one in them that is so. Of more than a
// hundred such it sees the first: no article has as many headlines.
func above(doc *html.Node, so func(*html.Node) bool) map[*html.Node]bool {
	const most = 100
	in := map[*html.Node]bool{}
	count := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !so(n) {
			continue
		}
		for p := n.Parent; p != nil && !in[p]; p = p.Parent {
			in[p] = true
		}
		if count++; count == most {
			break
		}
	}
	return in
}
