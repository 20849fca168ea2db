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
//	kinds.go   which nouns may mean one person
//	given.go   first names
package french

import (
	"strings"
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
		Impersonal:  language.Words(`y faut fallait faudra faudrait fallut suffit suffisait convient s'agit agit agissait semble semblait reste restait pleut pleuvait neige vaut importe possible impossible nécessaire difficile important urgent temps évident probable vrai clair question convenu intervenu revenu reparti`),
		VerbEndings: []string{"ait", "aient", "èrent", "irent"},
		NotThat:     language.Words(`avant après depuis pendant dès pour sans jusqu' parce alors tandis ainsi bien plus moins si tant autant mieux lors afin tel telle même autre autres ce celle celui sitôt aussitôt quelque`),
		Elided:      language.Words(`l d qu j n s m t c jusqu lorsqu puisqu quoiqu`),
	}
	x.Passive = language.Words(`est sont était étaient fut furent été sera seront serait soit`)
	x.Infinitive = func(w string) bool {
		for _, e := range []string{"er", "ir", "oir", "re"} {
			if len(w) > len(e)+1 && strings.HasSuffix(w, e) {
				return true
			}
		}
		return false
	}
	x.Places = language.Words(`saint sainte saints saintes st ste mont monts château port pont val vallée villeneuve ville new los las la le les côte cap île grand grande haut haute bas basse
		stade racing olympique paris fc ac as us rc olympic étoile sporting real inter union cercle groupe banque radio france air télé canal hôtel rue avenue boulevard place lac rivière fort
		puy bourg roche maison musée palais centre nord sud est ouest amérique afrique asie europe rhône bouches seine loire hauts pays côtes alpes pyrénées`)
	closed(x)
	nouns(x)
	kinds(x)
	given(x)
	verbs(x)
	return x
})
