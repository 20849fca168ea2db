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

var languages = []*catalogue{&english, &german, &russian, &french, &spanish}
