package index

import (
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Whole widens r to the sentences that it touches. r must name words of a.
func Whole(a *corpus.Article, r corpus.Ref) corpus.Ref {
	p, _ := a.Paragraph(r.Paragraph)
	sentences := corpus.Sentences(p.Text)
	first, last := touched(sentences, r.Span)
	if first < 0 {
		return r
	}
	r.Start, r.End = min(r.Start, sentences[first].Start), max(r.End, sentences[last].End)
	return r
}

// Widen gives the excerpt to show for r, of budget runes at most: the
// sentences that r touches, then those around them in the same paragraph for
// as long as they fit, the following before the preceding. When the sentences
// that r touches are too long by themselves, it is the words around r up to
// the budget, beginning and ending between words where there are any; when r
// alone is too long, it is its beginning. r must name words of a, and budget
// must be positive.
func Widen(a *corpus.Article, r corpus.Ref, budget int) corpus.Ref {
	p, _ := a.Paragraph(r.Paragraph)
	sentences := corpus.Sentences(p.Text)
	first, last := touched(sentences, r.Span)
	whole := Whole(a, r)
	if first < 0 || !fits(p.Text, whole.Span, budget) {
		r.Span = around(p.Text, r.Span, budget)
		return r
	}
	for more := true; more; {
		more = false
		if last+1 < len(sentences) && fits(p.Text, corpus.Span{Start: whole.Start, End: sentences[last+1].End}, budget) {
			last++
			whole.End, more = sentences[last].End, true
		}
		if first > 0 && fits(p.Text, corpus.Span{Start: sentences[first-1].Start, End: whole.End}, budget) {
			first--
			whole.Start, more = sentences[first].Start, true
		}
	}
	return whole
}

// Before gives the sentence before those that r touches, if need be the last
// of an earlier paragraph. It reports false at the beginning of the article.
func Before(a *corpus.Article, r corpus.Ref) (corpus.Ref, bool) {
	p, _ := a.Paragraph(r.Paragraph)
	sentences := corpus.Sentences(p.Text)
	if first, _ := touched(sentences, r.Span); first > 0 {
		return corpus.Ref{Article: r.Article, Paragraph: r.Paragraph, Span: sentences[first-1]}, true
	}
	for n := r.Paragraph - 1; n >= 1; n-- {
		p, _ := a.Paragraph(n)
		if sentences := corpus.Sentences(p.Text); len(sentences) > 0 {
			return corpus.Ref{Article: r.Article, Paragraph: n, Span: sentences[len(sentences)-1]}, true
		}
	}
	return corpus.Ref{}, false
}

// After gives the sentence after those that r touches, if need be the first of
// a later paragraph. It reports false at the end of the article.
func After(a *corpus.Article, r corpus.Ref) (corpus.Ref, bool) {
	p, _ := a.Paragraph(r.Paragraph)
	sentences := corpus.Sentences(p.Text)
	if _, last := touched(sentences, r.Span); last >= 0 && last+1 < len(sentences) {
		return corpus.Ref{Article: r.Article, Paragraph: r.Paragraph, Span: sentences[last+1]}, true
	}
	for n := r.Paragraph + 1; n <= len(a.Paragraphs); n++ {
		p, _ := a.Paragraph(n)
		if sentences := corpus.Sentences(p.Text); len(sentences) > 0 {
			return corpus.Ref{Article: r.Article, Paragraph: n, Span: sentences[0]}, true
		}
	}
	return corpus.Ref{}, false
}

// touched gives the first and last of the sentences that s has bytes of; an
// empty s touches the sentence that it stands in, or else the one after it.
// Without any, both are -1.
func touched(sentences []corpus.Span, s corpus.Span) (first, last int) {
	first, last = -1, -1
	for i, sentence := range sentences {
		if sentence.Overlaps(s) || s.Empty() && first < 0 && s.Start < sentence.End {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

func fits(text string, s corpus.Span, budget int) bool {
	return s.Len() <= budget || utf8.RuneCountInString(text[s.Start:s.End]) <= budget
}

// around gives s with as much text on both sides as the budget allows, to the
// borders of words.
func around(text string, s corpus.Span, budget int) corpus.Span {
	left := budget - utf8.RuneCountInString(text[s.Start:s.End])
	if left < 0 {
		return trim(text, corpus.Span{Start: s.Start, End: forward(text, s.Start, budget)}, corpus.Span{Start: s.Start, End: s.Start})
	}
	wide := corpus.Span{Start: back(text, s.Start, left/2), End: s.End}
	wide.End = forward(text, s.End, left-utf8.RuneCountInString(text[wide.Start:s.Start]))
	wide.Start = back(text, s.Start, budget-utf8.RuneCountInString(text[s.Start:wide.End]))
	return trim(text, wide, s)
}

// forward is the offset n runes after i, or the end; back is its mirror.
func forward(text string, i, n int) int {
	for ; n > 0 && i < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return i
}

func back(text string, i, n int) int {
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
	}
	return i
}

// trim takes words that were cut through off both ends of s, and the white
// space there, but nothing of keep.
func trim(text string, s, keep corpus.Span) corpus.Span {
	if s.Start > 0 && s.Start < keep.Start && !spaceBefore(text, s.Start) {
		for i, r := range text[s.Start:keep.Start] {
			if unicode.IsSpace(r) {
				s.Start += i
				break
			}
		}
	}
	if s.End < len(text) && s.End > keep.End && !spaceAfter(text, s.End) {
		for i := s.End; i > keep.End; {
			r, size := utf8.DecodeLastRuneInString(text[:i])
			i -= size
			if unicode.IsSpace(r) && i > s.Start {
				s.End = i
				break
			}
		}
	}
	for s.Start < min(keep.Start, s.End) {
		r, size := utf8.DecodeRuneInString(text[s.Start:])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += size
	}
	for s.End > max(keep.End, s.Start) {
		r, size := utf8.DecodeLastRuneInString(text[:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}

func spaceBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsSpace(r)
}

func spaceAfter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsSpace(r)
}
