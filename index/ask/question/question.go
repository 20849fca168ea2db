package question

import (
	"slices"
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/words"
	"github.com/verbatim-bot/verbatim/index/ask/lexicon"
	"github.com/verbatim-bot/verbatim/index/term"
)

// Kind is what a question asks for.
type Kind string

const (
	Person     Kind = "person"
	Place      Kind = "place"
	Date       Kind = "time"
	Number     Kind = "number" // how many
	Amount     Kind = "amount" // how much, how long, how far
	Reason     Kind = "reason"
	Manner     Kind = "manner"
	Definition Kind = "definition" // what is X
	Identity   Kind = "identity"   // who is X
	Polar      Kind = "yes or no"
	Utterance  Kind = "quote" // what did X say
	Thing      Kind = "thing" // what, which
	Topic      Kind = "topic" // what is this about; nothing else to go by
)

// Measured reports whether an answer of the kind is told by its own words: a
// number, a unit, a date.
func (k Kind) Measured() bool { return k == Number || k == Amount || k == Date }

// Query is a question understood: what it asks for and by which words.
type Query struct {
	text  string
	Kind  Kind
	Words []word // all words, function words included
	Terms []Term // the content words, each once
	Focus int    // index in terms of the noun asked for ("which city"), or -1
	Grams Grams  // of the content words
	Spell bool   // asks how long something takes or how old it is, not how much it is
	Age   bool   // asks how old somebody is
	Times bool   // asks how many times, how often
	Small bool   // has no capital after its first word: names are not to be seen

	Quoted [][2]int // words[i:j] between quotation marks, of quotedWords or more
	marked [][2]int // the same of any number
	asked  asked    // for somebody's words, in a language other than English
	names  [][2]int // see [Query.Names]
}

// word is one word of the question.
type word struct {
	Text  string // as written
	at    int    // its first byte in the question without noise
	Form  string
	class lexicon.Class
	Upper bool
	Term  int // index in query.terms, or -1 for a function word
}

// Term is a content word of the question.
type Term struct {
	*lexicon.Root
	Form  string
	Word  int // index of its first occurrence in query.words
	Class lexicon.Class
	Name  bool // written as a name
}

// MaxTerms bounds the content words that count; a question has about six.
const MaxTerms = 48

// Read understands a question asked of articles in one language.
func Read(l *lexicon.Lexicon, text, language string) *Query {
	q := &Query{text: text, Focus: -1}
	clean := dropNoise(text)
	var buf []byte
	for start, end := range words.Terms(clean) {
		buf = term.AppendForm(buf[:0], language, clean[start:end])
		w := word{Text: clean[start:end], at: start, Form: string(buf), Upper: lexicon.Capital(clean[start:]), Term: -1}
		w.class = lexicon.ClassOf(language, w.Form)
		q.Words = append(q.Words, w)
	}
	between := betweenMarks(clean)
	if language == "en" {
		q.Words = dropPoliteness(spellOut(q.Words, clean, between))
	}
	q.marked = q.between(between)
	q.Quoted = slices.DeleteFunc(slices.Clone(q.marked), func(s [2]int) bool { return s[1]-s[0] < quotedWords })
	q.Small = !slices.ContainsFunc(q.Words[min(1, len(q.Words)):], func(w word) bool { return w.Upper })
	shouting := !slices.ContainsFunc(q.Words, func(w word) bool { return !w.Upper && w.class != lexicon.Numeral })
	q.asked = abroad(q.Words)
	aside := q.asked.skip // words before this one are part of one
	for i := range q.Words {
		w := &q.Words[i]
		if language == "en" {
			aside = max(aside, i+q.aside(i))
		}
		if i < aside || q.asked.kind != "" && i == q.asked.verb || len(q.Terms) >= MaxTerms || language == "en" && q.degree(i) {
			continue
		}
		e := l.Look(language, w.Text, w.Form)
		if e.Stop || e.Asks {
			continue
		}
		w.Term = slices.IndexFunc(q.Terms, func(t Term) bool { return t.Text == e.Root.Text })
		if w.Term >= 0 {
			continue
		}
		w.Term = len(q.Terms)
		for _, g := range e.Grams {
			q.Grams.add(g)
		}
		q.Terms = append(q.Terms, Term{
			Root: &e.Root, Form: w.Form, Word: i, Class: w.class,
			Name: w.Upper && !shouting && w.class != lexicon.Numeral && (i > 0 || language != "en") && language != "de", // German writes all nouns so
		})
	}
	if language == "en" {
		q.classify()
		q.names = q.properNames()
	} else {
		q.Kind = Thing
	}
	if q.asked.kind != "" {
		q.Kind = q.asked.kind
	}
	return q
}

// degrees are words that only ask after "how": the answer has a number instead.
var degrees = lexicon.Set("many much often soon long old far big large tall high deep wide fast heavy late")

// degree reports whether words[i] is one of degrees after "how", or "times"
// after "how many".
func (q *Query) degree(i int) bool {
	after := func(i int, form string) bool { return i >= 0 && q.Words[i].Form == form }
	return after(i-1, "how") && degrees[q.Words[i].Form] || after(i, "times") && after(i-1, "many") && after(i-2, "how")
}

