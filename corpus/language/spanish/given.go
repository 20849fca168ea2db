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
		viridiana ximena yaiza yolanda zaida zaira zoe zoraida zulema`)
	x.Add(language.Given, `andrea guadalupe reyes trini álex noa ariel nico dani sam cruz`)
}
