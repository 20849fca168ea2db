package ask

import (
	"slices"
	"strings"
)

// kind is what a question asks for.
type kind string

const (
	person     kind = "person"
	place      kind = "place"
	date       kind = "time"
	number     kind = "number" // how many
	amount     kind = "amount" // how much, how long, how far
	reason     kind = "reason"
	manner     kind = "manner"
	definition kind = "definition" // what is X
	identity   kind = "identity"   // who is X
	polar      kind = "yes or no"
	utterance  kind = "quote" // what did X say
	thing      kind = "thing" // what, which
	topic      kind = "topic" // what is this about; nothing else to go by
)

// measured reports whether an answer of the kind is told by its own words: a
// number, a unit, a date.
func (k kind) measured() bool { return k == number || k == amount || k == date }

// query is a question understood: what it asks for and by which words.
type query struct {
	text  string
	kind  kind
	words []word     // all words, function words included
	terms []qterm    // the content words, each once
	focus int        // index in terms of the noun asked for ("which city"), or -1
	grams askedGrams // of the content words
	spell bool       // asks how long something takes or how old it is, not how much it is
	age   bool       // asks how old somebody is
	times bool       // asks how many times, how often
	small bool       // has no capital after its first word: names are not to be seen

	quoted [][2]int // words[i:j] between quotation marks, of quotedWords or more
}

// word is one word of the question.
type word struct {
	text  string // as written
	at    int    // its first byte in the question without noise
	form  string
	class class
	upper bool
	term  int // index in query.terms, or -1 for a function word
}

// qterm is a content word of the question.
type qterm struct {
	form, stem string
	word       int // index of its first occurrence in query.words
	class      class
	name       bool // written as a name
	general    float64
	known      bool // seen in general text
	groups     []int16
	meaning    *meaning // nil when none is known
}

// maxTerms bounds the content words that count; a question has about six.
const maxTerms = 48

// read understands a question asked of articles in one language.
func (m *Model) read(text, language string) *query {
	q := &query{text: text, focus: -1}
	clean := dropNoise(text)
	var buf []byte
	scan(clean, func(start, end int) {
		buf = formIn(buf[:0], language, clean[start:end])
		w := word{text: clean[start:end], at: start, form: string(buf), upper: capital(clean[start:]), term: -1}
		w.class = classOf(language, w.form)
		q.words = append(q.words, w)
	})
	between := betweenMarks(clean)
	if language == "en" {
		q.words = dropPoliteness(spellOut(q.words, clean, between))
	}
	q.quoted = q.quotations(between)
	q.small = !slices.ContainsFunc(q.words[min(1, len(q.words)):], func(w word) bool { return w.upper })
	shouting := !slices.ContainsFunc(q.words, func(w word) bool { return !w.upper && w.class != numeral })
	aside := 0 // words before this one are part of one
	for i := range q.words {
		w := &q.words[i]
		if language == "en" {
			aside = max(aside, i+q.aside(i))
		}
		if i < aside || m.stop(language, w.form) || askingWords[language][w.form] || len(q.terms) >= maxTerms || language == "en" && q.degree(i) {
			continue
		}
		s := stem(language, toStem(language, w.text, w.form))
		w.term = slices.IndexFunc(q.terms, func(t qterm) bool { return t.stem == s })
		if w.term >= 0 {
			continue
		}
		w.term = len(q.terms)
		q.terms = append(q.terms, qterm{
			form: w.form, stem: s, word: i, class: w.class,
			name:    w.upper && !shouting && w.class != numeral && (i > 0 || language != "en") && language != "de", // German writes all nouns so
			general: m.general(language, s), known: language == "en" && m.Background.known(s), groups: groupsOf(language, s), meaning: m.meaningOf(language, w.form, s),
		})
	}
	if language == "en" {
		q.classify()
	} else {
		q.kind = thing
	}
	for _, t := range q.terms {
		each(t.form, q.grams.add)
	}
	return q
}

// degrees are words that only ask after "how": the answer has a number instead.
var degrees = classesOf("many much often soon long old far big large tall high deep wide fast heavy late")

// degree reports whether words[i] is one of degrees after "how", or "times"
// after "how many".
func (q *query) degree(i int) bool {
	after := func(i int, form string) bool { return i >= 0 && q.words[i].form == form }
	return after(i-1, "how") && degrees[q.words[i].form] || after(i, "times") && after(i-1, "many") && after(i-2, "how")
}

// classify tells what is asked for, from the asking word and what follows it.
func (q *query) classify() {
	at := slices.IndexFunc(q.words, func(w word) bool {
		switch w.form {
		case "who", "whom", "whose", "when", "where", "why", "how", "what", "which":
			return true
		}
		return false
	})
	// "Did he say when ...?" is a yes-or-no question before all else.
	if at != 0 && len(q.words) > 0 && q.words[0].class == auxiliary {
		q.kind = polar
		return
	}
	if at < 0 {
		q.kind = thing
		return
	}
	next := ""
	if at+1 < len(q.words) {
		next = q.words[at+1].form
	}
	switch q.words[at].form {
	case "who", "whom", "whose":
		q.kind = person
		if q.rest(at+1, "is", "was", "are", "were") {
			q.kind = identity
		}
	case "when":
		q.kind = date
	case "where":
		q.kind = place
	case "why":
		q.kind = reason
	case "how":
		q.how(at, next)
	default:
		q.what(at, next)
	}
}

