package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/index"
)

// longRun is the number of bytes up to which a whole run of quotation marks is
// shown around the words that were found in it.
const longRun = 900

// excerpt makes the citation of the words r: the sentences that hold them and
// the whole run of quotation marks that they stand in, so that a cut shows.
// The words themselves are marked.
func (t *text) excerpt(r corpus.Ref, said *quote.Quote) index.Citation {
	p, _ := t.doc.Article.Paragraph(r.Paragraph)
	span := r.Span
	sentences := corpus.Sentences(p.Text)
	for _, s := range sentences {
		if s.Overlaps(r.Span) {
			span.Start, span.End = min(span.Start, s.Start), max(span.End, s.End)
		}
	}
	c := index.Citation{Article: t.doc.Article, Mark: r.Span, Score: 1}
	if said != nil {
		c.Speaker, c.Kind, c.Via = said.Speaker, said.Kind, said.Via
		if !said.Mention.Empty() {
			if m, err := t.doc.Article.Cut(said.Mention); err == nil && m != said.Speaker {
				c.Mention = m
			}
		}
		whole := span
		if said.Ref.Paragraph == r.Paragraph {
			whole.Start, whole.End = min(whole.Start, said.Ref.Start), max(whole.End, said.Ref.End)
		}
		if whole.Len() <= longRun {
			span = whole
			for _, s := range sentences {
				if s.Overlaps(whole) {
					span.Start, span.End = min(span.Start, s.Start), max(span.End, s.End)
				}
			}
		}
	}
	c.Ref = corpus.Ref{Article: r.Article, Paragraph: r.Paragraph, Span: span}
	return c
}

// around gives the sentence before and the sentence after r, in the
// neighbouring paragraphs where r begins or ends its own. Either is empty at
// the article's ends.
func around(a *corpus.Article, r corpus.Ref) (before, after corpus.Ref) {
	p, _ := a.Paragraph(r.Paragraph)
	for _, s := range corpus.Sentences(p.Text) {
		if s.End <= r.Start {
			before = corpus.Ref{Article: r.Article, Paragraph: r.Paragraph, Span: s}
		}
		if s.Start >= r.End && after.Empty() {
			after = corpus.Ref{Article: r.Article, Paragraph: r.Paragraph, Span: s}
		}
	}
	if before.Empty() && r.Paragraph > 1 {
		prev, _ := a.Paragraph(r.Paragraph - 1)
		if ss := corpus.Sentences(prev.Text); len(ss) > 0 {
			before = corpus.Ref{Article: r.Article, Paragraph: r.Paragraph - 1, Span: ss[len(ss)-1]}
		}
	}
	if next, ok := a.Paragraph(r.Paragraph + 1); ok && after.Empty() {
		if ss := corpus.Sentences(next.Text); len(ss) > 0 {
			after = corpus.Ref{Article: r.Article, Paragraph: r.Paragraph + 1, Span: ss[0]}
		}
	}
	return before, after
}

// isName reports whether the article writes a word with a capital letter in
// the middle of a sentence and never without one.
func (t *text) isName(folded string) bool {
	if t.names == nil {
		t.names = make(map[string]bool)
		lower := make(map[string]bool)
		for _, p := range t.printed {
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
