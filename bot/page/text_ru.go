package page

import "github.com/verbatim-bot/verbatim/corpus/quote"

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
	NobodyQuoted: "Здесь никого не цитируют.", OnlyThese: "Цветом выделены слова только одного человека.",
	NoChanges: "Абзацы те же.", Added: "добавлено", Removed: "удалено", WasParagraph: "был",
	Kinds:  map[quote.Kind]string{quote.Direct: "в кавычках", quote.Mixed: "частью в кавычках", quote.Indirect: "пересказ"},
	Denied: "по словам статьи, этого не говорили", NamedAs: "как «%s», ¶ %d", Via: "через %s",
	Unclear: "кто говорит, неясно", OnlyMention: "кто это, остаётся неизвестным", NobodyNamed: "из статьи неясно, кто говорит",
	AskHere: "Спросить эту статью", AskAll: "Спросить статьи", Question: "Вопрос", Ask: "Спросить",
	WhoSaid: "Что сказал человек", Speaker: "Кто", About: "О чём (можно не заполнять)", Show: "Показать",
	CheckQuote: "Подлинна ли цитата?", Quote: "Цитата", SaidBy: "Чья (можно не заполнять)", Check: "Проверить",
	InArticle: "в статье", PassOn: "Адрес этих отрывков", Back: "Назад", NotKept: "Введённое не хранится, не записывается в журнал и не попадает в адрес.",
}
