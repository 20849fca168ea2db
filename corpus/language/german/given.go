package german

// men and women are first names that are common where German is spoken, besides
// those that English news prints.
const (
	men = `achim adalbert adolf albrecht alfons alois aloys andré anselm anton armin arne arno arnold august axel baldur bastian beat benno bernd bernhard berthold bertram
		björn bodo bruno burkhard carsten christof christoph claus cornelius dagobert detlef dieter dietmar dietrich dirk eberhard eckart eckhard edgar egon ehrenfried
		ekkehard emil engelbert enno ernst erwin eugen ewald falk felix ferdinand florian franz friedhelm friedrich fritz georg gerald gerd gerhard gernot gero gottfried
		götz gregor guido günter günther gunnar gustav hagen hanno hannes hans harald harro hartmut hartwig heiko heiner heinrich heinz helge helmut hendrik henning
		herbert hermann hilmar hinrich holger horst hubert hubertus hugo ignaz ingo ingolf jakob jan jannik jens joachim jochen johann johannes jonas jörg jörn josef
		jürgen julius jupp kai karl karsten kaspar klaus konrad korbinian kunibert kurt lars lasse leander lennart leo leonhard leopold lorenz lothar ludger ludwig luis
		lukas lutz magnus malte manfred marek marius markus marten mathias matthias max maximilian meinhard meinolf michael mirko moritz niklas nikolaus nils norbert olaf
		oliver ortwin oskar oswin otmar otto ottokar paul peer philipp pirmin quirin raimund rainer ralf ralph reiner reinhard reinhold reto robin roland rolf rüdiger
		rudi rudolf rupert sebastian sepp siegbert siegfried siegmar sigurd simon stefan steffen sven thaddäus theo theodor thilo thomas thorben thorsten tilman tilo timo
		tobias torben torsten udo ulf uli ullrich ulrich urban urs utz uwe valentin veit viktor vinzenz volker volkmar waldemar walter wenzel werner wendelin wieland
		wilfried wilhelm willi willibald winfried witold wolf wolfgang wolfram wulf xaver emre mehmet mustafa yusuf murat hakan cem can ömer ali ahmet hasan davor goran
		dragan milan zoran jannis köbi ueli reto jürg hansruedi`
	women = `bärbel adelheid agnes alexandra alwine amalie anette angela angelika anja anke anna anneliese annegret annemarie annette antje antonia astrid auguste barbara beate
		beatrix benita berta bettina bianca birgit birte brigitte britta brunhilde carina carla carola cäcilie charlotte christa christel christiane christina christine
		claudia constanze corinna cordula cornelia dagmar daniela dörte doris dorothea dorothee edelgard edith elfriede elisabeth elke ella ellen elsbeth else elvira
		emma erika erna esther eva evelyn frauke franziska frieda friederike gabi gabriele gaby gerda gerlinde gertrud gerti gesine gisela gudrun gundula hanna hanne
		hannelore hedwig heide heidemarie heidi heidrun heike helene helga henni henriette henrike herta hilde hildegard hiltrud ilona ilse ines inga inge ingeborg ingrid
		inka irene irma irmgard irmtraud isolde jana janina jasmin jette johanna josefine judith julia juliane jutta karen karin karla karoline katharina kathrin katja
		katrin kerstin kira klara kordula kristina lena leni leonie lieselotte lilli linda lisa lore lotte luise luzia magda magdalena maike mareike margarete margit
		margot margret maria marianne marie marina marion marita marlene marlies martha martina mathilde mechthild meike melanie merle michaela milena mina mira mirjam
		monika nadine nele nicole nina nora ortrud ottilie petra pia rahel ramona rebekka regina regine regula reinhild renate rita ronja rosa rosemarie rosi roswitha
		ruth sabine sabrina sandra sara saskia sibylle sieglinde sigrid silja silke silvia simone sofie sonja stefanie stephanie susanne svenja swantje sylvia tanja
		tatjana thea theresa tina traudel trude ulla ulrike ursula urte uta ute uschi valerie vera verena veronika viola vroni waltraud wenke wibke wiebke wilhelmine
		wilma yvonne elif ayşe aylin fatma zeynep leyla`
)
