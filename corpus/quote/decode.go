package quote

import (
	"math"
	"slices"
)

// decision is what the model thinks of one run.
type decision struct {
	scene      *scene
	candidates []candidate
	p          []float64 // the probability of each
	best       int
}

// decide goes through the runs in order and gives each to its most probable
// candidate, knowing what it did before.
func (m *Model) decide(g *page, who *cast) []decision {
	out := make([]decision, len(g.runs))
	f := features{weights: m.weights}
	var cs []candidate
	p := past{run: -1}
	for k := range g.runs {
		d := &out[k]
		cs = g.candidates(k, p, cs[:0])
		d.candidates = slices.Clone(cs)
		d.p = make([]float64, len(cs), len(cs)+1)
		s := g.look(k, who)
		d.scene = s
		f.decide()
		for i, c := range d.candidates {
			s.describe(&f, c, p)
			d.p[i] = f.score()
			if d.p[i] > d.p[d.best] {
				d.best = i
			}
		}
		if s.speech() {
			d.p[0] = math.Inf(-1) // not nobody's
			d.best = 1
			for i, v := range d.p {
				if v > d.p[d.best] {
					d.best = i
				}
			}
		}
		softmax(d.p)
		if c, ok := s.label(); ok {
			d.best = len(d.candidates)
			d.candidates, d.p = append(d.candidates, c), append(d.p, labelled)
		}
		p.decide(k, d.candidates[d.best])
	}
	return out
}

// labelled is the probability that a label inside the marks names the speaker.
const labelled = 0.9

// speech reports whether the run is speech by its own words: whole sentences
// with a verb, in the first person or as a paragraph of their own. Somebody
// said it, even when nothing near tells who.
func (s *scene) speech() bool {
	if s.mode.text != "alone." || !s.verbal {
		return false
	}
	return s.words >= speechWords && s.first.text == "yes" || s.words >= paragraphWords && s.place.text == "whole"
}

// The least lengths of such runs. Of the whole paragraphs of the training
// articles 106 in 114 are said by somebody.
const (
	speechWords    = 10
	paragraphWords = 6
)
