package name

import (
	"strings"
	"unicode"

	"github.com/verbatim-bot/verbatim/corpus/language/english"
	"github.com/verbatim-bot/verbatim/corpus/words"
)

// officeOf lists the words of an office or a body that tell something; those
// that are short for others are written out.
func officeOf(text string) []string {
	var out []string
	add := func(w string) {
		if len(out) < maxParts {
			out = append(out, w)
		}
	}
	for start, end := range words.In(text) {
		w := strings.ReplaceAll(words.Fold(words.Bare(text[start:end])), ".", "")
		if idle[w] {
			continue
		}
		if c := english.Of(w); c.Is(english.Determiner|english.Possessive) && !c.Is(english.Role) {
			continue
		}
		if long, ok := offices[w]; ok {
			for l := range strings.FieldsSeq(long) {
				add(l)
			}
			continue
		}
		add(w)
	}
	return out
}

var (
	// idle words do not tell one office from another.
	idle = set(`of the for at in s and to from 's local veteran elderly young old longtime long-time famous prominent top newly elected popular
		experienced retired then leading`)
	// offices are short for others.
	offices = map[string]string{
		"ceo": "chief executive", "cfo": "chief financial officer", "coo": "chief operating officer", "cto": "chief technology officer", "pm": "prime minister",
		"premier": "prime minister", "vp": "vice president", "mp": "lawmaker", "mep": "lawmaker", "sen": "senator", "gov": "governor", "rep": "representative",
		"reps": "representatives", "sec": "secretary", "secy": "secretary", "amb": "ambassador", "gen": "general", "prof": "professor", "dr": "doctor", "det": "detective",
		"sgt": "sergeant", "capt": "captain", "lt": "lieutenant", "insp": "inspector", "supt": "superintendent", "pres": "president", "cllr": "councillor",
		"councilor": "councillor", "col": "colonel", "maj": "major", "rev": "reverend", "min": "minister", "dep": "deputy", "adm": "admiral",
	}
	// heads are words for whoever leads.
	heads = set("chief head leader boss director president chairman chairwoman chairperson chair secretary-general secretary general executive")
	// voices are words for who speaks or acts for a body, beside those who lead it.
	voices = set(`spokesman spokeswoman spokesperson spokespeople representative representatives official officials manager owner founder co-founder
		cofounder lawyer attorney adviser advisor minister premier chancellor king queen officer secretary editor analyst coach captain member`)
	// synonyms are words for one office, a line each.
	synonyms = groups(`
		lawyer attorney solicitor barrister counsel
		lawmaker legislator congressman congresswoman parliamentarian deputy
		doctor physician medic
		policeman policewoman cop officer
		spokesman spokeswoman spokesperson representative
		teacher schoolteacher
		scientist researcher
		writer author novelist
		trainer coach manager
		fireman firefighter
		farmer grower
		fisherman fisher angler
		worker labourer laborer
		reporter journalist correspondent
		mum mother mom
		dad father`)
	// nations are names of one country and what is of it, where they do not begin
	// alike, a line each.
	nations = groups(`
		uk britain british
		us usa america american states
		france french
		netherlands dutch holland
		switzerland swiss
		spain spanish
		ireland irish
		denmark danish
		poland polish
		greece greek
		turkey turkish turkiye
		thailand thai
		wales welsh
		scotland scottish
		sweden swedish
		finland finnish
		germany german
		norway norwegian
		china chinese
		cyprus cypriot
		philippines philippine filipino
		uae emirati emirates
		eu european europe
		iraq iraqi
		iran iranian
		oman omani
		serbia serb serbian`)
)

// groups numbers the lines of a list; a word has its line's number.
func groups(list string) map[string]int {
	m := map[string]int{}
	n := 0
	for line := range strings.Lines(list) {
		n++
		for w := range strings.FieldsSeq(line) {
			m[w] = n
		}
	}
	return m
}

// generic words tell of nearly anybody, so that who has another office may be
// meant all the same.
var generic = set(`man woman boy girl person people father mother son daughter brother sister wife husband widow parent grandfather grandmother uncle aunt
	cousin friend victim witness resident neighbour neighbor survivor winner owner member official officer expert worker employee spokesman spokeswoman
	spokesperson representative leader head chief boss speaker politician critic author writer activist local volunteer founder veteran candidate citizen native
	student professor doctor academic member insider source star celebrity player captain colleague aide adviser advisor negotiator organiser organizer
	campaigner host guest customer client passenger driver user buyer mum mom dad lawmaker director manager executive general secretary`)

