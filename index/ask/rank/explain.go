package rank

import (
	"cmp"
	"math"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/ask/question"
	"github.com/verbatim-bot/verbatim/index/reader"
)

// Explanation says why an answer came out as it did, for `verbatim ask --why`
// and for whoever looks for the cause of a wrong one.
type Explanation struct {
	Kind       string // what the question was taken to ask for
	Terms      []Term
	Confidence float64
	Whole      bool               // asks about an article's head, or all of it: that is not answered from these passages
	Least      float64            // the confidence from which on it is answered
	Lexical    float64            // the confidence by words alone, before anything was read closely
	Signals    []Contribution     // to the confidence, before it is calibrated
	Passages   []ExplainedPassage // best first
}

// Term is a content word of the question.
type Term struct {
	Text   string
	Weight float64 // its rarity in the first passage's article
	Gone   bool    // that article has it in no form
}

// ExplainedPassage is one of the first passages and what made its score.
type ExplainedPassage struct {
	Ref      corpus.Ref // the excerpt
	Article  *corpus.Article
	Score    float64
	Features []Contribution  // of the passage
	Sentence []Contribution  // of its best sentence; their sum is the feature "best"
	Reading  *reader.Reading // nil when it was not read closely; its span is in the paragraph
	Unfit    bool            // then, whether the span is nothing of the kind asked for
	Echo     float64         // and which share of it the question has
}

// Contribution is a feature's part in a score: Value times Weight.
type Contribution struct {
	Name, Meaning string
	Value, Weight float64
}

// Explain tells how the first top of the ranked passages came to their scores,
// and their confidence.
func (m *Model) Explain(q *question.Query, ranked []Candidate, top int, confidence, lexical float64) *Explanation {
	x := &Explanation{Kind: string(q.Kind), Confidence: confidence, Lexical: lexical}
	if len(ranked) == 0 {
		return x
	}
	first := ranked[0].Ranking.m
	for i, t := range first.q.Terms {
		x.Terms = append(x.Terms, Term{Text: first.q.Words[t.Word].Text, Weight: first.weight[i], Gone: first.nowhere[i]})
	}
	signals := signals(ranked)
	sure := m.sure
	if first.a.Vocab.Language != "en" {
		sure = m.sureOther
	}
	x.Signals = contributions(confidenceTable[:], signals[:], sure[:])
	for _, c := range ranked[:min(top, len(ranked))] {
		w := m.weightsFor(c.Ranking.m.a.Vocab.Language)
		cited := m.Cite(c)
		p := ExplainedPassage{Ref: cited.Ref, Article: cited.Article, Score: c.score}
		p.Features = contributions(passageTable[:], c.Ranking.passageX[c.passage][:], w.passage[:])
		if best := c.Ranking.bestSentence(c.Ranking.m.a.Passages[c.passage]); best >= 0 {
			p.Sentence = contributions(sentenceTable[:], c.Ranking.sentenceX[best][:], w.sentence[:])
		}
		if c.read != nil {
			p.Reading = &c.read.Reading
			p.Unfit, p.Echo = c.read.unfit, c.read.echo
			if c.read.why != nil {
				x.Signals = contributions(closeNames[:], c.read.why[:], m.close[:])
			}
		}
		x.Passages = append(x.Passages, p)
	}
	return x
}

// Strongest lists those n that moved their score most, the strongest first.
func Strongest(cs []Contribution, n int) []Contribution {
	cs = slices.Clone(cs)
	slices.SortStableFunc(cs, func(x, y Contribution) int {
		return cmp.Compare(math.Abs(y.Value*y.Weight), math.Abs(x.Value*x.Weight))
	})
	return cs[:min(n, len(cs))]
}

func contributions(table []feature, x, w []float64) []Contribution {
	var out []Contribution
	for i, f := range table {
		if x[i] != 0 && w[i] != 0 {
			out = append(out, Contribution{Name: f.Name, Meaning: f.Meaning, Value: x[i], Weight: w[i]})
		}
	}
	return out
}
