package quote

import (
	"bufio"
	"bytes"
	"fmt"
	"strconv"
)

// weights are those of a log-linear model: a feature's weight by the hash of
// its name.
type weights struct {
	slots []slot // open addressing; a power of two many, at most half full
}

type slot struct {
	key    uint64
	weight float32
}

// features collects the features of one candidate: hashes of their names.
type features struct {
	keys  []uint64
	names map[uint64]string // every name seen, when not nil; only training asks for them
}

// add adds the feature whose name is the parts joined by bars.
func (f *features) add(parts ...string) {
	const prime = 1099511628211
	h := uint64(14695981039346656037) // FNV-1a
	for _, p := range parts {
		for i := range len(p) {
			h = (h ^ uint64(p[i])) * prime
		}
		h = (h ^ '|') * prime
	}
	f.keys = append(f.keys, h)
	if f.names != nil {
		f.name(h, parts)
	}
}

// FeatureKey is the hash under which a model keeps the feature whose name is
// the parts joined by bars.
func FeatureKey(parts ...string) uint64 {
	var f features
	f.add(parts...)
	return f.keys[0]
}

func (f *features) name(h uint64, parts []string) {
	if _, ok := f.names[h]; ok {
		return
	}
	n := ""
	for i, p := range parts {
		if i > 0 {
			n += "|"
		}
		n += p
	}
	f.names[h] = n
}

// at gives the weight of a feature, 0 when the model does not know it.
func (w *weights) at(key uint64) float32 {
	mask := uint64(len(w.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		switch s := &w.slots[i]; {
		case s.key == key:
			return s.weight
		case s.key == 0:
			return 0
		}
	}
}

// score sums the weights of the features of one candidate.
func (w *weights) score(keys []uint64) float64 {
	sum := 0.0
	for _, k := range keys {
		sum += float64(w.at(k))
	}
	return sum
}

// newWeights makes weights of a table from hash to weight.
func newWeights(table map[uint64]float32) *weights {
	n := 4
	for n < 2*len(table)+2 {
		n *= 2
	}
	w := &weights{slots: make([]slot, n)}
	for k, v := range table {
		w.put(k, v)
	}
	return w
}

func (w *weights) put(key uint64, weight float32) {
	mask := uint64(len(w.slots) - 1)
	i := key & mask
	for w.slots[i].key != 0 && w.slots[i].key != key {
		i = (i + 1) & mask
	}
	w.slots[i] = slot{key, weight}
}

// hashName is the hash of a feature's name as features.add makes it.
func hashName(name []byte) uint64 {
	const prime = 1099511628211
	h := uint64(14695981039346656037)
	for _, c := range name {
		h = (h ^ uint64(c)) * prime
	}
	return (h ^ '|') * prime
}

// parseWeights reads lines of a weight in thousandths, a space and a
// feature's name, as the training command writes them.
func parseWeights(data []byte) (*weights, error) {
	table := make(map[uint64]float32, bytes.Count(data, []byte("\n")))
	sc := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; sc.Scan(); n++ {
		num, name, ok := bytes.Cut(sc.Bytes(), []byte(" "))
		v, err := strconv.Atoi(string(num))
		if !ok || err != nil {
			return nil, fmt.Errorf("quote: weights, line %d: %q", n, sc.Text())
		}
		table[hashName(name)] = float32(v) / 1000
	}
	return newWeights(table), sc.Err()
}

// Model is what was learned of who says what.
type Model struct {
	weights *weights
}

// ParseModel reads a model from the texts that the training command writes.
func ParseModel(data ...[]byte) (*Model, error) {
	w, err := parseWeights(bytes.Join(data, nil))
	if err != nil {
		return nil, err
	}
	return &Model{weights: w}, nil
}
