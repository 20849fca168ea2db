package english

import "strings"

// saying are the verbs that report words. Irregular past forms follow a slash.
const saying = `say/said tell/told add ask answer announce claim argue write/wrote/written tweet declare state insist explain
	warn report describe respond reply promise vow acknowledge admit admonish assert assure boast comment complain concede
	confirm contend counter deny disclose emphasize emphasise exclaim joke mention observe pledge point proclaim quip recall
	reiterate remark repeat reveal shout stress suggest testify urge accuse allege advise blast criticize criticise condemn
	praise quote read/read recount refer cite tout talk speak/spoke/spoken conclude continue defend demand dismiss echo
	maintain mock offer predict propose question reject mutter murmur yell chant scream whisper tease thank apologize
	apologise attack rip denounce dub label brand caution remind retort scoff lament opine speculate elaborate clarify
	summarize summarise invoke implore plead recommend request rebut refute retweet publish issue publicize call charge
	chide cry note bemoan muse rail gripe grumble snap bark growl sigh interject interrupt deadpan enthuse gush crow fume
	vent rant thunder decry deride disparage ridicule slam lambast lambaste hail laud applaud congratulate exhort
	entreat beseech beg appeal counsel inform notify brief instruct order command direct signal indicate hint imply
	intimate convey relay communicate express voice air profess swear/swore/sworn affirm attest aver avow certify
	guarantee estimate calculate forecast project prophesy venture volunteer confide confess divulge blurt tell narrate
	relate chronicle detail outline spell post text email e-mail phone tape broadcast/broadcast rule decree stipulate
	lie joke pray preach lecture scold rebuke reprimand berate chastise censure bash ding skewer savage question inquire
	enquire query wonder press grill concur agree disagree object protest dispute contest challenge contradict recant
	retract reason rationalize theorize posit postulate hypothesize submit contribute chime concern warn threaten taunt goad
	tease heckle jeer boo cheer holler bellow roar scribble pen dictate record blog editorialize promulgate assess
	characterize characterise portray depict liken compare credit blame fault vouch coo drawl stammer stutter
	address advocate allude assail attribute balk brag debate decline discuss disavow downplay encourage frame highlight insult
	justify persuade pitch pronounce rebuff reaffirm reference refuse scorn sound spar stipulate trumpet underscore unveil
	moan groan wail chuckle giggle hiss gloat exult shriek screech mumble intone rejoin cackle croon bray croak grunt
	petition sue indicate hint gasp plea instruct bill christen nickname term deem title entitle headline`

// thinking are the verbs that report thoughts, wishes, plans and findings.
const thinking = `think/thought believe expect know/knew/known hope want fear feel/felt see/saw/seen find/found consider plan
	intend decide doubt suspect assume guess suppose imagine understand/understood realize realise recognize recognise remember forget/forgot/forgotten
	learn conclude determine discover wish dream desire prefer need like love hate worry regret trust view regard
	interpret judge reckon figure anticipate envision envisage foresee/foresaw/foreseen presume presuppose
	aim aspire hear/heard mean/meant seek/sought try choose/chose/chosen oppose support favor favour endorse back approve disapprove
	agree attempt embrace dislike notice ignore resist focus seem appear welcome celebrate show/showed/shown demonstrate prove/proved/proven`

// other are common verbs that end a noun phrase.
const other = `go/went/gone come/came make/made take/took/taken get/got/gotten give/gave/given keep/kept let/let begin/began/begun
	seem help run/ran turn start play move live happen hold/held bring/brought provide sit/sat stand/stood lose/lost pay/paid meet/met
	include set/set lead/led change watch follow stop create allow spend/spent grow/grew/grown open walk win/won
	serve die send/sent fall/fell/fallen reach remain raise pass sell/sold require pull become/became leave/left put/put work
	use appear build/built cut/cut stay return visit arrive attend face receive join fight/fought fly/flew/flown rise/rose/risen
	drive/drove/driven break/broke/broken buy/bought carry catch/caught cause cover draw/drew/drawn drop eat/ate/eaten
	enter fail hit/hit kill lack laugh launch smile nod shrug sign vote wait wear/wore/worn sing/sang/sung
	release refuse decline manage gain save shoot/shot strike/struck throw/threw/thrown travel teach/taught
	represent campaign run rally face host study graduate found establish`

