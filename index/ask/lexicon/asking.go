package lexicon

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/words"
)

// askingWords are, by language, words that ask and that an answer need not
// have: who, when, how many, is called. In a question they are no terms, in an
// article they are words like any other. The lists of function words lack most
// of them. Another language is another line.
var askingWords = func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for language, list := range map[string]string{
		"ar": "من ما ماذا بماذا لماذا متى أين اين كيف كم أي اي أية هل مما عما ممن لمن يسمى تسمى سمي اسم",
		"de": "wer wen wem wessen wann wo wohin woher warum weshalb wieso weswegen wie viel viele wieviel wieviele was welcher welche welches welchem welchen wofür worauf worin worum wogegen womit wodurch wovon wozu woran woraus worüber wonach wobei heißt heißen hieß hießen nennt nannte genannt nenne nennen lautet lautete bezeichnet bitte",
		"el": "ποιος ποια ποιο ποιον ποιου ποιας ποιοι ποιες ποιους ποιων τι πότε πού πώς γιατί πόσο πόσοι πόσες πόσα πόσους πόση λέγεται λέγονται ονομάζεται ονομάζονται ονομαζόταν",
		"es": "quién quiénes cuándo dónde adónde cómo cuánto cuánta cuántos cuántas qué cuál cuáles porqué llama llaman llamaba llamado llamada", //nolint:misspell // Spanish
		"fr": "qui quand où comment combien pourquoi quoi que quel quelle quels quelles lequel laquelle lesquels lesquelles appelle appelait appelé appelée nomme",
		"it": "chi quando dove come perché quanto quanta quanti quante cosa che quale quali qual chiama chiamava chiamato chiamata",
		"nl": "wie wiens wanneer waar waarom hoe hoeveel wat welk welke waarvoor waarmee waarop waarin waarvan waardoor heet heette heten genoemd noemt",
		"pl": "kto kogo komu kim kiedy gdzie dokąd skąd dlaczego jak ile ilu co czego czym czemu jaki jaka jakie jakich jakim jaką który która które których którym którą nazywa nazywał nazywała nazywano",
		"pt": "quem quando onde aonde como quanto quanta quantos quantas que quê qual quais porquê porque chama chamava chamado chamada",
		"ro": "cine cui când unde cum cât câtă câți câte ce care căror cărui cărei numește numea numit numită cheamă",
		"ru": "кто кого кому кем ком чей чья чьё чьи когда где куда откуда почему зачем сколько скольких насколько какой какая какое какие какого каким какому каком какую каких какими каков какова каково каковы который которая которое которые что как чего чем чему чём называется называются назывался называлась называлось назывались назовите называют называли зовут звали",
		"sv": "vem vems vilka vilken vilket när var vart varifrån varför hur många mycket vad heter hette kallas kallades",
		"tr": "kim kimi kime kimin kimler ne neyi neye neden nedir nerede nereye nereden nere niçin niye nasıl kaç kaçta kaçıncı hangi hangisi hangileri zaman denir adı ismi",
		"uk": "хто кого кому ким чий чия чиє чиї коли де куди звідки чому навіщо скільки який яка яке які якого якої яким якій яку яких як що чого чим називається називаються називався називалася назвіть",
		"zh": "什么 多少 哪里 哪个 哪些 哪一 为什 如何 何时 怎么 怎样 几个",
	} {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			set[words.Fold(w)] = true
		}
		out[language] = set
	}
	return out
}()
