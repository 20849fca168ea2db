package corpus

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// abbreviation says what a full stop after a known short form may mean.
type abbreviation uint8

const (
	notShort  abbreviation = iota
	neverEnds              // a name or a number always follows: "Mr.", "vs."
	mayEnd                 // ends a sentence only before a word that begins them: "Inc.", "U.S."
	numbered               // stands before a number: "No. 5"; else it is an ordinary word
	clock                  // "a.m.": ends before a capital unless a day or a time zone follows
)

// abbreviations has short forms without their last full stop; those with a
// capital are only short with that capital ("Mass." is, "mass." is not).
// Words that are also common words ("sat", "sun", "in") are left out. The list
// is ours: forms of English news prose first, then the commonest of other
// languages, which collide with no English word that ends sentences.
var abbreviations = table(map[abbreviation]string{
	neverEnds: `mr mrs ms mx messrs mmes dr drs prof gen sen sens rep reps gov govs lt col sgt capt cmdr cdr
		adm rev hon pres msgr maj pvt cpl supt det insp amb atty ald asst brig comdr ens spc ssgt
		mt vs v cf viz approx e.g i.e a.k.a d.b.a c.f ca
		Hr Hrn frl dipl bzw vgl sog evtl ggf inkl z.b d.h u.a z.t
		MM Mgr sra srta dra uds núm pág sig dott avv dhr mevr bijv
		Дж им ул см тов проф акад т.е т.к т.н`,
	mayEnd: `jr sr inc corp co cos ltd llc bros etc al ave blvd rd st ft hwy dept univ assn est
		Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev
		Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo
		Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
		ph.d m.d b.a m.a d.c u.s u.k u.n e.u u.s.a
		usw str jh mio mrd ee.uu enz
		г гг в вв др т.д т.п тыс млн млрд руб`,
	numbered: `no nos nr vol ch sec fig art p pp para abs kap n b c d r fl стр рис род ум`,
	clock:    `a.m p.m`,
})

// endings stand behind a name, or are one, which seldom goes on after them: forms
// of companies, degrees, states.
var endings = language.Words(`jr sr inc corp co ltd plc llc bros s.a s.a.s b.v n.v s.p.a s.r.l s.l a.g a.s e.v
	ph.d m.d r.n m.b.a b.a m.a b.sc m.sc ll.b ll.m d.phil d.d.s m.p
	ala ariz ark calif colo conn fla ga kan ky mass md mich minn mont neb nev okla ore pa tenn tex va vt wash wis wyo`)

// starters begin sentences and are hardly ever part of a name, so that a full
// stop after "U.S." or "J." followed by one of them does end the sentence.
var starters = language.Words(`The A An He She It They We You I This That These Those There His Her Its Their Our My Your
	But And Or So Yet Nor In On At By For From With Without As After Before When While If Although Though Because
	Since Until Unless Once However Meanwhile Moreover Instead Still Asked According Also Both Some Many Most Several
	Nobody Nothing None Everyone Everybody Everything Someone Somebody Anyone Anybody
	Other Others Another Each Every Neither Either Then Now No Not What Who Whose Which Why How Where Here To Under
	During Despite Between Among Earlier Later Last Next Even Only Just Such Let Mr. Mrs. Ms.
	Der Das Er Sie Es Wir Im Und Aber Auch Dies Diese Dieser Dieses Nach Bei Mit Seit
	Il Elle Ils Elles Ce Cette Mais Et Les Dans Une
	Ella Ellos Pero Este Esta
	Он Она Они Оно Это Но В На По Как При После Для Если`)

// zones follow "a.m." and "p.m." with a capital and without a new sentence.
var zones = language.Words(`eastern central mountain pacific atlantic greenwich moscow beijing london paris ` +
	english.Weekdays + " " + english.Months + ` may mon tue tues wed thu thurs fri sat sun
	jan feb mar apr jun jul aug sept oct nov dec`)

// eras follow a year and the abbreviation of a preposition: "2 n. Chr."
var eras = language.Words(`Chr Chr. Christus`)

// ordinals are the German words before which "19." is an ordinal number.
var ordinals = language.Words(`Januar Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert
	Jahrhunderts Jahrhunderte Jh Weltkrieg Weltkriegs Geburtstag Jahrestag Platz`)

// reporting verbs tell `“Why?” Ms. Orlova asked.` from a new sentence.
var reporting = language.Words(`said says asked asks added adds told tells wrote writes replied replies shouted cried exclaimed
	wondered tweeted posted joked quipped demanded answered responded continued`)

// personal pronouns begin a new sentence when they are written with a capital,
// whatever verb follows.
var pronouns = language.Words(`He She It They We You I Who This That`)

func table(lists map[abbreviation]string) map[string]abbreviation {
	m := make(map[string]abbreviation)
	for kind, words := range lists {
		for w := range strings.FieldsSeq(words) {
			m[w] = kind
		}
	}
	return m
}
