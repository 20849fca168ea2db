package quote

import (
	"slices"
	"strings"
)

// A feature is known by its name: parts joined by bars, as in "dist|L|1|mid".
// Models keep names as hashes; the hash of a name is made from those of its
// parts, so that a part which goes into many features is hashed once.

// features collects the features of one candidate: hashes of their names, or
// what they weigh.
type features struct {
	weights *weights // nil in training, which wants all keys
	keys    []uint64
	sum     float64 // of the weights of shared features
	groups  []group

	head  []string          // what the names begin with, one part at most
	from  uint64            // the hash of head
	names map[uint64]string // every name seen, when not nil; only training asks for them
	buf   []byte
}

// group is what features weigh that several candidates share.
type group struct {
	key uint64
	sum float64
}

// begin forgets the features of the candidate before.
func (f *features) begin() { f.keys, f.sum, f.head, f.from = f.keys[:0], 0, f.head[:0], seed }

// shared adds the features that add adds. They are the same for all candidates
// of one decision with that part and number, and weighed for the first of them
// only. Sums of weights are exact (see [weights]), in whatever order.
func (f *features) shared(p part, n int, add func()) {
	key := fold(p.hash ^ uint64(n))
	if f.weights == nil {
		add()
		return
	}
	i := slices.IndexFunc(f.groups, func(g group) bool { return g.key == key })
	if i < 0 {
		i = len(f.groups)
		own := len(f.keys)
		add()
		f.groups = append(f.groups, group{key, f.weights.score(f.keys[own:])})
		f.keys = f.keys[:own]
	}
	f.sum += f.groups[i].sum
}

// decide begins another decision, of which no features are known yet.
func (f *features) decide() { f.groups = f.groups[:0] }

// score sums the weights of the features of one candidate.
func (f *features) score() float64 { return f.sum + f.weights.score(f.keys) }

// under makes head the first part of the names added from now on.
func (f *features) under(head string) {
	f.head, f.from = append(f.head[:0], head), fold(seed^hash(head))
}

// add adds the feature whose name is the parts joined by bars.
func (f *features) add(name string, parts ...part) {
	h := fold(f.from ^ hash(name))
	for i := range parts {
		h = fold(h ^ parts[i].hash)
	}
	f.keys = append(f.keys, h)
	if f.names != nil {
		f.note(h, name, parts)
	}
}

// joined makes a part of texts written one behind the other. Its text is known
// in training only.
func (f *features) joined(texts ...string) part {
	f.buf = f.buf[:0]
	for _, t := range texts {
		f.buf = append(f.buf, t...)
	}
	p := part{hash: hash(string(f.buf))}
	if f.names != nil {
		p.text = string(f.buf)
	}
	return p
}

func (f *features) note(h uint64, name string, parts []part) {
	if _, ok := f.names[h]; ok {
		return
	}
	texts := append(slices.Clone(f.head), name)
	for _, p := range parts {
		texts = append(texts, p.text)
	}
	n := strings.Join(texts, "|")
	if hashName(n) != h {
		panic("quote: a part of the feature " + n + " holds a bar")
	}
	f.names[h] = n
}

// FeatureKey is the hash under which a model keeps the feature whose name is
// the parts joined by bars.
func FeatureKey(parts ...string) uint64 {
	h := uint64(seed)
	for _, p := range parts {
		h = fold(h ^ hash(p))
	}
	return h
}

// hashName is the hash of a feature's name as [FeatureKey] makes it.
func hashName(name string) uint64 {
	h := uint64(seed)
	for {
		p, rest, more := strings.Cut(name, "|")
		h = fold(h ^ hash(p))
		if !more {
			return h
		}
		name = rest
	}
}
