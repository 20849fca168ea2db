package page

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus/quote"
)

// catalogue is every text of the pages in one language. An article's own words are
// never translated.
type catalogue struct {
	Language string // BCP 47

	// Around a page.
	Skip, Articles, Passages, Answer, AllArticles, Untitled string
	NothingTitle, Nothing, TooMany, Failed                  string

	// An article.
	By, AtPublisher, WhoSpeaks, Everybody, Contents, Revisions string
	Quotes, Paragraph                                          string // read aloud before a number
	Text, WhoSaidWhat, PartOnly, NothingCited, LeftOut         string
	OldRevision                                                string // %d
	Present                                                    string
	Revision, ChangedSince                                     string // %d
	ParagraphOf                                                string // %d %d
	NobodyQuoted, OnlyThese                                    string
	Cited                                                      string

	// Changes.
	NoChanges, Added, Removed, WasParagraph string

	// A quote's tooltip.
	Kinds                             map[quote.Kind]string
	Denied                            string
	NamedAs                           string // %s mention, %d paragraph
	Via                               string // %s
	Unclear, OnlyMention, NobodyNamed string

	// Asking.
	AskHere, AskAll, Question, Ask   string
	WhoSaid, Speaker, About, Show    string
	CheckQuote, Quote, SaidBy, Check string
	InArticle, PassOn, Back, NotKept string
}

// wordsFor gives the texts in the first language of an Accept-Language header
// that there is; English when there is none.
func wordsFor(accepted string) *catalogue {
	for part := range strings.SplitSeq(accepted, ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		base, _, _ := strings.Cut(strings.ToLower(tag), "-")
		for _, w := range languages {
			if w.Language == base {
				return w
			}
		}
	}
	return &english
}

var languages = []*catalogue{&english, &german, &russian}

var english = catalogue{
	Language: "en",
	Skip:     "To the text", Articles: "Articles", Passages: "Passages", Answer: "Answer", AllArticles: "All articles", Untitled: "untitled",
	NothingTitle: "Nothing here",
	Nothing:      "There is no page here, or not with this link: it may have expired or been taken back. The bot gives a new one in the server.",
	TooMany:      "That was a lot at once. Try again in a moment.",
	Failed:       "Something went wrong here, sorry. Try again in a moment.",
	By:           "By", AtPublisher: "At the publisher", WhoSpeaks: "Who speaks", Everybody: "Everybody", Contents: "Contents", Revisions: "Revisions",
	Quotes: "quotes:", Paragraph: "Paragraph",
	Text: "Text", WhoSaidWhat: "Who said what",
	PartOnly:     "The cited passages with a paragraph before and after; the whole text is its publisher’s.",
	NothingCited: "The text is its publisher’s; here is who said what in it.",
	LeftOut:      "Paragraphs are left out here",
	OldRevision:  "This is revision %d, as it was cited. The article has been replaced since.", Present: "Open the present text",
	Revision: "Revision %d", ChangedSince: "Changed since revision %d", ParagraphOf: "¶ %d of %d",
	NobodyQuoted: "Nobody is quoted here.", OnlyThese: "Only the words of one speaker are coloured.", Cited: "cited",
	NoChanges: "The paragraphs are the same.", Added: "added", Removed: "removed", WasParagraph: "was",
	Kinds:  map[quote.Kind]string{quote.Direct: "in quotation marks", quote.Mixed: "partly in quotation marks", quote.Indirect: "in other words"},
	Denied: "the article says that this was not said", NamedAs: "as “%s”, ¶ %d", Via: "via %s",
	Unclear: "speaker unclear", OnlyMention: "who that is stays open", NobodyNamed: "the article does not make clear who speaks",
	AskHere: "Ask this article", AskAll: "Ask the articles", Question: "Question", Ask: "Ask",
	WhoSaid: "What somebody said", Speaker: "Speaker", About: "About (may be empty)", Show: "Show",
	CheckQuote: "Is this quote genuine?", Quote: "Quote", SaidBy: "Said by (may be empty)", Check: "Check",
	InArticle: "in the article", PassOn: "Address of these passages", Back: "Back", NotKept: "What you type is not kept, not logged, and stands in no address.",
}

