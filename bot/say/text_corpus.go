package say

import "github.com/verbatim-bot/verbatim/corpus"

// corpusWords are the texts about looking after the articles.
type corpusWords struct {
	PasteForm      string
	Title          string
	Text           string
	TextMore       string
	Publisher      string
	Date           string
	URL            string
	Unknown        string
	Details        string
	Add            string
	Replace        string
	Cancel         string
	Undo           string
	Rollback       string
	PreviewAdd     string
	PreviewReplace string // %s id
	Facts          string // %s title, publisher, date, language, address
	Counts         string // %d paragraphs, %d quotes, %s speakers
	NoDifference   string
	Difference     string // %d paragraphs added, removed, changed; quotes; other speaker
	NewSpeakers    string // %s
	GoneSpeakers   string // %s
	SameFile       string // %s article
	Resembles      string // %s article, %d percent
	Added          string // %s article
	Replaced       string // %s article, %d revision
	Cancelled      string
	AskRemove      string // %s article
	Removed        string // %s article
	Restored       string // %s article
	Undone         string // %s article
	UndoneBy       string // %s member
	Fixed          string // %s place, %s before, %s now
	Rehearsing     string
	Rehearsed      string // %d articles, %s time
	Checking       string // %d done, %d all
	Rate           string // %.1f articles a second, %s left
	Stopping       string
	Stopped        string
	NotRunning     string
	Running        string
	Interrupted    string
	NeverReindexed string
	LastReindexed  string // %s time, %d articles
	QuotesChanged  string // %s article, %d now, %d before
	LostFix        string // %s article, %s speaker
	Skipped        string // %s article
	NothingChanged string
	InFile         string // %d lines
	RolledBack     string
	Exported       string
	ExportLarge    string // %s server
	Indexed        string // %d have, %d all, %d generation
	Fixes          string // %d all, %d lost
	ReadAnew       string // %s version, %d quotes with another speaker, %d new, %d gone
	Comparing      string // %d articles of %d
	Disk           string // %d removed, %.1f MB
	DidAdd         string // %s
	DidReplace     string // %s, %d
	DidRemove      string // %s
	DidRestore     string // %s
	DidUndo        string // %s
	DidFix         string // %s, %s, %s
	DidRollback    string
	DidExport      string

	Doubts map[corpus.Doubt]string // see [corpus.Doubts]
}

var englishCorpus = corpusWords{
	PasteForm:      "Paste an article",
	Title:          "Title",
	Text:           "Text",
	TextMore:       "Text, continued",
	Publisher:      "Publisher",
	Date:           "Date",
	URL:            "Web address",
	Unknown:        "unknown",
	Details:        "Edit details",
	Add:            "Add",
	Replace:        "Replace",
	Cancel:         "Cancel",
	Undo:           "Undo",
	Rollback:       "Go back to the index before",
	PreviewAdd:     "**Preview.** Nothing is added yet.",
	PreviewReplace: "**Preview of a new text for %s.** Nothing is replaced yet.",
	Facts:          "Title: **%s**\nPublisher: %s · date: %s · language: %s\nWeb address: %s",
	Counts:         "Paragraphs: %d · quotes: %d · speakers: %s",
	NoDifference:   "Its words are the same as now.",
	Difference:     "Paragraphs: %d new, %d gone, %d changed · quotes: %d new, %d gone, %d changed, %d with another speaker",
	NewSpeakers:    "New speakers: %s",
	GoneSpeakers:   "Speakers gone: %s",
	SameFile:       "This very file is here already: %s",
	Resembles:      "Resembles %s (%d %% of the wording)",
	Added:          "Added: %s. Ask me about it now.",
	Replaced:       "Replaced: %s, revision %d. Older answers still open the old text.",
	Cancelled:      "Nothing was changed.",
	AskRemove:      "Remove %s? No answer will show it from then on. It can be restored for 30 days.",
	Removed:        "Removed: %s. `/corpus restore` brings it back within 30 days.",
	Restored:       "Restored: %s.",
	Undone:         "Undone: %s is as it was before.",
	UndoneBy:       "Undone by %s.",
	Fixed:          "Speaker of %s: was %s, now %s. It stays so after reindexing.",
	Rehearsing:     "Looking what reindexing would change. Nothing is written.",
	Rehearsed:      "Looked at, nothing written. Articles: %d. Time: %s.",
	Checking:       "Checking the new index: %d of %d articles.",
	Rate:           "%.1f articles a second · about %s left",
	Stopping:       "Stopping.",
	Stopped:        "Stopped. Nothing is changed: questions are answered from the index before.",
	NotRunning:     "No reindexing is under way.",
	Running:        "A reindexing is under way.",
	Interrupted:    "A restart broke off the last reindexing. Nothing is lost: questions are answered from the index before. `/corpus reindex` begins again.",
	NeverReindexed: "Nothing was reindexed here yet.",
	LastReindexed:  "**Last reindexed** %s · articles: %d",
	QuotesChanged:  "`%s` quotes: %d, were %d",
	LostFix:        "`%s` a speaker fix has lost its words: %s",
	Skipped:        "`%s` cannot be read and is not in the index; tell the operator",
	NothingChanged: "No quote and no speaker changed.",
	InFile:         "Changes: %d. They are in the file.",
	RolledBack:     "The index before serves again.",
	Exported:       "All records of this server: originals, revisions, fixes, settings, log.",
	ExportLarge:    "That is too large for Discord. The operator gets it with `verbatim corpus export FILE --guild %s`.",
	Indexed:        "Indexed: %d of %d · generation: %d",
	Fixes:          "Speaker fixes: %d · without their words: %d",
	ReadAnew:       "This version reads the articles otherwise than %s did: %d quotes have another speaker, %d are new, %d are gone. `/corpus reindex` takes that as it is.",
	Comparing:      "Compared with the version before: %d of %d articles. The next `/corpus status` goes on.",
	Disk:           "Restorable: %d · records: %.1f MB",
	DidAdd:         "added %s.",
	DidReplace:     "replaced %s, revision %d.",
	DidRemove:      "removed %s.",
	DidRestore:     "restored %s.",
	DidUndo:        "undid the last change of %s.",
	DidFix:         "corrected the speaker of %s: was %s, now %s.",
	DidRollback:    "went back to the index before.",
	DidExport:      "exported the records.",

	Doubts: corpus.Doubts,
}

