package term

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// AppendForm appends to dst the form of a word of a language: as [words.Fold] gives it,
// without what an apostrophe ties to it: the article before a French or Italian
// noun ("l'économie"), the endings of a Turkish name ("Ankara'nın").
func AppendForm(dst []byte, language, word string) []byte {
	start := len(dst)
	if language == "en" && word == "US" {
		return append(dst, "u.s"...) // not the pronoun
	}
	dst = words.AppendFold(dst, word)
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

// leansOnAccents tells the languages whose stemmers do: "ações" and "ação" share
// no ending without them, nor "المدينة" and "مدينة" without the dots of their last
// letter. Their words are stemmed as written, and folded then;
// the words of others are folded first.
func leansOnAccents(language string) bool {
	switch language {
	case "ar", "es", "fr", "hu", "it", "pt", "ro", "tr":
		return true
	}
	return false
}

// Written is what of a word is stemmed where that is not its form: the word in
// small letters, without what the form is without. It is "" in languages whose
// words are stemmed by their forms.
func Written(language, word string) string {
	if !leansOnAccents(language) {
		return ""
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
