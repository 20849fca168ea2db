package page

import "github.com/verbatim-bot/verbatim/corpus/quote"

var french = catalogue{
	Language: "fr",
	Skip:     "Aller au texte", Articles: "Articles", Passages: "Passages", Answer: "Réponse", AllArticles: "Tous les articles", Untitled: "sans titre",
	NothingTitle: "Rien ici",
	Nothing:      "Il n’y a pas de page ici, ou pas avec ce lien : il a pu expirer ou être retiré. Le bot en donne un nouveau sur le serveur.",
	TooMany:      "Cela faisait beaucoup d’un coup. Réessayez dans un instant.",
	Failed:       "Quelque chose s’est mal passé ici. Réessayez dans un instant.",
	By:           "Par", AtPublisher: "Chez l’éditeur", WhoSpeaks: "Qui parle", Everybody: "Tous", Contents: "Sommaire", Revisions: "Versions",
	Quotes: "citations :", Paragraph: "Alinéa",
	Text: "Texte", WhoSaidWhat: "Qui a dit quoi",
	PartOnly:     "Les passages cités, avec un alinéa avant et après ; le texte entier est à son éditeur.",
	NothingCited: "Le texte est à son éditeur ; voici qui y dit quoi.",
	LeftOut:      "Des alinéas sont omis ici",
	OldRevision:  "Ceci est la version %d, telle qu’elle a été citée. L’article a été remplacé depuis.", Present: "Ouvrir le texte actuel",
	Revision: "Version %d", ChangedSince: "Changé depuis la version %d", ParagraphOf: "¶ %d sur %d",
	NobodyQuoted: "Personne n’est cité ici.", OnlyThese: "Seules les paroles d’une personne sont en couleur.",
	NoChanges: "Les alinéas sont les mêmes.", Added: "ajouté", Removed: "retiré", WasParagraph: "était",
	Kinds:  map[quote.Kind]string{quote.Direct: "entre guillemets", quote.Mixed: "en partie entre guillemets", quote.Indirect: "en d’autres mots"},
	Denied: "selon l’article, cela n’a pas été dit", NamedAs: "« %s », ¶ %d", Via: "via %s",
	Unclear: "on ne sait pas qui parle", OnlyMention: "on ne sait pas qui c’est", NobodyNamed: "l’article ne dit pas clairement qui parle",
	AskHere: "Interroger cet article", AskAll: "Interroger les articles", Question: "Question", Ask: "Demander",
	WhoSaid: "Ce que quelqu’un a dit", Speaker: "Qui", About: "Sur quoi (facultatif)", Show: "Montrer",
	CheckQuote: "Cette citation est-elle authentique ?", Quote: "Citation", SaidBy: "De qui (facultatif)", Check: "Vérifier",
	InArticle: "dans l’article", PassOn: "Adresse de ces passages", Back: "Retour", NotKept: "Ce que vous tapez n’est ni conservé ni journalisé, et ne figure dans aucune adresse.",
}
