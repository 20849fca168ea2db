package ask

import (
	"context"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// Explanation says why an answer came out as it did, for `verbatim ask --why`
// and for whoever looks for the cause of a wrong one.
type Explanation struct {
	Kind       string // what the question was taken to ask for
	ReadAs     string
	Terms      []Term
	Confidence float64
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
	Features []Contribution // of the passage
	Sentence []Contribution // of its best sentence; their sum is the feature "best"
}

// Contribution is a feature's part in a score: Value times Weight.
type Contribution struct {
	Name, Meaning string
	Value, Weight float64
}

// Explain asks like [Engine.Ask] and tells how the first q.Top passages came
// to their scores. It fails as Ask does.
func (e *Engine) Explain(ctx context.Context, s *index.Scope, q Question) (*Explanation, error) {
	v, err := e.survey(ctx, s, q)
	if err != nil {
		return nil, err
	}
	x := &Explanation{Kind: string(v.query.kind), ReadAs: v.readAs, Confidence: v.confidence()}
	if len(v.ranked) == 0 {
		return x, nil
	}
	m := v.ranked[0].r.m
	for i, t := range m.q.terms {
		x.Terms = append(x.Terms, Term{Text: m.q.words[t.word].text, Weight: m.weight[i], Gone: m.nowhere[i]})
	}
	signals := v.signals()
	sure := e.model.sure
	if m.a.vocab.language != "en" {
		sure = e.model.sureOther
	}
	x.Signals = contributions(confidenceTable[:], signals[:], sure[:])
	for _, c := range v.ranked[:min(q.top(), len(v.ranked))] {
		w := e.model.weightsFor(c.r.m.a.vocab.language)
		cited := v.cite(c)
		p := ExplainedPassage{Ref: cited.Ref, Article: cited.Article, Score: c.score}
		p.Features = contributions(passageTable[:], c.r.passageX[c.passage][:], w.passage[:])
		if best := c.r.bestSentence(c.r.m.a.passages[c.passage]); best >= 0 {
			p.Sentence = contributions(sentenceTable[:], c.r.sentenceX[best][:], w.sentence[:])
		}
		x.Passages = append(x.Passages, p)
	}
	return x, nil
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
