// Package german is the lexicon of German: reporting words with their forms,
// the closed classes of words, and nouns for people and bodies who speak. It
// names no person, place or party. All lists are our own.
//
//	"berichtete" -> Say|Finite
//
//	german.go  the lexicon, made once
//	verbs.go   reporting words and their forms
//	words.go   closed classes
//	nouns.go   people and bodies
//	given.go   first names
package german

import (
	"strings"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// Lexicon gives the lexicon of German. It is made once.
var Lexicon = sync.OnceValue(func() *language.Lexicon {
	x := &language.Lexicon{CapitalNouns: true, Articles: true, Dialogue: true, ReportEnding: "e", Before: "zu", Adjuncts: language.Words("um ohne statt anstatt"), Abstract: strings.Fields(`ung heit keit schaft tion tät ismus nis tum`), Nominatives: nominatives}
	closed(x)
	nouns(x)
	verbs(x)
	x.Add(language.Given|language.Male, men)
	x.Add(language.Given|language.Female, women)
	return x
})

// nominatives gives what a part of a name may be the genitive of: "Oakens" of
// Oaken, "Marxens" of Marx.
func nominatives(part string) []string {
	part = strings.TrimRight(part, "’'")
	out := []string{part}
	if base, ok := strings.CutSuffix(part, "s"); ok && len(base) > 2 {
		out = append(out, strings.TrimRight(base, "’'"))
	}
	return out
}
