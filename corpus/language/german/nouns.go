package german

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// nouns adds the nouns for those who speak. Most people's words have a form for
// women in -in, and most are parts of longer ones: "Pressesprecherin".
func nouns(x *language.Lexicon) {
	const one = language.Role | language.Singular
	// Surnames end with these, so that they are words of their own only.
	x.Add(one|language.Male, `mann sohn junge bub koch wirt könig graf fürst rat bauer maurer schneider fischer jäger gärtner metzger bäcker schreiner kaufmann obmann
		feuerwehrmann landeshauptmann fachmann hauptmann kameramann landwirt gastwirt bischof papst gast star`)
	for w := range strings.FieldsSeq(roles) {
		x.AddEndings(one|language.Male, w)
		x.AddEndings(one|language.Female, w+"in")
		x.AddEndings(language.Group|language.Plural, w+"innen")
		for _, s := range []string{"s", "es"} { // the genitive
			if x.Words[w+s] == 0 {
				x.AddEndings(one|language.Male|language.Oblique, w+s)
			}
		}
		if strings.HasSuffix(w, "er") {
			x.Words[w] |= language.Role // also the plural; the article tells
		}
	}
	x.AddEndings(one|language.Male, weakRoles)
	for w := range strings.FieldsSeq(weakRoles) {
		base := strings.TrimSuffix(w, "e")
		x.AddEndings(one|language.Female, base+"in")
		x.AddEndings(language.Group|language.Plural, base+"innen")
		x.AddEndings(language.Role|language.Male|language.Oblique, base+"en")
		if base != w {
			x.AddEndings(language.Role|language.Male|language.Oblique, w+"n")
		}
	}
	x.AddEndings(one|language.Male, `vater bruder neffe onkel opa großvater rentner chef vorsitzender abgeordneter beamter
		angeklagter sachverständiger verdächtiger angestellter beschuldigter überlebender vorstand beauftragter
		geistlicher jugendlicher reisender betroffener angehöriger bekannter arzt anwalt rechtsanwalt staatsanwalt prinz
		zugführer kapitän schultheiß gouverneur ministerpräsident bundeskanzler kanzler`)
	x.AddEndings(one|language.Female, `frau mutter schwester tochter oma großmutter tante nichte chefin witwe hebamme ärztin anwältin rechtsanwältin staatsanwältin rätin
		köchin wirtin königin prinzessin äbtissin gräfin fürstin dame landrätin ministerpräsidentin kanzlerin bundeskanzlerin obfrau kauffrau ehefrau kundin`)
	// Adjectives as nouns: the article tells whether it is one, and of which sex.
	x.AddEndings(language.Role|language.Singular, `vorsitzende abgeordnete angeklagte sachverständige beauftragte angestellte beschuldigte überlebende jährige
		beamte jugendliche angehörige betroffene bekannte verletzte gefoulte verteidigende kranke`)
	x.AddEndings(language.Role|language.Oblique, `vorsitzenden abgeordneten angeklagten sachverständigen beauftragten jährigen beamten`)
	x.AddEndings(language.Role|language.Singular|language.Neuter, `kind mädchen opfer mitglied oberhaupt`)
	x.AddEndings(language.Role|language.Singular|language.Female, `person kraft führungskraft lehrkraft hilfskraft`)
	x.AddEndings(language.Role|language.Singular|language.Male, `profi coach torwart stürmer kollege`)
	x.AddEndings(one|language.Male, `nationalrat ständerat kantonsrat kreisrat bezirksrat landrat schulrat regierungsrat studienrat stadtbaurat onist alist erist arist orist izist inist atist ulist hotelier frisör kommandeur friseur
		masseur akteur dramaturg referendar veterinär funktionär aktionär millionär revolutionär legionär missionar bibliothekar notar kommissar archivar jubilar`)
	x.AddEndings(one|language.Female, `vorständin erin istin ologin eurin torin sorin antin entin`)
	x.AddEndings(language.Group|language.Plural, `leute menschen eltern kinder anwohner bewohner nachbarn kritiker beobachter experten fachleute forscher wissenschaftler
		ermittler gegner befürworter fans zuschauer gäste mitarbeiter beschäftigte beschäftigten kollegen vertreter demonstranten frauen männer
		augenzeugen zeugen bürger studierende schüler lehrer ärzte anwälte`)
	x.AddEndings(language.Body|language.Singular|language.Female, `polizei feuerwehr behörde regierung verwaltung stadt gemeinde partei fraktion gewerkschaft firma gesellschaft stiftung universität
		hochschule staatsanwaltschaft anwaltschaft verteidigung anklage kirche bank kammer leitung zentrale agentur stelle koalition opposition bahn werkstatt
		reederei brauerei druckerei molkerei gärtnerei bäckerei fleischerei spedition organisation gruppe initiative bewegung klinik schule redaktion jury kommission polizeidirektion direktion bahn post wehr versammlung
		genossenschaft konferenz botschaft armee bundeswehr kanzlei aufsicht innung vereinigung allianz union liga mannschaft führung`)
	x.AddEndings(language.Body|language.Singular|language.Neuter, `amt ministerium gericht unternehmen institut komitee präsidium werk bündnis netzwerk rathaus team zentrum gremium parlament kabinett
		departement militär referat büro konsortium kollektiv krankenhaus theater museum direktorium presseamt`)
	x.AddEndings(language.Body|language.Singular|language.Male, `beirat elternbeirat verband verein klub club konzern betrieb bundesrat stadtrat gemeinderat senat vorstand bund dienst wetterdienst betreiber hersteller
		kreis ausschuss sender landtag bundestag gemeindetag städtetag dachverband veranstalter anbieter kreml`)
	x.AddEndings(language.Document|language.Singular, `studie bericht mitteilung erklärung schreiben brief gutachten papier stellungnahme untersuchung umfrage urteil
		urteilsbegründung antrag anklageschrift aushang protokoll analyse pressemitteilung rundschreiben entwurf leitartikel`)
	x.AddEndings(language.Outlet|language.Singular, `zeitung nachrichtenagentur agentur magazin sender rundfunk blatt nachrichtenmagazin wochenzeitung tageszeitung fernsehen zeitschrift portal
		nachrichtenportal kurier anzeiger tagblatt nachrichten presse radio`)
	x.AddEndings(one|language.Male, `sozialdemokrat christdemokrat`)
	x.AddEndings(one|language.Female, `sozialdemokratin christdemokratin`)
	for w := range strings.FieldsSeq(`mutter vater schwester bruder sohn tochter frau mann ehefrau ehemann oma opa großmutter großvater onkel tante neffe nichte
		kind enkel freund freundin nachbar nachbarin witwe kollege kollegin chef partner partnerin`) {
		x.Words[w] |= language.Kin
	}
	for w := range strings.FieldsSeq(`behörde unternehmen konzern firma institution organisation verein verband gesellschaft amt betreiber hersteller gewerkschaft
		gremium partei klub betrieb ministerium`) {
		x.Words[w] |= language.Generic
	}
	// Words by which the press means somebody again, as parts of longer ones too.
	for w := range strings.FieldsSeq(`mann frau junge mädchen jährige jähriger jährigen politiker politikerin forscher forscherin wissenschaftler wissenschaftlerin
		experte expertin jurist juristin mediziner medizinerin ökonom ökonomin autor autorin rentner rentnerin künstler künstlerin musiker musikerin
		sportler sportlerin unternehmer unternehmerin chef chefin verwaltungschef verwaltungschefin rathauschef rathauschefin ressortchef ressortchefin
		regierungschef regierungschefin oberhaupt profi amtsinhaber amtsinhaberin fachmann person familienvater parlamentarier parlamentarierin
		sozialdemokrat sozialdemokratin christdemokrat christdemokratin liberale akademiker akademikerin dame betroffene betroffener gründer gründerin`) {
		c := x.Words[w] | x.Endings[w] | language.Epithet
		if c.Is(language.Role) {
			x.Words[w] = c
			if _, ok := x.Endings[w]; ok {
				x.Endings[w] |= language.Epithet
			}
		}
	}
	for _, w := range []string{"politiker", "politikerin", "forscher", "forscherin", "wissenschaftler", "wissenschaftlerin"} {
		x.Endings[w] |= language.Epithet
	}
	x.AddEndings(language.Group|language.Plural, `gewerkschaften behörden verbände parteien fraktionen firmen gesellschaften stiftungen universitäten kirchen banken organisationen gruppen
		initiativen schulen ministerien gerichte institute konzerne betriebe vereine klubs hersteller truppen streitkräfte grünen liberalen konservativen sozialdemokraten`)
	x.AddOffices(`anwalt rechtsanwalt verteidiger strafverteidiger
		anwältin rechtsanwältin verteidigerin strafverteidigerin
		staatsanwalt ankläger anklagevertreter
		staatsanwältin anklägerin anklagevertreterin
		bürgermeister rathauschef oberbürgermeister stadtoberhaupt verwaltungschef
		bürgermeisterin rathauschefin oberbürgermeisterin verwaltungschefin
		trainer coach cheftrainer übungsleiter
		trainerin cheftrainerin
		torwart torhüter schlussmann keeper
		kapitän spielführer mannschaftskapitän
		minister ressortchef
		ministerin ressortchefin
		kanzler bundeskanzler regierungschef
		kanzlerin bundeskanzlerin regierungschefin
		arzt mediziner
		ärztin medizinerin
		lehrer pädagoge
		lehrerin pädagogin
		bauer landwirt
		bäuerin landwirtin
		pfarrer geistlicher
		polizist beamter
		polizistin beamtin`)
	x.Add(language.Agency, `dpa afp ap reuters apa sid kna epd keystone-sda sda dts tass ansa efe bloomberg rnd rtr`)
	x.Add(language.Honorific|language.Male, `herr herrn hr`)
	x.Add(language.Honorific|language.Female, `frau fr`)
	x.Add(language.Honorific, `dr prof professor doktor dr. prof. ing med dipl`)
}

