package english

import "strings"

// Given tells whether a word in lower case, without marks on its letters, is a
// first name of women (Female), of men (Male), of both, or none that is known
// (0). The lists hold common names of many languages as English news print
// them; what is a surname or a word as often as a name is left out.
func Given(lower string) Class { return given[lower] }

var given = func() map[string]Class {
	m := make(map[string]Class, 2048)
	for _, l := range []struct {
		class Class
		list  string
	}{{Female, women}, {Male, men}, {Female | Male, either}} {
		for w := range strings.FieldsSeq(l.list) {
			m[w] |= l.class
		}
	}
	return m
}()

// either are names of women and of men.
const either = `
	alexis amal andrea angel ashley charlie chris courtney dale dana dominique drew gabriele hikaru hilary iman jackie jamie jan jean jessie jo jordan jun
	kehinde kelly kerry kim kiran laurence lee leslie lindsay lindsey lynn marian mika nicola nikita noor nour robin ronnie rosario sam sandy sasha shannon
	shashi stacy suman terry toni uchenna yuki chandra ira michele francis marion robbie frankie`

const women = `
	abigail ada adele adelaide adriana agatha agnes aileen aisling alana alexandra alexis alice alicia alison allison alma althea alyssa
	amanda amber amelia amy anabel anastasia angela angelica angie anita ann anna annabel annabelle anne annette annie antonia april ariana arlene
	ashley astrid audrey aurora ava barbara beatrice beatrix becky belinda bella bernadette bernice beth bethany betsy betty beverly beverley
	bianca blanche bonnie brenda briana brianna bridget brigitte brittany caitlin camilla candace candice cara carla carlotta carly carmela carmen
	carol carole carolina caroline carolyn carrie cassandra cassie catherine cathy cecilia cecile celeste celia celine charity charlene charlotte
	chelsea cheryl chloe christa christina christine ciara cindy claire clara clarissa claudia colleen connie constance cora corinne courtney
	cristina crystal cynthia daisy daniela danielle daphne darlene dawn deanna debbie deborah debra deirdre delia della denise diana diane dianne
	dina dolores donna dora doreen doris dorothea dorothy edith edna eileen elaine eleanor elena elinor elisa elisabeth elise eliza elizabeth ella
	ellen ellie eloise elsa elsie elvira emilia emily emma enid erica erika erin esmeralda estelle esther ethel eunice eva evangeline eve evelyn
	faith fatima fay faye felicia felicity fiona flora florence frances francesca freda frida gabriela gabrielle gail gemma genevieve georgia georgina
	geraldine germaine gertrude gillian gina ginger giselle gladys glenda gloria grace greta gretchen gwen gwendolyn haley hannah harriet hazel
	heather heidi helen helena helga henrietta hilary hilda hillary holly ida imogen ina ines ingrid irene iris irma isabel isabella isabelle isla ivana
	jackie jacqueline jade jane janet janice janine jasmine jean jeanette jeanne jenna jennifer jenny jessica jessie jill jillian jo joan joanna
	joanne jocelyn jodi jodie josephine joy joyce juanita judith judy julia juliana julianne julie juliet juliette june justine kaitlyn kara karen
	karin karla kate katharine katherine kathleen kathryn kathy katie katrina kayla kellyanne kendra kerry kirsten kristen kristi kristin kristina
	kristine lara larissa laura lauren laurie lea leah leanne leila lena leona leonora leticia lilian lillian lily linda lindsay lindsey lisa liz liza
	lois loretta lori lorna lorraine louisa louise lucia lucille lucinda lucy luisa lydia lynette lynn lynne mabel madeleine madeline madison maggie maisie
	mandy manuela mara marcella marcia margaret margarita margery margot maria mariah marian marianne marie marilyn marina marisa marjorie marlene
	marsha martha martina mary maryann matilda maud maureen mavis maxine meg megan melanie melinda melissa mercedes meredith mia michaela michelle
	mildred millicent millie minnie mira miranda miriam moira molly mona monica monique muriel myra myrtle nadia nadine nancy naomi natalia natalie
	natasha nell nellie nicola nicole nina noelle nora noreen norma nuala octavia odette olga olive olivia opal ophelia paige pamela patricia patsy patty
	paula paulette pauline pearl peggy penelope penny petra philippa phoebe phyllis polly priscilla rachel ramona raquel rebecca regina renata renee rhoda
	rhonda rita roberta robyn rosa rosalie rosalind rosanna rose roseanne rosemary rosie rowena roxanne ruby ruth sabrina sadie sally samantha sandra
	sandy sara sarah selena selma serena shannon sharon sheila shelley shelly sherry shirley sibyl sienna silvia simone siobhan sofia sonia sonja sophia
	sophie stacey stacy stella stephanie sue susan susanna susannah susanne susie suzanne sybil sylvia tabitha tamara tammy tania tanya tara tatiana
	teresa tess tessa thelma theodora theresa tiffany tina toni tracy tricia trina trisha trudy ulrika una ursula valentina valerie vanessa vera
	verity veronica vicki vicky victoria viola violet virginia vivian vivien vivienne wanda wendy whitney wilhelmina wilma winifred yolanda yvette yvonne zara zoe zoey
	berta bertha birte bodil brunhilde clotilde elspeth ernestine fanny gisela gitte greetje hella ilka ines isolde jytte kirstine klementine liane luise
	margot mathilda nelly ottilie philomena rikke roswita sieglinde solvei tekla ursel vigdis wally wendela
	aase agneta agnieszka aino aleksandra alena alina alzbeta anca andrea aneta anja anke annelie annika anouk antje asa barbora berit birgit birgitta
	bozena britt britta brigida carola catarina chantal chiara clementina concetta cornelia corina dagmar dagny danuta dominika dorota dorthe ebba edda edyta ekaterina
	elisabetta elke elzbieta emmanuelle eszter eugenia ewa federica felicitas fernanda flavia fleur francoise franziska frauke freya gabriele galina gerda
	ghislaine giovanna giulia graziella grazyna gudrun gunilla halina hanna hanne hanneke hedda hedwig heike helene helle henriette hermine hildegard
	ilaria ilona ilse inga ingeborg inger inge inka ioana ira irina irmgard isabelita iva ivanka iveta ivona izabela jadwiga jana janina jarmila jaroslava jelena
	jitka johanna jolanta josefina julieta jutta kaisa kamila karina karoline karolina katarina katarzyna katerina kathrin katja katrin kerstin kinga kirsti klara klaudia krystyna ksenia
	larisa laurence leonie lidia lieke liesbeth lieselotte lioba liv liudmila ljiljana ljudmila lotta lotte lucie lucilla lucrezia ludmila lyudmila maarit magda magdalena magdalene maja
	malgorzata malin maren margareta margarete margaretha margit margriet mari maribel mariana marieke mariella marija marika marike marit marita marja marta maryna mathilde
	mechthild melania merete meryem mette mihaela milena mirela mirjam mirka mojca monika monica nadezhda natalija natalya nataliya nataša neza noemi oksana oleksandra olena
	ornella paola patrizia pavla pernille pia pilar pirkko rafaela raisa ragna ragnhild rebekka renate riikka rocio rosario roswitha ruxandra ruta ruzena saara sabina sabine sanna saskia
	serafina sif signe sigrid silja silvie silke simona sini siri sirpa siv snezana solange solveig sofie soledad soraya stefania stefanie stine susana susann sunniva svetlana swantje sylvie
	sylwia tatjana tereza terezia tetiana thea therese tilda tove trine turid tuula ulla ulrike urszula uta ute valeria valeriya vanda varvara veronika vesna vibeke viktoria
	viktoriia viviana vlasta waltraud weronika wiebke xenia yana yekaterina yelena yevgenia yulia zdenka zelda zlata zofia zsofia zuzana
	adriana alejandra ana araceli beatriz blanca catalina conchita consuelo dolores elvira encarnacion esperanza graciela guadalupe inmaculada isidora josefa leonor lourdes luciana luz
	macarena magali marcela maricel marisol maite montserrat nieves noelia paloma paz rosalia rosaura ximena yesenia
	aaliyah aisha aaisha amal amina aminata amira asma asmaa ayesha aysha azra bahar basma bushra dalia dilara dina elif emine esra faiza farah fariha farzana fatema fathia fatma fatou
	fatoumata fereshteh firdaus gulnara gulsen habiba hafsa hajar hala hanan hatice hiba huda iman inas jamila karima khadija kholoud lamia latifa layla leyla lubna mahnaz mahsa maha
	mariam marwa maryam masih mehwish merve mona munira nabila nada nadira naila najat najla nargis nasreen nasrin nazanin nermin nesrin noor noura nurcan nour nura
	ozlem parisa parvin rabia rana rania rasha razan reem rima roya rukhsana saadia sabah safiya sahar saida salma samar samia samira sana sawsan selin selma sevgi shabnam shadi shaima
	shirin shireen siham sibel simin soheila sumaya sumayya tahira tasnim wafa widad yasmin yasmine zahra zaina zainab zaynab zehra zeynep zohra zubaida
	aditi aishwarya akanksha amrita anjali ananya anuradha aparna aruna asha bhavna chandrika deepa deepika devi divya durga gayatri geeta gita indira indu isha jaya jyoti kamala kamini kavita
	kiran komal lakshmi lalita lata leela madhuri malini manju meena meera meenakshi mohini nandini neeta neha nirmala nisha padma parvati pooja poonam pratibha preeti priya priyanka radha
	rajani rani rekha renu reshma revathi ritu rohini roopa sangeeta sarita saroj savita seema shalini shanti sharmila shilpa shobha shreya smita sneha sonal sudha sujata suman sunita sushma swati
	uma urmila usha vandana vasundhara vidya vimala
	aiko akiko asami atsuko ayako ayumi chie chieko eiko emi emiko etsuko fumiko hanako haruka harumi hiroko hisako hitomi junko kaori kazuko keiko kimiko kumiko kyoko mai mari mariko masako
	mayumi megumi michiko midori miho mika misaki miyuki naoko natsuko noriko reiko rie rumiko sachiko saki sakura sayaka setsuko shizuka sumiko tomoko yoko yoshiko yui yuka yukari yuki yukiko yumi
	yumiko yuriko xiuying meiling xiaoling
	abena adaeze adwoa afua akosua ama amaka amara aminata ayo blessing chiamaka chidinma chioma efua esi folake funmi ifeoma kehinde ngozi nneka nomsa nomvula ntombi thandeka thandiwe
	wambui wanjiku wangari nyambura njeri achieng akinyi atieno adhiambo awino precious lindiwe zanele nokuthula zodwa busisiwe`

