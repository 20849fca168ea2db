// Package spanish is the lexicon of Spanish: reporting words with their forms,
// the closed classes of words, and nouns for people and bodies who speak. It
// names no person, place or party. All lists are our own.
//
//	"explicaba" -> Say|Finite|Singular
//
//	spanish.go  the lexicon, made once
//	verbs.go    reporting words and their forms
//	words.go    closed classes
//	nouns.go    people and bodies
//	given.go    first names
package spanish

import (
	"sync"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// Lexicon gives the lexicon of Spanish. It is made once.
var Lexicon = sync.OnceValue(func() *language.Lexicon {
	x := &language.Lexicon{Dialogue: true, Articles: true, Postposed: true, Inside: true, DropsSubject: true, VerbEndings: []string{"ó", "aba", "aban", "aron", "ieron", "ían"}, NotThat: language.Words(`antes después desde hasta para sin ya así más menos siempre tan tal mientras puesto dado luego salvo excepto mejor peor mayor menor lo la el los las otro otra`)}
	closed(x)
	nouns(x)
	given(x)
	verbs(x)
	return x
})
