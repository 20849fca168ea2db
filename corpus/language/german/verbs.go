package german

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// verbs adds the reporting verbs of x.
func verbs(x *language.Lexicon) {
	weak(x, language.Say, `sag:ge erklär beton ergänz erzähl bericht:= versicher: forder:ge warn:ge mahn:ge frag:ge
		äußer:ge kritisier bedauer beklag erläuter entgegn:= erwider beteuer bekräftig begründ:= prophezei wiederhol bemerk
		schilder:ge verkünd:= bestätig vermut:= folger:ge resümier konstatier signalisier schlussfolger:ge antwort:ge= meld:ge= informier präzisier
		monier bemängel kommentier argumentier appellier plädier mutmaß:ge mein:ge predig:ge offenbar:ge enthüll urteil:ge
		zitier formulier notier:  deut:ge= referier bekund:= rechtfertig:ge twitter:ge post:ge= schwärm:ge attestier dementier hinterfrag
		beschwer erinner garantier verlang klag:ge`)
	strong(x, language.Say, `sprechen spricht sprach sprachen gesprochen spreche
		schreiben schreibt schrieb schrieben geschrieben schreibe
		versprechen verspricht versprach versprachen versprochen verspreche
		widersprechen widerspricht widersprach widersprachen widersprochen widerspreche
		befinden befindet befand befanden befunden befinde
		raten rät riet rieten geraten rate
		empfehlen empfiehlt empfahl empfahlen empfohlen empfehle
		verraten verrät verriet verrieten verraten verrate
		unterstreichen unterstreicht unterstrich unterstrichen unterstrichen unterstreiche
		gestehen gesteht gestand gestanden gestanden gestehe
		bekennen bekennt bekannte bekannten bekannt bekenne
		nennen nennt nannte nannten genannt nenne
		beschreiben beschreibt beschrieb beschrieben beschrieben beschreibe
		wissen weiß wusste wussten gewusst wisse
		bitten bittet bat baten gebeten bitte
		schwören schwört schwor schworen geschworen schwöre
		vergleichen vergleicht verglich verglichen verglichen vergleiche
		unterbrechen unterbricht unterbrach unterbrachen unterbrochen unterbreche
		heißen heißt hieß hießen geheißen heiße
		verweisen verweist verwies verwiesen verwiesen verweise
		bezeichnen bezeichnet bezeichnete bezeichneten bezeichnet bezeichne
		werben wirbt warb warben geworben werbe`)
	weak(x, language.Think, `glaub:ge vermut:= befürcht:= hoff:ge erwart:= fürcht:ge= überleg rechn:ge= schätz:ge zweifel:ge ahn:ge vertrau plan:ge träum:ge`)
	strong(x, language.Think, `denken denkt dachte dachten gedacht denke
		finden findet fand fanden gefunden finde
		halten hält hielt hielten gehalten halte
		sehen sieht sah sahen gesehen sehe
		ausgehen ausgeht ausging ausgingen ausgegangen ausgehe`)
	weak(x, language.Cry, `schimpf:ge spott:ge= murmel:ge lach:ge scherz:ge seufz:ge flüster:ge stöhn:ge jubel:ge brüll:ge witzel:ge flachs:ge
		grins:ge schmunzel:ge wetter:ge polter:ge fauch:ge brumm:ge stammel:ge stotter:ge kreisch:ge lob:ge frohlock ätz:ge stichel:ge frotzel:ge
		juchz:ge tob:ge zürn:ge hak:ge keif:ge blaff:ge raun:ge sinnier philosophier orakel:ge bilanzier höhn:ge prahl:ge winsel:ge jammer:ge
		mecker:ge nuschel:ge grübel:ge lächel:ge rätsel:ge schnauf:ge protestier insistier triumphier analysier relativier vermeld:=
		rechtfertig:ge konter:ge hauch:ge`)
	strong(x, language.Cry, `rufen ruft rief riefen gerufen rufe
		schreien schreit schrie schrien geschrien schreie
		singen singt sang sangen gesungen singe
		bitten bittet bat baten gebeten bitte`)
	weak(x, language.Say|language.Deny, `dementier leugn:ge= bezweifel`)
	strong(x, language.Say|language.Deny, `bestreiten bestreitet bestritt bestritten bestritten bestreite
		verneinen verneint verneinte verneinten verneint verneine`)
	weak(x, language.Say|language.Demand, `forder:ge verlang appellier ermahn droh:ge beantrag beschwör`)
	strong(x, language.Say|language.Demand, `bitten bittet bat baten gebeten bitte
		versprechen verspricht versprach versprachen versprochen verspreche
		empfehlen empfiehlt empfahl empfahlen empfohlen empfehle
		raten rät riet rieten geraten rate`)
	split(x, language.Say, `teilen teilt teilte teilten geteilt teile: mit
		halten hält hielt hielten gehalten halte: fest dagegen entgegen
		rechnen rechnet rechnete rechneten gerechnet rechne: vor
		weisen weist wies wiesen gewiesen weise: hin darauf
		räumen räumt räumte räumten geräumt räume: ein
		geben gibt gab gaben gegeben gebe: an zu bekannt preis
		fügen fügt fügte fügten gefügt füge: hinzu an
		kündigen kündigt kündigte kündigten gekündigt kündige: an
		schließen schließt schloss schlossen geschlossen schließe: aus
		stellen stellt stellte stellten gestellt stelle: klar fest richtig
		führen führt führte führten geführt führe: aus an
		machen macht machte machten gemacht mache: klar deutlich geltend
		legen legt legte legten gelegt lege: nahe dar nach
		werfen wirft warf warfen geworfen werfe: vor ein
		setzen setzt setzte setzten gesetzt setze: hinzu nach
		sagen sagt sagte sagten gesagt sage: aus zu voraus
		schieben schiebt schob schoben geschoben schiebe: nach hinterher
		pflichten pflichtet pflichtete pflichteten gepflichtet pflichte: bei
		merken merkt merkte merkten gemerkt merke: an
		wenden wendet wandte wandten gewandt wende: ein
		bringen bringt brachte brachten gebracht bringe: Punkt
		fassen fasst fasste fassten gefasst fasse: zusammen
		haken hakt hakte hakten gehakt hake: nach ein
		fallen fällt fiel fielen gefallen falle: Wort
		lenken lenkt lenkte lenkten gelenkt lenke: ein
		rufen ruft ruf rief riefen rufe: auf zu
		drängen drängt drängte drängten gedrängt dränge: darauf
		zeigen zeigt zeigte zeigten gezeigt zeige: überzeugt zuversichtlich enttäuscht erleichtert besorgt
		gehen geht ging gingen gegangen gehe: aus davon
		ziehen zieht zog zogen gezogen ziehe: Zweifel`)
	split(x, language.Say|language.Deny, `weisen weist wies wiesen gewiesen weise: zurück`)
	split(x, language.Say|language.Demand, `rufen ruft rief riefen gerufen rufe: auf
		fordern fordert forderte forderten gefordert fordere: auf
		kündigen kündigt kündigte kündigten gekündigt kündige: an`)
	for v := range strings.FieldsSeq(`mitgeteilt festgehalten vorgerechnet hingewiesen zurückgewiesen eingeräumt angegeben zugegeben bekanntgegeben hinzugefügt
		angekündigt ausgeschlossen klargestellt festgestellt ausgeführt angeführt nahegelegt dargelegt vorgeworfen eingewandt ausgesagt zugesagt angemerkt
		zusammengefasst nachgehakt vorausgesagt beigepflichtet aufgerufen aufgefordert eingeworfen entgegengehalten zugerufen vorgelesen`) {
		x.Words[v] |= language.Say | language.Participle
	}
	for v := range strings.FieldsSeq(`mitteilt mitteilte mitteilten hinweist hinwies einräumt einräumte angibt angab ankündigt ankündigte ausführt ausführte
		klarstellt klarstellte hinzufügt hinzufügte feststellt feststellte festhält festhielt vorwirft vorwarf zugibt zugab ausschließt ausschloss`) {
		x.Words[v] |= language.Say | language.Finite
	}
	// "zeigte sich überzeugt", "ist überzeugt": an attitude with a content.
	x.Add(language.Think|language.Participle, `überzeugt zuversichtlich sicher besorgt`)
	x.Add(language.Auxiliary|language.Verb|language.Singular, `hat hatte ist war wird wurde`)
	x.Add(language.Auxiliary|language.Verb|language.Plural, `haben hatten sind waren werden wurden`)
	x.Add(language.Auxiliary|language.Verb, `kann konnte können konnten muss musste müssen mussten will wollte wollen wollten soll sollte sollen sollten darf durfte
		dürfen durften mag mochte möchte möchten mögen würde würden könnte könnten müsste müssten dürfte dürften hätte hätten wäre wären`)
	x.Add(language.Auxiliary|language.Verb|language.Report, reportAuxiliaries)
	x.Add(language.Verb|language.Report, reportForms)
	// Where the first subjunctive reads like the indicative the second stands
	// for it.
	x.Add(language.Auxiliary|language.Verb|language.Report|language.Plural, `hätten würden wären könnten müssten dürften`)
	x.Add(language.Verb, `geht ging gingen kommt kam kamen steht stand standen liegt lag lagen gibt gab gaben sitzt saß saßen nimmt nahm nahmen stellt stellte
		macht machte machten tut tat läuft lief liefen bleibt blieb blieben zeigt zeigte zeigten führt führte führten bringt brachte brachten hält hielt
		hielten lässt ließ ließen sieht sah sahen trägt trug trugen zieht zog zogen fährt fuhr fuhren schweigt schwieg schwiegen arbeitet arbeitete
		leitet leitete lebt lebte wohnt wohnte wartet wartete winkt winkte nickt nickte schüttelt schüttelte schaut schaute blickt blickte zuckt zuckte
		legt legte setzt setzte spielt spielte kennt kannte gilt galt scheint schien fehlt fehlte droht drohte beginnt begann endet endete steigt stieg
		fällt fiel verliert verlor gewinnt gewann kämpft kämpfte sucht suchte feiert feierte`)
}

