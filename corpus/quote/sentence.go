package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// sentences numbers the sentences of a paragraph's tokens and marks their
// first words. A sentence ends at a full stop, a question mark or an
// exclamation mark, together with the closing marks written onto it, when
// white space follows and then something that can begin a sentence.
func sentences(text string, ts []token) {
	n, begun := 0, false
	for i := 0; i < len(ts); i++ {
		ts[i].sentence = n
		if !begun && (ts[i].kind == wordToken || ts[i].kind == numberToken) {
			ts[i].first, begun = true, true
		}
		if !begun || !stops(&ts[i]) {
			continue
		}
		j := i + 1
		for j < len(ts) && ts[j].Start == ts[j-1].End && closesSentence(text, &ts[j]) {
			ts[j].sentence = n
			j++
		}
		if j < len(ts) && ts[j].Start > ts[j-1].End && begins(text, ts, i, j) {
			n, begun = n+1, false
		}
		i = j - 1
	}
}

// stops reports whether a sentence may end with t.
func stops(t *token) bool {
	switch t.kind {
	case punct:
		return strings.HasPrefix(t.lower, ".") || t.lower == "!" || t.lower == "?" || t.lower == "…" || t.lower == "。"
	case wordToken:
		return strings.HasSuffix(t.lower, ".")
	}
	return false
}

// closesSentence reports whether t can close what stands before it.
func closesSentence(text string, t *token) bool {
	switch text[t.Start:t.End] {
	case ")", "]", "!", "?":
		return true
	case "“", "‘", "„", "«", "‹":
		return false
	}
	return t.kind == markToken
}

// begins reports whether a sentence begins at ts[j] when ts[i] may have ended
// the one before; marks may stand between.
func begins(text string, ts []token, i, j int) bool {
	k := j
	for k < len(ts) && (ts[k].kind == markToken || ts[k].kind == punct && !stops(&ts[k])) {
		k++
	}
	if k == len(ts) {
		return k > j
	}
	next := &ts[k]
	r, _ := utf8.DecodeRuneInString(text[next.Start:])
	if unicode.IsLower(r) && next.kind == wordToken {
		return false
	}
	closed := next.is.Is(english.Pronoun | english.Determiner | english.Possessive | english.Preposition |
		english.Conjunction | english.Adverb | english.Question | english.Auxiliary)
	if ts[i].kind == wordToken { // "Mr. Doe" goes on, "in the U.S. He" does not
		return closed && !ts[i].is.Is(english.Honorific|english.Title) || k > j && ts[j].kind == markToken
	}
	if j > i+1 && k == j && !closed && !strings.HasPrefix(ts[i].lower, ".") {
		// “Why?” Mr. Doe asked.
		for _, t := range ts[k+1 : min(len(ts), k+4)] {
			if t.is.Is(english.Saying) {
				return false
			}
		}
	}
	return true
}
