// Package russian is the lexicon of Russian: reporting words with their forms,
// the closed classes of words, nouns for people and bodies who speak in all
// cases, first names, and the case forms of names. All lists are our own.
//
//	"заявила" -> Say|Finite|Female|Singular
//
//	russian.go  the lexicon, made once
//	verbs.go    reporting words and their forms
//	words.go    closed classes
//	nouns.go    people and bodies
//	case.go     names in their cases
//	given.go    first names
package russian

import (
	"strings"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// Lexicon gives the lexicon of Russian. It is made once.
var Lexicon = sync.OnceValue(func() *language.Lexicon {
	x := &language.Lexicon{Dialogue: true, Inside: true, DropsSubject: true, Nominatives: nominatives, Sex: sex, Owners: map[string]language.Class{"его": language.Male, "её": language.Female, "ее": language.Female}, VerbEndings: strings.Fields(`ет ёт ут ют ит ят ат ется ётся утся ются ится ятся ал ял ил ел ул ла ли лся лась лись`), Genitive: genitive, Attribute: attribute, Adjectival: adjectival, Patronymic: patronymic, Infinitive: infinitive, Agreement: agreement}
	closed(x)
	nouns(x)
	verbs(x)
	first(x)
	return x
})
