package german

// men and women are first names that are common where German is spoken, besides
// those that English news prints.
const (
	men = `konstantin constantin valentin quentin florentin clementin celestin severin augustin faustin sabin abdul abdullah achim achmed adalbert adolf ahmed ahmet albin albrecht aleksandar alessandro alexis alfons ali almir alois aloys amadeus amir amos
		anatol anders andi andrej andrzej andré anselm ansgar anton antonin antonio arend ari aristoteles arjen armand armin arne arno arnold arvid attila
		august axel aydin ayhan aziz bahri balduin baldur balthasar bartholomäus bartosz bastian beat bela benedict benedikt benjamin benno berat bernd
		bernhard berthold bertram birger birk bjarne björn bodo bogdan bora boris branko brice bruno burak burkhard burkhart can carsten cem cemal cengiz cenk
		christof christoph cihan claus clemens collin constantin cornelius corvin cyrill dag dagobert damian dariusz darko davor dejan denis deniz derk
		desmond detlef detlev devrim dieter dietmar dietrich dimitri dimitrios dirk domenic dominik doruk dragan eberhard eckart eckhard edgar edin edmund
		edzard egbert egon ehrenfried eike einar ekkehard elias elmar elyas emanuel emil emin emre enes engelbert enno enrico enver ephraim erdal erdem erik
		erkan ernst erol ersin ertan erwin eugen evren ewald fabian fabio fadi falk farid fatih fedor felice felix ferdinand ferhat fiete finn firat florian
		folkert frank franz frederik fridolin friedbert friedel friedemann friedhelm friedrich fritz fynn gabor gabriel gebhard georg gerald gerd gerhard
		gernot gero gerrit gisbert goran gordon gottfried gregor grzegorz guido gunnar gunter guntram gustav gökhan götz günter günther hagen hakan halil
		hamit hannes hanno hanns hans hanspeter hansruedi harald harro hartmut hartwig harun hasan hassan haydar heiko heimo heiner heinrich heinz heinzpeter
		helge helmut hendrik henk henning henrik herbert heribert hermann hilal hilmar hinnerk hinrich holger horst hossein hubert hubertus hugo humbert
		husein hussein hüseyin ibrahim idris ignaz igor ilhan ilija ilja ilyas imre ingmar ingo ingolf irfan isa isidor ismail ismet issa ivan ivica ivo jaap
		jacek jaime jakob jan jannik jannis janosch jaroslaw jasper jens jeremias jerome jerzy jiri joachim jochen johann johannes jonas joost joris jorma
		joscha josef josip jost julius jupp jurij jusuf jörg jörn jürg jürgen kadir kai kamil karim karl karlheinz karsten kasimir kaspar kay kemal kenan
		kerem khaled kilian kjell klaus klemens knud knut konrad koray korbinian krzysztof kunibert kurt köbi lars lasse laszlo laurenz laurin leander leif
		lennart leo leon leonhard leopold levent levi lew ljubomir lorenz lothar ludger ludwig ludwik luis luka lukas lukasz lutz maciej magnus mahmud mahmut
		maik malte manfred marcel marcin marek marian mario marius marko markus marten mathias mats matthias maurice max maximilian mehdi mehmet meinhard
		meinolf merlin mert mesut metin michael mihai mikael mike milan milos mirko miroslav mladen mohamed mohammed moritz mounir muhammed murat musa mustafa
		naim nasser nedim nenad neven nicolai nicolas niels nihat niklas nikola nikolai nikolaus nils noah noel norbert odin olaf ole oliver onur orhan ortwin
		oskar osman oswin otmar otto ottokar pascal patrik paul pavel pawel peer pepe peppi percy petar peter philipp piet piotr pirmin pjotr quirin radek
		radoslaw radovan rafael rafal ragnar raimund rainer ralf ralph ramazan rami rasmus raul recep refik reiner reinhard reinhold remo renato rene reto
		riccardo rico robin roderich roger roland rolf romuald ronny ruben rudi rudolf rupert rupprecht rüdiger said salih salvatore samir samuel sandor
		sandro sascha savas sebastian sedat selim semih sepp serdar serhat serkan severin siegbert siegfried siegmar sigmar sigurd silvan silvio simeon simon
		sinan slavko slobodan soren stanislaw stefan stefano steffen stellan sten stipe suleyman sven swen sören süleyman tahir taner tarek tarik teo thaddäus
		theo theodor thilo thomas thorben thorsten thure tibor till tilman tilo timm timo timur tjark tobias tolga tomas tomasz tomislav torben torge torsten
		traugott tristan udo ueli ugur ulf uli ullrich ulrich umut urban urs utz uwe vaclav valentin vedat veit vidal viktor vinzenz vito vladan vladimir
		volkan volker volkmar waldemar walter wendelin wenzel werner wieland wilfried wilhelm willi willibald wim winfried witold wladimir wojciech wolf
		wolfgang wolfram wulf xaver yannick yannik yasin yilmaz younes yunus yusuf zacharias zafer zeki zlatko zoltan zoran ömer özgür`
	women = `katherin catherin kristin valerin adelheid adina afra agata agathe agnes agnieszka aischa alena alessia alexandra alicja alina alma almut alwine amalie amelie amina anastasia andrea
		aneta anette angela angelika anika anita anja anka anke ann anna annabell anne annedore annegret anneke anneli anneliese annemarie annett annette
		annika antje antonia apollonia arzu asli astrid auguste aurelia ayla aylin ayse aysel ayşe azra babette barbara beate beatrix belinda benita berit
		berna bernadette berta bettina betül bianca birgit birgül birte bogna brigitta brigitte brit britta brunhild brunhilde burcu bärbel canan carina carla
		carmen carola carolin caroline charlotte christa christel christiane christina christine claire clara claudia constanze cordula corinna cornelia
		cäcilia cäcilie dagmar damaris daniela daria defne delia demet derya desiree diana dilara dilek doreen doris dorle dorota dorothea dorothee dörte ebru
		eda edda edelgard edeltraud edith elena elfriede elif elisa elisabeth elke ella ellen elli elsbeth else elvira emilia emine emma erika erna esma esra
		esther eugenia eva evelin eveline evelyn ewa fadime fatima fatma feride filiz franka franziska frauke freya fridtje frieda friederike gabi gabriele
		gaby gerda gerlinde gerti gertrud gesa gesche gesine gisela gitta gitte gloria greta grete gudrun gundula gunhild gönül gülay gülcan gülsen hanna
		hannah hanne hannelore hatice hedda hedwig heide heidemarie heidi heidrun heike helen helena helene helga henni henny henriette henrike hermine herta
		hertha hilde hildegard hildegund hiltrud ida ieva ilka ilona ilse imke ina ines inga inge ingeborg ingrid inka insa ira irena irene iris irma irmela
		irmgard irmtraud isabel isabell isabella isolde ivana ivonne jadwiga jana janina jasmin jelena jennifer jessica jette joana johanna jolanta josefa
		josefine jovana judith julia juliane julika jutta jördis kadriye karen karin karla karola karoline katarina katarzyna kateryna katharina kathrin katja
		katrin kerstin kim kira kirsten klara konstanze kordula kornelia kriemhild kristin kristina kunigunde larissa laura lea leila lena leni leonie leonore
		leyla liane liesel lieselotte lili lilli linda lioba lisa lisbeth liselotte lore loretta lotta lotte lotti louisa luisa luise luzia lydia madeleine
		magda magdalena maike maja malena malgorzata manuela mara marei mareike maren margarete margit margot margret maria marianne marie marieke marija
		marika marina marion marit marita marlen marlene marlies marta martha martina mathilde mechthild mechtild meike melanie melek melike melina merle
		meryem mia michaela mila milena milica mina mira mirela miriam mirjam monika muriel nadia nadine nadja nailja natalia natalie natascha nele nesrin
		nicola nicole nina nora norma nour nuray nurcan oda odile oksana olena olga ortrud ottilie oxana patrizia paula paulina pauline petra philippa pia
		rabea ragna rahel ramona raphaela rebecca rebekka regina regine regula reinhild renata renate ricarda rita romy ronja rosa rosalie rosel rosemarie
		rosi roswitha roxana ruth sabina sabine sabrina sandra sanja sara sarah saskia selma senta sevim sibel sibylle sieglinde sigrid sigrun silja silke
		silvana silvia simone sina sinem snezana sofia sofie sonja sophia sophie stefanie steffi stella stephanie susann susanna susanne svea svenja svetlana
		swantje swetlana sybille sylke sylvia sükran tabea tamara tanja tatjana telse thea thekla theres theresa therese tina traude traudel trude trudi tülay
		ulla ulrike ursel ursula urte uschi uta ute valentina valerie vanessa vera verena veronika vesna veysel victoria viktoria viola vivien vroni waltraud
		waltraut wanda wenke weronika wibke wiebke wilhelmine wilma yasemin yasmin yeliz yvonne zehra zeynep zita zsuzsa özlem`
)
