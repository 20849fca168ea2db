package quote

import (
	"math"
	"slices"

	"github.com/verbatim-bot/verbatim/corpus/quote/cast"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
	"github.com/verbatim-bot/verbatim/corpus/quote/syntax"
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
func (m *Model) decide(g *syntax.Page, who *cast.Cast) []decision {
	out := make([]decision, len(g.Runs))
	f := linear.Features{Weights: m.weights}
	var cs []candidate
	p := past{run: -1}
	for k := range g.Runs {
		d := &out[k]
		cs = candidates(g, k, p, cs[:0])
		d.candidates = slices.Clone(cs)
		d.p = make([]float64, len(cs), len(cs)+1)
		s := look(g, k, who)
		d.scene = s
		f.Decide()
		for i, c := range d.candidates {
			s.describe(&f, c, p)
			d.p[i] = f.Score()
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
		linear.Softmax(d.p)
		if i := slices.Index(d.candidates, p.source); (s.cont && s.place.Text == "whole" || s.reopens()) && p.run == k-1 && i >= 0 {
			d.best, d.p[i] = i, max(d.p[i], labelled) // the marks before were left open for it
		}
		if c, ok := s.label(); ok {
			d.best = len(d.candidates)
			d.candidates, d.p = append(d.candidates, c), append(d.p, labelled)
		}
		p.decide(k, d.candidates[d.best])
	}
	for k := len(out) - 2; k >= 0; k-- { // “It is done. “It is over,” said Oak.
		d, next := &out[k], &out[k+1]
		if c := next.candidates[next.best]; next.scene.reopens() && c.mention >= 0 && d.candidates[d.best].mention < 0 {
			d.best = len(d.candidates)
			d.candidates, d.p = append(d.candidates, c), append(d.p, labelled)
		}
	}
	return out
}

// reopens reports whether the run stands right behind one whose marks were left
// open, as in text that has lost its paragraphs: “We were late. “We are sorry.”
func (s *scene) reopens() bool {
	return s.k > 0 && s.at > 0 && s.q.Units[s.at-1].Run == s.k-1 && !s.g.Runs[s.k-1].Closed
}

// labelled is the probability that a label inside the marks names the speaker,
// and that a paragraph of a longer quotation is of who spoke before.
const labelled = 0.9

// speech reports whether the run is speech by its own words: whole sentences
// with a verb, in the first person or as a paragraph of their own. Somebody
// said it, even when nothing near tells who.
func (s *scene) speech() bool {
	if s.mode.Text != "alone." || !s.verbal {
		return false
	}
	return s.words >= speechWords && s.first.Text == "yes" || s.words >= paragraphWords && s.place.Text == "whole"
}

// The least lengths of such runs. Of the whole paragraphs of the training
// articles 106 in 114 are said by somebody.
const (
	speechWords    = 10
	paragraphWords = 6
)
