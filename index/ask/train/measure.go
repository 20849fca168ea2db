package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/verbatim-bot/verbatim/index/ask"
)

// row are the figures of one set.
type row struct {
	n, first, third, sentence int
	mrr                       float64
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
	}
}

func (t table) print(w io.Writer) {
	for _, k := range slices.Sorted(maps.Keys(t)) {
		r := t[k]
		n := float64(r.n)
		fmt.Fprintf(w, "%-16s n %4d  first %.1f  in 3 %.1f  mrr %.3f  best sentence %.1f\n", k, r.n, 100*float64(r.first)/n, 100*float64(r.third)/n, r.mrr/n, 100*float64(r.sentence)/n)
	}
}

func measure(m *ask.Model, sets []*set, keep func(*article) bool) table {
	t := table{}
	p := with(m)
	for _, e := range examples(sets, keep) {
		if t[e.set] == nil {
			t[e.set] = &row{}
		}
		r := t[e.set]
		v := p.vectors(e.a, e.q.Q)
		gold := e.q.gold()
		rank := 0
		order := byScore(v.PassageScore)
		for i, x := range order {
			if slices.Contains(gold, x) {
				rank = i + 1
				break
			}
		}
		r.n++
		r.mrr += 1 / float64(rank)
		if rank == 1 {
			r.first++
		} else if *verbose {
			fmt.Fprintf(os.Stdout, "%s %s: %q rank %d\n   got  %s\n   want %s\n", e.set, e.a.Title, e.q.Q, rank, cutText(e.a.Paragraphs[order[0]]), cutText(e.a.Paragraphs[gold[0]]))
		}
		if rank <= 3 {
			r.third++
		}
		best := 0
		for i, s := range v.Sentences {
			if s.Score > v.Sentences[best].Score {
				best = i
			}
		}
		if l := sentenceList(v, e); len(l.gold) > best && l.gold[best] {
			r.sentence++
		}
	}
	return t
}

func cutText(s string) string {
	if len(s) > 300 {
		return s[:300]
	}
	return s
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

func write(dir string, m *ask.Model) error {
	for _, name := range []string{"sentence", "passage"} {
		if err := writeWeights(dir, name, m.Weights[name]); err != nil {
			return err
		}
	}
	f, err := os.Create(dir + "/background.gz")
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	return m.Background.Write(f)
}

func writeWeights(dir, name string, w ask.Weights) error {
	f, err := os.Create(dir + "/" + name + ".txt")
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	for _, n := range ask.FeatureNames(name) {
		fmt.Fprintf(f, "%-16s %9.4f\n", n, w[n])
	}
	return nil
}
