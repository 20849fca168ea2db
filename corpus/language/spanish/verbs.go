package spanish

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/language"
)

// verbs adds the reporting verbs of x, and the others that end a noun phrase.
func verbs(x *language.Lexicon) {
	regular(x, language.Say, `declarar afirmar explicar anunciar precisar indicar asegurar subrayar recordar/recuerd confesar/confies relatar narrar testificar replicar insistir resumir
		lamentar denunciar criticar comentar observar anotar constatar señalar apostar/apuest rogar/rueg remarcar recalcar apuntar puntualizar matizar ironizar zanjar completar
		corregir/corrig rectificar aprobar/aprueb conceder pronosticar diagnosticar preguntar reclamar exigir exhortar aconsejar alertar avisar alegar evocar invocar
		acusar reprochar achacar atribuir/atribuy calificar saludar elogiar celebrar confirmar estimar juzgar enunciar citar reivindicar garantizar reiterar repetir/repit
		especificar mencionar clarificar aclarar detallar revelar desvelar informar comunicar notificar manifestar/manifiest expresar exponer recomendar/recomiend proponer sugerir/sugier
		advertir/adviert argumentar razonar rebatir objetar contraponer enfatizar destacar resaltar esgrimir deslizar avanzar adelantar pronunciar sentenciar concluir/concluy
		apostillar anticipar añadir agregar responder contestar comparar explayar relativizar minimizar acotar ahondar abundar incidir defender/defiend admitir reconocer describir escribir prometer jurar vaticinar augurar prever predecir describir apelar
		suplicar implorar ordenar amenazar invitar animar instar urgir solicitar demandar transmitir trasladar plantear cuestionar valorar analizar ponderar
		sintetizar justificar arengar fantasear lanzar filosofar razonar admirar quejarse comprometerse compartir certificar dictaminar declamar
		agradecer felicitar condenar avalar aplaudir aludir sopesar prevenir certificar desgranar desglosar teorizar contextualizar reafirmar ratificar reseñar evaluar
		pormenorizar ilustrar ejemplificar vaticinar advertir increpar recriminar censurar fustigar reprobar diagnosticar abogar proclamar auspiciar refrendar
		vincular subrayar recapitular argüir concretar ofertar insinuar ejemplarizar sugestionar retrucar graficar remarcar agradecer tuitear publicar
		enumerar evidenciar constatar demostrar/demuestr establecer recetar refrescar dedicar
		postular recitar escribir tuitear tildar tachar señalar opinar alabar hablar conversar reflexionar`)
	regular(x, language.Think, `creer pensar/piens esperar temer considerar imaginar suponer dudar confiar/confí entender/entiend calcular estimar juzgar presumir sospechar desear soñar/sueñ
		saber ver querer/quier encontrar/encuentr`)
	regular(x, language.Cry, `exclamar gritar chillar murmurar susurrar suspirar bromear soltar/suelt espetar disparar refunfuñar gruñir protestar clamar bramar balbucear tartamudear sollozar
		llorar carcajear rematar sonreír burlar mofar vociferar mascullar musitar cuchichear farfullar rezongar vocear cortar interrumpir terciar intervenir/intervien
		arrancar arremeter estallar explotar tronar/truen rugir/rug sincerarse felicitarse alegrarse emocionarse indignarse sorprenderse resignarse excusarse disculparse despedirse/despid presumir
		ironizar bufar resoplar jadear sisear silbar barruntar renegar maldecir cavilar deslizar azuzar pinchar retar desafiar tranquilizar animar confesarse sonrojarse
		enorgullecerse lamentarse indignarse desahogarse sincerarse vanagloriarse jactarse escandalizarse exasperarse encogerse emocionarse preocuparse asombrarse
		consolarse defenderse rectificar desgañitarse burlarse escupir machacar martillear repreguntar apurar
		comprometerse quejarse explayarse referirse pronunciarse manifestarse expresarse mostrarse
		cantar entonar coincidir corear jalear saltar aventurar porfiar preguntarse enfadarse asentir/asient bromear chancear proseguir/prosigu continuar/continú seguir/sigu guasear fanfarronear ufanarse alardear`)
	for c, lines := range map[language.Class]string{
		language.Say: `decir dice decía dijo dirá diría diga, dicen decían dijeron dirán;dicho;diciendo
			contar cuenta contaba contó contará, cuentan contaban contaron;contado;contando
			sostener sostiene sostenía sostuvo sostendrá, sostienen sostenían sostuvieron;sostenido;sosteniendo
			mantener mantiene mantenía mantuvo, mantienen mantenían mantuvieron;mantenido;manteniendo
			proponer propone proponía propuso, proponen proponían propusieron;propuesto;proponiendo
			exponer expone exponía expuso, exponen exponían expusieron;expuesto;exponiendo
			contraponer contrapone contrapuso;contrapuesto;contraponiendo
			prever prevé preveía previó, prevén preveían previeron;previsto;previendo
			predecir predice predijo, predicen predijeron;predicho;prediciendo
			describir describe describía describió, describen describían;descrito descrita;describiendo
			escribir escribe escribía escribió, escriben escribían escribieron;escrito escrita;escribiendo
			reconocer reconoce reconocía reconoció, reconocen reconocían reconocieron;reconocido;reconociendo
			advertir advierte advertía advirtió, advierten advertían advirtieron;advertido;advirtiendo
			sugerir sugiere sugería sugirió, sugieren sugerían sugirieron;sugerido;sugiriendo
			repetir repite repetía repitió, repiten repetían repitieron;repetido;repitiendo
			corregir corrige corregía corrigió, corrigen;corregido;corrigiendo
			atribuir atribuye atribuía atribuyó, atribuyen atribuían;atribuido;atribuyendo
			concluir concluye concluía concluyó, concluyen concluían concluyeron;concluido;concluyendo
			resolver resuelve resolvió;resuelto;resolviendo
			referir refiere refería refirió, refieren refirieron;referido;refiriendo
			pedir pide pedía pidió, piden pedían pidieron;pedido;pidiendo
			introducir introduce introdujo;introducido;introduciendo
			aducir aduce adujo, aducen adujeron;aducido;aduciendo
			oponer opone opuso;opuesto;oponiendo
			convenir conviene convino;convenido;conviniendo`,
		language.Think: `creer cree creía creyó, creen creían;creído;creyendo
			suponer supone suponía supuso, suponen;supuesto;suponiendo
			saber sabe sabía supo, saben sabían;sabido;sabiendo
			ver ve veía vio, ven veían;visto;viendo
			querer quiere quería quiso, quieren querían;querido;queriendo
			encontrar encuentra encontraba encontró, encuentran;encontrado;encontrando`,
		language.Cry: `leer lee leía leyó, leen leían leyeron;leído;leyendo
			oír oye oía oyó, oyen oían oyeron;oído;oyendo
			sonreír sonríe sonreía sonrió, sonríen sonreían;sonreído;sonriendo
			reír ríe reía rió rio, ríen reían;reído;riendo
			intervenir interviene intervenía intervino, intervienen;intervenido;interviniendo
			despedir despide despidió;despedido;despidiendo
			asentir asiente asintió;asentido;asintiendo
			quejar queja quejaba quejó, quejan;quejado;quejando`,
		language.Say | language.Deny: `negar niega negaba negó, niegan negaban negaron;negado;negando
			desmentir desmiente desmentía desmintió, desmienten desmintieron;desmentido;desmintiendo
			refutar refuta refutaba refutó;refutado;refutando
			contradecir contradice contradijo;contradicho;contradiciendo
			rechazar rechaza rechazaba rechazó, rechazan rechazaron;rechazado;rechazando`,
		language.Verb: `estar está estaba estuvo, están estaban estuvieron;;
			tener tiene tenía tuvo, tienen tenían tuvieron;;
			ir va iba fue, van iban fueron;;
			poner pone ponía puso, ponen ponían pusieron;;
			salir sale salía salió, salen salían salieron;;
			venir viene venía vino, vienen venían vinieron;;
			volver vuelve volvía volvió, vuelven volvían volvieron;;
			perder pierde perdía perdió, pierden perdieron;;
			morir muere moría murió, mueren murieron;;
			dormir duerme dormía durmió, duermen;;
			conseguir consigue conseguía consiguió, consiguen consiguieron;;
			ofrecer ofrece ofrecía ofreció, ofrecen ofrecieron;;
			parecer parece parecía pareció, parecen parecían;;
			traer trae traía trajo, traen trajeron;;
			recibir recibe recibía recibió, reciben recibieron;;
			vivir vive vivía vivió, viven vivían vivieron;;
			abrir abre abría abrió, abren abrieron;;
			hacer hace hacía hizo, hacen hacían hicieron;;
			dar da daba dio, dan daban dieron;;
			caer cae caía cayó, caen cayeron;;
			acudir acude acudía acudió, acuden acudieron;;
			subir sube subía subió, suben subieron;;
			comparecer comparece compareció, comparecen;;
			permanecer permanece permanecía permaneció, permanecen;;
			decidir decide decidió, deciden decidieron;;
			exigir exige exigía exigió;;`,
	} {
		for l := range strings.Lines(lines) {
			listed(x, c, l)
		}
	}
	regular(x, language.Verb, `llegar entrar pasar quedar dejar llevar buscar trabajar ganar jugar/jueg esperar mirar tomar empezar/empiez comenzar/comienz terminar acabar cerrar/cierr costar/cuest
		mostrar/muestr levantar presentar participar votar viajar visitar firmar ocupar dirigir presidir representar estudiar guardar preferir/prefier calentar/calient
		abandonar marcar celebrar figurar constar necesitar utilizar intentar lograr comprar vender nacer correr aprender comer beber romper cumplir sufrir existir
		aceptar apoyar atender/atiend permitir impedir/impid servir/sirv elegir/elig encabezar evitar afectar suponer reunir bajar aparecer desaparecer crecer mandar enviar`)
	x.Add(language.Demand, `pide pedía pidió piden pidieron pedido pidiendo pedir exige exigía exigió exigen exigieron exigido reclama reclamaba reclamó reclaman reclamaron reclamado
		solicita solicitó solicitan solicitaron solicitado promete prometió prometen prometieron prometido propone propuso proponen propuesto
		recomienda recomendó recomiendan recomendado aconseja aconsejó ordena ordenó ordenan ordenado insta instó instan instado exhorta exhortó exhortado
		invita invitó invitado amenaza amenazó amenazan amenazado suplica suplicó jura juró jurado demanda demandó ruega rogó rogado urge urgió`)
	for _, w := range []string{`vida`, `vidas`, `vido`, `vidos`, `vía`, `vían`} {
		x.Words[w] &^= language.Reports | language.Finite | language.Participle // ver has others
	}
	x.Add(language.Again, `añade añadía añadió añadido agrega agregaba agregó agregado prosigue proseguía prosiguió continúa continuaba continuó insiste insistía insistió insistido concluye concluía concluyó
		concluido abunda abundó remata remató rematado apostilla apostilló apostillado precisa precisó puntualiza puntualizó`)
	for f := range strings.FieldsSeq(`pone ponía puso ponen pusieron puesto`) {
		x.AddSplit(language.Say, f, `manifiesto`)
	}
	for f := range strings.FieldsSeq(`da daba dio dan dieron dado`) {
		x.AddSplit(language.Say, f, `entender`)
	}
	for f := range strings.FieldsSeq(`deja dejaba dejó dejan dejaron dejado`) {
		x.AddSplit(language.Say, f, `claro constancia caer`)
	}
	for f := range strings.FieldsSeq(`hace hacía hizo hacen hicieron hecho`) {
		x.AddSplit(language.Say, f, `saber hincapié constar`)
	}
	for f := range strings.FieldsSeq(`está estaba están`) {
		x.AddSplit(language.Think, f, `seguro segura seguros convencido convencida convencidos persuadido`)
	}
	for f := range strings.FieldsSeq(`es fue era muestra mostró mostraba`) {
		x.AddSplit(language.Say, f, `tajante rotundo rotunda contundente taxativo categórico`)
	}
	for f := range strings.FieldsSeq(`quita quitaba quitó`) {
		x.AddSplit(language.Say, f, `hierro`)
	}
	x.Add(language.Auxiliary|language.Verb|language.Singular, `ha había hubo es era fue`)
	x.Add(language.Auxiliary|language.Verb|language.Plural, `han habían hubieron son eran fueron`)
	x.Add(language.Auxiliary|language.Verb, `puede pueden podía podían podrá podrán debe deben debía debían suele suelen solía`)
	x.Add(language.Auxiliary|language.Verb|language.Report, `habría habrían sería serían podría podrían debería deberían`)
	x.Add(language.Verb|language.Report, `estaría estarían tendría tendrían haría harían`)
	x.Add(language.Auxiliary, `haber habiendo ser siendo sido poder deber`)
}

