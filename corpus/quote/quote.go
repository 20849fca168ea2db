// Package quote tells who said what in an article: it turns the text of a
// [corpus.Article] into quotes with their cue, their source and the speaker
// whom the source names.
//
// The words are those of the PolNeAR corpus and of the literature: the
// content is what was said, the cue is the reporting word ("said", "according
// to"), the source is the words that name who speaks, and a mention is any
// words for a person or body, "he" included.
//
// The text is taken apart in the folder syntax, who appears in it is found out
// in cast, and the models' arithmetic is that of linear; here it is decided
// whose words are whose.
//
//	quote.go              the types
//	extract.go            an article to its quotes and speakers: Extract
//	foreign.go            the same in languages that are read by rules, in the folder voice
//	learn_run.go          decisions on runs, for the trainer
//	learn_statement.go    decisions on statements, for the trainer
//	verdict.go            the verdict on each run of quotation marks, its cue, and how sure it is
//	reply.go              who speaks next in a conversation
//	decode.go             the runs in order, each decided knowing those before it
//	attribute.go          features of a candidate as a run's source
//	indirect.go           reported speech without marks
//	via.go                who spoke and who passed it on
//	statement_feature.go  features of a cue, a content, a source
//	truth.go              whether the article says that words were said, or denied
//	model.go              the weights in the binary
//	kind.go               direct or mixed
//	scene.go              what stands in and around a run
//	aside.go              marks that are nobody's utterance: titles, terms, slogans
//	candidate.go          the mentions that may be a run's source
//	statement.go          the cues of a sentence
//	content.go            what may be the content of a cue
package quote

import "github.com/verbatim-bot/verbatim/corpus"

// Kind says how a quote's words stand in the article.
type Kind string

const (
	Direct   Kind = "direct"   // an utterance wholly in quotation marks
	Mixed    Kind = "mixed"    // the quoted part of a statement that is told partly in plain words
	Indirect Kind = "indirect" // reported speech without marks, or a mixed statement's whole content
)

// Quote is words that somebody said.
//
// A direct or mixed quote is one run of quotation marks inside one paragraph,
// marks included. A mixed statement's whole content (plain words and runs) is
// listed once more as an indirect quote with the same Utterance.
type Quote struct {
	Ref  corpus.Ref
	Kind Kind
	// Speaker is the name of an entry of [Extraction.Speakers], or "" when it
	// is unclear who speaks.
	Speaker string
	Role    string     // the speaker's role as the article gives it: "secretary-general"
	Mention corpus.Ref // the source: the words that name the speaker here, "he"; empty when there are none
	Cue     corpus.Ref // the reporting word; empty when there is none
	Via     string     // who passed it on, as the article names it: "TASS"; "" when nobody did
	// Denied is set when the article says that these words were not said: denied,
	// refused, or put into somebody's mouth. Speaker is then who is said not to
	// have said them.
	Denied bool
	// Utterance numbers the utterances of an article from 1. Parts of one
	// utterance (interrupted by "he said", or running over paragraphs) share it.
	Utterance int
	// Confidence in 0..1 that Speaker (or Mention, when Speaker is "") is
	// right, calibrated: of the quotes at 0.8, four in five are.
	Confidence float64
}

// NotQuote is words in quotation marks that are nobody's utterance.
type NotQuote struct {
	Ref corpus.Ref
	Why string // "scare quote", "title", "term", "slogan", "unattributed"
}

// Speaker is a person or body that an article quotes or names.
type Speaker struct {
	Name     string       // the fullest form in the article: "Antony Blinken"
	Aliases  []string     // other forms: "Mr. Blinken", "Blinken"; without pronouns
	Role     string       // "U.S. Secretary of State"; "" when the article gives none
	Quotes   int          // how many quotes are theirs
	Mentions []corpus.Ref // every mention resolved to the speaker, pronouns included, in order
}

// Extraction is all that was found in one article, each list in text order.
type Extraction struct {
	Quotes    []Quote
	NotQuotes []NotQuote
	Speakers  []Speaker // by number of quotes, then by first mention
}
