package french

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// nouns adds the nouns for those who speak.
func nouns(x *language.Lexicon) {
	const one = language.Role | language.Singular
	for p := range strings.FieldsSeq(roles) {
		m, f, _ := strings.Cut(p, ":")
		if f == "" {
			x.Add(one, m)
			x.Add(language.Group|language.Plural, plural(m))
			continue
		}
		if f == "e" {
			f = m + "e"
		}
		x.Add(one|language.Male, m)
		x.Add(one|language.Female, f)
		x.Add(language.Group|language.Plural, plural(m)+" "+plural(f))
	}
	x.Add(one|language.Male, `homme père mari fils frère oncle neveu grand-père cousin garçon monsieur roi prince duc comte pape évêque archevêque cardinal curé abbé prêtre imam
		rabbin pasteur gendre beau-père beau-frère gentleman bourgmestre syndic médecin ex-mari veuf papa héros finaliste pompier sapeur-pompier soldat
		ailier gardien pilier capitaine marin patriarche quinquagénaire beau-fils parrain filleul époux fiancé jumeau aïeul papi papy tonton gamin bonhomme gaillard gars octogénaire`)
	x.Add(one|language.Female, `femme mère épouse fille sœur soeur tante nièce grand-mère cousine dame reine princesse duchesse comtesse veuve sage-femme maman belle-sœur
		belle-mère belle-fille belle-soeur marraine filleule fiancée jumelle aïeule mamie tata gamine compagne conjointe matriarche tenancière religieuse héroïne vedette patineuse star victime recrue`)
	for w := range strings.FieldsSeq(`organisme établissement institution organisation structure collectivité entreprise société compagnie groupe association instance`) {
		x.Words[w] |= language.Generic
	}
	for w := range strings.FieldsSeq(kin) {
		x.Words[w] |= language.Kin
	}
	x.Add(language.Group|language.Plural, `gens parents enfants hommes femmes pères mères frères sœurs pompiers sapeurs-pompiers secours enquêteurs experts proches familles hôtes
		scientifiques organisateurs opposants supporters autorités forces troupes rebelles insurgés policiers gendarmes militaires députés élus syndicats
		sources témoins observateurs analystes époux jeunes amis auteurs uns riverains habitants soignants chercheurs`)
	x.Add(one|language.Nameless|language.Female, `voix source`)
	x.Add(language.Nameless, `sources voix`)
	x.Add(one|language.Nameless|language.Male, `quelqu'un`)
	x.Words["quelqu'un"] &^= language.Opening
	// Those from somewhere: a noun behind an article, else an adjective.
	for p := range strings.FieldsSeq(`allemand:e américain:e anglais:e argentin:e australien:ne autrichien:ne algérien:ne belge brésilien:ne britannique bulgare canadien:ne chilien:ne
		chinois:e colombien:ne congolais:e coréen:ne croate cubain:e danois:e écossais:e égyptien:ne espagnol:e finlandais:e flamand:e français:e gallois:e géorgien:ne grec:grecque
		hollandais:e hongrois:e indien:ne irakien:ne iranien:ne irlandais:e islandais:e israélien:ne italien:ne ivoirien:ne japonais:e libanais:e luxembourgeois:e malien:ne
		marocain:e mexicain:e néerlandais:e norvégien:ne palestinien:ne péruvien:ne polonais:e portugais:e québécois:e roumain:e russe sénégalais:e serbe slovène suédois:e suisse
		syrien:ne tchèque tunisien:ne turc:turque ukrainien:ne vénézuélien:ne vietnamien:ne breton:ne normand:e alsacien:ne corse marseillais:e lyonnais:e bordelais:e toulousain:e nantais:e`) {
		m, f, two := strings.Cut(p, ":")
		if !two {
			x.Add(one|language.Fragment, m)
			continue
		}
		if len(f) <= len("ne") {
			f = m + f
		}
		x.Add(one|language.Fragment|language.Male, m)
		x.Add(one|language.Fragment|language.Female, f)
	}
	for list, g := range map[string]language.Class{
		bodiesF: language.Female, bodiesM: language.Male,
	} {
		for w := range strings.FieldsSeq(list) {
			x.Add(language.Body|language.Singular|g, w)
			x.Add(language.Body|language.Plural|g, plural(w))
		}
	}
	x.Add(language.Document|language.Singular, `communiqué rapport étude courrier lettre note courriel mail tract sondage document enquête jugement arrêt ordonnance décision plainte
		texte billet tribune article livre message publication déclaration discours éditorial audit avis expertise recours manifeste pétition analyse
		avis-défavorable baromètre classement bilan constat ouvrage essai mémo préambule exposé thèse circulaire arrêté décret directive mise-en-demeure
		témoignage résolution tweet post affiche tableau carnet brochure mémoire réquisitoire verdict acte loi traité charte`)
	x.Add(language.Document|language.Plural, `études articles résultats documents chiffres données statistiques textes courriels écoutes procès-verbaux lettres rapports`)
	x.Add(language.Outlet|language.Singular, `agence journal quotidien hebdomadaire chaîne radio magazine revue site télévision média mensuel gazette podcast antenne micro`)
	x.Add(language.Agency, `afp aps map maps aib tap belga reuters ap keystone-ats ats ansa efe dpa tass bloomberg apa`)
}

