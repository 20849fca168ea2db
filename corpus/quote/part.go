package quote

import "math/bits"

// part is one part of features' names.
type part struct {
	hash uint64
	text string
}

// partOf makes a part of a text.
func partOf(text string) part { return part{hash(text), text} }

// Parts of names that many features have.
var (
	digits    = [...]part{partOf("0"), partOf("1"), partOf("2"), partOf("3"), partOf("4"), partOf("5"), partOf("6"), partOf("7"), partOf("8"), partOf("9")}
	negatives = [...]part{partOf("-0"), partOf("-1"), partOf("-2"), partOf("-3"), partOf("-4"), partOf("-5"), partOf("-6"), partOf("-7"), partOf("-8"), partOf("-9")}
	yes, no   = partOf("y"), partOf("n")
)

// upTo writes n, or most (under 10) when that is less.
func upTo(n, most int) part {
	if n < 0 {
		return negatives[min(-n, most)]
	}
	return digits[min(n, most)]
}

// log2 writes the binary logarithm of n+1, at most 7.
func log2(n int) part { return digits[min(bits.Len(uint(max(n, 0))), 7)] }

func flag(b bool) part {
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
