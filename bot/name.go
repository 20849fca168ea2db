package bot

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold is text as names are compared: lower case, no accents, words of letters
// and digits with one space between.
func fold(text string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(Visible(text)) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		default:
			space = true
		}
	}
	return b.String()
}

// likeness tells how well a name matches what was typed, both folded: 0 not at
// all; higher is better. Typing is done in pieces and with slips: each typed
// word must begin a word of the name, stand inside one, or differ from the
// beginning of one by a slip (two in words of eight letters or more).
func likeness(typed, name string) int {
	switch {
	case typed == "":
		return 1
	case typed == name:
		return 100
	case strings.HasPrefix(name, typed):
		return 90
	}
	words := strings.Fields(name)
	total, n := 0, 0
	for t := range strings.FieldsSeq(typed) {
		best := 0
		for _, w := range words {
			best = max(best, wordLikeness(t, w))
		}
		if best == 0 {
			return 0
		}
		total += best
		n++
	}
	if n == 0 {
		return 0
	}
	return total / n
}

func wordLikeness(typed, word string) int {
	switch {
	case typed == word:
		return 80
	case strings.HasPrefix(word, typed):
		return 70
	case len(typed) >= 3 && strings.Contains(word, typed):
		return 50
	}
	t, w := []rune(typed), []rune(word)
	slips := 0
	switch {
	case len(t) >= 8:
		slips = 2
	case len(t) >= 4:
		slips = 1
	default:
		return 0
	}
	// The word may go on after what was typed, and a slip may make what was
	// typed longer or shorter than what was meant.
	best := slips + 1
	for n := len(t) - slips; n <= len(t)+slips; n++ {
		if 0 < n && n <= len(w) {
			best = min(best, distance(t, w[:n]))
		}
	}
	if best > slips {
		return 0
	}
	return 40 - 10*best
}

// distance is the number of insertions, deletions, changes and swaps of
// neighbours between a and b (optimal string alignment).
func distance(a, b []rune) int {
	var before []int
	prev := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, prev = prev, row
	}
	return prev[len(b)]
}

// slipped is the likeness above which nothing was mistyped.
const slipped = 40

// ranked gives those of list that match what was typed, best first, equals in
// the order given; those that match only with a slip are left out when others
// match without. names gives the names by which an entry goes.
func ranked[T any](list []T, typed string, names func(T) []string) []T {
	typed = fold(typed)
	type scored struct {
		entry T
		score int
	}
	var hits []scored
	for _, e := range list {
		best := 0
		for _, n := range names(e) {
			best = max(best, likeness(typed, fold(n)))
		}
		if best > 0 {
			hits = append(hits, scored{e, best})
		}
	}
	slices.SortStableFunc(hits, func(a, b scored) int { return b.score - a.score })
	var out []T
	for _, h := range hits {
		if h.score > slipped || hits[0].score <= slipped {
			out = append(out, h.entry)
		}
	}
	return out
}
