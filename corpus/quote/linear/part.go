package linear

import "math/bits"

// Part is one part of features' names.
type Part struct {
	hash uint64
	Text string
}

// PartOf makes a part of a text.
func PartOf(text string) Part { return Part{hash(text), text} }

// Parts of names that many features have.
var (
	digits    = [...]Part{PartOf("0"), PartOf("1"), PartOf("2"), PartOf("3"), PartOf("4"), PartOf("5"), PartOf("6"), PartOf("7"), PartOf("8"), PartOf("9")}
	negatives = [...]Part{PartOf("-0"), PartOf("-1"), PartOf("-2"), PartOf("-3"), PartOf("-4"), PartOf("-5"), PartOf("-6"), PartOf("-7"), PartOf("-8"), PartOf("-9")}
	yes, no   = PartOf("y"), PartOf("n")
)

// UpTo writes n, or most (under 10) when that is less.
func UpTo(n, most int) Part {
	if n < 0 {
		return negatives[min(-n, most)]
	}
	return digits[min(n, most)]
}

// Log2 writes the binary logarithm of n+1, at most 7.
func Log2(n int) Part { return digits[min(bits.Len(uint(max(n, 0))), 7)] }

// Flag writes b.
func Flag(b bool) Part {
	if b {
		return yes
	}
	return no
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
