package main

import (
	"fmt"

	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/quote/gold"
)

// validate prints the figures of cross-validation: every article is extracted
// by a model that was taught without it.
func validate(lessons []lesson, names map[uint64]string, folds int) error {
	var s gold.Score
	for k := range folds {
		var in []lesson
		for i, l := range lessons {
			if i%folds != k {
				in = append(in, l)
			}
		}
		m, err := quote.ParseModel(write(teach(in), names))
		if err != nil {
			return err
		}
		for i, l := range lessons {
			if i%folds == k {
				s.Add(l.record, l.article, m.Extract(l.article))
			}
		}
	}
	_, err := fmt.Print(s.String())
	return err
}
