package language

import "strings"

// Words makes a set of the words of list, which white space parts.
func Words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

// Class is a set of what a word form can be in a sentence that tells who said
// what. A form may be many things: the reader of sentences decides.
type Class uint64

// The classes of verb forms. A form that reports has one of Say, Think, Cry and
// Deny, and one or more of Finite, Participle and Infinite.
const (
	Say        Class = 1 << iota // reports words, in marks or not: sagte, заявил, a déclaré
	Think                        // reports thoughts, seldom words in marks: glaubt, считает
	Cry                          // tells how words in marks were said, and takes no "that": lachte, вздохнул
	Deny                         // reports that something was not said or is not so: bestritt, отрицал
	Demand                       // reports a wish, told in an infinitive: forderte, попросил. Besides Say
	Finite                       // has a subject: sagte
	Participle                   // makes a tense with an auxiliary: gesagt, déclaré
	Infinite                     // an infinitive: sagen, dire
	Gerund                       // tells what the subject does besides: заметив, añadiendo
	Auxiliary                    // makes a tense with a participle or infinitive: hat, wurde, a, ha
	Verb                         // any other finite verb form, to see where a noun phrase ends
	Report                       // a form only used for what others say: sei, habe, könne
)

// The classes of words in noun phrases, and of what joins them. Gender and
// number stand below.
const (
	Pronoun     Class = 1 << (iota + 12) // he, she, they as a subject: er, она, il
	Reflexive                            // may stand between verb and subject: sich, se
	Self                                 // the first and second person: ich, мы, vous
	Definite                             // der, le, los: begins a noun phrase that is known
	Indefinite                           // ein, une, unos: begins one that is new
	Possessive                           // sein, leur, su: begins one that belongs to somebody
	Demonstrate                          // dieser, ce, этот
	Preposition                          // what follows is no subject: mit, в, avec
	Accord                               // a preposition that names a source: laut, selon, según
	AccordAfter                          // the same behind its noun: zufolge
	AccordNoun                           // the noun that does so with Preposition before it: Angaben, словам
	That                                 // dass, что, que: a content follows
	Subordinate                          // other words that begin a clause: wenn, который, quand
	And                                  // joins: und, и, mais
	Negation                             // nicht, не, jamais
	Adverb                               // may stand between verb and subject: gestern, также
	Honorific                            // Herr, Mme, г-н: a name follows
	Role                                 // a noun for one person who may speak: Sprecherin, мэр
	Group                                // a noun for several: Anwohner, эксперты
	Body                                 // a noun for an organisation: Polizei, министерство
	Document                             // a noun for words with an author: Studie, письмо
	Outlet                               // a noun for a paper, an agency, a station: Zeitung, газета
	Agency                               // a news agency's own name: dpa, ТАСС
	Particle                             // inside names, in lower case: von, de la
	Calendar                             // months and days
	Abbreviated                          // written with a full stop that ends no sentence: Dr, ул
	Common                               // a noun with a capital that is no name, where nouns have them, or a word that only begins sentences
	Given                                // a first name
	Nameless                             // tells that somebody wants no name printed: anonym, anonymat
	Scare                                // what stands before words in marks that are nobody's: sogenannte, так называемый
	Other                                // ein anderer, другой: a new speaker, without a name
	AccordFirst                          // the same as Accord at the head of a sentence alone: pour X, …
	Fragment                             // stands before its noun and is no noun phrase yet: neue, парламентский
)

// Gender and number of a form; a form that may be several has several. A form
// that has none may be any.
const (
	Male Class = 1 << (iota + 46)
	Female
	Neuter
	Singular
	Plural
	Oblique // a case form that is no subject: ihm, ему
	Kin     // a Role to somebody else: Mutter, брат, voisin. Besides Role
	Generic // a Body by which any organisation may be meant again: Behörde, ведомство
	Again   // goes on with what the same person said before: ajoute, poursuit, añadió. Besides Say
	Cite    // its object says it, its subject passes it on: zitiert, цитирует
	As      // begins a clause that says who reports the one around it: wie die Polizei mitteilte, как сообщил мэр. Besides Subordinate
	Site    // a preposition before a body for which nobody in particular speaks: в мэрии сообщили, hieß es aus dem Rathaus. Besides Preposition
	Epithet // a Role by which anybody may be meant again: Mann, Forscher, 41-Jährige, учёный. Besides Role
)

// Classes of several.
const (
	Reports = Say | Think | Cry | Deny
	Genders = Male | Female | Neuter
	Numbers = Singular | Plural
	Opening = Definite | Indefinite | Possessive | Demonstrate
)

