package fetch

import (
	"net/url"
	"strings"
)

// agent is our name in robots.txt.
const agent = "verbatim"

// robots holds the rules of a robots.txt for us.
type robots struct {
	rules []robotRule
}

type robotRule struct {
	pattern string
	allow   bool
}

// parseRobots reads a robots.txt as RFC 9309 says: the groups that name us,
// or else those for every agent.
func parseRobots(text string) robots {
	var ours, all robots
	var named, everyone, open bool // who the group is for, and whether its agents still go on
	found := false
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		line, _, _ = strings.Cut(line, "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		switch key = strings.ToLower(strings.TrimSpace(key)); key {
		case "user-agent":
			if !open {
				named, everyone, open = false, false, true
			}
			product, _, _ := strings.Cut(strings.ToLower(value), "/")
			named = named || product == agent
			everyone = everyone || value == "*"
			found = found || named
		case "allow", "disallow":
			open = false
			if value == "" {
				continue // "Disallow:" alone forbids nothing
			}
			rule := robotRule{normalPath(value), key == "allow"}
			if named {
				ours.rules = append(ours.rules, rule)
			}
			if everyone {
				all.rules = append(all.rules, rule)
			}
		}
	}
	if found {
		return ours
	}
	return all
}

// allows reports whether u may be fetched. The longest pattern that matches
// decides; of two equally long ones the one that allows.
func (r robots) allows(u *url.URL) bool {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	path = normalPath(path)
	best := robotRule{"", true}
	for _, rule := range r.rules {
		longer := len(rule.pattern) > len(best.pattern) || len(rule.pattern) == len(best.pattern) && rule.allow
		if longer && matches(rule.pattern, path) {
			best = rule
		}
	}
	return best.allow
}

// matches reports whether pattern, in which "*" stands for anything and a
// last "$" for the end, matches the beginning of path. It is linear: after
// each "*" the first place that fits is the best.
func matches(pattern, path string) bool {
	pattern, anchored := strings.CutSuffix(pattern, "$")
	head, rest, wild := strings.Cut(pattern, "*")
	path, ok := strings.CutPrefix(path, head)
	for ok && wild {
		head, rest, wild = strings.Cut(rest, "*")
		if !wild && anchored {
			return strings.HasSuffix(path, head)
		}
		_, path, ok = strings.Cut(path, head)
	}
	return ok && (!anchored || path == "")
}

// normalPath writes a path or pattern with the same characters escaped, so
// that "/ä" and "/%C3%A4" are one.
func normalPath(p string) string {
	var b strings.Builder
	for i := 0; i < len(p); i++ {
		c := p[i]
		if c == '%' && i+2 < len(p) {
			if d, err := url.PathUnescape(p[i : i+3]); err == nil {
				if unreserved(d[0]) {
					b.WriteString(d)
				} else {
					b.WriteString(strings.ToUpper(p[i : i+3]))
				}
				i += 2
				continue
			}
		}
		if c <= ' ' || c >= 0x7F {
			const hex = "0123456789ABCDEF"
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
