package spanish

import "github.com/verbatim-bot/verbatim/corpus/language"

// kinds tells which nouns for people may mean one person: a line is of one kind,
// by office, trade or field; a plus marks the words for any person of that kind.
// What stands on no line tells nothing.
func kinds(x *language.Lexicon) {
	x.AddAnybody(`interesado interesada aludido aludida 
		 héroe heroína hombre mujer joven chico chica muchacho muchacha pibe piba niño niña señor señora anciano anciana adolescente jubilado jubilada veterano veterana
		protagonista estrella figura homenajeado homenajeada galardonado galardonada premiado premiada padre madre`)
	x.AddKinds(
		`juez jueza fiscal magistrado magistrada abogado abogada +letrado +letrada procurador procuradora +defensor +defensora +penalista +criminalista +jurista notario notaria presidente presidenta
			acusador acusadora +representante`,
		`+policía guardia +militar general coronel comandante teniente sargento cabo capitán almirante comisario comisaria inspector inspectora +agente +oficial +uniformado +uniformada jefe jefa bombero
			bombera +mando gendarme carabinero carabinera intendente portavoz`,
		`ministro ministra alcalde alcaldesa exalcalde exalcaldesa presidente presidenta vicepresidente vicepresidenta expresidente expresidenta senador senadora diputado diputada +edil concejal concejala
			exconcejal exconcejala +regidor +regidora +munícipe primer +parlamentario +parlamentaria +legislador +legisladora congresista gobernador gobernadora intendente intendenta consejero consejera
			+mandatario +mandataria +líder +lideresa +candidato +candidata +secretario +secretaria subsecretario subsecretaria viceministro viceministra canciller +dirigente +dirigenta jefe jefa +político
			+política +socialista +popular +conservador +conservadora +opositor +opositora portavoz vocero vocera +funcionario +funcionaria +titular premier eurodiputado eurodiputada prefecto prefecta`,
		`+investigador +investigadora +científico +científica biólogo bióloga microbiólogo microbióloga geólogo geóloga físico física químico química historiador historiadora sociólogo socióloga economista
			politólogo politóloga climatólogo climatóloga meteorólogo meteoróloga paleontólogo paleontóloga arqueólogo arqueóloga antropólogo antropóloga filósofo filósofa demógrafo demógrafa
			geógrafo geógrafa matemático matemática ingeniero ingeniera astrónomo astrónoma hidrólogo hidróloga lingüista catedrático catedrática +experto +experta +especialista analista profesor
			profesora director directora +autor +autora coautor coautora oceanógrafo oceanógrafa glaciólogo glacióloga genetista inmunólogo inmunóloga neurólogo neuróloga botánico botánica zoólogo
			zoóloga ornitólogo ornitóloga ecólogo ecóloga +académico +académica +docente doctorando doctoranda becario becaria epidemiólogo epidemióloga virólogo viróloga geoquímico geoquímica
			astrofísico astrofísica psicólogo psicóloga +universitario +universitaria criminólogo criminóloga`,
		`+médico +médica +doctor +doctora enfermero enfermera cirujano cirujana farmacéutico farmacéutica psicólogo psicóloga psiquiatra veterinario veterinaria dentista +sanitario +sanitaria pediatra
			cardiólogo cardióloga oncólogo oncóloga ginecólogo ginecóloga anestesista internista intensivista +facultativo +facultativa epidemiólogo epidemióloga virólogo viróloga neurólogo neuróloga
			+especialista jefe jefa +profesional +galeno`,
		`+jugador +jugadora +futbolista entrenador entrenadora +técnico +técnica seleccionador seleccionadora delantero delantera centrocampista mediocampista +defensor +defensora defensa +goleador +goleadora
			portero portera arquero arquera guardameta capitán capitana +atleta corredor corredora ciclista nadador nadadora alero alera escolta pívot +campeón +campeona subcampeón subcampeona
			+medallista +deportista boxeador boxeadora tenista lateral zaguero zaguera volante mánager dt timonel +míster +preparador +preparadora presidente presidenta árbitro árbitra piloto +directivo
			canterano canterana maratonista velocista gimnasta pelotero pelotera lanzador lanzadora esquiador esquiadora internacional base +estratega ariete`,
		`+escritor +escritora novelista poeta poetisa +autor +autora director directora +realizador +realizadora +cineasta documentalista actor actriz cantante cantautor cantautora +músico +música compositor
			compositora bailarín bailarina bailaor bailaora cantaor cantaora coreógrafo coreógrafa pintor pintora escultor escultora fotógrafo fotógrafa +artista humorista dibujante guionista
			dramaturgo dramaturga +intérprete rapero rapera pianista violinista guitarrista +productor +productora editor editora librero librera ensayista biógrafo biógrafa +creador +creadora comisario
			comisaria`,
		`+periodista reportero reportera redactor redactora editor editora corresponsal columnista presentador presentadora locutor locutora biógrafo biógrafa +comunicador +comunicadora fotógrafo
			fotógrafa`,
		`+empresario +empresaria gerente +directivo +directiva +ejecutivo +ejecutiva director directora presidente presidenta fundador fundadora cofundador cofundadora dueño dueña propietario propietaria
			industrial accionista inversor inversora banquero banquera comerciante hostelero hostelera hotelero hotelera patrón patrona socio socia +emprendedor +emprendedora consejero consejera
			panadero panadera cocinero cocinera chef armador armadora constructor constructora naviero`,
		`+agricultor +agricultora ganadero ganadera viticultor viticultora +campesino +campesina pastor pastora apicultor apicultora hortelano hortelana +productor +productora caficultor caficultora
			+labrador +labradora bodeguero bodeguera jornalero jornalera regante`,
		`pescador pescadora +marinero +marinera navegante patrón patrona capitán capitana armador armadora mariscador mariscadora barquero barquera boga +lanchero +lanchera`,
		`+sindicalista delegado delegada +representante +secretario +secretaria +dirigente +dirigenta portavoz vocero vocera obrero obrera trabajador trabajadora huelguista estibador estibadora minero minera
			+líder +lideresa +responsable`,
		`maestro maestra profesor profesora +docente director directora +educador +educadora rector rectora decano decana catedrático catedrática`,
		`obispo arzobispo cardenal cura +sacerdote párroco imán rabino pastor monja +prelado +religioso +religiosa papa pontífice fraile`,
		`director directora +responsable presidente presidenta jefe jefa +dirigente +dirigenta portavoz vocero vocera +titular coordinador coordinadora +activista`,
		`+estudiante alumno alumna +universitario +universitaria becario becaria aprendiz aprendiza`,
	)
	x.AddAccused(`acusado acusada procesado procesada imputado imputada investigado investigada encausado encausada sospechoso sospechosa detenido detenida reo condenado condenada`)
}
