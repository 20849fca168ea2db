package page

import (
	"strings"
	"unicode/utf8"
)

// titleOf gives the headline among what a page says that its title is: where
// title is a headline that the page shows, and a mark and the site's name, it is
// that headline.
func titleOf(title, site string, headings []string) string {
	for _, h := range headings {
		if key := squeeze(h); utf8.RuneCountInString(key) >= fewestTitle && key != squeeze(site) && beside(title, h) {
			return h
		}
	}
	return withoutSite(title, site)
}

// fewestTitle is how many letters a headline has at least.
const fewestTitle = 6

// separators stand between a headline and the name of a site.
const separators = "|–—-·•:»«/<>~>"

// beside reports whether title is headline with something before or after it,
// and a separator between.
func beside(title, headline string) bool {
	rest, ok := strings.CutPrefix(title, headline)
	if ok {
		rest = strings.TrimLeft(rest, " \u00a0")
		r, _ := utf8.DecodeRuneInString(rest)
		return rest != "" && r != ':' && strings.ContainsRune(separators, r)
	}
	if rest, ok = strings.CutSuffix(title, headline); ok {
		rest = strings.TrimRight(rest, " \u00a0")
		r, _ := utf8.DecodeLastRuneInString(rest)
		return rest != "" && r != ':' && strings.ContainsRune(separators, r)
	}
	return false
}

// withoutSite drops the name of the site from the end or the beginning of a title.
func withoutSite(title, site string) string {
	const least = 10 // runes that must be left
	if site == "" {
		return title
	}
	for _, sep := range [...]string{" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • ", " « "} {
		if i := strings.LastIndex(title, sep); i >= 0 {
			head, tail := title[:i], title[i+len(sep):]
			if squeeze(tail) == squeeze(site) && utf8.RuneCountInString(head) > least {
				return strings.TrimSpace(head)
			}
		}
		if head, tail, ok := strings.Cut(title, sep); ok && squeeze(head) == squeeze(site) && utf8.RuneCountInString(tail) > least {
			return strings.TrimSpace(tail)
		}
	}
	return title
}
