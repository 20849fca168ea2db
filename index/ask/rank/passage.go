package rank

import (
	"math"

	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// passageVectors computes the features of every passage from what the
// question has in it and from its sentences' scores and features.
func (m *match) passageVectors(sentences []float64, vectors [][sentenceFeatures]float64) [][passageFeatures]float64 {
	a := m.a
	n := len(a.Passages)
	out := make([][passageFeatures]float64, n)
	founds := make([]level, (n+1)*len(m.q.Terms))
	at := func(i int) found {
		if i < 0 || i >= n {
			i = n // nothing
		}
		return founds[i*len(m.q.Terms) : (i+1)*len(m.q.Terms)]
	}
	for i, p := range a.Passages {
		m.has(at(i), p.Sentences[0], p.Sentences[1])
	}
	rarest := m.rarest()
	for i := range a.Passages {
		v, p, f := &out[i], &a.Passages[i], at(i)
		x := m.sums(f)
		v[pExact], v[pSame], v[pDerived], v[pPara], v[pSpelled], v[pPointed] = x.exact, x.same, x.derived, x.para, x.spelled, x.pointed
		v[pNear], v[pAlike] = m.nearShare(f, p.Sentences[0], p.Sentences[1]), m.likest(p.Tokens, f)
		hits := m.hits[m.of[p.Sentences[0]]:m.of[p.Sentences[1]]]
		v[pBM25], v[pBM25General] = m.bm25(hits, float64(p.Words), a.MeanWords), m.bm25General(hits, float64(p.Words))
		v[pPrev], v[pNext] = m.gap(f, at(i-1)), m.gap(f, at(i+1))
		v[pLead] = m.gap(f, at(i-1), at(i+1), at(0))
		v[pTitle] = m.inTitle(f)
		if x.names {
			v[pName], v[pNameMissing] = x.name, truth(x.name == 0)
		}
		v[pNumber] = x.number
		v[pRarest] = truth(rarest >= 0 && f[rarest]&anyhow != 0)
		if m.q.Focus >= 0 {
			v[pFocus] = truth(f[m.q.Focus] != 0)
		}
		v[pBigram] = m.bigrams(hits)
		v[pGram] = m.likeness(p.Tokens, p.Norm)
		v[pLength] = math.Log(1 + float64(p.Words))
		v[pEarly] = 1 / (1 + float64(i))
		m.best(v, p, sentences, vectors)
	}
	for i := range out {
		if i > 0 {
			out[i][pBestPrev] = out[i-1][pBest] - out[i][pBest]
		}
		if i+1 < n {
			out[i][pBestNext] = out[i+1][pBest] - out[i][pBest]
		}
	}
	return out
}

// best fills what the passage has from its sentences.
func (m *match) best(v *[passageFeatures]float64, p *article.Passage, sentences []float64, x [][sentenceFeatures]float64) {
	first, second, sum := math.Inf(-1), math.Inf(-1), 0.0
	typed := false
	for i := p.Sentences[0]; i < p.Sentences[1]; i++ {
		s := sentences[i]
		sum += s
		if s > first {
			first, second = s, first
			typed = x[i][sTyped] > 0
		} else if s > second {
			second = s
		}
	}
	if math.IsInf(first, -1) {
		return
	}
	v[pBest] = first
	v[pUntyped] = truth(m.q.Kind.Measured() && !typed)
	v[pMean] = sum/float64(p.Sentences[1]-p.Sentences[0]) - first
	if !math.IsInf(second, -1) {
		v[pSecond] = math.Exp(second - first)
	}
}

// bm25General is BM25 with the rarities of general text alone.
func (m *match) bm25General(hits []hit, words float64) float64 {
	var tf [question.MaxTerms]float64
	for _, h := range hits {
		if h.level&(same|exact) != 0 {
			tf[h.term]++
		}
	}
	norm := k1 * (1 - b + b*words/max(m.a.MeanWords, 1))
	var sum, mass float64
	for i := range m.weight {
		g := m.q.Terms[i].General
		mass += g
		if tf[i] > 0 {
			sum += g * tf[i] * (k1 + 1) / (tf[i] + norm)
		}
	}
	return sum / max(mass, 1e-9)
}

// bigrams is the share of the question's neighbouring words that are
// neighbours somewhere in hits.
func (m *match) bigrams(hits []hit) float64 {
	if len(m.q.Terms) < 2 {
		return 0
	}
	var got, total float64
	for t := 0; t+1 < len(m.q.Terms); t++ {
		w := (m.weight[t] + m.weight[t+1]) / 2
		total += w
		gap := int32(max(2, m.q.Terms[t+1].Word-m.q.Terms[t].Word))
	search:
		for i, x := range hits {
			if int(x.term) != t {
				continue
			}
			for _, y := range hits[i+1:] {
				if d := y.token - x.token; d > gap {
					break
				} else if d > 0 && int(y.term) == t+1 {
					got += w
					break search
				}
			}
		}
	}
	return got / total
}
