package spanish

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// nouns adds the nouns for those who speak.
func nouns(x *language.Lexicon) {
	const one = language.Role | language.Singular
	for p := range strings.FieldsSeq(roles) {
		m, f, _ := strings.Cut(p, ":")
		switch f {
		case "":
			x.Add(one, m)
			x.Add(language.Group|language.Plural, plural(m))
			continue
		case "a": // alcalde, alcaldesa have two words; abogado:a, director:a, escritor:a, campeón:a
			f = strings.TrimSuffix(strings.TrimSuffix(m, "o"), "e") + "a"
			if base, ok := strings.CutSuffix(m, "ón"); ok {
				f = base + "ona"
			} else if base, ok := strings.CutSuffix(m, "án"); ok {
				f = base + "ana"
			} else if base, ok := strings.CutSuffix(m, "és"); ok {
				f = base + "esa"
			}
		}
		x.Add(one|language.Male, m)
		x.Add(one|language.Female, f)
		x.Add(language.Group|language.Plural, plural(m)+" "+plural(f))
	}
	x.Add(one|language.Male, `hombre padre marido hijo hermano tío sobrino abuelo primo chico muchacho niño rey príncipe duque conde papa obispo arzobispo cardenal cura sacerdote párroco imán rabino
		pastor yerno suegro cuñado bombero viudo pibe técnico héroe míster`)
	x.Add(one|language.Female, `mujer madre esposa hija hermana tía sobrina abuela prima chica muchacha niña reina princesa duquesa condesa viuda matrona monja nuera suegra cuñada actriz
		víctima persona estrella heroína piba figura`)
	for w := range strings.FieldsSeq(`organismo entidad institución organización compañía empresa establecimiento corporación`) {
		x.Words[w] |= language.Generic
	}
	for w := range strings.FieldsSeq(kin) {
		x.Words[w] |= language.Kin
	}
	x.Add(language.Group|language.Plural, `gente padres hijos hombres mujeres madres hermanos bomberos expertos familiares familias vecinos científicos organizadores opositores aficionados autoridades fuerzas tropas
		rebeldes policías guardias militares diputados sindicatos fuentes testigos observadores analistas jóvenes amigos autores allegados magistrados letrados agentes
		portavoces ediles munícipes sanitarios padres esposos dirigentes`)
	x.Add(one|language.Nameless|language.Female, `voz fuente`)
	x.Add(language.Nameless, `fuentes voces`)
	x.Add(one|language.Nameless|language.Male, `alguien`)
	x.Words["alguien"] &^= language.Opening
	// Those from somewhere: a noun behind an article, else an adjective.
	for p := range strings.FieldsSeq(`alemán:alemana americano:americana andaluz:andaluza argelino:argelina argentino:argentina asturiano:asturiana australiano:australiana austríaco:austríaca belga
		boliviano:boliviana brasileño:brasileña británico:británica búlgaro:búlgara canadiense catalán:catalana chileno:chilena chino:china colombiano:colombiana coreano:coreana cubano:cubana
		danés:danesa ecuatoriano:ecuatoriana egipcio:egipcia escocés:escocesa español:española estadounidense finlandés:finlandesa francés:francesa gallego:gallega griego:griega holandés:holandesa
		húngaro:húngara indio:india inglés:inglesa iraní iraquí irlandés:irlandesa israelí italiano:italiana japonés:japonesa madrileño:madrileña marroquí mexicano:mexicana neerlandés:neerlandesa
		noruego:noruega palestino:palestina peruano:peruana polaco:polaca portugués:portuguesa rumano:rumana ruso:rusa senegalés:senegalesa serbio:serbia sevillano:sevillana sirio:siria
		sueco:sueca suizo:suiza turco:turca ucraniano:ucraniana uruguayo:uruguaya valenciano:valenciana vasco:vasca venezolano:venezolana`) {
		m, f, two := strings.Cut(p, ":")
		if !two {
			x.Add(one|language.Fragment, m)
			continue
		}
		x.Add(one|language.Fragment|language.Male, m)
		x.Add(one|language.Fragment|language.Female, f)
	}
	for list, g := range map[string]language.Class{bodiesF: language.Female, bodiesM: language.Male} {
		for w := range strings.FieldsSeq(list) {
			x.Add(language.Body|language.Singular|g, w)
			x.Add(language.Body|language.Plural|g, plural(w))
		}
	}
	x.Add(language.Document|language.Singular, `comunicado informe estudio carta nota correo mail octavilla encuesta sondeo documento investigación sentencia fallo auto escrito denuncia querella texto artículo
		balance estudio hallazgo ensayo proyecto-de-ley reporte circular decreto real-decreto entrevista post memorando comunicación expediente peritaje
		libro mensaje publicación declaración discurso editorial auditoría dictamen recurso manifiesto petición análisis testimonio resolución tuit post cartel diario
		cuaderno folleto memoria acta ley tratado boletín atestado pliego moción providencia`)
	x.Add(language.Document|language.Plural, `documentos datos cifras estadísticas textos correos escuchas actas cartas informes`)
	x.Add(language.Outlet|language.Singular, `agencia periódico semanario cadena radio revista portal televisión emisora rotativo medio gaceta podcast micrófonos canal web`)
	x.Add(language.Agency, `efe europa-press colpisa servimedia andina prensa-latina xinhua dpa afp reuters ap ansa dpa tass bloomberg notimex télam telam`)
}