var russianCorpus = corpusWords{
	PasteForm:      "Вставить статью",
	Title:          "Заголовок",
	Text:           "Текст",
	TextMore:       "Текст, продолжение",
	Publisher:      "Издание",
	Date:           "Дата",
	URL:            "Адрес в сети",
	Unknown:        "неизвестно",
	Details:        "Изменить сведения",
	Add:            "Добавить",
	Replace:        "Заменить",
	Cancel:         "Отмена",
	Undo:           "Вернуть",
	Rollback:       "Вернуть прежний индекс",
	PreviewAdd:     "**Предпросмотр.** Пока ничего не добавлено.",
	PreviewReplace: "**Предпросмотр нового текста для %s.** Пока ничего не заменено.",
	Facts:          "Заголовок: **%s**\nИздание: %s · дата: %s · язык: %s\nАдрес в сети: %s",
	Counts:         "Абзацев: %d · цитат: %d · говорящих: %s",
	NoDifference:   "Слова те же, что и сейчас.",
	Difference:     "Абзацы: новых %d, ушло %d, изменено %d · цитаты: новых %d, ушло %d, изменено %d, с другим говорящим %d",
	NewSpeakers:    "Новые говорящие: %s",
	GoneSpeakers:   "Больше не говорят: %s",
	SameFile:       "Этот самый файл уже есть: %s",
	Resembles:      "Похоже на %s (%d %% слов общие)",
	Added:          "Добавлено: %s. Можно спрашивать.",
	Replaced:       "Заменено: %s, редакция %d. Прежние ответы открывают прежний текст.",
	Cancelled:      "Ничего не изменено.",
	AskRemove:      "Удалить %s? Ответы её больше не покажут. 30 дней её можно вернуть.",
	Removed:        "Удалено: %s. `/собрание вернуть` вернёт её в течение 30 дней.",
	Restored:       "Возвращено: %s.",
	Undone:         "Отменено: %s снова как было.",
	UndoneBy:       "Отменил(а) %s.",
	Fixed:          "Говорящий в %s: было %s, теперь %s. Так останется и после индексирования.",
	Rehearsing:     "Смотрю, что изменит индексирование. Ничего не записываю.",
	Rehearsed:      "Просмотрено, ничего не записано. Статей: %d. Время: %s.",
	Checking:       "Проверяю новый индекс: %d из %d статей.",
	Rate:           "%.1f статей в секунду · осталось около %s",
	Stopping:       "Останавливаю.",
	Stopped:        "Остановлено. Ничего не изменено: отвечаю по прежнему индексу.",
	NotRunning:     "Индексирование сейчас не идёт.",
	Running:        "Идёт индексирование.",
	Interrupted:    "Перезапуск прервал последнее индексирование. Ничего не потеряно: отвечаю по прежнему индексу. `/собрание индексировать` начнёт заново.",
	NeverReindexed: "Здесь ещё ничего не индексировали заново.",
	LastReindexed:  "**Последнее индексирование** %s · статей: %d",
	QuotesChanged:  "`%s` цитат: %d, было %d",
	LostFix:        "`%s` исправление говорящего потеряло свои слова: %s",
	Skipped:        "`%s` не читается и не в индексе; сообщите оператору",
	NothingChanged: "Цитаты и говорящие не изменились.",
	InFile:         "Изменений: %d. Они в файле.",
	RolledBack:     "Снова действует прежний индекс.",
	Exported:       "Все записи этого сервера: исходники, редакции, исправления, настройки, журнал.",
	ExportLarge:    "Для Discord это слишком много. Оператор получит это командой `verbatim corpus export FILE --guild %s`.",
	Indexed:        "В индексе: %d из %d · поколение: %d",
	Fixes:          "Исправлений говорящих: %d · потеряли слова: %d",
	ReadAnew:       "Эта версия читает статьи иначе, чем %s: у цитат другой говорящий: %d, новых цитат: %d, исчезло: %d. `/собрание индексировать` примет это.",
	Comparing:      "Сравнено с прежней версией: %d из %d статей. Следующее `/собрание состояние` продолжит.",
	Disk:           "Можно вернуть: %d · записи: %.1f МБ",
	DidAdd:         "добавляет %s.",
	DidReplace:     "заменяет %s, редакция %d.",
	DidRemove:      "удаляет %s.",
	DidRestore:     "возвращает %s.",
	DidUndo:        "отменяет последнее изменение %s.",
	DidFix:         "исправляет говорящего в %s: было %s, теперь %s.",
	DidRollback:    "возвращает прежний индекс.",
	DidExport:      "выгружает записи.",

	Doubts: map[corpus.Doubt]string{
		corpus.DoubtBytes:       "байтов не в UTF-8: %s, показаны как \uFFFD",
		corpus.DoubtConverted:   "перекодировано из %s",
		corpus.DoubtDeclared:    "на странице указан язык %q, а похоже на %q",
		corpus.DoubtFrontMatter: "заголовок файла не читается: %s",
		corpus.DoubtTangled:     "разметка Markdown слишком запутана: прочитано как простой текст",
		corpus.DoubtNotice:      "похоже на уведомление о cookie или подписке, а не на статью",
		corpus.DoubtPaywall:     "обрывается, как перед платной частью: конца статьи может не быть",
		corpus.DoubtShort:       "очень коротко, слов: около %s",
		corpus.DoubtNoTitle:     "нет заголовка",
		corpus.DoubtLongTitle:   "первая строка похожа на текст, а не на заголовок",
		corpus.DoubtMixed:       "несколько языков: %s",
		corpus.DoubtLanguage:    "указан язык %q, а похоже на %q",
		corpus.DoubtInvisible:   "невидимых знаков: %s, первый в абзаце %s; они сохранены, а при показе обезврежены",
		corpus.DoubtRepeats:     "абзацев, повторяющих более ранние: %s из %s",
	},
}