// plural gives the plural of a noun.
func plural(w string) string {
	head, tail, joined := strings.Cut(w, "-")
	switch {
	case joined && (head == "porte" || head == "vice" || head == "sous" || head == "ex"):
		if strings.HasSuffix(tail, "parole") {
			return w
		}
		return head + "-" + plural(tail)
	case strings.HasSuffix(w, "s") || strings.HasSuffix(w, "x") || strings.HasSuffix(w, "z"):
		return w
	case strings.HasSuffix(w, "eau") || strings.HasSuffix(w, "eu"):
		return w + "x"
	case strings.HasSuffix(w, "al") && w != "festival":
		return strings.TrimSuffix(w, "al") + "aux"
	}
	return w + "s"
}

// roles are nouns for one person, with the form for a woman where there is
// another: "e" where it takes that.
const roles = `ministre maire président:e vice-président:e directeur:directrice porte-parole responsable secrétaire chef:cheffe sénateur:sénatrice député:e élu:e conseiller:conseillère
	préfet:préfète sous-préfet:sous-préfète ambassadeur:ambassadrice chancelier:chancelière gouverneur:gouverneure commissaire juge procureur:procureure magistrat:e avocat:e greffier:greffière
	expert:e témoin accusé:e prévenu:e plaignant:e suspect:e condamné:e policier:policière gendarme militaire général:générale colonel:colonelle commandant:e lieutenant:e sergent:e adjudant:e amiral:e
	médecin docteur:docteure infirmier:infirmière aide-soignant:aide-soignante chirurgien:chirurgienne pharmacien:pharmacienne psychologue psychiatre vétérinaire dentiste épidémiologiste virologue
	professeur:professeure enseignant:e instituteur:institutrice étudiant:e élève lycéen:lycéenne lycéenne proviseur:proviseure recteur:rectrice doyen:doyenne chercheur:chercheuse scientifique
	biologiste géologue physicien:physicienne chimiste historien:historienne sociologue économiste politologue climatologue météorologue paléontologue archéologue anthropologue philosophe
	démographe géographe juriste mathématicien:mathématicienne ingénieur:ingénieure informaticien:informaticienne technicien:technicienne architecte géomètre astronome hydrologue linguiste
	écrivain:écrivaine romancier:romancière poète:poétesse auteur:autrice auteure journaliste reporter rédacteur:rédactrice éditorialiste correspondant:e chroniqueur:chroniqueuse présentateur:présentatrice
	animateur:animatrice réalisateur:réalisatrice cinéaste acteur:actrice comédien:comédienne chanteur:chanteuse musicien:musicienne compositeur:compositrice danseur:danseuse chorégraphe peintre sculpteur:sculptrice
	photographe artiste humoriste dessinateur:dessinatrice metteur:metteuse galeriste éditeur:éditrice libraire bibliothécaire conservateur:conservatrice commissaire-priseur
	joueur:joueuse entraîneur:entraîneuse entraineur:entraîneure sélectionneur:sélectionneuse attaquant:e défenseur:défenseure milieu buteur:buteuse gardien:gardienne arbitre capitaine coach athlète coureur:coureuse
	cycliste nageur:nageuse ailier:ailière coéquipier:coéquipière soigneur:soigneuse factrice abonné:e supporteur:supportrice supporter organiste éclusière skieur:skieuse pilote champion:championne médaillé:e sportif:sportive patineur:patineuse boxeur:boxeuse
	patron:patronne gérant:e dirigeant:e entrepreneur:entrepreneuse industriel:industrielle actionnaire investisseur:investisseuse banquier:banquière commerçant:e boulanger:boulangère boucher:bouchère
	restaurateur:restauratrice hôtelier:hôtelière agriculteur:agricultrice éleveur:éleveuse viticulteur:viticultrice vigneron:vigneronne paysan:paysanne pêcheur:pêcheuse berger:bergère apiculteur:apicultrice maraîcher:maraîchère
	ouvrier:ouvrière employé:e salarié:e fonctionnaire cadre syndicaliste délégué:e représentant:e militant:e gréviste manifestant:e cheminot:cheminote routier:routière chauffeur:chauffeuse conducteur:conductrice
	artisan:e maçon:maçonne menuisier:menuisière plombier:plombière électricien:électricienne mécanicien:mécanicienne garagiste coiffeur:coiffeuse couturier:couturière cuisinier:cuisinière serveur:serveuse
	habitant:e riverain:e voisin:e locataire propriétaire retraité:e résident:e usager:usagère client:e passager:passagère voyageur:voyageuse touriste visiteur:visiteuse spectateur:spectatrice bénévole rescapé:e survivant:e
	sinistré:e réfugié:e migrant:e ami:e collègue proche camarade compagnon:compagne confrère:consœur homologue rival:e adversaire concurrent:e partenaire successeur:successeure prédécesseur:prédécesseure remplaçant:e
	fondateur:fondatrice créateur:créatrice cofondateur:cofondatrice organisateur:organisatrice coordinateur:coordinatrice coordonnateur:coordonnatrice trésorier:trésorière administrateur:administratrice gestionnaire
	consultant:e analyste spécialiste observateur:observatrice négociateur:négociatrice médiateur:médiatrice diplomate émissaire envoyé:e inspecteur:inspectrice contrôleur:contrôleuse auditeur:auditrice
	enquêteur:enquêtrice détective sauveteur:sauveteuse secouriste pompier:pompière guide gardien:gardienne concierge agent:agente facteur:factrice notaire huissier:huissière comptable assistant:e stagiaire apprenti:e
	candidat:e opposant:e dissident:e rebelle activiste écologiste leader édile adjoint:e édile intéressé:e quadragénaire trentenaire sexagénaire septuagénaire octogénaire nonagénaire adolescent:e enfant
	marin:marine navigateur:navigatrice skipper:skippeuse alpiniste randonneur:randonneuse plongeur:plongeuse astronaute spationaute aviateur:aviatrice armateur:armatrice exploitant:e forestier:forestière chasseur:chasseuse
	éducateur:éducatrice assistant-social animateur:animatrice moniteur:monitrice formateur:formatrice puéricultrice internaute utilisateur:utilisatrice lecteur:lectrice participant:e signataire porteur:porteuse
	écolier:écolière aîné:e cadet:cadette benjamin:benjamine doctorant:e lauréat:e titulaire numismate horloger:horlogère luthier:luthière tonnelier:tonnelière brasseur:brasseuse fromager:fromagère négociant:e courtier:courtière
	syndic:syndique bourgmestre échevin:échevine municipal:municipale parlementaire eurodéputé:e europarlementaire chancelier:chancelière monarque souverain:e pape
	capitaine commandant:e caporal:e major maréchal:e contre-amiral légionnaire vétéran ancien:ancienne joaillier:joaillière tireur:tireuse meunier:meunière éclusier:éclusière batelier:batelière ébéniste céramiste potier:potière
	technicien:technicienne dirigeant:e notable baron:baronne quinquagénaire centenaire étranger:étrangère orateur:oratrice lanceur:lanceuse  visiteur:visiteuse rapporteur:rapporteure
	membre vice-premier-ministre gastro-entérologue nutritionniste naturopathe toxicologue vendeur:vendeuse caissier:caissière acheteur:acheteuse demi trois-quarts talonneur:talonneuse pilier avant-centre libéro latéral:latérale meneur:meneuse pivot manager manageur:manageuse team-manager judoka escrimeur:escrimeuse lutteur:lutteuse grimpeur:grimpeuse
	sprinteur:sprinteuse sprinter marathonien:marathonienne triathlète biathlète handballeur:handballeuse footballeur:footballeuse rugbyman basketteur:basketteuse volleyeur:volleyeuse tennisman golfeur:golfeuse
	surfeur:surfeuse rameur:rameuse barreur:barreuse cavalier:cavalière jockey copilote stoppeur perchiste décathlonien:décathlonienne heptathlonienne fleurettiste sabreur:sabreuse
	député-maire sénateur-maire ministre-président chancelier vice-premier régent:e ex-otage otage édile premier-ministre intendant:e sénéchal questeur:questrice whip
	océanographe glaciologue volcanologue sismologue astrophysicien:astrophysicienne cosmologiste généticien:généticienne immunologiste microbiologiste neurologue neuroscientifique botaniste zoologue entomologiste
	ornithologue primatologue écologue ethnologue préhistorien:préhistorienne médiéviste égyptologue criminologue démographe statisticien:statisticienne urbaniste agronome œnologue oenologue toxicologue oncologue
	cardiologue pédiatre gynécologue urgentiste radiologue anesthésiste généraliste praticien:praticienne soignant:e kinésithérapeute orthophoniste ostéopathe sage-femme ambulancier:ambulancière brancardier:brancardière
	universitaire thésard:e postdoctorant:e coauteur:coautrice inventeur:inventrice codirecteur:codirectrice directeur-adjoint académicien:académicienne essayiste biographe critique traducteur:traductrice scénariste documentariste
	dramaturge parolier:parolière rappeur:rappeuse pianiste violoniste guitariste batteur:batteuse saxophoniste violoncelliste trompettiste chef-opérateur producteur:productrice distributeur:distributrice programmateur:programmatrice
	curateur:curatrice scénographe styliste créateur:créatrice mannequin designer circassien:circassienne conteur:conteuse clown marionnettiste slameur:slameuse youtubeur:youtubeuse influenceur:influenceuse blogueur:blogueuse
	pénaliste bâtonnier:bâtonnière bâtonnière défenseur:défenseuse juré:e assesseur:assesseuse légiste expert-comptable fiscaliste mandataire liquidateur:liquidatrice détenu:e prisonnier:prisonnière évadé:e meurtrier:meurtrière
	partie-civile braqueur:braqueuse cambrioleur:cambrioleuse escroc fugitif:fugitive ravisseur:ravisseuse tueur:tueuse agresseur:agresseuse mis-en-cause
	brigadier:brigadière lieutenant-colonel gardien-de-la-paix douanier:douanière garde-champêtre garde-côte policier-municipal maître-nageur secouriste démineur:démineuse parachutiste mercenaire milicien:milicienne
	commerçant:e épicier:épicière fleuriste poissonnier:poissonnière pâtissier:pâtissière chocolatier:chocolatière traiteur:traiteuse caviste sommelier:sommelière barman barmaid buraliste kiosquier:kiosquière libraire
	antiquaire brocanteur:brocanteuse droguiste quincaillier:quincaillière cordonnier:cordonnière tailleur:tailleuse bijoutier:bijoutière tapissier:tapissière verrier:verrière vannier:vannière forgeron:forgeronne charpentier:charpentière
	couvreur:couvreuse peintre plâtrier:plâtrière carreleur:carreleuse soudeur:soudeuse chaudronnier:chaudronnière tourneur:tourneuse fraiseur:fraiseuse opérateur:opératrice manutentionnaire cariste magasinier:magasinière
	livreur:livreuse coursier:coursière taxi ambulancier:ambulancière éboueur:éboueuse cantonnier:cantonnière jardinier:jardinière paysagiste arboriculteur:arboricultrice céréalier:céréalière ostréiculteur:ostréicultrice
	conchyliculteur:conchylicultrice mareyeur:mareyeuse sylviculteur:sylvicultrice bûcheron:bûcheronne trufficulteur:trufficultrice producteur:productrice maraîcher:maraîchère semencier:semencière bouvier:bouvière
	gouvernante nounou baby-sitter aide-ménagère auxiliaire atsem cantinier:cantinière directeur-général pdg dg drh dirigeant-fondateur repreneur:repreneuse mécène donateur:donatrice bailleur:bailleresse
	courtisan:e châtelain:e héritier:héritière bachelier:bachelière collégien:collégienne interne externe alternant:e saisonnier:saisonnière intérimaire chômeur:chômeuse allocataire bénéficiaire demandeur:demandeuse
	exilé:e sans-papiers clandestin:e déplacé:e apatride blessé:e miraculé:e naufragé:e handicapé:e malade patient:e convalescent:e orphelin:e aîné:e jumeau:jumelle doyen:doyenne curé-doyen chanoine moine aumônier:aumônière
	diacre missionnaire rabbin imam muezzin marabout griot griotte chef-coutumier notable piroguier:piroguière mareyeuse transformatrice tisserand:e
	frondeur:frondeuse trublion favori:favorite tenant:e tombeur:tombeuse vainqueur:vainqueure perdant:e vaincu:e recordman recordwoman outsider challenger:challengeuse vétéran:e revenant:e remplaçant:e
	porte-drapeau meneur:meneuse instigateur:instigatrice initiateur:initiatrice promoteur:promotrice défenseur:défenseuse partisan:e détracteur:détractrice sympathisant:e adhérent:e sociétaire mutualiste coopérateur:coopératrice
	interlocuteur:interlocutrice vis-à-vis émissaire plénipotentiaire attaché:e chargé:e premier-secrétaire consul:consule nonce négociateur:négociatrice
	villageois:e montagnard:e citadin:e insulaire autochtone campeur:campeuse vacancier:vacancière estivant:e plaisancier:plaisancière promeneur:promeneuse cueilleur:cueilleuse surveillant:e veilleur:veilleuse vigile`

