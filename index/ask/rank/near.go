package rank

import "github.com/verbatim-bot/verbatim/index/ask/lexicon"

// nearFrom is the cosine of two words' meanings from which one may stand for
// the other. In cross-validation .45 and .55 were as good and .3 was worse:
// words of one topic are that near, "soldier" and "war".
const nearFrom = .5

// usage is how near the words of a question and of an article are in use,
// whatever their stems. A name, a number or a day is near to no other.
type usage struct {
	near []float32 // by sentence, then term of the question: its nearest word there, 0 to 1
	gist []float64 // by sentence: cosine of the sums of the meanings, weighed by rarity
}

// uses fills m.usage.
func (m *match) uses() {
	a, n := m.a, len(m.q.Terms)
	m.near, m.gist = make([]float32, n*len(a.Sentences)), make([]float64, len(a.Sentences))
	var sum lexicon.Gist
	var words []int
	for i := range m.q.Terms {
		if t := &m.q.Terms[i]; t.Meaning != nil && !t.Name && !m.name[i] {
			words = append(words, i)
			sum.Add(t.Meaning, m.weight[i])
		}
	}
	length := sum.Length()
	if length == 0 {
		return
	}
	o := m.overlap(words)
	for s := range a.Sentences {
		dot := 0.0
		for _, t := range a.Tokens[a.Sentences[s].Tokens[0]:a.Sentences[s].Tokens[1]] {
			j := a.Vocab.Forms[t.Form].Term
			dot += o.toward[j]
			if o.row[j] == 0 {
				continue
			}
			near := o.near[(int(o.row[j])-1)*len(words):]
			for k, i := range words {
				m.near[s*n+i] = max(m.near[s*n+i], near[k])
			}
		}
		if g := a.Sentences[s].Gist; g > 0 {
			m.gist[s] = dot / (g * length)
		}
	}
}

// overlap is how near the terms of an article are to words of the question.
type overlap struct {
	toward []float64 // by term: dot product with the sum of the question's meanings, by its rarity
	row    []int32   // by term: its row in near, from 1; 0 when it is near to no word
	near   []float32 // by row, then word: from 0 at nearFrom to 1
}

// overlap compares the terms of the article with some of the question's.
func (m *match) overlap(words []int) overlap {
	v := m.a.Vocab
	meanings := make([]*lexicon.Meaning, len(words))
	for k, i := range words {
		meanings[k] = m.q.Terms[i].Meaning
	}
	bundle, cosines := lexicon.NewBundle(meanings), make([]float64, len(words))
	o := overlap{toward: make([]float64, len(v.Terms)), row: make([]int32, len(v.Terms))}
	row := make([]float32, len(words))
	for j := range v.Terms {
		e := &v.Terms[j]
		if !e.Means() {
			continue
		}
		best := 0.0
		bundle.Cosines(e.Meaning, cosines)
		for k, i := range words {
			cos := cosines[k]
			o.toward[j] += m.weight[i] * e.Rarity * cos
			row[k] = float32(max(0, cos-nearFrom) / (1 - nearFrom))
			best = max(best, cos)
		}
		if best > nearFrom {
			o.near = append(o.near, row...)
			o.row[j] = int32(len(o.near) / len(words))
		}
	}
	return o
}

// firm are the levels that leave nothing to nearness. A paraphrase does, which
// has no degrees.
const firm = exact | same | derived | spelled | pointed

// nearShare is the share of the mass that f has not but by words near in use:
// in sentences from, to (half-open).
func (m *match) nearShare(f found, from, to int32) float64 {
	sum := 0.0
	n := int32(len(f))
	for i, l := range f {
		if l&firm != 0 {
			continue
		}
		best := float32(0)
		for s := from; s < to; s++ {
			best = max(best, m.near[s*n+int32(i)])
		}
		sum += m.weight[i] * float64(best)
	}
	return sum / m.mass
}
