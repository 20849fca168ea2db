package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
	"github.com/verbatim-bot/verbatim/corpus/quote/gold"
)

// validate measures by cross-validation: every article is extracted by a
// model that was taught without it.
func validate(lessons []lesson, names map[uint64]string, folds int, f io.Writer) error {
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
				if err := dump(f, l.record, l.article, m); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// dump writes the extraction of one article as a line for the shared scorer.
func dump(f io.Writer, r *gold.Record, a *corpus.Article, m *quote.Model) error {
	type pq struct {
		Start   int     `json:"start"`
		End     int     `json:"end"`
		Kind    string  `json:"kind"`
		SS      int     `json:"speaker_start"`
		SE      int     `json:"speaker_end"`
		Speaker string  `json:"speaker"`
		P       float64 `json:"p"`
	}
	var out []pq
	for _, q := range m.Extract(a).Quotes {
		s, e := a.Doc(q.Ref)
		p := pq{s, e, string(q.Kind), -1, -1, q.Speaker, q.Confidence}
		if !q.Mention.Empty() {
			p.SS, p.SE = a.Doc(q.Mention)
		}
		out = append(out, p)
	}
	b, err := json.Marshal(map[string]any{"id": r.ID, "quotes": out})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, "%s\n", b)
	return err
}
