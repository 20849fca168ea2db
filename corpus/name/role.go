package name

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/words"
)

// officeOf lists the words of an office or a body that tell something.
func officeOf(text string) []string {
	var out []string
	for start, end := range words.In(text) {
		w := strings.ReplaceAll(words.Fold(words.Bare(text[start:end])), ".", "")
		switch w {
		case "of", "the", "for", "at", "in", "s", "and", "to", "from", "'s":
			continue
		}
		if c := english.Of(w); c.Is(english.Determiner|english.Possessive) && !c.Is(english.Role) {
			continue
		}
		if len(out) < maxParts {
			out = append(out, w)
		}
	}
	return out
}

// heads are words for whoever leads.
var heads = set("chief head leader boss director president chairman chairwoman chairperson chair secretary-general secretary general")

// holds reports whether the words of an office are all in a role: "the CSTO
// chief" in "CSTO secretary-general" and "the Ukrainian president" in
// "president of Ukraine".
func holds(office, role []string) bool {
	n := 0
	for _, w := range office {
		found := false
		for _, r := range role {
			found = found || sameWord(w, r)
		}
		if !found {
			return false
		}
		n++
	}
	return n > 0
}

// sameWord compares words of offices: a country and what is of it, one and many,
// a woman's word and a man's, and "chief" for whatever a leader is called.
func sameWord(a, b string) bool {
	if a == b || sexless(a) == sexless(b) {
		return true
	}
	if (a == "chief" || a == "head" || a == "leader" || a == "boss") && heads[b] || a == "official" && english.Of(b).Is(english.Role) {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && len(a)-n <= 4 && len(b)-n <= 4 && !english.Of(a).Is(english.Role) // Ukraine, Ukrainian
}

func sexless(w string) string {
	for _, end := range [...]string{"woman", "person", "women", "men", "people", "man"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 3 {
			return stem
		}
	}
	return strings.TrimSuffix(w, "s")
}
