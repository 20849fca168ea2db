// Package engine is the only one that knows Bleve. It holds the words of
// passages as index terms, not as text, and beside them what it is given of each
// article, the card; its scores only order the candidates of one search. Every
// search takes the scopes that it may see.
//
//	index.go     Index: open, write, close
//	memory.go    an Index in memory
//	writer.go    gathers changes into batches
//	probe.go     whether what was written is found
//	moment.go    an Index at one moment: search, cards
//	fetch.go     the passages that score highest
//	passage.go   the documents of an article, the order of hits
//	analyzer.go  terms of passages and questions
//	field.go     the fields of documents
//	guard.go     faults of mapped files
//	segment.go   checksums of segments
//	damage.go    errors
package engine
