package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/ask/rank"
)

// headers say above each file of weights what the numbers are.
var headers = map[string]string{
	"sentence":    "weights of a sentence's features; their meanings are in feature.go",
	"passage":     "weights of a paragraph's features; their meanings are in feature.go",
	"confidence":  "logistic regression: is there an answer in the first passage? meanings in confidence.go",
	"calibration": "from the score of the signals to the share of right passages; see confidence.go",
	"review":      "trees that correct the scores of the first paragraphs; see review.go",
	"mark":        "which words of the excerpt answer; products of small classes, named in mark_table.go",
}

// write writes the model's files, and how common words are, below dir.
func write(dir string, m *rank.Model, counted *lexicon.Background, figures string) error {
	words, dir := filepath.Join(dir, "lexicon", "model"), filepath.Join(dir, "rank", "model")
	for name, w := range m.Weights {
		kind, other := name, ""
		if cut := len(name) - len("-other"); cut > 0 && name[cut:] == "-other" {
			kind, other = name[:cut], "; languages other than English"
		}
		var b bytes.Buffer
		fmt.Fprintf(&b, "# Written by tools/train/ask: %s%s.\n", headers[kind], other)
		for _, n := range rank.FeatureNames(kind) {
			if x := w[n]; x != 0 {
				fmt.Fprintf(&b, "%-24s %9.4f\n", n, x)
			}
		}
		if x := w["constant"]; x != 0 {
			fmt.Fprintf(&b, "%-24s %9.4f\n", "constant", x)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".txt"), b.Bytes(), 0o644); err != nil {
			return err
		}
	}
	var trees bytes.Buffer
	fmt.Fprintf(&trees, "# Written by tools/train/ask: %s.\n", headers["review"])
	if err := rank.WriteForest(&trees, m.Review()); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "review.trees"), trees.Bytes(), 0o644); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := counted.Write(&b); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(words, "background.gz"), b.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "figures"), []byte(figures), 0o644)
}
