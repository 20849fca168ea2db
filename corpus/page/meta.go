package page

import (
	"cmp"
	"html"
	"maps"
	"regexp"
	"slices"
	"strings"

	htmlnode "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/verbatim-bot/verbatim/corpus/fact"
)

// pageMeta is what a web page says of itself. Fields are "" when it is silent.
type pageMeta struct {
	title, byline, publisher, url string
	language                      string // as the page writes it: "en-GB"

	date    string   // of publication, as [fact.Day] gives it
	dated   string   // of something that is likely publication
	changed string   // of the last change
	loose   []string // texts in which a date may stand: the title, the description

	h1          string   // the page's first heading
	headings    []string // the first of first and second rank
	shown       string   // the title that a browser shows, often with the site's name
	description string
	body        string // the whole text, which some pages only have in JSON-LD
}

// The names under which pages say when they were published and changed.
var (
	publishedNames = strings.Fields(`article:published_time datepublished article:published article:published:time og:published_time og:pubdate og:article:published_time
		shareaholic:article_published_time cxenseparse:recs:publishtime cxenseparse:publishtime cxenseparse:recs:articlepublished rnews:datepublished bt:pubdate
		parsely-pub-date sailthru.date pubdate publish-date publishdate publish_date published_date publication_date publication-date published published_time publishtime
		date_published article_date_original article:date originalpublicationdate ptime pdate displaydate`)
	datedNames = strings.Fields(`dc.date.issued dcterms.issued dc.date.published article.published dcterms.created dc.date.created dcterms.date dc.date dc.created date
		schema:datecreated datecreated article:created creation_date created timestamp`)  // of something: publication, or the file
	changedNames = strings.Fields(`article:modified_time datemodified og:updated_time article:modified og:modified_time dcterms.modified dc.date.modified last-modified
		last_modified lastmod modified updated article:updated_time moddate revision_date`)
)

