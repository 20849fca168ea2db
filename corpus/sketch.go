package corpus

import "github.com/verbatim-bot/verbatim/corpus/words"

// Sketch is a short summary of an article's wording by which near-duplicates,
// such as two papers' copies of one agency report, are found without reading
// the articles again. Make it with [NewSketch]; the zero Sketch is of a text
// without words, which resembles nothing.
//
// It is min-wise hashing of word shingles (Broder 1997, "On the resemblance
// and containment of documents"), here with one hash function and k minima in
// one bin each (one permutation hashing, Li, Owen and Zhang 2012), so that a
// text is hashed once whatever k is.
type Sketch struct {
	bins [sketchBins]uint32 // the least hash in each bin, 0 when it is empty
}

const (
	// sketchBins makes the standard error of an estimate at most 1/(2√256),
	// about 0.03.
	sketchBins = 256

	// shingleWords is the width of a shingle. Four words running are seldom
	// alike by chance and still survive light editing.
	shingleWords = 4
)

// NewSketch gives the sketch of a's paragraphs. Case, marks and the borders of
// paragraphs make no difference. It is linear in the text.
func NewSketch(a *Article) Sketch {
	var s Sketch
	var window [shingleWords]uint64
	n := 0
	buf := make([]byte, 0, 64)
	for _, p := range a.Paragraphs {
		for start, end := range words.In(p.Text) {
			buf = words.AppendFold(buf[:0], p.Text[start:end])
			copy(window[:], window[1:])
			window[shingleWords-1] = words.Hash(string(buf))
			n++
			if n >= shingleWords {
				s.add(window)
			}
		}
	}
	if n > 0 && n < shingleWords {
		s.add(window)
	}
	return s
}

func (s *Sketch) add(window [shingleWords]uint64) {
	h := words.Hash("")
	for _, w := range window {
		h = words.Mix(h ^ w)
	}
	bin, value := h%sketchBins, uint32(h>>32)|1
	if s.bins[bin] == 0 || value < s.bins[bin] {
		s.bins[bin] = value
	}
}

// Similarity estimates the share of wording that s and t have in common: the
// number of shingles of both over the number of shingles of either, 0..1.
// Copies give 1, a copy with a new lead or end 0.5 and more, and different
// articles on the same events next to 0.
func (s *Sketch) Similarity(t *Sketch) float64 {
	same, used := 0, 0
	for i := range s.bins {
		if s.bins[i] == 0 && t.bins[i] == 0 {
			continue
		}
		used++
		if s.bins[i] == t.bins[i] {
			same++
		}
	}
	if used == 0 {
		return 0
	}
	return float64(same) / float64(used)
}

// NearDuplicate is the [Similarity] from which two articles are worth a
// moderator's look as copies of one text.
const NearDuplicate = 0.3
