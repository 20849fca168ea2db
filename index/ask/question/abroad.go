package question

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/words"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
)

// Questions for somebody's words in languages other than English, by a few
// words of each: whatever the article is in, "Qui a dit …?" asks who said so.
// All forms are folded, and parted at apostrophes ("qu'a" is two words).

// tongue is how one language asks for words.
type tongue struct {
	who   map[string]bool // who said …
	what  map[string]bool // what did … say
	say   map[string]bool // the verbs of saying that make it such a question
	fill  map[string]bool // may stand before or behind the verb: auxiliaries, "est-ce que"
	about map[string]bool // what follows is the topic and no speaker
	the   map[string]bool // articles and what may stand inside a role: "le maire de la ville"
	whole map[string]bool // with these words alone a question is about the article as a whole
	topic map[string]bool // and asks what it is about
	cast  map[string]bool // or who speaks in it
}

// tongues are those of the languages in which the article says who said what.
var tongues = func() []tongue {
	read := func(who, what, say, fill, about, the, whole, topic, cast string) tongue {
		set := func(list string) map[string]bool {
			out := map[string]bool{}
			for w := range strings.FieldsSeq(list) {
				out[words.Fold(w)] = true
			}
			return out
		}
		t := tongue{set(who), set(what), set(say), set(fill), set(about), set(the), set(whole), set(topic), set(cast)}
		for _, more := range [...]map[string]bool{t.who, t.what, t.fill, t.about, t.the, t.topic, t.cast} {
			for w := range more {
				t.whole[w] = true
			}
		}
		return t
	}
	return []tongue{
		read(`qui`, `que qu quoi comment`,
			`dit disait déclare déclaré affirme affirmé affirmait explique expliqué annonce annoncé prétend prétendu soutient soutenu pense pensait répond répondu réagi réagit
			 promis promet averti prévenu raconte raconté commente commenté estime estimé assure assuré confie confié`,
			`a ont est ce qui que qu avait aurait t il elle ils elles bien`, `sur de à propos sujet du des concernant`, `le la les l un une m mme monsieur madame`,
			`article cet ce texte dans y l parle parlent traite agit s résumé résume résumer moi donne principal`, `parle traite agit sujet résumé résume résumer`, `cité cités citée citées cite mentionné mentionnés mentionnée mentionnées parle parlent`),
		read(`quién quiénes`, `qué cómo`,
			`dijo dice decía dicho dijeron declaró declarado declara afirmó afirmado afirma explicó explicado explica anunció anunciado anuncia aseguró asegurado asegura sostuvo sostiene
			 opina opinó piensa respondió respondido reaccionó prometió prometido advirtió advertido contó contado comentó comentado contestó`,
			`ha han había habían que`, `sobre acerca de del respecto`, `el la los las un una señor señora`,
			`artículo este texto en se cita citan habla trata resumen resume resumir resúmeme dame principal a quiénes quién es son aquí`, `trata resumen resume resumir resumeme tema`, `citado citados citada citan cita mencionado mencionada mencionados mencionan menciona habla hablan`),
		read(`wer`, `was wie`,
			`sagt sagte sagten gesagt meint meinte gemeint behauptet behauptete erklärt erklärte äußerte geäußert kündigte angekündigt antwortete geantwortet reagierte reagiert
			 versprach versprochen warnte gewarnt erzählt erzählte kommentierte kommentiert forderte gefordert denkt dachte`,
			`hat haben hatte hatten denn eigentlich dazu`, `über zu zum zur von vom`, `der die das den dem ein eine herr frau`,
			`artikel dieser diesem im in dem text wird werden geht es handelt zusammenfassung fasse zusammen worum wovon alles kommt kommen hier darin ist sind`, `worum wovon geht handelt thema zusammenfassung fasse`, `zitiert erwähnt genannt spricht sprechen wort`),
		read(`кто`, `что как`,
			`сказал сказала сказали говорит говорил говорила заявил заявила заявили утверждает утверждал утверждала объяснил объяснила пообещал пообещала ответил ответила
			 прокомментировал прокомментировала предупредил предупредила рассказал рассказала думает считает сообщил сообщила`,
			`же ли это`, `о об про насчет по`, `господин госпожа`,
			`статья статье статьи эта этой эту в чём чем речь идет кратко перескажи расскажи кого здесь`, `речь кратко перескажи тема`, `цитируют цитирует цитируется упоминается упоминаются упоминают упомянут назван называют говорит высказывается`),
	}
}()

// asked is what a question in one of tongues asks for.
type asked struct {
	kind    Kind     // Person or Utterance, "" for no such question
	speaker [2]int   // words[i:j] that say whose words are wanted
	literal [2]int   // words[i:j] that somebody is to have said
	skip    int      // words before this one are no terms
	verb    int      // the word that is the verb of saying
	overall Overview // for the article as a whole
}

