package linear

import (
	"math/bits"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// Part is one part of features' names.
type Part struct {
	hash uint64
	Text string
}

// PartOf makes a part of a text.
func PartOf(text string) Part { return Part{words.Hash(text), text} }

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

// Key is the hash under which a model keeps the feature whose name is
// the parts joined by bars.
func Key(parts ...string) uint64 {
	h := uint64(seed)
	for _, p := range parts {
		h = words.Mix(h ^ words.Hash(p))
	}
	return h
}
