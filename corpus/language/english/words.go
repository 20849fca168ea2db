// Package english is the lexicon of English: the closed classes of words,
// reporting words, titles, months and days, and nouns for people and bodies who
// speak. It names no person, place or party. All lists are our own.
//
//	"spokeswoman" -> Of -> Role|Female
//
//	words.go  the classes and their words
//	verbs.go  the forms of verbs
//	given.go  first names, and whose they are
//	place.go  places that are nobody's name
//	occupation.go  what people do
package english

import "strings"

// Class is a set of word classes. A word form may be in several.
type Class uint32

// The classes of words. "Closed" ones hold every common member.
const (
	Pronoun     Class = 1 << iota // personal, relative and indefinite pronouns that stand for a whole noun phrase
	Possessive                    // his, her, their: begins a noun phrase and refers to somebody
	Determiner                    // the, a, this, some, two: begins a noun phrase
	Preposition                   // of, in, according
	Conjunction                   // and, that, because, if
	Auxiliary                     // be, have, do and the modals, with their negated forms
	Modal                         // may, would, could: what follows is not said to have happened
	Negation                      // not, never, didn't
	Adverb                        // closed-class adverbs: also, then, later, still
	Question                      // who, what, whether
	Honorific                     // Mr., Mrs., Dr.: always followed by a name
	Title                         // President, Sen., Judge: may stand before a name
	Role                          // a noun for one person who may speak: spokesman, mayor, mother
	Group                         // a noun for several: officials, critics, polls
	Body                          // a noun for an organisation: ministry, campaign, agency
	Document                      // a noun for words with an author: statement, report, tweet
	Reporting                     // a verb form that reports words or thoughts
	Saying                        // a reporting verb form that reports words, not only thoughts
	SayingNoun                    // claim, statement, warning: a noun that may have a content
	Attitude                      // an adjective for what somebody thinks: confident, worried
	Verb                          // other common verb forms, to see where a noun phrase ends
	Male                          // he, son, spokesman, Mr.
	Female                        // she, daughter, spokeswoman, Mrs.
	Calendar                      // months and days
	Suffix                        // Jr., III
	Particle                      // de, van, bin: inside a name, not capitalised
	Status                        // an adjective that may stand before a title: former, acting
	Opener                        // a word that often begins a sentence and is then no name
	Past                          // a verb form that is not also a noun: said, sent, visited
	Demonym                       // Russian, French
	Measure                       // percent, million
	Party                         // Democrat, Republican: a person by party, "Democrat of Ohio"
)

// Closed are the classes that neither begin a bare noun phrase nor go on with
// one.
const Closed = Pronoun | Preposition | Conjunction | Auxiliary | Question | Determiner | Possessive

// The names of days and months, in lower case, separated by spaces. May, which
// is a verb too, is not among them.
const (
	Weekdays = `monday tuesday wednesday thursday friday saturday sunday`
	Months   = `january february march april june july august september october november december`
)

// Of gives the classes of a word in lower case with straight apostrophes, and
// 0 for a word it does not know. Nouns made with -men and -women are groups.
func Of(lower string) Class {
	if c, ok := words[lower]; ok {
		return c
	}
	return derived(lower)
}

// derived gives the classes of a word that is made of another: "inspectors",
// "vice-chair", "mother-of-two", "councilmen".
func derived(w string) Class {
	if len(w) < 5 {
		return 0
	}
	if i := strings.IndexByte(w, '-'); i > 0 {
		first, rest := w[:i], w[i+1:]
		if strings.HasPrefix(rest, "of-") {
			return words[first] & (Role | Title | Male | Female)
		}
		switch first {
		case "vice", "under", "ex", "co", "deputy", "assistant", "arch", "sub", "then":
			c := words[rest] & (Role | Title | Group | Male | Female)
			if c.Is(Role) {
				c |= Title
			}
			return c
		}
		switch rest {
		case "general", "elect", "designate", "in-chief":
			if words[first].Is(Role | Title) {
				return Role | Title
			}
		}
		return 0
	}
	if strings.HasSuffix(w, "men") && len(w) > 6 {
		switch w {
		case "specimen", "regimen", "abdomen", "turkmen", "tiananmen":
			return 0
		}
		return Group
	}
	if s, ok := strings.CutSuffix(w, "s"); ok && words[s].Is(Role) && !words[s].Is(Verb|Adverb|Status|Demonym) {
		return Group
	}
	return 0
}