// abroad reads ws as a question in one of tongues.
func abroad(ws []word) asked {
	for i := range tongues {
		t := &tongues[i]
		if o := t.overview(ws); o != Particular {
			return asked{overall: o}
		}
		if len(ws) < 3 {
			continue
		}
		first := pieces(ws[0])
		if t.who[first[0]] {
			if v := t.verb(ws, true); v >= 0 {
				from := v + 1
				for from+1 < len(ws) && that[pieces(ws[from])[0]] {
					from++
				}
				if from < len(ws) {
					return asked{kind: Person, literal: [2]int{from, len(ws)}, skip: v + 1, verb: v}
				}
			}
		}
		if t.what[first[0]] {
			if a, ok := t.words(ws); ok {
				return a
			}
		}
	}
	return asked{}
}

// words reads "what did X say", wherever the verb stands.
func (t *tongue) words(ws []word) (asked, bool) {
	v := t.verb(ws, false)
	if v < 0 {
		return asked{}, false
	}
	// Whose: between the asking word and the verb, else behind the verb; up to what
	// it is about.
	of := func(from, to int) (i, j int) {
		for from < to && t.fill[lastPiece(ws[from])] && !ws[from].Upper {
			from++
		}
		for i, j = from, from; j < to; j++ {
			f := lastPiece(ws[j])
			if j > from && t.about[f] && !ws[j].Upper && !(j+1 < to && (t.the[ws[j+1].Form] || !ws[j+1].Upper) && !ws[from].Upper) {
				break
			}
		}
		return i, j
	}
	i, j := of(1, v)
	if i == j {
		i, j = of(v+1, len(ws))
	}
	if i == j || !slices.ContainsFunc(ws[i:j], func(w word) bool { return w.Upper || len(w.Form) > 3 && !t.fill[w.Form] }) {
		return asked{}, false
	}
	return asked{kind: Utterance, speaker: [2]int{i, j}, skip: 1, verb: v}, true
}

// verb finds the verb of saying in ws, near their first word with nothing but
// fillers between, or anywhere; -1 for none.
func (t *tongue) verb(ws []word, nearby bool) int {
	for i := range ws {
		p := pieces(ws[i])
		if t.say[p[len(p)-1]] || t.say[p[0]] {
			return i
		}
		if nearby && i > 0 && (i == near || !t.fill[p[0]]) {
			break
		}
	}
	return -1
}

// overview tells whether ws ask about an article as a whole.
func (t *tongue) overview(ws []word) Overview {
	topic, cast := false, false
	for _, w := range ws {
		for _, p := range pieces(w) {
			if !t.whole[p] {
				return Particular
			}
			topic, cast = topic || t.topic[p], cast || t.cast[p]
		}
	}
	switch first := ""; {
	case len(ws) < 2:
	default:
		first = pieces(ws[0])[0]
		if cast && (t.who[first] || slices.ContainsFunc(ws, func(w word) bool { return t.who[w.Form] }) || first == "кого" || first == "кто") {
			if slices.ContainsFunc(ws, func(w word) bool { return naming[lastPiece(w)] }) {
				return WhoIsNamed
			}
			return WhoSpeaks
		}
		if topic {
			return summary
		}
	}
	return Particular
}

// naming are those of the words of a cast by which one asks who is named, and not
// only who speaks.
var naming = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`mentionné mentionnés mentionnée mentionnées mencionado mencionada mencionados mencionan menciona erwähnt genannt упоминается упоминаются упоминают упомянут назван называют`) {
		out[words.Fold(w)] = true
	}
	return out
}()

// near is before which word the verb of "who said" stands: "qui est-ce qui a
// dit".
const near = 6

// that begins what somebody is to have said.
var that = map[string]bool{"que": true, "qu": true, "dass": true, "что": true}

// pieces parts a word, folded, at its apostrophes and hyphens.
func pieces(w word) []string {
	form := words.Fold(w.Text)
	p := strings.FieldsFunc(form, func(r rune) bool { return r == '\'' || r == '-' })
	if len(p) == 0 {
		return []string{form}
	}
	return p
}

func lastPiece(w word) string {
	p := pieces(w)
	return p[len(p)-1]
}

// speakerTerms gives the terms of the words that say whose words are asked for.
func (q *Query) speakerTerms() []int {
	var out []int
	for _, w := range q.Words[q.asked.speaker[0]:q.asked.speaker[1]] {
		if w.Term >= 0 && w.class != lexicon.Numeral {
			out = append(out, w.Term)
		}
	}
	return out
}
