package ask

import "fmt"

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

func (k kind) number() int {
	switch k {
	case person, identity:
		return 0
	case place:
		return 1
	case date:
		return 2
	case number:
		return 3
	case amount:
		return 4
	case reason:
		return 5
	case manner:
		return 6
	case definition:
		return 7
	case thing:
		return 8
	}
	return 9
}

var edgeWords = [wordCount]string{"", "by", "in", "at", "of", "to", "for", "because", "as", "from", "with", "on", "that", "called"}