// plural gives the plural of a noun.
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "z"):
		return strings.TrimSuffix(w, "z") + "ces"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "és"):
		return w
	case strings.HasSuffix(w, "ión"), strings.HasSuffix(w, "ón"):
		return strings.TrimSuffix(w, "ón") + "ones"
	case strings.HasSuffix(w, "án"):
		return strings.TrimSuffix(w, "án") + "anes"
	case strings.HasSuffix(w, "és"):
		return strings.TrimSuffix(w, "és") + "eses"
	}
	switch w[len(w)-1] {
	case 'a', 'e', 'i', 'o', 'u':
		return w + "s"
	}
	return w + "es"
}

// roles are nouns for one person, with the form for a woman where there is
// another: "a" where it takes that.
const roles = `ministro:a exministro:a alcalde:alcaldesa exalcalde:exalcaldesa presidente:presidenta vicepresidente:vicepresidenta expresidente:expresidenta director:a subdirector:a portavoz responsable secretario:a jefe:jefa
	senador:a diputado:a exdiputado:a edil concejal concejala consejero:a conseller:consellera delegado:a subdelegado:a embajador:a canciller gobernador:a comisario:a juez jueza fiscal magistrado:a abogado:a
	letrado:a procurador:a notario:a testigo acusado:a procesado:a detenido:a denunciante querellante sospechoso:a condenado:a policía guardia militar general coronel comandante teniente sargento:a cabo almirante
	médico:a doctor:a enfermero:a celador:a cirujano:a farmacéutico:a psicólogo:a psiquiatra veterinario:a dentista epidemiólogo:a virólogo:a profesor:a docente maestro:a estudiante alumno:a rector:a rectora decano:a
	investigador:a científico:a biólogo:a microbiólogo:a geólogo:a geoquímico:a físico:a químico:a historiador:a sociólogo:a economista politólogo:a climatólogo:a meteorólogo:a paleontólogo:a arqueólogo:a antropólogo:a filósofo:a
	demógrafo:a geógrafo:a jurista matemático:a ingeniero:a informático:a arquitecto:a astrónomo:a hidrólogo:a lingüista catedrático:a becario:a doctorando:a experto:a perito:a especialista analista consultor:a asesor:a
	escritor:a novelista poeta:poetisa autor:a coautor:a periodista reportero:a redactor:a editor:a corresponsal columnista presentador:a locutor:a guionista cineasta director:a actor:actriz cantante músico:a compositor:a
	bailarín:bailarina coreógrafo:a pintor:a escultor:a fotógrafo:a artista humorista dibujante galerista librero:a bibliotecario:a conservador:a comisario:a jugador:a futbolista entrenador:a técnico:a seleccionador:a
	delantero:a defensa centrocampista goleador:a portero:a arquero:a árbitro:a capitán:a atleta corredor:a ciclista nadador:a alero abonado:a aficionado:a hincha cuidador:a organero:a organista operario:a esquiador:a piloto campeón:a medallista deportista boxeador:a tenista
	patrón:a gerente dirigente dirigenta empresario:a industrial accionista inversor:a banquero:a comerciante panadero:a carnicero:a hostelero:a hotelero:a agricultor:a ganadero:a viticultor:a campesino:a pescador:a pastor:a apicultor:a hortelano:a
	obrero:a empleado:a trabajador:a funcionario:a sindicalista representante militante huelguista manifestante ferroviario:a camionero:a transportista chófer conductor:a maquinista estibador:a minero:a
	artesano:a albañil carpintero:a fontanero:a electricista mecánico:a peluquero:a modista cocinero:a camarero:a habitante vecino:a inquilino:a propietario:a jubilado:a residente usuario:a cliente pasajero:a viajero:a turista
	visitante espectador:a voluntario:a superviviente damnificado:a refugiado:a migrante amigo:a colega compañero:a homólogo:a rival adversario:a competidor:a socio:a sucesor:a predecesor:a sustituto:a
	fundador:a creador:a cofundador:a organizador:a coordinador:a tesorero:a administrador:a gestor:a observador:a negociador:a mediador:a diplomático:a enviado:a inspector:a interventor:a auditor:a
	detective rescatista socorrista bombero:a guía guarda conserje agente cartero:a registrador:a contable ayudante asistente aprendiz:a candidato:a opositor:a disidente activista ecologista líder lideresa regidor:a
	interesado:a aludido:a protagonista adolescente joven anciano:a marinero:a navegante alpinista excursionista buzo astronauta aviador:a armador:a forestal cazador:a educador:a monitor:a formador:a internauta lector:a participante
	firmante mandatario:a parlamentario:a eurodiputado:a popular socialista titular premier monarca soberano:a primogénito:a galardonado:a premiado:a ganador:a relojero:a tonelero:a cervecero:a quesero:a tendero:a
	mayor subteniente legionario:a veterano:a leñador:a molinero:a barquero:a ceramista alfarero:a orador:a ponente relator:a baronesa barón paisano:a forastero:a dueño:a encargado:a operario:a
	pregonero:a sereno sacristán:a campanero:a farero:a barrendero:a costurero:a tejedor:a labrador:a capataz:a tasador:a archivero:a secretaria intendente prefecto:a comunero:a lonko 
	movilizador:a utilero:a recluso:a preso:a convocante madrina padrino nieto:a bisnieto:a exmarido exmujer exesposa novio:a pareja ponente
	miembro integrante vocal primer-ministro primera-ministra subsecretario:a viceministro:a vicecanciller premier legislador:a congresista asambleísta constituyente diputado:a senador:a intendente:intendenta alcaldesa corregidor:a síndico:a veedor:a contralor:a defensor:a personero:a
	prosecretario:a vocero:a portavoz cónsul nuncio agregado:a plenipotenciario:a negociador:a exgobernador:a exsenador:a expresidente exalcaldesa exfiscal exjuez exconcejal exconcejala exconsejero:a exfutbolista exjugador:a exministro:a
	oceanógrafo:a glaciólogo:a vulcanólogo:a sismólogo:a astrofísico:a cosmólogo:a genetista inmunólogo:a neurólogo:a neurocientífico:a botánico:a zoólogo:a entomólogo:a ornitólogo:a primatólogo:a ecólogo:a etnólogo:a
	prehistoriador:a medievalista egiptólogo:a criminólogo:a estadístico:a urbanista agrónomo:a enólogo:a toxicólogo:a oncólogo:a cardiólogo:a pediatra ginecólogo:a urgenciólogo:a radiólogo:a anestesista internista intensivista
	sanitario:a fisioterapeuta logopeda auxiliar matrón:a paramédico:a camillero:a investigador:a académico:a universitario:a inventor:a codirector:a ensayista biógrafo:a crítico:a traductor:a guionista documentalista dramaturgo:a
	letrista rapero:a pianista violinista guitarrista baterista saxofonista trompetista productor:a distribuidor:a programador:a curador:a escenógrafo:a diseñador:a estilista modelo payaso:a titiritero:a cuentacuentos youtuber influencer
	bloguero:a bailaor:bailaora cantaor:cantaora tocaor:tocaora torero:a matador:a rejoneador:a novillero:a ganadero:a penalista criminalista forense jurado:a imputado:a investigado:a encausado:a querellado:a demandante demandado:a convicto:a reo fugitivo:a asesino:a
	agresor:a ladrón:a atracador:a estafador:a secuestrador:a víctima perjudicado:a brigadista subinspector:a intendente comisionado:a gendarme carabinero:a patrullero:a paracaidista guerrillero:a excombatiente miliciano:a exguerrillero:a cabecilla
	tendero:a verdulero:a pescadero:a florista pastelero:a confitero:a barista sumiller bodeguero:a quiosquero:a anticuario:a zapatero:a sastre:a joyero:a tapicero:a herrero:a cerrajero:a soldador:a pintor:a operador:a mozo:a reponedor:a
	repartidor:a mensajero:a taxista recolector:a jardinero:a paisajista caficultor:a floricultor:a cacaotero:a cañero:a arrocero:a ostricultor:a mariscador:a percebeiro:percebeira pescadora bateeiro redero:a leñador:a arriero:a gaucho puestero:a baqueano:a
	niñero:a empleador:a directivo:a ejecutivo:a consejero:a mecenas donante heredero:a bachiller liceísta escolar colegial universitario:a temporero:a jornalero:a desempleado:a beneficiario:a solicitante exiliado:a desplazado:a
	deportado:a herido:a náufrago:a paciente enfermo:a convaleciente huérfano:a gemelo:a mellizo:a abad abadesa fraile capellán:capellana diácono:a misionero:a monje rabino:a canónigo hermano:a cacique curandero:a machi
	vencedor:a perdedor:a campeona subcampeón:a plusmarquista maratonista maratoniano:a velocista saltador:a lanzador:a judoca gimnasta piragüista remero:a regatista timonel surfista escalador:a montañero:a baloncestista balonmanista
	pívot mediocampista zaguero:a líbero defensor:a carrilero:a mediapunta pichichi suplente canterano:a cancerbero guardameta bateador:a beisbolista pelotero:a lanzador:a pitcher
	púgil luchador:a motociclista copiloto mánager preparador:a ayudante masajista dirigente hincha socio:a peñista convocado:a
	promotor:a impulsor:a precursor:a detractor:a partidario:a simpatizante afiliado:a cooperativista asociado:a interlocutor:a comisionista emisario:a mandamás caudillo timonel
	lugareño:a aldeano:a isleño:a montañés:montañesa indígena campista veraneante dominguero:a paseante transeúnte vigilante celador:a sereno:a vendedor:a dependiente:dependienta cajero:a limpiador:a
	kelly teleoperador:a rider feriante buhonero:a lotero:a afilador:a campanera restaurador:a luthier encuadernador:a tallista imaginero:a alfarera tejedora hilandera bordador:a`

