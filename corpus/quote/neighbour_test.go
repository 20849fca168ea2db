package quote_test

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// neighbours are articles in languages that have no lexicon, two of each, some
// of them close to one that has.
var neighbours = map[string][]string{
	"it": {
		"Il ponte di Valdoria resta chiuso\nIl ponte sul Serchiello resterà chiuso fino a primavera. «Non giochiamo con la vita delle persone», ha detto la sindaca Bianca Tornaghi davanti ai cittadini. Secondo Tornaghi, i lavori costeranno due milioni di euro.\n«È una presa in giro», ha replicato il capo dell'opposizione, Dario Melzani. Ha aggiunto che la giunta non ha ascoltato nessuno.",
		"La squadra di Castelrosso vince ancora\n«Abbiamo sofferto, ma ci abbiamo creduto fino alla fine», ha raccontato l'allenatore Piero Landucci dopo la partita. Il portiere, Ivo Crespani, non era d'accordo: «Potevamo perdere». La società ha comunicato che i biglietti saranno in vendita da lunedì.",
	},
	"pt": {
		"A ponte de Valmoreira continua fechada\nA ponte sobre o rio Tal vai continuar fechada até à primavera. “Não brincamos com a vida das pessoas”, disse a presidente da câmara, Beatriz Noronha, aos moradores. Segundo Noronha, as obras vão custar dois milhões de euros.\n“É uma vergonha”, respondeu o vereador da oposição, Duarte Mascarenhas. Acrescentou que ninguém foi ouvido.",
		"O time de Serra Nova venceu de novo\n“A gente sofreu, mas acreditou até o fim”, contou o técnico Wagner Toledo depois do jogo. O goleiro Ivo Prates discordou: “Podíamos ter perdido”. A diretoria informou que os ingressos começam a ser vendidos na segunda-feira.",
	},
	"ca": {
		"El pont de Vallfosca continuarà tancat\nEl pont sobre el riu Tell continuarà tancat fins a la primavera. «No jugarem amb la vida de la gent», ha dit l'alcaldessa, Mercè Puigverd, davant dels veïns. Segons Puigverd, les obres costaran dos milions d'euros i no començaran fins que arribin els diners.\n«És una presa de pèl», ha respost el cap de l'oposició, Jordi Rocabert. Hi ha afegit que ningú no els ha escoltat.",
		"L'equip de Serralta torna a guanyar\n«Hem patit, però hi hem cregut fins al final», ha explicat l'entrenador, Pere Vilardell, després del partit. El porter, Ivo Casals, no hi estava d'acord: «Podíem haver perdut». El club ha informat que les entrades es vendran a partir de dilluns.",
	},
	"nl": {
		"De brug van Oudewaal blijft dicht\nDe brug over de Linge blijft dicht tot het voorjaar. ‘We spelen niet met mensenlevens’, zei burgemeester Hanneke Terlouw tegen de bewoners. Volgens Terlouw kosten de werken twee miljoen euro.\n‘Het is een schande’, antwoordde oppositieleider Ruud Vossen. Hij voegde eraan toe dat niemand naar hen heeft geluisterd.",
		"De ploeg van Westerhaven wint opnieuw\n“We hebben het moeilijk gehad, maar we bleven erin geloven”, vertelde trainer Joop Zandstra na de wedstrijd. Doelman Ivo Kramer was het er niet mee eens: “We hadden kunnen verliezen.” De club liet weten dat de kaartverkoop maandag begint.",
	},
	"pl": {
		"Most w Dolinowie pozostanie zamknięty\nMost na rzece pozostanie zamknięty do wiosny. „Nie będziemy się bawić ludzkim życiem”, powiedziała burmistrz Beata Nowosielska mieszkańcom. Według Nowosielskiej prace będą kosztować dwa miliony euro.\n„To kpina”, odparł szef opozycji Dariusz Mielecki. Dodał, że nikt ich nie wysłuchał.",
		"Drużyna z Zaborza znowu wygrywa\n– Cierpieliśmy, ale wierzyliśmy do końca – opowiadał po meczu trener Piotr Landowski. Bramkarz Iwo Krężel nie zgodził się z nim: „Mogliśmy przegrać”. Klub poinformował, że bilety będą w sprzedaży od poniedziałku.",
	},
	"uk": {
		"Міст у Долинівці залишиться закритим\nМіст через річку залишиться закритим до весни. «Ми не будемо гратися життям людей», — сказала мешканцям міська голова Ірина Тарнавська. За словами Тарнавської, роботи коштуватимуть два мільйони євро.\n«Це знущання», — відповів лідер опозиції Данило Мельничук. Він додав, що їх ніхто не вислухав.",
		"Команда із Забор'я знову перемагає\n«Нам було важко, але ми вірили до кінця», — розповів після матчу тренер Петро Ландовський. Воротар Іван Крайник не погодився: «Ми могли програти». У клубі повідомили, що квитки продаватимуть із понеділка.",
	},
}

