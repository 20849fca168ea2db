package main

import (
	"math"
	"regexp"
	"strings"

	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// marking is one question's candidates for the marked words. Features are
// sparse: nearly all are products of classes.
type marking struct {
	set, kind, q string
	passage      int // shown, from 0
	right        bool
	texts        []string
	i            [][]int16
	v            [][]float32
	gold         []bool
	answers      []string
	inside       bool // the excerpt holds an answer
	chosen       string
	p            float64 // of the chosen
}

// newMarking gathers the candidates in the excerpt of a passage.
func newMarking(e example, v *rank.Vectors, passage int) marking {
	k := marking{set: e.set, kind: v.Kind(), q: e.q.Q, passage: passage}
	for _, x := range e.q.Answers {
		k.answers = append(k.answers, x.Text)
	}
	text := e.a.doc.Article.Paragraphs[passage].Text
	for _, m := range v.Marks(passage) {
		t := text[m.Span.Start:m.Span.End]
		k.texts = append(k.texts, t)
		k.i, k.v = append(k.i, m.I), append(k.v, m.V)
		k.gold = append(k.gold, k.exact(t))
	}
	return k
}

func (k *marking) exact(t string) bool {
	for _, x := range k.answers {
		if normal(t) == normal(x) {
			return true
		}
	}
	return false
}

// f1 is the best token F1 of t against the answers.
func (k *marking) f1(t string) float64 {
	best := 0.0
	p := strings.Fields(normal(t))
	for _, x := range k.answers {
		g := strings.Fields(normal(x))
		count := map[string]int{}
		for _, w := range g {
			count[w]++
		}
		c := 0
		for _, w := range p {
			if count[w] > 0 {
				count[w]--
				c++
			}
		}
		if c > 0 {
			pr, re := float64(c)/float64(len(p)), float64(c)/float64(len(g))
			best = max(best, 2*pr*re/(pr+re))
		}
	}
	return best
}

var (
	punctuation = regexp.MustCompile("[!-/:-@\\[-`{-~]")
	articles    = regexp.MustCompile(`\b(a|an|the)\b`)
)

// normal is the normalisation of the scorer.
func normal(s string) string {
	s = punctuation.ReplaceAllString(strings.ToLower(s), "")
	return strings.Join(strings.Fields(articles.ReplaceAllString(s, " ")), " ")
}

// fitMarks fits a softmax over the candidates of each question, like fit but
// on sparse features.
func fitMarks(ms []marking, l2 float64) []float64 {
	n := len(rank.FeatureNames("mark"))
	var use []marking
	for _, k := range ms {
		l := list{gold: k.gold}
		if l.trainable() {
			use = append(use, k)
		}
	}
	total := float64(len(use))
	return minimise(n, func(w, grad []float64) float64 {
		clear(grad)
		loss := 0.0
		for k := range use {
			p, right := probabilities(&use[k], w)
			loss -= math.Log(max(right, 1e-300))
			for c := range p {
				d := p[c]
				if use[k].gold[c] {
					d -= p[c] / max(right, 1e-300)
				}
				for f, i := range use[k].i[c] {
					grad[i] += d * float64(use[k].v[c][f]) / total
				}
			}
		}
		loss /= total
		for i := range w {
			loss += l2 * w[i] * w[i] / 2
			grad[i] += l2 * w[i]
		}
		return loss
	})
}

// probabilities are the softmax over a question's candidates, and the sum of
// the right ones'.
func probabilities(k *marking, w []float64) (p []float64, right float64) {
	p = make([]float64, len(k.i))
	top := math.Inf(-1)
	for c := range p {
		for f, i := range k.i[c] {
			p[c] += w[i] * float64(k.v[c][f])
		}
		top = max(top, p[c])
	}
	sum := 0.0
	for c := range p {
		p[c] = math.Exp(p[c] - top)
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
		if k.gold[c] {
			right += p[c]
		}
	}
	return p, right
}
