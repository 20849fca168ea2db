package page

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed label.txt
var labelText string

// labels has the phrases of label.txt by kind, of all languages: the words of
// one are hardly ever a whole line of another's prose.
var labels = readLabels(labelText)

// phrases are the phrases of one kind, by their first word; those in scripts
// without spaces stand under "".
type phrases map[string][]string

func readLabels(text string) map[string]phrases {
	kinds := map[string]phrases{}
	for l := range strings.Lines(text) {
		kind, list, ok := strings.Cut(l, ":")
		if !ok || strings.HasPrefix(l, "#") {
			continue
		}
		if kinds[kind] == nil {
			kinds[kind] = phrases{}
		}
		for p := range strings.SplitSeq(list, "|") {
			if p = flat(p); p != "" {
				kinds[kind].add(p)
			}
		}
	}
	return kinds
}

func (ps phrases) add(p string) {
	first, _, _ := strings.Cut(p, " ")
	if spaceless(p) {
		first = ""
	}
	ps[first] = append(ps[first], p)
}

// flat gives the words of s in lower case with one space between.
func flat(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// all reports whether one of the phrases is all of a flat line.
func (ps phrases) all(line string) bool { return ps.start(line) == len(line) && line != "" }

// start gives the length of the longest phrase that a flat line begins with,
// 0 if there is none.
func (ps phrases) start(line string) (n int) {
	first, _, _ := strings.Cut(line, " ")
	for _, p := range ps[first] {
		if len(p) > n && strings.HasPrefix(line, p) && (len(line) == len(p) || line[len(p)] == ' ') {
			n = len(p)
		}
	}
	for _, p := range ps[""] {
		if len(p) > n && strings.HasPrefix(line, p) {
			n = len(p)
		}
	}
	return n
}

// in reports whether one of the phrases stands in a flat text.
func (ps phrases) in(text string) bool {
	for at := 0; at < len(text); {
		if ps.start(text[at:]) > 0 {
			return true
		}
		n := strings.IndexByte(text[at:], ' ')
		if n < 0 {
			break
		}
		at += n + 1
	}
	for _, p := range ps[""] {
		if strings.Contains(text, p) {
			return true
		}
	}
	return false
}

// The longest, in runes, of a line that only introduces something else, of a
// paragraph about the paper, and of a notice that the rest is for those who pay.
const (
	maxLabel = 160
	maxNote  = 700
	maxWall  = 400
)

// labelled reports whether a line is a label in some language: a sign, a button,
// a pointer to another text, a credit. linked says that most of it is a link.
func labelled(line string, linked bool) bool {
	if utf8.RuneCountInString(line) > maxLabel {
		return false
	}
	f := flat(line)
	if f == "" {
		return true
	}
	if labels["line"].all(f) || editorial.MatchString(line) {
		return true
	}
	if n := labels["pointer"].start(f); n > 0 && (linked || n == len(f) || strings.Contains(f[:n], " ") && follows(line, n, ":|»>➤→")) {
		return true // one word and a colon may begin a sentence of the text
	}
	if n := labels["credit"].start(f); n > 0 && follows(line, n, ":©/") {
		return true
	}
	return false
}

// follows reports whether the first n bytes of flat(line) are followed in line
// by white space and one of marks.
func follows(line string, n int, marks string) bool {
	count, space := 0, false
	for i, r := range line {
		if count == n {
			rest := strings.TrimLeftFunc(line[i:], unicode.IsSpace)
			first, _ := utf8.DecodeRuneInString(rest)
			return rest != "" && strings.ContainsRune(marks, first)
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			space = count > 0
			continue
		}
		if space {
			count++
			space = false
		}
		count += utf8.RuneLen(unicode.ToLower(r))
	}
	return false
}

// Wall reports whether a text says that its rest is for those who pay.
func Wall(text string) bool {
	return utf8.RuneCountInString(text) <= maxWall && labels["wall"].in(flat(text))
}