// readMeta collects a page's metadata: JSON-LD of its article first, then meta
// tags, then the marks of microdata and HTML itself.
func readMeta(doc *htmlnode.Node) pageMeta {
	tags := map[string]string{}
	var ld linkedData
	m := pageMeta{}
	times := map[string]bool{} // the days of the page's <time>
	note := func(name, value string) {
		name = strings.ToLower(strings.TrimSpace(name))
		if value = strings.TrimSpace(value); value != "" && name != "" && tags[name] == "" {
			tags[name] = value
		}
	}
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			note("html lang", cmp.Or(attr(n, "lang"), attr(n, "xml:lang")))
		case atom.Meta:
			for _, key := range [...]string{"property", "name", "itemprop", "http-equiv"} {
				note(attr(n, key), attr(n, "content"))
			}
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				note("canonical", attr(n, "href"))
			}
		case atom.Title:
			if n.Parent != nil && n.Parent.DataAtom == atom.Head {
				note("title element", plain(n))
			}
		case atom.H1, atom.H2:
			if n.DataAtom == atom.H1 {
				note("h1", plain(n))
			}
			if len(m.headings) < mostHeadings {
				m.headings = append(m.headings, plain(n))
			}
		case atom.Time:
			if day := dayOf(attr(n, "datetime")); day != "" {
				times[day] = true
			}
		case atom.Script:
			if strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
				ld.add(parseLD(n.FirstChild.Data), 0)
			}
		}
		if item := attr(n, "itemprop"); strings.HasPrefix(item, "datePublished") || n.DataAtom == atom.Time && hasAttr(n, "pubdate") {
			note("datepublished", cmp.Or(attr(n, "content"), attr(n, "datetime"), dayOf(attr(n, "title")), dayOf(plain(n))))
		}
		if property := attr(n, "property"); strings.HasSuffix(property, ":dateCreated") || strings.HasSuffix(property, ":datePublished") {
			note("schema:datecreated", attr(n, "content"))
		}
		if hNews.MatchString(attr(n, "class")) {
			note("datepublished", cmp.Or(attr(n, "datetime"), dayOf(attr(n, "title"))))
		}
	}
	m.url = fact.Address(tags["canonical"])
	if m.url == "" {
		m.url = fact.Address(tags["og:url"])
	}
	own := ld.article([]string{m.url, tags["og:url"]}, tags["h1"], tags["og:title"], tags["title element"])
	for _, address := range [...]string{str(own["url"]), str(own["mainEntityOfPage"])} {
		if m.url == "" {
			m.url = fact.Address(address)
		}
	}
	m.title = cmp.Or(headline(own, tags["title element"]), tags["dc.title"], tags["og:title"], tags["title"], tags["twitter:title"], tags["parsely-title"])
	m.byline = byline(cmp.Or(ld.named(own["author"]), ld.named(own["creator"]), tags["author"], tags["dc.creator"], tags["byl"], tags["parsely-author"], tags["article:author"]))
	m.publisher = cmp.Or(ld.named(own["publisher"]), tags["og:site_name"], tags["application-name"], tags["publisher"], tags["dc.publisher"], str(ld.of("name", "WebSite")["name"]))
	m.language = cmp.Or(tags["html lang"], str(own["inLanguage"]), tags["content-language"], tags["og:locale"], tags["language"])
	m.h1, m.shown, m.body = tags["h1"], tags["title element"], str(own["articleBody"])
	m.description = cmp.Or(tags["og:description"], tags["description"], tags["twitter:description"], str(own["description"]))
	m.title, m.publisher = fact.Line(html.UnescapeString(m.title)), fact.Line(html.UnescapeString(m.publisher))

	said := []string{str(own["datePublished"])}
	for _, name := range publishedNames {
		said = append(said, tags[name])
	}
	said = append(said, str(ld.of("datePublished", "Page", "Recipe", "CreativeWork", "Product", "Event")["datePublished"]), dateIn(m.url))
	m.date = firstDay(m.language, said)
	said = nil
	for _, name := range datedNames {
		said = append(said, tags[name])
	}
	said = append(said, str(own["dateCreated"]))
	if len(times) == 1 {
		said = append(said, slices.Collect(maps.Keys(times))...)
	}
	m.dated = firstDay(m.language, said)
	said = []string{str(own["dateModified"])}
	for _, name := range changedNames {
		said = append(said, tags[name])
	}
	m.changed = firstDay(m.language, append(said, str(ld.of("dateModified", "Page")["dateModified"])))
	m.loose = []string{tags["title element"], m.title, m.description}
	return m
}

// mostHeadings is how many headings may be the article's own.
const mostHeadings = 20

// firstDay gives the first that is a day of what a page says, and else the
// first that is printed otherwise.
func firstDay(language string, said []string) string {
	printed := ""
	for _, s := range said {
		if day, _, _ := fact.DayIn(s, language); day != "" && fact.Day(s) == day || day != "" && len(s) < 40 {
			return day
		}
		if printed == "" {
			printed = fact.Day(s)
		}
	}
	return printed
}

// hNews is the class of an element that says when the article was published, in
// the microformats hNews and h-entry; its title, or datetime, says it for
// machines.
var hNews = regexp.MustCompile(`(^|\s)(dt-)?published($|\s)`)

// dayOf gives the day that s says, "" if it says none.
func dayOf(s string) string {
	day, _, _ := fact.DayIn(s, "")
	return day
}

// dateIn gives the day in an address: /2031/02/03/, 2031-02-03.
func dateIn(address string) string {
	if d := dateInPath.FindStringSubmatch(address); d != nil {
		return d[1] + "-" + d[2] + "-" + d[3]
	}
	if d := dayInPath.FindStringSubmatch(address); d != nil {
		return d[3] + "-" + d[2] + "-" + d[1]
	}
	return ""
}

var (
	dateInPath = regexp.MustCompile(`/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?:/|-|_|\.|$)`)
	dayInPath  = regexp.MustCompile(`[/~]([0-2]\d|3[01])-(0[1-9]|1[0-2])-((?:19|20)\d\d)(?:/|-|$)`)
)

// plain gives the text of an element on one line.
func plain(n *htmlnode.Node) string {
	var b strings.Builder
	var walk func(n *htmlnode.Node)
	walk = func(n *htmlnode.Node) {
		if n.Type == htmlnode.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return fact.Line(b.String())
}
