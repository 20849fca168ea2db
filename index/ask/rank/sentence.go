package rank

import (
	"math"
	"math/bits"

	"github.com/verbatim-bot/verbatim/index/ask/article"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// found is what a stretch of text has of the question: the levels at which
// each term was found, 0 for not at all.
type found []level

const anyhow = exact | same | derived | para | spelled

// sums are the shares of a question's mass by the best level found.
type sums struct {
	exact, same, derived, para, spelled, pointed float64
	name, number                                 float64 // shares of the names' and the numbers' own mass
	names, numbers                               bool    // whether there are any
}

func (m *match) sums(f found) sums {
	var s sums
	var names, numbers float64
	for i, l := range f {
		w := m.weight[i]
		t := &m.q.Terms[i]
		if m.name[i] {
			names += w
		}
		if t.Class == lexicon.Numeral || t.Class == lexicon.Ordinal {
			numbers += w
			if l&(same|exact) != 0 {
				s.number += w
			}
		}
		switch {
		case l&(same|exact) != 0:
			s.same += w
			if l&exact != 0 {
				s.exact += w
			}
		case l&derived != 0:
			s.derived += w
		case l&spelled != 0:
			s.spelled += w
		case l&pointed != 0:
			s.pointed += w
		case l&para != 0:
			s.para += w
		}
		if m.name[i] && l&(same|exact|derived|spelled|pointed) != 0 {
			s.name += w
		}
	}
	for _, x := range []*float64{&s.exact, &s.same, &s.derived, &s.para, &s.spelled, &s.pointed} {
		*x /= m.mass
	}
	s.names, s.numbers = names > 0, numbers > 0
	if s.names {
		s.name /= names
	}
	if s.numbers {
		s.number /= numbers
	}
	return s
}

// has gathers what sentences from, to (half-open) have.
func (m *match) has(f found, from, to int32) {
	clear(f)
	for _, h := range m.hits[m.of[from]:m.of[to]] {
		f[h.term] |= h.level
	}
}

// gap is the share of the mass that is in neither of the founds up to the
// last, but in the last.
func (m *match) gap(founds ...found) float64 {
	last := founds[len(founds)-1]
	sum := 0.0
next:
	for i, l := range last {
		if l&(same|derived|spelled|pointed) == 0 {
			continue
		}
		for _, f := range founds[:len(founds)-1] {
			if f[i] != 0 {
				continue next
			}
		}
		sum += m.weight[i]
	}
	return sum / m.mass
}

// sentenceVectors computes the features of every sentence.
func (m *match) sentenceVectors() [][sentenceFeatures]float64 {
	a := m.a
	n := int32(len(a.Sentences))
	out := make([][sentenceFeatures]float64, n)
	founds := make([]level, int(n)*len(m.q.Terms))
	at := func(i int32) found { return founds[int(i)*len(m.q.Terms) : int(i+1)*len(m.q.Terms)] }
	for i := range n {
		m.has(at(i), i, i+1)
	}
	none := make(found, len(m.q.Terms))
	around := make(found, len(m.q.Terms))
	whole := make(found, len(m.q.Terms))
	passage := int32(-1)
	rarest := m.rarest()
	ask := newAsked(m)
	for i := range n {
		v := &out[i]
		s := &a.Sentences[i]
		f := at(i)
		if s.Passage != passage {
			passage = s.Passage
			p := a.Passages[passage]
			m.has(whole, p.Sentences[0], p.Sentences[1])
		}
		v[sGram] = m.likeness(s.Tokens, s.Norm)
		if i > 0 {
			v[sGramPrev] = out[i-1][sGram]
		}
		prev, next := none, none
		if i > 0 {
			prev = at(i - 1)
		}
		if i+1 < n {
			next = at(i + 1)
		}
		v[sPrev] = m.gap(f, prev)
		v[sNext] = m.gap(f, next)
		m.has(around, max(0, i-3), min(n, i+3))
		v[sAround] = m.gap(f, prev, next, around)
		v[sPassage] = m.gap(f, prev, next, whole)
		v[sTitle] = m.inTitle(f)
		if s.Pronoun {
			v[sPronoun] = v[sPrev]
		}
		x := m.sums(f)
		v[sExact], v[sSame], v[sDerived], v[sPara], v[sSpelled], v[sPointed] = x.exact, x.same, x.derived, x.para, x.spelled, x.pointed
		v[sNear], v[sGist], v[sAlike] = m.nearShare(f, i, i+1), m.gist[i], m.likest(s.Tokens, f)
		all := x.same + x.derived + x.spelled + x.pointed + x.para
		v[sAll] = all * all
		if x.names {
			v[sName] = x.name
			v[sNameAround] = max(x.name, m.nameShare(f, prev, next))
			v[sNameMissing] = truth(x.name == 0)
		}
		v[sNumber] = x.number
		if q := m.q; q.Focus >= 0 {
			v[sFocus] = truth(f[q.Focus] != 0)
		}
		m.masses(v, f, prev)
		v[sRepeat] = math.Log(1 + float64(m.of[i+1]-m.of[i]))
		v[sOpening] = truth(i == 0)
		v[sRarest] = truth(rarest >= 0 && f[rarest]&anyhow != 0)
		words := float64(s.Words)
		v[sBM25] = m.bm25(m.hits[m.of[i]:m.of[i+1]], words, meanSentence(a))
		v[sLength] = math.Log(1 + words)
		v[sShort] = truth(words < 4)
		if s.Mass > 0 {
			v[sDensity] = min(1, (x.same+x.derived)*m.mass/s.Mass)
		}
		m.arrangement(v, i)
		ask.fill(v, i)
		v[sQuery] = truth(s.Query)
		v[sEarly] = 1 / (1 + float64(i))
		v[sFirst] = truth(a.Passages[passage].Sentences[0] == i)
	}
	return out
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func meanSentence(a *article.Analysis) float64 {
	return a.MeanWords * float64(len(a.Passages)) / float64(max(1, len(a.Sentences)))
}

// rarest is the term with the greatest weight, -1 without terms.
func (m *match) rarest() int {
	best := -1
	for i, w := range m.weight {
		if best < 0 || w > m.weight[best] {
			best = i
		}
	}
	return best
}

func (m *match) inTitle(f found) float64 {
	sum := 0.0
	for i, l := range f {
		if l != 0 {
			continue
		}
		if id := m.id[i]; id >= 0 && m.a.Title[id] {
			sum += m.weight[i]
		}
	}
	return sum / m.mass
}

func (m *match) nameShare(fs ...found) float64 {
	var all, got float64
	for i := range m.q.Terms {
		if !m.name[i] {
			continue
		}
		all += m.weight[i]
		for _, f := range fs {
			if f[i]&(same|exact|derived|spelled|pointed) != 0 {
				got += m.weight[i]
				break
			}
		}
	}
	if all == 0 {
		return 0
	}
	return got / all
}

// BM25's usual constants; b is low because sentences and paragraphs of very
// different length are ranked by one model.
const (
	k1 = 1.2
	b  = .5
)

// bm25 is Okapi BM25 of a stretch of text over the question's mass.
func (m *match) bm25(hits []hit, words, mean float64) float64 {
	var tf [question.MaxTerms]float64
	for _, h := range hits {
		if h.level&(same|exact) != 0 {
			tf[h.term]++
		}
	}
	norm := k1 * (1 - b + b*words/max(mean, 1))
	sum := 0.0
	for i, w := range m.weight {
		if tf[i] > 0 {
			sum += w * tf[i] * (k1 + 1) / (tf[i] + norm)
		}
	}
	return sum / m.mass
}

// arrangement fills the features that see how the found words stand together
// in sentence i.
func (m *match) arrangement(v *[sentenceFeatures]float64, i int32) {
	hits := m.few(i)
	if len(m.q.Terms) < 2 || len(hits) == 0 {
		return
	}
	var bigram, pair, total float64
	for t := 0; t+1 < len(m.q.Terms); t++ {
		w := (m.weight[t] + m.weight[t+1]) / 2
		total += w
		gap := int32(m.q.Terms[t+1].Word - m.q.Terms[t].Word)
		near, direct := math.Inf(1), false
		for _, x := range hits {
			if int(x.term) != t || x.level&^pointed == 0 {
				continue
			}
			for _, y := range hits {
				if int(y.term) != t+1 || y.level&^pointed == 0 || y.token == x.token {
					continue
				}
				d := y.token - x.token
				direct = direct || d > 0 && d <= max(2, gap)
				if d < 0 {
					d = 1 - d
				}
				near = min(near, float64(d))
			}
		}
		if direct {
			bigram += w
		}
		if !math.IsInf(near, 1) {
			pair += w * math.Exp(-(near-1)/6)
		}
	}
	v[sBigram], v[sPair] = bigram/total, pair/total
	v[sOrder] = m.order(hits)
	v[sRun] = m.run(i)
}

// fewHits bounds the hits of a sentence that are compared with one another: no
// real sentence has so many, and a hostile one of a megabyte must not cost the
// square of its words.
const fewHits = 128

// few gives the first hits of sentence i.
func (m *match) few(i int32) []hit {
	h := m.hits[m.of[i]:m.of[i+1]]
	return h[:min(len(h), fewHits)]
}

// order is the share of the found terms' pairs that stand in the question's
// order, times the share of terms found.
func (m *match) order(hits []hit) float64 {
	var seen uint64
	var right, pairs float64
	for _, h := range hits {
		bit := uint64(1) << h.term
		if seen&bit != 0 {
			continue
		}
		right += float64(bits.OnesCount64(seen & (bit - 1)))
		pairs += float64(bits.OnesCount64(seen))
		seen |= bit
	}
	if pairs == 0 {
		return 0
	}
	return right / pairs * float64(bits.OnesCount64(seen)) / float64(len(m.q.Terms))
}

// run is the longest run of question words, function words included, that
// the sentence has word for word, counted from two and divided by ten.
func (m *match) run(i int32) float64 {
	s := m.a.Sentences[i]
	best := 0
	for _, h := range m.few(i) {
		if h.level&exact == 0 {
			continue
		}
		w := m.q.Terms[h.term].Word
		lo, hi := 0, 1
		for w-lo-1 >= 0 && h.token-int32(lo)-1 >= s.Tokens[0] && m.a.FormText(h.token-int32(lo)-1) == m.q.Words[w-lo-1].Form {
			lo++
		}
		for w+hi < len(m.q.Words) && h.token+int32(hi) < s.Tokens[1] && m.a.FormText(h.token+int32(hi)) == m.q.Words[w+hi].Form {
			hi++
		}
		best = max(best, lo+hi)
	}
	if best < 2 {
		return 0
	}
	return min(1, float64(best-1)/10)
}

// masses fills the shares by other weighings than the plain one.
func (m *match) masses(v *[sentenceFeatures]float64, f, prev found) {
	var local, locals, general, generals, two float64
	n := float64(len(m.a.Passages))
	count := 0
	for i, l := range f {
		t := &m.q.Terms[i]
		df := 0.0
		if id := m.id[i]; id >= 0 {
			df = float64(m.a.Vocab.Terms[id].Df)
		}
		x := math.Log(1 + (n-df+.5)/(df+.5))
		locals += x
		generals += t.General
		if (l|prev[i])&(same|derived|spelled|pointed) != 0 {
			two += m.weight[i]
		}
		if l&(same|derived|spelled) == 0 {
			continue
		}
		count++
		local += x
		general += t.General
		w := m.weight[i] / m.mass
		if m.name[i] {
			v[sNameMass] += w
		}
		if i == m.q.Focus {
			v[sFocusMass] += w
		}
		if i == len(f)-1 {
			v[sLastMass] = w
		}
	}
	if len(f) > 0 {
		v[sCount] = float64(count) / float64(len(f))
		v[sLocal] = local / locals
		v[sGeneral] = general / generals
		v[sTwoSquare] = two / m.mass * two / m.mass
	}
}
