package lexicon

import (
	"strings"
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

// lemmas gives the base form of irregular words that no stemmer brings together.
var lemmas = pairs(`said say told tell went go gone go came come took take taken take gave give given give got get gotten get
made make knew know known know thought think saw see seen see felt feel found find left leave kept keep held hold led lead
met meet paid pay sent send built build bought buy brought bring fought fight caught catch taught teach sought seek sold sell
won win lost lose spent spend stood stand understood understand wrote write written write spoke speak spoken speak broke break
broken break chose choose chosen choose drove drive driven drive drew draw drawn draw flew fly flown fly grew grow grown grow
rose rise risen rise fell fall fallen fall began begin begun begin became become ran run sang sing sung sing shot shoot
struck strike stole steal stolen steal threw throw thrown throw wore wear worn wear ate eat eaten eat drank drink
forgot forget forgotten forget froze freeze frozen freeze hid hide hidden hide rode ride ridden ride shook shake shaken shake
slept sleep swore swear sworn swear swam swim woke wake fled flee laid lay lain lie died die dying die dead die death die deaths die
born bear bore bear borne bear bound bind bred breed dealt deal dug dig fed feed hung hang lent lend meant mean
heard hear slain slay slew slay slid slide spun spin sprang spring stuck stick swept sweep tore tear torn tear wound wind
men man women woman children child people person persons person feet foot teeth tooth mice mouse lives life wives wife
knives knife leaves leave armies army countries country cities city bodies body
better good best good worse bad worst bad further far farther far
choice choose growth grow thought think belief believe proof prove loss lose sale sell sales sell flight fly speech speak
marriage marry arrival arrive refusal refuse denial deny burial bury survival survive removal remove approval approve
width wide length long depth deep height high strength strong warmth warm youth young
invaded invade invasion invade invading invade decision decide decisions decide explosion explode expansion expand
description describe destruction destroy production produce reduction reduce introduction introduce
conclusion conclude extension extend suspension suspend permission permit admission admit division divide revision revise
provision provide collision collide persuasion persuade response respond defense defend defence defend offense offend
analysis analyze analyses analyze theses thesis crises crisis criteria criterion phenomena phenomenon
attendance attend appearance appear resistance resist assistance assist performance perform guidance guide
payment pay treatment treat agreement agree movement move settlement settle punishment punish
weight weigh successor succeed success succeed pursuit pursue complaint complain
birth bear`)

func pairs(s string) map[string]string {
	m := make(map[string]string, 300)
	f := strings.Fields(s)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
}

// digits gives number words as numbers: "twelve" is "12".
var digits = pairs(`one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13
fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60
seventy 70 eighty 80 ninety 90 third 3rd fourth 4th fifth 5th sixth 6th seventh 7th eighth 8th ninth 9th tenth 10th`)

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

func Set(s string) map[string]bool {
	m := map[string]bool{}
	for w, c := range classes(map[Class]string{Determiner: s}) {
		m[w] = c == Determiner
	}
	return m
}
