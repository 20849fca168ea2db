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
