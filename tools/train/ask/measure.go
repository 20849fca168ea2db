package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// row are the figures of one set.
type row struct {
	n, first, third, sentence int
	mrr                       float64
	loss                      float64 // of the softmax over the passages, in nats
}

type table map[string]*row

func (t table) merge(o table) {
	for k, r := range o {
		if t[k] == nil {
			t[k] = &row{}
		}
		t[k].n += r.n
		t[k].first += r.first
		t[k].third += r.third
		t[k].sentence += r.sentence
		t[k].mrr += r.mrr
		t[k].loss += r.loss
	}
}

func (t table) write(w io.Writer) {
	for _, k := range slices.Sorted(maps.Keys(t)) {
		r := t[k]
		n := float64(r.n)
		fmt.Fprintf(w, "%-16s n %4d  first %.1f  in 3 %.1f  mrr %.3f  loss %.3f  best sentence %.1f\n", k, r.n, 100*float64(r.first)/n, 100*float64(r.third)/n, r.mrr/n, r.loss/n, 100*float64(r.sentence)/n)
	}
}

func (t table) add(e example, v *rank.Vectors) {
	if t[e.set] == nil {
		t[e.set] = &row{}
	}
	r := t[e.set]
	gold := e.q.gold()
	order := byScore(v.PassageScore)
	place := 1 + slices.IndexFunc(order, func(p int) bool { return slices.Contains(gold, p) })
	r.n++
	r.mrr += 1 / float64(place)
	if place == 1 {
		r.first++
	}
	l := list{gold: make([]bool, len(v.PassageScore)), weight: 1}
	for i, score := range v.PassageScore {
		l.x = append(l.x, []float64{score})
		l.gold[i] = slices.Contains(gold, i)
	}
	r.loss += l.loss([]float64{1}, []float64{0})
	if place <= 3 {
		r.third++
	}
	best := 0
	for i, s := range v.Sentences {
		if s.Score > v.Sentences[best].Score {
			best = i
		}
	}
	if b := v.Sentences[best]; slices.Contains(gold, b.Passage) && (len(e.q.ParagraphsOK) > 0 || holdsAnswer(e, b)) {
		r.sentence++
	}
}

// byScore lists the indexes of x by falling value.
func byScore(x []float64) []int {
	out := make([]int, len(x))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(i, j int) int {
		switch {
		case x[i] > x[j]:
			return -1
		case x[i] < x[j]:
			return 1
		}
		return 0
	})
	return out
}