// kin are those of them that are somebody's.
const kin = `madre padre marido esposo esposa mujer hijo hija hermano hermana tío tía sobrino sobrina primo prima abuelo abuela nieto nieta yerno nuera suegro suegra cuñado cuñada
	padrino madrina novio novia pareja viudo viuda vecino vecina amigo amiga colega gemelo gemela mellizo melliza exmarido exmujer exesposa compañero compañera`

// bodiesF and bodiesM are nouns for organisations.
const (
	bodiesF = `policía guardia alcaldía ciudad administración dirección empresa sociedad compañía firma filial multinacional banca asociación federación confederación liga fundación
		ong organización unión coalición oposición derecha izquierda delegación comisión corte justicia fiscalía abogacía defensa acusación asamblea cámara presidencia cancillería
		embajada armada universidad facultad academia clínica agencia central cooperativa mutua caja inspección autoridad junta diputación generalitat xunta consejería conselleria
		secretaría subdelegación plataforma coordinadora patronal directiva formación selección redacción iglesia diócesis parroquia familia brigada institución entidad audiencia moncloa
		corporación mancomunidad comunidad gerencia consultora aseguradora constructora distribuidora promotora operadora aerolínea farmacéutica eléctrica editorial discográfica cofradía
		intendencia gobernación municipalidad comuna procuraduría contraloría unidad defensoría personería superintendencia veeduría vicepresidencia vocería bancada mesa multisectorial cuadrilla escuadra selección aseguradora
		hermandad conferencia conferencia-episcopal autoridad-portuaria capitanía comandancia jefatura dirección-general demarcación universidad facultad cátedra red alianza marca cadena fábrica factoría naviera minera petrolera telefónica fao unesco unicef onu oms conagua cgt ugt ccoo`
	bodiesM = `gobierno ministerio ejecutivo ayuntamiento cabildo tribunal supremo juzgado parlamento congreso senado gabinete servicio servicios consejo comité sindicato partido grupo club colectivo instituto
		centro museo hospital departamento consorcio fabricante distribuidor operador gigante fondo banco secretariado rectorado comisariado observatorio laboratorio movimiento bloque
		kremlin pentágono vaticano elíseo patronato organismo establecimiento teatro festival colegio ejército equipo estado concello consistorio municipio tripartito pp psoe vox
		ente regulador directorio sepla cuerpo episcopado obispado arzobispado sindicato-médico gremio plantel consejo-de-ministros oficialismo pacto bipartito fmi bid inah inegi imss`
)