// rest reports whether words[at] is one of be and nothing but names follows:
// "who is Stanislav Zas" and not "who is the man in the car".
func (q *query) rest(at int, be ...string) bool {
	return at < len(q.words) && slices.Contains(be, q.words[at].form) && q.onlyNames(at+1)
}

func (q *query) onlyNames(at int) bool {
	if at >= len(q.words) {
		return false
	}
	for _, w := range q.words[at:] {
		if !w.upper && w.class != determiner && w.form != "of" {
			return false
		}
	}
	return true
}

func (q *query) how(at int, next string) {
	switch next {
	case "many":
		q.kind = number
		q.focus = q.head(at + 2)
		if at+2 < len(q.words) && q.words[at+2].form == "times" {
			q.focus, q.times = -1, true
		}
	case "much", "long", "old", "far", "big", "large", "tall", "high", "deep", "wide", "fast", "heavy", "often", "soon", "late", "strong", "small", "hot", "cold":
		q.kind = amount
		switch next {
		case "long", "old", "often", "soon", "late":
			q.spell = true
			q.age, q.times = next == "old", next == "often"
		}
		if next == "much" {
			q.focus = q.head(at + 2)
		}
	default:
		q.kind = manner
		// "How did X describe ...?" asks for X's words.
		if classOf("en", next) == auxiliary {
			for _, w := range q.words[at+1:] {
				if characterizes[w.form] {
					q.kind = utterance
				}
			}
		}
	}
}

// characterizes are the verbs of saying that "how" asks for the words of.
var characterizes = classesOf("describe described characterize characterized characterise characterised call explain respond react reply answer justify comment")

// focusKinds tells what a noun after "which" or "what" asks for.
var focusKinds = kinds(map[kind]string{
	date:   "year years date day month century decade time era period week weekday season age hour",
	place:  "country city town place state region nation area location continent province county village island river street capital where district neighborhood site ocean sea mountain",
	person: "person people man woman president leader actor actress author singer artist king queen emperor player politician scientist name company organization group team agency newspaper party band university school club tribe king monarch general explorer philosopher pope architect ruler director journalist minister official lawyer",
	number: "number percentage percent amount population size length height distance temperature price cost rate speed weight total salary budget score fraction ratio proportion area width depth",
	reason: "reason cause causes reasons caused motive",
})

func kinds(lists map[kind]string) map[string]kind {
	out := map[string]kind{}
	for _, k := range []kind{date, place, person, number, reason} {
		for w := range strings.FieldsSeq(lists[k]) {
			if _, ok := out[w]; !ok {
				out[w] = k
			}
		}
	}
	return out
}

func (q *query) what(at int, next string) {
	q.kind = thing
	be := next == "is" || next == "are" || next == "was" || next == "were"
	if be {
		q.definition(at)
		return
	}
	if c := classOf("en", next); c == auxiliary {
		q.saying(at + 1)
		return
	}
	q.focus = q.head(at + 1)
	if next == "caused" || next == "triggered" || next == "causes" || next == "prompted" || next == "sparked" || next == "led" {
		q.kind = reason
		q.focus = -1
		return
	}
	if q.focus >= 0 {
		t := q.terms[q.focus]
		if k, ok := focusKinds[t.form]; ok {
			q.kind = k
		} else if k, ok := focusKinds[strings.TrimSuffix(t.form, "s")]; ok {
			q.kind = k
		}
	}
}

// definition handles "what is ...": of a bare noun phrase a definition is
// wanted; "what is the name, number, reason, date of ..." asks for those.
func (q *query) definition(at int) {
	i := at + 2
	f := q.head(i)
	if f >= 0 {
		if k, ok := focusKinds[q.terms[f].form]; ok {
			q.kind, q.focus = k, f
			return
		}
	}
	for _, w := range q.words[min(i, len(q.words)):] {
		if w.class == preposition || w.class == auxiliary || w.class == conjunction {
			return
		}
	}
	q.kind = definition
}

// saying handles "what did X say (about ...)": the verb of saying makes it a
// question for somebody's words.
func (q *query) saying(at int) {
	for _, w := range q.words[at:] {
		if sayings[w.form] {
			q.kind = utterance
			return
		}
	}
}

// asksSpeaker reports whether the question is who said something.
func (q *query) asksSpeaker() bool {
	if q.kind != person || len(q.words) < 2 {
		return false
	}
	return sayings[q.words[1].form] && (q.words[0].form == "who")
}

// sayings are the verbs by which a question asks for what somebody said.
var sayings = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("say said says tell told think thinks thought claim claims claimed deny denied denies call called state stated argue argued suggest suggested announce announced warn warned promise promised comment commented explain explained believe believed demand demanded predict predicted accuse accused describe described respond responded reply replied") {
		m[w] = true
	}
	return m
}()

// head gives the term of the noun that a noun phrase beginning at words[at]
// is about: its last content word before a function word or a verb form.
func (q *query) head(at int) int {
	last := -1
	for i := at; i < len(q.words); i++ {
		w := q.words[i]
		if w.term < 0 {
			if last >= 0 || w.class != determiner && w.class != possessive && w.class != adverb {
				break
			}
			continue
		}
		// "which country invaded ...": a form in -ed ends the noun phrase.
		if last >= 0 && (strings.HasSuffix(w.form, "ed") || i > at+3) {
			break
		}
		last = w.term
	}
	return last
}