var german = catalogue{
	Language: "de",
	Skip:     "Zum Text", Articles: "Artikel", Passages: "Stellen", Answer: "Antwort", AllArticles: "Alle Artikel", Untitled: "ohne Titel",
	NothingTitle: "Hier ist nichts",
	Nothing:      "Hier ist keine Seite, oder nicht mit diesem Link: Er kann abgelaufen oder zurückgenommen sein. Einen neuen gibt der Bot auf dem Server.",
	TooMany:      "Das war viel auf einmal. Bitte gleich noch einmal versuchen.",
	Failed:       "Hier ist etwas schiefgegangen. Bitte gleich noch einmal versuchen.",
	By:           "Von", AtPublisher: "Beim Verlag", WhoSpeaks: "Wer spricht", Everybody: "Alle", Contents: "Inhalt", Revisions: "Fassungen",
	Quotes: "Zitate:", Paragraph: "Absatz",
	Text: "Text", WhoSaidWhat: "Wer sagte was",
	PartOnly:     "Die zitierten Stellen mit je einem Absatz davor und danach; der ganze Text gehört dem Verlag.",
	NothingCited: "Der Text gehört dem Verlag; hier steht, wer darin was sagte.",
	LeftOut:      "Hier sind Absätze ausgelassen",
	OldRevision:  "Das ist Fassung %d, wie sie zitiert wurde. Der Artikel wurde seither ersetzt.", Present: "Jetzigen Text öffnen",
	Revision: "Fassung %d", ChangedSince: "Geändert seit Fassung %d", ParagraphOf: "¶ %d von %d",
	NobodyQuoted: "Hier wird niemand zitiert.", OnlyThese: "Nur die Worte einer Person sind gefärbt.", Cited: "zitiert",
	NoChanges: "Die Absätze sind dieselben.", Added: "neu", Removed: "entfernt", WasParagraph: "war",
	Kinds:  map[quote.Kind]string{quote.Direct: "in Anführungszeichen", quote.Mixed: "teils in Anführungszeichen", quote.Indirect: "in anderen Worten"},
	Denied: "dem Artikel zufolge wurde das nicht gesagt", NamedAs: "als „%s“, ¶ %d", Via: "über %s",
	Unclear: "Sprecher unklar", OnlyMention: "wer das ist, bleibt offen", NobodyNamed: "der Artikel macht nicht klar, wer spricht",
	AskHere: "Diesen Artikel fragen", AskAll: "Die Artikel fragen", Question: "Frage", Ask: "Fragen",
	WhoSaid: "Was jemand sagte", Speaker: "Wer", About: "Worüber (kann leer bleiben)", Show: "Zeigen",
	CheckQuote: "Ist dieses Zitat echt?", Quote: "Zitat", SaidBy: "Von wem (kann leer bleiben)", Check: "Prüfen",
	InArticle: "im Artikel", PassOn: "Adresse dieser Stellen", Back: "Zurück", NotKept: "Was man eingibt, wird nicht behalten, nicht protokolliert und steht in keiner Adresse.",
}

var russian = catalogue{
	Language: "ru",
	Skip:     "К тексту", Articles: "Статьи", Passages: "Отрывки", Answer: "Ответ", AllArticles: "Все статьи", Untitled: "без названия",
	NothingTitle: "Здесь ничего нет",
	Nothing:      "Такой страницы нет, или она не открывается по этой ссылке: срок её мог истечь, или её отозвали. Новую даст бот на сервере.",
	TooMany:      "Слишком много сразу. Попробуйте чуть позже.",
	Failed:       "Здесь что-то сломалось. Попробуйте чуть позже.",
	By:           "Автор:", AtPublisher: "У издателя", WhoSpeaks: "Кто говорит", Everybody: "Все", Contents: "Содержание", Revisions: "Редакции",
	Quotes: "цитат:", Paragraph: "Абзац",
	Text: "Текст", WhoSaidWhat: "Кто что сказал",
	PartOnly:     "Процитированные отрывки и по абзацу до и после; весь текст принадлежит издателю.",
	NothingCited: "Текст принадлежит издателю; здесь показано, кто в нём что сказал.",
	LeftOut:      "Здесь пропущены абзацы",
	OldRevision:  "Это редакция %d, какой она была при цитировании. С тех пор статью заменили.", Present: "Открыть нынешний текст",
	Revision: "Редакция %d", ChangedSince: "Изменено после редакции %d", ParagraphOf: "¶ %d из %d",
	NobodyQuoted: "Здесь никого не цитируют.", OnlyThese: "Цветом выделены слова только одного человека.", Cited: "цитата",
	NoChanges: "Абзацы те же.", Added: "добавлено", Removed: "удалено", WasParagraph: "был",
	Kinds:  map[quote.Kind]string{quote.Direct: "в кавычках", quote.Mixed: "частью в кавычках", quote.Indirect: "пересказ"},
	Denied: "по словам статьи, этого не говорили", NamedAs: "как «%s», ¶ %d", Via: "через %s",
	Unclear: "кто говорит, неясно", OnlyMention: "кто это, остаётся неизвестным", NobodyNamed: "из статьи неясно, кто говорит",
	AskHere: "Спросить эту статью", AskAll: "Спросить статьи", Question: "Вопрос", Ask: "Спросить",
	WhoSaid: "Что сказал человек", Speaker: "Кто", About: "О чём (можно не заполнять)", Show: "Показать",
	CheckQuote: "Подлинна ли цитата?", Quote: "Цитата", SaidBy: "Чья (можно не заполнять)", Check: "Проверить",
	InArticle: "в статье", PassOn: "Адрес этих отрывков", Back: "Назад", NotKept: "Введённое не хранится, не записывается в журнал и не попадает в адрес.",
}
