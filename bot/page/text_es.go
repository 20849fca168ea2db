package page

import "github.com/verbatim-bot/verbatim/corpus/quote"

var spanish = catalogue{
	Language: "es",
	Skip:     "Ir al texto", Articles: "Artículos", Passages: "Pasajes", Answer: "Respuesta", AllArticles: "Todos los artículos", Untitled: "sin título",
	NothingTitle: "Aquí no hay nada",
	Nothing:      "Aquí no hay ninguna página, o no con este enlace: puede haber caducado o haber sido anulado. El bot da uno nuevo en el servidor.",
	TooMany:      "Fue mucho de una vez. Inténtalo de nuevo en un momento.",
	Failed:       "Algo salió mal aquí. Inténtalo de nuevo en un momento.",
	By:           "Por", AtPublisher: "En el medio", WhoSpeaks: "Quién habla", Everybody: "Todos", Contents: "Contenido", Revisions: "Versiones",
	Quotes: "citas:", Paragraph: "Párrafo",
	Text: "Texto", WhoSaidWhat: "Quién dijo qué",
	PartOnly:     "Los pasajes citados, con un párrafo antes y otro después; el texto entero es de su medio.",
	NothingCited: "El texto es de su medio; aquí está quién dice qué en él.",
	LeftOut:      "Aquí se omiten párrafos",
	OldRevision:  "Esta es la versión %d, tal como se citó. El artículo fue reemplazado desde entonces.", Present: "Abrir el texto actual",
	Revision: "Versión %d", ChangedSince: "Cambios desde la versión %d", ParagraphOf: "¶ %d de %d",
	NobodyQuoted: "Aquí no se cita a nadie.", OnlyThese: "Solo las palabras de una persona están en color.",
	NoChanges: "Los párrafos son los mismos.", Added: "añadido", Removed: "quitado", WasParagraph: "era",
	Kinds:  map[quote.Kind]string{quote.Direct: "entre comillas", quote.Mixed: "en parte entre comillas", quote.Indirect: "con otras palabras"},
	Denied: "según el artículo, esto no se dijo", NamedAs: "como «%s», ¶ %d", Via: "a través de %s",
	Unclear: "no está claro quién habla", OnlyMention: "no se sabe quién es", NobodyNamed: "el artículo no deja claro quién habla",
	AskHere: "Preguntar a este artículo", AskAll: "Preguntar a los artículos", Question: "Pregunta", Ask: "Preguntar",
	WhoSaid: "Qué dijo alguien", Speaker: "Quién", About: "Sobre qué (opcional)", Show: "Mostrar",
	CheckQuote: "¿Es auténtica esta cita?", Quote: "Cita", SaidBy: "De quién (opcional)", Check: "Comprobar",
	InArticle: "en el artículo", PassOn: "Dirección de estos pasajes", Back: "Volver", NotKept: "Lo que escribes no se guarda ni se registra, y no aparece en ninguna dirección.",
}
