package french

import "github.com/verbatim-bot/verbatim/corpus/language"

// kinds tells which nouns for people may mean one person: a line is of one kind,
// by office, trade or field; a plus marks the words for any person of that kind.
// What stands on no line tells nothing.
func kinds(x *language.Lexicon) {
	x.AddAnybody(`intéressé intéressée héros héroïne homme femme jeune garçon fille dame monsieur gamin gamine
		trentenaire quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire nonagénaire centenaire adolescent adolescente retraité retraitée vétéran doyen doyenne patriarche
		matriarche benjamin benjamine vedette star invité invitée lauréat lauréate natif native père mère`)
	x.AddKinds(
		`vice-procureur vice-procureure procureur-adjoint substitute juge +magistrat +magistrate procureur procureure président présidente avocat avocate avocat-général greffier greffière bâtonnier bâtonnière +pénaliste +défenseur +juriste notaire huissier huissière assesseur
			substitut parquetier parquetière`,
		`lieutenant-colonel capitaine-pompier +policier +policière +gendarme commissaire brigadier brigadière lieutenant lieutenante capitaine commandant commandante colonel colonelle adjudant sergent major +officier +officière +enquêteur
			+enquêtrice +militaire général générale +pompier pompière amiral +soldat +gradé +gradée chef cheffe secouriste maréchal sous-officier porte-parole`,
		`maire député députée sénateur sénatrice ministre président présidente vice-président vice-présidente conseiller conseillère +élu +élue +édile bourgmestre échevin échevine +parlementaire adjoint
			adjointe premier-ministre chancelier chancelière gouverneur gouverneure +candidat +candidate eurodéputé eurodéputée +leader +opposant +opposante syndic syndique +dirigeant +dirigeante secrétaire
			municipal municipale député-maire sénateur-maire +socialiste +écologiste +centriste +libéral +libérale +communiste +patron +patronne +chef +cheffe`,
		`préfet préfète sous-préfet sous-préfète +fonctionnaire +représentant +représentante`,
		`+chercheur +chercheuse +scientifique biologiste géologue physicien physicienne chimiste historien historienne sociologue économiste politologue climatologue météorologue paléontologue
			archéologue anthropologue philosophe démographe géographe +juriste mathématicien mathématicienne ingénieur ingénieure informaticien informaticienne astronome hydrologue linguiste
			océanographe glaciologue volcanologue sismologue astrophysicien astrophysicienne généticien généticienne immunologiste microbiologiste neurologue botaniste zoologue entomologiste
			ornithologue écologue ethnologue criminologue agronome toxicologue +expert +experte +spécialiste +universitaire professeur professeure +enseignant-chercheur directeur directrice +auteur
			+autrice +auteure coauteur coautrice +savant +savante doctorant doctorante épidémiologiste virologue psychologue analyste +enseignant +enseignante`,
		`+médecin +docteur docteure infirmier infirmière aide-soignant aide-soignante chirurgien chirurgienne pharmacien pharmacienne psychologue psychiatre vétérinaire dentiste +soignant +soignante
			+praticien +praticienne généraliste urgentiste pédiatre cardiologue oncologue gynécologue anesthésiste neurologue épidémiologiste virologue professeur professeure chef cheffe +spécialiste
			sage-femme infirmier-chef infirmière-cheffe kinésithérapeute`,
		`+joueur +joueuse entraîneur entraîneuse entraîneure sélectionneur sélectionneuse +technicien +technicienne +coach manager manageur attaquant attaquante +défenseur défenseure milieu buteur buteuse
			gardien gardienne capitaine +athlète coureur coureuse cycliste nageur nageuse ailier ailière demi pilier talonneur +champion +championne +médaillé +médaillée +sportif +sportive skieur skieuse
			+tennisman +footballeur +footballeuse +rugbyman +basketteur +basketteuse +handballeur +handballeuse boxeur boxeuse pilote président présidente latéral stoppeur libéro avant-centre meneur meneuse
			arbitre +dirigeant +dirigeante pivot recordman vice-champion vice-championne tenant tenante grimpeur grimpeuse sprinteur sprinteuse judoka marathonien marathonienne`,
		`+écrivain +écrivaine romancier romancière poète +auteur +autrice +auteure réalisateur réalisatrice +cinéaste documentariste acteur actrice comédien comédienne chanteur chanteuse +musicien +musicienne
			compositeur compositrice danseur danseuse chorégraphe peintre sculpteur sculptrice photographe +artiste humoriste dessinateur dessinatrice metteur metteuse scénariste dramaturge rappeur
			rappeuse pianiste violoniste guitariste producteur productrice conservateur conservatrice éditeur éditrice libraire directeur directrice essayiste biographe galeriste`,
		`+journaliste reporter rédacteur rédactrice éditorialiste correspondant correspondante chroniqueur chroniqueuse présentateur présentatrice animateur animatrice photographe`,
		`+patron +patronne pdg dg gérant gérante +dirigeant +dirigeante +entrepreneur +entrepreneuse +industriel +industrielle actionnaire directeur directrice président présidente fondateur fondatrice
			cofondateur cofondatrice homme-d'affaires banquier banquière commerçant commerçante restaurateur restauratrice hôtelier hôtelière armateur armatrice repreneur repreneuse propriétaire cadre
			investisseur investisseuse boulanger boulangère artisan artisane chef cheffe cuisinier cuisinière cafetier cafetière tenancier tenancière`,
		`+agriculteur +agricultrice éleveur éleveuse viticulteur viticultrice vigneron vigneronne +paysan +paysanne berger bergère apiculteur apicultrice maraîcher maraîchère +exploitant +exploitante
			céréalier céréalière producteur productrice arboriculteur arboricultrice`,
		`pêcheur pêcheuse +marin +marine navigateur navigatrice skipper skippeuse capitaine +patron +patronne matelot ostréicultrice ostréiculteur piroguier armateur armatrice plaisancier`,
		`+syndicaliste délégué déléguée +représentant +représentante secrétaire +militant +militante gréviste cheminot cheminote ouvrier ouvrière salarié salariée employé employée +leader +responsable`,
		`+enseignant +enseignante instituteur institutrice professeur professeure proviseur proviseure principal principale directeur directrice maître maîtresse recteur rectrice pédagogue`,
		`curé prêtre évêque archevêque cardinal abbé pasteur imam rabbin moine +prélat +religieux +religieuse pape pontife`,
		`directeur directrice +responsable président présidente +patron +patronne chef cheffe +dirigeant +dirigeante`,
		`porte-parole +responsable`,
		`guide alpiniste +montagnard +montagnarde gardien gardienne secouriste moniteur monitrice`,
		`+étudiant +étudiante élève lycéen lycéenne collégien collégienne doctorant doctorante apprenti apprentie`,
	)
	x.AddAccused(`prévenu prévenue accusé accusée suspect suspecte mis-en-cause condamné condamnée`)
}
