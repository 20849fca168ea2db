package french

import "github.com/verbatim-bot/verbatim/corpus/language"

// given adds first names that are common where French is spoken. Those that
// both men and women have tell nothing.
func given(x *language.Lexicon) {
	x.Add(language.Given|language.Male, `adrien aimé alain albert alexandre alexis alphonse amadou amaury ambroise anatole andré antoine antonin armand arnaud arthur aubin auguste augustin
		aurélien aymeric barnabé baptiste basile bastien benjamin benoît benoit bernard bertrand blaise boris brice bruno cédric césar charles christian christophe clément colin corentin cyril
		cyrille damien daniel david denis didier dimitri dorian édouard edouard éloi emile émile emmanuel enzo éric eric ernest étienne etienne eugène fabien fabrice félix ferdinand fernand
		florent florian francis franck françois frédéric gabriel gaël gaétan gaspard gaston gauthier gautier geoffroy georges gérald gérard germain gilbert gilles grégoire grégory guillaume
		gustave guy henri hervé hippolyte honoré hubert hugo hugues ibrahim isaac ivan jacky jacques jean jean-baptiste jean-claude jean-françois jean-jacques jean-louis jean-luc jean-marc
		jean-marie jean-michel jean-noël jean-paul jean-philippe jean-pierre jean-yves jérémie jérémy jérôme joachim joël jonas jonathan joris joseph josselin jules julien justin karim kevin
		kévin laurent léo léon léonard léopold lionel loïc louis luc lucas lucien ludovic malik mamadou marc marcel mario marius martial martin mathias mathieu mathis matthias matthieu
		maurice max maxence maxime mehdi mickaël michel mohamed moïse moussa nathan nicolas noé noël norbert octave olivier oscar pascal patrice patrick paul philibert philippe pierre
		pierre-andré pierre-yves quentin rachid raoul raphaël raymond régis rémi rémy renaud rené richard robert robin rodolphe roger roland romain romuald ronan samuel samir sébastien
		serge siméon simon stanislas stéphane sylvain sylvestre tanguy théo théodore thibault thibaut thierry thomas timothée titouan tristan ulysse urbain valentin valère vianney victor
		vincent virgile vivien wilfried willy xavier yann yannick yoann youssef yves yvan yvon zacharie`)
	x.Add(language.Given|language.Female, `adèle adeline adrienne agathe agnès aïcha aline aliénor alice amandine ambre amélie anaïs andrée angèle angélique anita anne anne-laure anne-marie anne-sophie annette
		annick annie anouk antoinette ariane arlette armelle astrid aude audrey aurélie aurore axelle barbara béatrice bénédicte berthe blandine brigitte camélia capucine carine carla carole caroline
		catherine cécile céline chantal charlène charlotte chloé christelle christiane christine claire clara clarisse claudette claudine clémence clémentine clotilde colette constance coralie corinne
		cynthia danièle danielle daphné delphine denise diane dominique-anne dorothée édith edith éléonore éliane elisabeth élisabeth élise eliane ella élodie éloïse elsa émeline émilie emma emmanuelle
		estelle esther eugénie eva évelyne fabienne fadila fanny farah farida fatiha fatima fatou faustine flavie fleur flora florence france françoise frédérique gabrielle gaëlle geneviève georgette géraldine germaine
		ghislaine gisèle gwenaëlle héloïse hélène henriette hortense huguette inès ingrid irène iris isabelle jacqueline jade jeanne jeannine jennifer jessica joëlle josette joséphine josiane judith julia julie
		juliette justine karine khadija laetitia laëtitia laure laurence laurie léa leïla lena léna leila léonie liliane lila lina lise loïse lola louise lucette lucie lucienne ludivine lydia lydie lysiane
		madeleine magali manon marcelle margaux margot marguerite maria mariam marianne marie marie-ange marie-christine marie-claire marie-claude marie-france marie-hélène marie-josé marie-laure marie-pierre
		marie-thérèse marine marion marjolaine marlène marthe martine maryse maryvonne mathilde maud mélanie mélissa michèle micheline mireille monique morgane muriel myriam nadège nadia nadine natacha nathalie
		nicole nina noémie nora odette odile olga olympe oriane ophélie pascale paulette pauline perrine raymonde rebecca régine renée rosalie rose roxane sabine sabrina salomé samira sandra sandrine sarah
		ségolène séverine simone solange solène sonia sophie stéphanie suzanne suzon sylvie sylvaine tatiana thérèse valentine valérie vanessa véronique victoire victoria violette virginie viviane yolande
		yvette yvonne zoé godelieve`)
	x.Add(language.Given, `alix andrea camille charlie claude dominique eden gaby lou morgan noa sacha`)
}
