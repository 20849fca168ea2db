package main

import (
	"fmt"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// whyLines is how many features of each passage --why prints: those that moved
// its score most.
const whyLines = 8

// explain prints how an answer came about: what the question was taken to ask
// for, which words the article has not, and what made each passage's score.
func (p paint) explain(x *rank.Explanation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\nasks for: %s, confidence %.2f (answered from %.2f on)\n", x.Kind, x.Confidence, x.Least)
	for _, t := range x.Terms {
		fmt.Fprintf(&b, "  %-20s weight %4.1f", p.inert(t.Text), t.Weight)
		if t.Gone {
			b.WriteString("  not in the article")
		}
		b.WriteByte('\n')
	}
	contributions(&b, "confidence, before it is calibrated", x.Signals)
	for i, e := range x.Passages {
		contributions(&b, fmt.Sprintf("passage %d: ¶%d, score %.2f", i+1, e.Ref.Paragraph, e.Score), e.Features)
		contributions(&b, "its best sentence", e.Sentence)
		if r := e.Reading; r != nil {
			words, err := e.Article.Cut(corpus.Ref{Article: e.Ref.Article, Paragraph: e.Ref.Paragraph, Span: r.Span})
			if err != nil {
				words = ""
			}
			fmt.Fprintf(&b, "read closely: logit %+.2f that it answers, %+.2f for the words %q\n", r.Answers, r.SpanScore, p.inert(words))
		}
	}
	return b.String()
}

func contributions(b *strings.Builder, title string, cs []rank.Contribution) {
	fmt.Fprintf(b, "%s\n", title)
	for _, c := range rank.Strongest(cs, whyLines) {
		fmt.Fprintf(b, "  %+7.2f  %-14s %6.2f x %6.2f  %s\n", c.Value*c.Weight, c.Name, c.Value, c.Weight, c.Meaning)
	}
}
