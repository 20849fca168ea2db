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
//	kinds.go    which nouns may mean one person
//	given.go    first names
package spanish

import (
	"strings"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// Lexicon gives the lexicon of Spanish. It is made once.
var Lexicon = sync.OnceValue(func() *language.Lexicon {
	x := &language.Lexicon{Dialogue: true, Articles: true, Postposed: true, Inside: true, DropsSubject: true, VerbEndings: []string{"ó", "aba", "aban", "aron", "ieron", "ían"}, Impersonal: impersonal, NotThat: language.Words(`antes después desde hasta para sin ya así más menos siempre tan tal mientras puesto dado luego salvo excepto mejor peor mayor menor lo la el los las otro otra`)}
	x.Passive = language.Words(`es son era eran fue fueron sido será serán sería`)
	x.Infinitive = func(w string) bool {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "se"), "lo")
		return len(w) > 2 && (strings.HasSuffix(w, "ar") || strings.HasSuffix(w, "er") || strings.HasSuffix(w, "ir"))
	}
	x.Surnames = language.Words(`y i e`)
	x.Places = language.Words(`san santa santo santos nueva nuevo buenos puerto villa costa río monte ciudad castilla new los las la el valle playa cabo isla islas punta cerro barrio plaza calle
		avenida paseo sierra campo campos alto bajo cuatro tierra deportivo atlético real racing sporting club unión independiente boca river cd ud fc cf ca rcd rc olympique radio banco grupo
		canal televisión hotel estados reino américa áfrica asia europa norte sur este oeste gran vieja viejo baja alta pueblo torre fuente villanueva aguas`)
	closed(x)
	nouns(x)
	kinds(x)
	given(x)
	verbs(x)
	return x
})

// impersonal are verbs that with "se" before them have nobody for their subject.
var impersonal = map[string]bool{
	"se lee": true, "se leía": true, "se oye": true, "se oía": true, "se oyó": true, "se dice": true, "se decía": true, "se comenta": true, "se comentaba": true,
	"se escucha": true, "se escuchaba": true, "se escuchó": true, "se rumorea": true, "se cuenta": true, "se contaba": true, "se afirma": true, "se asegura": true,
	"se sostiene": true, "se indica": true, "se explica": true, "se añade": true, "se señala": true, "se recuerda": true, "se anuncia": true, "se anunció": true,
	"se murmura": true, "se repite": true, "se repetía": true, "se grita": true, "se gritaba": true, "se espera": true, "se cree": true, "se sabe": true, "se estima": true,
	"se calcula": true, "se prevé": true, "se prevén": true, "se considera": true, "se informa": true, "se informó": true, "se confirma": true, "se confirmó": true,
}