// attitudes are adjectives and participles that report what somebody thinks:
// "is confident that", "was worried about".
const attitudes = `adamant confident convinced hopeful optimistic skeptical sceptical wary concerned worried afraid sure aware unaware
	certain eager reluctant unhappy glad pleased disappointed angry upset clear adamantly doubtful pessimistic mindful
	supportive critical proud sorry grateful thankful surprised shocked outraged alarmed frustrated dismissive`

// Addressed reports whether w, in lower case, is the participle of a verb whose
// passive subject is somebody who is told something: "was asked".
func Addressed(w string) bool {
	switch w {
	case "asked", "told", "informed", "warned", "reminded", "advised", "assured", "urged", "questioned", "pressed":
		return true
	}
	return false
}

// verbs adds the forms of the verbs to m.
func verbs(m map[string]Class) {
	for _, l := range []struct {
		list  string
		class Class
	}{{saying, Reporting | Saying | Verb}, {thinking, Reporting | Verb}, {other, Verb}} {
		for w := range strings.FieldsSeq(l.list) {
			base, past, irregular := strings.Cut(w, "/")
			for _, f := range regular(base) {
				if irregular && strings.HasSuffix(f, "ed") {
					continue
				}
				m[f] |= l.class
				if strings.HasSuffix(f, "ed") && f != base {
					m[f] |= Past
				}
			}
			for f := range strings.SplitSeq(past, "/") {
				if irregular {
					m[f] |= l.class
					if f != base {
						m[f] |= Past
					}
				}
			}
		}
	}
	for w := range strings.FieldsSeq(attitudes) {
		m[w] |= Attitude
	}
	for w := range strings.FieldsSeq(`claim statement warning argument assertion allegation accusation belief suggestion
		announcement promise pledge vow comment remark report rumor rumour news fear hope concern view opinion idea
		notion theory conclusion finding prediction admission acknowledgment denial insistence complaint criticism
		declaration assurance contention charge testimony accusations claims statements beliefs concerns fears hopes warnings allegations speculation hint indication sign proposal demand call request
		plea question answer response reply word words remarks comments message quote threat boast estimate forecast
		confidence doubt skepticism suspicion decision plan intention desire`) {
		m[w] |= SayingNoun
	}
}

// regular gives the base form and the regular -s, -ed and -ing forms.
func regular(base string) []string {
	stem, double := base, ""
	switch n := len(base); {
	case strings.HasSuffix(base, "ie"):
		return []string{base, base + "s", base + "d", base[:n-2] + "ying"}
	case strings.HasSuffix(base, "e"):
		return []string{base, base + "s", base + "d", base[:n-1] + "ing"}
	case strings.HasSuffix(base, "y") && !vowel(base[n-2]):
		return []string{base, base[:n-1] + "ies", base[:n-1] + "ied", base + "ing"}
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "x"), strings.HasSuffix(base, "z"),
		strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "sh"):
		return []string{base, base + "es", base + "ed", base + "ing"}
	case n >= 3 && !vowel(base[n-1]) && vowel(base[n-2]) && !vowel(base[n-3]) && base[n-1] != 'w' && base[n-1] != 'x':
		double = base + base[n-1:] // quip, quipped; the wrong ones ("visitted") do no harm
	}
	forms := []string{stem, stem + "s", stem + "ed", stem + "ing"}
	if double != "" {
		forms = append(forms, double+"ed", double+"ing")
	}
	if base == "go" || base == "do" || base == "echo" {
		forms = append(forms, base+"es")
	}
	return forms
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
