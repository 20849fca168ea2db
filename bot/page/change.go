package page

import (
	"context"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/words"
)

// changesPage is what the template of changes shows.
type changesPage struct {
	*frame
	Changed []changed
	Present string
}

// changed is a paragraph that two revisions do not have alike.
type changed struct {
	N     int // in the newer revision; 0 when it is gone there
	Was   int // in the older one; 0 when it is new
	Parts []difference
}

// difference is words that stay, came or went.
type difference struct {
	Op    string // "ins", "del", ""
	Words template.HTML
}

// changes shows what a replacement changed. It has both texts nearly whole, so
// it is there only where whole articles are shown.
func (v *visit) changes(ctx context.Context) (*sheet, error) {
	a := v.address
	if !v.whole() || a.From < 1 || a.From >= a.Revision {
		return nil, errNothing
	}
	was, err := v.scope.Revision(ctx, a.Article, a.From)
	if err != nil {
		return nil, err
	}
	is, err := v.scope.Revision(ctx, a.Article, a.Revision)
	if err != nil {
		return nil, err
	}
	p := &changesPage{frame: v.frame(fmt.Sprintf(v.words.ChangedSince, a.From)), Present: v.link(Address{Article: a.Article})}
	p.Language, p.Direction = is.Article.Language, direction(is.Article)
	p.Changed = compare(was.Article, is.Article)
	return v.sheet("changes", p, fmt.Sprintf("r%d-%d-", a.From, a.Revision))
}

// compare lists the paragraphs that differ: those that both have are left out,
// and of the others each that was replaced by one is compared word by word.
func compare(was, is *corpus.Article) []changed {
	old, now := paragraphs(was), paragraphs(is)
	var out []changed
	for _, h := range diff(old, now) {
		for i := range max(h.oldEnd-h.old, h.nowEnd-h.now) {
			var c changed
			before, after := "", ""
			if h.old+i < h.oldEnd {
				c.Was, before = h.old+i+1, old[h.old+i]
			}
			if h.now+i < h.nowEnd {
				c.N, after = h.now+i+1, now[h.now+i]
			}
			c.Parts = differences(before, after)
			out = append(out, c)
		}
	}
	return out
}

func paragraphs(a *corpus.Article) []string {
	out := make([]string, len(a.Paragraphs))
	for i, p := range a.Paragraphs {
		out[i] = p.Text
	}
	return out
}

// differences compares two paragraphs word by word.
func differences(was, is string) []difference {
	old, now := tokens(was), tokens(is)
	var out []difference
	add := func(op string, list []string) {
		if len(list) > 0 {
			out = append(out, difference{op, inert(strings.Join(list, ""))})
		}
	}
	at := 0
	for _, h := range diff(old, now) {
		add("", now[at:h.now])
		add("del", old[h.old:h.oldEnd])
		add("ins", now[h.now:h.nowEnd])
		at = h.nowEnd
	}
	add("", now[at:])
	return out
}

// tokens cuts text into words and what stands between them.
func tokens(text string) []string {
	var out []string
	last := 0
	for start, end := range words.In(text) {
		if start > last {
			out = append(out, text[last:start])
		}
		out, last = append(out, text[start:end]), end
	}
	if last < len(text) {
		out = append(out, text[last:])
	}
	return out
}

// hunk is a stretch of both texts that differs.
type hunk struct{ old, oldEnd, now, nowEnd int }

// maxDiff is how many pieces of the texts may differ before they count as
// wholly different: the work grows with the square of that.
const maxDiff = 1000

// diff lists the stretches in which two lists differ, by the fewest insertions
// and deletions (Myers, An O(ND) Difference Algorithm, 1986).
func diff(old, now []string) []hunk {
	lo := 0
	for lo < len(old) && lo < len(now) && old[lo] == now[lo] {
		lo++
	}
	n, m := len(old), len(now)
	for n > lo && m > lo && old[n-1] == now[m-1] {
		n, m = n-1, m-1
	}
	old, now = old[lo:n], now[lo:m]
	n, m = n-lo, m-lo
	var trace [][]int // furthest place in old on each diagonal, for each number of edits
	for d := 0; d <= min(n+m, maxDiff); d++ {
		reach := make([]int, 2*d+1)
		for k := -d; k <= d; k += 2 {
			x := 0
			if d > 0 {
				x = step(trace[d-1], d-1, k)
			}
			for x < n && x-k < m && old[x] == now[x-k] {
				x++
			}
			reach[k+d] = x
			if x >= n && x-k >= m {
				return hunks(append(trace, reach), n, m, lo)
			}
		}
		trace = append(trace, reach)
	}
	return []hunk{{lo, lo + n, lo, lo + m}}
}

// step is where diagonal k is reached from the diagonals beside it, after one
// more edit than reach has.
func step(reach []int, d, k int) int {
	down, right := -1, -1
	if k+1 <= d && k+1 >= -d {
		down = reach[k+1+d]
	}
	if k-1 >= -d && k-1 <= d {
		right = reach[k-1+d] + 1
	}
	return max(down, right)
}

// hunks reads the way back.
func hunks(trace [][]int, n, m, lo int) []hunk {
	var back []hunk
	x, y := n, m
	for d := len(trace) - 1; d > 0; d-- {
		k := x - y
		from := step(trace[d-1], d-1, k)
		h := hunk{from, from, from - k, from - k}
		// The edit before from: a word of now came in, or one of old went.
		if down := k+1 <= d-1 && k+1 >= -(d-1) && trace[d-1][k+1+d-1] == from; down {
			h.now--
		} else {
			h.old--
		}
		if last := len(back) - 1; last >= 0 && back[last].old == h.oldEnd && back[last].now == h.nowEnd {
			back[last].old, back[last].now = h.old, h.now
		} else {
			back = append(back, h)
		}
		x, y = h.old, h.now
	}
	out := make([]hunk, 0, len(back))
	for _, h := range slices.Backward(back) {
		out = append(out, hunk{h.old + lo, h.oldEnd + lo, h.now + lo, h.nowEnd + lo})
	}
	return out
}
