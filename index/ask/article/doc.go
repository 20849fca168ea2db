// Package article makes articles ready for questions: words, sentences and
// passages, what they weigh, who is meant by "he".
//
//	analysis.go    Analysis, Passage, Sentence
//	draft.go       the room in which an analysis is made, lengths of vectors
//	vocabulary.go  the different words of an article
//	acronym.go     what its acronyms may stand for
//	name.go        names in other forms
//	slip.go        words that were meant to be others
//	token.go       words at their places
//	gram_table.go  numbers of its 4-grams
package article
