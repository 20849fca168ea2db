package rank

import (
	"bufio"
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"strconv"
	"strings"
)

//go:embed model
var embedded embed.FS

// Model are the weights that were learned. It is read-only and safe for
// concurrent use.
type Model struct {
	Weights map[string]Weights // by model name: "sentence", "passage", ...

	english   ranker
	other     ranker
	sure      [confidenceFeatures + 1]float64 // the last is the constant
	sureOther [confidenceFeatures + 1]float64
	marks     [markNumbers]float64
	order     [orderFeatures]float64
	close     [closeFeatures + 1]float64 // the last is the constant
	review    forest
}

// Weights are the numbers of one linear model by feature name.
type Weights map[string]float64

// New gives the program's own model.
func New() *Model {
	m, err := load()
	if err != nil {
		panic("unreachable: the model is part of the program and tested: " + err.Error())
	}
	return m
}

// load reads a file NAME.txt for each linear model, and review.trees.
func load() (*Model, error) {
	m := &Model{Weights: map[string]Weights{}}
	names, err := fs.Glob(embedded, "model/*.txt")
	if err != nil {
		return nil, fmt.Errorf("load model: %w", err)
	}
	for _, name := range names {
		b, err := embedded.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("load model: %w", err)
		}
		w, err := readWeights(b)
		if err != nil {
			return nil, fmt.Errorf("load model: %s: %w", name, err)
		}
		m.Weights[strings.TrimSuffix(path.Base(name), ".txt")] = w
	}
	b, err := embedded.ReadFile("model/review.trees")
	if err != nil {
		return nil, fmt.Errorf("load model: %w", err)
	}
	if m.review, err = readForest(b); err != nil {
		return nil, fmt.Errorf("load model: review.trees: %w", err)
	}
	if err := m.compile(); err != nil {
		return nil, fmt.Errorf("load model: %w", err)
	}
	return m, nil
}

// ranker are the weights of ranking in the order of the features.
type ranker struct {
	sentence [sentenceFeatures]float64
	passage  [passageFeatures]float64
}

// compile brings the named weights into the order of the features. A feature
// without a weight counts 0; a weight without a feature is an error.
func (m *Model) compile() error {
	return errors.Join(
		order(m.english.sentence[:], sentenceTable[:], m.Weights["sentence"]),
		order(m.english.passage[:], passageTable[:], m.Weights["passage"]),
		order(m.other.sentence[:], sentenceTable[:], m.Weights["sentence-other"]),
		order(m.other.passage[:], passageTable[:], m.Weights["passage-other"]),
		order(m.sure[:], append(confidenceTable[:], feature{Name: "constant"}), m.Weights["confidence"]),
		order(m.sureOther[:], append(confidenceTable[:], feature{Name: "constant"}), m.Weights["confidence-other"]),
		order(m.marks[:], markTable(), m.Weights["mark"]),
		order(m.order[:], orderNames[:], m.Weights["order"]),
		order(m.close[:], append(closeNames[:], feature{Name: "constant"}), m.Weights["close"]),
	)
}

func order(out []float64, table []feature, w Weights) error {
	clear(out)
	known := 0
	for i, f := range table {
		if x, ok := w[f.Name]; ok {
			out[i] = x
			known++
		}
	}
	if known != len(w) {
		return fmt.Errorf("%d weights for unknown features in %v", len(w)-known, w)
	}
	return nil
}

// plain is BM25 and nothing else: for languages written without spaces, whose
// overlapping pairs of characters the other features were measured to harm.
var plain = func() (r ranker) {
	r.sentence[sBM25], r.passage[pBM25] = 10, 10
	return r
}()

func (m *Model) weightsFor(language string) *ranker {
	switch language {
	case "en":
		return &m.english
	case "zh", "ja":
		return &plain
	}
	return &m.other
}

// With gives a copy of m with other weights for some of its linear models.
func (m *Model) With(w map[string]Weights) (*Model, error) {
	c := *m
	c.Weights = maps.Clone(m.Weights)
	maps.Copy(c.Weights, w)
	return &c, c.compile()
}

// Review gives the trees of the second look.
func (m *Model) Review() []Tree { return m.review }

// WithReview gives a copy of m with other trees for the second look.
func (m *Model) WithReview(trees []Tree) *Model {
	c := *m
	c.review = trees
	return &c
}

// readWeights reads lines of a feature's name and its weight; anything after
// them is a remark, as is a line that begins with "#".
func readWeights(b []byte) (Weights, error) {
	w := Weights{}
	in := bufio.NewScanner(bytes.NewReader(b))
	for in.Scan() {
		f := strings.Fields(in.Text())
		if len(f) == 0 || f[0][0] == '#' {
			continue
		}
		if len(f) < 2 {
			return nil, fmt.Errorf("no weight in %q", in.Text())
		}
		x, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			return nil, fmt.Errorf("weight of %s: %w", f[0], err)
		}
		w[f[0]] = x
	}
	return w, in.Err()
}