const reportAuxiliaries = `habe sei seien werde könne müsse solle wolle dürfe möge wolle`

// reportForms are verb forms that only reported speech has in the third
// person: the first subjunctive. They end in -e and are no plural and no noun.
const reportForms = `gebe gehe komme stehe liege wisse lasse nehme sehe brauche mache sage bleibe finde halte glaube laufe
	trage treffe spreche helfe falle führe bringe koste genieße fehle zeige arbeite kenne denke gelte scheine schließe stelle
	leide leiste bedeute gehöre verliere gewinne beginne ende sinke steige wachse verstehe bestehe entstehe rechne erwarte hoffe
	fürchte suche zahle kaufe verkaufe fahre fliege ziehe lebe wohne sterbe reiche genüge dauere fordere verlange plane prüfe
	versuche unterstütze verfolge bekomme erhalte verdiene trete tue passe funktioniere ermittle gelinge geschehe passiere existiere
	handle handele drohe diene nutze nütze schade lerne lehre spiele heiße meine bereite betreibe betrage bezahle wirke warte werfe
	schaffe setze sitze schreibe lese höre rufe frage antworte erkläre entscheide ändere verändere wünsche vertraue lehne biete
	bitte breche hänge messe rede sichere stimme stärke störe stütze suche teile töte übernehme umfasse untersuche verbiete
	verfüge vergesse verhalte verhandle verhindere verlasse vermeide vermute versage verspreche verweigere verzichte widerspreche
	wiederhole ziele zeuge zögere zweifle`

