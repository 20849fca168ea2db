package lexicon

import "strings"

// aliases are names that stand for one another in news, a line each, by their
// telling word: a country, what is of it, where it is governed from; a body by its
// other name.
var aliases = func() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(`
		us u.s usa america american americans states washington pentagon
		uk u.k britain british briton britons kingdom england english london downing westminster whitehall
		russia russian russians moscow kremlin
		ukraine ukrainian ukrainians kyiv kiev
		france french frenchman paris elysee
		germany german germans berlin bundestag
		spain spanish spaniard spaniards madrid
		italy italian italians rome
		portugal portuguese lisbon
		netherlands dutch holland hague
		belgium belgian belgians brussels
		switzerland swiss bern berne
		austria austrian austrians vienna
		ireland irish dublin
		scotland scottish scots scot holyrood edinburgh
		wales welsh cardiff
		denmark danish dane danes copenhagen
		sweden swedish swede swedes stockholm
		norway norwegian norwegians oslo
		finland finnish finn finns helsinki
		iceland icelandic icelander reykjavik
		poland polish pole poles warsaw
		czechia czech czechs prague
		slovakia slovak slovaks bratislava
		hungary hungarian hungarians budapest
		romania romanian romanians bucharest
		bulgaria bulgarian sofia
		serbia serbian serb serbs belgrade
		croatia croatian croat croats zagreb
		greece greek greeks athens
		cyprus cypriot cypriots nicosia
		turkey turkiye turkish turk turks ankara
		israel israeli israelis jerusalem
		palestine palestinian palestinians gaza ramallah
		lebanon lebanese beirut
		syria syrian syrians damascus
		iraq iraqi iraqis baghdad
		iran iranian iranians persia persian tehran teheran
		egypt egyptian egyptians cairo
		libya libyan tripoli
		tunisia tunisian tunis
		morocco moroccan rabat
		algeria algerian algiers
		ethiopia ethiopian addis
		kenya kenyan nairobi
		nigeria nigerian abuja
		ghana ghanaian accra
		congo congolese kinshasa drc
		saudi saudis riyadh arabia
		emirates emirati uae dhabi
		qatar qatari doha
		yemen yemeni sanaa
		afghanistan afghan afghans kabul taliban
		pakistan pakistani pakistanis islamabad
		india indian indians delhi
		bangladesh bangladeshi dhaka
		nepal nepali nepalese kathmandu
		myanmar burma burmese naypyidaw
		thailand thai thais bangkok
		vietnam vietnamese hanoi
		philippines philippine filipino filipinos manila
		indonesia indonesian jakarta
		malaysia malaysian lumpur
		china chinese beijing peking
		taiwan taiwanese taipei
		japan japanese tokyo
		korea korean koreans seoul pyongyang
		australia australian australians canberra aussie
		zealand wellington kiwi kiwis nz
		canada canadian canadians ottawa
		mexico mexican mexicans
		brazil brazilian brazilians brasilia
		argentina argentine argentinian argentines aires
		chile chilean chileans santiago
		peru peruvian peruvians lima
		colombia colombian bogota
		venezuela venezuelan venezuelans caracas
		cuba cuban cubans havana
		europe european europeans eu brussels
		africa african africans
		asia asian asians
		kyiv kiev
		mumbai bombay
		kolkata calcutta
		chennai madras
		istanbul constantinople
		covid coronavirus pandemic sars
		google alphabet
		facebook meta
		twitter tweet tweeted
		vatican pope papal
		islam islamic muslim muslims
		christianity christian christians
		judaism jewish jew jews
		buddhism buddhist buddhists
		hinduism hindu hindus
		christmas xmas`) {
		names := strings.Fields(line)
		for _, n := range names {
			for _, o := range names {
				if o != n {
					out[n] = append(out[n], o)
				}
			}
		}
	}
	return out
}()

// Aliases gives the forms that may stand for a name instead, none for most.
func Aliases(form string) []string { return aliases[form] }
