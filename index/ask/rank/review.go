package rank

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// reviewed is how many of an article's passages are looked at a second time:
// the right one is hardly ever further down.
const reviewed = 10

// The second look sees everything that the first one saw, of the passage and
// of its best sentence, and how the passage compares with the others.
const (
	vLead     = iota // score less the best of the others
	vRank            // logarithm of its place
	vWords           // content words of the question
	vPassages        // logarithm of the number of passages
	vKinds           // one for each kind of question
	vAgainst  = vKinds + kindCount
	vPassage  = vAgainst + againstCount
	vSentence = vPassage + passageFeatures
	vCount    = vSentence + sentenceFeatures
)

// compared are the features of which the best of the other passages is told.
var compared = [againstCount]int{pSame, pBM25, pBM25General, pGram, pBest, pBigram, pName, pPrev}

const againstCount = 8

// reviewNames are the names of the second look's features.
func reviewNames() []string {
	out := []string{"lead", "rank", "words", "passages"}
	for _, k := range kindNames {
		out = append(out, "asks/"+strings.ReplaceAll(k, " ", "-"))
	}
	for _, f := range compared {
		out = append(out, "against/"+passageTable[f].Name)
	}
	for _, f := range passageTable {
		out = append(out, "passage/"+f.Name)
	}
	for _, f := range sentenceTable {
		out = append(out, "sentence/"+f.Name)
	}
	return out
}

// first lists the passages with the highest scores, best first, as many as
// are reviewed.
func (r *Ranking) first() []int {
	out := make([]int, len(r.passages))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(x, y int) int { return cmp.Compare(r.passages[y], r.passages[x]) })
	return out[:min(reviewed, len(out))]
}

// reviewVectors computes the features of the second look for the passages of
// order, which are the first ones.
func (r *Ranking) reviewVectors(order []int) [][vCount]float32 {
	out := make([][vCount]float32, len(order))
	kind := kindNumber(r.m.q.Kind)
	for n, i := range order {
		v := &out[n]
		if len(order) > 1 {
			other := order[0]
			if n == 0 {
				other = order[1]
			}
			v[vLead] = float32(r.passages[i] - r.passages[other])
		}
		v[vRank] = float32(math.Log(float64(n + 1)))
		v[vWords] = float32(len(r.m.q.Terms))
		v[vPassages] = float32(math.Log(float64(len(r.passages))))
		v[vKinds+kind] = 1
		for c, f := range compared {
			best := math.Inf(-1)
			for _, j := range order {
				if j != i {
					best = max(best, r.passageX[j][f])
				}
			}
			if len(order) > 1 {
				v[vAgainst+c] = float32(r.passageX[i][f] - best)
			}
		}
		for f, x := range r.passageX[i] {
			v[vPassage+f] = float32(x)
		}
		if s := r.bestSentence(r.m.a.Passages[i]); s >= 0 {
			for f, x := range r.sentenceX[s] {
				v[vSentence+f] = float32(x)
			}
		}
	}
	return out
}

// review corrects the scores of the first passages by the forest's second look.
func (r *Ranking) review(f forest) {
	if len(f) == 0 || len(r.passages) < 2 {
		return
	}
	order := r.first()
	for n, v := range r.reviewVectors(order) {
		r.passages[order[n]] += f.score(v[:])
	}
}

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
