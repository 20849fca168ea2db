package spanish

import "github.com/verbatim-bot/verbatim/corpus/language"

// given adds first names that are common where Spanish is spoken. Those that
// both men and women have tell nothing.
func given(x *language.Lexicon) {
	x.Add(language.Given|language.Male, `aarón abel abraham adolfo adrián agustín aitor alan alberto alejandro alejo álex alfonso alfredo alonso álvaro amadeo amador anastasio andrés ángel aníbal anselmo antonio arcadio ariel armando
		arnau arsenio arturo asier augusto aurelio baltasar bartolomé basilio bautista benigno benito benjamín bernabé bernardo blas boris borja braulio bruno calixto camilo carlos carmelo casimiro cayetano
		cecilio césar christian cipriano claudio clemente conrado cosme cristian cristián cristóbal dámaso damián daniel dario darío david demetrio diego dimas dionisio domingo donato edgar edgardo edmundo eduardo
		efraín elías eliseo eloy emiliano emilio enrique ernesto esteban eugenio eusebio evaristo ezequiel fabián fabio facundo fausto federico felipe félix fermín fernando fidel florencio florentino fortunato
		francisco froilán gabriel gael gaspar gastón genaro gerardo germán gilberto ginés gonzalo gregorio guido guillermo gumersindo gustavo héctor heriberto hernán hernando hilario hipólito horacio hugo humberto
		ibai ignacio iker íñigo ireneo isaac isaías isidoro isidro ismael iván jacinto jacobo jaime javier jerónimo jesús joan joaquín joel jonás jordi jorge josé josep josué juan juanjo julián julio justo lautaro
		lázaro leandro leo león leonardo leopoldo lisandro lorenzo lucas luciano lucio luis manolo manuel marcelino marcelo marcial marcos mariano mario martín mateo matías mauricio mauro maximiliano maximino máximo
		melchor miguel modesto moisés nahuel narciso nazario néstor nicanor nicolás norberto octavio olegario omar óscar osvaldo oswaldo pablo paco pascual patricio pau paulino pedro pelayo pepe pere plácido
		porfirio primitivo quintín rafael raimundo ramiro ramón raúl remigio renato ricardo rigoberto roberto rodolfo rodrigo rogelio román romeo roque rubén rufino ruperto salomón salvador samuel sancho santiago
		santos saturnino saúl sebastián segundo serafín sergi sergio severino silverio silvestre simón teodoro teófilo timoteo tobías tomás toribio ubaldo ulises unai urbano valentín valerio vicente víctor
		abelardo abundio acisclo adalberto adán agapito albano aldo alexis alexander alexandre alirio álvar amílcar ananías anderson andoni andreu ander antolín antón arístides aritz arcángel ataúlfo atilio aureliano baldomero belisario beltrán bernat
		biel bonifacio brayan braian bryan byron caleb camil cándido carles carmelo celedonio celestino celso ciro cirilo claudio crescencio crisanto cruz custodio danilo delfín desiderio diógenes dionis edelmiro edison edwin efrén egidio elber eleazar eleuterio
		eladio élmer elmer emanuel emili endika enric epifanio erick erik ermenegildo estanislao eudaldo eudald eufemio eustaquio evelio fabricio farid fausto felip ferran fermí fortino fulgencio galo gavino gil giovanni gorka guadalupe guillem guillén
		harold hector helio henrique henry hermenegildo hermes herminio higinio homero honorio iban ildefonso iñaki iñigo isaías iñaqui israel italo ítalo jairo jan janier jeison jefferson jerson jhon jhonatan john johnny jon jonatan jonathan josué josu julen jordán juancho juanma
		kevin koldo kepa lander leocadio leoncio leonidas leopoldo lino lionel llorenç lluc lluís longino luisito luca macario manu marçal marc mateu maurici mauro maximino medardo melitón mikel miquel misael moncho nacho napoleón nelson nilo noé norman octavi odón oier oleguer olegario oriol otto ovidio
		pancho pascasio pastor patxi pelegrín peru pío policarpo poncio práxedes prudencio quim ramsés remberto rémulo rené reinaldo reynaldo ricard robinson rolando ronald rosendo rufo sabino saturio sebastià segismundo selim senén servando sigfrido simeón sinforoso sixto tadeo telmo telesforo
		teo tino tito tirso tristán txema ulpiano uriel urko valeriano venancio veremundo vicent victoriano vidal vitorino walter washington wilfredo wilmer wilson william xabier xan xesús xoán xosé xoel yeison yerai yoel yon zenón zoilo eliécer
		virgilio vladimir wenceslao xavier xavi yago zacarías`)
	x.Add(language.Given|language.Female, `abigail adela adelaida adelina adriana ágata agustina ainhoa aída alba alejandra alicia alma almudena amada amalia amanda amaya amelia amparo ana anabel anahí anastasia ángela ángeles angélica antonia
		antonella anunciación araceli aránzazu arantxa ariadna ascensión asunción aurelia aurora azucena bárbara beatriz begoña belén benita berenice bernarda berta blanca brenda brígida camila candela candelaria
		caridad carina carla carlota carmen carolina casandra casilda catalina catarina cayetana cecilia celeste celia chelo clara claudia clotilde concepción concha consuelo coral cristina cruz dalia daniela débora delfina
		delia diana dolores dorotea edurne elena elisa elisenda eloísa elsa elvira emilia emma encarnación enriqueta esmeralda esperanza estefanía estela ester esther estrella etelvina eugenia eulalia eva evangelina
		fabiana fátima felisa florencia francisca gabriela gemma genoveva georgina gertrudis gisela gladys gloria graciela guillermina herminia hortensia idoia ifigenia iluminada inés inmaculada irene iria iris irma
		isabel isadora itziar jacinta jimena joana josefa josefina juana judit julia juliana julieta justina karina laia lara laura leire leonor leticia lidia lilia liliana lola lorena lorenza lourdes luana lucía luciana
		lucrecia luisa luz macarena magdalena maite malena manuela mar marcela margarita maría mariana maribel maricarmen maricruz mariela marina marisa marisol marta martina matilde mayte melisa mercedes micaela milagros
		minerva miranda mireia miriam modesta mónica montse montserrat nadia natalia nerea nicolasa nieves nilda noelia noemí norma nuria núria obdulia ofelia olalla olga olivia oriana otilia paloma pamela paola
		patricia paula paulina paz petra piedad pilar primitiva purificación raquel rebeca regina remedios rita roberta rocío romina rosa rosalía rosana rosario rosaura rosenda roxana ruth sabina sabrina salomé sandra
		sara saray sheila silvana silvia sofía sol solange soledad sonia susana tamara tania tatiana teodora teresa trinidad úrsula valentina valeria vanesa vera verónica vicenta victoria viola violeta virginia
		adoración águeda aina ainara aintzane aitana aleida alejandrina alexa alexia alexandra alondra altagracia amapola amaranta amina anaís ana-maría andreína angelina angie anita ania anna antía apolonia aracely arlet asha asela aurelina avelina ayelén azul
		bea belinda bernardina betania betty bettina bibiana blasa bonifacia brisa brunilda caetana camelia carme carmela carmina cecília celina chabela charo chayanne chiara chus cinta clarisa clementina cloe conxa constanza corina covadonga crescencia cristal damiana
		damaris danna dayana dayanara débora deisy delmira demetria desirée dina diosa divina dolors domitila dora doris dulce edelmira edith eduvigis eider eileen elba elda eleonora elia eliana elixabete eliza elodia eloína emiliana emperatriz encarna encarni engracia enma erika erica
		ernestina estibaliz estíbaliz etxeberria eufemia eulogia eusebia evelia evelyn fabiola felicidad felicitas fernanda fidela filomena fiorella flavia flor flora florinda fuensanta garazi georgia gilda giovanna giuliana greta griselda guacimara haizea hebe heidi helena
		helga herlinda hilda idalia ida ignacia ilda ilse imelda ingrid inocencia irma isaura isolda itatí itxaso ivana ivette ivonne izaskun jackeline jacqueline janet janira jazmín jeannette jenifer jenny jéssica jessica johana jordana josune jovita judith juncal jurema karen karla karol kata katherine
		katia kenia lali lariza leandra leda leila leocadia leonela leonor lesbia leyre liana libertad licia lía liliam lina lisa lisbeth liset lledó llum loida lola lolita loreto lourdes ludmila luciana lucila lucina luisina lupe lupita luzmila lydia mabel maca madelaine mafalda magaly magali maía maika maialen
		malva manuelita maru marga marianela maría-josé maría-luisa mariajosé mariángeles maricela marichu marielena mariluz marilyn mariona maripaz marité maritza marlén marlene marlenis martirio maruja marushka maura maxi meritxell melania melissa melina mencía meche merche mercè mía milena mila milagritos minia
		mireya mirna mirta míriam mirtha moira montaña morena myriam nadina nancy nahia naiara naroa natividad nayeli neida neiva nélida nelly neus nidia nina noa noelia nora normandina núbia nubia odalys olaya olimpia oneida orietta ornella otilia pascuala pastora patro pepa pepi perla peregrina pía pili
		policarpa práxedes priscila prudencia quima quimeta ramona rebecca reina reyes rigoberta roció rosalba rosalina rosalva rosanna rosella roser rosi rosita ruperta saioa samanta samara selena selene serafina serena sílvia silvina socorro sole sonsoles soraya sulma susi tais tamar tatiana tecla telma teófila
		teresita thais tiziana toñi tomasa tránsito uxía uxue valvanera vanina vega verena viridiana viviana waleska wanda wendy xiana xiomara xochitl yadira yamile yamila yanet yanina yara yaritza yasmín yazmín yesenia yessica yocasta yohana yolima yosune yuliana yuri zenaida zoila zuleima zuriñe
		viridiana ximena yaiza yolanda zaida zaira zoe zoraida zulema`)
	x.Add(language.Given, `andrea guadalupe reyes trini álex noa ariel nico dani sam cruz`)
}
