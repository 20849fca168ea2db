package cite

import "github.com/verbatim-bot/verbatim/corpus"

// longRun is the number of bytes up to which a whole run of quotation marks is
// shown around the words that were found in it.
const longRun = 900

// Sentences widens r to the sentences that it touches. r must name words of a.
func Sentences(a *corpus.Article, r corpus.Ref) corpus.Ref {
	p, _ := a.Paragraph(r.Paragraph)
	span := r.Span
	for _, s := range corpus.Sentences(p.Text) {
		if s.Overlaps(span) {
			r.Start, r.End = min(r.Start, s.Start), max(r.End, s.End)
		}
	}
	return r
}

// Around gives the sentence before and the sentence after r, in the
// neighbouring paragraphs where r begins or ends its own. Either is empty at
// the article's ends.
func Around(a *corpus.Article, r corpus.Ref) (before, after corpus.Ref) {
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