// listed adds one line "infinitive forms of one, forms of several; participles;
// gerund".
func listed(x *language.Lexicon, c language.Class, line string) {
	for i, p := range strings.Split(line, ";") {
		first, several := i == 0, false
		for w := range strings.FieldsSeq(p) {
			w, comma := strings.CutSuffix(w, ",")
			switch {
			case first:
				x.Words[w] |= c | language.Infinite
				first = false
			case i == 1:
				x.Words[w] |= c | language.Participle
			case i == 2:
				x.Words[w] |= c | language.Gerund
			case several:
				x.Words[w] |= c | language.Finite | language.Plural
			default:
				x.Words[w] |= c | language.Finite | language.Singular
			}
			several = several || comma
		}
	}
}

// regular adds the forms of verbs given as infinitives, or as infinitive/stem
// where the stem of the present is another: "pensar/piens". A reflexive at the
// end is read over. Where a verb's past is its own, [listed] has it.
func regular(x *language.Lexicon, c language.Class, list string) {
	for v := range strings.FieldsSeq(list) {
		v, present, _ := strings.Cut(v, "/")
		v = strings.TrimSuffix(v, "se")
		cut := len(v) - 2
		if strings.HasSuffix(v, "ír") {
			cut = len(v) - 3
		}
		stem, ending := v[:cut], v[cut:]
		if present == "" {
			present = stem
		}
		one, several := language.Finite|language.Singular|c, language.Finite|language.Plural|c
		x.Add(c|language.Infinite, v)
		if ending == "ar" {
			x.Add(one, present+"a "+stem+"aba "+stem+"ó "+v+"á "+v+"ía")
			x.Add(several, present+"an "+stem+"aban "+stem+"aron "+v+"án "+v+"ían")
			x.Add(c|language.Participle, stem+"ado "+stem+"ada "+stem+"ados "+stem+"adas")
			x.Add(c|language.Gerund, stem+"ando")
			continue
		}
		// sugerir: sugirió; repetir: repitió; atribuir: atribuyó.
		past := stem
		switch {
		case ending == "ir" && strings.Contains(present, "ie"):
			past = present[:strings.LastIndex(present, "ie")] + "i" + present[strings.LastIndex(present, "ie")+2:]
		case ending == "ir" && present != stem:
			past = present
		}
		after := "ió"
		if strings.HasSuffix(past, "y") {
			after = "ó"
		}
		x.Add(one, present+"e "+stem+"ía "+past+after+" "+v+"á "+v+"ía")
		x.Add(several, present+"en "+stem+"ían "+past+strings.TrimSuffix(after, "ó")+"eron "+v+"án "+v+"ían")
		x.Add(c|language.Participle, stem+"ido "+stem+"ida "+stem+"idos "+stem+"idas")
		x.Add(c|language.Gerund, past+strings.TrimSuffix(after, "ó")+"endo")
	}
}