// Abstract reports whether w, in lower case, ends like a noun for no person or
// like a participle: "convention", "enraged".
func Abstract(w string) bool {
	if len(w) < 6 {
		return false
	}
	for _, s := range [...]string{"ed", "tion", "sion", "ness", "ment", "ism", "ence", "ance", "ity", "ship", "hood", "ous", "ful", "ics", "ology", "graphy"} {
		if strings.HasSuffix(w, s) && len(w) > len(s)+2 {
			return true
		}
	}
	return false
}

// Is reports whether c has one of the classes in d.
func (c Class) Is(d Class) bool { return c&d != 0 }

var words = build()

func build() map[string]Class {
	m := make(map[string]Class, 4096)
	put := func(c Class, list string) {
		for w := range strings.FieldsSeq(list) {
			m[w] |= c
		}
	}
	put(Pronoun|Male, `he him himself`)
	put(Pronoun|Female, `she her herself`)
	put(Pronoun, `i me we us you they them it who whom which myself ourselves themselves itself one everyone everybody
		someone somebody anyone anybody nobody none others another many some several few most both all this that these those`)
	put(Possessive|Male, `his`)
	put(Possessive|Female, `her`)
	put(Possessive, `my our your their its whose`)
	put(Determiner, `the a an this that these those some any each every no another such one two three four five six
		seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
		seventy eighty ninety dozen dozens hundreds thousands many several few most all both other more half numerous various certain multiple`)
	put(Preposition, `of to in on at by for with from about into over after before under against between among amid
		around near during through without within across behind beyond like unlike per since until till upon toward towards
		despite except off out up down along outside inside above below besides beside onto via versus regarding
		concerning including following according throughout alongside amongst plus`)
	put(Conjunction, `and but or nor so yet that because although though if while when whenever whereas unless than as
		where since until once lest whether before after`)
	put(Question, `who whom whose what which whether why how when where if`)
	put(Auxiliary, `is are was were be been being am isn't aren't wasn't weren't has have had having hasn't haven't hadn't
		do does did doing don't doesn't didn't done 's 're 've 'm`)
	put(Auxiliary|Modal, `will would shall should can could may might must cannot can't won't wouldn't shouldn't couldn't
		mightn't mustn't 'll 'd ought wont`)
	put(Negation, `not never n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't cannot won't
		wouldn't shouldn't couldn't mightn't mustn't hardly neither nor without`)
	put(Adverb, `also then later still even just only not never often always sometimes once again already now soon earlier
		recently previously reportedly repeatedly too yet ever instead meanwhile however moreover nevertheless
		nonetheless therefore thus rather quite very much almost perhaps maybe indeed initially finally eventually
		subsequently additionally apparently allegedly simply really actually certainly clearly probably possibly there here
		today yesterday tomorrow tonight ago together away back afterward afterwards otherwise
		elsewhere especially particularly specifically publicly privately famously frequently generally usually
		immediately quickly separately jokingly flatly bluntly openly explicitly correctly falsely wrongly reporters`)
	delete(m, "reporters")
	put(Honorific|Male, `mr. mr sir lord messrs. messrs`)
	put(Honorific|Female, `mrs. mrs ms. ms miss lady madam dame mme.`)
	put(Role|Title, `ceo c.e.o. cfo c.f.o. coo c.o.o. cto c.t.o. cio c.i.o. cmo c.m.o. cso c.s.o.`)
	put(Honorific, `dr. dr prof. rev. fr. st. hon. mx. sheikh ayatollah`)
	put(Title, `president senator sen. sens. representative rep. reps. governor gov. govs. general gen. lieutenant lt. colonel col. major
		maj. captain capt. sergeant sgt. admiral adm. commander cmdr. cpl. corporal chief judge justice mayor minister premier
		chancellor secretary undersecretary chairman chairwoman chair speaker king queen prince princess pope cardinal bishop
		archbishop reverend imam rabbi pastor father sister brother mother uncle aunt coach professor doctor officer detective inspector
		sheriff deputy attorney prosecutor ambassador amb. congressman congresswoman councilman councilwoman councillor councilor
		alderman commissioner director sen rep gov gen pres. vice majority minority leader candidate nominee ex-president
		spokesman spokeswoman spokesperson strategist pollster host anchor reporter journalist correspondent columnist author writer
		editor actor actress singer manager adviser advisor aide lawyer historian economist analyst superintendent supt. insp. det.
		businessman businesswoman mogul comedian activist president-elect taoiseach lawmaker assemblyman assemblywoman
		del. delegate comptroller treasurer principal headteacher farmer nurse resident student teacher professor`)
	put(Role|Male, `spokesman chairman man boy father son brother husband uncle grandfather grandson nephew congressman
		councilman businessman king prince actor monk widower boyfriend policeman fireman salesman assemblyman statesman
		gentleman anchorman guy dad priest lord fisherman stepson stepfather`)
	put(Role|Female, `spokeswoman chairwoman woman girl mother daughter sister wife aunt grandmother granddaughter niece
		congresswoman councilwoman businesswoman queen princess actress nun widow girlfriend policewoman saleswoman
		assemblywoman stateswoman mom mum waitress hostess heroine lady stepdaughter stepmother`)
	put(Role, `spokesperson president senator representative governor general lieutenant colonel captain sergeant
		admiral commander chief judge justice mayor minister premier chancellor secretary undersecretary chair speaker
		secretary-general pope cardinal bishop archbishop reverend imam rabbi pastor coach professor doctor officer detective
		inspector sheriff deputy attorney prosecutor ambassador commissioner director leader candidate nominee strategist
		pollster host anchor reporter journalist correspondent columnist author writer editor singer manager adviser advisor
		aide lawyer historian economist analyst superintendent mogul comedian activist president-elect lawmaker delegate
		comptroller treasurer principal farmer nurse resident student teacher official critic supporter expert researcher
		scientist investigator voter person source witness neighbor neighbour friend colleague partner owner operator founder
		co-founder executive ceo boss worker employee employer staffer consultant counsel diplomat envoy negotiator legislator
		politician rival opponent contender hopeful frontrunner front-runner incumbent veteran soldier guard agent
		businessperson billionaire developer entrepreneur investor banker trader broker accountant engineer
		architect designer artist musician poet novelist filmmaker producer photographer blogger commentator pundit
		moderator interviewer observer onlooker bystander passer-by passenger driver pilot victim survivor defendant plaintiff
		suspect prisoner inmate patient physician surgeon psychiatrist psychologist therapist epidemiologist biologist
		physicist chemist sociologist scholar academic lecturer dean provost librarian archivist curator clerk
		cashier waiter bartender chef cook baker butcher shopkeeper grocer landlord tenant homeowner commuter tourist visitor
		guest customer client shopper fan player striker goalkeeper captain trainer referee champion athlete
		swimmer runner child kid teenager teen toddler baby parent cousin sibling spouse fiance fiancee relative
		constituent challenger surrogate enthusiast booster ambassador immigrant migrant refugee citizen national native republican democrat liberal conservative democratic socialist
		progressive moderate independent libertarian marxist loyalist surrogate ally operative organizer organiser campaigner
		volunteer donor fundraiser lobbyist advocate translator interpreter narrator reader listener viewer participant
		member colleague successor predecessor assistant associate fellow head chairperson coordinator ombudsman whistleblower
		informant insider outsider individual human body-guard bodyguard chauffeur gardener electrician plumber
		carpenter builder miner sailor skipper fisher shepherd rancher trucker paramedic firefighter dispatcher caller
		contestant contributor newscaster newsman broadcaster publisher critic-in-chief commander-in-chief nobel laureate
		cleric preacher evangelist theologian missionary deacon vicar rector headmaster tutor pupil graduate freshman
		senior junior sophomore alumnus treasurer whip parliamentarian premier viceroy sultan emir sheikh emperor empress
		tsar czar dictator autocrat ruler monarch statesperson newcomer protester demonstrator rioter rebel militant
		insurgent terrorist gunman attacker shooter killer mastermind accuser complainant magistrate juror barrister solicitor
		notary constable trooper patrolman marshal warden coroner examiner auditor regulator inspector-general
		mayor-elect governor-elect emigre exile dissident heir heiress tycoon magnate financier philanthropist matriarch patriarch elder`)
	put(Role, `conductor oboist violinist cellist pianist drummer guitarist composer choreographer dancer sculptor painter potter
		clockmaker shoemaker tailor weaver jeweler jeweller florist hairdresser barber beekeeper master harbourmaster harbormaster stationmaster deckhand diver brewer winemaker fishmonger
		postman postwoman mailman janitor caretaker cleaner porter bouncer plasterer mason welder mechanic machinist technician
		operator dispatcher lifeguard coastguard skipper captain navigator steward stewardess conductor cyclist motorist
		hiker climber skier sculler rower boxer wrestler golfer jockey batsman bowler goalie quarterback midfielder defender
		winger forward catcher pitcher linebacker umpire scout hunter angler forester ranger logger zoologist botanist geologist
		astronomer astronaut cosmonaut meteorologist climatologist seismologist ecologist geneticist virologist immunologist
		neurologist cardiologist oncologist pediatrician paediatrician dentist pharmacist midwife veterinarian vet radiologist
		anthropologist archaeologist archeologist linguist philosopher mathematician statistician demographer geographer
		criminologist actuary bookkeeper auctioneer realtor broker surveyor planner inspector bailiff paralegal stenographer
		interpreter usher chaplain abbot abbess monk friar bishop canon organist chorister apprentice intern trainee
		postmaster headmistress governess nanny babysitter housekeeper butler maid innkeeper hotelier restaurateur sommelier
		barista brewer distiller miller farmhand shepherdess vintner orchardist gardener landscaper arborist undertaker
		gravedigger locksmith blacksmith glazier roofer painter decorator surveyor cartographer lighthouse-keeper keeper
		zookeeper guide groom stuntman puppeteer magician clown juggler acrobat ventriloquist sketch-writer cartoonist illustrator
		essayist biographer memoirist playwright screenwriter lyricist rapper soprano tenor baritone bassist
		user subscriber heckler questioner hostage captive fugitive stowaway castaway orphan evacuee pensioner retiree grandparent widow`)
	put(Group, `officials critics aides advisers advisors supporters analysts experts researchers scientists prosecutors
		investigators polls voters others people spokesmen spokeswomen spokespeople reporters journalists lawmakers lawyers
		attorneys authorities sources witnesses neighbors neighbours friends colleagues partners owners executives workers
		employees staffers consultants diplomats envoys negotiators legislators politicians rivals opponents contenders hopefuls
		veterans soldiers troops guards agents investors bankers traders economists historians strategists pollsters pundits
		commentators moderators observers onlookers bystanders passengers drivers victims survivors defendants patients doctors
		physicians scholars academics students teachers parents residents locals villagers citizens constituents challengers enthusiasts boosters immigrants migrants refugees
		republicans democrats liberals conservatives progressives moderates independents activists organizers organisers
		campaigners volunteers donors lobbyists advocates members leaders senators representatives governors mayors ministers
		presidents judges justices generals officers commanders police delegates candidates nominees insiders allies surrogates
		operatives women men children kids teenagers relatives fans players readers viewers listeners participants respondents
		protesters demonstrators rebels militants farmers nurses engineers editors writers authors columnists bloggers hosts
		americans loyalists detractors skeptics sceptics proponents backers foes enemies adversaries associates fellows
		regulators auditors directors managers bosses chiefs heads firefighters paramedics detectives deputies
		councilors councillors clerics bishops priests jurors surveys studies reports documents records emails newspapers
		outlets networks media press crowd audience public majority minority dozens hundreds thousands millions
		family couple pair duo trio team staff crew panel campaigns companies firms businesses unions groups agencies
		governments countries nations states courts parties parliamentarians commissioners ambassadors tenants landlords
		homeowners commuters tourists visitors guests customers clients shoppers guys elders evangelicals catholics muslims christians jews`)
	put(Body, `ministry department agency bureau office commission committee council board court government administration
		campaign party house senate congress parliament cabinet embassy consulate company corporation firm group association
		organization organisation union university college school institute institution foundation center centre bank fund
		newspaper magazine paper journal network station channel website site outlet service police army navy force forces
		military hospital church club team league federation alliance coalition bloc authority society trust
		union chamber caucus conference project initiative movement society times post tribune herald gazette
		news press daily weekly journal network radio television tv inc. corp. co. ltd. llc inc corp ltd plc ag sa gmbh
		airlines airways motors industries partners holdings brothers laboratories systems technologies airport museum library
		theater theatre orchestra city county state village town district region province republic kingdom kremlin palace
		pentagon secretariat directorate division unit wing branch arm convention summit forum festival tournament think-tank watchdog nonprofit charity startup
		brigade battalion regiment division tribunal jury panel exchange reserve treasury guard guards academy laboratory
		lab observatory survey studios records pictures entertainment media group gallery shop store restaurant hotel pub cafe`)
	put(Document, `statement report tweet email e-mail letter memo memoir book article editorial op-ed column interview
		speech address poll survey study post posting blog message note document filing lawsuit complaint indictment affidavit
		brief opinion ruling order warrant notice announcement release press-release bulletin advisory guide manual transcript
		recording video ad advert advertisement commercial website profile story analysis essay paper review resolution
		bill law rule policy platform plan proposal draft testimony deposition headline caption placard sign banner
		text facebook twitter wikipedia tape clip audio footage song lyrics slogan communique communiqué dossier leak cable`)
	put(Calendar, Weekdays+" "+Months+` may mon. tue. tues. wed. thu. thurs. fri. sat. sun. jan. feb. mar. apr. jun. jul.
		aug. sep. sept. oct. nov. dec. christmas easter thanksgiving ramadan`)
	put(Suffix, `jr. sr. jr sr ii iii iv esq. ph.d. m.d.`)
	put(Particle, `de da di du del della der den des van von ter ten la le bin ibn al el bint ben abu dos das do af av zu zur of y
		los las dalla delle degli dei wa ould oul ul ap vom zum e 't`)
	put(Opener, `contrary asked given based depending speaking writing responding referring noting citing adding regardless
		unlike thanks rather instead amid nearly almost roughly more less fewer several early late next previous recent
		overall similarly likewise finally first second third last lastly additionally furthermore plus maybe sure okay
		yes no well oh look listen still yet nonetheless critics welcome great good bad new old big small such same
		different certain true false wrong right left back behind inside outside whatever whoever wherever let
		let's please thank imagine consider remember read see watch click get make take keep go come stop
		best worst better worse former current senior top key major young poor rich white black other others
		everything nothing something anything here there long short high low hours days weeks months years minutes
		common research history experience evidence data science tradition logic statistics practice nature time money rumour
		rumor legend folklore intuition instinct hindsight law custom wisdom theory reason biology physics chemistry economics
		life convention precedent faith scripture observation analysis modelling modeling reality truth memory conscience
		justice politics medicine technology mathematics maths geography psychology sociology philosophy religion literature
		art music culture education health crime war peace love death hope fear anger greed power fate luck weather climate
		figures numbers results findings tests studies surveys polls reports records documents photos pictures images footage
		witnesses experts officials economists scientists historians doctors police sources estimates forecasts projections
		calculations measurements satellites sensors models simulations archaeology genetics astronomy demography opinion
		conventional popular received public private local national everyday ordinary simple basic plain sheer mere pure`)
	put(Status, `former then late longtime long-time ex current acting interim outgoing incoming embattled veteran fellow famed
		rival retired disgraced newly-elected senior junior top leading self-described then- deputy assistant associate
		chief vice managing executive lead state local british-born ex-`)
	put(Measure, `percent per cent million billion trillion thousand hundred dollars pounds euros miles feet inches kilometers
		kilometres meters metres years year months month weeks week days day hours hour minutes minute seconds times points`)
	put(Party, `democrat republican independent liberal conservative socialist libertarian green labour tory nationalist unionist`)
	put(Demonym, `american russian british french german chinese japanese israeli palestinian iranian iraqi syrian turkish
		ukrainian mexican canadian australian indian pakistani afghan korean vietnamese cuban brazilian spanish italian
		polish greek dutch belgian swiss swedish norwegian danish finnish irish scottish welsh english european african
		asian egyptian saudi lebanese jordanian libyan kenyan nigerian ethiopian kazakh uzbek georgian armenian
		azerbaijani hungarian romanian bulgarian serbian croatian czech slovak portuguese austrian argentine chilean
		colombian venezuelan peruvian filipino indonesian malaysian thai burmese belarusian moldovan latvian lithuanian
		estonian icelandic western eastern northern southern federal local national republican democratic conservative liberal labour
		texan californian floridian`)
	verbs(m)
	return m
}
