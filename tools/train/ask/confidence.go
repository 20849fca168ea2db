package main

import (
	"math"
	"slices"

	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// judged is one question with the signals of its first passage and whether
// that passage is right.
type judged struct {
	set        string
	what       string // "gold", "off", "hard", "left": of the same article, but its answer taken out
	x          []float64
	beside     bool // never answered, see rank.Vectors
	right      bool
	answerable bool
	z          float64 // logit of the confidence before calibration
	confidence float64
}

// weight is how much a question counts in fitting the confidence: near topics
// are what is hard, and there are few of them. Of a question whose answer was
// taken out, some passage left may answer all the same.
func (j *judged) weight() float64 {
	w := map[string]float64{"multirc-news": 2, "multirc-reports": 1, "squad2-dev16": .7, "xquad-en": .7, "xquad-de": 1, "xquad-ru": 1, "xquad-de-bare": 1, "xquad-ru-bare": 1}[j.set]
	switch {
	case j.what == "left":
		w *= .5
	case j.set == "squad2-dev16" && (j.what == "off" || j.what == "hard"):
		w *= 8 // 40 of each kind beside 1,299
	}
	return w
}

// fitConfidence is a logistic regression with an L2 penalty on standardised
// signals. The last weight is the constant.
func fitConfidence(js []judged, l2 float64) rank.Weights {
	n := len(js[0].x)
	mean, dev := make([]float64, n), make([]float64, n)
	total := 0.0
	for _, j := range js {
		w := j.weight()
		total += w
		for i, v := range j.x {
			mean[i] += w * v
		}
	}
	for i := range mean {
		mean[i] /= total
	}
	for _, j := range js {
		for i, v := range j.x {
			dev[i] += j.weight() * (v - mean[i]) * (v - mean[i])
		}
	}
	for i := range dev {
		if dev[i] = math.Sqrt(dev[i] / total); dev[i] < 1e-6 {
			dev[i] = 1
		}
	}
	w := minimise(n+1, func(w, grad []float64) float64 {
		clear(grad)
		loss := 0.0
		for k := range js {
			j := &js[k]
			z := w[n]
			for i, v := range j.x {
				z += w[i] * (v - mean[i]) / dev[i]
			}
			y := 0.0
			if j.answerable {
				y = 1
			}
			c := j.weight() / total
			loss += c * (math.Max(z, 0) - z*y + math.Log1p(math.Exp(-math.Abs(z))))
			d := c * (1/(1+math.Exp(-z)) - y)
			for i, v := range j.x {
				grad[i] += d * (v - mean[i]) / dev[i]
			}
			grad[n] += d
		}
		for i := range n {
			loss += l2 * w[i] * w[i] / 2
			grad[i] += l2 * w[i]
		}
		return loss
	})
	names := rank.FeatureNames("confidence")
	out := rank.Weights{"constant": w[n]}
	for i, name := range names {
		out[name] = w[i] / dev[i]
		out["constant"] -= w[i] * mean[i] / dev[i]
	}
	return out
}

// score is the logit of the confidence before calibration.
func score(w rank.Weights, x []float64) float64 {
	z := w["constant"]
	for i, n := range rank.FeatureNames("confidence") {
		z += w[n] * x[i]
	}
	return z
}

// Of the near-topic questions of the news set so many may be answered: four of
// 185, and not the fifth. In the languages without such questions, so many of
// other articles' questions.
const (
	nearAnswered = .0216
	offAnswered  = .01
)

// fitCalibration finds the threshold and fits the share of right passages
// above it. The judged must have their z.
func fitCalibration(js []judged) rank.Weights {
	var near, off []float64
	for _, j := range js {
		z := j.z
		if j.beside {
			z = math.Inf(-1)
		}
		if j.what == "hard" && j.set == "multirc-news" {
			near = append(near, z)
		}
		if j.what == "off" {
			off = append(off, z)
		}
	}
	bad, share := near, nearAnswered
	if len(near) == 0 {
		bad, share = off, offAnswered
	}
	slices.Sort(bad)
	c := rank.Weights{"threshold": quantile(bad, 1-share)}
	names := rank.FeatureNames("calibration")[1:] // but the threshold
	w := minimise(len(names)+1, func(w, grad []float64) float64 {
		clear(grad)
		loss, total := 0.0, 0.0
		for k := range js {
			j := &js[k]
			// The share of right passages is that of questions as people ask
			// them: most have an answer.
			if j.beside || j.what == "left" || j.z < c["threshold"] {
				continue
			}
			y := 0.0
			if j.right {
				y = 1
			}
			f := append(rank.CalibrationVector(j.z, j.x), 1)
			z := 0.0
			for i := range f {
				z += w[i] * f[i]
			}
			total++
			loss += math.Max(z, 0) - z*y + math.Log1p(math.Exp(-math.Abs(z)))
			for i := range f {
				grad[i] += (1/(1+math.Exp(-z)) - y) * f[i]
			}
		}
		for i := range grad {
			grad[i] /= total
		}
		return loss / total
	})
	c["constant"] = w[len(names)]
	for i, name := range names {
		c[name] = w[i]
	}
	return c
}

// quantile of sorted x, between two of them where it falls there.
func quantile(x []float64, q float64) float64 {
	at := q * float64(len(x)-1)
	i := min(int(at), len(x)-2)
	return x[i] + (at-float64(i))*(x[i+1]-x[i])
}

// auroc is the share of pairs that are in the right order.
func auroc(pos, neg []float64) float64 {
	slices.Sort(neg)
	sum := 0.0
	for _, p := range pos {
		lo, _ := slices.BinarySearch(neg, p)
		hi, _ := slices.BinarySearch(neg, math.Nextafter(p, 2))
		sum += float64(lo) + float64(hi-lo)/2
	}
	return sum / float64(len(pos)) / float64(len(neg))
}
