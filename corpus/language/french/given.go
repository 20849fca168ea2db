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
		maurice max maxence maxime mehdi mickaël michel mohamed moïse moussa nathan nicolas noé noël norbert normand octave olivier oscar pascal patrice patrick paul philibert philippe pierre
		pierre-andré pierre-yves quentin rachid raoul raphaël raymond régis rémi rémy renaud rené richard robert robin rodolphe roger roland romain romuald ronan samuel samir sébastien
		serge siméon simon stanislas stéphane sylvain sylvestre tanguy théo théodore thibault thibaut thierry thomas timothée titouan tristan ulysse urbain valentin valère vianney victor
		abdou abdoulaye abdelkader abdallah abderrahmane adama alassane ali alioune amadou amine anis arona assane ayoub aziz babacar bakary bilal boubacar brahim chérif cheikh
		demba djibril driss fadel farid fodé hakim hamid hamza hassan hicham houari ibrahima idriss idrissa ilyès issa ismaël jamel jihad kader kamel khaled kofi kouadio kouamé koffi lamine lassana mahamadou mahmoud
		malick mamoudou massamba mbaye modou moktar mounir mourad mustapha nabil nadir nassim noureddine omar oumar ousmane papa rayan reda riad sadio saïd salah salif samba sékou sidi slimane
		sofiane souleymane tarek tidiane tiémoko youcef younes youssouf yacine yassine zinedine
		erwan gwenaël gwendal goulven hervé ewen malo maël mathurin corentin loig riwan tugdual briac alaric aloïs anselme archibald aristide augustin balthazar barthélemy baudouin brieuc calixte
		casimir célestin clovis constant côme cyprien dieudonné donatien edgar edmond edgard élie élisée elias emeric emery eudes evan fulbert gontran gustav gatien gédéon hilaire hyacinthe irénée isidore
		jean-baptiste jean-bernard jean-charles jean-christophe jean-david jean-denis jean-didier jean-étienne jean-gabriel jean-guy jean-hugues jean-loup jean-pascal jean-rené jean-robert jean-sébastien jean-victor jean-vincent
		josué jude lambert landry lazare liam lilian lucas-andré ludwig luigi lubin magloire marin marceau mayeul médard melchior mikaël milan modeste narcisse nathanaël nestor nils noam odilon omer oswald pacôme
		pierre-alain pierre-antoine pierre-emmanuel pierre-henri pierre-jean pierre-louis pierre-marie pierre-olivier placide prosper rodrigue rolland rufin sacha saturnin séraphin servan siegfried sixte sully
		sven tancrède thaddée théophile tibère timéo titus tony ugo valérien valéry virgile wandrille wilfrid yaël yanis zéphyrin bart bram dirk dries filip frank geert gert guido hendrik jan jelle jeroen johan joris karel koen kris kurt lieven
		luk maarten mathijs peter piet pieter rik rob ruben sander servais stef stijn tim tom toon wim wouter alois beat emil ernst fritz hans hansruedi heinz jakob jürg kaspar kilian lorenz matteo rené reto roland rolf ruedi rudolf ueli urs walter werner
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
		yvette yvonne zoé godelieve aminata aïssata aïssatou adja adjoa akissi amina amel amira asma assia awa aya ayesha binta bineta bintou chérifa coumba diarra dalila djamila djeneba fadoua faïza fanta farida fatimata
		fatoumata fatou ghizlane habiba hafsa hajar halima hanane hawa hayat houda ikram imane inaya jamila kadiatou kadidia kenza khady khadidja lamia latifa leïla loubna maïmouna malika mariama marième maryam mouna myriem nabila nafissatou
		naïma najat nawal ndeye nour oumou rachida ramatoulaye rania rokhaya rokia sabah safia safiatou saïda salima salma samia sana sara siham sokhna soraya soukaina wafa yacine yasmina yasmine yousra zahra zeïnabou zineb zohra
		gwenn gwénola gwendoline nolwenn rozenn enora katell maëlle maïwenn maëlys soizic tiphaine typhaine yuna armelle bleuenn azélie calixte cassandre célestine célia céleste cerise clothilde coline corentine cyrielle daniela
		delphine-marie diana domitille dorine eliette élina éline élisa élisabeth-marie ellen elsie emmanuella ernestine eugénia euphrasie éva fantine félicie félicité fernande flavia floriane francine frida gabriela gladys graziella guillemette gwladys
		hanna hannah heidi herminie honorine ida inaya ines ingeborg iseult ivana jacinthe janine jeannette joanna joana johanna josepha josiane judite julienne justyna katia kelly kristel lara larissa lauranne laureline léonor léopoldine léontine liane
		line lisa lison liv livia lorraine loriane louison lucia lucile luna maëva maïa maia mahaut manuela marcella margaret margarida margot-marie maria-luisa marianna marie-anne marie-antoinette marie-cécile marie-catherine marie-dominique
		marie-élisabeth marie-ève marie-françoise marie-jeanne marie-joëlle marie-louise marie-madeleine marie-martine marie-noëlle marie-odile marie-paule marie-rose marie-sophie marie-victoire marielle marilyne marika marilou marisol marta mauricette
		maya mélodie mélusine mila milena mina mirabelle mona nadège naomi natalia nelly nicoletta ninon noëlie noëlla noëlle océane odélie ondine oxana paola paule pernelle pétronille philippine philomène prisca quitterie rachel
		raïssa ramona rita roberta romane romy rosa rosine roseline samantha sandie sidonie sixtine stella sybille sylviane tamara tania tara tess thaïs théa théodora toscane ursula valentina véra viviana wendy yaëlle ysaline
		régula ruth ursina vreni beatrix annemarie elisabetta elke els greet griet hilde inge katrien karen kathleen kirsten leen lieve lies liesbeth marijke mieke nele petra sabien saskia sofie tinne veerle annelies bianca barbra`)
	x.Add(language.Given, `alix andrea camille charlie claude dominique eden gaby lou morgan noa sacha`)
}
