package spanish

import "github.com/verbatim-bot/verbatim/corpus/language"

// closed adds the closed classes of words.
func closed(x *language.Lexicon) {
	x.Add(language.Pronoun|language.Male|language.Singular, `él este`)
	x.Add(language.Pronoun|language.Female|language.Singular, `ella esta`)
	x.Add(language.Pronoun|language.Male|language.Singular|language.Demonstrate, `éste ése aquél`)
	x.Add(language.Pronoun|language.Female|language.Singular|language.Demonstrate, `ésta ésa aquélla`)
	x.Add(language.Participle, `llamado llamada apodado apodada`)
	x.Add(language.Pronoun|language.Male|language.Plural, `ellos éstos`)
	x.Add(language.Pronoun|language.Female|language.Plural, `ellas éstas`)
	x.Add(language.Pronoun|language.Neuter, `ello eso esto aquello uno`)
	x.Add(language.Reflexive, `se`)
	x.Add(language.Reflexive|language.Oblique, `le les lo`)
	x.Add(language.Self, `yo nosotros nosotras tú usted ustedes vosotros vosotras vos mi mis nuestro nuestra nuestros nuestras tu tus vuestro vuestra mí conmigo contigo me nos te os`)
	x.Add(language.Definite|language.Male|language.Singular, `el`)
	x.Add(language.Definite|language.Female|language.Singular, `la`)
	x.Add(language.Definite|language.Male|language.Plural, `los`)
	x.Add(language.Definite|language.Female|language.Plural, `las`)
	x.Add(language.Indefinite|language.Male|language.Singular, `un alguno algún alguien`)
	x.Add(language.Indefinite|language.Female|language.Singular, `una alguna`)
	x.Add(language.Indefinite|language.Plural, `unos unas algunos algunas varios varias muchos muchas otros otras ambos ambas`)
	x.Add(language.Possessive|language.Singular, `su`)
	x.Add(language.Possessive|language.Plural, `sus`)
	x.Add(language.Demonstrate|language.Male|language.Singular, `este ese aquel dicho`)
	x.Add(language.Demonstrate|language.Female|language.Singular, `esta esa aquella dicha`)
	x.Add(language.Demonstrate|language.Plural, `estos estas esos esas aquellos aquellas`)
	x.Add(language.Preposition, `a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por sin sobre tras vía excepto salvo pese debido junto frente
		dentro fuera cerca lejos encima debajo detrás delante además acerca respecto`)
	x.Add(language.Accord|language.Preposition, `según`)
	x.Add(language.Accord|language.AccordFirst|language.Preposition, `para`)
	x.Add(language.AccordNoun, `juicio opinión palabras parecer entender`)
	x.Add(language.AccordNoun|language.AccordFirst, `acuerdo`)
	x.Add(language.That|language.Subordinate, `que`)
	x.Add(language.Subordinate, `quien quienes cuando donde si como porque pues aunque mientras cuyo cuya cuyos cuyas cual cuales qué quién quiénes cómo cuándo dónde cuánto cuántos
		cuánta cuántas cuál cuáles apenas conforme`)
	x.Add(language.And, `y e o u pero sino ni mas`)
	x.Add(language.Negation, `no nunca jamás nada nadie ningún ninguno ninguna tampoco`)
	x.Add(language.Adverb, `ayer hoy mañana anteayer anoche también aún todavía ya siempre luego después entonces así mismo misma sin-embargo solo sólo solamente además incluso
		casi más menos muy tan tanto bien mal aquí ahí allí allá ahora antes pronto tarde temprano nuevamente finalmente posteriormente recientemente
		claramente tajantemente rotundamente públicamente lunes martes miércoles jueves viernes sábado domingo tarde noche madrugada mediodía
		asimismo igualmente quizá quizás acaso apenas recién textualmente literalmente entretanto`)
	x.Add(language.Calendar, `semana mes año día víspera jornada hora horas días fin vez lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`)
	x.Add(language.Particle, `de del la las los van von der da do dos di el al ibn ben`)
	x.Add(language.Honorific|language.Male, `sr sr. señor don d. d señores`)
	x.Add(language.Honorific|language.Female, `sra sra. señora señorita doña dña dña. srta`)
	x.Add(language.Honorific|language.Male, `monseñor mons mons. padre hermano`)
	x.Add(language.Honorific|language.Female, `madre hermana`)
	x.Add(language.Honorific, `dr dr. dra dra. lic lic. ing ing. fray sor`)
	x.Add(language.Abbreviated, `sr sra srta dr dra d dña lic ing gral art núm pág av avda etc ee uu ud uds prof hno hnos mons sto sta tel aprox`)
	x.Add(language.Nameless, `anonimato anónimo anónima anónimamente`)
	x.Add(language.Scare, `llamado llamada llamados llamadas denominado denominada denominados denominadas apodado apodada apodo titulado titulada titulados bautizado bautizada conocido conocida
		término expresión palabra lema eslogan consigna caso operación programa plan proyecto libro novela película canción álbum disco serie obra título supuesto supuesta pretendido
		mote inscripción pancarta cartel letrero revista sobrenombre alias`)
	x.Add(language.Other, `otro otra segundo segunda tercero tercera`)
	x.Add(language.Fragment, `gran grande pequeño pequeña antiguo antigua nuevo nueva joven viejo vieja primer primero primera buen buena futuro futura actual último última principal único única propio propia
		ex dos tres cuatro cinco seis diez mismo misma mejor peor`)
	x.Add(language.Common, `ayer hoy mañana lunes martes miércoles jueves viernes sábado domingo así sí no gracias hola buenos buenas`)
}
