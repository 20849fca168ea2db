package lexicon

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// AppendForm appends to dst the form of a word of a language: as [Fold] gives it,
// without what an apostrophe ties to it: the article before a French or Italian
// noun ("l'économie"), the endings of a Turkish name ("Ankara'nın").
func AppendForm(dst []byte, language, word string) []byte {
	start := len(dst)
	if language == "en" && word == "US" {
		return append(dst, "u.s"...) // not the pronoun
	}
	dst = Fold(dst, word)
	switch language {
	case "fr", "it":
		if i := bytes.IndexByte(dst[start:], '\''); i > 0 && i+1 < len(dst)-start && slices.Contains(elided, string(dst[start:start+i])) {
			dst = slices.Delete(dst, start, start+i+1)
		}
	case "tr":
		if i := bytes.IndexByte(dst[start:], '\''); i > 0 {
			dst = dst[:start+i]
		}
	}
	return dst
}

// elided are the words that French and Italian tie to the next one by an
// apostrophe. Any other apostrophe belongs to its word: "aujourd'hui".
var elided = strings.Fields("l d j m t s n c qu jusqu lorsqu puisqu quoiqu un dell all nell dall sull coll quell quest sant")

// written tells the languages whose stemmers lean on accents: "ações" and "ação"
// share no ending without them. Their words are stemmed as written, and folded
// then; the words of others are folded first.
func written(language string) bool {
	switch language {
	case "es", "fr", "hu", "it", "pt", "ro", "tr":
		return true
	}
	return false
}

// toStem is what of a word is stemmed: form, its form, but in the languages that
// written tells the word in small letters, without what the form is without.
func toStem(language, word, form string) string {
	if !written(language) {
		return form
	}
	if language == "tr" {
		word = strings.ToLowerSpecial(unicode.TurkishCase, word)
	} else {
		word = strings.ToLower(word)
	}
	word = norm.NFC.String(strings.ReplaceAll(word, "’", "'"))
	switch before, after, ok := strings.Cut(word, "'"); {
	case !ok:
	case language == "tr" && before != "":
		return before
	case slices.Contains(elided, before) && after != "":
		return after
	}
	return word
}
