package ask

import "math"

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
	a, n := m.a, len(m.q.terms)
	m.near, m.gist = make([]float32, n*len(a.sentences)), make([]float64, len(a.sentences))
	var sum gist
	var words []int
	for i := range m.q.terms {
		if t := &m.q.terms[i]; t.meaning != nil && !t.name && !m.name[i] {
			words = append(words, i)
			sum.add(t.meaning, m.weight[i])
		}
	}
	length := sum.length()
	if length == 0 {
		return
	}
	o := m.overlap(words)
	for s := range a.sentences {
		dot := 0.0
		for _, t := range a.tokens[a.sentences[s].tokens[0]:a.sentences[s].tokens[1]] {
			j := a.vocab.forms[t.form].term
			dot += o.toward[j]
			if o.row[j] == 0 {
				continue
			}
			near := o.near[(int(o.row[j])-1)*len(words):]
			for k, i := range words {
				m.near[s*n+i] = max(m.near[s*n+i], near[k])
			}
		}
		if g := a.sentences[s].gist; g > 0 {
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
	v := m.a.vocab
	var fours []four
	for rest := words; len(rest) > 0; rest = rest[min(lanes, len(rest)):] {
		fours = append(fours, m.four(rest[:min(lanes, len(rest))]))
	}
	o := overlap{toward: make([]float64, len(v.terms)), row: make([]int32, len(v.terms))}
	row := make([]float32, len(words))
	for j := range v.terms {
		e := &v.terms[j]
		if !e.means() {
			continue
		}
		best, dots := 0.0, uint64(0)
		for k, i := range words {
			if k%lanes == 0 {
				dots = fours[k/lanes].dots(e.meaning)
			}
			cos := cosine(m.q.terms[i].meaning, e.meaning, dots&(1<<laneBits-1))
			dots >>= laneBits
			o.toward[j] += m.weight[i] * e.rarity * cos
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

// four are the meanings of up to four words, laid into the lanes of one number
// for each dimension, so that one multiplication serves them all: a dot
// product of MeaningDims numbers from 0 to 2*levels does not leave its lane.
type four [MeaningDims]uint64

const (
	lanes    = 4
	laneBits = 16
)

// four packs some of the question's words.
func (m *match) four(words []int) four {
	var f four
	for l, i := range words {
		for d, x := range m.q.terms[i].meaning.x {
			f[d] |= uint64(x) << (l * laneBits)
		}
	}
	return f
}

// dots gives the dot products with the meaning of one more word, the first in
// the lowest lane.
func (f *four) dots(m *meaning) uint64 {
	var a, b uint64
	for d := 0; d < MeaningDims; d += 4 {
		a += f[d]*uint64(m.x[d]) + f[d+1]*uint64(m.x[d+1])
		b += f[d+2]*uint64(m.x[d+2]) + f[d+3]*uint64(m.x[d+3])
	}
	return a + b
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

// means reports whether a term of an article is a word that others may be
// near to: one that the article does not mostly write as a name.
func (t *term) means() bool { return t.meaning != nil && !t.stop && t.upper <= t.lower }

// gist is a sum of meanings, each of length 1, by weight.
type gist [MeaningDims]float32

// add is most of what sentences cost: four numbers a round are nearly twice as
// fast as one.
func (g *gist) add(m *meaning, weight float64) {
	w := float32(weight) * m.scale
	for i := 0; i < MeaningDims; i += 4 {
		g[i] += w * float32(int32(m.x[i])-levels)
		g[i+1] += w * float32(int32(m.x[i+1])-levels)
		g[i+2] += w * float32(int32(m.x[i+2])-levels)
		g[i+3] += w * float32(int32(m.x[i+3])-levels)
	}
}

func (g *gist) length() float64 {
	sum := 0.0
	for _, x := range g {
		sum += float64(x) * float64(x)
	}
	return math.Sqrt(sum)
}
