package english

import "strings"

// Occupation tells whether w, in lower case, is what somebody does and can stand
// before a name without "the": "ferryman", "physio". It is sure of words that
// are nobody's first name, and only guesses by the ending ("Baker", "Hunter").
func Occupation(w string) (is, sure bool) {
	if occupations[w] {
		return true, true
	}
	for _, s := range [...]string{"woman", "person", "keeper", "maker", "worker", "holder", "ologist", "ician"} {
		if strings.HasSuffix(w, s) {
			return true, true
		}
	}
	for _, s := range [...]string{"er", "or", "ist", "man", "eer", "ian", "smith", "wright"} {
		if len(w) > len(s)+2 && strings.HasSuffix(w, s) {
			return true, false
		}
	}
	return false, false
}

// occupations are those that no ending tells.
var occupations = func() map[string]bool {
	m := make(map[string]bool, 128)
	for w := range strings.FieldsSeq(`physio rider driver farmer teacher trader dealer dancer singer painter builder trainer lecturer manager dentist swimmer sailor cricketer
		footballer golfer runner jumper rower guide private chef nurse coach clerk pilot judge vet medic midwife
		cadet recruit constable corporal apprentice trainee intern graduate pupil student aide chauffeur courier porter
		mechanic plumber electrician surgeon physicist critic cleric monk nun deacon vicar curate shepherd herdsman groom
		jockey athlete goalkeeper striker midfielder fullback captain skipper mate bosun cox steward stewardess hostess
		tenant landlord landlady neighbour neighbor resident patient survivor victim witness suspect defendant plaintiff
		volunteer activist advocate architect accountant consultant analyst broker bailiff coroner detective sleuth
		soprano tenor bass cellist drummer pianist poet novelist playwright dramatist sculptor tailor
		champion finalist runner-up contestant candidate newcomer veteran pensioner widow widower orphan refugee migrant
		chairman scholar academic lecturer professor provost principal tutor sergeant lieutenant grandmaster
		astronaut cosmonaut diver climber hiker cyclist biker skater boxer wrestler gymnast golfer surfer
		trucker docker welder roofer glazier caretaker janitor cleaner maid nanny barman barmaid
		ferryman boatman doorman foreman lineman barman cabman craftsman cameraman groundsman gunman handyman huntsman infantryman
		lifeboatman marksman milkman nightwatchman oarsman ombudsman patrolman postman repairman seaman serviceman signalman sportsman
		steersman swordsman tradesman watchman woodsman workman yachtsman cattleman oilman lumberman trawlerman deckhand
		barista waiter waitress grocer butcher florist hairdresser beautician model actor actress`) {
		m[w] = true
	}
	return m
}()
