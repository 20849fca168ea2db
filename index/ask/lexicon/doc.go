// Package lexicon is what is known of words, whoever wrote them: whether one carries
// grammar or content, how common it is, which others say the same and which are
// near to it in use. [Lexicon.Word] and [Lexicon.Look] give all of it as an
// [Entry].
//
//	lexicon.go     Lexicon, what it remembers, Entry and Root
//	background.go  how common stems are in other articles
//	acronym.go     acronyms that stand for a name everywhere
//	paraphrase.go  groups of words that say the same
//	meaning.go     which stems are used alike
//	class.go       closed classes of words, number words
//	acronym.go     names that letters stand for
//	alias.go       names that stand for one another
//	asking.go      words that ask
//	runs.go        how alike two stems are by their letters
//	gram.go        character 4-grams
package lexicon
