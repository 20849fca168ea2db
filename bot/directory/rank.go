package directory

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/bot/say"
	"github.com/verbatim-bot/verbatim/corpus/words"
)

// Fold is text as names are compared: the words of it, folded and without
// apostrophes, with one space between.
func Fold(text string) string {
	var b strings.Builder
	text = say.Visible(text)
	for start, end := range words.In(text) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		for _, r := range words.Fold(text[start:end]) {
			switch {
			case r == '.' || r == ',':
				b.WriteByte(' ')
			case !words.Apostrophe(r):
				b.WriteRune(r)
			}
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
	if n := words.Begins(typed, word, slips); n <= slips {
		return 40 - 10*n
	}
	return 0
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
