package name

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
)

// short.txt has a given name on each line and its usual short and foreign forms
// behind it: the hand-made English list of github.com/carltonnorthern/nicknames
// (Apache License 2.0, release 1.0.1, single words only), and below it forms of
// other languages, which are our own.
//
//go:embed short.txt
var shortText string

// given.txt and family.txt have names of seventy countries in plain letters,
// from the lists of github.com/joke2k/faker (MIT License, release 40.63), without
// those that are places, months, things or well-known firms as well; family names
// of most countries only where two of them have one; and some five hundred given
// names of our own, of cultures that the lists are short of.
//
//go:embed given.txt
var givenText string

//go:embed family.txt
var familyText string

// shortForms lists the lines of short.txt in which a name stands, by the sound
// of the name; a name that begins a line has its number negative.
var shortForms = sync.OnceValue(func() map[string][]int {
	out := make(map[string][]int, 4096)
	n := 0
	for line := range strings.Lines(shortText) {
		n++
		for i, w := range strings.Fields(line) {
			s := sound(w)
			if i == 0 {
				out[s] = append(out[s], -n)
			} else {
				out[s] = append(out[s], n)
			}
		}
	}
	return out
})

// shortOf reports whether one sound is a form of the other's given name, or both
// are forms of one name: Bill and William, Bill and Will.
func shortOf(a, b string) bool {
	forms := shortForms()
	for _, x := range forms[a] {
		for _, y := range forms[b] {
			if x == y || x == -y {
				return true
			}
		}
	}
	return false
}

var (
	givenNames  = sync.OnceValue(func() map[string]bool { return set(givenText + shortText) })
	familyNames = sync.OnceValue(func() map[string]bool { return set(familyText) })
)

// given reports whether a romanised word is a given name.
func given(w string) bool { return givenNames()[w] }

// surname reports whether a romanised word is known as a family name or ends
// like one.
func surname(w string) bool {
	if familyNames()[w] {
		return true
	}
	for _, end := range [...]string{
		"ski", "sky", "ska", "skaya", "ova", "eva", "enko", "ovic", "evic", "ovich", "evich", "chuk", "dottir", "sson", "escu", "oglu", "shvili", "adze", "idze", "yan",
		"opoulos", "opoulou", "akis", "aki", "idis", "mann", "stein", "quist", "qvist", "gaard", "iak", "czyk", "ides", "sen",
	} {
		if len(w) >= len(end)+3 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}

var (
	// particles stand inside names and may be left out or joined to what follows.
	particles = set(`de da di du del della delle degli der den des d do dos das van von vom ter ten te la le las los lo l
		bin ibn bint ben bar al el ul ad as ash ar at az an abu abou umm af av zu zum zur of y e i o mc mac st saint fitz ap nic ni
		and oglu ogly kyzy qizi בן בת אבו ابن بن ابو بنت`)
	// firsts are particles that are first names as well: Ben, Al, Van.
	firsts = set(`ben al an van mac nic bar st`)
	// honours stand behind names.
	honours = set(`jr sr jnr snr ii iii iv v esq phd md mba ma ba bsc msc llb llm jd dds rn cpa mp mep mla msp mla mpp ms am
		td qc kc sc obe mbe cbe kbe dbe ch om gcmg kcmg cmg dso mc vc frs rip ret retd junior senior`)
	// titles stand before names, beside those that are in the lexicon of English.
	titles = set(`pres sen sens rep reps gov lt gen maj col capt cpt sgt cpl adm cmdr rev fr hon dr prof mr mrs ms mx miss mister sir dame
		madam madame mme mlle monsieur senor senora don dona herr frau sheikh sheik shaykh imam ayatollah hajji haji pm vp dep insp
		det supt amb sec secy asst min pte pvt brig brigadier marshal field general-secretary crown president-elect mayor
		cllr councillor councilor comrade ing dipl dott avv mag us uk eu un uae ex former acting interim prime vice deputy
		chief senior junior foreign interior defense defence finance health education justice home state press first lady
		king queen prince princess pope emperor sultan emir archbishop cardinal msgr monsignor rabbi swami guru lama sri shri smt`)
	// places in a name make it that of a body, more likely than not.
	places = set(`america africa asia europe russia ukraine china japan korea india pakistan iran iraq israel palestine syria turkey egypt
		germany france italy spain poland britain england scotland wales ireland sweden norway denmark finland iceland canada mexico
		brazil argentina australia zealand kingdom states union usa london paris berlin moscow kyiv kiev beijing tokyo delhi brussels
		york washington california texas florida ohio chicago`)
	// bodies are words of the names of bodies that the lexicon of English does not
	// have as such.
	bodies = set(`nations kingdom international watch capital securities insurance financial energy oil gas petroleum motors steel
		pharma pharmaceuticals technologies software solutions consulting services logistics shipping lines rail railways
		electric power water telecom mobile communications global worldwide national federal royal united cross crescent
		street house palace hall square times post herald tribune gazette guardian observer mirror mail telegraph star sun
		reuters tass interfax associated frontieres amnesty greenpeace rescue relief refugee refugees rights reporters borders frontiers doctors workers
		farmers teachers students veterans mothers friends sons daughters fc cf united city rovers athletic
		stores shops hotel hotels supermarkets foods brands fashion brewing brewery media films pictures records games toys cars tyres tires motorcycles cosmetics
		cola pepsi vuitton sachs fargo gamble royce benz lockheed deere deloitte mckinsey schwab nestle`)
)

// classOf gives the classes of a folded word in the lexicon of English.
func classOf(w string) english.Class {
	c := english.Of(w)
	if titles[w] {
		c |= english.Title
	}
	if bodies[w] {
		c |= english.Body
	}
	return c
}
