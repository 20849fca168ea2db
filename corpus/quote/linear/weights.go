// Package linear is the arithmetic of the log-linear models: features with
// names, the weights that were learned of them, and the sum of both.
//
//	names of features -> keys -> weights -> score -> Softmax -> Calibrated
//
//	feature.go  the features of one candidate of one decision
//	weights.go  weights by key, as read from the trainer's file
//	part.go     the parts that names of features are joined of, and their hashes
//	example.go  a decision with its right answers, for the trainer
package linear

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Weights are those of a log-linear model: a feature's weight by the hash of
// its name. They are between 0.001 and some tens, with the 24 bits of a
// float32: a float64 holds the sum of thousands exactly.
type Weights struct {
	slots []slot // open addressing; a power of two many, at most half full
}

// slot keeps the upper half of a hash, whose lower half told where to look: an
// unknown feature is taken for a known one once in billions of times.
type slot struct {
	key    uint32 // 0 in an empty slot
	weight float32
}

// upper is the part of a hash that a slot keeps.
func upper(key uint64) uint32 { return max(uint32(key>>32), 1) }

// at gives the weight of a feature, 0 when the model does not know it.
func (w *Weights) at(key uint64) float32 {
	mask, up := uint64(len(w.slots)-1), upper(key)
	for i := key & mask; ; i = (i + 1) & mask {
		switch s := &w.slots[i]; s.key {
		case up:
			return s.weight
		case 0:
			return 0
		}
	}
}

// score sums the weights of features.
func (w *Weights) score(keys []uint64) float64 {
	sum := 0.0
	for _, k := range keys {
		sum += float64(w.at(k))
	}
	return sum
}

// newWeights makes empty weights with room for n.
func newWeights(n int) *Weights {
	size := 4
	for size < 2*n+2 {
		size *= 2
	}
	return &Weights{slots: make([]slot, size)}
}

func (w *Weights) put(key uint64, weight float32) {
	mask := uint64(len(w.slots) - 1)
	i := key & mask
	for w.slots[i].key != 0 && w.slots[i].key != upper(key) {
		i = (i + 1) & mask
	}
	w.slots[i] = slot{upper(key), weight}
}

// ParseWeights reads lines of a weight in thousandths, a space and a
// feature's name, as the training command writes them. It allocates little:
// every start of the program waits for it.
func ParseWeights(text string) (*Weights, error) {
	w := newWeights(strings.Count(text, "\n"))
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		num, name, ok := strings.Cut(line, " ")
		v, err := strconv.Atoi(num)
		if !ok || err != nil {
			return nil, fmt.Errorf("quote: weights, line %d: %q", n, line)
		}
		w.put(hashName(name), float32(v)/1000)
	}
	return w, nil
}

// Softmax turns scores into probabilities, in place.
func Softmax(x []float64) {
	top := math.Inf(-1)
	for _, v := range x {
		top = max(top, v)
	}
	sum := 0.0
	for i, v := range x {
		x[i] = math.Exp(v - top)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

// Calibrated turns a probability of the model into the share of such quotes
// that are right, by a logistic curve fitted in cross-validation. A model
// without that curve gives p back.
func (w *Weights) Calibrated(p float64, curve string) float64 {
	p = min(max(p, 1e-4), 1-1e-4)
	slope, shift := float64(w.at(Key(curve, "slope"))), float64(w.at(Key(curve, "shift")))
	if slope == 0 {
		return p
	}
	return 1 / (1 + math.Exp(-(slope*math.Log(p/(1-p)) + shift)))
}
