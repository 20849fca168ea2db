package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
)

// isName reports whether the article writes a word with a capital letter in
// the middle of a sentence and never without one.
func (t *text) isName(folded string) bool {
	if t.names == nil {
		t.names = make(map[string]bool)
		lower := make(map[string]bool)
		for _, p := range t.printed().places {
			para, _ := t.doc.Article.Paragraph(p.para)
			r, _ := utf8.DecodeRuneInString(para.Text[p.span.Start:])
			switch {
			case unicode.IsLower(r):
				lower[p.fold] = true
			case unicode.IsUpper(r) && !p.fresh:
				t.names[p.fold] = true
			}
		}
		for w := range lower {
			delete(t.names, w)
		}
	}
	return t.names[folded]
}

// freshIn reports whether a sentence of text begins at s: it is the first
// thing there, or follows a full stop, question or exclamation mark.
func freshIn(text string, s corpus.Span) bool {
	before := strings.TrimRightFunc(text[:s.Start], func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(`"'“”‘’«»„([*_>~`, r)
	})
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune(".!?…:", r)
}
