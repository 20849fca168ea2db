package lexicon

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"slices"
	"strings"
)

// MeaningDims is how many numbers a meaning has. It is a multiple of four.
const MeaningDims = 64

// Meaning is where a stem stands among the others by the company that it
// keeps in other texts: the angle between two says how alike they are in use.
type Meaning struct {
	x     [MeaningDims]uint8 // from 0 to 2*levels, which is from -levels to levels
	sum   int                // of x
	scale float32            // makes the length of x, less levels, 1
}

// cosine is that of the angle between two meanings with a dot product of
// their x.
func cosine(m, o *Meaning, dot uint64) float64 {
	return float64(float32(int(dot)-levels*(m.sum+o.sum)+levels*levels*MeaningDims) * m.scale * o.scale)
}

// levels and widest turn the numbers of a direction into four bits each: what
// is as large as widest standard deviations becomes levels. Of directions of
// MeaningDims numbers nearly all of them are smaller.
const (
	levels = 7
	widest = 2.6
)

// meanings are those of the stems of a language, in four bits a number.
type meanings struct {
	stems  []string // sorted
	packed []byte   // MeaningDims/2 bytes of each, the lower half first
}

// of gives the meaning of a stem, nil when it is not known.
func (t *meanings) of(stem string) *Meaning {
	at, ok := slices.BinarySearch(t.stems, stem)
	if !ok {
		return nil
	}
	m := &Meaning{}
	for i, b := range t.packed[at*MeaningDims/2 : (at+1)*MeaningDims/2] {
		m.x[2*i], m.x[2*i+1] = min(b&15, 2*levels), min(b>>4, 2*levels)
	}
	sum := 0.0
	for _, x := range m.x {
		m.sum += int(x)
		sum += (float64(x) - levels) * (float64(x) - levels)
	}
	m.scale = float32(1 / max(1, math.Sqrt(sum)))
	return m
}

// meaningOf gives the meaning of a form and its stem. Only English has any,
// and only words of open classes: one number, month or day is as near to
// another as can be, and says something else.
func (x *Lexicon) meaningOf(language, form, stem string) *Meaning {
	if language != "en" || ClassOf(language, form) != Open {
		return nil
	}
	return x.meanings.of(stem)
}

// readMeanings reads what [WriteMeanings] wrote.
func readMeanings(fsys fs.FS) (*meanings, error) {
	f, err := fsys.Open("model/meaning.gz")
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("meaning.gz: %w", err)
	}
	in := bufio.NewReader(z)
	line, err := in.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("meaning.gz: %w", err)
	}
	t := &meanings{stems: strings.Fields(line)}
	if !slices.IsSorted(t.stems) {
		return nil, errors.New("meaning.gz: the stems are not sorted")
	}
	if t.packed, err = io.ReadAll(in); err != nil {
		return nil, fmt.Errorf("meaning.gz: %w", err)
	}
	if want := len(t.stems) * MeaningDims / 2; len(t.packed) != want {
		return nil, fmt.Errorf("meaning.gz: %d bytes for %d stems, want %d", len(t.packed), len(t.stems), want)
	}
	return t, nil
}

// WriteMeanings writes the directions of sorted stems, each of length 1, for
// a model's meaning.gz: a line of the stems, then four bits a number. Of each
// direction the first numbers count.
func WriteMeanings(w io.Writer, stems []string, directions [][]float64) error {
	z := gzip.NewWriter(w)
	if _, err := fmt.Fprintln(z, strings.Join(stems, " ")); err != nil {
		return err
	}
	packed := make([]byte, 0, MeaningDims/2)
	for _, d := range directions {
		packed = packed[:0]
		for i := 0; i < MeaningDims; i += 2 {
			packed = append(packed, nibble(d[i])|nibble(d[i+1])<<4)
		}
		if _, err := z.Write(packed); err != nil {
			return err
		}
	}
	return z.Close()
}

func nibble(x float64) byte {
	return byte(levels + max(-levels, min(levels, math.Round(x*math.Sqrt(MeaningDims)/widest*levels))))
}

// Gist is a sum of meanings, each of length 1, by weight.
type Gist [MeaningDims]float32

// Add is most of what sentences cost: four numbers a round are nearly twice as
// fast as one.
func (g *Gist) Add(m *Meaning, weight float64) {
	w := float32(weight) * m.scale
	for i := 0; i < MeaningDims; i += 4 {
		g[i] += w * float32(int32(m.x[i])-levels)
		g[i+1] += w * float32(int32(m.x[i+1])-levels)
		g[i+2] += w * float32(int32(m.x[i+2])-levels)
		g[i+3] += w * float32(int32(m.x[i+3])-levels)
	}
}

// Length is the length of the gist as a direction.
func (g *Gist) Length() float64 {
	sum := 0.0
	for _, x := range g {
		sum += float64(x) * float64(x)
	}
	return math.Sqrt(sum)
}

// four are the meanings of up to four words, laid into the lanes of one number
// for each dimension, so that one multiplication serves them all: a dot
// product of MeaningDims numbers from 0 to 2*levels does not leave its lane.
type four [MeaningDims]uint64

const (
	lanes    = 4
	laneBits = 16
)

// Bundle are the meanings of some words, laid so that comparing another with
// all of them is fast.
type Bundle struct {
	words []*Meaning
	fours []four
}

// NewBundle lays meanings together.
func NewBundle(words []*Meaning) *Bundle {
	b := &Bundle{words: words}
	for rest := words; len(rest) > 0; rest = rest[min(lanes, len(rest)):] {
		var f four
		for l, m := range rest[:min(lanes, len(rest))] {
			for d, x := range m.x {
				f[d] |= uint64(x) << (l * laneBits)
			}
		}
		b.fours = append(b.fours, f)
	}
	return b
}

// Cosines fills in, for each of the bundle's words, the cosine of the angle
// between its meaning and m.
func (b *Bundle) Cosines(m *Meaning, out []float64) {
	dots := uint64(0)
	for k, w := range b.words {
		if k%lanes == 0 {
			dots = b.fours[k/lanes].dots(m)
		}
		out[k] = cosine(w, m, dots&(1<<laneBits-1))
		dots >>= laneBits
	}
}

// dots gives the dot products with the meaning of one more word, the first in
// the lowest lane.
func (f *four) dots(m *Meaning) uint64 {
	var a, b uint64
	for d := 0; d < MeaningDims; d += 4 {
		a += f[d]*uint64(m.x[d]) + f[d+1]*uint64(m.x[d+1])
		b += f[d+2]*uint64(m.x[d+2]) + f[d+3]*uint64(m.x[d+3])
	}
	return a + b
}
