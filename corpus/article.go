// Package corpus holds articles as they were read: a title and paragraphs of
// text that never change, and the spans and references that name words in
// them. Parsers turn files (.txt, .md, .html) into an [Article]; everything
// after that speaks of the article's words only by [Ref], and only
// [Article.Cut] gives the words back. So no later stage can show words that
// are not in the article.
//
// The files, in the order in which an article goes:
//
//	parse.go           a file becomes an article: which format it has
//	encoding.go        its bytes become UTF-8
//	parse_markdown.go  Markdown, and plain text that looks like it
//	front_matter.go    the YAML that may stand above Markdown
//	parse_html.go      a web page or a fragment of one
//	parse_text.go      plain text
//	details.go         the facts that a person may put right
//	reread.go          an article once more from the bytes that it was read from
//	default.go         the article inside the program
//	article.go         Article and Paragraph, and what makes them valid
//	warning.go         what is doubtful about an article
//	sentence.go        the sentences of a text
//	abbreviation.go    full stops that end no sentence
//	span.go            Span and Ref, which name words
//	sketch.go          how much wording two articles share
//	invisible.go       characters that nobody sees
//	doubt.go           warnings by their kinds
package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"unicode/utf8"
)

// Article is one news article as stored. Its texts are valid UTF-8 and are
// never edited after parsing: what a reader is shown is cut from them.
type Article struct {
	ID        string // stable for the article's life, "a12"; "" until it is stored
	Revision  int    // 1 for the first text, raised by each replacement; 0 until it is stored
	File      string // the path as given by the user, "" when pasted
	Title     string
	TitleDoc  int // rune offset of Title in the file as read, -1 if it is not the file's text
	Byline    string
	Publisher string
	Date      string // as printed, YYYY-MM-DD where it could be read so
	URL       string // http(s) only, else ""
	Language  string // BCP 47 primary subtag ("en"), "" when unknown

	Paragraphs []Paragraph

	// Warnings tell what was doubtful about the input, in words:
	// "converted from Windows-1252", "looks like a cookie notice".
	Warnings []Warning
}

// Paragraph is one paragraph's text and where it stood in the file.
type Paragraph struct {
	Text string
	// Doc is the rune offset of Text's first rune in the file as read (after
	// decoding to UTF-8, without a byte order mark), or -1 for formats whose
	// text is not the file's, such as HTML. When it is not negative, Text is
	// the file's text from there on, rune for rune.
	Doc int
}

// ID identifies a paragraph by its words: the same text has the same id in
// every revision and every index. It is 16 hexadecimal digits.
func (p Paragraph) ID() string {
	h := sha256.Sum256([]byte(p.Text))
	return hex.EncodeToString(h[:8])
}

// Paragraph gives paragraph n, counted from 1; 0 is the title. It reports
// false when there is no such paragraph.
func (a *Article) Paragraph(n int) (Paragraph, bool) {
	switch {
	case n == 0:
		return Paragraph{Text: a.Title, Doc: a.TitleDoc}, a.Title != ""
	case n < 0 || n > len(a.Paragraphs):
		return Paragraph{}, false
	}
	return a.Paragraphs[n-1], true
}

// Cut gives the words that r names. It is the only function of the program
// that takes text out of an article. It fails when r is of another article,
// names a paragraph that is not there, or a span that is not inside it or
// splits a rune; such a Ref is a fault of the caller and nothing may be shown.
func (a *Article) Cut(r Ref) (string, error) {
	if r.Article != a.ID {
		return "", fmt.Errorf("cut %v: article is %q", r, a.ID)
	}
	p, ok := a.Paragraph(r.Paragraph)
	if !ok {
		return "", fmt.Errorf("cut %v: %q has %d paragraphs", r, a.ID, len(a.Paragraphs))
	}
	if !r.valid(p.Text) {
		return "", fmt.Errorf("cut %v: no such span in %d bytes", r, len(p.Text))
	}
	return p.Text[r.Start:r.End], nil
}

// Whole is a Ref to all of paragraph n, which must exist.
func (a *Article) Whole(n int) Ref {
	p, _ := a.Paragraph(n)
	return Ref{Article: a.ID, Paragraph: n, Span: Span{0, len(p.Text)}}
}

// Doc gives the rune offsets of r in the file as read, or -1, -1 when the
// paragraph is not the file's own text. r must name words of a.
func (a *Article) Doc(r Ref) (start, end int) {
	p, ok := a.Paragraph(r.Paragraph)
	if !ok || p.Doc < 0 {
		return -1, -1
	}
	start, end = Runes(p.Text, r.Span)
	return p.Doc + start, p.Doc + end
}

// Size is the number of bytes of text in a, title included.
func (a *Article) Size() int {
	n := len(a.Title)
	for _, p := range a.Paragraphs {
		n += len(p.Text)
	}
	return n
}

// Valid reports the first fault of a's texts: bytes that are not UTF-8 or an
// empty paragraph. Parsers never make such an article; records read back from
// a disk are checked with it.
func (a *Article) Valid() error {
	if !utf8.ValidString(a.Title) {
		return fmt.Errorf("article %q: title is not UTF-8", a.ID)
	}
	for i, p := range a.Paragraphs {
		if p.Text == "" || !utf8.ValidString(p.Text) {
			return fmt.Errorf("article %q: paragraph %d is empty or not UTF-8", a.ID, i+1)
		}
	}
	return nil
}
