package linear

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// A feature is known by its name: parts joined by bars, as in "dist|L|1|mid".
// Models keep names as hashes; the hash of a name is made from those of its
// parts, so that a part which goes into many features is hashed once.

// Features collects the features of one candidate: hashes of their names, or
// what they weigh.
type Features struct {
	Weights *Weights // nil in training, which wants all keys
	Keys    []uint64
	sum     float64 // of the weights of shared features
	groups  []group

	head  []string          // what the names begin with, one part at most
	from  uint64            // the hash of head
	Names map[uint64]string // every name seen, when not nil; only training asks for them
	buf   []byte
}

// group is what features weigh that several candidates share.
type group struct {
	key uint64
	sum float64
}

// Begin forgets the features of the candidate before.
func (f *Features) Begin() { f.Keys, f.sum, f.head, f.from = f.Keys[:0], 0, f.head[:0], seed }

// Shared adds the features that add adds. They are the same for all candidates
// of one decision with that part and number, and weighed for the first of them
// only. Sums of weights are exact (see [Weights]), in whatever order.
func (f *Features) Shared(p Part, n int, add func()) {
	key := words.Mix(p.hash ^ uint64(n))
	if f.Weights == nil {
		add()
		return
	}
	i := slices.IndexFunc(f.groups, func(g group) bool { return g.key == key })
	if i < 0 {
		i = len(f.groups)
		own := len(f.Keys)
		add()
		f.groups = append(f.groups, group{key, f.Weights.score(f.Keys[own:])})
		f.Keys = f.Keys[:own]
	}
	f.sum += f.groups[i].sum
}

// Decide begins another decision, of which no features are known yet.
func (f *Features) Decide() { f.groups = f.groups[:0] }

// Score sums the weights of the features of one candidate.
func (f *Features) Score() float64 { return f.sum + f.Weights.score(f.Keys) }

// Under makes head the first part of the names added from now on.
func (f *Features) Under(head string) {
	f.head, f.from = append(f.head[:0], head), words.Mix(seed^words.Hash(head))
}

// Add adds the feature whose name is the parts joined by bars.
func (f *Features) Add(name string, parts ...Part) {
	h := words.Mix(f.from ^ words.Hash(name))
	for i := range parts {
		h = words.Mix(h ^ parts[i].hash)
	}
	f.Keys = append(f.Keys, h)
	if f.Names != nil {
		f.note(h, name, parts)
	}
}

// Joined makes a part of texts written one behind the other. Its text is known
// in training only.
func (f *Features) Joined(texts ...string) Part {
	f.buf = f.buf[:0]
	for _, t := range texts {
		f.buf = append(f.buf, t...)
	}
	p := Part{hash: words.Hash(string(f.buf))}
	if f.Names != nil {
		p.Text = string(f.buf)
	}
	return p
}

func (f *Features) note(h uint64, name string, parts []Part) {
	if _, ok := f.Names[h]; ok {
		return
	}
	texts := append(slices.Clone(f.head), name)
	for _, p := range parts {
		texts = append(texts, p.Text)
	}
	n := strings.Join(texts, "|")
	if hashName(n) != h {
		panic("quote: a part of the feature " + n + " holds a bar")
	}
	f.Names[h] = n
}

// hashName is the hash of a feature's name as [Key] makes it.
func hashName(name string) uint64 {
	h := uint64(seed)
	for {
		p, rest, more := strings.Cut(name, "|")
		h = words.Mix(h ^ words.Hash(p))
		if !more {
			return h
		}
		name = rest
	}
}
