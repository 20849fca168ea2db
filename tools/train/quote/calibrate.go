package main

import (
	"math"

	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/quote/linear"
)

// calibrationFolds is the number of parts of the training articles, each
// tried by a model taught on the others.
const calibrationFolds = 5

// calibrate adds to w the curves that turn the model's probabilities into
// shares of right answers, fitted on articles the model was not taught on.
func calibrate(w map[uint64]float64, lessons []lesson, names map[uint64]string) error {
	var mention, name, statement []trial
	for k := range calibrationFolds {
		m, err := teachWithout(lessons, names, k, calibrationFolds)
		if err != nil {
			return err
		}
		for i := k; i < len(lessons); i += calibrationFolds {
			for _, t := range m.StatementTrials(lessons[i].article, lessons[i].record.Marked(lessons[i].article)) {
				statement = append(statement, newTrial(t.Mention, t.MentionRight))
			}
			for _, t := range m.Trials(lessons[i].article, lessons[i].record.Labels(lessons[i].article)) {
				mention = append(mention, newTrial(t.Mention, t.MentionRight))
				if t.Named {
					name = append(name, newTrial(t.Name, t.NameRight))
				}
			}
		}
	}
	for _, c := range []struct {
		curve  string
		trials []trial
	}{{"sure mention", mention}, {"sure name", name}, {"sure statement", statement}} {
		slope, shift := logistic(c.trials)
		for part, v := range map[string]float64{"slope": slope, "shift": shift} {
			key := linear.Key(c.curve, part)
			names[key], w[key] = c.curve+"|"+part, v
		}
	}
	return nil
}

// teachWithout teaches a model on all lessons but every n-th from k on.
func teachWithout(lessons []lesson, names map[uint64]string, k, n int) (*quote.Model, error) {
	w, err := teach(without(lessons, k, n), names)
	if err != nil {
		return nil, err
	}
	return quote.ParseModel(write(w, names))
}

// trial is one answer of a model: the logarithm of its odds, and 1 when it
// was right.
type trial struct{ x, y float64 }

func newTrial(p float64, right bool) trial {
	p = min(max(p, 1e-4), 1-1e-4)
	t := trial{x: math.Log(p / (1 - p))}
	if right {
		t.y = 1
	}
	return t
}

// logistic fits y = 1/(1+exp(-(slope x + shift))) by Newton's method.
func logistic(ts []trial) (slope, shift float64) {
	slope = 1
	for range 30 {
		var ga, gb, haa, hab, hbb float64
		for _, t := range ts {
			p := 1 / (1 + math.Exp(-(float64(slope*t.x) + shift)))
			d, v := p-t.y, float64(p*(1-p))
			ga += float64(d * t.x)
			gb += d
			haa += float64(float64(v*t.x) * t.x)
			hab += float64(v * t.x)
			hbb += v
		}
		det := float64(haa*hbb) - float64(hab*hab)
		slope -= (float64(hbb*ga) - float64(hab*gb)) / det
		shift -= (float64(haa*gb) - float64(hab*ga)) / det
	}
	return slope, shift
}
