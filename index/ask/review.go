package ask

import (
	"cmp"
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
func (r *ranking) first() []int {
	out := make([]int, len(r.passages))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(x, y int) int { return cmp.Compare(r.passages[y], r.passages[x]) })
	return out[:min(reviewed, len(out))]
}

// reviewVectors computes the features of the second look for the passages of
// order, which are the first ones.
func (r *ranking) reviewVectors(order []int) [][vCount]float32 {
	out := make([][vCount]float32, len(order))
	kind := r.m.q.kind.number()
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
		v[vWords] = float32(len(r.m.q.terms))
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
		if s := r.bestSentence(r.m.a.passages[i]); s >= 0 {
			for f, x := range r.sentenceX[s] {
				v[vSentence+f] = float32(x)
			}
		}
	}
	return out
}

// review corrects the scores of the first passages by the forest's second look.
func (r *ranking) review(f forest) {
	if len(f) == 0 || len(r.passages) < 2 {
		return
	}
	order := r.first()
	for n, v := range r.reviewVectors(order) {
		r.passages[order[n]] += f.score(v[:])
	}
}