// weak adds the forms of regular verbs: "stem", "stem:ge" with ge- in the
// participle, "stem:=" with -e- before endings ("bericht:=").
func weak(x *language.Lexicon, c language.Class, list string) {
	for v := range strings.FieldsSeq(list) {
		stem, how, _ := strings.Cut(v, ":")
		e := ""
		if strings.Contains(how, "=") {
			e = "e"
		}
		ge := ""
		if strings.HasPrefix(how, "ge") {
			ge = "ge"
		}
		x.Words[stem+e+"t"] |= c | language.Finite | language.Singular
		x.Words[stem+e+"te"] |= c | language.Finite | language.Singular
		x.Words[stem+e+"ten"] |= c | language.Finite | language.Plural
		x.Words[ge+stem+e+"t"] |= c | language.Participle
		x.Words[stem+"e"] |= c | language.Finite | language.Singular
		if strings.HasSuffix(stem, "er") || strings.HasSuffix(stem, "el") {
			x.Words[stem+"n"] |= c | language.Finite | language.Infinite | language.Plural
		} else {
			x.Words[stem+"en"] |= c | language.Finite | language.Infinite | language.Plural
		}
	}
}

// strong adds the forms of irregular verbs, six a line: infinitive, present,
// past, past plural, participle, first subjunctive.
func strong(x *language.Lexicon, c language.Class, lines string) {
	for l := range strings.Lines(lines) {
		for i, w := range strings.Fields(l) {
			x.Words[w] |= c | paradigm[min(i, len(paradigm)-1)]
		}
	}
}

// paradigm are the classes of the forms that strong takes.
var paradigm = []language.Class{
	language.Finite | language.Infinite | language.Plural, language.Finite | language.Singular, language.Finite | language.Singular,
	language.Finite | language.Plural, language.Participle, language.Finite | language.Singular,
}

// split adds verbs with words that stand apart, a line each: the six forms as
// for strong, and behind a colon the words.
func split(x *language.Lexicon, c language.Class, lines string) {
	for l := range strings.Lines(lines) {
		forms, apart, _ := strings.Cut(l, ":")
		for i, w := range strings.Fields(forms) {
			x.AddSplit(c|paradigm[min(i, len(paradigm)-1)], w, strings.ToLower(apart))
			x.Words[w] |= language.Verb
		}
	}
}