// named holds who may be printed beside the words that begin so.
var named = map[string]string{
	"Non giochiamo": "Tornaghi", "È una presa in": "Melzani", "Abbiamo sofferto": "Landucci", "Potevamo": "Crespani",
	"Não brincamos": "Noronha", "É uma vergonha": "Mascarenhas", "A gente sofreu": "Toledo", "Podíamos": "Prates",
	"No jugarem": "Puigverd", "És una presa": "Rocabert", "Hem patit": "Vilardell", "Podíem": "Casals",
	"We spelen": "Terlouw", "Het is een schande": "Vossen", "We hebben het": "Zandstra", "We hadden": "Kramer",
	"Nie będziemy": "Nowosielska", "To kpina": "Mielecki", "Cierpieliśmy": "Landowski", "Mogliśmy": "Krężel",
	"Ми не будемо": "Тарнавська", "Це знущання": "Мельничук", "Нам було": "Ландовський", "Ми могли": "Крайник",
}

// TestNeighbours looks for wrong names in languages of which nothing is known,
// and that they are not taken for one of which something is.
func TestNeighbours(t *testing.T) {
	for tag, texts := range neighbours {
		for _, text := range texts {
			a, err := corpus.Parse("a.txt", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			switch a.Language {
			case "en", "de", "es", "fr", "ru":
				t.Errorf("%s is taken for %s: %.60q", tag, a.Language, text)
			}
			checkNames(t, a, named)
		}
	}
}

// TestOneOfAnother puts a paragraph of one language into an article of another
// one, in front and behind: whoever is named beside words said them.
func TestOneOfAnother(t *testing.T) {
	lead := map[string]string{
		"en": "The ferry stays in port\n“We will not sail before the wind drops,” said the captain, Ines Calloway. She added that the crew had been told. Passengers were offered a refund by the company.",
		"de": "Die Fähre bleibt im Hafen\n„Wir fahren nicht, bevor der Wind nachlässt“, sagte die Kapitänin Ines Calloway. Sie fügte hinzu, die Mannschaft wisse Bescheid. Den Fahrgästen wurde das Geld zurückgegeben.",
		"fr": "Le bac reste au port\n« Nous ne partirons pas avant que le vent ne tombe », a dit la capitaine, Ines Calloway. Elle a ajouté que l'équipage était prévenu. Les passagers ont été remboursés par la compagnie.",
		"es": "El transbordador sigue en el puerto\n«No saldremos hasta que amaine el viento», dijo la capitana, Ines Calloway. Añadió que la tripulación ya está avisada. Los pasajeros recibieron su dinero de la compañía.",
		"ru": "Паром остаётся в порту\n«Мы не выйдем, пока не стихнет ветер», — сказала капитан Инес Калловей. Она добавила, что команда предупреждена. Пассажирам вернули деньги за билеты на рейс.",
	}
	other := map[string]string{
		"en": "“Nobody asked us,” said the mayor, Robert Oak. “We learned it from the radio,” he added.",
		"de": "„Uns hat niemand gefragt“, sagte der Bürgermeister Robert Oak. „Wir haben es aus dem Radio erfahren“, fügte er hinzu.",
		"fr": "« Personne ne nous a rien demandé », a dit le maire, Robert Oak. « Nous l'avons appris à la radio », a-t-il ajouté.",
		"es": "«Nadie nos preguntó», dijo el alcalde, Robert Oak. «Nos enteramos por la radio», añadió.",
		"ru": "«Нас никто не спросил», — сказал мэр Роберт Оак. «Мы узнали по радио», — добавил он.",
	}
	who := map[string]string{}
	for _, w := range []string{"We will not", "Wir fahren", "Nous ne partirons", "No saldremos", "Мы не выйдем"} {
		who[w] = "Calloway Калловей"
	}
	for _, w := range []string{"Nobody asked", "We learned", "Uns hat", "Wir haben es", "Personne ne", "Nous l'avons", "Nadie nos", "Nos enteramos", "Нас никто", "Мы узнали"} {
		who[w] = "Oak Оак"
	}
	for a, first := range lead {
		for b, second := range other {
			if a == b {
				continue
			}
			title, body, _ := strings.Cut(first, "\n")
			for _, text := range []string{first + "\n" + second, title + "\n" + second + "\n" + body} {
				article, err := corpus.Parse("a.txt", []byte(text))
				if err != nil {
					t.Fatal(err)
				}
				checkNames(t, article, who)
			}
		}
	}
}

// checkNames reports every name that is printed beside words in marks of
// somebody else: who has the surnames by how the words begin.
func checkNames(t *testing.T, a *corpus.Article, who map[string]string) {
	t.Helper()
	for _, q := range quote.Extract(a).Quotes {
		if q.Speaker == "" || q.Kind == quote.Indirect {
			continue
		}
		p, _ := a.Paragraph(q.Ref.Paragraph)
		words := strings.TrimLeft(p.Text[q.Ref.Start:q.Ref.End], "«„“\"‘ \u00a0–—")
		for begin, names := range who {
			if !strings.HasPrefix(words, begin) {
				continue
			}
			right := false
			for part := range strings.FieldsSeq(q.Speaker) {
				right = right || strings.Contains(names, part)
			}
			if !right {
				t.Errorf("%s: %q is not said by %q", a.Language, words, q.Speaker)
			}
		}
	}
}
