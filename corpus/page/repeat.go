package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	repeatWords = 6   // words in a row of a pull quote that must stand in the text
	repeatMost  = 80  // words of a pull quote
	copyRunes   = 200 // the least that two paragraphs running have, to be a second copy
)

// withoutRepeats drops what a page shows twice: a second copy of several
// paragraphs running, as some make for small screens, and a pull quote, which
// is made otherwise than the text that it is from. What is asked or said again
// in the text itself is the text's: without it the next answer would stand
// below another question.
func withoutRepeats(blocks []block) []block {
	drop := make([]bool, len(blocks))
	keys := make([]string, len(blocks))
	first := map[string]int{} // where a text stands first
	for i, b := range blocks {
		keys[i] = squeeze(b.text)
		if _, ok := first[keys[i]]; !ok {
			first[keys[i]] = i
		}
	}
	// Second copies: a run of blocks that stood in a row before.
	for i := 0; i < len(blocks); i++ {
		j := first[keys[i]]
		n, prose, runes := 0, 0, 0
		for j < i && j+n < i && i+n < len(blocks) && keys[j+n] == keys[i+n] {
			if blocks[i+n].prose() {
				prose++
			}
			runes += utf8.RuneCountInString(blocks[i+n].text)
			n++
		}
		if prose > 1 && runes >= copyRunes {
			for k := range n {
				drop[i+k] = true
			}
			i += n - 1
		}
	}
	quoted := pulled(blocks)
	kept := blocks[:0:0]
	for i, b := range blocks {
		if !drop[i] && !quoted[i] {
			kept = append(kept, b)
		}
	}
	return kept
}

// pulled tells which blocks are pull quotes: set apart, or made otherwise than
// the paragraphs, and every six words running of them stand in one paragraph.
// It is linear in the text.
func pulled(blocks []block) []bool {
	out := make([]bool, len(blocks))
	k := kinOf(blocks)
	at := make([][]string, len(blocks))
	where := map[string][2]int{} // six words: the first two blocks that have them, counted from 1
	grams := func(i int, do func(string)) {
		for j := 0; j+repeatWords <= len(at[i]); j++ {
			do(strings.Join(at[i][j:j+repeatWords], " "))
		}
	}
	apart := func(b block) bool { return b.set || b.heading || b.stand || k.settled && k.stranger(b) }
	some := false
	for i, b := range blocks {
		some = some || apart(b)
		at[i] = strings.FieldsFunc(strings.ToLower(b.text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	if !some {
		return out
	}
	// Only the words of what stands apart are looked for.
	wanted := map[string]bool{}
	for i, b := range blocks {
		if apart(b) && len(at[i]) >= repeatWords && len(at[i]) <= repeatMost {
			grams(i, func(g string) { wanted[g] = true })
		}
	}
	for i := range blocks {
		grams(i, func(g string) {
			if p := where[g]; wanted[g] {
				switch {
				case p[0] == 0:
					where[g] = [2]int{i + 1}
				case p[1] == 0 && p[0] != i+1:
					where[g] = [2]int{p[0], i + 1}
				}
			}
		})
	}
	for i, b := range blocks {
		if !apart(b) || len(at[i]) < repeatWords || len(at[i]) > repeatMost {
			continue
		}
		other, all := -1, true
		grams(i, func(g string) {
			q := where[g][0] - 1
			if q == i {
				q = where[g][1] - 1
			}
			if other < 0 {
				other = q
			}
			all = all && q >= 0 && q == other
		})
		// A heading that is asked again in the text is the text's.
		out[i] = all && other >= 0 && len(at[other]) >= len(at[i]) && (len(at[other]) > len(at[i]) || !apart(blocks[other]) && !b.heading || other < i && !b.heading && b.form != blocks[other].form)
	}
	return out
}
