package main

import (
	"math"
	"slices"

	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// The trees of the second look: few, small and slow to learn, because there
// are only some thousand questions.
const (
	treeCount  = 80
	treeRate   = .08
	treeBins   = 24
	treeLambda = 20 // L2 penalty on a leaf, in units of the hessian
	treeLeast  = 10 // hessian that a leaf must have
)

// reviewFolds is by how many linear models, each learned without the articles
// that it scores, the trees get the scores to correct: the scores of what was
// learned from are better than those of articles to come.
const reviewFolds = 3

// reviewRow is one passage of one question.
type reviewRow struct {
	x     []float32
	bins  []uint8
	score float64 // the linear one with the trees so far
	gold  bool
	g, h  float64
	leaf  int
}

type reviewList struct {
	rows   []reviewRow
	weight float64
}

// trainReview fits trees that correct the linear scores of the first passages:
// gradient boosting (Friedman 2001) with Newton steps, on the same softmax over
// each question's passages as fit.
func trainReview(m *rank.Model, ex []laid) ([]rank.Tree, error) {
	m = m.WithReview(nil)
	var lists []reviewList
	for f := range reviewFolds {
		var seen, unseen []laid
		for _, e := range ex {
			// Whole folds of the cross-validation would all be the same here.
			if e.a.fold(folds*reviewFolds)/folds == f {
				unseen = append(unseen, e)
			} else {
				seen = append(seen, e)
			}
		}
		m, err := trainRank(m, "", seen)
		if err != nil {
			return nil, err
		}
		for _, e := range unseen {
			if l := reviewOf(e.v.Under(m), e.example); l.trainable() {
				lists = append(lists, l)
			}
		}
	}
	return boost(lists), nil
}

func reviewOf(v *rank.Vectors, e example) reviewList {
	order, x := v.Review()
	l := reviewList{weight: setWeight[e.set]}
	for n, i := range order {
		l.rows = append(l.rows, reviewRow{x: x[n], score: v.PassageScore[i], gold: slices.Contains(e.q.gold(), i)})
	}
	return l
}

// trainable reports whether a list has right and wrong passages.
func (l *reviewList) trainable() bool {
	right := 0
	for i := range l.rows {
		if l.rows[i].gold {
			right++
		}
	}
	return right > 0 && right < len(l.rows)
}

func boost(lists []reviewList) []rank.Tree {
	if len(lists) == 0 {
		return nil
	}
	limits := binLimits(lists)
	var rows []*reviewRow
	for i := range lists {
		for j := range lists[i].rows {
			r := &lists[i].rows[j]
			r.bins = make([]uint8, len(r.x))
			for f, v := range r.x {
				n, found := slices.BinarySearch(limits[f], v)
				if found {
					n++
				}
				r.bins[f] = uint8(n)
			}
			rows = append(rows, r)
		}
	}
	var out []rank.Tree
	for range treeCount {
		for i := range lists {
			lists[i].gradients()
		}
		t := grow(rows, limits)
		out = append(out, t)
	}
	return out
}

// gradients fills the first and second derivatives of the loss.
func (l *reviewList) gradients() {
	top := math.Inf(-1)
	for i := range l.rows {
		top = max(top, l.rows[i].score)
	}
	var all, right float64
	for i := range l.rows {
		r := &l.rows[i]
		r.h = math.Exp(r.score - top)
		all += r.h
		if r.gold {
			right += r.h
		}
	}
	for i := range l.rows {
		r := &l.rows[i]
		p := r.h / all
		r.g = p
		if r.gold {
			r.g -= r.h / max(right, 1e-300)
		}
		r.g *= l.weight
		r.h = l.weight * max(p*(1-p), 1e-6)
	}
}

// binLimits gives the limits between the bins of each feature: at most
// treeBins, at equal shares of the rows.
func binLimits(lists []reviewList) [][]float32 {
	features := len(lists[0].rows[0].x)
	out := make([][]float32, features)
	var column []float32
	for f := range features {
		column = column[:0]
		for i := range lists {
			for j := range lists[i].rows {
				column = append(column, lists[i].rows[j].x[f])
			}
		}
		slices.Sort(column)
		for b := 1; b < treeBins; b++ {
			if v := column[b*len(column)/treeBins]; v > column[0] && (len(out[f]) == 0 || v > out[f][len(out[f])-1]) {
				out[f] = append(out[f], v)
			}
		}
	}
	return out
}

// grow adds one tree, level by level, and moves the scores of the rows by it.
func grow(rows []*reviewRow, limits [][]float32) rank.Tree {
	var t rank.Tree
	for _, r := range rows {
		r.leaf = 0
	}
	inner := len(t.Feature)
	for level := 1; level <= inner; level = 2*level + 1 {
		first := level - (level+1)/2 // heap number of the level's first node
		nodes := (level + 1) / 2
		splitLevel(rows, limits, &t, first, nodes)
		for _, r := range rows {
			if r.x[t.Feature[r.leaf]] < t.Limit[r.leaf] {
				r.leaf = 2*r.leaf + 1
			} else {
				r.leaf = 2*r.leaf + 2
			}
		}
	}
	var g, h [len(t.Leaf)]float64
	for _, r := range rows {
		g[r.leaf-inner] += r.g
		h[r.leaf-inner] += r.h
	}
	for i := range t.Leaf {
		t.Leaf[i] = float32(-treeRate * g[i] / (h[i] + treeLambda))
	}
	for _, r := range rows {
		r.score += float64(t.Leaf[r.leaf-inner])
	}
	return t
}

// splitLevel finds the best split of each node of a level. A node without a
// good one sends everything to the right.
func splitLevel(rows []*reviewRow, limits [][]float32, t *rank.Tree, first, nodes int) {
	best := make([]float64, nodes)
	for n := range nodes {
		t.Feature[first+n], t.Limit[first+n] = 0, float32(math.Inf(-1))
	}
	features := len(limits)
	hist := make([][treeBins][2]float64, nodes*features)
	for _, r := range rows {
		own := hist[(r.leaf-first)*features:][:features]
		for f, b := range r.bins {
			c := &own[f][b]
			c[0] += r.g
			c[1] += r.h
		}
	}
	for f := range limits {
		for n := range nodes {
			bins := &hist[n*features+f]
			var g, h float64
			for _, c := range bins {
				g, h = g+c[0], h+c[1]
			}
			var lg, lh float64
			for b := range limits[f] {
				lg, lh = lg+bins[b][0], lh+bins[b][1]
				rg, rh := g-lg, h-lh
				if lh < treeLeast || rh < treeLeast {
					continue
				}
				gain := lg*lg/(lh+treeLambda) + rg*rg/(rh+treeLambda) - g*g/(h+treeLambda)
				if gain > best[n]+1e-9 {
					best[n] = gain
					t.Feature[first+n], t.Limit[first+n] = int16(f), limits[f][b]
				}
			}
		}
	}
}
