package quote

import "math"

// decision is what the model thinks of one run.
type decision struct {
	candidates []candidate
	p          []float64 // the probability of each
	best       int
}

// decide goes through the runs in order and gives each to its most probable
// candidate, knowing what it did before.
func (m *Model) decide(g *page) []decision {
	out := make([]decision, len(g.runs))
	var f features
	p := past{run: -1}
	for k := range g.runs {
		d := &out[k]
		d.candidates = g.candidates(k, nil)
		d.p = make([]float64, len(d.candidates))
		s := g.look(k)
		for i, c := range d.candidates {
			s.describe(&f, c, p)
			d.p[i] = m.weights.score(f.keys)
			if d.p[i] > d.p[d.best] {
				d.best = i
			}
		}
		softmax(d.p)
		p.decide(k, d.candidates[d.best])
	}
	return out
}

// softmax turns scores into probabilities, in place.
func softmax(x []float64) {
	top := math.Inf(-1)
	for _, v := range x {
		top = max(top, v)
	}
	sum := 0.0
	for i, v := range x {
		x[i] = math.Exp(v - top)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}
