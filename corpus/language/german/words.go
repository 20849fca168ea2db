package german

import "github.com/verbatim-bot/verbatim/corpus/language"

// closed adds the closed classes of words.
func closed(x *language.Lexicon) {
	x.Add(language.Pronoun|language.Male|language.Singular, `er`)
	x.Add(language.Pronoun|language.Female|language.Singular|language.Plural, `sie`)
	x.Add(language.Pronoun|language.Neuter|language.Singular, `es`)
	x.Add(language.Pronoun|language.Singular, `dieser jener`)
	x.Add(language.Reflexive, `sich`)
	x.Add(language.Self|language.Singular, `ich du`)
	x.Add(language.Self|language.Plural, `wir`)
	x.Add(language.Self, `mich mir uns dich dir euch mein unser dein meine unsere deine meinen unseren meinem unserem meiner unserer`)
	x.Add(language.Definite|language.Male|language.Singular, `der`)
	x.Add(language.Definite|language.Female|language.Singular|language.Plural, `die`)
	x.Add(language.Definite|language.Neuter|language.Singular, `das`)
	x.Add(language.Definite|language.Oblique, `dem den des`)
	x.Add(language.Indefinite|language.Singular, `ein eine jemand`)
	x.Add(language.Indefinite|language.Oblique|language.Singular, `einem einen einer eines`)
	x.Add(language.Indefinite|language.Plural, `einige mehrere viele manche andere beide alle`)
	x.Add(language.Possessive, `sein seine seiner seinem seinen seines ihr ihre ihrer ihrem ihren ihres deren dessen eigenen eigener`)
	x.Add(language.Demonstrate, `dieser diese dieses diesem diesen jener jene jenes jenem jenen`)
	x.Add(language.Preposition, `mit in im am an auf aus bei beim von vom zu zum zur nach vor hinter über unter neben zwischen für gegen ohne um durch
		bis seit während wegen trotz statt anstatt außer gegenüber entlang ab dank mittels namens samt nebst gemäß binnen innerhalb außerhalb
		oberhalb unterhalb anhand aufgrund angesichts bezüglich hinsichtlich infolge inmitten jenseits kraft mangels per pro ans aufs ins fürs übers unters vors`)
	x.Add(language.As, `wie`)
	x.Add(language.Site, `aus bei beim seitens vonseiten im in vom von`)
	x.Add(language.Accord|language.Preposition, `laut`)
	x.Add(language.Accord|language.Adverb, `so`)
	x.Add(language.AccordAfter, `zufolge`)
	x.Add(language.AccordNoun, `angaben aussage aussagen ansicht meinung einschätzung darstellung auskunft überzeugung worten bericht berichten informationen auffassung
		schätzung schätzungen erkenntnissen berechnungen bekunden`)
	x.Add(language.That|language.Subordinate, `dass daß`)
	x.Add(language.Subordinate, `ob wenn als während weil da obwohl nachdem bevor ehe damit sobald solange falls wie wo warum weshalb wer was wann welche
		welcher welches welchen welchem indem sodass sofern wobei womit wodurch worauf woran worüber wofür`)
	x.Add(language.And, `und oder aber doch sondern denn sowie`)
	x.Add(language.Negation, `nicht kein keine keinen keinem keiner nie niemals nichts niemand weder`)
	x.Add(language.Adverb, `auch noch nun dann da heute gestern später zuvor zudem jedoch allerdings bereits schon erneut weiter außerdem dabei dazu dagegen
		daraufhin hier dort jetzt nur wieder einmal immer oft selbst sogar dennoch trotzdem gleichzeitig unterdessen derweil inzwischen schließlich
		anschließend danach wiederum hingegen also etwa jüngst kürzlich zuletzt zunächst ebenfalls ebenso knapp leise trocken kurz weiterhin
		mittags abends morgens nachmittags vormittags nachts wörtlich offen deutlich klar ausdrücklich einst damals nämlich ferner seinerseits ihrerseits`)
	x.Add(language.Adverb|language.Calendar|language.Common, `montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april mai juni juli
		august september oktober november dezember montagmorgen dienstagmorgen mittwochmorgen donnerstagmorgen freitagmorgen samstagmorgen sonntagmorgen
		montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend montagnachmittag mittwochnachmittag
		donnerstagnachmittag freitagnachmittag vormittag nachmittag abend morgen mittag nacht wochenende`)
	x.Add(language.Particle, `von van de der den zu zum zur vom da di del della ten ter bin al el la le`)
	x.Add(language.Abbreviated, `dr prof st bzw ca usw etc evtl ggf inkl mio mrd nr str tel vgl z.b u.a d.h co hl jh abs art bd geb gest ing dipl med phil jur`)
	x.Add(language.Nameless, `anonym namentlich ungenannt anonymität`)
	x.Add(language.Scare, `sogenannte sogenannten sogenannter sogenanntes sogenanntem namens motto titel schlagwort stichwort aufschrift wort begriff`)
	x.Add(language.Scare, `heißt heißen hieß hießen genannt getauft betitelt überschrieben`)
	x.Add(language.Other, `anderer andere anderes zweiter zweite dritter dritte weiterer weitere`)
	x.Add(language.Definite|language.Oblique, `am im beim vom zum zur ins ans aufs fürs übers`)
	x.Add(language.Common, `viel wenig mehr weniger genug ganz halb kaum fast rund knapp gut etwas keinerlei allerlei all lauter zwei drei vier fünf sechs sieben
		acht neun zehn elf zwölf dutzende hunderte tausende anfang mitte woche wochen monat monate tag abend nacht stunde minute seite teil teile punkt punkte
		liter gramm kilogramm sankt st bad nord süd ost west neu new los san real kein doch nun ja nein bitte danke ende gegend raum richtung familie firma stadt
		eltern leute menschen geld wasser zeit arbeit hilfe glück pech ruhe kritik lob streit mangel ersatz platz recht schuld lust angst`)
	x.Add(language.Common, `anlass auskunft anfang million millionen milliarde milliarden tausend franken euro dollar prozent uhr meter kilometer kilo tonnen stunden
		minuten tage tagen jahre jahren jahr mark cent grad hektar liter mal insgesamt ende mitte beginn hinweis antwort frage`)
}
