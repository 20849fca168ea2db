package rank

import (
	"fmt"

	"github.com/verbatim-bot/verbatim/index/ask/question"
)

// feature is one line of the table of what a text is ranked by.
type feature struct {
	Name    string // as in the weights' file
	Meaning string
	Source  string // where it comes from
}

// "share" below is always a share of the question's mass: of the sum of the
// rarities of its words. Sources: "lite11" are the features of the study that
// this ranker began with; "context" are those that look around the sentence;
// "form" those that look at how the words stand together; "type" those that
// ask whether the text holds what the question asks for; "use" those that know
// by GloVe's vectors which words are used alike.
const (
	sExact = iota
	sSame
	sDerived
	sPara
	sNear
	sGist
	sSpelled
	sPointed
	sPrev
	sNext
	sAround
	sPassage
	sTitle
	sPronoun
	sName
	sNameAround
	sNameMissing
	sNumber
	sFocus
	sRarest
	sAll
	sBM25
	sBigram
	sPair
	sRun
	sOrder
	sGram
	sGramPrev
	sLength
	sShort
	sDensity
	sTyped
	sTypedNear
	sTypedCount
	sTypedPerson
	sTypedPlace
	sTypedDate
	sTypedNumber
	sCounted
	sCause
	sQuery
	sDefines
	sAgent
	sSpeaker
	sQuoted
	sEarly
	sFirst
	sLocal
	sGeneral
	sNameMass
	sFocusMass
	sLastMass
	sCount
	sTwoSquare
	sRepeat
	sOpening
	sAlike
	sentenceFeatures
)

var sentenceTable = [sentenceFeatures]feature{
	sExact:       {"exact", "share of the words found in the same form", "lite11"},
	sSame:        {"stem", "share of the words found by stem", "lite11"},
	sDerived:     {"derived", "share found only by a common beginning", "lite11"},
	sPara:        {"paraphrase", "share found only by a paraphrase", "form"},
	sNear:        {"near", "share not found but by words near in use, by how near; see near.go", "use"},
	sGist:        {"gist", "cosine of the gists: the sums of the words' meanings, names left out", "use"},
	sSpelled:     {"spelled", "share found only by one slip of the pen", "lite11"},
	sPointed:     {"pointed", "share found only in a pronoun that stands for the name, or as the speaker of these words", "context"},
	sPrev:        {"before", "share not found here but in the sentence before", "lite11"},
	sNext:        {"after", "share not found here but in the sentence after", "lite11"},
	sAround:      {"around", "share found neither here nor next to it but two or three sentences away", "context"},
	sPassage:     {"elsewhere", "share found only further away in the same paragraph", "context"},
	sTitle:       {"title", "share not found here but in the title", "context"},
	sPronoun:     {"pronoun", "the share of the sentence before, when this one begins with a pronoun", "context"},
	sName:        {"name", "share of the question's names found here", "form"},
	sNameAround:  {"name-around", "share of its names found here or next to it", "context"},
	sNameMissing: {"name-missing", "the question has names and none is here", "form"},
	sNumber:      {"number", "share of the question's numbers found here", "form"},
	sFocus:       {"focus", "the noun asked for is here", "type"},
	sRarest:      {"rarest", "the question's rarest word is here", "form"},
	sAll:         {"all", "square of the share found here by any means", "form"},
	sBM25:        {"bm25", "BM25 of the sentence, by the question's mass", "lite11"},
	sBigram:      {"bigram", "share of neighbouring words found as neighbours", "lite11"},
	sPair:        {"pair", "share of neighbouring words found near one another", "form"},
	sRun:         {"run", "longest run of the question's words, function words included", "form"},
	sOrder:       {"order", "share of word pairs in the question's order", "form"},
	sGram:        {"gram", "cosine of the character 4-grams", "lite11"},
	sGramPrev:    {"gram-before", "the same of the sentence before", "context"},
	sLength:      {"length", "logarithm of the number of content words", "form"},
	sShort:       {"short", "has fewer than four content words", "form"},
	sDensity:     {"density", "share of the sentence's own mass that the question has", "form"},
	sTyped:       {"typed", "holds something of the kind asked for", "type"},
	sTypedNear:   {"typed-near", "nearness of that to the words found", "type"},
	sTypedCount:  {"typed-count", "how many such there are, damped", "type"},
	sTypedPerson: {"typed-person", "asks for somebody and holds a name that the question lacks", "type"},
	sTypedPlace:  {"typed-place", "asks for a place and holds one", "type"},
	sTypedDate:   {"typed-time", "asks for a time and holds one", "type"},
	sTypedNumber: {"typed-number", "asks for a number or an amount and holds one", "type"},
	sCounted:     {"counted", "asks how many and has a number right before the noun", "type"},
	sCause:       {"cause", "asks for a reason and has because, due to, to...", "type"},
	sQuery:       {"query", "is itself a question", "form"},
	sDefines:     {"defines", "asks who or what X is, and has X is, X, a..., the..., X", "type"},
	sAgent:       {"agent", "asks who did, and has by NAME or NAME before the verb", "type"},
	sSpeaker:     {"speaker", "asks what X said, and X says this", "quote"},
	sQuoted:      {"quoted", "asks what was said, and there are quotation marks", "quote"},
	sEarly:       {"early", "1/(1+number of the sentence in the article)", "lite11"},
	sFirst:       {"first", "is the first of its paragraph", "context"},
	sLocal:       {"local", "share found by stem, by the rarity in this article alone", "lite11"},
	sGeneral:     {"general", "share found by stem, by the rarity in general text alone", "lite11"},
	sNameMass:    {"name-mass", "names found, as share of the whole mass", "form"},
	sFocusMass:   {"focus-mass", "noun asked for found, as share of the whole mass", "form"},
	sLastMass:    {"last-mass", "the last word of the question found, as share of the whole mass", "form"},
	sCount:       {"count", "share of the number of words found, whatever their rarity", "form"},
	sTwoSquare:   {"two-square", "square of the share found in this and the sentence before together", "context"},
	sRepeat:      {"repeat", "how often the words found are repeated", "form"},
	sOpening:     {"opening", "is the first sentence of the article", "context"},
	sAlike:       {"alike", "share not found by stem, by how alike the likest word here is; not in English", "form"},
}

