package ask

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// treeDepth is how many questions each tree asks of a passage.
const treeDepth = 3

// Tree is one small decision tree, complete: its splits in the order of a
// heap, each going left when the feature is below the limit, then its leaves.
type Tree struct {
	Feature [1<<treeDepth - 1]int16
	Limit   [1<<treeDepth - 1]float32
	Leaf    [1 << treeDepth]float32
}

// forest is a sum of trees.
type forest []Tree

// score is the sum over the trees for one vector of features.
func (f forest) score(x []float32) float64 {
	sum := 0.0
	for i := range f {
		sum += f[i].Score(x)
	}
	return sum
}

// Score is what the tree adds to the score of a vector of features.
func (t *Tree) Score(x []float32) float64 {
	n := 0
	for n < len(t.Feature) {
		if x[t.Feature[n]] < t.Limit[n] {
			n = 2*n + 1
		} else {
			n = 2*n + 2
		}
	}
	return float64(t.Leaf[n-len(t.Feature)])
}

// readForest reads what [WriteForest] wrote.
func readForest(b []byte) (forest, error) {
	names := reviewNames()
	var out forest
	in := bufio.NewScanner(bytes.NewReader(b))
	for in.Scan() {
		line := strings.TrimSpace(in.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		var t Tree
		fields := strings.Fields(line)
		if len(fields) != 2*len(t.Feature)+len(t.Leaf) {
			return nil, fmt.Errorf("%d fields in %q", len(fields), line)
		}
		for i := range t.Feature {
			f := slices.Index(names, fields[2*i])
			if f < 0 {
				return nil, fmt.Errorf("unknown feature %q", fields[2*i])
			}
			t.Feature[i] = int16(f)
			if _, err := fmt.Sscan(fields[2*i+1], &t.Limit[i]); err != nil {
				return nil, fmt.Errorf("limit in %q: %w", line, err)
			}
		}
		for i := range t.Leaf {
			if _, err := fmt.Sscan(fields[2*len(t.Feature)+i], &t.Leaf[i]); err != nil {
				return nil, fmt.Errorf("leaf in %q: %w", line, err)
			}
		}
		out = append(out, t)
	}
	return out, in.Err()
}

// WriteForest writes one tree a line: seven names of features with their
// limits, then the eight leaves.
func WriteForest(w io.Writer, trees []Tree) error {
	names := reviewNames()
	for _, t := range trees {
		for i, f := range t.Feature {
			if _, err := fmt.Fprintf(w, "%s %.4g ", names[f], t.Limit[i]); err != nil {
				return err
			}
		}
		for i, v := range t.Leaf {
			end := " "
			if i == len(t.Leaf)-1 {
				end = "\n"
			}
			if _, err := fmt.Fprintf(w, "%.4f%s", v, end); err != nil {
				return err
			}
		}
	}
	return nil
}
