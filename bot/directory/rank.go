package directory

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/verbatim-bot/verbatim/bot/say"
)

// Fold is text as names are compared: lower case, no accents, words of letters
// and digits with one space between.
func Fold(text string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(say.Visible(text)) {
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

// likeness tells how well a name matches what was typed: 0 not at all; higher
// is better. Typing is done in pieces and with slips: each typed word must
// begin a word of the name, stand inside one, or differ from the beginning of
// one by a slip (two in words of eight letters or more).
func likeness(typed, name folded) int {
	switch {
	case typed.whole == "":
		return 1
	case typed.whole == name.whole:
		return 100
	case strings.HasPrefix(name.whole, typed.whole):
		return 90
	}
	total := 0
	for _, t := range typed.words {
		best := 0
		for _, w := range name.words {
			best = max(best, wordLikeness(t, w))
		}
		if best == 0 {
			return 0
		}
		total += best
	}
	return total / len(typed.words)
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
	slips := 0
	switch n := utf8.RuneCountInString(typed); {
	case n >= 8:
		slips = 2
	case n >= 4:
		slips = 1
	default:
		return 0
	}
	if n := slipsIn(typed, word); n <= slips {
		return 40 - 10*n
	}
	return 0
}

// maxWord is the longest word, in letters, in which slips are looked for.
const maxWord = 40

// slipsIn is the least number of insertions, deletions, changes and swaps of
// neighbours (optimal string alignment) between what was typed and a beginning
// of word, for the word may go on; far more than anybody makes when one is
// longer than maxWord. It allocates nothing: every key pressed costs thousands
// of these.
func slipsIn(typed, word string) int {
	var a, b [maxWord]rune
	n, ok := letters(&a, typed)
	m, fits := letters(&b, word)
	if !ok || !fits {
		return maxWord
	}
	var before, prev, row [maxWord + 1]int
	for j := range m + 1 {
		prev[j] = j
	}
	for i := 1; i <= n; i++ {
		row[0] = i
		for j := 1; j <= m; j++ {
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
	return slices.Min(prev[1 : m+1])
}

// letters writes the letters of s to a, or reports false when it has more.
func letters(a *[maxWord]rune, s string) (n int, ok bool) {
	for _, r := range s {
		if n == maxWord {
			return 0, false
		}
		a[n] = r
		n++
	}
	return n, true
}

// slipped is the likeness above which nothing was mistyped.
const slipped = 40

// Ranked gives those of list that match what was typed, best first, equals in
// the order given; those that match only with a slip are left out when others
// match without. names gives the names by which an entry goes.
func Ranked[T any](list []T, typed string, names func(T) []string) []T {
	all := make([]goesBy, len(list))
	for i, e := range list {
		all[i] = foldNames(names(e)...)
	}
	return rankedBy(list, all, typed)
}

// rankedBy is ranked for names that were folded before, one goesBy for each
// entry.
func rankedBy[T any](list []T, names []goesBy, typed string) []T {
	want := foldName(typed)
	type scored struct{ at, score int }
	var hits []scored
	for i := range list {
		best := 0
		for _, n := range names[i] {
			best = max(best, likeness(want, n))
		}
		if best > 0 {
			hits = append(hits, scored{i, best})
		}
	}
	slices.SortStableFunc(hits, func(a, b scored) int { return b.score - a.score })
	var out []T
	for _, h := range hits {
		if h.score > slipped || hits[0].score <= slipped {
			out = append(out, list[h.at])
		}
	}
	return out
}
