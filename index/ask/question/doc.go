// Package question reads questions: what is asked for, by which words.
//
//	talk.go        what is no question
//	about.go       what is asked of an article's head
//	followup.go    a question that leans on the one before
//	question.go    Query: the words, the terms, the kind
//	about.go       what is asked of an article's head
//	talk.go        small talk, and questions about the bot
//	abroad.go      questions for somebody's words in other languages
//	name.go        which of its words are names
//	wanted.go      what a Query asks for beside its kind
//	chat.go        what a chat shortens, asides
//	misquote.go    words between quotation marks
//	noise.go       what is no part of a question
//	gram_asked.go  its character 4-grams
package question
