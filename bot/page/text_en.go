package page

import "github.com/verbatim-bot/verbatim/corpus/quote"

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
	NobodyQuoted: "Nobody is quoted here.", OnlyThese: "Only the words of one speaker are coloured.",
	NoChanges: "The paragraphs are the same.", Added: "added", Removed: "removed", WasParagraph: "was",
	Kinds:  map[quote.Kind]string{quote.Direct: "in quotation marks", quote.Mixed: "partly in quotation marks", quote.Indirect: "in other words"},
	Denied: "the article says that this was not said", NamedAs: "as “%s”, ¶ %d", Via: "via %s",
	Unclear: "speaker unclear", OnlyMention: "who that is stays open", NobodyNamed: "the article does not make clear who speaks",
	AskHere: "Ask this article", AskAll: "Ask the articles", Question: "Question", Ask: "Ask",
	WhoSaid: "What somebody said", Speaker: "Speaker", About: "About (may be empty)", Show: "Show",
	CheckQuote: "Is this quote genuine?", Quote: "Quote", SaidBy: "Said by (may be empty)", Check: "Check",
	InArticle: "in the article", PassOn: "Address of these passages", Back: "Back", NotKept: "What you type is not kept, not logged, and stands in no address.",
}
