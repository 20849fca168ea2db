// Package term says under which terms a text is searched. Every search and every
// ranking asks it: what the index holds, what a question looks for and what a
// ranking counts are the same terms, made by the same code. Bleve sees terms only,
// never a text.
//
//	for t := range term.In("en", "The mayors’ letters") {
//		// {4, 9, "mayor"}, {13, 20, "letter"}
//	}
//
// The files, in the order in which a text becomes terms:
//
//	term.go     the terms of a text
//	stop.go     common words, and which of them no search looks for
//	german.go   strong verbs of German
//	stem.go     stems
//	english.go  irregular forms and number words of English
//	form.go     the form of a word: what an apostrophe ties to it left out
//
// Where words are and how they are folded is corpus/words' business.
package term

import (
	"cmp"
	"iter"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// Term is a term and the bytes [Start, End) of its word in the text.
type Term struct {
	Start, End int
	Text       string // never empty, valid UTF-8
}

// Of gives the term of a word of a language: [Stem] of what [Written] and
// [AppendForm] give.
func Of(language, word string) string {
	return Stem(language, cmp.Or(Written(language, word), string(AppendForm(nil, language, word))))
}

// In gives the terms of text in a language (BCP 47 primary subtag), in order,
// without function words. In a language that is not known, "", words keep their
// endings, and function words are those of English.
func In(language, text string) iter.Seq[Term] {
	list := cmp.Or(language, "en")
	return func(yield func(Term) bool) {
		buf := make([]byte, 0, 64)
		for start, end := range words.Terms(text) {
			word := text[start:end]
			buf = AppendForm(buf[:0], language, word)
			if stop(list, buf) {
				continue
			}
			if !yield(Term{start, end, Stem(language, cmp.Or(Written(language, word), string(buf)))}) {
				return
			}
		}
	}
}
