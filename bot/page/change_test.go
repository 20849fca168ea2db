package page

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestDiff turns one list into the other by what diff says, which is never more
// than has to be where the lists are short.
func TestDiff(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // a test
	list := func() []string {
		out := make([]string, r.IntN(12))
		for i := range out {
			out[i] = string(rune('a' + r.IntN(4)))
		}
		return out
	}
	for range 5000 {
		old, now := list(), list()
		var made []string
		at, edits := 0, 0
		for _, h := range diff(old, now) {
			if h.old < at || h.oldEnd < h.old || h.nowEnd < h.now || h.oldEnd == h.old && h.nowEnd == h.now {
				t.Fatalf("%q to %q: %+v", old, now, diff(old, now))
			}
			made = append(append(made, old[at:h.old]...), now[h.now:h.nowEnd]...)
			edits += h.oldEnd - h.old + h.nowEnd - h.now
			at = h.oldEnd
		}
		made = append(made, old[at:]...)
		if !slices.Equal(made, now) {
			t.Fatalf("%q to %q gives %q by %+v", old, now, made, diff(old, now))
		}
		if want := len(old) + len(now) - 2*common(old, now); edits != want {
			t.Fatalf("%q to %q takes %d edits, want %d", old, now, edits, want)
		}
	}
}

// common is the length of the longest common subsequence.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			next := row[j+1]
			if a[i] == b[j] {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = next
		}
	}
	return row[len(b)]
}

// TestDifferences shows what a replacement changed, word by word.
func TestDifferences(t *testing.T) {
	was := parse(t, "Quay\nThe quay closes on Monday.\nNobody knows why.\nThe end is near.\n")
	is := parse(t, "Quay\nThe old quay closes on Friday.\nNobody knows why.\nThe end is near.\nOr not.\n")
	var got []string
	for _, c := range compare(was, is) {
		line := ""
		for _, p := range c.Parts {
			line += map[string]string{"": "", "ins": "+", "del": "-"}[p.Op] + string(p.Words) + "|"
		}
		got = append(got, line)
	}
	want := []string{"The |+old |quay closes on |-Monday|+Friday|.|", "+Or not.|"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	long := strings.Repeat("a b c ", 5000)
	if d := differences(long, strings.ToUpper(long)); len(d) == 0 {
		t.Error("texts that differ wholly")
	}
}
