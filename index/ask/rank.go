package ask

// ranking is one question's scores for everything in one article.
type ranking struct {
	m         *match
	sentenceX [][sentenceFeatures]float64
	passageX  [][passageFeatures]float64
	sentences []float64 // score of each sentence
	passages  []float64 // score of each passage
}

// rank scores an article's sentences and, by them, its passages.
func (m *Model) rank(q *query, a *analysis) *ranking {
	x := lay(q, a)
	return m.score(x, x.sentenceVectors())
}

// score ranks by the features of sentences.
func (m *Model) score(x *match, sentences [][sentenceFeatures]float64) *ranking {
	r := &ranking{m: x, sentenceX: sentences}
	w := m.weightsFor(x.a.vocab.language)
	r.sentences = make([]float64, len(r.sentenceX))
	for i := range r.sentenceX {
		r.sentences[i] = dot(w.sentence[:], r.sentenceX[i][:])
	}
	r.passageX = r.m.passageVectors(r.sentences, r.sentenceX)
	r.passages = make([]float64, len(r.passageX))
	for i := range r.passageX {
		r.passages[i] = dot(w.passage[:], r.passageX[i][:])
	}
	if x.a.vocab.language == "en" {
		r.review(m.review)
		r.introduce()
		r.writeOut()
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
