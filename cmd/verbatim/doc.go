// Verbatim answers questions about news articles with cited, word-for-word
// excerpts, in Discord and on the command line.
//
// This comment is a tour of the program, from the bottom up. Each part knows
// only the parts before it; a test keeps it so.
//
// # The line
//
//	article file -> Article -> Quotes -> passages in Bleve -> Answer -> reply
//
// One thread runs through all of it: a Ref names an article, a paragraph and a
// span of its bytes. A quote, a passage and a citation each hold a Ref, and
// only corpus cuts text, from a Ref. So no later part can show words that are
// not in the article: it has no words, only the places where they stand.
//
// # corpus/words
//
// [github.com/verbatim-bot/verbatim/corpus/words] says what a word is and when two
// spellings are one: the words of a text, the form under which a word is compared,
// the slips of the pen between two words, and the hash of a word.
//
// # corpus/language
//
// [github.com/verbatim-bot/verbatim/corpus/language] tells the language of a
// text; the folders below it hold the word lists of one language each, English
// today: closed classes, reporting words, titles, nouns for who speaks.
//
// # corpus/name
//
// [github.com/verbatim-bot/verbatim/corpus/name] compares names as people write
// them with names as articles print them: the same, somebody else, or not to be
// told. Whoever is asked for or accused goes through it.
//
// # corpus
//
// [github.com/verbatim-bot/verbatim/corpus] turns a file into an Article: a
// title and paragraphs that are never edited afterwards. There is a file for
// each input format (corpus/parse_text.go, corpus/parse_markdown.go,
// corpus/parse_html.go). Any bytes are survived; what is doubtful about them
// becomes a warning in words. An article of our own is embedded, so that the
// program answers something before anybody has added an article.
//
// # corpus/quote
//
// [github.com/verbatim-bot/verbatim/corpus/quote] finds who said what: runs of
// quotation marks and reported speech, the word that reports it, the words
// that name who speaks, and the person whom those words mean, "he" included.
// When it is unclear who speaks, the speaker stays empty: a wrong name is
// worse than none. Its rooms: corpus/quote/syntax takes the text apart,
// corpus/quote/cast tells who appears in it, corpus/quote/linear is the
// arithmetic of the models that decide.
//
// # corpus/store
//
// [github.com/verbatim-bot/verbatim/corpus/store] keeps the records of every
// server in one bbolt file: articles with all their revisions and originals,
// speaker fixes, settings, the log of who did what. It is the truth, and what
// moderators do is one transaction each, so that nothing is ever half done.
// The file is locked by the process that owns the data folder. One file
// instead of one for each server: 10,000 servers open in a tenth of a second.
//
// # index
//
// [github.com/verbatim-bot/verbatim/index] makes the articles searchable. All
// servers share one Bleve index on disk, with the server and the generation in
// a field of every document; there is one search function, and it takes the
// scope. The index holds terms and no text, and can be deleted at any time:
// it is made again from the records, and until then questions are answered
// from the records themselves. A reindexing writes a new generation beside the
// serving one, checks it, and then switches. Two rooms: index/term says under
// which terms a text is searched, index/engine alone knows Bleve.
//
// # index/cite
//
// [github.com/verbatim-bot/verbatim/index/cite] makes citations: the excerpt to
// show, and who says it, which is decided here for everybody.
//
// # index/ask and index/check
//
// [github.com/verbatim-bot/verbatim/index/ask] answers a question: candidates
// from the index, sentences weighed again in Go, the best one as the excerpt,
// the words that answer marked, and below a threshold an honest no. Its rooms:
// index/ask/lexicon is what is known of words, index/ask/question reads what is
// asked, index/ask/article makes an article ready, index/ask/rank lays one
// against the other.
// [github.com/verbatim-bot/verbatim/index/check] tells whether a quote is
// genuine and what was changed, word by word. They stand side by side.
//
// # bot
//
// The bot decides and performs apart. [github.com/verbatim-bot/verbatim/bot/say]
// holds the words between a member and the program, free of Discord's types: an
// event, a reply, the texts in every language. Before a reply leaves, each
// excerpt in it is cut from the article once more and compared.
// [github.com/verbatim-bot/verbatim/bot/directory] finds the article or speaker
// that somebody typed. [github.com/verbatim-bot/verbatim/bot/moderate] does what
// moderators do with the articles, [github.com/verbatim-bot/verbatim/bot/desk]
// all that readers ask, and hands moderators on.
// [github.com/verbatim-bot/verbatim/bot/discord] performs: it turns Discord's
// events into ours and sends the replies.
// [github.com/verbatim-bot/verbatim/bot/gateway] keeps the connection, and
// [github.com/verbatim-bot/verbatim/bot/discordtest] is a Discord for tests.
//
// # config
//
// [github.com/verbatim-bot/verbatim/config] stands beside the line: every
// setting with its variable, default and meaning. Only this package reads it,
// and hands on plain values.
//
// # cmd/verbatim
//
// Here everything is put together. main calls run, which finds the command; there
// is a file for each. The bot starts its records, its index, the house articles
// and Discord, and stops them in the other order. The playground asks the same
// desk as Discord does. testdata holds a session in a shell for every command.
// The files, from the command down to the terminal:
//
//	main.go           main and run
//	root.go           the command line, its commands and flags
//	serve.go          the bot: start and stop
//	connect.go        how the bot connects, and the link that invites it
//	play.go           the playground
//	editor.go         its line editor
//	complete.go       what Tab completes there
//	ask.go            ask
//	check.go          check
//	quotes.go         quotes
//	show.go           what these three print for people
//	markdown.go       replies on a terminal
//	corpus.go         corpus, and what its commands share
//	corpus_change.go  corpus replace, remove, restore
//	corpus_add.go     corpus add
//	corpus_show.go    corpus list, show, log
//	corpus_index.go   corpus reindex, verify
//	corpus_backup.go  corpus export, import
//	house.go          the house articles and the folder they come from
//	data.go           the data folder, opened
//	health.go         healthcheck
//	meter.go          figures for Prometheus
//	progress.go       how far a long command is
//	articles.go       article files on the command line
//	json.go           what programs read
//	settings.go       config
//	version.go        version
//	streams.go        standard input, output and error
//	exit.go           exit codes
//	why.go            how an answer was weighed
//	paint.go          colours
package main
