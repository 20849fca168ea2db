package ask

import (
	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index"
)

// Vectors are all features of one question asked of one article, as the
// command that learns the weights needs them.
type Vectors struct {
	Sentences    []SentenceVector // all sentences of the article, in order
	Passages     [][]float64      // all passages, in order
	PassageScore []float64
}

// SentenceVector are the features of one sentence.
type SentenceVector struct {
	Passage int // from 0
	Span    corpus.Span
	X       []float64
	Score   float64
}

// Vectors computes the features of a question asked of one article.
func (m *Model) Vectors(d *index.Document, question string) *Vectors {
	return m.VectorsOf(m.Prepare(d), question)
}

// Prepared is an article analysed once, to be asked many questions.
type Prepared struct{ a *analysis }

// Prepare analyses an article.
func (m *Model) Prepare(d *index.Document) *Prepared {
	return &Prepared{analyse(d, languageOf(d.Article), m)}
}

// VectorsOf computes the features of a question asked of a prepared article.
func (m *Model) VectorsOf(p *Prepared, question string) *Vectors {
	r := m.rank(m.read(question, p.a.vocab.language), p.a)
	out := &Vectors{PassageScore: r.passages}
	for i := range r.sentenceX {
		s := p.a.sentences[i]
		out.Sentences = append(out.Sentences, SentenceVector{int(s.passage), s.span, r.sentenceX[i][:], r.sentences[i]})
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
	case "passage":
		for _, f := range passageTable {
			out = append(out, f.Name)
		}
	}
	return out
}