// Is reports whether c has one of the classes of d.
func (c Class) Is(d Class) bool { return c&d != 0 }

// Has reports whether c has all classes of d.
func (c Class) Has(d Class) bool { return c&d == d }

// Kind is a set of kinds of people, by office, trade or field.
type Kind uint32

// Anybody is the kind of nouns that may mean a person of whatever office: the
// accused, the young woman.
const Anybody Kind = 1

// General is the kind of nouns for any person of their kinds: the magistrate may be a
// judge, and the judge is no prosecutor.
const General Kind = 1 << 31

// Accused is the kind of nouns for whom the courts try, who are none of the
// Officials.
const (
	Accused   Kind = 1 << 30
	Officials Kind = Anybody<<1 | Anybody<<2
)

// Fits reports whether a noun of kind k may mean a person of whom nouns of kind o
// are said, as far as both tell: they share a kind, and one of them means any of
// that kind.
func (k Kind) Fits(o Kind) bool {
	k, o = k&^Anybody, o&^Anybody
	if (k|o)&Accused != 0 && k != 0 && o != 0 {
		return (k|o)&Officials == 0
	}
	return k&o&^General != 0 && (k|o)&General != 0
}

// A Lexicon is what the finder of quotes has to know of one language. It is
// data, made once and not changed.
type Lexicon struct {
	// Words has the classes of word forms, in lower case, with straight
	// apostrophes.
	Words map[string]Class
	// Split has verb forms that report only together with a word that stands
	// apart, in the same clause: Split["teilte"]["mit"], Split["hielt"]["fest"].
	// The word may be a particle, a noun or an infinitive.
	Split map[string]map[string]Class
	// Endings has nouns by how they end, where nouns are made by joining:
	// "sprecherin". Words are looked up there when Words has not got them.
	Endings map[string]Class
	// CapitalNouns is set when all nouns begin with a capital.
	CapitalNouns bool
	// Articles is set when a noun that is known has an article: der, le, los.
	Articles bool
	// Postposed is set when adjectives stand behind their noun, as they do where
	// they have no case: le maire socialiste.
	Postposed bool
	// Kinds tells of nouns for people, in lower case, what kind of person they mean:
	// two that share none mean two people, where both tell. Nil when nothing is
	// told.
	Kinds map[string]Kind
	// Passive are the forms of the verb that makes the passive, in which somebody
	// else says it than the subject: a été, fue. Nil where it is not told.
	Passive map[string]bool
	// Surnames are words that join two surnames of one person: Ortega y Gasset.
	Surnames map[string]bool
	// Places are words, in lower case, that begin names of places and clubs rather
	// than of people: Saint-, Puerto, Deportivo.
	Places map[string]bool
	// Offices has one word for all that mean one office: прокурор for
	// гособвинитель, anwalt for verteidiger.
	Offices map[string]string
	// Abstract are how nouns end that are no names, where nouns have capitals:
	// "ung".
	Abstract []string
	// Adjectival reports whether a word in lower case ends as adjectives do, and so
	// may begin the name of a body rather than be one of somebody: Общественная
	// палата. Nil where nouns have capitals or adjectives stand behind.
	Adjectival func(lower string) bool
	// Before is the word before an infinitive, "zu", which may stand inside one as
	// well. Empty where infinitives have none.
	Before string
	// Adjuncts are the words before a clause with such an infinitive that is no
	// content: um, ohne, statt.
	Adjuncts map[string]bool
	// Patronymic reports whether a part of a name in lower case is made of the
	// father's name, in any case. Nil where names have none.
	Patronymic func(lower string) bool
	// Owners has the sex and number of those to whom something belongs, by the word
	// that says so: его, её. Nil where possessives agree with what is possessed.
	Owners map[string]Class
	// ReportEnding is how verbs end in the form that only reported speech has:
	// "zähle er". Empty when there is no such form.
	ReportEnding string
	// Impersonal are the words behind a pronoun that then means nobody: il faut.
	Impersonal map[string]bool
	// VerbEndings are how verb forms end that are no adjectives, so that an unknown
	// word behind a noun is not taken for one.
	VerbEndings []string
	// NotThat are words before "that" with which it begins another clause than a
	// content: avant que, ya que.
	NotThat map[string]bool
	// Dialogue is set when a paragraph that begins with a dash is what somebody
	// says.
	Dialogue bool
	// Inside is set when "he said" may stand inside the marks without marks of its
	// own: «A, — сказал он. — B», « A, dit-il. B ».
	Inside bool
	// Elided are words that are written onto the next one with an apostrophe:
	// l', d', qu'.
	Elided map[string]bool
	// Joined are endings that are written onto a verb with a hyphen and are its
	// subject: "-t-il", "-elle".
	Joined map[string]Class
	// DropsSubject is set when a verb without a subject goes on with the one
	// before: "Dijo que …".
	DropsSubject bool
	// Nominatives gives the basic forms of which a part of a name may be a case
	// form, the part itself first, all as the part is written: Igorja -> Igorja,
	// Igor. Nil when names have no case forms.
	Nominatives func(part string) []string
	// Genitive reports whether a word in lower case that Words has not got may go
	// on with a noun: спасательного отряда. Nil when nouns go on with
	// prepositions or articles.
	Genitive func(lower string) bool
	// Attribute reports whether a word in lower case ends as adjectives do behind
	// which a noun goes on with another: исторических наук. Nil where Genitive is.
	Attribute func(lower string) bool
	// Infinitive reports whether a word in lower case may be an infinitive. Nil
	// when infinitives of what is asked for stand in a clause with "zu".
	Infinitive func(lower string) bool
	// Agreement tells by its form whether a verb in lower case has a woman
	// (Female) or a man (Male) for its subject, 0 when it does not tell. Nil when
	// verbs do not.
	Agreement func(lower string) Class
	// Sex tells by its form whether a part of a name, in lower case, is a woman's
	// (Female), a man's (Male), or does not tell (0). Nil when no part tells.
	Sex func(lower string) Class
}

