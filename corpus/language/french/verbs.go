package french

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// verbs adds the reporting verbs of x, and the others that end a noun phrase.
func verbs(x *language.Lexicon) {
	regular(x, language.Say, `déclarer affirmer expliquer annoncer ajouter préciser indiquer assurer souligner rappeler confier raconter témoigner
		rétorquer répliquer insister résumer avouer regretter déplorer dénoncer critiquer fustiger commenter observer noter constater remarquer relever
		analyser marteler clamer proclamer certifier jurer révéler dévoiler signaler informer rapporter relater détailler argumenter arguer objecter
		nuancer tempérer relativiser ironiser plaisanter trancher enchaîner compléter corriger rectifier approuver concéder pronostiquer diagnostiquer
		demander interroger réclamer exiger exhorter proposer suggérer recommander conseiller préconiser alerter plaider évoquer invoquer accuser
		reprocher qualifier saluer vanter pointer épingler railler attester confirmer estimer juger énoncer citer professer revendiquer garantir
		argumenter réitérer trouver répéter scander expliciter spécifier mentionner confesser évoquer regretter répercuter clarifier dicter théoriser ponctuer
		s'interroger décréter postuler militer défendre déclamer énumérer noter tempêter inviter encourager menacer ordonner sommer implorer
		parler temporiser accuser questionner réagir avancer alléguer prôner féliciter remercier applaudir condamner communiquer notifier signifier réaffirmer
		synthétiser diagnostiquer stigmatiser prétexter narrer twitter tweeter publier rebondir décortiquer vulgariser professer se_positionner
		contre-attaquer répercuter confier évaluer situer établir démontrer suggérer théoriser disserter blâmer louer encenser
		dédramatiser minimiser résumer s'expliquer s'excuser s'adresser prédire abonder acquiescer`)
	regular(x, language.Think, `appeler penser espérer redouter douter imaginer supposer considérer trouver juger estimer présumer souhaiter rêver anticiper soupçonner`)
	regular(x, language.Cry, `lancer lâcher glisser murmurer chuchoter souffler soupirer grincer grommeler maugréer pester tonner tempêter fulminer crier hurler
		rigoler rager ironiser plaisanter badiner s'amuser s'indigner s'étonner s'emporter s'agacer s'exclamer s'écrier s'alarmer s'esclaffer s'enthousiasmer
		s'étrangler s'inquiéter s'impatienter s'émerveiller s'excuser s'insurger gronder gémir râler ronchonner bougonner balbutier bredouiller bafouiller
		pleurer sangloter jubiler exulter triompher philosopher trépigner fanfaronner s'offusquer s'agacer se marrer se désoler se lamenter se rassurer
		se remémorer se moquer se féliciter se vanter se targuer attaquer cingler asséner balayer renchérir moquer taquiner blaguer claironner
		articuler marmonner égrener psalmodier chanter tancer sermonner gueuler vociférer aboyer décocher décocher risquer hasarder oser tenter
		minauder susurrer relancer reformuler cogner implorer supplier écarter s'enflammer s'énerver tiquer pouffer toussoter geindre persifler ricaner glousser
		s'épancher s'apitoyer se_dédouaner se_récrier soliloquer plastronner se_gausser pavoiser s'enorgueillir savourer apprécier vitupérer feindre s'esclaffer
		pleurnicher larmoyer haleter ânonner postillonner vilipender s'égosiller s'époumoner s'irriter s'étouffer s'angoisser se_lancer se_raviser se_reprendre
		se_résigner se_languir s'attrister s'apeurer s'exaspérer s'extasier s'ébahir se_consoler se_défausser se_braquer se_crisper philosopher schématiser
		chuchoter siffler rouspéter se_rengorger s'assombrir s'illuminer soutenir résister trancher insinuer couiner`)
	for c, lines := range map[language.Class]string{
		language.Say: `dire dit disent disait disaient dira diront dirait dirent dise;dit dite dits dites;disant
			redire redit redisent redisait redira redirent;redit redite;redisant
			prédire prédit prédisent prédisait prédira prédirent;prédit prédite prédits prédites;prédisant
			écrire écrit écrivent écrivait écrivaient écrira écrivit écrivirent;écrit écrite écrits écrites;écrivant
			décrire décrit décrivent décrivait décrivit décrivirent;décrit décrite décrits décrites;décrivant
			répondre répond répondent répondait répondaient répondra répondit répondirent;répondu;répondant
			poursuivre poursuit poursuivent poursuivait poursuivaient poursuivit poursuivirent;poursuivi;poursuivant
			reprendre reprend reprennent reprenait reprit reprirent;repris;reprenant
			conclure conclut concluent concluait conclura conclurent;conclu;concluant
			reconnaître reconnaît reconnait reconnaissent reconnaissait reconnut reconnurent;reconnu;reconnaissant
			admettre admet admettent admettait admettra admit admirent;admis;admettant
			promettre promet promettent promettait promit promirent;promis;promettant
			soutenir soutient soutiennent soutenait soutint soutinrent;soutenu;soutenant
			maintenir maintient maintiennent maintenait maintint maintinrent;maintenu;maintenant
			prétendre prétend prétendent prétendait prétendit;prétendu;prétendant
			prévenir prévient préviennent prévenait prévint prévinrent;prévenu;prévenant
			avertir avertit avertissent avertissait avertirent;averti;avertissant
			garantir garantit garantissent garantissait;garanti;garantissant
			transmettre transmet transmettent transmit;transmis;transmettant
			convenir convient conviennent convenait;convenu;convenant
			apprendre apprend apprennent apprit;appris;apprenant
			laisser laisse laissent laissait laissa;laissé;laissant
			définir définit définissent définissait;défini;définissant
			traduire traduit traduisent traduisait;traduit;traduisant
			se souvenir souvient souviennent souvenait souvint;souvenu;souvenant
			se plaindre plaint plaignent plaignait plaignit;plaint;plaignant
			se défendre défend défendent défendait défendit;défendu;défendant
			intervenir intervient interviennent intervint;intervenu;intervenant
			requérir requiert requéraient requit;requis;requérant
			enjoindre enjoint enjoignent enjoignit;enjoint;enjoignant
			s'engager engage engagent engageait engagea;engagé;engageant
			se justifier justifie justifient justifiait justifia;justifié;justifiant
			réécrire réécrit;réécrit;réécrivant
			souscrire souscrit souscrivent souscrivait;souscrit;souscrivant
			déduire déduit déduisent déduisait;déduit;déduisant
			interdire interdit interdisent;interdit;interdisant
			omettre omet omettent omit;omis;omettant
			émettre émet émettent émit;émis;émettant
			démontrer démontre;démontré;démontrant
			entretenir entretient entretinrent;entretenu;entretenant
			repartir repartit;reparti;repartant
			revenir revient revinrent;;
			se dire dit;;
			inscrire inscrit inscrivent;;
			élargir élargit élargissent;élargi;élargissant`,
		language.Think: `croire croit croient croyait croyaient crut;cru;croyant
			craindre craint craignent craignait craignit;craint;craignant
			savoir sait savent savait savaient;su;sachant
			prévoir prévoit prévoient prévoyait prévit;prévu;prévoyant
			vouloir veut veulent voulait voulaient;voulu;voulant
			comprendre comprend comprennent comprenait comprit;compris;comprenant`,
		language.Cry: `envoyer envoie envoyait envoya;envoyé;envoyant
			adresser adresse adressait adressa;adressé;adressant
			lire lit lisait lisaient lisent;lu;lisant
			entendre entend entendent entendait entendit;entendu;entendant
			sourire sourit sourient souriait sourirent;souri;souriant
			rire rit rient riait rirent;ri;riant
			se réjouir réjouit réjouissent réjouissait;réjoui;réjouissant
			rugir rugit rugissent rugissait;rugi;rugissant
			gémir gémit gémissent gémissait;gémi;gémissant
			surenchérir surenchérit surenchérissent;surenchéri;surenchérissant
			renchérir renchérit renchérissent renchérissait;renchéri;renchérissant
			s'attendrir attendrit attendrissent;attendri;attendrissant
			acquiescer acquiesce acquiescent acquiesçait acquiesça;acquiescé;acquiesçant
			rire rigole;rigolé;rigolant
			se désoler désole désolent désolait;désolé;désolant
			interrompre interrompt interrompent interrompait interrompit;interrompu;interrompant
			couper coupe coupent coupa;coupé;coupant
			ouvrir ouvre;ouvert;ouvrant`,
		language.Say | language.Deny: `démentir dément démentent démentait démentit;démenti;démentant
			nier nie nient niait niaient nia nièrent;nié;niant
			contester conteste contestent contestait contesta contestèrent;contesté;contestant
			réfuter réfute réfutent réfutait réfuta réfutèrent;réfuté;réfutant
			récuser récuse récusent récusait récusa;récusé;récusant
			contredire contredit contredisent contredisait;contredit;contredisant`,
	} {
		for l := range strings.Lines(lines) {
			listed(x, c, l)
		}
	}
	for w := range strings.FieldsSeq(`demander réclamer exiger exhorter proposer recommander conseiller préconiser inviter encourager menacer ordonner sommer implorer
		enjoindre promettre`) {
		x.Add(language.Demand, forms(w))
	}
	x.Add(language.Demand, `promet promettent promettait promit promis enjoint jure souhaite souhaitent souhaité`)
	x.Add(language.Again, `ajoute ajoutait ajouta ajouté ajoutera poursuit poursuivait poursuivit poursuivi enchaîne enchaînait enchaîna enchaîné complète complétait compléta complété reprend reprenait reprit repris
		renchérit renchérissait renchéri insiste insistait insista insisté conclut concluait conclura conclu précise précisait précisa précisé développe développait détaille`)
	// Verbs that report with a word behind them only.
	for f := range strings.FieldsSeq(`fait font faisait faisaient fit firent faisant fera feront faire`) {
		x.AddSplit(language.Say, f, `valoir savoir remarquer observer part état`)
	}
	for f := range strings.FieldsSeq(`est était sont étaient`) {
		x.AddSplit(language.Think, f, `sûr sûre sûrs convaincu convaincue convaincus persuadé persuadée certain certaine`)
		x.AddSplit(language.Say, f, `formel formelle formels catégorique catégoriques affirmatif affirmative`)
	}
	for f := range strings.FieldsSeq(`montre montrait montra reste restait veut voulait`) {
		x.AddSplit(language.Say, f, `prudent prudente prudents prudentes rassurant rassurante rassurants optimiste optimistes pessimiste sceptique sceptiques confiant confiante ferme fermes`)
	}
	for f := range strings.FieldsSeq(`montre montrait montra montré`) {
		x.AddSplit(language.Say, f, `catégorique`)
	}
	for f := range strings.FieldsSeq(`laisse laissent laissait laissa laissé`) {
		x.AddSplit(language.Say, f, `entendre`)
	}
	for f := range strings.FieldsSeq(`met mettent mettait mit mis mirent`) {
		x.AddSplit(language.Say, f, `garde avant`)
	}
	for f := range strings.FieldsSeq(`appelle appellent appelait appela appelé appelée`) {
		x.AddSplit(language.Say|language.Demand, f, `à`)
	}
	x.Add(language.Auxiliary|language.Verb|language.Singular, `a avait est était fut eut`)
	x.Add(language.Auxiliary|language.Verb|language.Plural, `ont avaient sont étaient furent eurent`)
	x.Add(language.Auxiliary|language.Verb, `peut peuvent pouvait pouvaient doit doivent devait devaient va vont allait allaient vient viennent venait venaient`)
	x.Add(language.Auxiliary|language.Verb|language.Report, `aurait auraient serait seraient pourrait pourraient devrait devraient`)
	x.Add(language.Auxiliary, `avoir être avoir ayant étant`)
	x.Add(language.Verb|language.Report, `ferait feraient viserait souhaiterait coûterait permettrait représenterait resterait proviendrait`)
	x.Add(language.Verb, `reste restent restait arrive arrivent arriva arrivait porte portent portait tient tiennent tenait tint prend prennent prenait prit
		passe passent passait passa donne donnent donnait donna semble semblent semblait paraît montre montrent montrait montra commence commencent commença
		finit finissent sort sortent sortait sortit entre entrent entra rentre rentrent monte montent montait tombe tombent tomba vit vivent vivait travaille
		travaillent travaillait attend attendent attendait attendit cherche cherchent joue jouent jouait joua gagne gagnent gagna perd perdent perdit quitte quittent
		quitta compte comptent comptait ouvre ouvrent ouvrait ferme ferment ferma suit suivent suivait vote votent votait votait hésite hésitent refuse refusent
		refusait refusa accepte acceptent accepta regarde regardent regardait regarda lève lèvent leva hoche secoue hausse serre dirige dirigent dirigeait préside
		présidait mène mènent menait préfère préfèrent préférait existe existent coûte coûtent représente représentent concerne concernent permet permettent
		devient deviennent devint revient reviennent part partent partait partit lit lisent lisait lut met mettent mettait mit voit voient voyait vit fait font faisait fit
		faut fallait suffit suffisait manque manquent manquait touche touchent habite habitent habitait dort dorment risque risquent`)
}

