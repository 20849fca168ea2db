package term

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// AppendForm appends to dst the form of a word of a language: as [words.Fold] gives it,
// without what an apostrophe ties to it: the article before a French or Italian
// noun ("l'économie"), the endings of a Turkish name ("Ankara'nın").
func AppendForm(dst []byte, language, word string) []byte {
	start, word := len(dst), begin(word)
	if language == "en" && word == "US" {
		return append(dst, "u.s"...) // not the pronoun
	}
	dst = words.AppendFold(dst, word)
	if word != "" && word[0] < 'a' { // "U.N." is UN
		if n, ok := initials(dst[start:]); ok {
			return dst[:start+n]
		}
	}
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

// longest is how much of a word is its term, in bytes. Bleve takes some 200 times
// the length of a term as memory whenever it writes or merges segments (vellum
// v1.2.1): one word of 2 MB, "xxxx…", took a gigabyte.
const longest = 256

// begin is the beginning of a word that is longer than any.
func begin(word string) string {
	if len(word) <= longest {
		return word
	}
	n := longest
	for n > 0 && !utf8.RuneStart(word[n]) {
		n--
	}
	return word[:n]
}

// initials takes the points out of a form of single letters, "u.n", and gives
// its length then; ok is false for any other, which is left as it is.
func initials(form []byte) (n int, ok bool) {
	if len(form) < 3 || len(form)%2 == 0 {
		return len(form), false
	}
	for i, c := range form {
		if i%2 == 0 && (c < 'a' || c > 'z') || i%2 == 1 && c != '.' {
			return len(form), false
		}
	}
	short := (len(form) + 1) / 2
	if short == 2 && form[0] == 'u' && form[2] == 's' {
		return len(form), false // see above
	}
	plain := make([]byte, 0, 8)
	for i := 0; i < len(form); i += 2 {
		plain = append(plain, form[i])
	}
	if abbreviated[string(plain)] {
		return len(form), false
	}
	copy(form, plain)
	return short, true
}

// abbreviated are initials that without their points are other words.
var abbreviated = map[string]bool{"am": true, "pm": true, "it": true, "is": true, "as": true, "in": true, "on": true, "to": true, "or": true, "no": true, "do": true, "go": true, "so": true, "who": true, "us": true, "we": true, "he": true, "me": true, "my": true, "an": true, "at": true, "be": true, "by": true, "if": true, "of": true, "up": true, "add": true, "aid": true, "all": true, "are": true, "can": true}

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
	word = begin(word)
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
