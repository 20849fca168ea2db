package words

import "math/bits"

// Hash is a hash of a text: eight bytes at a time are multiplied and the halves
// of the product folded, as wyhash does. It is the same in every run of the
// program, for models name their features by it.
func Hash(text string) uint64 {
	h := uint64(len(text)) * multiplier // far from what a letter changes
	for ; len(text) > 8; text = text[8:] {
		h = Mix(h ^ uint64(four(text)) ^ uint64(four(text[4:]))<<32)
	}
	switch n := len(text); {
	case n >= 4: // the halves overlap
		h ^= uint64(four(text)) ^ uint64(four(text[n-4:]))<<32
	case n > 0:
		h ^= uint64(text[0]) ^ uint64(text[n/2])<<8 ^ uint64(text[n-1])<<16
	}
	return Mix(h)
}

// multiplier is 2^64 divided by the golden ratio: odd, and without a pattern.
const multiplier = 0x9e3779b97f4a7c15

// Mix multiplies h and gives the halves of the product, one upon the other: two
// hashes, one upon the other, become one of both.
func Mix(h uint64) uint64 {
	hi, lo := bits.Mul64(h, multiplier)
	return hi ^ lo
}

// four gives the first four bytes of p as a number.
func four(p string) uint32 {
	return uint32(p[0]) | uint32(p[1])<<8 | uint32(p[2])<<16 | uint32(p[3])<<24
}