// listed adds one line "infinitive finite ...; participles; gerund", in which a
// "se" before the infinitive is read over.
func listed(x *language.Lexicon, c language.Class, line string) {
	for i, p := range strings.Split(line, ";") {
		first := i == 0
		for w := range strings.FieldsSeq(p) {
			w = strings.TrimPrefix(w, "s'")
			switch {
			case w == "se":
			case first:
				x.Words[w] |= c | language.Infinite
				first = false
			case i == 1:
				x.Words[w] |= c | language.Participle
			case i == 2:
				x.Words[w] |= c | language.Gerund
			default:
				x.Words[w] |= c | language.Finite | number(w)
			}
		}
	}
}

// number tells the number of a third person by how it ends.
func number(form string) language.Class {
	// "maintient" is one, "maintiennent", "disaient" and "croient" are several.
	one := strings.HasSuffix(form, "tient") || strings.HasSuffix(form, "vient") || strings.HasSuffix(form, "ment") && len(form) < len("dément")+1
	if !one && (strings.HasSuffix(form, "ent") || strings.HasSuffix(form, "ont")) {
		return language.Plural
	}
	return language.Singular
}

// regular adds the forms of verbs in -er, given as infinitives, with or without
// a reflexive that is read over.
func regular(x *language.Lexicon, c language.Class, list string) {
	for v := range strings.FieldsSeq(list) {
		v = strings.TrimPrefix(strings.TrimPrefix(v, "s'"), "se_")
		stem, ok := strings.CutSuffix(v, "er")
		if !ok {
			if stem, ok = strings.CutSuffix(v, "dre"); ok { // défendre
				listed(x, c, v+" "+stem+"d "+stem+"dent "+stem+"dait "+stem+"dit;"+stem+"du;"+stem+"dant")
				continue
			}
			if stem, ok = strings.CutSuffix(v, "ir"); ok { // garantir, gémir
				listed(x, c, v+" "+stem+"it "+stem+"issent "+stem+"issait "+stem+"irent;"+stem+"i;"+stem+"issant")
			}
			continue
		}
		soft, grave := stem, stem
		switch {
		case strings.HasSuffix(stem, "g"):
			soft = stem + "e"
		case strings.HasSuffix(stem, "c"):
			soft = strings.TrimSuffix(stem, "c") + "ç"
		}
		// The last vowel changes before a silent e: répète, rappelle, martèle, lève.
		for _, f := range [][2]string{
			{"ér", "èr"}, {"ét", "èt"}, {"éd", "èd"}, {"én", "èn"}, {"él", "èl"}, {"ég", "èg"}, {"et", "ett"}, {"pel", "pell"}, {"tel", "tèl"}, {"mel", "mell"}, {"lev", "lèv"}, {"ev", "èv"},
		} {
			if base, ok := strings.CutSuffix(stem, f[0]); ok && base != "" && stem != "regrett" {
				grave = base + f[1]
				break
			}
		}
		x.Add(c|language.Finite|language.Singular, grave+"e "+soft+"ait "+soft+"a "+stem+"era "+stem+"erait")
		x.Add(c|language.Finite|language.Plural, grave+"ent "+soft+"aient "+stem+"èrent "+stem+"eront")
		x.Add(c|language.Participle, stem+"é "+stem+"ée "+stem+"és "+stem+"ées")
		x.Add(c|language.Gerund, soft+"ant")
		x.Add(c|language.Infinite, stem+"er")
	}
}

// forms are those of a verb in -er in which it asks for something.
func forms(infinitive string) string {
	stem, ok := strings.CutSuffix(infinitive, "er")
	if !ok {
		return infinitive
	}
	soft := stem
	if strings.HasSuffix(stem, "g") {
		soft += "e"
	}
	if stem == "appel" {
		return "appelle appellent appelait appela appelé appelée appelés"
	}
	return strings.Join([]string{stem + "e", stem + "ent", soft + "ait", soft + "a", stem + "é", stem + "ée", soft + "ant", infinitive}, " ")
}
