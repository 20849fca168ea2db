package main

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// whyJSON is what `verbatim ask --json --why` adds to an answer.
type whyJSON struct {
	Kind     string        `json:"kind"`    // what the question was taken to ask for
	Lexical  float64       `json:"lexical"` // confidence by words alone
	Passages []readingJSON `json:"passages"`
}

// readingJSON is a passage in the order it has in the end, and what reading it
// closely came to, if it was read.
type readingJSON struct {
	Article   string  `json:"article"`
	Paragraph int     `json:"paragraph"`
	Score     float64 `json:"score"` // by words
	Read      bool    `json:"read"`
	Logit     float32 `json:"logit"`
	SpanScore float32 `json:"span_score"`
	Span      string  `json:"span"`  // the words most likely to be the answer
	Unfit     bool    `json:"unfit"` // they are nothing of the kind asked for
	Echo      float64 `json:"echo"`  // share of them that the question has
}

func whyToJSON(x *rank.Explanation) *whyJSON {
	if x == nil {
		return nil
	}
	o := &whyJSON{Kind: x.Kind, Lexical: x.Lexical, Passages: make([]readingJSON, 0, len(x.Passages))}
	for _, p := range x.Passages {
		j := readingJSON{Article: p.Ref.Article, Paragraph: p.Ref.Paragraph, Score: p.Score}
		if r := p.Reading; r != nil {
			j.Read, j.Logit, j.SpanScore, j.Unfit, j.Echo = true, r.Answers, r.SpanScore, p.Unfit, p.Echo
			// An error leaves it empty: the span lies in the paragraph.
			j.Span, _ = p.Article.Cut(corpus.Ref{Article: p.Ref.Article, Paragraph: p.Ref.Paragraph, Span: r.Span})
		}
		o.Passages = append(o.Passages, j)
	}
	return o
}
