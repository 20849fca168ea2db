package french

import "github.com/verbatim-bot/verbatim/corpus/language"

// closed adds the closed classes of words.
func closed(x *language.Lexicon) {
	x.Add(language.Pronoun|language.Male|language.Singular, `il`)
	x.Add(language.Pronoun|language.Female|language.Singular, `elle`)
	x.Add(language.Pronoun|language.Male|language.Plural, `ils eux ceux-ci ceux-là`)
	x.Add(language.Pronoun|language.Female|language.Plural, `elles celles-ci`)
	x.Add(language.Pronoun|language.Male|language.Singular, `lui`)
	x.Add(language.Pronoun|language.Demonstrate|language.Male|language.Singular, `celui-ci celui-là`)
	x.Add(language.Pronoun|language.Demonstrate|language.Female|language.Singular, `celle-ci celle-là`)
	x.Add(language.Participle, `nommé nommée appelé appelée surnommé surnommée prénommé prénommée`)
	x.Joined = map[string]language.Class{
		"-il": language.Pronoun | language.Male | language.Singular, "-t-il": language.Pronoun | language.Male | language.Singular,
		"-elle": language.Pronoun | language.Female | language.Singular, "-t-elle": language.Pronoun | language.Female | language.Singular,
		"-ils": language.Pronoun | language.Male | language.Plural, "-elles": language.Pronoun | language.Female | language.Plural,
		"-on": language.Pronoun | language.Neuter, "-t-on": language.Pronoun | language.Neuter,
	}
	x.Add(language.Reflexive, `se s' y lui`)
	x.Add(language.Self, `je j' nous vous tu mon ma mes notre nos votre vos ton ta tes moi toi me m' te t'`)
	x.Add(language.Pronoun|language.Neuter, `on ce c' cela ça`)
	x.Add(language.Definite|language.Male|language.Singular, `le`)
	x.Add(language.Definite|language.Female|language.Singular, `la`)
	x.Add(language.Definite|language.Singular, `l'`)
	x.Add(language.Definite|language.Plural, `les`)
	x.Add(language.Indefinite|language.Male|language.Singular, `un quelqu'un`)
	x.Add(language.Indefinite|language.Female|language.Singular, `une`)
	x.Add(language.Indefinite|language.Plural, `des plusieurs certains certaines quelques beaucoup d'autres tous toutes`)
	x.Add(language.Possessive|language.Male|language.Singular, `son`)
	x.Add(language.Possessive|language.Female|language.Singular, `sa`)
	x.Add(language.Possessive|language.Plural, `ses leurs`)
	x.Add(language.Possessive|language.Singular, `leur`)
	x.Add(language.Demonstrate|language.Male|language.Singular, `ce cet`)
	x.Add(language.Demonstrate|language.Female|language.Singular, `cette`)
	x.Add(language.Demonstrate|language.Plural, `ces`)
	x.Add(language.Preposition, `à de d' du au aux en dans par pour sur sous avec sans chez vers entre contre avant après depuis pendant durant dès devant derrière
		parmi malgré outre hormis sauf via jusqu' jusque lors auprès autour près loin grâce face suite afin envers concernant`)
	x.Add(language.Accord|language.Preposition, `selon d'après`)
	x.Add(language.Accord|language.AccordFirst|language.Preposition, `pour`)
	x.Add(language.AccordNoun, `avis dires dire propos yeux`)
	x.Add(language.AccordNoun|language.AccordFirst, `croire`)
	x.Add(language.That|language.Subordinate, `que qu'`)
	x.Add(language.Subordinate, `qui quand lorsque lorsqu' si où dont comme puisque puisqu' parce tandis alors bien afin quoique quoiqu' pourquoi comment combien lequel laquelle
		lesquels lesquelles auquel duquel quel quelle quels quelles`)
	x.Add(language.And, `et ou mais or ni car donc puis`)
	x.Add(language.Negation, `ne n' pas jamais rien aucun aucune personne plus guère point nul nulle`)
	x.Add(language.Adverb, `hier aujourd'hui demain aussi encore déjà toujours souvent parfois ensuite enfin d'abord alors ainsi même pourtant toutefois cependant néanmoins
		notamment également seulement simplement plutôt ici là très trop bien mal tout peu vite tôt tard désormais maintenant récemment finalement longuement
		clairement fermement sobrement sèchement calmement publiquement franchement immédiatement volontiers aussitôt d'ailleurs justement vraiment certes
		évidemment sans-doute peut-être dehors lundi mardi mercredi jeudi vendredi samedi dimanche matin midi soir nuit après-midi fièrement gaiement
		ironiquement malicieusement amèrement poliment froidement tranquillement modestement joliment quasi presque environ`)
	x.Add(language.Calendar, `semaine mois année jour veille journée lendemain heure heures jours fois lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre`)
	x.Add(language.Particle, `de d' du des la le les von van der den el al ben bin da di del della`)
	x.Add(language.Honorific|language.Male, `m monsieur m. mm messieurs mgr`)
	x.Add(language.Honorific|language.Female, `mme mmes mlle madame mesdames mademoiselle`)
	x.Add(language.Honorific|language.Male, `père frère cheikh imam abbé don monseigneur`)
	x.Add(language.Honorific|language.Female, `sœur soeur`)
	x.Add(language.Honorific, `me maître dr docteur pr professeur`)
	x.Add(language.Abbreviated, `m mm mgr dr pr st ste av bd etc cf p art vol ed éd env tél janv févr sept oct nov déc`)
	x.Add(language.Nameless, `anonymat anonyme anonymement`)
	x.Add(language.Scare, `dit dite dits dites appelé appelée appelés baptisé baptisée surnommé surnommée surnom intitulé intitulée nommé nommée prétendu prétendue terme expression mot
		slogan devise titre opération soi-disant mention film livre roman chanson album série émission revue pièce inscription banderole pancarte affiche programme projet`)
	x.Add(language.Other, `autre autres second seconde troisième`)
	x.Add(language.Fragment, `grand grande petit petite ancien ancienne nouveau nouvelle jeune vieux vieille premier première bon bonne futur future actuel actuelle cher chère
		dernier dernière principal principale seul seule vice ex deux trois quatre cinq six dix`)
	x.Add(language.Common, `hier aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche ainsi reste voilà voici oui non merci bonjour`)
}
