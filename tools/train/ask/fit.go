package main

import "math"

// list is one question's candidates: a row of features each, and which of
// them are right.
type list struct {
	x      [][]float64
	gold   []bool
	weight float64
}

// fit finds the weights of a log-linear ranker: it maximises the probability
// that a softmax over the scores of each list gives to the right candidates,
// less an L2 penalty on the weights of the standardised features. The result
// is for the features as they are. It is deterministic.
func fit(lists []list, features int, l2 float64) []float64 {
	scale := deviations(lists, features)
	total := 0.0
	for _, l := range lists {
		total += l.weight
	}
	w := minimise(features, func(w, grad []float64) float64 {
		loss := 0.0
		raw := make([]float64, features)
		for i := range raw {
			raw[i] = w[i] / scale[i]
		}
		g := make([]float64, features)
		for i := range lists {
			loss += lists[i].loss(raw, g)
		}
		for i := range grad {
			grad[i] = g[i]/scale[i]/total + l2*w[i]
			loss += total * l2 * w[i] * w[i] / 2
		}
		return loss / total
	})
	for i := range w {
		w[i] /= scale[i]
	}
	return w
}

// loss is minus the logarithm of the probability of the right candidates; its
// gradient is added to grad.
func (l *list) loss(w, grad []float64) float64 {
	score := make([]float64, len(l.x))
	top := math.Inf(-1)
	for i, x := range l.x {
		for j, v := range x {
			score[i] += w[j] * v
		}
		top = max(top, score[i])
	}
	var all, right float64
	for i := range score {
		score[i] = math.Exp(score[i] - top)
		all += score[i]
		if l.gold[i] {
			right += score[i]
		}
	}
	right = max(right, 1e-300)
	for i, x := range l.x {
		d := score[i] / all
		if l.gold[i] {
			d -= score[i] / right
		}
		if math.Abs(d) < 1e-9 {
			continue
		}
		d *= l.weight
		for j, v := range x {
			grad[j] += d * v
		}
	}
	return l.weight * math.Log(all/right)
}

// deviations are the standard deviations of the features within the lists; 1
// for a feature that never differs.
func deviations(lists []list, features int) []float64 {
	out := make([]float64, features)
	n := 0.0
	for _, l := range lists {
		mean := make([]float64, features)
		for _, x := range l.x {
			for j, v := range x {
				mean[j] += v / float64(len(l.x))
			}
		}
		for _, x := range l.x {
			for j, v := range x {
				out[j] += (v - mean[j]) * (v - mean[j]) / float64(len(l.x))
			}
		}
		n++
	}
	for j := range out {
		out[j] = math.Sqrt(out[j] / n)
		if out[j] < 1e-6 {
			out[j] = 1
		}
	}
	return out
}

// minimise is L-BFGS with ten corrections and a backtracking line search
// (Nocedal and Wright, Numerical Optimization, algorithms 7.4 and 3.1). f
// gives the value at w and fills grad.
func minimise(n int, f func(w, grad []float64) float64) []float64 {
	const memory, steps = 10, 80
	w, grad := make([]float64, n), make([]float64, n)
	value := f(w, grad)
	var ss, ys [][]float64
	for range steps {
		d := direction(grad, ss, ys)
		slope := inner(d, grad)
		if slope > -1e-12 {
			break
		}
		step := 1.0
		if len(ss) == 0 {
			step = 1 / math.Sqrt(inner(grad, grad))
		}
		next, g := make([]float64, n), make([]float64, n)
		v := math.Inf(1)
		for range 30 {
			for i := range w {
				next[i] = w[i] + step*d[i]
			}
			if v = f(next, g); v <= value+1e-4*step*slope {
				break
			}
			step /= 2
		}
		if v >= value-1e-10 {
			break
		}
		s, y := make([]float64, n), make([]float64, n)
		for i := range w {
			s[i], y[i] = next[i]-w[i], g[i]-grad[i]
		}
		if inner(s, y) > 1e-14 {
			ss, ys = append(ss, s), append(ys, y)
			if len(ss) > memory {
				ss, ys = ss[1:], ys[1:]
			}
		}
		w, value = next, v
		copy(grad, g)
	}
	return w
}

func direction(grad []float64, ss, ys [][]float64) []float64 {
	d := make([]float64, len(grad))
	for i := range d {
		d[i] = -grad[i]
	}
	alpha := make([]float64, len(ss))
	for k := len(ss) - 1; k >= 0; k-- {
		alpha[k] = inner(ss[k], d) / inner(ss[k], ys[k])
		for i := range d {
			d[i] -= alpha[k] * ys[k][i]
		}
	}
	if k := len(ss) - 1; k >= 0 {
		gamma := inner(ss[k], ys[k]) / inner(ys[k], ys[k])
		for i := range d {
			d[i] *= gamma
		}
	}
	for k := range ss {
		beta := inner(ys[k], d) / inner(ss[k], ys[k])
		for i := range d {
			d[i] += (alpha[k] - beta) * ss[k][i]
		}
	}
	return d
}

func inner(x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += x[i] * y[i]
	}
	return sum
}
