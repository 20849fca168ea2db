package page

import (
	"cmp"
	"encoding/json"
	"net/url"
	"strings"
)

// linkedData is what a page says of itself in JSON-LD: all its nodes, in order.
type linkedData struct {
	nodes []map[string]any
	byID  map[string]map[string]any
}

// mostLD bounds the nodes that are looked at.
const mostLD = 2000

// add takes a script's nodes: the value itself, those of a list or graph, and
// those that an article or page has in it.
func (d *linkedData) add(v any, depth int) {
	if depth > maxLD || len(d.nodes) >= mostLD {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			d.add(item, depth+1)
		}
	case map[string]any:
		if len(kindsOf(v)) > 0 {
			d.nodes = append(d.nodes, v)
			if id, ok := v["@id"].(string); ok && v["name"] != nil {
				if d.byID == nil {
					d.byID = map[string]map[string]any{}
				}
				d.byID[id] = v
			}
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart"} {
			d.add(v[key], depth+1)
		}
	}
}

// article gives the node of the page's own article: the one whose address is
// the page's, else the one whose headline the page shows, else the first. nil
// means none.
func (d *linkedData) article(addresses []string, shown ...string) map[string]any {
	var first, titled map[string]any
	for _, n := range d.nodes {
		if !isArticle(n["@type"]) {
			continue
		}
		if first == nil {
			first = n
		}
		for _, key := range [...]string{"url", "@id", "mainEntityOfPage"} {
			for _, a := range addresses {
				if sameAddress(str(n[key]), a) {
					return n
				}
			}
		}
		if head := squeeze(cmp.Or(str(n["headline"]), str(n["name"]))); titled == nil && len(head) > 8 {
			for _, s := range shown {
				if strings.HasPrefix(squeeze(s), head) {
					titled = n
				}
			}
		}
	}
	if titled != nil {
		return titled
	}
	return first
}

// of gives the first node of one of kinds that has a value for key.
func (d *linkedData) of(key string, kinds ...string) map[string]any {
	for _, n := range d.nodes {
		for _, have := range kindsOf(n) {
			for _, k := range kinds {
				if strings.HasSuffix(have, k) && n[key] != nil {
					return n
				}
			}
		}
	}
	return nil
}

// named gives the names of a value, or of the node that it points to.
func (d *linkedData) named(v any) string {
	if s := names(v, 0); s != "" {
		return s
	}
	var list []string
	for _, item := range asList(v) {
		if m, ok := item.(map[string]any); ok {
			id, _ := m["@id"].(string)
			if s := names(d.byID[id], 0); s != "" {
				list = append(list, s)
			}
		}
	}
	return strings.Join(list, ", ")
}

func asList(v any) []any {
	if l, ok := v.([]any); ok {
		return l
	}
	return []any{v}
}

// kindsOf gives the types of a node.
func kindsOf(n map[string]any) (kinds []string) {
	for _, k := range asList(n["@type"]) {
		if s, ok := k.(string); ok {
			kinds = append(kinds, strings.TrimPrefix(strings.TrimPrefix(s, "https://schema.org/"), "http://schema.org/"))
		}
	}
	return kinds
}

// sameAddress reports whether two addresses are of one page, whatever their
// scheme, query and last slash.
func sameAddress(a, b string) bool {
	ua, err := url.Parse(a)
	if err != nil || a == "" {
		return false
	}
	ub, err := url.Parse(b)
	if err != nil || len(ub.Path) < 2 {
		return false
	}
	host := func(u *url.URL) string { return strings.TrimPrefix(u.Host, "www.") }
	return host(ua) == host(ub) && strings.TrimSuffix(ua.Path, "/") == strings.TrimSuffix(ub.Path, "/")
}

// parseLD reads a JSON-LD script, allowing for what sites get wrong: CDATA
// marks, comments, and line breaks inside strings.
func parseLD(source string) any {
	source = strings.TrimSpace(source)
	for _, mark := range [...]string{"//<![CDATA[", "<![CDATA[", "<!--"} {
		source = strings.TrimPrefix(source, mark)
	}
	for _, mark := range [...]string{"//]]>", "]]>", "-->"} {
		source = strings.TrimSuffix(source, mark)
	}
	var v any
	if json.Unmarshal([]byte(source), &v) == nil {
		return v
	}
	source = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, strings.TrimRight(source, "; \n"))
	if json.Unmarshal([]byte(source), &v) == nil {
		return v
	}
	return nil
}

// maxLD bounds how deep JSON-LD is looked into.
const maxLD = 8

// isArticle reports whether a JSON-LD type is one of schema.org's articles.
func isArticle(kind any) bool {
	switch kind := kind.(type) {
	case string:
		kind = strings.TrimPrefix(strings.TrimPrefix(kind, "https://schema.org/"), "http://schema.org/")
		return strings.HasSuffix(kind, "Article") || kind == "BlogPosting" || kind == "LiveBlogPosting" ||
			kind == "SocialMediaPosting" || kind == "Report"
	case []any:
		for _, k := range kind {
			if s, ok := k.(string); ok && isArticle(s) {
				return true
			}
		}
	}
	return false
}

// headline gives an article's title in JSON-LD. Where headline and name
// differ, the one that the page's title shows is meant.
func headline(ld map[string]any, shown string) string {
	headline, name := str(ld["headline"]), str(ld["name"])
	if headline != "" && name != "" && name != names(ld["publisher"], 0) && !strings.Contains(shown, headline) && strings.Contains(shown, name) {
		return name
	}
	return cmp.Or(headline, name)
}

// str gives a JSON-LD value as text: a string, the first of a list, or the
// identifier of an object.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return strings.TrimSpace(s)
			}
		}
	case map[string]any:
		for _, key := range [...]string{"@id", "alternateName", "name"} {
			if s, ok := v[key].(string); ok {
				return strings.TrimSpace(s)
			}
		}
	}
	return ""
}

// names gives the names of a JSON-LD author or publisher, with commas between.
func names(v any, depth int) string {
	if depth > maxLD {
		return ""
	}
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		var list []string
		for _, item := range v {
			if s := names(item, depth+1); s != "" {
				list = append(list, s)
			}
		}
		return strings.Join(list, ", ")
	case map[string]any:
		return names(v["name"], depth+1)
	}
	return ""
}
