package say

import (
	"strings"

	"github.com/verbatim-bot/verbatim/corpus"
)

// Words is every text that a member reads, in one language. The article's own
// words are never translated.
//
// How they are written: short, plain, no blame; what happened, then what to
// do; the word before any sign; no exclamation marks; "server", "article" and
// "quote" as a member would say them. A %s or %d stands in the same order in
// every language.
type Words struct {
	// Answers.
	NoAnswer    string
	NoAnswerIn  string // %s article
	Unnamed     string // %s names
	UnnamedIn   string // %s names
	Nearest     string
	NothingNear string
	ReadAs      string // %s question
	Perhaps     string
	// Small talk, and what is about us.
	Greeting, Thanks, Praise, Blame, Farewell, About string
	Head                                             string // %s what an article's head says
	Unclear                                          string
	Via                                              string // %s agency
	// Questions about the answer before.
	FollowNone    string
	FollowAll     string
	FollowSaid    string // %s speaker
	FollowUnclear string
	NotSpoken     string
	FollowWhy     string
	FollowSure    string // %d in ten
	FollowUnsure  string
	FollowSilent  string // %s speaker

	Untitled    string
	TitleOf     string
	ParagraphOf string // %d %d
	OpenAt      string
	MorePassage string
	Choose      string
	ChooseHint  string
	For         string // %s member
	SharedBy    string // %s member
	Replaced    string
	NoWriting   string // %s channel

	// Buttons.
	Context, More, Share, NotRight, Remove, Earlier, Later, ForgetMe string

	// Reading, articles, speakers.
	Span         string // %d %d %d
	Articles     string // %d
	ArticleLine  string // %s id, %s title, %d paragraphs
	SpeakersOf   string // %s title
	WhoSpeaks    string // %d
	WhoIsNamed   string // %d
	NamedIn      string // %s title
	NobodyQuoted string
	NobodyNamed  string
	SpeakerLine  string // %s name, %d quotes
	NoSpeakers   string
	MoreOfThem   string // %d
	SaidHead     string // %s speaker, %d quotes
	SaidAbout    string // %s speaker, %s topic, %d quotes
	SaidNotAbout string // %s speaker, %s topic, %d quotes
	FoundWords   string
	NotQuoted    string
	NoSuchWords  string

	// Check.
	Exact, Partial, Altered, Misattributed, Spliced, Absent string
	Denied                                                  string // comes before the verdict
	GivenTo                                                 string // %s claimed, %s found
	PerhapsGivenTo                                          string // %s claimed, %s found: nobody can tell whether they are the same
	InBrackets                                              string // %s article's, %s in the brackets
	BracketsAdd                                             string // %s in the brackets
	ChangeReplace                                           string // %s article's, %s here
	ChangeInsert                                            string // %s
	ChangeDelete                                            string // %s
	Negation, Number, NameRisk, Date                        string
	CheckedFirst                                            string // %d
	BeforeIt, AfterIt                                       string // %d, a paragraph

	// Not right?
	DoubtAsk, DoubtHint                                      string
	WrongPassage, WrongSpeaker, ShouldKnow, ShouldHaveSaidNo string
	DoubtThanks                                              string
	DoubtForm, DoubtField, DoubtFieldHint                    string

	// Not right?, as the moderators see it.
	Doubts         string
	DoubtsNone     string
	DoubtQuestions string
	DoubtQuestion  string // %s when, %s reason, %s question
	DoubtsKeepNone string

	// Why?
	WhyHead     string // %s question
	WhySure     string // %s confidence, %s least, %s degree
	WhyYes      string
	WhyNo       string
	WhyAsks     string // %s kind
	WhyGone     string // %s words
	WhyMoved    string
	WhyScore    string // %s score
	WhyNoSearch string

	// Help, privacy, settings, corpus.
	HelpHow       string
	HelpEmpty     string
	HelpEmptyMod  string
	HelpHas       string // %d articles
	HelpMod       string
	Privacy       string
	Forgot        string // %d
	SettingsHead  string
	SettingsSaved string
	PrivateSet    string // %s
	HouseSet      string // %s
	LogSet        string // %s
	FeedbackSet   string // %s
	PagesSet      string // %s
	LinksEnded    string
	PageLink      string // %s address
	SureSet       string // %s
	Careful       string
	Normal        string
	Eager         string
	BoundSet      string // %s channel, %s article
	On, Off       string
	Seconds       string // %d
	Minutes       string // %d
	Status        string // %d articles, %d paragraphs, %d quotes, %d speakers
	StatusNone    string
	Reindexing    string // %d %d
	Reindexed     string // %d articles, %s time
	ReindexStart  string

	// The log channel: what a member did, after their name.
	DidSettings, DidReindex string

	// Looking after the articles.
	Corpus corpusWords

	// Errors: what happened and what to do, in one line.
	Errors errorWords

	// Commands by path ("ask", "ask.question"): name and description.
	Commands map[string]commandText
}

type commandText struct{ Name, Description string }

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
	ReadAgain      string
	ReadSame       string
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

// WordsFor gives the texts for a Discord locale; English for those that the
// catalogue does not have.
func WordsFor(locale string) *Words {
	base, _, _ := strings.Cut(strings.ToLower(locale), "-")
	switch base {
	case "ru":
		return &russian
	case "de":
		return &german
	case "fr":
		return &french
	case "es":
		return &spanish
	}
	return &english
}

// Reasons are what can be not right with an answer, as they are kept.
var Reasons = []string{"wrong_passage", "wrong_speaker", "should_know", "should_say_no"}

// Reason is one of [Reasons] in words, "" for any other.
func (w *Words) Reason(reason string) string {
	return map[string]string{
		"wrong_passage": w.WrongPassage, "wrong_speaker": w.WrongSpeaker,
		"should_know": w.ShouldKnow, "should_say_no": w.ShouldHaveSaidNo,
	}[reason]
}
