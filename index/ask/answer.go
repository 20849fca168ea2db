package ask

import (
	"errors"

	"github.com/verbatim-bot/verbatim/corpus"
	"github.com/verbatim-bot/verbatim/index/ask/question"
	"github.com/verbatim-bot/verbatim/index/cite"
)

// ErrEmptyQuestion is returned for a question without a word in it.
var ErrEmptyQuestion = errors.New("the question is empty")

// Question is what somebody wants to know.
type Question struct {
	Text     string
	Article  string   // id of the only article to look in; "" = the whole scope
	Previous string   // the question before, when this one is a reply to its answer
	Top      int      // how many passages to give; 0 means 3
	Sureness Sureness // how sure one must be to answer
}

// Answer is what the articles have on a question. When Answered is false, no
// passage is good enough: Citations is empty and Nearest holds what came
// closest, to be labelled as such.
type Answer struct {
	Answered   bool
	Confidence float64 // 0..1, calibrated: of the answers at 0.8, four in five cite the right passage
	Skimmed    bool    // there was no time to read the passages closely: be less sure of it
	Citations  []cite.Citation
	Nearest    []cite.Citation
	Missing    []string // the question's names that none of the articles asked has: "Merkel"
	ReadAs     string   // the question as it was understood when words were taken from the question before; "" otherwise

	// Talk is set when the question is none: small talk or about the bot. Then
	// nothing else is.
	Talk question.Talk
	// Head answers a question about an article's head from what is known of it
	// and stands in no paragraph: the byline, the date, the publisher. HeadOf is
	// the article. There are no citations then.
	Head   string
	HeadOf *corpus.Article
	// Whole is what was asked about an article as a whole, if that was. Names are
	// those who are quoted or mentioned, when people were asked for.
	Whole question.Overview
	Names []string
}

// doubtful is the confidence below which an answer is a perhaps: about half are
// wrong there.
const doubtful = 0.6

// Unsure reports whether the answer is to be shown as a perhaps.
func (a *Answer) Unsure() bool {
	return a.Answered && (a.Skimmed || a.Confidence > 0 && a.Confidence < doubtful)
}
