// Package ask answers questions from articles: it turns a question into an
// [Answer] whose citations are words of the articles, or into an honest no
// with the nearest passages.
//
//	answer.go    Question and Answer
//	engine.go    Engine: which articles are read, what is made of them
//	head.go      questions about an article's head: who wrote it, when
//	closely.go   the first passages, read closely
//	overview.go  questions about an article as a whole
//	sure.go      how sure one must be to answer
//	saying.go    who says the words cited
//	kept.go      analyses of late
package ask
