package english

import "strings"

// Place reports whether name, in lower case, is that of a country, a continent
// or another place so well known that the name alone is nobody's.
func Place(name string) bool { return places[name] }

var places = func() map[string]bool {
	m := map[string]bool{}
	for p := range strings.SplitSeq(placeNames, ",") {
		m[strings.Join(strings.Fields(p), " ")] = true
	}
	return m
}()

const placeNames = `trinidad and tobago, bosnia and herzegovina, antigua and barbuda, saint kitts and nevis, são tomé and príncipe, turks and caicos,
	wallis and futuna, newfoundland and labrador, tyne and wear, britain, korea, macedonia, afghanistan, albania, algeria, andorra, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain,
	bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, botswana, brazil, brunei, bulgaria, burkina faso, burundi,
	cambodia, cameroon, canada, cape verde, chile, china, colombia, comoros, congo, costa rica, croatia, cuba, cyprus, czechia, denmark, djibouti,
	ecuador, egypt, el salvador, eritrea, estonia, eswatini, ethiopia, fiji, finland, france, gabon, gambia, germany, ghana, greece, greenland,
	grenada, guatemala, guinea, guyana, haiti, honduras, hungary, iceland, india, indonesia, iran, iraq, ireland, italy, ivory coast, jamaica, japan,
	kazakhstan, kenya, kiribati, kosovo, kuwait, kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg,
	madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico, micronesia, moldova, monaco, mongolia, montenegro, morocco,
	mozambique, myanmar, burma, namibia, nauru, nepal, netherlands, holland, new zealand, nicaragua, niger, nigeria, north korea, south korea,
	north macedonia, norway, oman, pakistan, palau, palestine, panama, papua new guinea, paraguay, peru, philippines, poland, portugal,
	qatar, romania, russia, rwanda, samoa, san marino, saudi arabia, senegal, serbia, seychelles, sierra leone, singapore, slovakia, slovenia,
	somalia, south africa, south sudan, spain, sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan, tanzania, thailand, togo,
	tonga, trinidad, tunisia, turkey, turkmenistan, tuvalu, uganda, ukraine, united arab emirates, united kingdom, united states, uruguay, uzbekistan,
	vanuatu, vatican, venezuela, vietnam, yemen, zambia, zimbabwe, great britain, england, scotland, wales, northern ireland, america,
	africa, asia, europe, antarctica, oceania, north america, south america, latin america, middle east, scandinavia, balkans, siberia, crimea,
	soviet union, hong kong, new york, new york city, los angeles, san francisco, new orleans, las vegas, london, paris, berlin, moscow, rome, madrid, vienna,
	brussels, athens, budapest, warsaw, prague, stockholm, oslo, copenhagen, helsinki, dublin, lisbon, kyiv, kiev, istanbul, ankara, tehran, baghdad,
	damascus, beirut, jerusalem, tel aviv, cairo, tripoli, nairobi, lagos, johannesburg, cape town, delhi, new delhi, mumbai, karachi, islamabad, kabul,
	dhaka, beijing, shanghai, tokyo, seoul, pyongyang, bangkok, hanoi, jakarta, manila, sydney, melbourne, toronto, montreal, ottawa, havana, caracas,
	bogota, lima, rio de janeiro, são paulo, sao paulo, buenos aires, chicago, boston, philadelphia, detroit, atlanta, miami, seattle, baltimore,
	pittsburgh, cleveland, cincinnati, minneapolis, denver, phoenix, honolulu,
	alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky,
	louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey,
	new mexico, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah,
	vermont, west virginia, wisconsin, wyoming, ontario, quebec, alberta, british columbia, bavaria, catalonia, tibet, xinjiang, kashmir, chechnya, gaza,
	west bank, atlantic, pacific, arctic, mediterranean, baltic, wall street, silicon valley, hollywood, capitol hill, internet, congress, nato, earth, mars`
