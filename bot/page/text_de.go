package page

import "github.com/verbatim-bot/verbatim/corpus/quote"

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
	NobodyQuoted: "Hier wird niemand zitiert.", OnlyThese: "Nur die Worte einer Person sind gefärbt.",
	NoChanges: "Die Absätze sind dieselben.", Added: "neu", Removed: "entfernt", WasParagraph: "war",
	Kinds:  map[quote.Kind]string{quote.Direct: "in Anführungszeichen", quote.Mixed: "teils in Anführungszeichen", quote.Indirect: "in anderen Worten"},
	Denied: "dem Artikel zufolge wurde das nicht gesagt", NamedAs: "als „%s“, ¶ %d", Via: "über %s",
	Unclear: "Sprecher unklar", OnlyMention: "wer das ist, bleibt offen", NobodyNamed: "der Artikel macht nicht klar, wer spricht",
	AskHere: "Diesen Artikel fragen", AskAll: "Die Artikel fragen", Question: "Frage", Ask: "Fragen",
	WhoSaid: "Was jemand sagte", Speaker: "Wer", About: "Worüber (kann leer bleiben)", Show: "Zeigen",
	CheckQuote: "Ist dieses Zitat echt?", Quote: "Zitat", SaidBy: "Von wem (kann leer bleiben)", Check: "Prüfen",
	InArticle: "im Artikel", PassOn: "Adresse dieser Stellen", Back: "Zurück", NotKept: "Was man eingibt, wird nicht behalten, nicht protokolliert und steht in keiner Adresse.",
}
