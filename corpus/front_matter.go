package corpus

import (
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/verbatim-bot/verbatim/corpus/fact"
)

// maxFront bounds the front matter, in bytes; more is text.
const maxFront = 64 << 10

// frontMatter splits YAML front matter, between lines of three hyphens at the
// very beginning, from the body. front is "" when there is none.
func frontMatter(text string) (front, body string) {
	rest, ok := strings.CutPrefix(text, "---")
	if !ok {
		return "", text
	}
	n, width := lineEnd(rest)
	if strings.TrimSpace(rest[:n]) != "" {
		return "", text
	}
	rest = rest[n+width:]
	for at := 0; at < min(len(rest), maxFront); {
		n, width := lineEnd(rest[at:])
		switch strings.TrimRight(rest[at:at+n], " \t") {
		case "---", "...":
			return rest[:at], rest[at+n+width:]
		}
		at += n + width
	}
	return "", text
}

var frontTitle = regexp.MustCompile(`(?mi)^(title|headline)[ \t]*:`)

// hasFrontMatter reports whether text begins with front matter that gives a
// title, whatever the file is called.
func hasFrontMatter(text string) bool {
	front, _ := frontMatter(text)
	return frontTitle.MatchString(front)
}

// readFront fills a's metadata from front matter. Unknown keys are ignored.
func (a *Article) readFront(front string) error {
	var fields map[string]yaml.Node
	if err := yaml.Unmarshal([]byte(strings.ReplaceAll(front, "\r\n", "\n")), &fields); err != nil {
		return err
	}
	for key, node := range fields {
		value := fact.Line(scalar(&node))
		switch strings.ToLower(key) {
		case "title", "headline":
			a.Title = value
		case "byline", "author", "authors":
			a.Byline = value
		case "publisher", "source", "site":
			a.Publisher = value
		case "date", "published":
			a.Date = fact.Day(value)
		case "url", "link", "canonical":
			a.URL = fact.Address(value)
		case "language", "lang":
			a.Language = fact.Language(value)
		}
	}
	return nil
}

// scalar gives a YAML value as text; the items of a list are joined with
// commas, and of a map only "name" counts.
func scalar(n *yaml.Node) string {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return ""
		}
		return n.Value
	case yaml.SequenceNode:
		var parts []string
		for _, c := range n.Content {
			if s := scalar(c); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == "name" {
				return scalar(n.Content[i+1])
			}
		}
	}
	return ""
}
