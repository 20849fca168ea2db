// Package words says what a word is and when two spellings are one word. Every
// part of verbatim that compares words asks it, so that a search, a check and a
// list of names agree on them. It imports nothing of ours.
//
//	for start, end := range words.In("The mayor's 2,500 letters") {
//		form := words.Fold(text[start:end]) // "the", "mayor's", "2500", "letters"
//	}
//
// Its files, from what others ask down to the letters:
//
//	term.go    the words of a text as a search looks for them
//	fold.go    the form under which a word is compared
//	letter.go  which letters are other spellings of one
//	scan.go    where words begin and end
//	slip.go    how many slips of the pen lie between two words
//	hash.go    the hash of a word
//
// The grammar of a text needs tokens for its marks as well; what quotes are
// read by is therefore a tokeniser of its own, in corpus/quote.
package words
