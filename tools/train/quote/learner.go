package main

import (
	"math"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
)

// The learner's constants, chosen by cross-validation on the training
// articles.
const (
	rounds = 3 // fits in other orders of the examples, whose average is taken
	epochs = 8
	rate   = 0.05 // AdaGrad's step
	ridge  = 1e-3 // L2 penalty for each step
	rare   = 3    // features of fewer decisions are left out
	prune  = 0.03 // weights below are dropped
)

// learner fits a log-linear model by AdaGrad on the negative logarithm of the
// probability that the model gives to the right candidates together.
type learner struct {
	index   map[uint64]int32
	keys    []uint64
	w, g, a []float64 // weights, sums of squared gradients, averaged weights
	seed    uint64
}

// example is a decision with features as indexes.
type example struct {
	candidates [][]int32
	right      []int
}

func newLearner() *learner {
	return &learner{index: map[uint64]int32{}, seed: 1}
}

// add turns an example's features into indexes.
func (l *learner) add(x linear.Example) example {
	e := example{right: x.Right}
	for _, c := range x.Candidates {
		fs := make([]int32, len(c))
		for i, k := range c {
			n, ok := l.index[k]
			if !ok {
				n = int32(len(l.keys))
				l.index[k] = n
				l.keys = append(l.keys, k)
			}
			fs[i] = n
		}
		e.candidates = append(e.candidates, fs)
	}
	return e
}

// shuffle orders n numbers by a fixed pseudo-random sequence (xorshift64*).
func (l *learner) shuffle(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	for i := n - 1; i > 0; i-- {
		l.seed ^= l.seed >> 12
		l.seed ^= l.seed << 25
		l.seed ^= l.seed >> 27
		j := int(l.seed * 2685821657736338717 >> 33 % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
	return order
}

// fit learns from the examples and gives the weights by feature hash.
func (l *learner) fit(xs []example) map[uint64]float64 {
	n := len(l.keys)
	l.a = make([]float64, n)
	l.dropRare(xs)
	steps := 0.0
	var p []float64
	for range rounds {
		l.w, l.g = make([]float64, n), make([]float64, n)
		for e := range epochs {
			step := rate / (1 + 0.3*float64(e))
			for _, i := range l.shuffle(len(xs)) {
				p = l.step(&xs[i], step, p)
			}
			if e >= epochs/2 { // the average of the later epochs' ends
				steps++
				for i, w := range l.w {
					l.a[i] += w
				}
			}
		}
	}
	out := make(map[uint64]float64)
	for i, k := range l.keys {
		if w := l.a[i] / steps; math.Abs(w) >= prune {
			out[k] = w
		}
	}
	return out
}

// dropRare takes the features of fewer than rare decisions out of xs.
func (l *learner) dropRare(xs []example) {
	count, last := make([]int, len(l.keys)), make([]int, len(l.keys))
	for i := range xs {
		for _, c := range xs[i].candidates {
			for _, f := range c {
				if last[f] != i+1 {
					last[f] = i + 1
					count[f]++
				}
			}
		}
	}
	for _, x := range xs {
		for j, c := range x.candidates {
			x.candidates[j] = slices.DeleteFunc(c, func(f int32) bool { return count[f] < rare })
		}
	}
}

// step moves the weights along the gradient of one example. Products are
// rounded explicitly, so that no machine fuses them with the sum.
func (l *learner) step(x *example, rate float64, p []float64) []float64 {
	p = p[:0]
	top := math.Inf(-1)
	for _, c := range x.candidates {
		s := 0.0
		for _, f := range c {
			s += l.w[f]
		}
		p = append(p, s)
		top = max(top, s)
	}
	sum, right := 0.0, 0.0
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
		if slices.Contains(x.right, i) {
			right += p[i]
		}
	}
	for i, c := range x.candidates {
		d := p[i] / sum
		if slices.Contains(x.right, i) {
			d -= p[i] / right
		}
		if math.Abs(d) < 1e-4 {
			continue
		}
		for _, f := range c {
			gr := d + float64(ridge*l.w[f])
			l.g[f] += float64(gr * gr)
			l.w[f] -= float64(rate*gr) / (1e-6 + math.Sqrt(l.g[f]))
		}
	}
	return p
}
