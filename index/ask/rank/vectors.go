package rank

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// Vectors are all features of one question asked of one article, as the
// command that learns the weights needs them.
type Vectors struct {
	Sentences    []SentenceVector // all sentences of the article, in order
	Passages     [][]float64      // all passages, in order
	PassageScore []float64
	Signals      []float64 // of the confidence in the first passage
	Beside       bool      // the first passage lacks what no answer can do without

	r *Ranking
}

// SentenceVector are the features of one sentence.
type SentenceVector struct {
	Passage int // from 0
	Span    corpus.Span
	X       []float64
	Score   float64
	Bare    bool // has no word of the question, however loosely
}

// VectorsOf computes the features of a question asked of an article.
func (m *Model) VectorsOf(l *lexicon.Lexicon, a *article.Analysis, text string) *Vectors {
	return m.vectors(m.Rank(question.Read(l, text, a.Vocab.Language), a))
}

// Under gives the vectors under another model, which may differ in weights
// and trees from the one that computed v, and in nothing else.
func (v *Vectors) Under(m *Model) *Vectors { return m.vectors(m.score(v.r.m, v.r.sentenceX)) }

func (m *Model) vectors(r *Ranking) *Vectors {
	out := &Vectors{PassageScore: r.passages, r: r}
	out.Signals, out.Beside = r.firstSignals()
	for i := range r.sentenceX {
		s := r.m.a.Sentences[i]
		out.Sentences = append(out.Sentences, SentenceVector{int(s.Passage), s.Span, r.sentenceX[i][:], r.sentences[i], r.m.of[i] == r.m.of[i+1]})
	}
	for i := range r.passageX {
		out.Passages = append(out.Passages, r.passageX[i][:])
	}
	return out
}

// FeatureNames lists the features of a model ("sentence", "passage") in the
// order of its vectors.
func FeatureNames(model string) []string {
	var out []string
	switch model {
	case "sentence":
		for _, f := range sentenceTable {
			out = append(out, f.Name)
		}
	case "confidence":
		for _, f := range confidenceTable {
			out = append(out, f.Name)
		}
	case "calibration":
		out = append([]string{"threshold"}, calibrationNames[:]...)
	case "mark":
		for _, f := range markTable() {
			out = append(out, f.Name)
		}
	case "passage":
		for _, f := range passageTable {
			out = append(out, f.Name)
		}
	}
	return out
}

// MarkVector is one candidate for the marked words.
type MarkVector struct {
	Span corpus.Span
	I    []int16 // its features that are not 0
	V    []float32
}

// Excerpt gives the bytes that would be shown of a passage (from 0).
func (v *Vectors) Excerpt(passage int) corpus.Span {
	first, last := v.r.excerpt(v.r.m.a.Passages[passage])
	if first < 0 {
		return corpus.Span{}
	}
	return corpus.Span{Start: v.r.m.a.Sentences[first].Span.Start, End: v.r.m.a.Sentences[last].Span.End}
}

// Review gives the passages that are looked at a second time, best first, with
// their features; under a model without trees.
func (v *Vectors) Review() (passages []int, x [][]float32) {
	passages = v.r.first()
	for _, f := range v.r.reviewVectors(passages) {
		x = append(x, f[:])
	}
	return passages, x
}

// Kind is what the question was taken to ask for.
func (v *Vectors) Kind() string { return string(v.r.m.q.Kind) }

// Marks lists the candidates for the marked words in a passage's excerpt.
func (v *Vectors) Marks(passage int) []MarkVector {
	a := v.r.m.a
	text := a.Doc.Article.Paragraphs[passage].Text
	var out []MarkVector
	first, last := v.r.excerpt(a.Passages[passage])
	v.r.spans(first, last, func(c *span) {
		x := MarkVector{Span: widen(a, *c, text)}
		for _, f := range c.x {
			x.I, x.V = append(x.I, f.i), append(x.V, f.v)
		}
		out = append(out, x)
	})
	return out
}

// Calibrate gives the confidence of signals and their score; beside says that
// the first passage is beside the point.
func Calibrate(c Weights, score float64, signals []float64, beside bool) float64 {
	return calibrate(c, score, signals, beside)
}

// CalibrationVector gives what the calibration is a line in, in the order of
// its feature names.
func CalibrationVector(score float64, signals []float64) []float64 {
	x := calibrationOf(score, signals)
	return x[:]
}