// kin are those of them that are somebody's.
const kin = `mère père mari époux épouse femme fils fille frère sœur soeur oncle tante neveu nièce cousin cousine grand-père grand-mère gendre beau-père beau-frère beau-fils
	belle-mère belle-sœur belle-fille parrain marraine filleul filleule compagne compagnon conjoint conjointe voisin voisine ami amie collègue jumeau jumelle cadet cadette
	aîné aînée benjamin benjamine veuf veuve ex-mari fiancé fiancée`

// bodiesF and bodiesM are nouns for organisations.
const (
	bodiesF = `police gendarmerie préfecture mairie ville commune région métropole municipalité administration direction entreprise société compagnie firme filiale multinationale
	banque association fédération confédération ligue fondation ong organisation union coalition opposition majorité gauche droite délégation commission cour justice défense
	partie accusation assemblée chambre présidence chancellerie ambassade armée marine université école faculté académie clinique agence centrale intersyndicale coopérative
	mutuelle caisse inspection autorité régie collectivité équipe formation sélection rédaction maison diplomatie secte église diocèse famille protection police-judiciaire start-up
	brigade sûreté section plateforme centrale cgt cfdt sncf primature magistrature profession filière instance juridiction brasserie exploitation haute-autorité agglomération agglo intercommunalité communauté députation cantine crèche paroisse fabrique zad chaîne enseigne marque plateforme task-force cellule mission
		capitainerie rtbf rts uefa fifa fff ffr lfp ufc-que-choisir cour-des-comptes`
	bodiesM = `gouvernement ministère parquet tribunal parlement sénat cabinet service services conseil comité syndicat parti groupe club collectif institut centre musée hôpital département
	canton diocèse consortium constructeur fabricant distributeur opérateur exploitant géant fonds bureau secrétariat rectorat état-major commissariat observatoire laboratoire réseau mouvement camp
	exécutif élysée kremlin pentagone conseil-d'état consulat patronat medef office organisme établissement quotidien théâtre festival orchestre lycée collège lobby think-tank kremlin vatican
	employeur donneur-d'ordre sous-traitant équipementier avionneur assureur réassureur exécutif législatif régime pouvoir palais siège bloc front rassemblement
		propriétaire promoteur hébergeur transporteur assureur bailleur`
)
