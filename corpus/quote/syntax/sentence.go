package syntax

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
)

// sentences numbers the sentences of a paragraph's tokens and marks their
// first words.
func sentences(text string, ts []Token) {
	ss := corpus.Sentences(text)
	n, begun := 0, false
	for i := range ts {
		for n < len(ss)-1 && ts[i].Start >= ss[n].End {
			n, begun = n+1, false
		}
		ts[i].Sentence = n
		if !begun && (ts[i].Kind == Word || ts[i].Kind == Number) {
			ts[i].First, begun = true, true
		}
	}
}

// stops reports whether a sentence may end with t.
func stops(t *Token) bool {
	switch t.Kind {
	case Punct:
		return strings.HasPrefix(t.Lower, ".") || t.Lower == "!" || t.Lower == "?" || t.Lower == "…" || t.Lower == "。"
	case Word:
		return strings.HasSuffix(t.Lower, ".")
	}
	return false
}
