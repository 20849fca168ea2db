package quote

import (
	"math/bits"
	"slices"
	"strings"
)

// A feature is known by its name: parts joined by bars, as in "dist|L|1|mid".
// Models keep names as hashes; the hash of a name is made from those of its
// parts, so that a part which goes into many features is hashed once.

// part is one part of features' names.
type part struct {
	hash uint64
	text string
}

// partOf makes a part of a text.
func partOf(text string) part { return part{hash(text), text} }

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
// of one decision with that key, and weighed for the first of them only. Sums
// of weights are exact (see [weights]), in whatever order.
func (f *features) shared(key uint64, add func()) {
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

// joined makes a part of texts written one behind the other.
func (f *features) joined(texts ...string) part {
	f.buf = f.buf[:0]
	for _, t := range texts {
		f.buf = append(f.buf, t...)
	}
	return f.written()
}

// written makes a part of what is in buf. Its text is made for training only.
func (f *features) written() part {
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

// seed begins the hash of a feature's name.
const seed = 14695981039346656037

// hash is the hash of one part of a name: eight bytes at a time are multiplied
// and the halves of the product folded, as wyhash does.
func hash(p string) uint64 {
	h := uint64(len(p)) * multiplier // far from what a letter changes
	for ; len(p) > 8; p = p[8:] {
		h = fold(h ^ uint64(four(p)) ^ uint64(four(p[4:]))<<32)
	}
	switch n := len(p); {
	case n >= 4: // the halves overlap
		h ^= uint64(four(p)) ^ uint64(four(p[n-4:]))<<32
	case n > 0:
		h ^= uint64(p[0]) ^ uint64(p[n/2])<<8 ^ uint64(p[n-1])<<16
	}
	return fold(h)
}

// multiplier is 2^64 divided by the golden ratio: odd, and without a pattern.
const multiplier = 0x9e3779b97f4a7c15

// fold multiplies h and gives the halves of the product, one upon the other.
func fold(h uint64) uint64 {
	hi, lo := bits.Mul64(h, multiplier)
	return hi ^ lo
}

// four gives the first four bytes of p as a number.
func four(p string) uint32 {
	return uint32(p[0]) | uint32(p[1])<<8 | uint32(p[2])<<16 | uint32(p[3])<<24
}
