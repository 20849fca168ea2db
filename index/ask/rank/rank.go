// Package rank lays a question against an article: it scores sentences and,
// by them, passages, says how sure the first is, and marks the words that
// answer. What it weighs by was learned by tools/train/ask.
//
//	vectors.go     all of it for the training
//	explain.go     all of it for --why
//	confidence.go  how sure the first passage is
//	beside.go      what a passage must have
//	candidate.go   passages of several articles, missing names
//	closely.go     what is read closely, and what that says
//	pinpoint.go    the excerpt
//	mark.go        the words that answer, by features or as the reader has them
//	span.go        candidates for them
//	rank.go        Ranking: the scores
//	introduce.go   who somebody is, and what an acronym stands for, comes first
//	review.go      a second look at the first passages
//	passage.go     features of passages
//	sentence.go    features of sentences
//	asked.go       features of what is asked for
//	match.go       which words of the article match which of the question
//	alike.go       words alike in letters
//	near.go        words near in use
//	model.go       Model: the learned weights
//	feature.go     names of the features of sentences, passages and marks
package rank

import (
	"slices"

	"github.com/verbatim-bot/verbatim/index"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// Ranking is one question's scores for everything in one article.
type Ranking struct {
	Article   *article.Analysis
	m         *match
	sentenceX [][sentenceFeatures]float64
	passageX  [][passageFeatures]float64
	sentences []float64 // score of each sentence
	literal   int       // the passage, from 1, in which somebody says the words asked about; 0 = none
	passages  []float64 // score of each passage
	lacks     [][2]int  // names of the question that the article has not, words[i:j] of it
}

// Rank scores an article's sentences and, by them, its passages.
func (m *Model) Rank(q *question.Query, a *article.Analysis) *Ranking {
	x := lay(q, a)
	return m.score(x, x.sentenceVectors())
}

// score ranks by the features of sentences.
func (m *Model) score(x *match, sentences [][sentenceFeatures]float64) *Ranking {
	r := &Ranking{Article: x.a, m: x, sentenceX: sentences}
	w := m.weightsFor(x.a.Vocab.Language)
	r.sentences = make([]float64, len(r.sentenceX))
	for i := range r.sentenceX {
		r.sentences[i] = dot(w.sentence[:], r.sentenceX[i][:])
	}
	r.passageX = r.m.passageVectors(r.sentences, r.sentenceX)
	r.passages = make([]float64, len(r.passageX))
	for i := range r.passageX {
		r.passages[i] = dot(w.passage[:], r.passageX[i][:])
	}
	if x.a.Vocab.Language == "en" {
		r.review(m.review)
		r.introduce()
		r.writeOut()
		r.speakFirst()
		r.sayFirst()
		r.lacks = x.abroad()
	}
	return r
}

func dot(w, x []float64) float64 {
	sum := 0.0
	for i, v := range x {
		sum += w[i] * v
	}
	return sum
}

// WantsQuotes reports whether r was made without the quotes of its article and
// may look otherwise with them: a name in the question may be "he" in there.
func (r *Ranking) WantsQuotes() bool {
	return r.Article.Doc.Quotes == nil && slices.Contains(r.m.name, true)
}

// Quote makes r again for d, which is its article with the quotes, where these
// can tell something: whoever is quoted has a word of the question in the name, or
// the question a name that the article seemed to lack.
func (m *Model) Quote(r *Ranking, d *index.Document) {
	if len(r.lacks) > 0 || r.m.meets(d.Quotes) {
		*r = *m.Rank(r.m.q, r.Article.With(d))
	}
}