const (
	pExact = iota
	pSame
	pDerived
	pPara
	pNear
	pSpelled
	pPointed
	pBM25
	pBM25General
	pPrev
	pNext
	pLead
	pTitle
	pName
	pNameMissing
	pNumber
	pRarest
	pBigram
	pGram
	pLength
	pEarly
	pFocus
	pBest
	pSecond
	pBestPrev
	pBestNext
	pMean
	pAlike
	pUntyped
	passageFeatures
)

var passageTable = [passageFeatures]feature{
	pExact:       {"exact", "share of the words found in the same form", "lite11"},
	pSame:        {"stem", "share of the words found by stem (coverage)", "lite11"},
	pDerived:     {"derived", "share found only by a common beginning", "lite11"},
	pPara:        {"paraphrase", "share found only by a paraphrase", "form"},
	pNear:        {"near", "share not found but by words near in use, by how near", "use"},
	pSpelled:     {"spelled", "share found only by one slip of the pen", "lite11"},
	pPointed:     {"pointed", "share found only in a pronoun that stands for the name, or as the speaker of these words", "context"},
	pBM25:        {"bm25", "BM25 with the article's own rarities", "lite11"},
	pBM25General: {"bm25-general", "BM25 with the rarities of general text", "lite11"},
	pPrev:        {"before", "share not found here but in the paragraph before", "lite11"},
	pNext:        {"after", "share not found here but in the paragraph after", "lite11"},
	pLead:        {"lead", "share not found here but in the first paragraph", "context"},
	pTitle:       {"title", "share not found here but in the title", "context"},
	pName:        {"name", "share of the question's names found here", "form"},
	pNameMissing: {"name-missing", "the question has names and none is here", "form"},
	pNumber:      {"number", "share of the question's numbers found here", "form"},
	pRarest:      {"rarest", "the question's rarest word is here", "form"},
	pBigram:      {"bigram", "share of neighbouring words found as neighbours", "lite11"},
	pGram:        {"gram", "cosine of the character 4-grams", "lite11"},
	pLength:      {"length", "logarithm of the number of content words", "form"},
	pEarly:       {"early", "1/(1+number of the paragraph)", "lite11"},
	pFocus:       {"focus", "the noun asked for is here", "type"},
	pBest:        {"best", "score of its best sentence", "lite11"},
	pSecond:      {"second", "how near its second sentence comes to that", "form"},
	pBestPrev:    {"best-before", "score of the best sentence of the paragraph before, against its own", "context"},
	pBestNext:    {"best-after", "score of the best sentence of the paragraph after, against its own", "context"},
	pMean:        {"mean", "mean score of its sentences", "form"},
	pUntyped:     {"untyped", "asks for a number, an amount or a time, and its best sentence holds none", "type"},
	pAlike:       {"alike", "share not found by stem, by how alike the likest word here is; not in English", "form"},
}

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