const men = `
	aaron abel abraham adam adrian aidan alan albert alec aldo alexander alfonso alfred alistair allan allen alvin amos andre andrew andy angelo angus anthony antonio archibald archie
	arnold arthur august aubrey austin barnaby barney barry bartholomew basil ben benedict benjamin bernard bernie bert bill billy bob bobby brad bradley brandon brendan brent brett brian bruce
	bruno bryan byron caleb calvin carl carlos cecil cedric chad charles charlie chester chris christian christopher chuck clarence claude clayton clement cliff clifford clint clive clyde cole colin
	conor connor conrad cornelius craig curtis cyril cyrus dale damian damien damon dan daniel danny darrell darren darryl dave david dean declan dennis denis denzel derek dermot derrick desmond
	dexter diarmuid dick dirk dominic don donald dougal doug douglas duane dudley duncan dustin dwayne dwight dylan earl ed eddie edgar edmund eduardo edward edwin eli elias elijah elliot elliott
	elmer emmanuel eric ernest ernie ethan eugene evan ezra felix ferdinand fergus finlay floyd francis frank franklin fraser fred freddie frederic frederick gabriel gareth garry garrett gary gavin
	gene geoff geoffrey george gerald gerard gerry gideon gilbert giles glenn glen godfrey gordon graeme graham grant greg gregory gus guy hank harold harry harvey hector henry herbert herman homer
	horace howard hubert hugh hugo humphrey ian ignatius igor ira irving isaac isaiah ivan ivor jack jacob jake james jamie jared jason jasper jed jeff jefferson jeffrey jeremiah jeremy jerome
	jerry jesse jim jimmy joe joel john johnny jonah jonas jonathan jordan jose joseph josh joshua juan julian julius justin karl keith kelvin ken kenneth kenny kevin kieran kirk kurt kyle
	lachlan lance larry laurence lawrence lee leo leon leonard leopold leroy leslie lester lewis liam lincoln lionel lloyd logan lou louie louis lucas lucian ludwig luke luther malcolm marc marcel
	marco marcus mario mark marshall martin marty marvin matt matthew maurice max maximilian maxwell melvin mervyn micah michael mick mickey miguel mike miles milton mitch mitchell moe moses mortimer
	murray nathan nathaniel neal ned neil neville niall nicholas nick nigel noah noel norman oliver omar orlando orson oscar oswald otis otto owen paddy patrick paul pedro percy perry pete peter
	phil philip phillip pierre quentin quincy ralph randall randolph randy raphael ray raymond reginald reuben rex reynold richard rick ricky rob robbie robert roberto rod roderick rodney roger roland rolf
	ron ronald ronnie rory roscoe ross roy rudolph rufus rupert russ russell ryan sam samson samuel saul scott seamus sean sebastian seth shane shaun sherman sid sidney silas simon solomon spencer
	stan stanley stefan stephen steve steven stewart stuart ted terence terrance terry thaddeus theo theodore thomas tim timothy toby todd tom tommy tony trevor tristan troy tyler tyrone ulysses
	vernon victor vince vincent virgil wade wallace walter warren wayne wendell wesley wilbur wilfred will willard william willie winston xavier zach zachary
	alvar arvo bertram botho clovis eckhard edvard edvin eskil falk folke frode gero gunter gunnar hagen halfdan harry hinrich ingolf isak jorgen kuno leander lorenz
	ludvig manne nestor olle onni ottokar oystein rolv sander selmer sverker sylvester tancred thorolf torvald ubbe urban uno verner viggo villads wenzel wolf
	aarne abdul achim adalbert adolf ahti aki aksel alain alberto aldo aleksander aleksandar aleksandr aleksei aleksey alessandro alessio alexandre alexandru alexei alexey alfredo alois alvaro amadeo anatoly anatoliy
	anders andreas andrej andrei andres andrey andrzej andriy anselm anton antoine antonin antti ari aritz armando arkady arne arno arnaud arpad artem arttu artur arturo arvid asbjorn asger axel bartosz
	bart bastian beat bela bengt benito benoit bernardo bernd bernhard bernt bertil bertrand birger bjarne bjorn bo bogdan bohdan bohumil boris bram branko bronislaw bruno carsten casper celestino cesar
	christer christoph christophe claudio claus clemens constantin cosimo cristiano cristobal cyprian czeslaw daan dag damir danilo dario darko davide denys detlef didier diego dieter dietrich dimitar dimitri dimitris
	dirk dmitri dmitry dmytro domenico dominik dominique dragan dusan eberhard eckart edmond edoardo egil egon einar eirik eino elio emanuele emil emile emilio emre enrico enrique enzo erhard erich erik erkki ernesto
	ernst erwin espen esteban etienne eugenio evgeny evzen fabian fabien fabio fabrice fausto federico felipe ferenc fernando filip filippo finn flavio florian francesco francisco franco francois frantisek franz
	frederik friedrich fritz gaetano gaston gavril gennady georg georges georgi georgios gerd gerhard gerrit gert ghislain giacomo gian gianluca gianni giancarlo gilles gino giorgio giorgos giovanni giulio giuseppe
	goran gottfried grigory grzegorz guillaume guillermo guido gunnar gunther gustaf gustav gustavo guus gyorgy haakon hakan halvor hannes hannu hans harald hartmut hein heiner heinrich heinz helge helmut hendrik
	henk henning henri henrik henryk herbert hermann herve hjalmar holger horst hrvoje hubert ignacio ignacy igor ihor iker ilie ilja ilya imre ingmar ingo ingvar ioan ion ionut istvan ivar ivica ivo jaakko
	jaap jacek jacques jakob jakub jan janez janne janos janusz jari jarl jaroslav jaroslaw javier jean-claude jean-luc jean-marc jean-paul jean-pierre jens jeroen jerzy jesper jesus jiri joachim joao joaquin jochen
	joel johan johann johannes jonas joost jorg jorge jorgen jorn josef josip jozef jozsef juergen juha jukka julien julio jurgen juri jyrki kaarlo kai kalle kamil karel karl-heinz karol karsten kaspar kazimierz
	kees kenan kennet kimmo kjell klaas klaus klemens knud knut konrad konstantin konstantinos koen kornel kostas krzysztof krystof kristof lars lasse laszlo laurent lauri leif lennart leonardo leonid leszek lorenzo
	lothar luc luca luciano ludek ludovic luigi luis lukas lukasz maarten maciej magnus manfred manolo manuel marcin marcelo marek marian mariano marijn marius marko markku marko markus massimo mateusz mathias mathieu
	matej matteo matthias matthijs matti mats maurizio mauro mauricio maxim maxime maksim maksym michal michel miguel mihai mika mikael mikhail mikko milan milos miloslav milorad miroslav mirko mogens morten moritz mykola
	nello nicolas nicolae nicolo niels nikita niklas nikola nikolai nikolaj nikolaos nikolaus nikolay nils norbert odd oddvar oivind olaf olav ole oleg oleh oleksandr oleksiy olivier olof ondrej orjan oskar osvaldo ottavio
	ottmar ove oystein pablo paavo paolo pascal pasquale patrice patrik pavel pavlo pawel pekka pentti per petar peteris petr petri petro petter philippe piero piet pieter pietro piotr preben predrag quirin radek rado
	radim radoslav radovan rafael rafal raimund rainer ramiro ramon raoul rasmus raul regis reinhard reinhold remy renato rene reijo ricardo riccardo rikard robrecht rodolfo rodrigo roeland rogelio roland roman romain
	romano ronny rostislav rudi rudolf ruben rui rune ruslan rustam ryszard salvador salvatore santiago sascha sauli savva sebastien semyon serge sergei sergey sergio serhiy sigmund sigurd silvano silvio simeon
	sigismund sixten slavko slobodan soren stanislaw stanislav stefano steffen stein sten stig stellan svein sven svend sverre sylvain szymon tadeusz tamas tapio taras tarjei tero teun theodor theodoros thibault thierry thilo
	thor thorsten thorvald tibor tiago tihomir timo tobias toivo tomas tomasz tomislav tommaso tor tord tore torsten torbjorn trygve ugo ulf ulrich umberto uwe vadim valentin valery vaclav vasil vasile vasily vasyl veikko
	vesa viktor ville vincenzo vincente vicente vit vitali vitaly vito vittorio vlad vladimir vladislav vojtech volker volodymyr vyacheslav walther wenzel werner wiktor wilfried wilhelm willem willi wim wladyslaw
	wojciech wolfgang wouter yann yannick yannis yegor yevgeny yevhen yuri yuriy yves zbigniew zdenek zdzislaw zoltan zoran zygmunt
	abbas abdallah abdel abdelaziz abdirahman abdulaziz abdulkadir abdullah abdulrahman adel adil adnan ahmad ahmed ahmet akbar akram ali alireza alper amin amir amjad anwar arash arslan asad ashraf asif aslan atilla ayman
	ayub aziz babak bahram bakr bashar bashir behnam behrouz bilal burak can cem cemal cengiz cihan dariush davood ebrahim ehsan ekrem enver erdem erdogan eren erhan erkan ertugrul fadi fahad fahd faisal faraj farid farhad
	faris farouk fathi fawzi fayez fethullah firas fuad furkan gamal ghassan habib hadi hafez hakeem hakim hamad hamdi hamed hamid hamza hani haroon harun hasan hashem hashim hassan haydar hisham hossein houman husam hussain
	hussein huseyin ibrahim idris ihsan ilhan ilyas imad imran imtiaz iqbal irfan isa ishaq islam ismail ismet issa iyad jaafar jabir jafar jalal jamal jamil jassim javad javed jawad jihad kadir kamal kamran kareem karim kemal
	khaled khalid khalil lutfi mahdi maher mahmood mahmoud mahmud majid malik mamdouh mansour mansoor marwan masood massoud mazen mehdi mehmet mehran merwan metin mohamad mohamed mohammad mohammed mohsen mojtaba mostafa
	muammar muhammad muhammed muharrem mujahid munir murad murat murtaza musa mustafa nabil nader nadir naeem naji najib nasir nasser navid nawaf nawaz necmettin nizar numan nuri omer orhan osama osman ozan ozgur qais qasim
	rafiq rahim rahman rajab ramadan rami ramzan ramzi rashid rasul recep reza riad ridwan riyad rustem saad sabri saddam sadiq saeed said salah saleh salem salim salman sami samir sayed sayyid selim serdar serkan shafiq
	shahid shahram shakir sharif shaukat shehzad sherif siddiq suleiman suleyman sultan syed taha taher tahir talal talat tamer tariq tarek tayyip turgut umar umit usman utku vahid volkan wael waleed walid wasim yahya yakup yaser
	yasin yasser yavuz yousef youssef yusuf younis yunus zafar zahid zaid zakaria zaki zayd ziad ziya zubair zulfikar
	aarav aditya ajay akhil akshay amar amit amitabh anand anil anirudh ankit arjun arun arvind aryan ashok ashwin atul bharat chandra deepak devendra dhruv dilip dinesh ganesh gaurav girish gopal govind hari harish harsh
	hemant inder jagdish jai jayant jitendra karan kartik kishore krishna lalit laxman mahendra mahesh manish manmohan manoj mohan mohit mukesh mukul murali nandan narayan narendra naresh naveen neeraj nikhil nilesh nitin
	om pankaj parth piyush prabhakar pradeep prakash pramod pranav prasad prashant praveen prem puneet raghu rahul raj rajat rajeev rajendra rajesh rajiv rajnath rakesh ram raman ramesh ravi ritesh rohan rohit sachin sandeep
	sanjay sanjeev santosh sarvesh satish saurabh shankar shashi shiv shivaji siddharth somnath subhash sudhir sumit sunil suresh surendra sushil tarun tushar uday umesh vedant venkat vijay vikas vikram vinay vinod vipin vishal
	vishnu vivek yash yogesh yogi
	akio akira atsushi daisuke eiji fumio goro hajime haruki haruto hideki hideo hikaru hiroshi hiroyuki hisashi ichiro isamu jiro jun junichi juro kaito kazuo kazuki keisuke keita kei kenichi kenji kenta kentaro kiyoshi
	koichi koji makoto manabu masaaki masahiro masao masaru masashi mitsuo naoki naoto noboru nobuo nobuyuki osamu ren ryo ryota ryuichi saburo satoru satoshi seiji shigeru shinji shinzo sho shoichi shota shuichi susumu tadashi
	takahiro takashi takeo takeshi takuya taro tatsuya tetsuo tetsuya tomohiro toru toshio tsutomu yasuo yoichi yoshihiko yoshihide yoshio yosuke yuji yukio yusuke yuta yutaka
	abiodun adebayo adewale akin ayodele babatunde chidi chinedu chukwuma emeka femi gbenga ifeanyi ikenna kwabena kwadwo kwaku kwame kwasi kofi kojo mamadou moussa nnamdi obinna oluwaseun olusegun oumar ousmane segun sizwe
	siphiwe sipho thabo themba tunde uchenna uhuru yaw kamau kariuki kipchoge mwangi mutua njoroge ochieng odhiambo omondi otieno wanjala`
