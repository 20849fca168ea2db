package reader

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"strings"
)

// The file of the weights is, in this order and little-endian:
//
//	"verbatim reader\n", CRC-32 (IEEE) of the body, length of the header, the header (JSON, see [header]), the body:
//	the vocabulary, a piece a line, filled up to four bytes with line ends
//	word embeddings: int8 a component, then a float32 scale a word
//	embeddings of positions and of the two token types: float32
//	norm (weight, bias: float32)
//	of each layer: query, key and value as one matrix, output, norm, inner, outer, norm
//	pooler (384 x 384, bias), classifier (384, bias), span (2 x 384, 2 biases): float32
//
// A matrix is its weights, then a float32 scale and a float32 bias for each
// output. The weights are int8 + 128, in tiles of sixteen outputs, in those by
// fours of inputs: all four of the first output, then of the second, so that
// the kernels read them as they lie, out of the program's own pages.

// magic begins the file.
const magic = "verbatim reader\n"

// header says what is in the file.
type header struct {
	Version         string `json:"version"`
	Base            string `json:"base"`
	Licence         string `json:"licence"`
	Vocabulary      int    `json:"vocabulary"`
	VocabularyBytes int    `json:"vocabularyBytes"`
	Positions       int    `json:"positions"`
	Layers          int    `json:"layers"`
	Hidden          int    `json:"hidden"`
	Heads           int    `json:"heads"`
	Inner           int    `json:"inner"`
}

// The one shape of network that there is.
const (
	hidden   = 384
	heads    = 12
	headSize = hidden / heads
	inner    = 4 * hidden
	tile     = 16 // outputs of a matrix that are computed together
)

// matrix takes in inputs to outputs: int8 weights as they lie in the file.
type matrix struct {
	weights     string
	scale, bias []float32
	in, out     int
}

type normal struct{ weight, bias []float32 }

type layer struct {
	attention, output matrix
	norm1             normal
	inner, outer      matrix
	norm2             normal
}

// network is the weights, read.
type network struct {
	header     header
	vocabulary *vocabulary
	words      string // int8
	wordScale  []float32
	positions  []float32
	types      []float32
	norm       normal
	layers     []layer
	pooler     []float32
	poolerBias []float32
	answers    []float32
	answerBias float32
	span       []float32
	spanBias   []float32
}

// errWeights is returned for a file that is not, or not wholly, what it should be.
var errWeights = errors.New("reader: weights are damaged")

// newNetwork reads the weights; file stays in use.
func newNetwork(file string) (*network, error) {
	rest, ok := strings.CutPrefix(file, magic)
	if !ok || len(rest) < 8 {
		return nil, fmt.Errorf("%w: no header", errWeights)
	}
	sum := binary.LittleEndian.Uint32([]byte(rest[:4]))
	n := int64(binary.LittleEndian.Uint32([]byte(rest[4:8])))
	if rest = rest[8:]; n > int64(len(rest)) {
		return nil, fmt.Errorf("%w: header of %d bytes", errWeights, n)
	}
	w := &network{}
	if err := json.Unmarshal([]byte(rest[:n]), &w.header); err != nil {
		return nil, fmt.Errorf("%w: %w", errWeights, err)
	}
	h := w.header
	if h.Hidden != hidden || h.Heads != heads || h.Inner != inner || h.Layers < 1 || h.Layers > 100 || h.Positions < longestInput || h.Positions > 1<<16 || h.Vocabulary < 1000 || h.Vocabulary > 1<<20 {
		return nil, fmt.Errorf("%w: not the network this program knows", errWeights)
	}
	b := body{rest: rest[n:]}
	if got := checksum(b.rest); got != sum {
		return nil, fmt.Errorf("%w: checksum %08x, not %08x", errWeights, got, sum)
	}
	words := b.take(h.VocabularyBytes)
	b.take(-h.VocabularyBytes & 3)
	w.words, w.wordScale = b.take(h.Vocabulary*hidden), b.floats(h.Vocabulary)
	w.positions, w.types = b.floats(h.Positions*hidden), b.floats(2*hidden)
	w.norm = b.norm()
	w.layers = make([]layer, h.Layers)
	for i := range w.layers {
		w.layers[i] = layer{b.matrix(hidden, 3*hidden), b.matrix(hidden, hidden), b.norm(), b.matrix(hidden, inner), b.matrix(inner, hidden), b.norm()}
	}
	w.pooler, w.poolerBias = b.floats(hidden*hidden), b.floats(hidden)
	w.answers = b.floats(hidden)
	if one := b.floats(1); len(one) == 1 {
		w.answerBias = one[0]
	}
	w.span, w.spanBias = b.floats(2*hidden), b.floats(2)
	if b.short || b.rest != "" {
		return nil, fmt.Errorf("%w: the body has another length than the header says", errWeights)
	}
	w.vocabulary = newVocabulary(words)
	if n := len(w.vocabulary.begin) + len(w.vocabulary.goOn); n != h.Vocabulary {
		return nil, fmt.Errorf("%w: %d words, not %d", errWeights, n, h.Vocabulary)
	}
	return w, nil
}

// checksum is the CRC-32 of s, by blocks, so that s is not copied as a whole.
func checksum(s string) uint32 {
	var block [1 << 15]byte
	sum := uint32(0)
	for len(s) > 0 {
		n := copy(block[:], s)
		sum = crc32.Update(sum, crc32.IEEETable, block[:n])
		s = s[n:]
	}
	return sum
}

// body is read from front to end.
type body struct {
	rest  string
	short bool
}

func (b *body) take(n int) string {
	if n < 0 || n > len(b.rest) {
		b.short, b.rest = true, ""
		return ""
	}
	s := b.rest[:n]
	b.rest = b.rest[n:]
	return s
}

func (b *body) floats(n int) []float32 {
	s := b.take(4 * n)
	out := make([]float32, len(s)/4)
	for i := range out {
		v := s[4*i : 4*i+4]
		out[i] = math.Float32frombits(uint32(v[0]) | uint32(v[1])<<8 | uint32(v[2])<<16 | uint32(v[3])<<24)
	}
	return out
}

func (b *body) norm() normal { return normal{b.floats(hidden), b.floats(hidden)} }

func (b *body) matrix(in, out int) matrix {
	return matrix{b.take(in * out), b.floats(out), b.floats(out), in, out}
}
