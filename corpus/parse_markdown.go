package corpus

import (
	"cmp"
	"html"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/verbatim-bot/verbatim/corpus/fact"
)

// parseMarkdown reads Markdown (CommonMark): title, byline, publisher, date,
// url and language from YAML front matter, and a paragraph from each
// paragraph, list item, table row and further heading. Without a title in the
// front matter the first heading is the title. Code, pictures and raw HTML are
// dropped. The texts are rendered, so they have no place in the file.
func parseMarkdown(source string) (*Article, error) {
	front, body := frontMatter(source)
	a := &Article{TitleDoc: -1}
	if front != "" {
		if err := a.readFront(front); err != nil {
			a.Warnings = append(a.Warnings, warn(DoubtFrontMatter, fact.Line(strings.TrimPrefix(err.Error(), "yaml: "))))
		}
	}
	if tangled(body) {
		plain, err := parseText(body)
		if err != nil {
			return nil, err
		}
		a.Title, a.Paragraphs = cmp.Or(a.Title, plain.Title), plain.Paragraphs
		for i := range a.Paragraphs {
			a.Paragraphs[i].Doc = -1 // it counts from the front matter's end
		}
		a.Warnings = append(a.Warnings, warn(DoubtTangled))
		return a, nil
	}
	src := []byte(body)
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(text.NewReader(src))
	m := markdown{source: src, article: a}
	if err := ast.Walk(root, m.block); err != nil {
		return nil, err
	}
	if a.Title == "" {
		a.Title = m.heading
	}
	if len(a.Paragraphs) == 0 {
		return nil, ErrEmpty
	}
	if first := a.Paragraphs[0].Text; a.Title == "" && len(a.Paragraphs) > 1 && titular(first) {
		a.Title, a.Paragraphs = first, a.Paragraphs[1:]
	}
	return a, nil
}

type markdown struct {
	source  []byte
	article *Article
	heading string // the first one, kept for the title
}

// block turns one block of the document into a paragraph.
func (m *markdown) block(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n.Kind() {
	case ast.KindHeading:
		words := m.inline(n)
		title := m.heading == "" && len(m.article.Paragraphs) == 0 &&
			(m.article.Title == "" || words == m.article.Title)
		if title {
			m.heading = words
		} else {
			m.add(words)
		}
		return ast.WalkSkipChildren, nil
	case ast.KindParagraph, ast.KindTextBlock:
		m.add(m.inline(n))
		return ast.WalkSkipChildren, nil
	case ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindHTMLBlock, ast.KindThematicBreak:
		return ast.WalkSkipChildren, nil
	}
	if name := n.Kind().String(); name == "TableRow" || name == "TableHeader" {
		var cells []string
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			if words := m.inline(c); words != "" {
				cells = append(cells, words)
			}
		}
		m.add(strings.Join(cells, " | "))
		return ast.WalkSkipChildren, nil
	}
	return ast.WalkContinue, nil
}

func (m *markdown) add(words string) {
	if words != "" {
		m.article.Paragraphs = append(m.article.Paragraphs, Paragraph{Text: words, Doc: -1})
	}
}

// inline gives the words of a block, one line for each hard break.
func (m *markdown) inline(block ast.Node) string {
	var b strings.Builder
	// The walk cannot fail: the function below never does.
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.RawHTML:
			if strings.HasPrefix(strings.ToLower(string(n.Segments.Value(m.source))), "<br") {
				b.WriteByte('\n')
			}
		case *ast.AutoLink:
			b.Write(n.Label(m.source))
		case *ast.Text:
			value := string(n.Segment.Value(m.source))
			if _, code := n.Parent().(*ast.CodeSpan); !code {
				value = unescape(value)
			}
			b.WriteString(value)
			switch {
			case n.HardLineBreak():
				b.WriteByte('\n')
			case n.SoftLineBreak():
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}

// unescape resolves the backslash escapes and character references of
// Markdown text. Unlike a renderer it leaves NUL in place.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	const longest = 40 // bytes in a character reference: "&CounterClockwiseContourIntegral;" has 33
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] < 0x80 && (unicode.IsPunct(rune(s[i+1])) || unicode.IsSymbol(rune(s[i+1]))):
			i++
			b.WriteByte(s[i])
		case s[i] == '&':
			n := strings.IndexByte(s[i:min(len(s), i+longest)], ';')
			b.WriteString(html.UnescapeString(s[i : i+n+1]))
			if n < 0 {
				b.WriteByte('&')
			} else {
				i += n
			}
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// tangled reports whether parsing text as Markdown could take seconds. The
// parser's time grows with the square of the marks in one block and of the
// quotations and lists that stand in each other; measured, 20 million such
// steps are about a second. Articles stay far below.
func tangled(text string) bool {
	const most, deepest = 20_000_000, 20
	steps, marks := 0, 0
	for at := 0; at < len(text); {
		n, width := lineEnd(text[at:])
		line := text[at : at+n]
		at += n + width
		rest := strings.TrimLeft(line, " \t>-+*0123456789.)")
		open := line[:len(line)-len(rest)]
		if depth := strings.Count(open, ">") + strings.Count(open, " "+"-") + strings.Count(open, ". "); depth > deepest {
			return true
		}
		if rest == "" || open != "" && strings.HasSuffix(open, " ") {
			marks = 0 // a blank line or a list item begins a block
		}
		for i := 0; i < len(rest); i++ {
			switch rest[i] {
			case '[', ']', '*', '_', '`', '<', '~', '|', '!':
				steps += marks
				marks++
			}
		}
		if steps > most {
			return true
		}
	}
	return false
}

// titular reports whether a first paragraph reads as a headline does.
func titular(s string) bool {
	return len(s) < 200 && !strings.Contains(s, "\n") && !stopped(s)
}
