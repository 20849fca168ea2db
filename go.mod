module github.com/verbatim-bot/verbatim

go 1.26
