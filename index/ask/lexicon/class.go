package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// Class is what can be told of a word from its form alone: the closed classes
// of English, and the shapes of numbers. It is all the grammar there is here.
type Class uint8

const (
	Open        Class = iota // any other word: noun, verb, adjective
	Determiner               // the, this, some
	Preposition              // of, in, by
	Pronoun                  // he, they, it
	Possessive               // his, their
	Auxiliary                // is, have, would
	Conjunction              // and, but, that
	Asking                   // who, which, how
	Adverb                   // not, also, very
	Month                    // January
	Weekday                  // Monday
	Numeral                  // 12, twelve, 1990s
	Ordinal                  // 3rd, third
	Unit                     // percent, million, miles
)

// closed gives the class of words whose class is not open.
var closed = classes(map[Class]string{
	Determiner:  "the a an this that these those some any each every all both no another such other",
	Preposition: "of in on at by for with from to into onto over under after before during since until till between among against about around through across within without upon per via near toward towards behind beside besides despite off out up down along amid beyond like than as whilst",
	Pronoun:     "i you he she it we they me him us them himself herself itself themselves myself yourself ourselves who whom one someone somebody anyone anybody everyone everybody nobody something anything everything nothing there here",
	Possessive:  "my your his her its our their whose",
	Auxiliary:   "is are was were be been being am has have had having do does did doing done will would can could shall should may might must 'd isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't cannot it's he's she's they're we're i'm you're i've we've they've that's there's what's who's let's",
	Conjunction: "and or but nor so yet if because although though while whereas unless that when where why how",
	Asking:      "what which who whom whose when where why how",
	Adverb:      "not also very just only even still too then thus therefore however moreover again already ever never always often really quite rather almost perhaps n't",
	Month:       english.Months + " jan feb aug sept oct nov dec",
	Weekday:     english.Weekdays,
	Numeral:     "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen dozens hundreds thousands several",
	Ordinal:     "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
	Unit:        "percent per-cent % million billion trillion dollars dollar euros pounds cents miles mile kilometers kilometres kilometer km meters metres feet foot inches acres hectares tons tonnes kilograms kg degrees years year months weeks days hours minutes seconds decades centuries",
})

// classes turns lists of words into a look-up. Where a word stands in two
// lists the later class counts.
func classes(lists map[Class]string) map[string]Class {
	m := make(map[string]Class, 400)
	for c := Determiner; c <= Unit; c++ {
		for w := range strings.FieldsSeq(lists[c]) {
			m[w] = c
		}
	}
	return m
}

// Function reports whether words of class c carry grammar rather than content.
func (c Class) Function() bool { return c >= Determiner && c <= Adverb }

// ClassOf tells a form's class. Only English has closed classes here; numbers
// are numbers everywhere.
func ClassOf(language, form string) Class {
	if language == "en" {
		if c, ok := closed[form]; ok {
			return c
		}
	}
	r, _ := utf8.DecodeRuneInString(form)
	if r < '0' || r > '9' {
		return Open
	}
	if n := len(form); n > 2 && (form[n-2:] == "th" || form[n-2:] == "st" || form[n-2:] == "nd" || form[n-2:] == "rd") {
		return Ordinal
	}
	return Numeral
}

// Set gives the words of a list.
func Set(s string) map[string]bool {
	m := map[string]bool{}
	for w, c := range classes(map[Class]string{Determiner: s}) {
		m[w] = c == Determiner
	}
	return m
}

// Capital reports whether s begins with a capital letter.
func Capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
