package rank

import (
	"fmt"

	"github.com/verbatim-bot/verbatim/index/ask/question"
)

var (
	kindNames  = [kindCount]string{"person", "place", "time", "number", "amount", "reason", "manner", "definition", "thing", "other"}
	broadNames = [broadKinds]string{"name", "figure", "clause", "thing"}
	shapeNames = [shapes]string{"year", "date", "number", "measure", "name", "mixed", "word", "noun", "phrase", "verb"}
	edgeNames  = [edgeCount]string{"border", "comma", "mark", "determiner", "preposition", "auxiliary", "conjunction", "pronoun", "matched", "capital", "small", "figure", "adverb"}
	plainNames = [plainCount]string{
		"matched", "near", "nearest", "after-matched", "before-matched", "whole", "function", "and", "of", "focus-next", "focus-in",
		"focus-before", "rarity", "edge-matched", "quoted", "bracket", "second", "start", "end", "name-split", "after-cause", "comma",
	}
)

// markTable names the features of the mark model. Unlike those of ranking
// they are products of small classes: what is asked for, what the candidate
// looks like, what stands beside it.
func markTable() []feature {
	t := make([]feature, markNumbers)
	for k, kn := range kindNames {
		for s, sn := range shapeNames {
			t[mShape+k*int(shapes)+s] = feature{Name: kn + "/is-" + sn}
		}
		for w, word := range edgeWords {
			if word == "" {
				word = "-"
			}
			t[mLeftWord+k*wordCount+w] = feature{Name: kn + "/after-" + word}
		}
	}
	for b, bn := range broadNames {
		for e, en := range edgeNames {
			t[mLeft+b*edgeCount+e] = feature{Name: bn + "/left-" + en}
			t[mRight+b*edgeCount+e] = feature{Name: bn + "/right-" + en}
		}
		for n := range longest + 1 {
			t[mLength+b*(longest+1)+n] = feature{Name: fmt.Sprintf("%s/words-%d", bn, n)}
		}
	}
	for i, n := range plainNames {
		t[mPlain+i] = feature{Name: n}
	}
	return t
}

// Groups of features, one after the other in the mark model's vector.
const (
	kindCount   = 10
	broadKinds  = 4
	edgeCount   = 13
	wordCount   = 14
	mShape      = 0
	mLeft       = mShape + kindCount*int(shapes)
	mRight      = mLeft + edgeCount*broadKinds
	mLeftWord   = mRight + edgeCount*broadKinds
	mLength     = mLeftWord + wordCount*kindCount
	mPlain      = mLength + (longest+1)*broadKinds
	markNumbers = mPlain + plainCount
)

const (
	xMatched    = iota // share of its words that the question has
	xNear              // nearness to the question's words, by their mass
	xNearest           // nearness to the nearest of them
	xAfterVerb         // stands right after a word of the question
	xBeforeVerb        // stands right before one
	xWhole             // is bounded by function words or marks on both sides
	xFunction          // function words inside, damped
	xAnd               // has "and" or a comma inside
	xOf                // has "of" inside
	xFocusNext         // the noun asked for follows
	xFocusIn           // the noun asked for is inside
	xFocusBefore
	xRarity // mean rarity
	xEdgeMatched
	xQuoted
	xBracket
	xSecond // not in the best sentence
	xStart
	xEnd
	xNameSplit // cuts a name in two
	xWhyAfter
	xComma
	plainCount
)

// broad gathers kinds that are answered by like things.
func broad(k int) int {
	switch {
	case k <= 1:
		return 0
	case k <= 4:
		return 1
	case k <= 6:
		return 2
	}
	return 3
}

var edgeWords = [wordCount]string{"", "by", "in", "at", "of", "to", "for", "because", "as", "from", "with", "on", "that", "called"}

// kindNumber is the place of a kind in kindNames.
func kindNumber(k question.Kind) int {
	switch k {
	case question.Person, question.Identity:
		return 0
	case question.Place:
		return 1
	case question.Date:
		return 2
	case question.Number:
		return 3
	case question.Amount:
		return 4
	case question.Reason:
		return 5
	case question.Manner:
		return 6
	case question.Definition:
		return 7
	case question.Thing:
		return 8
	}
	return 9
}
