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
// # Ten words that are ours
//
// Each is used for one thing only, in the code, in the comments and in what
// people read.
//
//   - Ref: an article, a paragraph and a span of its bytes. Written for people
//     as a12¶7: article a12, paragraph 7, the title not counted.
//   - passage: what is searched and found, a paragraph.
//   - excerpt: what is shown of it, word for word, cut from a Ref.
//   - citation: an excerpt with its article and with who says it.
//   - cue: the word that reports speech, "said" or "according to".
//   - mention: the words that name who speaks, "she" and "the mayor" included.
//     The speaker is the person or body whom they mean.
//   - fix: what a moderator says about a speaker, which goes before what the
//     program finds.
//   - house: the operator's articles, visible in every server. The others are a
//     server's own; in code a server is a guild, as in Discord's interface.
//   - scope: one server's share of the index, as one question sees it.
//   - generation: one making of that share; the next is made beside it.
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
// text; the folders below it hold the word lists of one language each:
// [github.com/verbatim-bot/verbatim/corpus/language/english] has the closed
// classes, reporting words, titles, nouns for who speaks; the others fill a
// Lexicon: [github.com/verbatim-bot/verbatim/corpus/language/german],
// [github.com/verbatim-bot/verbatim/corpus/language/russian],
// [github.com/verbatim-bot/verbatim/corpus/language/french] and
// [github.com/verbatim-bot/verbatim/corpus/language/spanish].
//
// # corpus/name
//
// [github.com/verbatim-bot/verbatim/corpus/name] compares names as people write
// them with names as articles print them: the same, somebody else, or not to be
// told. Whoever is asked for or accused goes through it.
//
// # corpus/fact and corpus/page
//
// [github.com/verbatim-bot/verbatim/corpus/fact] brings days, addresses and
// languages into one form. [github.com/verbatim-bot/verbatim/corpus/page] reads
// an article out of a web page: what the page says of itself, and which of its
// blocks of text are the article's paragraphs.
//
// # corpus
//
// [github.com/verbatim-bot/verbatim/corpus] turns a file into an Article: a
// title and paragraphs that are never edited afterwards. There is a file for
// each input format (corpus/parse_text.go, corpus/parse_markdown.go,
// corpus/parse_html.go). Any bytes are survived; what is doubtful about them
// becomes a warning in words. An article of our own is embedded, so that the
// program answers something before anybody has added an article.
// [github.com/verbatim-bot/verbatim/corpus/fetch] gets the page of a link from
// the public web, and from nowhere else.
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
// English is read with learned weights; corpus/quote/voice reads the languages
// that have a Lexicon, by rules that know no words.
//
// # corpus/store
//
// [github.com/verbatim-bot/verbatim/corpus/store] keeps the records of every
// server in one bbolt file: articles with all their revisions and originals,
// speaker fixes, settings, the log of who did what. It is the truth, and what
// moderators do is one transaction each, so that nothing is ever half done.
// The file is locked by the process that owns the data folder. One file
// instead of one for each server: 10,000 servers open in a tenth of a second.
// Where several processes share the records (cluster/journal), an act is
// computed here by the same code and agreed on as the exact bytes that it
// changes, which each process writes into its own file as they come.
//
// # cluster
//
// [github.com/verbatim-bot/verbatim/cluster] connects to the operator's NATS
// servers, where several processes on several machines keep what they share.
// Without VERBATIM_NATS none of it runs: one process with one data folder is
// the whole program. [github.com/verbatim-bot/verbatim/cluster/journal] is the
// log of acts there, of which the records of each process are a copy;
// [github.com/verbatim-bot/verbatim/cluster/lease] says which process runs which
// shard of the bot, and each job that only one may do;
// [github.com/verbatim-bot/verbatim/cluster/natstest] is real NATS servers for
// tests.
//
// # index/term
//
// [github.com/verbatim-bot/verbatim/index/term] says under which terms a text
// is searched: the index, a question and a ranking have the same.
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
// # index/reader
//
// [github.com/verbatim-bot/verbatim/index/reader] is a small transformer inside
// the program: it reads a question together with a passage and says how likely
// the passage answers it, and with which of its words. It writes nothing. Its
// steps are kernels for several processors that give the same bits.
//
// # index/ask and index/check
//
// [github.com/verbatim-bot/verbatim/index/ask] answers a question: candidates
// from the index, sentences weighed again in Go, the first passages read closely,
// the best sentence as the excerpt,
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
// [github.com/verbatim-bot/verbatim/bot/page] shows articles and the desk's answers
// in a browser, to whoever has a link that allows it.
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
// Here everything is put together, a file for each command. testdata holds a
// session in a shell for every command. The files, from the command line to
// what is printed:
//
//	main.go          signals, and the exit code
//	root.go          the commands, and errors in words
//	serve.go         the bot: records, index, house articles, Discord, and back in the other order
//	connect.go       how Discord is reached
//	among.go         one process among several: what each does, and lets others know
//	upkeep.go        what goes on beside the answers
//	house.go         the folder of the house articles, watched
//	meter.go         metrics and health pages
//	health.go        is the running bot ready?
//	pages.go         the pages of a running bot
//	web.go           the pages, on this machine
//	play.go          the playground, which asks the same desk as Discord does
//	complete.go      what Tab makes of a line
//	editor.go        lines that somebody types
//	ask.go           one answer
//	check.go         is a quote genuine?
//	quotes.go        who said what
//	corpus.go        what moderators do, from a shell: the commands below
//	corpus_index.go  reindex and verify
//	corpus_add.go    add
//	corpus_show.go   list, show, log
//	corpus_change.go remove, restore, replace
//	corpus_backup.go export and import
//	cluster.go       several processes that share the articles: the commands below
//	cluster_status.go how they are, and their NATS servers
//	cluster_move.go  a folder moves in, another moves out
//	settings.go      the settings in effect
//	version.go       what this was built from
//	orders.go        a shell's commands that a running bot does
//	beside.go        the shell's side of it
//	disk.go          files of this process, or of a shell beside a running bot
//	data.go          the data folder: records and index
//	nats.go          the data folder as one copy among several
//	articles.go      article files and folders
//	show.go          answers, quotes and verdicts for people
//	reading.go       the reader, on or off
//	why.go           how an answer came about
//	why_json.go      the same for programs
//	markdown.go      Discord's texts on a terminal
//	json.go          the same for programs
//	progress.go      how far a long work is
//	streams.go       where a command reads and writes
//	paint.go         colours, lines, and characters that could do harm
//	exit.go          the exit codes
package main
