package lexicon

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/words"
	"github.com/verbatim-bot/verbatim/index/term"
)

// Background is how common words are in other articles: in how many of so
// many passages a stem occurs. It steadies the rarity of words that one short
// article alone cannot tell.
type Background struct {
	Passages int            // how many passages were counted
	Counts   map[string]int // stem -> number of passages that have it
}

// readBackground reads what [Background.Write] wrote.
func readBackground(fsys fs.FS) (*Background, error) {
	f, err := fsys.Open("model/background.gz")
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read word statistics: %w", err)
	}
	b := &Background{Counts: make(map[string]int, 1<<14)}
	in := bufio.NewScanner(z)
	for in.Scan() {
		word, count, _ := strings.Cut(in.Text(), " ")
		n, err := strconv.Atoi(count)
		if err != nil {
			return nil, fmt.Errorf("read word statistics: %q: %w", in.Text(), err)
		}
		if word == "" {
			b.Passages = n
			continue
		}
		b.Counts[word] = n
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("read word statistics: %w", err)
	}
	return b, nil
}

// idf is the rarity of a stem in general, in nats: from near 0 for a word of
// every second passage to about 8 for one never seen.
func (b *Background) idf(stem string) float64 {
	return math.Log(1 + (float64(b.Passages)+1)/(float64(b.Counts[stem])+.5))
}

// known reports whether the stem has been seen in general text.
func (b *Background) known(stem string) bool { return b.Counts[stem] > 0 }

// Write writes b so that [readBackground] reads it: one line a stem, sorted,
// compressed. The line of the empty stem has the number of passages.
func (b *Background) Write(w io.Writer) error {
	z := gzip.NewWriter(w)
	out := bufio.NewWriter(z)
	fmt.Fprintf(out, " %d\n", b.Passages)
	for _, s := range slices.Sorted(maps.Keys(b.Counts)) {
		fmt.Fprintf(out, "%s %d\n", s, b.Counts[s])
	}
	return errors.Join(out.Flush(), z.Close())
}

// Count adds a passage's stems.
func (b *Background) Count(language, text string) {
	b.Passages++
	seen := map[string]bool{}
	for start, end := range words.Terms(text) {
		s := term.Of(language, text[start:end])
		if !seen[s] {
			seen[s] = true
			b.Counts[s]++
		}
	}
}