// Of gives the classes of a word in lower case.
func (x *Lexicon) Of(lower string) Class {
	if c, ok := x.Words[lower]; ok {
		return c
	}
	if x.Endings == nil {
		return 0
	}
	// The longest known ending, which is at least three bytes shorter: what
	// stands before it is a word too.
	for i := range lower {
		if i < 3 {
			continue
		}
		if len(lower)-i < 3 {
			break
		}
		if c, ok := x.Endings[lower[i:]]; ok {
			return c
		}
	}
	return 0
}

// Add gives each word of list, which white space parts, the classes c besides
// those it has.
func (x *Lexicon) Add(c Class, list string) {
	if x.Words == nil {
		x.Words = map[string]Class{}
	}
	for w := range strings.FieldsSeq(list) {
		x.Words[w] |= c
	}
}

// AddAnybody gives the words of list the kind [Anybody].
func (x *Lexicon) AddAnybody(list string) { x.addKind(Anybody, list) }

// AddKinds gives the words of each line a kind of their own, at most 28 lines: the
// courts first, then the police, who are [Officials]. A plus before a word makes
// it [General].
func (x *Lexicon) AddKinds(lines ...string) {
	for i, l := range lines {
		x.addKind(Anybody<<(i+1), l)
	}
}

// AddAccused gives the words of list the kind [Accused].
func (x *Lexicon) AddAccused(list string) { x.addKind(Accused, list) }

func (x *Lexicon) addKind(k Kind, list string) {
	if x.Kinds == nil {
		x.Kinds = map[string]Kind{}
	}
	for w := range strings.FieldsSeq(list) {
		w, general := strings.CutPrefix(w, "+")
		if x.Kinds[w] |= k; general {
			x.Kinds[w] |= General
		}
	}
}

// AddOffices notes that the words of each line mean one office.
func (x *Lexicon) AddOffices(lines string) {
	if x.Offices == nil {
		x.Offices = map[string]string{}
	}
	for l := range strings.Lines(lines) {
		ws := strings.Fields(l)
		for _, w := range ws {
			x.Offices[w] = ws[0]
		}
	}
}

// AddSplit does the same for verb forms that report only with each of the words
// apart.
func (x *Lexicon) AddSplit(c Class, form, apart string) {
	if x.Split == nil {
		x.Split = map[string]map[string]Class{}
	}
	if x.Split[form] == nil {
		x.Split[form] = map[string]Class{}
	}
	for w := range strings.FieldsSeq(apart) {
		x.Split[form][w] |= c
	}
}

// AddEndings does the same for how nouns end, which are words of their own too.
func (x *Lexicon) AddEndings(c Class, list string) {
	if x.Endings == nil {
		x.Endings = map[string]Class{}
	}
	x.Add(c, list)
	for w := range strings.FieldsSeq(list) {
		x.Endings[w] |= c
	}
}