var germanCorpus = corpusWords{
	PasteForm:      "Artikel einfügen",
	Title:          "Titel",
	Text:           "Text",
	TextMore:       "Text, Fortsetzung",
	Publisher:      "Medium",
	Date:           "Datum",
	URL:            "Webadresse",
	Unknown:        "unbekannt",
	Details:        "Angaben ändern",
	Add:            "Hinzufügen",
	Replace:        "Ersetzen",
	Cancel:         "Abbrechen",
	Undo:           "Rückgängig",
	Rollback:       "Zum vorigen Index zurück",
	PreviewAdd:     "**Vorschau.** Noch ist nichts hinzugefügt.",
	PreviewReplace: "**Vorschau eines neuen Texts für %s.** Noch ist nichts ersetzt.",
	Facts:          "Titel: **%s**\nMedium: %s · Datum: %s · Sprache: %s\nWebadresse: %s",
	Counts:         "Absätze: %d · Zitate: %d · Sprecher: %s",
	NoDifference:   "Der Wortlaut ist derselbe wie jetzt.",
	Difference:     "Absätze: %d neu, %d weg, %d geändert · Zitate: %d neu, %d weg, %d geändert, %d mit anderem Sprecher",
	NewSpeakers:    "Neue Sprecher: %s",
	GoneSpeakers:   "Nicht mehr dabei: %s",
	SameFile:       "Genau diese Datei ist schon da: %s",
	Resembles:      "Ähnelt %s (%d %% des Wortlauts)",
	Added:          "Hinzugefügt: %s. Frag mich jetzt danach.",
	Replaced:       "Ersetzt: %s, Fassung %d. Frühere Antworten öffnen weiter den alten Text.",
	Cancelled:      "Nichts wurde geändert.",
	AskRemove:      "%s entfernen? Keine Antwort zeigt ihn dann mehr. 30 Tage lang lässt er sich zurückholen.",
	Removed:        "Entfernt: %s. `/sammlung zurückholen` holt ihn binnen 30 Tagen zurück.",
	Restored:       "Zurückgeholt: %s.",
	Undone:         "Rückgängig gemacht: %s ist wieder wie zuvor.",
	UndoneBy:       "Rückgängig gemacht von %s.",
	Fixed:          "Sprecher in %s: war %s, jetzt %s. Das bleibt auch nach dem Indizieren.",
	Rehearsing:     "Ich sehe nach, was Indizieren ändern würde. Nichts wird geschrieben.",
	Rehearsed:      "Durchgesehen, nichts geschrieben. Artikel: %d. Dauer: %s.",
	Checking:       "Prüfe den neuen Index: %d von %d Artikeln.",
	Rate:           "%.1f Artikel je Sekunde · noch etwa %s",
	Stopping:       "Ich halte an.",
	Stopped:        "Angehalten. Nichts ist geändert: Fragen beantwortet der bisherige Index.",
	NotRunning:     "Es wird gerade nicht indiziert.",
	Running:        "Es wird gerade neu indiziert.",
	Interrupted:    "Ein Neustart hat das letzte Indizieren abgebrochen. Nichts ist verloren: Fragen beantwortet der bisherige Index. `/sammlung indizieren` beginnt von vorn.",
	NeverReindexed: "Hier wurde noch nichts neu indiziert.",
	LastReindexed:  "**Zuletzt neu indiziert** %s · Artikel: %d",
	QuotesChanged:  "`%s` Zitate: %d, waren %d",
	LostFix:        "`%s` eine Sprecher-Korrektur hat ihre Worte verloren: %s",
	Skipped:        "`%s` ist nicht lesbar und nicht im Index; sag es dem Betreiber",
	NothingChanged: "Kein Zitat und kein Sprecher hat sich geändert.",
	InFile:         "Änderungen: %d. Sie stehen in der Datei.",
	RolledBack:     "Der vorige Index gilt wieder.",
	Exported:       "Alle Daten dieses Servers: Originale, Fassungen, Korrekturen, Einstellungen, Protokoll.",
	ExportLarge:    "Das ist zu groß für Discord. Der Betreiber bekommt es mit `verbatim corpus export FILE --guild %s`.",
	Indexed:        "Indiziert: %d von %d · Generation: %d",
	Fixes:          "Sprecher-Korrekturen: %d · ohne ihre Worte: %d",
	ReadAnew:       "Diese Version liest die Artikel anders als %s: %d Zitate haben einen anderen Sprecher, %d sind neu, %d sind weg. `/sammlung indizieren` übernimmt es so.",
	Comparing:      "Mit der Version davor verglichen: %d von %d Artikeln. Das nächste `/sammlung stand` macht weiter.",
	Disk:           "Wiederherstellbar: %d · Daten: %.1f MB",
	DidAdd:         "hat %s hinzugefügt.",
	DidReplace:     "hat %s ersetzt, Fassung %d.",
	DidRemove:      "hat %s entfernt.",
	DidRestore:     "hat %s zurückgeholt.",
	DidUndo:        "hat die letzte Änderung an %s rückgängig gemacht.",
	DidFix:         "hat den Sprecher in %s berichtigt: war %s, jetzt %s.",
	DidRollback:    "ist zum vorigen Index zurückgegangen.",
	DidExport:      "hat die Daten exportiert.",

	Doubts: map[corpus.Doubt]string{
		corpus.DoubtBytes:       "%s Bytes waren kein UTF-8 und erscheinen als \uFFFD",
		corpus.DoubtConverted:   "umgewandelt aus %s",
		corpus.DoubtDeclared:    "die Seite nennt als Sprache %q, liest sich aber wie %q",
		corpus.DoubtFrontMatter: "die Angaben am Anfang sind nicht lesbar: %s",
		corpus.DoubtTangled:     "das Markdown ist zu verworren: als einfacher Text gelesen",
		corpus.DoubtNotice:      "sieht nach einem Cookie- oder Bezahlhinweis aus, nicht nach einem Artikel",
		corpus.DoubtPaywall:     "endet wie vor einer Bezahlschranke: der Rest des Artikels fehlt vielleicht",
		corpus.DoubtShort:       "sehr kurz: etwa %s Wörter",
		corpus.DoubtNoTitle:     "kein Titel",
		corpus.DoubtLongTitle:   "die erste Zeile liest sich wie Text, nicht wie ein Titel",
		corpus.DoubtMixed:       "mehrere Sprachen: %s",
		corpus.DoubtLanguage:    "als Sprache ist %q angegeben, liest sich aber wie %q",
		corpus.DoubtInvisible:   "%s unsichtbare Zeichen, das erste in Absatz %s; sie bleiben und werden beim Anzeigen unschädlich gemacht",
		corpus.DoubtRepeats:     "%s von %s Absätzen wiederholen einen früheren",
	},
}