// barred reports whether an office is clearly not one of a person who has role:
// both name what somebody is, none of it is the same or of the same kind.
func barred(office, role []string) bool {
	a, b := officials(office), officials(role)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, x := range a {
		if generic[x] {
			return false
		}
		for _, y := range b {
			if sameWord(x, y) || generic[y] && !heads[y] && !voices[y] || heads[y] && (heads[x] || x == "minister" || x == "chancellor") || x == "minister" && y == "secretary" {
				return false
			}
		}
	}
	return true
}

// officials picks the words of an office for a person who holds it.
func officials(office []string) []string {
	var out []string
	for _, w := range office {
		if c := classOf(w); heads[w] || c.Is(english.Role|english.Title) && !c.Is(english.Demonym|english.Status) {
			out = append(out, w)
		}
	}
	return out
}

func officers(office []string) bool { return len(officials(office)) > 0 }

// definite reports whether a claim is an office that one person has: "the mayor".
func definite(claim string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(clean(claim)), "the ")
	return ok && officers(officeOf(rest))
}

// speaks reports whether a claim is "the company" and who speaks for one that
// is named.
func (k known) speaks(c reading) bool {
	if len(c.office) != 1 || !k.firm || !firms[c.office[0]] {
		return false
	}
	for _, r := range k.role {
		if strings.HasPrefix(r, "spokes") {
			return true
		}
	}
	return false
}

// firms are words for any firm.
var firms = set("company firm business corporation maker manufacturer operator airline retailer carrier bank")

// capitals reports whether a role has a name in it that is no country's.
func capitals(role string) bool {
	for f := range strings.FieldsSeq(role) {
		w := titleWord(f)
		if unicode.IsUpper(first(f)) && !classOf(w).Is(english.Role|english.Title|english.Demonym|english.Status|english.Honorific) && !english.Place(w) && !places[w] {
			return true
		}
	}
	return false
}

// sexOf tells of a first name whether it is a man's, a woman's, or 0 when it can
// be both or is not known.
func sexOf(given string) english.Class {
	c := english.Given(given)
	if c.Is(english.Male) && c.Is(english.Female) {
		return 0
	}
	return c & (english.Male | english.Female)
}

// sexedTitle reports whether a title is a man's and the name a woman's, or the
// other way.
func sexedTitle(title []string, name []part) bool {
	if len(name) < 2 || sexOf(name[0].text) == 0 {
		return false
	}
	for _, t := range title {
		c := english.Of(t) | english.Of(t+".")
		if s := c & (english.Male | english.Female); s == english.Male || s == english.Female {
			return s != sexOf(name[0].text)
		}
	}
	return false
}

// holds reports whether the words of an office are all in a role: "the CSTO
// chief" in "CSTO secretary-general" and "the Ukrainian president" in
// "president of Ukraine".
func holds(office, role []string) bool {
	n := 0
	for _, w := range office {
		found := false
		for _, r := range role {
			found = found || sameWord(w, r)
		}
		if !found {
			return false
		}
		n++
	}
	return n > 0
}

// sameWord compares words of offices: a country and what is of it, one and many,
// a woman's word and a man's, and "chief" for whatever a leader is called.
func sameWord(a, b string) bool {
	if a == b || sexless(a) == sexless(b) || synonyms[a] > 0 && synonyms[a] == synonyms[b] || nations[a] > 0 && nations[a] == nations[b] {
		return true
	}
	if (a == "chief" || a == "head" || a == "leader" || a == "boss") && heads[b] || a == "official" && english.Of(b).Is(english.Role) {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && len(a)-n <= 4 && len(b)-n <= 4 && !english.Of(a).Is(english.Role) // Ukraine, Ukrainian
}

func sexless(w string) string {
	for _, end := range [...]string{"woman", "person", "women", "men", "people", "man"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 3 {
			return stem
		}
	}
	return strings.TrimSuffix(w, "s")
}