// roles are nouns for people that take -in for a woman.
const roles = `planer schützer gewerkschafter ratsherr träger gewinner sieger verlierer meister macher jäger angler winzer schöffe streetworker gestalter
	verwalter vermesser ermittler berichterstatter herausgeber verfechter wirtschafter wissenschafter amtskollege verbandschef vereinschef bergmann seemann
	feuerwehrler stadtführer chefredakteur schreiber dichter denker anrufer hörer leser nutzer verbraucher einwohner teilhaber arbeitgeber arbeitnehmer
	steuerberater buchhalter makler pfadfinder erfinder bauherr hausherr gutsherr siedler pfleger sozialpädagoge knecht brandmeister feuerwehrmeister malermeister fan fahrgast passant anlieger zuschauer urlauber pendler radfahrer fußgänger autofahrer
	camper kapellmeister schulmeister handwerksmeister sportler athletiktrainer mechaniker zimmerer monteur dachdecker restaurator sammler bastler
	tüftler bewerber lehrling azubi auszubildender gesellschafter aktivist blogger youtuber influencer streamer fußballer handballer
	bergführer ranger biologe betreuer tierpfleger hirte schäfer landarbeiter gefängniswärter wärter aufseher wächter pförtner türsteher
	zauberer clown akrobat tänzer komiker kabarettist erfinder entdecker eigentümer anleger investor gläubiger schuldner
	kriminolog galerist kurator spitzenkandidat kandidat parteichef amtschef anführer drusenführer menschenrechtler aktivist islamexperte
	oberbefehlshaber befehlshaber general generalsekretär oberst
	sprecher minister präsident leiter direktor lehrer trainer richter forscher wissenschaftler politiker parlamentarier akademiker berater sekretär bürgermeister
	oberbürgermeister bürgermeister baumeister wachtmeister polizeimeister hausmeister rittmeister schatzmeister zahlmeister vertreter führer geschäftsführer verhandlungsführer händler unternehmer fahrer arbeiter mitarbeiter schüler student
	professor doktor autor redakteur journalist reporter gründer besitzer inhaber betreiber nachbar anwohner bewohner rentner zeuge kritiker
	spieler stürmer verteidiger torhüter manager ingenieur architekt künstler maler musiker sänger schauspieler regisseur schriftsteller
	dichter verleger pfleger krankenpfleger apotheker förster handwerker techniker elektriker tischler
	vermieter mieter käufer verkäufer kellner gastgeber veranstalter organisator moderator kommissar inspektor offizier retter
	sanitäter pfarrer priester pastor imam rabbi kanzler botschafter senator bürger wähler partner gegner anhänger mediziner
	chirurg therapeut meteorolog chemiker physiker mathematiker informatiker historiker techniker statistiker ermittler gutachter prüfer
	schiedsrichter kurator intendant dirigent vermittler schlichter enkel freund kunde teilnehmer mitglied gemeindepräsident vorsteher
	präsident verwalter züchter imker winzer landwirtschaftsminister fraktionschef pressesprecher einsatzleiter wehrführer verwalter pächter
	siedler flüchtling helfer schwimmlehrer kläger ankläger verfasser verfechter entwickler bergsteiger wanderer taucher pilot kapitän matros
	läufer radfahrer boxer ringer gastwirt vorarbeiter schlosser hausmeister küster dolmetscher übersetzer beobachter rektor dekan prodekan
	kämmerer dezernent referent assistent sozialarbeiter erzieher schulleiter abteilungsleiter amtsleiter chef arzt`

// weakRoles are nouns for men that take -n or -en in the other cases.
const weakRoles = `biologe geologe soziologe psychologe ökologe neurobiologe meteorologe archäologe theologe politologe virologe klimatologe hydrologe
	zeuge kollege experte kunde nachbar bube neffe student präsident doktorand demonstrant patient dirigent produzent konkurrent
	journalist polizist tourist jurist gitarrist komponist kommandant lieferant praktikant ministrant fotograf geograf paragraf astronaut therapeut
	architekt athlet soldat kandidat diplomat advokat bürokrat prälat pilot patriarch monarch ökonom astronom gastronom philosoph
	pädagoge chirurg gefährte zeitzeuge augenzeuge rivale sportlehrer herr dozent konsul referent intendant`
