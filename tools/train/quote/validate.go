package main

import (
	"fmt"
	"io"
	"maps"

	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/tools/gold"
)

// validate prints the figures of cross-validation: every article is extracted
// by a model that was taught without it. Confidence is that of the full model's
// curves.
func validate(lessons []lesson, names map[uint64]string, folds int, out io.Writer) error {
	curves := map[uint64]float64{}
	if err := calibrate(curves, lessons, names); err != nil {
		return err
	}
	var s gold.Score
	points := make([]gold.Score, len(levels))
	for k := range folds {
		w, err := teach(without(lessons, k, folds), names)
		if err != nil {
			return err
		}
		maps.Copy(w, curves)
		m, err := quote.ParseModel(write(w, names))
		if err != nil {
			return err
		}
		for i := k; i < len(lessons); i += folds {
			x := m.Extract(lessons[i].article)
			s.Add(lessons[i].record, lessons[i].article, x)
			for j, level := range levels {
				points[j].Add(lessons[i].record, lessons[i].article, above(x, level))
			}
		}
	}
	fmt.Fprint(out, s.String())
	for j, level := range levels {
		fmt.Fprintf(out, "confidence %.2f and more: %s\n", level, points[j].Operating())
	}
	return nil
}

// levels are the confidences at which the trade of answers for errors is
// shown.
var levels = []float64{0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95}

// above is x with only the speakers that have at least the confidence.
func above(x *quote.Extraction, confidence float64) *quote.Extraction {
	y := *x
	y.Quotes = nil
	for _, q := range x.Quotes {
		if q.Confidence < confidence {
			q.Speaker, q.Mention = "", q.Ref
			q.Mention.End = q.Mention.Start
		}
		y.Quotes = append(y.Quotes, q)
	}
	return &y
}
