package ask

import (
	"regexp"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/question"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// sureHead is the confidence of an answer that stands in an article's head.
const sureHead = .95

// headOf answers what somebody asks about an article's head: from what was read
// of it when the article was added, else from the lines of its own that stand
// above or below the text.
func headOf(d *index.Document, part question.Part) *Answer {
	a := d.Article
	known := map[question.Part]string{
		question.HeadAuthor: a.Byline, question.HeadDate: a.Date, question.HeadPublisher: a.Publisher,
	}[part]
	switch {
	case known != "":
		return &Answer{Answered: true, Confidence: sureHead, Head: known, HeadOf: a}
	case part == question.HeadTitle && a.Title != "":
		return headCited(d, 0, corpus.Span{End: len(a.Title)})
	}
	for n := 1; n <= len(a.Paragraphs); n++ {
		if n == headLines+1 && n < len(a.Paragraphs)-footLines+1 {
			n = len(a.Paragraphs) - footLines + 1
		}
		if m := headLine(a.Paragraphs[n-1].Text, part); !m.Empty() {
			return headCited(d, n, m)
		}
	}
	return &Answer{}
}

// Above and below the text of an article stand lines about it, in at most so
// many paragraphs of so many words.
const (
	headLines = 6
	footLines = 3
	lineWords = 12
)

var (
	byLine   = regexp.MustCompile(`^(?:By|BY|Written by|Text by|Words by|Reported by|Story by|Report by|Von|Text|Autor|Autorin|Author|Par|Por|Di|Автор|Текст)(?:: *| +)(\p{Lu}[^|•·]*)`) //nolint:misspell // German
	byEnd    = regexp.MustCompile(`,| in \p{Lu}| for \p{Lu}| at \p{Lu}|\d|\.$| [-–—] `)
	dateLine = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\b\d{1,2}(?:st|nd|rd|th|\.)? (?:of )?\p{L}{3,12}\.?,? \d{4}\b|\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b`)
)

// headLine gives the words of a line that are the part of the head asked for,
// an empty span when it is another line.
func headLine(text string, part question.Part) corpus.Span {
	if len(strings.Fields(text)) > lineWords {
		return corpus.Span{}
	}
	switch part {
	case question.HeadAuthor:
		if m := byLine.FindStringSubmatchIndex(text); m != nil {
			end := m[3]
			if cut := byEnd.FindStringIndex(text[m[2]:]); cut != nil && cut[0] > 0 {
				end = m[2] + cut[0]
			}
			return corpus.Span{Start: m[2], End: m[2] + len(strings.TrimSpace(text[m[2]:end]))}
		}
	case question.HeadDate:
		if m := dateLine.FindStringIndex(text); m != nil {
			return corpus.Span{Start: m[0], End: m[1]}
		}
	}
	return corpus.Span{}
}

// headCited cites paragraph n, 0 being the title, with the words that answer.
func headCited(d *index.Document, n int, mark corpus.Span) *Answer {
	c := cite.Citation{Article: d.Article, Ref: d.Article.Whole(n), Mark: mark, Score: 1}
	return &Answer{Answered: true, Confidence: sureHead, Citations: []cite.Citation{c}}
}
