// Package french is the lexicon of French: reporting words with their forms,
// the closed classes of words, and nouns for people and bodies who speak. It
// names no person, place or party. All lists are our own.
//
//	"expliquait" -> Say|Finite|Singular
//
//	french.go  the lexicon, made once
//	verbs.go   reporting words and their forms
//	words.go   closed classes
//	nouns.go   people and bodies
//	given.go   first names
package french

import (
	"sync"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// Lexicon gives the lexicon of French. It is made once.
var Lexicon = sync.OnceValue(func() *language.Lexicon {
	x := &language.Lexicon{
		Articles:    true,
		Postposed:   true,
		Dialogue:    true,
		Inside:      true,
		Impersonal:  language.Words(`y faut fallait faudra faudrait fallut suffit suffisait convient s'agit agit agissait semble semblait reste restait pleut pleuvait neige vaut importe`),
		VerbEndings: []string{"ait", "aient", "èrent", "irent"},
		NotThat:     language.Words(`avant après depuis pendant dès pour sans jusqu' parce alors tandis ainsi bien plus moins si tant autant mieux lors afin tel telle même autre autres ce celle celui sitôt aussitôt quelque`),
		Elided:      language.Words(`l d qu j n s m t c jusqu lorsqu puisqu quoiqu`),
	}
	closed(x)
	nouns(x)
	given(x)
	verbs(x)
	return x
})
