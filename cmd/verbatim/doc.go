// Verbatim answers questions about news articles with cited, word-for-word
// excerpts, in Discord and on the command line.
package main
