package main

import "github.com/verbatim-bot/verbatim/corpus"

// embedded stands in for the article that corpus embeds.
func embedded() (*corpus.Article, error) {
	return corpus.Parse("embedded.txt", []byte(`Harbour wall to be raised
The wall will be raised by two metres, mayor Ines Calder said on Monday.
"We start in spring," she said.
`))
}
