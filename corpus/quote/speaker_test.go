package quote_test

import (
	"strings"
	"testing"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// spoken is a text and what is found of some words in it. A speaker of "-" is
// anybody who is not in not.
type spoken struct {
	text    string // paragraphs, one a line
	words   string // of the quote that is looked at
	speaker string
	not     string // who must not be the speaker
}

// quoteOf gives the quote of x whose text holds words, a run before a statement.
func quoteOf(t *testing.T, a *corpus.Article, x *quote.Extraction, words string) (quote.Quote, bool) {
	t.Helper()
	for _, indirect := range []bool{false, true} {
		for _, q := range x.Quotes {
			text, err := a.Cut(q.Ref)
			if err != nil {
				t.Fatal(err)
			}
			if (q.Kind == quote.Indirect) == indirect && strings.Contains(text, words) {
				return q, true
			}
		}
	}
	return quote.Quote{}, false
}

func checkSpoken(t *testing.T, kind string, tests []spoken) {
	t.Helper()
	t.Run(kind, func(t *testing.T) {
		for _, tt := range tests {
			a, err := corpus.Parse("a.txt", []byte("Notes of the week\n\n"+strings.ReplaceAll(tt.text, "\n", "\n\n")+"\n"))
			if err != nil {
				t.Fatal(err)
			}
			a.Language = "en"
			q, ok := quoteOf(t, a, quote.Extract(a), tt.words)
			switch {
			case !ok:
				t.Errorf("%s\n%q is no quote", tt.text, tt.words)
			case tt.speaker == "-" && q.Speaker == tt.not, tt.speaker != "-" && q.Speaker != tt.speaker:
				t.Errorf("%s\n%q is given to %q, want %q", tt.text, tt.words, q.Speaker, tt.speaker)
			}
		}
	})
}

func TestSpeakers(t *testing.T) {
	checkSpoken(t, "a pronoun is of the sex of the first name", []spoken{
		{"Coach Piotr Zaremba dropped Halina Kos. “Nobody told me why,” she said.", "Nobody told me", "Halina Kos", ""},
		{"Farah Haddad, who runs the mill, wrote to Omar Saleh. “The letter never came,” he said.", "The letter never", "Omar Saleh", ""},
		{"Rajesh Menon praised Lakshmi Iyer. “It was raining,” she said. “I saw nothing,” he said.", "It was raining", "Lakshmi Iyer", ""},
		{"Rajesh Menon praised Lakshmi Iyer. “It was raining,” she said. “I saw nothing,” he said.", "I saw nothing", "Rajesh Menon", ""},
		{"Tumelo Radebe runs the mine. He is 60.\nSizakele Ntuli leads the union. She is 44.\nNtuli met Radebe. “It was short,” he said.", "It was short", "Tumelo Radebe", ""},
		{"Captain Reza Amini fired mate Tove Lind. “I did my job,” she said.\n“She did not,” he said.", "She did not", "Reza Amini", ""},
		{"Judge Ingrid Solberg fined the tailor. “I shall pay,” he said.", "I shall pay", "-", "Ingrid Solberg"},
	})
	checkSpoken(t, "a name is whole", []spoken{
		{"“We are late,” said Dr. Willem K. van den Bosch. It rained.", "We are late", "Willem K. van den Bosch", ""},
		{"Sgt. Lucia de las Casas said the road was shut. “It is bad,” she said.", "It is bad", "Lucia de las Casas", ""},
		{"“It is bad,” Luc d’Aubigny said on Monday.", "It is bad", "Luc d'Aubigny", ""},
		{"“It is bad,” said Karim al-Rashed, a driver.", "It is bad", "Karim al-Rashed", ""},
		{"“It is bad,” said Elena dall'Olio, a driver.", "It is bad", "Elena dall'Olio", ""},
		{"“It is bad,” said Pieter 't Zand, a driver.", "It is bad", "Pieter 't Zand", ""},
		{"“It is bad,” said Wanjiru wa Kinyatti, a driver.", "It is bad", "Wanjiru wa Kinyatti", ""},
		{"“It is bad,” said João da Mota e Souza, a driver.", "It is bad", "João da Mota e Souza", ""},
		{"“It is bad,” said Zia ul-Mulk, a driver.", "It is bad", "Zia ul-Mulk", ""},
		{"“It is bad,” von der Hagen said on Monday.", "It is bad", "von der Hagen", ""},
		{"Oakhaven’s said it was sorry. “It is bad,” Oakhaven’s said.", "It is bad", "Oakhaven's", ""},
		{"“It is bad,” said Harbottle's. It rained.", "It is bad", "Harbottle's", ""},
	})
	checkSpoken(t, "a title is no part of a name", []spoken{
		{"Mother-of-two Astrid Lie said the road was shut. “It is bad,” she said.", "It is bad", "Astrid Lie", ""},
		{"Grandfather-of-nine Bo Ek told the court: “It is bad.”", "It is bad", "Bo Ek", ""},
		{"Acting Under-Secretary Noel O’Hara-Finn said: “It is bad.”", "It is bad", "Noel O'Hara-Finn", ""},
		{"Deputy Vice-Chair Mina Joshi said: “It is bad.”", "It is bad", "Mina Joshi", ""},
	})
	checkSpoken(t, "a month or a weekday is a surname", []spoken{
		{"Governor Helena March spoke in Brae.\n“The dam is safe,” March said.\nAccording to March, the road opens in May.", "The dam is safe", "Helena March", ""},
		{"Governor Helena March spoke in Brae.\n“The dam is safe,” March said.\nAccording to March, the road opens in May.", "the road opens", "Helena March", ""},
		{"Mr. April said: “We will see.”", "We will see", "April", ""},
		{"“It rains,” said Ms. Joan Sunday. “We wait,” Ms. Sunday added.", "We wait", "Joan Sunday", ""},
		{"“It rains,” said June Akande, a teacher.", "It rains", "June Akande", ""},
	})
	checkSpoken(t, "a date is no part of a name", []spoken{
		{"On Wednesday Farid Nasser, a tailor, said he was tired. “It was hot,” he said.", "It was hot", "Farid Nasser", ""},
		{"In January Ines Roth told the court: “I saw the fire.”", "I saw the fire", "Ines Roth", ""},
		{"By Monday Coach Tim Bell had changed his mind. “We play,” he said.", "We play", "Tim Bell", ""},
		{"Last August Olga Prus wrote: “We need rain.”", "We need rain", "Olga Prus", ""},
		{"Saturday Lena Dahl told the crowd: “We need rain.”", "We need rain", "Lena Dahl", ""},
	})
	checkSpoken(t, "a nickname stands inside a name", []spoken{
		{"“He taught me to box,” said Thomas “Tomcat” Obi, who ran the gym.", "He taught me", "Thomas “Tomcat” Obi", ""},
		{"“We cried,” Josefina 'Pepa' Luna said on Sunday.", "We cried", "Josefina 'Pepa' Luna", ""},
		{"“I owe him,” said Gregory (Greg) Stone, 61.", "I owe him", "Gregory (Greg) Stone", ""},
		{"Nadia \"Little Queen\" Sorel danced. \"I was born here,\" Sorel said.", "I was born", "Nadia \"Little Queen\" Sorel", ""},
		{"Ines “Doctor Bread” Palm bakes. “It rises,” said Palm.", "It rises", "Ines “Doctor Bread” Palm", ""},
		{"Marta (Big Mama) Ruell cooks. “Eat first,” Ruell told them.", "Eat first", "Marta (Big Mama) Ruell", ""},
		{"Viktor “The Bear” Hruska told reporters: “I lost.” “I am old,” Hruska said.", "I am old", "Viktor “The Bear” Hruska", ""},
	})
	checkSpoken(t, "a place before an unnamed speaker", []spoken{
		{"Nine people drowned in a lake near Dorn, a rescue official said. “We came too late,” he said.", "We came too late", "-", "Dorn"},
		{"The lorry burned on the way to Estland, a customs clerk told the radio. “It was full of wood,” she said.", "It was full of wood", "-", "Estland"},
		{"The boat sank off Morvia, a fisherman who saw it said. “It was dark,” he said.", "It was dark", "-", "Morvia"},
		{"Two climbers fell on Mount Ara, a guide from Brusk said. “The rope was old,” he said.", "The rope was old", "-", "Brusk"},
		{"The clinic sent away a girl from Tolk, a doctor there said. “We had no beds,” she said.", "We had no beds", "-", "Tolk"},
	})
	checkSpoken(t, "later paragraphs of a long quotation", []spoken{
		{"‘We left the farm at six,’ said Ruth Egede, 70. ‘The wind was from the north.\n‘By nine the roof had gone, and my sister was in the cellar.\n‘She came up.’\nIt rained.", "By nine the roof", "Ruth Egede", ""},
		{"'The hall is cold,' said Gwen Price. 'The boys' shoes are wet and nobody cares.\n'I will write to the king.'", "nobody cares", "Gwen Price", ""},
		{"\"We left the farm at six,\" said Ruth Egede, 70. \"The wind was from the north.\n\"By nine the roof had gone.\n\"She came up.\"\nIt rained.", "She came up", "Ruth Egede", ""},
	})
	checkSpoken(t, "opened again in the same paragraph", []spoken{
		{"Mr. Onyango said: \"We have paid them all. \"We will pay again.\" He left.", "We have paid them", "Onyango", ""},
		{"Ms. Vane said: \"We lost. \"We cried. \"We went home.\"", "We cried", "Vane", ""},
		{"Ms. Vane said: \"We lost. \"We cried. \"We went home.\"", "We went home", "Vane", ""},
		{"\"It is done. \"It is over,\" said Kip Aran.", "It is done", "Kip Aran", ""},
		{"Ms. Blom said: “One thing is sure. “We will not wait. “We will act now.”", "We will not wait", "Blom", ""},
	})
	checkSpoken(t, "and inside a title or a body", []spoken{
		{"The Social Democrats said the law was late. “It is late,” the Social Democrats said.", "It is late", "Social Democrats", ""},
		{"The Food and Agriculture Secretary Nils Lund said: “We eat.”", "We eat", "Nils Lund", ""},
		{"The Ministry of Culture said it would answer. The Department for Housing and Transport said it was sorry.", "it was sorry", "Department for Housing and Transport", ""},
		{"Harker and Blythe said profits rose. “It helps,” Harker and Blythe said.", "It helps", "Harker and Blythe", ""},
		{"Labour Party spokesman for education Tom Reyes said: “It is misdirected.”", "It is misdirected", "Tom Reyes", ""},
		{"Sales and Marketing director Ida Moe said: “Wait.”", "Wait", "Ida Moe", ""},
	})
	checkSpoken(t, "what is known speaks for nobody", []spoken{
		{"Tradition says that guests come first.", "guests come first", "", ""},
		{"Hindsight tells us that the wall was weak.", "the wall was weak", "", ""},
		{"Observation shows that geese fly low in the rain.", "geese fly low", "", ""},
		{"Common sense says that dogs bark, said trainer Olga Prus.", "dogs bark", "Olga Prus", ""},
		{"Gossip says he drank, said barber Iris Moe.", "he drank", "Iris Moe", ""},
		{"Thirst tells us to wait, says Sela Tamapua.", "us to wait", "Sela Tamapua", ""},
		{"The law says dogs must be led, said warden Kim Ode.", "dogs must be led", "Kim Ode", ""},
		{"Surveys suggest that people sleep less.", "people sleep less", "", ""},
		{"Stories say she swam home.", "she swam home", "", ""},
		{"A study by the Norda Institute says milk is safe.", "milk is safe", "Norda Institute", ""},
	})
	checkSpoken(t, "an abbreviation before a name", []spoken{
		{"The firm's lawyer is A. B. Holt, Esq. Holt called the law “a trap.”", "a trap", "A. B. Holt", ""},
		{"They live in Dorn Co. Anna Weil, one of them, said: “We stay.”", "We stay", "Anna Weil", ""},
		{"He works for Brunn Ltd. Peter Stahl, his boss, said: “He is late.”", "He is late", "Peter Stahl", ""},
		{"It was heard in Brae, N.D. Judge Olga Prus said: “No more.”", "No more", "Olga Prus", ""},
		{"The bank's C.E.O. Marta Ruiz said it was over. “I am sorry,” Ruiz said.", "I am sorry", "Marta Ruiz", ""},
	})
	checkSpoken(t, "relatives share parts of their names", []spoken{
		{"The pilot Amina Yusuf Bello, 20, was among the dead. Ms. Amina’s father, Yusuf Bello, said: “We want her home.”", "We want her home", "Yusuf Bello", ""},
		{"Sailor Karl Otto Lindt, 22, drowned. His father, Otto Lindt, said: “The sea took him.”", "The sea took him", "Otto Lindt", ""},
		{"Nora Maria Vik, 19, died. Her mother, Maria Vik, said: “She sang.”", "She sang", "Maria Vik", ""},
	})
	checkSpoken(t, "a reply is not the asker's", []spoken{
		{"\"Who took the boat?\" asked harbour master Lena Vik. \"Not me.\" \"Then who?\"", "Not me", "-", "Lena Vik"},
		{"\"Is it safe?\" asked Oskar Bull. \"Yes.\" He left.", "Yes.", "-", "Oskar Bull"},
		{"Reporter Ida Moe asked Brandt: \"Did you pay?\" \"Never.\"", "Never", "-", "Ida Moe"},
		{"“Who pays?” asked Councillor Jan Prus. “The town does,” came the reply from Treasurer Viola Ek.", "The town does", "Viola Ek", ""},
		{"Coach Ana Ruiz looked at Tim Bell. “You play on Sunday.” Bell nodded.", "You play", "Ana Ruiz", ""},
		{"Reporter Lin Mo asked the mayor, Carla Reyes: “Will you resign?” Reyes answered: “No.”", "Will you resign", "Lin Mo", ""},
		{"Judge Abel Stone told the driver, Ken Ito: “You will lose your licence.” Ito wept.", "lose your licence", "Abel Stone", ""},
		{"“Why?” asked Jen Falk. “Because,” came back the whisper of her son, Tim Falk.", "Because", "Tim Falk", ""},
		{"“Why did he go?” asked Olga Prus. “He had no reason to go, and nobody told him to leave.”", "He had no reason", "Olga Prus", ""},
	})
	checkSpoken(t, "one said", []spoken{
		{"“It is over,” one said. “We lost everything,” another said.", "It is over", "", ""},
		{"“It is over,” one said. “We lost everything,” another said.", "We lost", "", ""},
		{"“It was dark,” said another.", "It was dark", "", ""},
	})
	checkSpoken(t, "no thing is he or she", []spoken{
		{"Norland signed the treaty. “It is a good day,” she said.", "It is a good day", "", ""},
		{"Twelve men signed. Eleven left. “I stayed,” he said.", "I stayed", "", ""},
		{"LAST FERRY LEAVES\nThe mayor spoke. “We are safe,” he said.", "We are safe", "-", "LAST FERRY LEAVES"},
		{"Two people drowned near Dorn, officials say. “It was dark,” he said.", "It was dark", "-", "Dorn"},
		{"“Will it rain?” asked Ola Lund. “Probably,” he was told.", "Probably", "-", "Ola Lund"},
		{"Silver Lining, a scheme for fathers, was praised by the widow of Hugh Marsh. “It kept me alive,” she said.", "It kept me", "", ""},
		{"Wild Roots, a play about war, was written by Thea Kim. “I wept,” she said.", "I wept", "Thea Kim", ""},
	})
}

// TestTitleSpeaker finds no speaker in the first word of a title.
// TestNamesWhole has names that were cut in half or joined with what is beside
// them.
func TestNamesWhole(t *testing.T) {
	checkSpoken(t, "and inside a body", []spoken{
		{"Antigua and Barbuda said that it would sign.", "it would sign", "Antigua and Barbuda", ""},
		{"Oru and Partners said that rents had doubled. “They doubled,” Oru and Partners said.", "They doubled", "Oru and Partners", ""},
		{"Pihl and Pihl said that the kiln was sold.", "the kiln was sold", "Pihl and Pihl", ""},
		{"The Millers and Bakers union said that flour was short.", "flour was short", "Millers and Bakers union", ""},
		{"Saint Kitts and Nevis said that it would not.", "it would not", "Saint Kitts and Nevis", ""},
		{"The Society for Ships and Rails said that its hall was sold.", "its hall was sold", "Society for Ships and Rails", ""},
		{"The Federation of Mine and Smelter Workers said that pay was late.", "pay was late", "Federation of Mine and Smelter Workers", ""},
		{"The Bank of Sund and Mayor Lise Ek said that it was over.", "it was over", "-", "Bank of Sund and Mayor Lise Ek"},
	})
	checkSpoken(t, "days and months that are names", []spoken{
		{"June Adjei, a welder, said that it held. “It holds,” June said.", "It holds", "June Adjei", ""},
		{"“I left in May,” Monday Ekwueme said.", "I left in May", "Monday Ekwueme", ""},
		{"“I left in May,” said Friday Obaseki.", "I left in May", "Friday Obaseki", ""},
		{"On Tuesday April Nkemelu told the board: “Sell it.”", "Sell it", "April Nkemelu", ""},
		{"Daniel Friday ran home. “It was far,” Friday said.", "It was far", "Daniel Friday", ""},
		{"On Friday Obaseki said: “Sell it.”", "Sell it", "Obaseki", ""},
	})
	checkSpoken(t, "an abbreviation ends the sentence", []spoken{
		{"He works for Delvaux B.V. Anna Prinz, his boss, said: “He is late.”", "He is late", "Anna Prinz", ""},
		{"She left the B.N.F. Peter Olsen said: “We miss her.”", "We miss her", "Peter Olsen", ""},
		{"He has an M.B.A. Karen Holm, his aunt, said: “It was dear.”", "It was dear", "Karen Holm", ""},
		{"The mill's C.F.O. Maria Deng resigned. “I am tired,” Deng said.", "I am tired", "Maria Deng", ""},
		{"They live in Hull, Mass. Peter Olsen said: “It is cold.”", "It is cold", "Peter Olsen", ""},
	})
}

// TestCalled finds no utterance in what somebody is called.
func TestCalled(t *testing.T) {
	for _, text := range []string{
		"A dealer called “The Owl” was seen, said sergeant Ida Holm.",
		"The barge, dubbed “Old Kate”, sank, said skipper Bo Lund.",
		"The woman they call “Magpie” has left, said Lise Ek.",
	} {
		x := quote.Extract(&corpus.Article{TitleDoc: -1, Language: "en", Paragraphs: []corpus.Paragraph{{Text: text, Doc: -1}}})
		for _, q := range x.Quotes {
			if q.Kind != quote.Indirect {
				t.Errorf("%s: a quote of %s", text, q.Speaker)
			}
		}
	}
}

// TestWorks finds no utterance in the titles of works and programmes.
func TestWorks(t *testing.T) {
	for _, text1 := range []string{
		"Ms. Orr was a star of “Long Winter”, said critic Bo Lund.",
		"In his first book, “Salt and Rope,” Mr. Falk tells of the sea, said Jen Holm.",
		"“Morning Boat” host Kim Ode said it was over.",
		"The singer, who wrote the ballad “Cold Harbour Light,” said no.",
		"She talked on “Early Bells” about rent, said Ana Ruiz.",
		"It is like “Glass Hill,” a play about his aunt, said Ana Ruiz.",
	} {
		a := text("en", text1)
		if x := quote.Extract(a); len(x.NotQuotes) != 1 || x.NotQuotes[0].Why != "title" {
			t.Errorf("%s: %+v", text1, x.NotQuotes)
		}
	}
	checkSpoken(t, "what crowds call is no title", []spoken{
		{"The march began with chants of “Free The River,” Kim Ode said.", "Free The River", "-", "nobody"},
	})
}

// TestOccupations has names behind what people do, which has its capital from
// the beginning of the sentence.
func TestOccupations(t *testing.T) {
	checkSpoken(t, "an occupation that begins a sentence is no part of the name", []spoken{
		{"Boatman Vu Lanh said: “The oars broke.”", "The oars", "Vu Lanh", ""},
		{"Cyclist Yaw Boateng came in last. “My chain went,” he said.", "My chain", "Yaw Boateng", ""},
		{"Beekeeper Tui Aleki would not pay. “Not a cent,” she said.", "Not a cent", "Tui Aleki", ""},
		{"Goldsmith Anna Petri said: “It was brass.”", "It was brass", "Anna Petri", ""},
		{"The painter fell. Painter Okoro said: “The ladder slipped.” A day before, Okoro had paid for it.", "The ladder", "Okoro", ""},
	})
	checkSpoken(t, "a first name or a surname that ends like an occupation is", []spoken{
		{"Walter Bram Noor said: “I stayed.”", "I stayed", "Walter Bram Noor", ""},
		{"Parker Quill Adeyo said: “I stayed.”", "I stayed", "Parker Quill Adeyo", ""},
	})
}

func TestTitleSpeaker(t *testing.T) {
	for title, not := range map[string]string{
		"Bridge at Dorn unsafe, engineers say":          "Bridge",
		"Coast at Brae will flood by 2060, study finds": "Brae",
		"Harbour at Lund to close, mayor says":          "Lund",
	} {
		x := quote.Extract(&corpus.Article{Title: title, TitleDoc: -1, Language: "en", Paragraphs: []corpus.Paragraph{{Text: "It rained on Monday.", Doc: -1}}})
		for _, q := range x.Quotes {
			if q.Speaker == not {
				t.Errorf("%s: said by %s", title, not)
			}
		}
	}
}

// TestNicknames finds no quotations in other names of people.
func TestNicknames(t *testing.T) {
	for _, text1 := range []string{
		"“I drove the van,” said Milan Kos, also known as “the Tailor.”",
		"“I drove the van,” said Milan Kos, alias “Whisper”.",
		"“I drove the van,” said Thomas “Tomcat” Obi.",
		"“I drove the van,” said Sven 'Tiny' Aker, who is 40.",
	} {
		a := text("en", text1)
		if x := quote.Extract(a); len(x.Quotes) != 1 {
			t.Errorf("%s: %d quotes, want 1", text1, len(x.Quotes))
		}
	}
}

// TestDenied reads that words were not said.
func TestDenied(t *testing.T) {
	for _, tt := range []struct {
		text, words string
		want        bool
	}{
		{"Farmer Ivo Brandl denied telling the court: “Burn the barn.”", "Burn the barn", true},
		{"Farmer Ivo Brandl denied that he had called the vet “a quack.”", "a quack", true},
		{"Minister Pia Holt has never said that “the sea is ours.”", "the sea is ours", true},
		{"Engineer Noor Daud stopped short of calling the dam “a wreck.”", "a wreck", true},
		{"Chancellor Eva Stein refused to call the strike “illegal.”", "illegal", true},
		{"Ms. Okoye was falsely quoted as saying: “We hate the north.”", "We hate the north", true},
		{"Ms. Okoye insisted that she had never told the board “to lie.”", "to lie", true},
		{"It is not true that Lin said “go away,” a clerk said.", "go away", true},
		{"No minister has said that the dam is safe.", "the dam is safe", true},
		{"Brandl denied that the barn was his.", "the barn was his", true},
		{"Falk dismissed claims that she had called him “a thief.”", "a thief", true},
		{"Lind contested the allegation that he had told her: “Sell it.”", "Sell it", true},
		{"Koch brushed aside suggestions that she had promised “a palace.”", "a palace", true},
		{"Moe abstained from calling it “a crime.”", "a crime", true},
		{"Holm shied away from calling the fall “a crash.”", "a crash", true},
		{"Koch has yet to say who will run.", "who will run", true},
		{"Ruiz cannot deny that she called the fire “a crime.”", "a crime", false},
		{"Lee did not dispute that he had called the plan “a folly.”", "a folly", false},
		{"Ida Koch denied the report, saying: “I slept.”", "I slept", false},
		{"She rejected the plan, calling it “a crime.”", "a crime", false},
		{"“I never promised a bridge,” said Ada Falk.", "I never promised", false},
		{"Ms. Okoye denied the claim as “absurd.”", "absurd", false},
		{"Brandl did not call him “a thief,” but said: “He took it.”", "He took it", false},
		{"“Nobody has said ‘stop’ to me,” Ada Falk said.", "Nobody has said", false},
	} {
		a := text("en", tt.text)
		q, ok := quoteOf(t, a, quote.Extract(a), tt.words)
		if !ok || q.Denied != tt.want {
			t.Errorf("%s\n%q: found %v, denied %v, want %v", tt.text, tt.words, ok, q.Denied, tt.want)
		}
	}
}
