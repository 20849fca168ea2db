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
		ailier gardien pilier capitaine marin patriarche quinquagénaire`)
	x.Add(one|language.Female, `femme mère épouse fille sœur soeur tante nièce grand-mère cousine dame reine princesse duchesse comtesse veuve sage-femme maman belle-sœur
		belle-mère belle-fille belle-soeur tenancière religieuse héroïne vedette patineuse star victime recrue`)
	x.Add(language.Group|language.Plural, `gens parents enfants hommes femmes pères mères frères sœurs pompiers sapeurs-pompiers secours enquêteurs experts proches familles hôtes
		scientifiques organisateurs opposants supporters autorités forces troupes rebelles insurgés policiers gendarmes militaires députés élus syndicats
		sources témoins observateurs analystes époux jeunes amis deux auteurs uns`)
	x.Add(one|language.Nameless|language.Female, `voix source`)
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
		témoignage résolution tweet post affiche tableau carnet brochure mémoire réquisitoire verdict acte loi traité charte`)
	x.Add(language.Document|language.Plural, `documents chiffres données statistiques textes courriels écoutes procès-verbaux lettres rapports`)
	x.Add(language.Outlet|language.Singular, `agence journal quotidien hebdomadaire chaîne radio magazine revue site télévision média mensuel gazette podcast antenne micro`)
	x.Add(language.Agency, `afp belga reuters ap keystone-ats ats ansa efe dpa tass bloomberg apa`)
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
	technicien:technicienne dirigeant:e notable baron:baronne quinquagénaire centenaire étranger:étrangère orateur:oratrice lanceur:lanceuse  visiteur:visiteuse rapporteur:rapporteure`

// bodiesF and bodiesM are nouns for organisations.
const (
	bodiesF = `police gendarmerie préfecture mairie ville commune région métropole municipalité administration direction entreprise société compagnie firme filiale multinationale
	banque association fédération confédération ligue fondation ong organisation union coalition opposition majorité gauche droite délégation commission cour justice défense
	partie accusation assemblée chambre présidence chancellerie ambassade armée marine université école faculté académie clinique agence centrale intersyndicale coopérative
	mutuelle caisse inspection autorité régie collectivité équipe formation sélection rédaction maison diplomatie secte église diocèse famille protection police-judiciaire start-up
	brigade sûreté section plateforme centrale cgt cfdt sncf primature magistrature profession filière instance juridiction brasserie exploitation haute-autorité`
	bodiesM = `gouvernement ministère parquet tribunal parlement sénat cabinet service services conseil comité syndicat parti groupe club collectif institut centre musée hôpital département
	canton diocèse consortium constructeur fabricant distributeur opérateur exploitant géant fonds bureau secrétariat rectorat état-major commissariat observatoire laboratoire réseau mouvement camp
	exécutif élysée kremlin pentagone conseil-d'état consulat patronat medef office organisme établissement quotidien théâtre festival orchestre lycée collège lobby think-tank kremlin vatican
	propriétaire promoteur hébergeur transporteur assureur bailleur`
)