// classify tells what is asked for, from the asking word and what follows it.
func (q *Query) classify() {
	at := slices.IndexFunc(q.Words, func(w word) bool {
		switch w.Form {
		case "who", "whom", "whose", "when", "where", "why", "how", "what", "which":
			return true
		}
		return false
	})
	// "Did he say when ...?" is a yes-or-no question before all else.
	if at != 0 && len(q.Words) > 0 && q.Words[0].class == lexicon.Auxiliary {
		q.Kind = Polar
		return
	}
	if at < 0 {
		q.Kind = Thing
		return
	}
	next := ""
	if at+1 < len(q.Words) {
		next = q.Words[at+1].Form
	}
	switch q.Words[at].Form {
	case "who", "whom", "whose":
		q.Kind = Person
		if q.rest(at+1, "is", "was", "are", "were") {
			q.Kind = Identity
		}
	case "when":
		q.Kind = Date
	case "where":
		q.Kind = Place
	case "why":
		q.Kind = Reason
	case "how":
		q.how(at, next)
	default:
		q.what(at, next)
	}
}

// rest reports whether words[at] is one of be and nothing but names follows:
// "who is Stanislav Zas" and not "who is the man in the car".
func (q *Query) rest(at int, be ...string) bool {
	return at < len(q.Words) && slices.Contains(be, q.Words[at].Form) && q.onlyNames(at+1)
}

func (q *Query) onlyNames(at int) bool {
	if at >= len(q.Words) {
		return false
	}
	for _, w := range q.Words[at:] {
		if !w.Upper && w.class != lexicon.Determiner && w.Form != "of" {
			return false
		}
	}
	return true
}

func (q *Query) how(at int, next string) {
	switch next {
	case "many":
		q.Kind = Number
		q.Focus = q.head(at + 2)
		if at+2 < len(q.Words) && q.Words[at+2].Form == "times" {
			q.Focus, q.Times = -1, true
		}
	case "much", "long", "old", "far", "big", "large", "tall", "high", "deep", "wide", "fast", "heavy", "often", "soon", "late", "strong", "small", "hot", "cold":
		q.Kind = Amount
		switch next {
		case "long", "old", "often", "soon", "late":
			q.Spell = true
			q.Age, q.Times = next == "old", next == "often"
		}
		if next == "much" {
			q.Focus = q.head(at + 2)
		}
	default:
		q.Kind = Manner
		// "How did X describe ...?" asks for X's words.
		if lexicon.ClassOf("en", next) == lexicon.Auxiliary {
			for _, w := range q.Words[at+1:] {
				if characterizes[w.Form] {
					q.Kind = Utterance
				}
			}
		}
	}
}

// characterizes are the verbs of saying that "how" asks for the words of.
var characterizes = lexicon.Set("describe described characterize characterized characterise characterised call explain respond react reply answer justify comment")

// focusKinds tells what a noun after "which" or "what" asks for.
var focusKinds = kinds(map[Kind]string{
	Date:   "year years date day month century decade time era period week weekday season age hour",
	Place:  "country city town place state region nation area location continent province county village island river street capital where district neighborhood site ocean sea mountain",
	Person: "person people man woman president leader actor actress author singer artist king queen emperor player politician scientist name company organization group team agency newspaper party band university school club tribe king monarch general explorer philosopher pope architect ruler director journalist minister official lawyer",
	Number: "number percentage percent amount population size length height distance temperature price cost rate speed weight total salary budget score fraction ratio proportion area width depth",
	Reason: "reason cause causes reasons caused motive",
})

func kinds(lists map[Kind]string) map[string]Kind {
	out := map[string]Kind{}
	for _, k := range []Kind{Date, Place, Person, Number, Reason} {
		for w := range strings.FieldsSeq(lists[k]) {
			if _, ok := out[w]; !ok {
				out[w] = k
			}
		}
	}
	return out
}

func (q *Query) what(at int, next string) {
	q.Kind = Thing
	be := next == "is" || next == "are" || next == "was" || next == "were"
	if be {
		q.definition(at)
		return
	}
	if c := lexicon.ClassOf("en", next); c == lexicon.Auxiliary {
		q.saying(at + 1)
		return
	}
	q.Focus = q.head(at + 1)
	if next == "caused" || next == "triggered" || next == "causes" || next == "prompted" || next == "sparked" || next == "led" {
		q.Kind = Reason
		q.Focus = -1
		return
	}
	if q.Focus >= 0 {
		t := q.Terms[q.Focus]
		if k, ok := focusKinds[t.Form]; ok {
			q.Kind = k
		} else if k, ok := focusKinds[strings.TrimSuffix(t.Form, "s")]; ok {
			q.Kind = k
		}
	}
}

// definition handles "what is ...": of a bare noun phrase a definition is
// wanted; "what is the name, number, reason, date of ..." asks for those.
func (q *Query) definition(at int) {
	i := at + 2
	f := q.head(i)
	if f >= 0 {
		if k, ok := focusKinds[q.Terms[f].Form]; ok {
			q.Kind, q.Focus = k, f
			return
		}
	}
	for _, w := range q.Words[min(i, len(q.Words)):] {
		if w.class == lexicon.Preposition || w.class == lexicon.Auxiliary || w.class == lexicon.Conjunction {
			return
		}
	}
	q.Kind = Definition
}

// saying handles "what did X say (about ...)": the verb of saying makes it a
// question for somebody's words.
func (q *Query) saying(at int) {
	for _, w := range q.Words[at:] {
		if sayings[w.Form] {
			q.Kind = Utterance
			return
		}
	}
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
func (q *Query) head(at int) int {
	last := -1
	for i := at; i < len(q.Words); i++ {
		w := q.Words[i]
		if w.Term < 0 {
			if last >= 0 || w.class != lexicon.Determiner && w.class != lexicon.Possessive && w.class != lexicon.Adverb {
				break
			}
			continue
		}
		// "which country invaded ...": a form in -ed ends the noun phrase.
		if last >= 0 && (strings.HasSuffix(w.Form, "ed") || i > at+3) {
			break
		}
		last = w.Term
	}
	return last
}
